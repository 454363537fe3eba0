"""Conditions are found in the content, from their opener to the end of their clause."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Mali said its troops would leave if the truce held.", ["if the truce held"]),
        ("Mali said its troops would stay unless the truce held.", ["unless the truce held"]),
        (
            "Mali said it will decide based on the conduct of the rebels.",
            ["based on the conduct of the rebels"],
        ),
        ("Mali said talks could begin only after the rebels left.", ["only after the rebels left"]),
        ("Mali said it would talk as long as the truce held.", ["as long as the truce held"]),
        (
            "Mali said the border would open, provided that the rebels left.",
            ["provided that the rebels left"],
        ),
        ("“If the truce holds, we will leave,” the Malian minister said.", ["If the truce holds"]),
        ("Mali said that unless the rebels left, there would be no talks.", ["unless the rebels left"]),
        ("“Depending on the truce, we will leave,” the Malian minister said.", ["Depending on the truce"]),
        ("Mali asked if the rebels had left.", []),
        ("Mali said the rebels had left.", []),
    ],
)
def test_conditions(reader: Reader, text: str, conditions: list[str]) -> None:
    statement = statements_of(reader, text)[0]
    assert [c.exact for c in statement.conditions] == conditions
