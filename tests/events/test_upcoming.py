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
