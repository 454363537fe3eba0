"""The positions of a reading."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import ActorIndex
from dragoman.language import Reading
from dragoman.records import Event, Position, Statement


def find_positions(
    reading: Reading,
    actors: ActorIndex,
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> tuple[Position, ...]:
    """The positions that a reading shows, in order of the text."""
    return ()
