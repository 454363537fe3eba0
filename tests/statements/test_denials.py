"""Denials of what somebody else is said to say, in invented sentences."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader
from dragoman.records import Act


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Norway accuses Iceland of hiding a stolen trawler, which Iceland denies.",
            "Iceland",
            "Iceland of hiding a stolen trawler",
        ),
        (
            "Norway says Iceland had shelled the harbour, a charge that Iceland denies.",
            "Iceland",
            "Iceland had shelled the harbour",
        ),
        (
            "Norway has blamed Iceland for the fire on the quay, an allegation disputed by Sweden.",
            "Sweden",
            "Iceland for the fire on the quay",
        ),
        (
            "Norway accuses Iceland of hiding a stolen trawler, an allegation it has repeatedly denied.",
            "Iceland",
            "Iceland of hiding a stolen trawler",
        ),
    ],
)
def test_a_denial_in_a_relative_clause_is_of_what_was_said(
    reader: Reader, text: str, speaker: str, content: str
) -> None:
    first, denial = statements_of(reader, text)
    assert said(first) == said(denial) == content
    assert denial.speaker is not None
    assert denial.speaker.name == speaker


def test_a_denial_that_follows_no_report_keeps_its_object(reader: Reader) -> None:
    (statement,) = statements_of(reader, "Norway, which denies any part in the raid, closed its harbour.")
    assert (statement.act, said(statement)) == (Act.DENY, "any part in the raid")
