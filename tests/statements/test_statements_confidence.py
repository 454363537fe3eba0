"""How sure statements are, in invented sentences read with the real model."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader


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
    (sure,) = statements_of(reader, surer)
    assert 0 < min(s.confidence for s in statements_of(reader, less_sure)) < sure.confidence < 1
