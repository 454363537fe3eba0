"""Whom somebody travels to meet, on whatever ground."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

JOURNEYS = [
    ("Norway's foreign minister travelled to Vienna to meet the Peruvian president.", "CONSULT", "PER"),
    ("Norway's foreign minister will travel to Vienna to hold talks with Peru.", "AGREE", "PER"),
    ("Norway's foreign minister flew to Lima to meet the Peruvian president.", "CONSULT", "PER"),
    ("Norway's foreign minister flew to Vienna to rest.", "CONSULT", "AUT"),
]


@pytest.mark.parametrize(("sentence", "event", "country"), JOURNEYS)
def test_a_journey_is_to_whom_it_is_made_to_meet(
    reader: Reader, sentence: str, event: str, country: str
) -> None:
    assert told(events_of(reader, "Norway is cold.", sentence))[0] == (event, "NOR", country)
