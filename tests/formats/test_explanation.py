"""An explanation says what a record rests on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from dragoman.article import Article
from dragoman.formats.explanation import explain
from dragoman.records import Record, Records
from hand_records import ARTICLE, CONDITION, EXPULSION, MENACE, PLEDGE, RECORDS, REDUCED, SILENCE, TEXT, coded


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        (
            PLEDGE,
            [
                "S1  Mira Solano [VLM] · pledge · 14 Mar 2024",
                "made by     verb:say+ccomp",
                "resolved    said: on Thursday → 2024-03-14",
                "confidence  0.90",
            ],
        ),
        (SILENCE, ["carried by  Radio Velmark"]),
        (MENACE, ["on the word S2  Mira Solano [VLM] · threaten · 14 Mar 2024"]),
        (
            REDUCED,
            [
                f"condition   {CONDITION.start}:{CONDITION.end}  {CONDITION.exact}",
                "read from   S1  Mira Solano [VLM] · pledge · 14 Mar 2024",
                "supersedes  P1  Velmark [VLM] · mission: open → Taravia [TRV] · 11 Mar 2024",
            ],
        ),
    ],
)
def test_lines(record: Record, lines: list[str]) -> None:
    told = str(explain(ARTICLE, RECORDS, record)).splitlines()
    assert [line for line in lines if line not in told] == []


def test_context_marks_the_words_in_the_text() -> None:
    context = explain(ARTICLE, RECORDS, EXPULSION).context
    assert "[[expelled]]" in context
    assert context.replace("[[", "").replace("]]", "").strip("…") in " ".join(TEXT.split())


def test_context_stays_in_its_paragraph() -> None:
    context = explain(ARTICLE, RECORDS, SILENCE).context
    assert context.startswith("[[“We will not be drawn")
    assert context.endswith("…")


@settings(max_examples=30)
@given(coded())
def test_every_record_can_be_explained(both: tuple[Article, Records]) -> None:
    article, records = both
    for record in records:
        assert str(explain(article, records, record))
