"""Losses: what a file of another format could not carry; told, never silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that did not go over.

    Args:
        what: what was left behind ("conditions", "events").
        count: how often, 1 or more.
        why: the reason, and the remedy where there is one.
    """

    what: str
    count: int
    why: str

    def __str__(self) -> str:
        return f"{self.count:,} {self.what}: {self.why}"


class Losses:
    """Gathers losses while a file is written or read: equal ones are counted together."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, what: str, why: str, count: int = 1) -> None:
        """Count a loss; one of 0 is none."""
        if count:
            self._counts[what, why] = self._counts.get((what, why), 0) + count

    def __iter__(self) -> Iterator[Loss]:
        """The losses, in the order in which each first happened."""
        return (Loss(what, count, why) for (what, why), count in self._counts.items())

    def __len__(self) -> int:
        return len(self._counts)

    def as_rows(self) -> list[dict[str, Any]]:
        """The losses as plain data for JSON."""
        return [asdict(loss) for loss in self]
