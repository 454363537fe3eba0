"""The record types: plain frozen data, no database, no language processing."""

from dragoman.records.types import (
    Act,
    Actor,
    ActorKind,
    Date,
    Event,
    EventType,
    Form,
    Location,
    Position,
    Problem,
    Record,
    Records,
    Statement,
    Status,
    Why,
    record_id,
)

__all__ = [
    "Act",
    "Actor",
    "ActorKind",
    "Date",
    "Event",
    "EventType",
    "Form",
    "Location",
    "Position",
    "Problem",
    "Record",
    "Records",
    "Statement",
    "Status",
    "Why",
    "record_id",
]
