"""The statements of a reading."""

from __future__ import annotations

from dragoman.actors import ActorIndex
from dragoman.language import Reading
from dragoman.records import Statement


def find_statements(reading: Reading, actors: ActorIndex) -> tuple[Statement, ...]:
    """The statements that a reading reports, in order of the text."""
    return ()
