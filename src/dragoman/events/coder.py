"""The events of a reading."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import ActorIndex
from dragoman.language import Reading
from dragoman.records import Event, Statement


def find_events(reading: Reading, actors: ActorIndex, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events that a reading reports, in order of the text."""
    return ()
