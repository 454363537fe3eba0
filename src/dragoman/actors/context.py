"""Which state a bare institution belongs to: the states that an article names, by place and weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.actors.lexicon import NATIONAL, Match, Sort
from dragoman.language import Reading

_SUBJECT = frozenset({"nsubj", "nsubjpass", "poss", "agent"})
_BACK = 3  # sentences before the mention that still set the scene


class Scene:
    """The states named in a reading, sentence by sentence.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
    """

    def __init__(self, reading: Reading, matches: Sequence[Match | None]) -> None:
        self._reading = reading
        self._states: dict[int, list[tuple[int, str, float]]] = {}
        self.total: Counter[str] = Counter()
        self.groups: dict[str, set[str]] = {}
        last = -1
        for match in matches:
            if match is None or match.first == last:
                continue
            last = match.first
            entry = match.entry
            if entry.sort is Sort.NAMED and entry.kind == "group" and "REB" in entry.sectors:
                self.groups.setdefault(entry.code, set()).add(entry.name)
            if entry.code and (entry.sort in NATIONAL or entry.sort is Sort.NAMED and entry.kind != "media"):
                self._add(match)

    def _add(self, match: Match) -> None:
        token = self._reading.tokens[match.last]
        place = token.dep == "pobj" and token.head.lower in ("in", "to", "at", "near", "from")
        weight = 3.0 if token.dep in _SUBJECT else 0.5 if place else 1.0
        self._states.setdefault(token.sentence, []).append((match.first, match.entry.code, weight))
        self.total[match.entry.code] += 1

    def country_at(self, index: int) -> str | None:
        """The state that a bare institution at a token most likely belongs to; None if none is named."""
        sentence = self._reading.tokens[index].sentence
        scores: Counter[str] = Counter()
        for back in range(_BACK + 1):
            for place, code, weight in self._states.get(sentence - back, ()):
                if place != index:
                    scores[code] += weight / (1 + back) * (0.7 if place > index else 1)
        most = max(self.total.values(), default=1)
        for code, count in self.total.items():
            scores[code] += 1.5 * count / most
        return max(scores, key=lambda c: (scores[c], c), default=None)
