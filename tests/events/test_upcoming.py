"""Promises in somebody's own words, in invented reports read with the real model."""

from __future__ import annotations

from dragoman.language import Reader
from dragoman.records import Status
from told_events import events_of


def test_who_says_we_will_has_promised(reader: Reader) -> None:
    (event,) = events_of(reader, "“Norway will support Denmark,” Norway's president said.")
    assert (event.type.value, event.status) == ("AGREE", Status.ACTUAL)


def test_what_others_say_that_somebody_will_do_is_planned(reader: Reader) -> None:
    (event,) = events_of(reader, "“Norway will support Denmark,” Sweden's president said.")
    assert (event.type.value, event.status) == ("AGREE", Status.PLANNED)


def test_a_penalty_that_somebody_else_is_to_impose_is_planned(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway will impose tariffs on Denmark on Monday.")
    assert (event.type.value, event.status) == ("SANCTION", Status.PLANNED)


def test_who_says_that_he_will_punish_threatens(reader: Reader) -> None:
    events = events_of(reader, "Norway's president said that Norway would impose tariffs on Denmark.")
    assert ("THREATEN", Status.ACTUAL) in [(e.type.value, e.status) for e in events]


def test_who_announces_a_penalty_threatens(reader: Reader) -> None:
    events = events_of(reader, "Norway announced that it would expel Danish diplomats.")
    assert ("THREATEN", Status.ACTUAL) in [(e.type.value, e.status) for e in events]
