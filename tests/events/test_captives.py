"""Who holds those of whose release a report tells."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

HELD = [
    ("Chile arrested the Peruvian singer Ana Sol in May.", "The Peruvian envoy called for Sol's release."),
    ("Ana Sol, a Peruvian singer, was arrested in Chile in May.", "Peru demanded her immediate release."),
    ("Chile has detained the Peruvian singer Ana Sol.", "Peru demanded the release of Ana Sol."),
]


@pytest.mark.parametrize("report", HELD)
def test_who_holds_somebody_is_asked_to_free_him(reader: Reader, report: tuple[str, str]) -> None:
    assert told(events_of(reader, *report))[-1] == ("REQUEST", "PER", "CHL")


def test_who_is_asked_by_name_stays(reader: Reader) -> None:
    events = events_of(
        reader, "Chile arrested the Peruvian singer Ana Sol.", "Peru asked Libya to secure Sol's release."
    )
    assert told(events)[-1] == ("REQUEST", "PER", "LBY")


def test_nobody_is_asked_to_free_those_whom_others_hold(reader: Reader) -> None:
    events = events_of(
        reader, "Chile arrested the Peruvian singer Ana Sol.", "Peru demanded the release of Ivo Luna."
    )
    assert "CHL" not in {a.country for a in events[-1].recipients}


def test_captors_let_go(reader: Reader) -> None:
    events = events_of(reader, "Chile arrested the Peruvian singer Ana Sol.", "Sol was released on Monday.")
    assert told(events)[-1] == ("RETREAT", "CHL", "PER")


def test_who_frees_somebody_has_held_him(reader: Reader) -> None:
    events = events_of(
        reader, "Ana Sol, a Peruvian singer, was arrested in May.", "Chile freed Ana Sol on Monday."
    )
    assert told(events)[0] == ("COERCE", "CHL", "PER")


def test_politicians_are_arrested_at_home(reader: Reader) -> None:
    story = "Peruvian opposition leader Juan Paz was arrested early on Tuesday in a flat."
    events = events_of(reader, "Peru accused the Peruvian press of lies.", "Peru blamed the unions.", story)
    assert told(events)[-1] == ("COERCE", "PER", "PER")


def test_others_may_be_arrested_abroad(reader: Reader) -> None:
    story = "Juan Paz, a Peruvian, was arrested early on Tuesday in a flat."
    events = events_of(reader, "Peru accused the Peruvian press of lies.", "Peru blamed the unions.", story)
    assert told(events)[-1] == ("COERCE", "", "PER")
