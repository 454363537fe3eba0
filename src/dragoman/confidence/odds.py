"""The weights of traits: how much each speaks for or against a record's being right."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.files import load_weights, load_yaml

KINDS = ("statement", "event", "position")
_LEAST = "odds/least.yaml"


@dataclass(frozen=True)
class Odds:
    """The log-odds of one kind of record.

    Args:
        base: the log-odds of a record without any known trait.
        weights: what each trait adds to them.
    """

    base: float
    weights: Mapping[str, float]

    def chance(self, traits: Set[str]) -> float:
        """The estimated chance, 0 to 1, that a record is right: a logistic regression (Cox 1958).

        Args:
            traits: the record's traits, each once; unknown ones say nothing.
        """
        total = self.base + math.fsum(map(self.weights.__getitem__, self.weights.keys() & traits))
        return 1 / (1 + math.exp(-total))

    def against(self, traits: Iterable[str], count: int) -> list[str]:
        """The traits that speak most against a record, the weightiest first.

        Args:
            traits: the record's traits. count: how many at most.
        """
        weighed = sorted((self.weights.get(trait, 0.0), trait) for trait in traits)
        return [trait for weight, trait in weighed[:count] if weight < 0]


@cache
def odds(kind: str) -> Odds:
    """The weights for a kind of record.

    Args:
        kind: "statement", "event" or "position".

    Raises:
        KnowledgeError: the table has a weight that is no number, or no row "(all)".
    """
    return Odds(*load_weights(f"odds/{kind}s.tsv"))


@cache
def least(kind: str, sentences: int) -> float:
    """The chance below which a record is too doubtful to be put on record.

    Args:
        kind: "statement", "event" or "position".
        sentences: how many sentences of running text the text has that tells of it.
    """
    texts = load_yaml(_LEAST)["texts"]
    row = next(row for row in texts if sentences <= int(row.get("sentences", sentences)))
    return float(row[f"{kind}s"])


@cache
def least_replaced() -> float:
    """The chance from which up a position stays that a surer one replaces, so that the change shows."""
    return float(load_yaml(_LEAST)["replaced"])


@cache
def length_limits() -> tuple[int, ...]:
    """How many sentences of running text the texts have at most that have least chances of their own."""
    return tuple(int(row["sentences"]) for row in load_yaml(_LEAST)["texts"] if "sentences" in row)
