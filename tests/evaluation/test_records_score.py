from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coder import Coder
from dragoman.evaluation.answers import Answers, EventAnswer, Pieces, PositionAnswer, StatementAnswer
from dragoman.evaluation.figures import Scores
from dragoman.evaluation.gold import GoldArticle, load_gold
from dragoman.evaluation.predictions import predict, write_predictions
from dragoman.evaluation.records import covered_words, same_day, same_name, score_records
from dragoman.language import Reader
from perturbation import perturbed
from shared_folder import ROOT, SHARED, needs_shared, run_scorer

REPORTS = ROOT / "gold" / "reports"
SCORER = SHARED / "gold" / "tools" / "gold.py"
TEXT = "Velmark said on Monday that it would reopen its embassy, and Taravia said it was glad of that."


def span(words: str) -> Pieces:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


STATEMENT = StatementAnswer(
    span("that it would reopen its embassy"), span("said on"), (0, 7), "Velmark", "VEL", "indirect", "pledge"
)
EVENT = EventAnswer(
    "AGREE", span("would reopen"), actor=("Velmark [VEL]",), recipient=("Taravia [TAR]",), status="actual"
)
POSITION = PositionAnswer(
    "Velmark", "mission", "opens", span("would reopen"), "VEL", "Taravia", on="2024-03-11"
)
NOTHING = Answers("velmark")


def gold(
    *statements: StatementAnswer,
    events: tuple[EventAnswer, ...] = (),
    positions: tuple[PositionAnswer, ...] = (),
) -> GoldArticle:
    answers = Answers("velmark", statements, events, positions)
    return GoldArticle("velmark", TEXT, dt.date(2024, 3, 14), answers, Path("velmark.yaml"))


def counts(scores: Scores, layer: str) -> list[tuple[int, int, int]]:
    return [(f.hits, f.gold, f.predicted) for f in scores.figures if f.name.startswith(layer)]


def score(article: GoldArticle, found: Answers) -> Scores:
    return score_records([article], {"velmark": found})


def test_gold_against_itself_is_perfect() -> None:
    articles = load_gold(REPORTS)
    scores = score_records(articles, {a.id: a.answers for a in articles})
    assert all(f.f1 == 1.0 and f.gold for f in scores.figures)
    assert all(a.share == 1.0 and a.of for a in scores.accuracies)


def test_an_article_without_prediction_counts_as_missed() -> None:
    scores = score_records([gold(STATEMENT, events=(EVENT,), positions=(POSITION,))], {})
    assert {(f.hits, f.gold, f.predicted) for f in scores.figures} == {(0, 1, 0)}
    assert {f.f1 for f in scores.figures} == {0.0}


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("that it would reopen its embassy, and", 1),  # 6 of 7 words
        ("that it would", 1),  # 3 of 6: just enough
        ("that it", 0),  # 2 of 6
        ("reopen its embassy, and Taravia said it was", 0),  # 3 of 11
    ],
)
def test_statements_pair_by_half_of_their_content_words(words: str, hits: int) -> None:
    found = Answers("velmark", (replace(STATEMENT, content=span(words)),))
    assert counts(score(gold(STATEMENT), found), "statements: content")[0] == (hits, 1, 1)


def test_the_right_speaker_wins_over_a_few_words() -> None:
    exact_words = replace(STATEMENT, speaker="Taravia", country="TAR")
    right_speaker = replace(STATEMENT, content=span("that it would reopen its"), speaker="Velmark")
    found = Answers("velmark", (exact_words, right_speaker))
    assert counts(score(gold(STATEMENT), found), "statements: content + speaker")[0] == (1, 1, 2)


def test_speaker_counts_only_with_country_and_act_only_with_speaker() -> None:
    elsewhere = Answers("velmark", (replace(STATEMENT, country="TAR", act="decide"),))
    scores = score(gold(STATEMENT), elsewhere)
    assert counts(scores, "statements") == [(1, 1, 1), (0, 1, 1), (0, 1, 1)]
    accuracies = {a.name: (a.right, a.of) for a in scores.accuracies}
    assert accuracies["act, of matched"] == (0, 1)
    assert accuracies["speaker, of matched"] == (0, 1)


def test_speaker_accuracy_is_of_what_was_matched() -> None:
    scores = score(gold(STATEMENT), Answers("velmark", (STATEMENT,)))
    assert {a.name: (a.right, a.of) for a in scores.accuracies}["speaker, of matched"] == (1, 1)


def test_events_pair_by_type_and_nearness() -> None:
    far = replace(EVENT, trigger=((EVENT.trigger[0][1] + 121, EVENT.trigger[0][1] + 125),))
    near = replace(EVENT, trigger=((EVENT.trigger[0][1] + 120, EVENT.trigger[0][1] + 125),))
    article = gold(events=(EVENT,))
    assert counts(score(article, Answers("velmark", events=(far,))), "events")[0] == (0, 1, 1)
    assert counts(score(article, Answers("velmark", events=(near,))), "events")[0] == (1, 1, 1)
    other = replace(EVENT, event="REJECT")
    assert counts(score(article, Answers("velmark", events=(other,))), "events")[0] == (0, 1, 1)


def test_events_agree_by_the_sets_of_codes() -> None:
    found = replace(EVENT, actor=("Velmark's minister [VEL]", "Velmark [VEL]"), recipient=("Taravia []",))
    scores = score(gold(events=(EVENT,)), Answers("velmark", events=(found,)))
    assert counts(scores, "events") == [(1, 1, 1), (1, 1, 1), (0, 1, 1)]


