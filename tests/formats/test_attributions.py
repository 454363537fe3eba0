"""Attributions go out to brat and Citron and come back, and what does not go over is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Article, Span
from dragoman.formats import brat, citron
from dragoman.formats.attributions import form_of
from dragoman.formats.json import FormatError
from dragoman.formats.losses import Loss, Losses
from dragoman.records import Act, Form, Records, Statement
from hand_records import ARTICLE, PLEDGE, RECORDS, SILENCE, THREAT, coded, span

STATEMENTS = RECORDS.statements
NO_PLACE = {"events", "positions", "problems"}  # told of every file of attributions


def _told(losses: Losses) -> set[str]:
    return {loss.what for loss in losses}


def _linked(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements, each said within the one before it."""
    ids = [None, *(s.id for s in statements)]
    return tuple(replace(s, within=i) for s, i in zip(statements, ids, strict=False))


def test_citron_keeps_statements_and_article() -> None:
    losses = Losses()
    text = citron.dumps(ARTICLE, RECORDS, losses)
    assert _told(losses) == {*NO_PLACE, "coreferences"}
    back = citron.loads(text, read := Losses())
    assert (back.article, back.records.statements) == (ARTICLE, STATEMENTS)
    assert back.records.coder == RECORDS.coder
    assert not list(read)


def test_brat_keeps_statements() -> None:
    losses = Losses()
    document = brat.dumps(ARTICLE, RECORDS, losses)
    assert document.text == ARTICLE.text
    assert _told(losses) == {*NO_PLACE, "articles' origins and zones"}
    back = brat.loads(document.text, document.annotations, read := Losses(), outlet=ARTICLE.outlet)
    assert back.records.statements == STATEMENTS
    assert back.article.outlet == ARTICLE.outlet
    assert not list(read)


@settings(max_examples=40)
@given(coded())
def test_citron_gives_back_what_it_does_not_tell_as_lost(both: tuple[Article, Records]) -> None:
    article, records = both
    linked = replace(records, statements=_linked(records.statements))
    losses, read = Losses(), Losses()
    back = citron.loads(citron.dumps(article, linked, losses), read)
    assert back.article == article
    if not _told(losses) - NO_PLACE - {"coreferences"} and not list(read):
        assert back.records.statements == linked.statements
    assert len(back.records.statements) == sum(bool(s.cue) for s in linked.statements)


@settings(max_examples=80)
@given(coded())
def test_brat_gives_back_what_it_does_not_tell_as_lost(both: tuple[Article, Records]) -> None:
    article, records = both
    linked = replace(records, statements=_linked(records.statements))
    losses, read = Losses(), Losses()
    document = brat.dumps(article, linked, losses)
    document.text.encode()
    document.annotations.encode()
    assert len(document.text) == len(article.text)
    back = brat.loads(document.text, document.annotations, read)
    if not _told(losses) - NO_PLACE - {"articles' origins and zones"}:
        assert back.records.statements == linked.statements
        assert not list(read)


@settings(max_examples=50)
@given(st.text(max_size=40), st.lists(st.text(max_size=30), max_size=6))
def test_any_lines_are_read_or_told(text: str, lines: list[str]) -> None:
    annotations = "\n".join(lines)
    losses = Losses()
    brat.loads(text, annotations, losses)
    assert bool(list(losses)) == bool(annotations.strip("\n").strip())


@given(st.recursive(st.none() | st.integers() | st.text(max_size=4), lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["cue", "sources", "contents", "start", "end", "text", "dragoman", "id",
      "confidence", "said"]), inner, max_size=4), max_leaves=12))  # fmt: skip
def test_any_quote_is_read_or_told(quote: object) -> None:
    losses = Losses()
    back = citron.loads(json.dumps({"text": "He said so.", "quotes": [quote]}), losses)
    assert len(back.records.statements) == 1 or list(losses)


def test_brat_marks_words_in_pieces_over_a_line_break() -> None:
    text = "Peace, she said,\nwill come\nsoon."
    pieces = (Span(0, 6, "Peace,"), Span(17, 32, "will come\nsoon."))
    statement = replace(PLEDGE, source=Span(7, 10, "she"), cue=(Span(11, 15, "said"),), content=pieces)
    article = Article(text, ())
    document = brat.dumps(article, Records("", (replace(statement, article=article.id),)), losses := Losses())
    assert "\tContent 0 6;17 26;27 32\tPeace, will come soon.\n" in document.annotations
    assert not list(losses)
    assert brat.loads(text, document.annotations, losses).records.statements[0].content == pieces


PARC = """T1\tSource 0 5\tKenya
T2\tCue 6 10\tsaid
T3\tContent 11 23;32 40\tit would go,  at once.
T4\tAttribution 6 10\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
#1\tAnnotatorNotes E1\tnot sure of this one
"""
TIED = """T1\tSpeaker 0 5\tKenya
T2\tCue 6 10\tsaid
T3\tquote 11 23\tit would go,
R1\tSourceOf Arg1:T1 Arg2:T2
R2\tCueOf Arg1:T2 Arg2:T3
A1\tAct T2 Pledge
"""
TEXT = "Kenya said it would go, perhaps at once."


