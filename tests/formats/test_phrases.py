"""Names, dates and summaries in words."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.formats import phrases
from dragoman.records import Date, Record
from hand_records import EXPULSION, MENACE, OPEN, RECORDS, REDUCED, SILENCE, SOLANO, THREAT, span


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (Date("2021-08-16", "day"), "16 Aug 2021"),
        (Date("2021-08-05", "day"), "5 Aug 2021"),
        (Date("2021-08", "month"), "Aug 2021"),
        (Date("2021-W03", "week"), "week 3 of 2021"),
        (Date("2021", "year"), "2021"),
        (Date("soon", "day"), "soon"),
        (None, ""),
    ],
)
def test_dates(when: Date | None, text: str) -> None:
    assert phrases.date(when) == text


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (SILENCE, "Mira Solano [VLM] · decline → reporters"),
        (THREAT, "Mira Solano [VLM] · threaten · 14 Mar 2024"),
        (EXPULSION, "SANCTION expel · Taravia [TRV] → Velmark [VLM] · 12 Mar 2024 · Taravia, TRV · actual"),
        (REDUCED, "Velmark [VLM] · mission: reduced → Taravia [TRV] · 14 Mar 2024"),
    ],
)
def test_summaries(record: Record, text: str) -> None:
    assert phrases.summary(record) == text


def test_unknown_parties_and_negation_are_said() -> None:
    assert phrases.event_parties(dataclasses.replace(MENACE, actors=(), recipients=())) == phrases.UNKNOWN
    assert phrases.act(dataclasses.replace(THREAT, negated=True)) == "not: threaten"
    assert phrases.event_status(dataclasses.replace(MENACE, historical=True)) == "planned, background"


def test_speakers_have_their_office() -> None:
    assert phrases.speaker(SOLANO) == "Mira Solano, foreign minister [VLM]"
    assert phrases.speaker(None) == phrases.UNKNOWN


def test_pieces_are_joined_and_line_breaks_go() -> None:
    broken = dataclasses.replace(span("Ada Quill"), start=0, end=9, exact="Ada\nQuill")
    assert phrases.words([broken, span("PORT ARLEN")]) == "Ada Quill … PORT ARLEN"


def test_changes_pair_old_and_new() -> None:
    assert phrases.changes(RECORDS) == ((OPEN, REDUCED),)
