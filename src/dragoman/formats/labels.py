"""Short labels for records: S1, E1, P1, counted in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Record, Records


class RecordNotFoundError(LookupError):
    """No record, or more than one, answers to a label or the beginning of an id."""


def _parts(records: Records) -> tuple[tuple[str, Sequence[Record]], ...]:
    return ("S", records.statements), ("E", records.events), ("P", records.positions)


def labels(records: Records) -> dict[str, str]:
    """The label of each record by its id."""
    return {
        record.id: f"{letter}{number}"
        for letter, part in _parts(records)
        for number, record in enumerate(part, 1)
    }


def matching(records: Records, name: str) -> list[Record]:
    """The records that answer to a label, an id or the beginning of an id; a whole name goes first."""
    by_label = labels(records)
    exact = [r for r in records if r.id == name or by_label[r.id] == name.upper()]
    return exact or [r for r in records if name and r.id.startswith(name.lower())]


def find(records: Records, name: str) -> Record:
    """The record that a label, an id or the beginning of an id names.

    Args:
        records: where to look.
        name: "S3", "9f2c4e1ab0d35678" or "9f2c".

    Raises:
        RecordNotFoundError: none or several answer to it; the message says which there are.
    """
    found = matching(records, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise RecordNotFoundError(f"{name!r} begins the ids of {len(found)} records: give more of the id")
    counts = ", ".join(f"{letter}1 to {letter}{len(part)}" for letter, part in _parts(records) if part)
    raise RecordNotFoundError(f"no record {name!r}: there are {counts or 'none'}")
