"""Weighing antecedents: the nearer and the more prominent a cluster's mentions, the likelier it is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from dragoman.language.coreference.clusters import Cluster, Clusters
from dragoman.language.coreference.features import Node
from dragoman.language.coreference.quotations import Quotations, subject_of
from dragoman.language.reading import MentionKind, Reading, Token

_DECAY = (1.0, 0.6, 0.36, 0.2, 0.12, 0.07)
_ACROSS_QUOTES = 0.6
_CATAPHORA = 0.8
_SPEAKER_GOES_ON = 0.5

Fits = Callable[[Cluster, Node], float]


class Salience:
    """The prominence of clusters at a mention, by sentence and grammatical role.

    Args:
        reading: the reading. nodes: its mentions. clusters: their clusters so far. quotations: its quotations.
    """

    def __init__(
        self, reading: Reading, nodes: list[Node], clusters: Clusters, quotations: Quotations
    ) -> None:
        self._reading = reading
        self._clusters = clusters
        self._quotations = quotations
        self._by_sentence: dict[int, list[Node]] = defaultdict(list)
        self._by_head = {n.head.index: n for n in nodes}
        for node in nodes:
            self._by_sentence[node.sentence].append(node)

    def best(self, node: Node, fits: Fits, *, window: int, least: float = 0.0) -> Node | None:
        """The last mention of the cluster that a mention most likely takes up.

        Args:
            node: the mention to resolve.
            fits: how well a cluster, seen through one of its mentions, fits: 0 (not at all) to 1.
            window: how many sentences to look back.
            least: the score below which nothing is taken up.
        """
        barred = self._barred(node)
        own = self._clusters.find(node)
        scores: dict[int, float] = defaultdict(float)
        last: dict[int, Node] = {}
        for distance in range(min(window, node.sentence) + 1):
            peaks: dict[int, float] = {}
            for other in self._by_sentence.get(node.sentence - distance, ()):
                if other.index >= node.index:
                    break
                key = self._clusters.find(other)
                if key == own or key in barred:
                    continue
                weight = other.weight * self._across(node, other)
                if weight > peaks.get(key, 0.0):
                    peaks[key] = weight
                if key not in last or other.index > last[key].index:
                    last[key] = other
            for key, weight in peaks.items():
                scores[key] += weight * _DECAY[min(distance, len(_DECAY) - 1)]
        self._add_cataphora(node, scores, last, barred | {own})
        self._add_speaker(node, scores, last, barred | {own})
        return self._choose(scores, last, fits, least)

    def _choose(
        self, scores: dict[int, float], last: dict[int, Node], fits: Fits, least: float
    ) -> Node | None:
        best: tuple[float, int] | None = None
        chosen = None
        for key, score in scores.items():
            node = last[key]
            score *= fits(self._clusters.of(node), node)
            if score > least and (best is None or (score, node.index) > best):
                best, chosen = (score, node.index), node
        return chosen

    def _across(self, node: Node, other: Node) -> float:
        """Mentions on the other side of a quotation mark are less prominent."""
        at = self._quotations.at
        return 1.0 if at.get(node.head.index) is at.get(other.head.index) else _ACROSS_QUOTES

    def _barred(self, node: Node) -> set[int]:
        """Clusters that syntax keeps a mention from standing for."""
        barred: set[int] = set()
        head = node.head
        if node.kind is MentionKind.PRONOUN and node.head.dep == "poss":
            self._bar(head.head, barred)
        elif head.dep in {"dobj", "dative", "pobj", "conj"} and not head.lower.endswith(("self", "selves")):
            verb = head.head.head if head.dep == "pobj" else head.head
            subject = subject_of(verb) if verb.pos in {"VERB", "AUX"} else None
            if subject is not None:
                self._bar(subject, barred)
        if node.kind is MentionKind.PRONOUN:
            quotation = self._quotations.at.get(head.index)
            if quotation is not None and quotation.whole and quotation.speaker is not None:
                barred.add(self._clusters.find(quotation.speaker))
        else:
            for above in head.ancestors():
                self._bar(above, barred)
                if above.pos in {"VERB", "AUX"}:
                    break
        return barred

    def _bar(self, head: Token, barred: set[int]) -> None:
        other = self._by_head.get(head.index)
        if other is not None:
            barred.add(self._clusters.find(other))

    def _add_cataphora(
        self, node: Node, scores: dict[int, float], last: dict[int, Node], barred: set[int]
    ) -> None:
        """In a phrase before the main subject, a pronoun may stand for that subject ("In his speech, Lee said")."""
        head = node.head
        if node.kind is not MentionKind.PRONOUN:
            return
        top = head
        for above in head.ancestors():
            if above.dep in {"ROOT", "ccomp"} and above.pos in {"VERB", "AUX"}:
                subject = above.child("nsubj", "nsubjpass")
                if subject is None or subject.index <= head.index or top.index > subject.index:
                    return
                other = self._by_head.get(subject.index)
                if other is not None and other.kind is MentionKind.NAME and top.dep in {"prep", "advcl"}:
                    key = self._clusters.find(other)
                    if key not in barred:
                        scores[key] += _CATAPHORA
                        last.setdefault(key, other)
                return
            top = above

    def _add_speaker(
        self, node: Node, scores: dict[int, float], last: dict[int, Node], barred: set[int]
    ) -> None:
        """The speaker of the quotation before is likely to speak on ("…," he said)."""
        if node.kind is not MentionKind.PRONOUN or not node.head.dep.startswith("nsubj"):
            return
        for quotation in self._quotations.ending_before(node):
            speaker = quotation.speaker
            if speaker is None or speaker.index >= node.index:
                continue
            key = self._clusters.find(speaker)
            if key not in barred:
                scores[key] += _SPEAKER_GOES_ON
                last.setdefault(key, speaker)
            return
