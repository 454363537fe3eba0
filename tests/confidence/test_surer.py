"""How sure statements are, in invented sentences read with the real model."""

from __future__ import annotations

import pytest

from dragoman.coder import all_records
from dragoman.language import Reader
from dragoman.records import Statement
from dragoman.sources import from_text


def weighed(reader: Reader, text: str) -> tuple[Statement, ...]:
    return all_records(reader.read(from_text(text, published="2024-03-14", language="en"))).statements


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Peru said that the talks had failed.", "An unnamed source said that the talks had failed."),
        (
            "Peru said that the talks had failed.",
            "Peru confirmed a claim by Chile that the talks had failed.",
        ),
    ],
)
def test_a_statement_of_a_known_country_told_by_a_verb_is_surest(
    reader: Reader, surer: str, less_sure: str
) -> None:
    (sure,) = weighed(reader, surer)
    assert 0 < min(s.confidence for s in weighed(reader, less_sure)) < sure.confidence < 1
