"""The project's own gold set: whole, varied, and true to its own rules."""

from __future__ import annotations

import re

import pytest

from dragoman.evaluation.gold import GoldArticle, known_stances, load_gold
from dragoman.records import Act, EventType, Form, Status
from shared_folder import ROOT

REPORTS = ROOT / "gold" / "reports"
ARTICLES = load_gold(REPORTS)
by_id = pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a.id)


def test_it_is_large_enough() -> None:
    assert len(ARTICLES) >= 8
    assert sum(len(a.text.split()) for a in ARTICLES) >= 2_000


def test_every_key_has_its_text_and_every_text_its_key() -> None:
    assert {p.stem for p in REPORTS.glob("*.yaml")} == {p.stem for p in REPORTS.glob("*.txt")}
    assert all(a.path.stem == a.id and a.id.endswith(a.published.isoformat()) for a in ARTICLES)


def test_it_covers_acts_forms_statuses_issues_and_most_event_types() -> None:
    statements = [s for a in ARTICLES for s in a.answers.statements]
    events = [e for a in ARTICLES for e in a.answers.events]
    assert {s.act for s in statements} == {act.value for act in Act}
    assert {s.form for s in statements} == {form.value for form in Form}
    assert {e.status for e in events} == {status.value for status in Status}
    assert {t.value for t in EventType} - {e.event for e in events} <= {"AID", "COOPERATE"}
    issues = {p.issue for a in ARTICLES for p in a.answers.positions}
    assert issues == set(known_stances())


@by_id
def test_positions_are_one_for_each_holder_issue_counterpart_and_day(article: GoldArticle) -> None:
    keys = [(p.holder, p.issue, p.counterpart, p.on) for p in article.answers.positions]
    assert len(keys) == len(set(keys))


@by_id
def test_spans_begin_and_end_at_words(article: GoldArticle) -> None:
    answers, text = article.answers, article.text
    spans = [s for record in answers.statements for s in (*record.content, *record.cue)]
    spans += [record.source for record in answers.statements if record.source]
    spans += [s for event in answers.events for s in event.trigger]
    spans += [s for position in answers.positions for s in (*position.evidence, *position.condition)]
    for start, end in spans:
        around = text[max(0, start - 1) : end + 1]
        assert text[start:end] == text[start:end].strip(), around
        assert not re.fullmatch(r"\w\w", text[max(0, start - 1) : start + 1]), around
        assert not re.fullmatch(r"\w\w", text[end - 1 : end + 1]), around


@by_id
def test_forms_agree_with_the_quotation_marks(article: GoldArticle) -> None:
    within = quoted(article.text)
    for statement in article.answers.statements:
        places = [i for start, end in statement.content for i in range(start, end)]
        letters = [within[i] for i in places if article.text[i].isalnum()]
        share = sum(letters) / len(letters)
        expected = "indirect" if share == 0 else "direct" if share > 0.97 else "mixed"
        words = [article.text[start:end] for start, end in statement.content]
        assert statement.form == expected, words


def quoted(text: str) -> list[bool]:
    """Whether each code point is within quotation marks; an open quote ends with its paragraph."""
    found, within = [], False
    for i, c in enumerate(text):
        if c in "“‘":
            within = True
        elif c == "”" or text[i : i + 2] == "\n\n" or (c == "’" and closes(text, i)):
            within = False
        elif c == '"':
            within = not within
        found.append(within)
    return found


def closes(text: str, i: int) -> bool:
    """Whether a single mark ends a quote, and is no apostrophe."""
    return not text[i + 1 : i + 2].isalnum() and text[i - 1] != "s"
