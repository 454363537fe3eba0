"""Of what country a bare crowd is that besets the mission of a state."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import codes, events_of

ABOUT = "Chile was angry on Monday. Chile blamed the weather, and Chile's king spoke in Peru."


@pytest.mark.parametrize(
    ("story", "country"),
    [
        ("Protesters set fire to the Chilean embassy.", "PER"),
        ("Chilean protesters set fire to the Chilean embassy.", "CHL"),
        ("Protesters set fire to a Chilean bank.", "CHL"),
    ],
)
def test_a_crowd_at_a_mission_is_of_the_place(reader: Reader, story: str, country: str) -> None:
    last = events_of(reader, ABOUT, story)[-1]
    assert last.type.value == "PROTEST"
    assert codes(last.actors) == country