def test_historical_events_count_neither_way() -> None:
    past = replace(EVENT, event="SANCTION", historical=True)
    article = gold(events=(EVENT, past))
    both = Answers("velmark", events=(EVENT, replace(past, historical=False)))
    assert counts(score(article, both), "events")[0] == (1, 1, 1)
    one = Answers("velmark", events=(EVENT,))
    assert counts(score(article, one), "events")[0] == (1, 1, 1)


def test_positions_pair_by_issue_and_country_and_prefer_the_stance() -> None:
    article = gold(positions=(POSITION,))
    closed = replace(POSITION, stance="closed")
    opens_to_others = replace(POSITION, counterpart="Ostrava", on=None)
    found = Answers("velmark", positions=(closed, replace(opens_to_others, counterpart="Taravia")))
    assert counts(score(article, found), "positions") == [(1, 1, 2), (1, 1, 2)]
    found = Answers("velmark", positions=(closed, opens_to_others))  # stance 2 against counterpart and day
    assert counts(score(article, found), "positions") == [(1, 1, 2), (0, 1, 2)]
    abroad = Answers("velmark", positions=(replace(POSITION, country="TAR"),))
    assert counts(score(article, abroad), "positions")[0] == (0, 1, 1)


def test_holders_without_country_pair_by_name() -> None:
    article = gold(positions=(replace(POSITION, country=None),))
    other = Answers("velmark", positions=(replace(POSITION, country=None, holder="Taravia"),))
    assert counts(score(article, other), "positions")[0] == (0, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Prime Minister Ilse Brandt", "Brandt", True),
        ("Foreign Ministry spokeswoman", "Ministry", True),
        ("José Marín", "Jose Marin", True),
        ("The President", "", True),
        ("Brandt", None, False),
        ("Ilse Brandt", "Karl Brandt", False),
    ],
)
def test_names_agree_when_one_holds_the_other(one: str, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-03-11", "2024-03", True),
        ("2024", "2024-03", True),
        ("2024-03-11", "2024-03-12", False),
        (None, None, True),
        (None, "2024", False),
    ],
)
def test_days_agree_as_far_as_both_are_known(one: str | None, other: str | None, same: bool) -> None:
    assert same_day(one, other) is same
    assert same_day(other, one) is same


@given(st.integers(0, 2**32))
def test_figures_stay_within_their_bounds_and_do_not_depend_on_the_order_of_articles(seed: int) -> None:
    rng = random.Random(seed)
    articles = load_reports()[:3]
    found = {a.id: perturbed(a.answers, len(a.text), rng) for a in articles}
    scores = score_records(articles, found)
    assert all(0 <= f.hits <= min(f.gold, f.predicted) for f in scores.figures)
    assert all(0 <= a.right <= a.of for a in scores.accuracies)
    backwards = score_records(articles[::-1], found)
    assert set(backwards.figures) == set(scores.figures)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=4))
def test_covered_words_begin_within_the_pieces(pieces: list[tuple[int, int]]) -> None:
    covered = covered_words(TEXT, tuple(pieces))
    assert all(any(start <= word < end for start, end in pieces) for word in covered)


@cache
def load_reports() -> list[GoldArticle]:
    """The project's gold set, read once."""
    return load_gold(REPORTS)


# The annotators' own scorer is the judge


def judged(folder: Path, predictions: Path) -> tuple[dict[str, float], dict[str, float], list[str]]:
    """F1s, accuracies and the printed table of the annotators' scorer."""
    lines = run_scorer(SCORER, "score", folder, predictions).splitlines()
    figures: dict[str, Any] = json.loads(lines[-1])
    return figures["f1"], figures["accuracy"], lines[1:-1]


def assert_equal_to_the_judge(
    folder: Path, articles: list[GoldArticle], found: dict[str, Answers], out: Path
) -> None:
    write_predictions(out, found.values())
    f1, accuracy, table = judged(folder, out)
    scores = score_records(articles, found)
    assert {f.name: round(f.f1, 4) for f in scores.figures} == f1
    ours = {a.name: round(a.share, 4) for a in scores.accuracies}
    ours.pop("speaker, of matched")  # a figure of our own
    assert ours == accuracy
    for figure, line in zip(scores.figures, table, strict=False):
        assert [int(n) for n in line.split()[-3:]] == [figure.hits, figure.gold, figure.predicted]


@needs_shared
@pytest.mark.parametrize("seed", range(4))
def test_figures_of_faulty_predictions_are_those_of_the_annotators_scorer(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    found = {a.id: perturbed(a.answers, len(a.text), rng) for a in load_reports() if rng.random() < 0.9}
    assert_equal_to_the_judge(REPORTS, load_reports(), found, tmp_path / "predictions.jsonl")


@needs_shared
def test_figures_of_faulty_predictions_on_published_articles_are_those_of_the_annotators_scorer(
    tmp_path: Path,
) -> None:
    folder = SHARED / "gold" / "diplomatic"
    articles = load_gold(folder)
    rng = random.Random(9)
    found = {a.id: perturbed(a.answers, len(a.text), rng) for a in articles}
    assert_equal_to_the_judge(folder, articles, found, tmp_path / "predictions.jsonl")


@needs_shared
def test_figures_of_the_coder_are_those_of_the_annotators_scorer(reader: Reader, tmp_path: Path) -> None:
    articles = load_reports()
    found = {answers.id: answers for answers in predict(articles, Coder(reader))}
    assert sum(len(answers.statements) for answers in found.values()) > 100
    assert_equal_to_the_judge(REPORTS, articles, found, tmp_path / "predictions.jsonl")
