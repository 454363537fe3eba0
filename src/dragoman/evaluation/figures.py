"""Figures: counts with their precision, recall and F1, and how they add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

DIGITS = 4  # figures are compared and written with so many decimals
LEAST_JUDGED = 30  # cases from which an accuracy is more than chance


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of the gold items were found.

    Args:
        name: what is counted.
        hits: gold items that were found. gold, predicted: how many items there are of each.
        right: predicted items that are right, where several may answer one gold item; None: as many as hits.
    """

    name: str
    hits: int
    gold: int
    predicted: int
    right: int | None = None

    @property
    def precision(self) -> float:
        """The share of predicted items that are right."""
        right = self.hits if self.right is None else self.right
        return right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold items that were found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How many of so many are right.

    Args:
        name: what is judged.
        right: how many are right. of: how many were judged.
    """

    name: str
    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that is right, 0 if none was judged."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one measurement, in the order of a report."""

    figures: tuple[Figure, ...]
    accuracies: tuple[Accuracy, ...]

    def headline(self) -> dict[str, float]:
        """Every F1 and every accuracy of enough cases by name, rounded: what floors hold."""
        values = {figure.name: round(figure.f1, DIGITS) for figure in self.figures}
        return values | {a.name: round(a.share, DIGITS) for a in self.accuracies if a.of >= LEAST_JUDGED}

    def to_json(self) -> dict[str, Any]:
        """The figures and accuracies with their counts."""
        return {
            "figures": {
                f.name: {
                    "precision": round(f.precision, DIGITS),
                    "recall": round(f.recall, DIGITS),
                    "f1": round(f.f1, DIGITS),
                    "hits": f.hits,
                    "gold": f.gold,
                    "predicted": f.predicted,
                }
                for f in self.figures
            },
            "accuracies": {
                a.name: {"share": round(a.share, DIGITS), "right": a.right, "of": a.of}
                for a in self.accuracies
            },
        }


class Tally:
    """Counts that grow, article by article."""

    def __init__(self) -> None:
        self._figures: dict[str, tuple[int, int, int]] = {}
        self._accuracies: dict[str, tuple[int, int]] = {}

    def figure(self, name: str, hits: int, gold: int, predicted: int) -> None:
        """Add hits, gold items and predicted items to a figure."""
        h, g, p = self._figures.get(name, (0, 0, 0))
        self._figures[name] = (h + hits, g + gold, p + predicted)

    def accuracy(self, name: str, marks: Sequence[bool]) -> None:
        """Add marks to an accuracy."""
        right, of = self._accuracies.get(name, (0, 0))
        self._accuracies[name] = (right + sum(marks), of + len(marks))

    def scores(self) -> Scores:
        """The counts so far."""
        return Scores(
            tuple(Figure(name, *counts) for name, counts in self._figures.items()),
            tuple(Accuracy(name, *counts) for name, counts in self._accuracies.items()),
        )
