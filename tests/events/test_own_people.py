"""Whose people those are of whom only who deals with them tells it."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import codes, events_of

ABOUT_CHILE = "Chile is at odds with its neighbours. Chile wants Chile's ports to stay closed."


@pytest.mark.parametrize(
    ("sentence", "recipient"),
    [
        ("Peruvian officials assured lawmakers that the port would open.", "PER"),
        ("Peruvian officials assured Libyan lawmakers that the port would open.", "LBY"),
        ("Peruvian officials assured lawmakers in Chile that the port would open.", "CHL"),
        ("The Peruvian army killed dozens of its own people.", "PER"),
        ("Peru has bullied its neighbours for years.", "?"),
    ],
)
def test_the_offices_and_people_of_who_deals_with_them(reader: Reader, sentence: str, recipient: str) -> None:
    assert codes(events_of(reader, ABOUT_CHILE, sentence)[-1].recipients) == recipient


def test_a_crowd_fights_the_police_of_its_own_state(reader: Reader) -> None:
    events = events_of(reader, ABOUT_CHILE, "Peruvian protesters clashed with riot police.")
    assert codes(events[-1].recipients) == "PER"


def test_all_sides_are_of_no_one_state(reader: Reader) -> None:
    events = events_of(reader, ABOUT_CHILE, "Peru called for restraint by all parties.")
    assert codes(events[-1].recipients) == "?"


def test_all_sides_of_one_state_are_of_it(reader: Reader) -> None:
    events = events_of(reader, ABOUT_CHILE, "Peru urged all Libyan parties to show restraint.")
    assert codes(events[-1].recipients) == "LBY"
