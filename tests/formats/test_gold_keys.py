"""Answer keys are written so that the gold reader finds the same words again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.evaluation.answers import Answers
from dragoman.evaluation.gold import load_gold, read_gold
from dragoman.evaluation.gold_records import coded_gold
from dragoman.evaluation.predictions import answers_of
from dragoman.formats.losses import Losses
from dragoman.formats.quoted import find_quoted, quote
from dragoman.formats.registry import export
from dragoman.records import Date, Records
from hand_records import ARTICLE, EXPULSION, OPEN, PLEDGE, RECORDS, SILENCE, THREAT, coded

GOLD = Path(__file__).parents[2] / "gold" / "reports"


@settings(max_examples=200)
@given(st.text("ab [].", min_size=1, max_size=30), st.data())
def test_a_quotation_finds_its_span_again_or_there_is_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quoted = quote(text, start, end)
    if quoted is not None:
        assert find_quoted(text, quoted) == (start, end)
    assert quoted is not None or "[" in text or "]" in text


def test_a_quotation_grows_by_words() -> None:
    text = "He said yes. She said no. He said no."
    assert quote(text, 0, 7) == "[[He said]] yes."
    assert quote(text, 17, 21) == "She [[said]] no."
    assert quote(text, 13, 16) == "She"


def _certain(answers: Answers) -> Answers:
    """Answers without the confidences of a coder, which a key does not have."""
    return replace(
        answers,
        statements=tuple(replace(s, confidence=None) for s in answers.statements),
        events=tuple(replace(e, confidence=None) for e in answers.events),
        positions=tuple(replace(p, confidence=None) for p in answers.positions),
    )


def test_a_key_says_the_same(tmp_path: Path) -> None:
    losses = export([CodedArticle(ARTICLE, RECORDS)], "gold", tmp_path)
    (gold,) = load_gold(tmp_path)
    assert gold.answers == _certain(answers_of(ARTICLE.id, RECORDS))
    assert (gold.text, gold.published, gold.title, gold.url) == (
        ARTICLE.text, ARTICLE.published, ARTICLE.title, ARTICLE.url,
    )  # fmt: skip
    assert {"rules and confidences", "conditions of statements", "problems"} <= {loss.what for loss in losses}


@settings(max_examples=60)
@given(coded())
def test_any_key_is_read_or_told(both: tuple[Article, Records]) -> None:
    losses = Losses()
    with tempfile.TemporaryDirectory() as folder:
        for loss in export([CodedArticle(*both)], "gold", Path(folder)):
            losses.add(loss.what, loss.why, loss.count)
        if both[0].published is None:
            assert "articles" in {loss.what for loss in losses}
            return
        (gold,) = load_gold(Path(folder))
    for layer in ("statements", "events", "positions"):
        left_out = sum(loss.count for loss in losses if loss.what == layer)
        assert len(getattr(gold.answers, layer)) + left_out == len(getattr(both[1], layer))


def test_the_enclosing_statement_comes_first(tmp_path: Path) -> None:
    inner, outer = replace(PLEDGE, within=SILENCE.id), SILENCE
    export([CodedArticle(ARTICLE, replace(RECORDS, statements=(inner, THREAT, outer)))], "gold", tmp_path)
    key = (tmp_path / f"{ARTICLE.id}.yaml").read_text(encoding="utf-8")
    assert "in: s2" in key
    assert len(read_gold(tmp_path / f"{ARTICLE.id}.yaml").answers.statements) == 3


def test_what_a_key_cannot_hold_is_told(tmp_path: Path) -> None:
    odd = replace(
        RECORDS,
        statements=(replace(PLEDGE, repeats=THREAT.id), THREAT),
        events=(replace(EXPULSION, on=Date("2024-W11", "week")),),
        positions=(replace(OPEN, issue="weather"),),
    )
    losses = export([CodedArticle(ARTICLE, odd)], "gold", tmp_path)
    assert {"repeated records", "weeks", "positions"} <= {loss.what for loss in losses}
    (gold,) = load_gold(tmp_path)
    assert [e.on for e in gold.answers.events] == ["2024-03"]
    assert not gold.answers.positions


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.yaml")), ids=lambda p: p.stem)
def test_the_gold_set_goes_through_records_and_back(path: Path, tmp_path: Path) -> None:
    gold, losses = read_gold(path), Losses()
    coded_again = coded_gold(gold, losses)
    assert {loss.what for loss in losses} == {"kinds of actors", "links between records"}
    export([coded_again], "gold", tmp_path)
    (back,) = load_gold(tmp_path)
    assert back.answers.statements == gold.answers.statements
    assert back.answers.events == gold.answers.events
    assert back.answers.positions == gold.answers.positions
