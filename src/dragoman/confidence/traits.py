"""The traits of any record."""

from __future__ import annotations

from dragoman.confidence.of_events import of_event
from dragoman.confidence.of_positions import of_position
from dragoman.confidence.of_statements import of_statement
from dragoman.confidence.scene import Scene
from dragoman.records import Event, Record, Statement


def traits(record: Record, scene: Scene) -> frozenset[str]:
    """What tells of a record whether it is likely right, in words.

    Args:
        record: the record. scene: its report.
    """
    if isinstance(record, Statement):
        return frozenset(of_statement(record, scene))
    if isinstance(record, Event):
        return frozenset(of_event(record, scene))
    return frozenset(of_position(record, scene))
