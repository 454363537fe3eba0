"""Whether confidence keeps its word: of the records given a chance of being right, how many are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.evaluation.answers import Answers
from dragoman.evaluation.gold import GoldArticle
from dragoman.evaluation.records import pair_records, same_actors, same_speaker

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The records of one layer whose confidence lies between `low` and `high`.

    Args:
        layer: "statements" (right: content and speaker), "events" (type and actors) or "positions"
            (holder, issue and stance).
        low, high: its bounds, the upper one excluded but for 1.
        of: how many records. right: how many of them are right.
    """

    layer: str
    low: float
    high: float
    of: int
    right: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.of


def reliability(articles: Iterable[GoldArticle], predictions: Mapping[str, Answers]) -> list[Bin]:
    """The share of right records by confidence, layer by layer; records without a confidence do not count.

    Args:
        articles: the gold. predictions: answers by article id.
    """
    marks: dict[tuple[str, int], list[bool]] = {}
    for article in articles:
        found = predictions.get(article.id) or Answers(article.id)
        for layer, confidence, is_right in _judged(article, found):
            if confidence is not None:
                marks.setdefault((layer, min(int(confidence * BINS), BINS - 1)), []).append(is_right)
    return [
        Bin(layer, place / BINS, (place + 1) / BINS, len(judged), sum(judged))
        for (layer, place), judged in sorted(
            marks.items(), key=lambda item: (_LAYERS.index(item[0][0]), item[0][1])
        )
    ]


_LAYERS = ("statements", "events", "positions")


def _judged(article: GoldArticle, found: Answers) -> Iterable[tuple[str, float | None, bool]]:
    gold, pairing = article.answers, pair_records(article, found)
    said = {p: g for g, p in pairing.statements}
    done = {p: g for g, p in pairing.events}
    held = {p: g for g, p in pairing.positions}
    background = {p for _, p in pairing.background}
    for i, s in enumerate(found.statements):
        yield "statements", s.confidence, i in said and same_speaker(gold.statements[said[i]], s)
    for i, e in enumerate(found.events):
        if i not in background:
            yield "events", e.confidence, i in done and same_actors(gold.events[done[i]], e)
    for i, p in enumerate(found.positions):
        yield "positions", p.confidence, i in held and gold.positions[held[i]].stance == p.stance
