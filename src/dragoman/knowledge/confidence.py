"""How likely records of a kind are right, by the counts of `confidence.yaml`."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge.files import load_yaml

_WEIGHT = 20  # records as which the share of the whole layer counts beside a kind's own


@cache
def chance(table: str, kind: str) -> float:
    """The estimated chance, 0 to 1, that a record of a kind is right.

    Args:
        table: a table of the file ("statements", "events", "positions" …).
        kind: a type, issue …; of an unknown one, that of all.
    """
    counts = load_yaml("confidence.yaml")[table]
    right, of = (int(n) for n in counts["all"])
    mean = right / of
    own_right, own = (int(n) for n in counts.get(kind, (0, 0)))
    return (own_right + _WEIGHT * mean) / (own + _WEIGHT)
