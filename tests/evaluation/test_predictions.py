from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.coder import Coder
from dragoman.evaluation.answers import (
    AnswerError,
    Answers,
    EventAnswer,
    PositionAnswer,
    StatementAnswer,
    from_json,
    to_json,
)
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.predictions import answers_of, predict, read_predictions, write_predictions
from dragoman.language import Reader
from dragoman.records import (
    Act,
    Actor,
    ActorKind,
    Date,
    Event,
    EventType,
    Form,
    Location,
    Position,
    Records,
    Statement,
)
from shared_folder import ROOT

ENVOY = Actor("Ada Quill", ActorKind.PERSON, "VEL")
REBELS = Actor("Hill Front", ActorKind.GROUP)
SAID = Statement(
    "s1", "a", Span(0, 4, "Ada "), ENVOY, (Span(4, 8, "said"),), (Span(9, 11, "we"), Span(12, 14, "go")),
    Form.DIRECT, Act.PLEDGE, addressee="reporters", said=Date("2024-03-11", "day"), via=("Radio",),
)  # fmt: skip
FREED = Event(
    "e1", "a", EventType.RETREAT, (Span(12, 14, "go"),), (REBELS,), (ENVOY,), modes=("release",),
    on=Date("2024-03", "month"), place=Location("Ostrava"),
)  # fmt: skip
WILLING = Position(
    "p1", "a", ENVOY, "talks", "conditional", (Span(9, 11, "we"),), REBELS, (Span(12, 14, "go"),),
    on=Date("2024-W11", "week"),
)  # fmt: skip

pieces = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple)
text = st.none() | st.text(max_size=8)
texts = st.lists(st.text(max_size=8), max_size=3).map(tuple)
answers = st.builds(
    Answers,
    st.text(min_size=1, max_size=8),
    st.lists(
        st.builds(
            StatementAnswer, pieces, pieces, st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
            text, text, text, text, text, text, texts,
        ),
        max_size=3,
    ).map(tuple),
    st.lists(
        st.builds(EventAnswer, st.text(max_size=8), pieces, text, texts, texts, text, text, text), max_size=3
    ).map(tuple),
    st.lists(
        st.builds(
            PositionAnswer, st.text(max_size=8), st.text(max_size=8), st.text(max_size=8), pieces, text, text,
            pieces, text,
        ),
        max_size=3,
    ).map(tuple),
)  # fmt: skip


def test_records_become_answers_as_far_as_the_format_carries_them() -> None:
    found = answers_of("velmark", Records("a", (SAID,), (FREED,), (WILLING,)))
    assert found == Answers(
        "velmark",
        (
            StatementAnswer(
                ((9, 11), (12, 14)), ((4, 8),), (0, 4), "Ada Quill", "VEL", "direct", "pledge", "reporters",
                "2024-03-11", ("Radio",), confidence=0.5,
            ),
        ),
        (
            EventAnswer(
                "RETREAT", ((12, 14),), "release", ("Hill Front []",), ("Ada Quill [VEL]",), "2024-03",
                "Ostrava", "actual", confidence=0.5,
            ),
        ),
        (
            PositionAnswer(
                "Ada Quill", "talks", "conditional", ((9, 11),), "VEL", "Hill Front", ((12, 14),), "2024-03",
                    confidence=0.5,
            ),
        ),
    )  # fmt: skip


def test_unknowns_stay_unknown() -> None:
    said = replace(SAID, source=None, speaker=None, said=None)
    freed = replace(FREED, modes=(), on=None, place=None, actors=())
    found = answers_of("velmark", Records("a", (said,), (freed,), (replace(WILLING, counterpart=None),)))
    (statement,), (event,), (position,) = found.statements, found.events, found.positions
    assert (statement.source, statement.speaker, statement.country, statement.on) == (None, None, None, None)
    assert (event.mode, event.on, event.place, event.actor) == (None, None, None, ())
    assert position.counterpart is None


@pytest.mark.parametrize(
    ("week", "answer"), [("2024-W11", "2024-03"), ("2024-W09", "2024"), ("2025-W01", None)]
)
def test_a_week_is_the_month_or_year_that_it_lies_in(week: str, answer: str | None) -> None:
    found = answers_of("velmark", Records("a", (replace(SAID, said=Date(week, "week")),)))
    assert found.statements[0].on == answer


def test_background_is_left_out() -> None:
    assert answers_of("velmark", Records("a", (), (replace(FREED, historical=True),))).events == ()


def test_records_that_repeat_another_are_left_out() -> None:
    again = Records("a", (SAID, replace(SAID, repeats="s1")), (FREED, replace(FREED, repeats="e1")))
    found = answers_of("velmark", again)
    assert (len(found.statements), len(found.events)) == (1, 1)


@given(answers)
def test_answers_survive_json(found: Answers) -> None:
    assert from_json(to_json(found)) == found


def test_answers_survive_their_file(tmp_path: Path) -> None:
    gold = [a.answers for a in load_gold(ROOT / "gold" / "reports")]
    current = [replace(a, events=tuple(replace(e, historical=False) for e in a.events)) for a in gold]
    path = tmp_path / "predictions.jsonl"
    write_predictions(path, gold)
    assert list(read_predictions(path).values()) == current


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"statements": []}', "needs the id"),
        ('{"id": "a", "events": [{"trigger": []}]}', r"a: events\[0\] lacks the key 'event'"),
        ('{"id": "a", "statements": [{"content": [3]}]}', r"write spans as \[\[start, end\]"),
        ('{"id": "a", "statements": 7}', "a line should be"),
        ("[]", "not an object"),
        ("{", "a line should be"),
    ],
)
def test_a_line_that_is_no_prediction_is_told(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "predictions.jsonl"
    path.write_text(f'{{"id": "b"}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(AnswerError, match=rf"predictions\.jsonl:3: .*{message}"):
        read_predictions(path)


def test_the_coder_answers_for_every_article(reader: Reader) -> None:
    articles = load_gold(ROOT / "gold" / "reports")[:2]
    found = list(predict(articles, Coder(reader)))
    assert [answers.id for answers in found] == [a.id for a in articles]
    for article, predicted in zip(articles, found, strict=True):
        spans = [s for record in predicted.statements for s in (*record.content, *record.cue)]
        spans += [s for event in predicted.events for s in event.trigger]
        assert spans
        assert all(0 <= start < end <= len(article.text) for start, end in spans)