def test_files_of_other_corpora_are_read() -> None:
    losses = Losses()
    (statement,) = brat.loads(TEXT, PARC, losses).records.statements
    assert [s.exact for s in statement.content] == ["it would go,", "at once."]
    assert (statement.source, statement.speaker) == (Span(0, 5, "Kenya"), None)
    assert (statement.act, statement.form) == (Act.INFORM, Form.INDIRECT)
    assert _told(losses) == {"notes", "speech acts"}


def test_the_two_files_are_read_with_their_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Kenya\r\nsaid it would go, perhaps at once.")
    (tmp_path / "a.ann").write_text(TIED.replace("6 10", "7 11").replace("11 23", "12 24"))
    (statement,) = brat.load(tmp_path / "a.ann", losses := Losses()).records.statements
    assert [c.exact for c in statement.cue] == ["said"]
    assert not list(losses)


def test_relations_tie_words_too() -> None:
    losses = Losses()
    (statement,) = brat.loads(TEXT, TIED, losses).records.statements
    assert (statement.source, statement.act) == (Span(0, 5, "Kenya"), Act.PLEDGE)
    assert [c.exact for c in statement.cue] == ["said"]
    assert not list(losses)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T9\tCue 6 10\tsays", "line 1: the text has 'said' there, not 'says'"),
        ("T9\tCue 6 99\tsaid", "line 1: no words at 6:99 of a text of 40 code points"),
        ("T9\tCue six ten\tsaid", "is no type with offsets; write 'Cue 10 14'"),
        ("E9\tAttribution:T1 Source", "is no Role:T1"),
        ("Q9\twhat", "begins no annotation"),
        ("E9\tMeeting:T1 Place:T2", "it is no attribution"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(line: str, told: str) -> None:
    losses = Losses()
    assert len(brat.loads(TEXT, f"{line}\n{TIED}", losses).records.statements) == 1
    assert any(told in loss.why for loss in losses), list(losses)


def test_a_quote_of_citron_itself_is_read() -> None:
    def at(words: str) -> dict[str, object]:
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    good = {
        "cue": at("said"),
        "sources": [at("Kenya"), at("it")],
        "contents": [at("it would go,")],
        "confidence": "0.7",
    }
    bad = {**good, "cue": {"start": 6, "end": 10, "text": "says"}}
    document = {"text": TEXT, "quotes": [good, bad, 7], "coreference_groups": [[at("Kenya"), at("it")]]}
    losses = Losses()
    (statement,) = citron.loads(json.dumps(document), losses).records.statements
    assert (statement.source, statement.confidence) == (Span(0, 5, "Kenya"), 0.7)
    assert _told(losses) == {"quotes", "coreference groups", "pieces of sources", "speech acts"}
    assert sum(loss.count for loss in losses if loss.what == "quotes") == 2


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"text": 1, "quotes": []}', '{"text": "a"}', b"\xff"])
def test_what_is_not_citron_is_refused(text: str | bytes) -> None:
    with pytest.raises(FormatError, match=r"^\$"):
        citron.loads(text, Losses())


def test_a_corrected_cue_of_citron_counts() -> None:
    split = replace(THREAT, cue=(span("warned"), span("told")))
    document = json.loads(citron.dumps(ARTICLE, Records(ARTICLE.id, (split,)), Losses()))
    assert citron.loads(json.dumps(document), Losses()).records.statements == (split,)
    other = span("said")
    document["quotes"][0]["cue"] = {"start": other.start, "end": other.end, "text": "said"}
    assert citron.loads(json.dumps(document), Losses()).records.statements[0].cue == (other,)


def test_what_has_no_place_is_counted() -> None:
    losses = Losses()
    silent = replace(SILENCE, cue=())
    citron.dumps(ARTICLE, replace(RECORDS, statements=(PLEDGE, silent)), losses)
    counts = {loss.what: loss.count for loss in losses}
    assert counts == {"events": 2, "positions": 3, "problems": 1, "statements": 1, "coreferences": 1}
    assert losses.as_rows()[0]["count"] == 2
    assert str(Loss("events", 1200, "no place")) == "1,200 events: no place"


@pytest.mark.parametrize(
    ("text", "piece", "form"),
    [
        ("“We go,” he said.", (0, 8), Form.DIRECT),
        ("“We go,” he said.", (1, 7), Form.DIRECT),
        ('He said they "must go" now.', (8, 26), Form.MIXED),
        ("He said they go.", (8, 15), Form.INDIRECT),
        ("He said so.", (10, 11), Form.INDIRECT),
    ],
)
def test_the_form_is_read_from_the_marks(text: str, piece: tuple[int, int], form: Form) -> None:
    assert form_of(text, [Span(*piece, text[slice(*piece)])]) is form
