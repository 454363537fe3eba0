"""Weighing antecedents: the nearer and the more prominent a cluster's mentions, the likelier it is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from dragoman.language.coreference.clusters import Cluster, Clusters
from dragoman.language.coreference.features import SPEAKER_PRONOUNS, Node
from dragoman.language.coreference.quotations import Quotations, subject_of
from dragoman.language.coreference.speakers import Speakers
from dragoman.language.reading import MentionKind, Token

_DECAY = (
    1.0,
    0.6,
    0.36,
    0.2,
    0.12,
    0.07,
)  # by the number of sentences between
_REPEATED = 0.2  # what further sentences that mention a cluster add
_ACROSS_QUOTES = 0.6
_CATAPHORA = 0.8
_IN_WHAT_IS_SAID = 0.6  # what a name counts in a clause that its reporter follows
_SPEAKER_GOES_ON = 0.5
_LED, _LED_DECAY = 0.5, 0.5  # what it adds to have led the last sentence, and earlier ones
_ACTED = 0.3  # what it adds to have led it without speaking
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_VERBS = frozenset({"VERB", "AUX"})

Fits = Callable[[Cluster, Node], float]


class Salience:
    """The prominence of clusters at a mention, by sentence and grammatical role.

    Args:
        nodes: the mentions of a reading. clusters: their clusters so far.
        quotations: the reading's quotations. speakers: who speaks in it.
    """

    def __init__(
        self, nodes: list[Node], clusters: Clusters, quotations: Quotations, speakers: Speakers
    ) -> None:
        self._clusters = clusters
        self._quotations = quotations
        self._speakers = speakers
        self._by_sentence: dict[int, list[Node]] = defaultdict(list)
        self._pairs: dict[int, list[Node]] = defaultdict(list)
        self._by_head = {n.head.index: n for n in nodes}
        self._named_by: dict[int, list[Node]] = defaultdict(list)  # whom a speaker names in quotations
        for node in nodes:
            if node.head.lower not in SPEAKER_PRONOUNS:
                self._by_sentence[node.sentence].append(node)
            if node.kind is MentionKind.NAME and (speaker := quotations.speaker_beside(node)) is not None:
                self._named_by[speaker.index].append(node)
            if self._begins_pair(node):
                self._pairs[node.sentence].append(node)

    def _begins_pair(self, node: Node) -> bool:
        """Whether a name is the first of two or more that are coordinated ("Holm and Marlow")."""
        if node.kind is not MentionKind.NAME or node.head.dep == "conj":
            return False
        other = next((c for c in node.head.children if c.dep == "conj"), None)
        return other is not None and other.index in self._by_head

    def is_speaking(self, node: Node) -> bool:
        """Whether a mention is the subject of a verb of speech."""
        return self._speakers.is_speaking(node)

    def names(self, speaker: Node, cluster: Cluster) -> bool:
        """Whether a speaker's own quotation names somebody: he speaks of another."""
        named = self._named_by.get(speaker.index, ())
        return any(self._clusters.of(node) is cluster for node in named)

    def is_reporting(self, node: Node) -> bool:
        """Whether a mention speaks or is named behind "according to"."""
        return self._speakers.is_speaking(node) or node.head.head.head.lower == "according"

    def pair(self, node: Node, *, window: int) -> tuple[Node | None, float]:
        """The first of the coordinated names that "they" may take up together, and the score of that."""
        for distance in range(min(window, node.sentence) + 1):
            for first in reversed(self._pairs.get(node.sentence - distance, ())):
                if first.index < node.index and not node.head.is_under(first.head):
                    return first, first.weight * _DECAY[distance]
        return None, 0.0

    def best(self, node: Node, fits: Fits, *, window: int) -> tuple[Node | None, float]:
        """The last mention of the cluster that a mention most likely takes up, and its score.

        Args:
            node: the mention to resolve.
            fits: how well a cluster, seen through its last mention, fits: 0 (not at all) to 1.
            window: how many sentences to look back.

        Returns:
            None and 0 if no cluster fits.
        """
        field = _Field(self._barred(node) | {self._clusters.find(node)})
        for distance in range(min(window, node.sentence) + 1):
            self._weigh_sentence(node, distance, field)
        if node.kind is MentionKind.PRONOUN:
            self._weigh_cataphora(node, field)
            self._weigh_first_subject(node, field)
            self._weigh_namer(node, field)
            self._weigh_speaker(node, field)
            self._weigh_leaders(node, field)
        return self._choose(field, fits)

    def _weigh_sentence(self, node: Node, distance: int, field: _Field) -> None:
        """Add each cluster's most prominent mention in a sentence."""
        peaks: dict[int, float] = {}
        at = self._quotations.at
        here = at.get(node.head.index)
        reported = self._speakers.reported_before(node) if distance == 0 else frozenset()
        for other in self._by_sentence.get(node.sentence - distance, ()):
            if other.index >= node.index:
                break
            key = self._clusters.find(other)
            if key in field.barred:
                continue
            weight = other.weight if at.get(other.head.index) is here else other.weight * _ACROSS_QUOTES
            if other.head.index in reported:
                weight *= _IN_WHAT_IS_SAID
            if weight > peaks.get(key, 0.0):
                peaks[key] = weight
            if key not in field.last or other.index > field.last[key].index:
                field.last[key] = other
        decay = _DECAY[min(distance, len(_DECAY) - 1)]
        for key, weight in peaks.items():
            field.weigh(key, weight * decay)

    def _choose(self, field: _Field, fits: Fits) -> tuple[Node | None, float]:
        best = (0.0, -1)
        chosen = None
        for key, score in field.scores.items():
            node = field.last[key]
            rank = (score * fits(self._clusters.of(node), node), node.index)
            if rank > best and rank[0] > 0.0:
                best, chosen = rank, node
        return chosen, best[0]

    def _barred(self, node: Node) -> set[int]:
        """Clusters that syntax keeps a mention from standing for."""
        head = node.head
        if node.kind is not MentionKind.PRONOUN:
            return self._clusters_of(_governors(head)) | self._commanded(head)
        barred: set[int] = set()
        if head.dep == "poss":
            barred = self._clusters_of([head.head])
        elif head.dep in {"dobj", "dative", "pobj", "conj"}:
            verb = head.head.head if head.dep == "pobj" else head.head
            subject = subject_of(verb) if verb.pos in _VERBS else None
            barred = self._clusters_of([subject] if subject is not None else [])
        elif head.dep in _SUBJECTS:
            barred = self._clusters_of(_objects(head.head)) | self._commanded(head) | self._described(head)
            if node.gender is not None:  # a firm's statement names the firm
                barred.update(map(self._clusters.find, self._named_by.get(node.index, ())))
        quotation = self._quotations.at.get(head.index)
        if quotation is not None and quotation.whole and quotation.speaker is not None:
            barred.add(self._clusters.find(quotation.speaker))
        return barred

    def _commanded(self, head: Token) -> set[int]:
        """Clusters named within the clause that a subject governs ("he" is not Lee in "he said Lee left").

        Principle C of binding (Chomsky 1981): a name is not bound from above.
        """
        if head.dep not in _SUBJECTS:
            return set()
        names = [
            token
            for clause in head.head.all("ccomp")
            if clause.index > head.index
            for token in clause.subtree()
            if token.index in self._by_head and self._by_head[token.index].kind is MentionKind.NAME
        ]
        return self._clusters_of([t for t in names if t.index not in self._quotations.at])

    def _described(self, head: Token) -> set[int]:
        """Clusters of what a relative clause with its own subject tells of ("Lee, who he said had left")."""
        return self._clusters_of([head.head.head] if head.head.dep == "relcl" else [])

    def _clusters_of(self, heads: list[Token]) -> set[int]:
        return {self._clusters.find(self._by_head[h.index]) for h in heads if h.index in self._by_head}

    def _weigh_cataphora(self, node: Node, field: _Field) -> None:
        """A pronoun before the main subject may stand for it ("In his speech, Lee said")."""
        top = node.head
        for above in node.head.ancestors():
            if above.pos in _VERBS and above.dep in {"ROOT", "ccomp"} and not _is_fronted_in(above):
                subject = above.child("nsubj", "nsubjpass")
                fronted = top.dep in {"prep", "advcl"} and subject is not None and top.index < subject.index
                if fronted and subject is not None and subject.index > node.head.index:
                    field.add(self._clusters, self._by_head.get(subject.index), _CATAPHORA)
                return
            top = above

    def _weigh_first_subject(self, node: Node, field: _Field) -> None:
        """The subject of coordinated clauses is likely to be one ("Lee said Ho left, but he stayed")."""
        verb = node.head.head
        if node.gender is None or node.head.dep not in _SUBJECTS or verb.dep != "conj":
            return
        first = subject_of(verb.head)
        if first is not None and first.index < node.head.index:
            field.add(self._clusters, self._by_head.get(first.index), _SPEAKER_GOES_ON)

    def _weigh_namer(self, node: Node, field: _Field) -> None:
        """Who acts is likely to name the thing, too ("Lee left, citing what he called a crisis")."""
        verb = node.head.head
        if node.head.dep not in _SUBJECTS or not any(c.lower == "what" for c in verb.children):
            return
        above = next((a for a in verb.ancestors() if a.pos in _VERBS), None)
        acting = subject_of(above) if above is not None else None
        while acting is None and above is not None and above.dep in {"advcl", "acl", "pcomp"}:
            above = next((a for a in above.ancestors() if a.pos in _VERBS), None)
            acting = subject_of(above) if above is not None else None
        if acting is not None and acting.index < node.head.index:
            field.add(self._clusters, self._by_head.get(acting.index), _SPEAKER_GOES_ON)

    def _weigh_speaker(self, node: Node, field: _Field) -> None:
        """The speaker of the quotation before is likely to speak on ("…," he said)."""
        if node.head.dep not in _SUBJECTS or self._after_subject(node):
            return
        here = node.sentence
        for quotation in self._quotations.ending_before(node):
            first, last = self._quotations.sentences(quotation)
            if here - last > 1:
                return
            if quotation.speaker is not None and quotation.speaker.index < node.index:
                field.add(self._clusters, quotation.speaker, _SPEAKER_GOES_ON)
                return
            here = min(here, first)

    def _weigh_leaders(self, node: Node, field: _Field) -> None:
        """Who speaks is likely to be one who led a sentence before ("Lee said … He added …")."""
        if not self._speakers.is_speaking(node):
            return
        seen: set[int] = set()
        for other, distance in self._speakers.before(node):
            key = self._clusters.find(other)
            if key not in seen:
                seen.add(key)
                led = _LED if node.gender is None or self._speakers.has_spoken(other) else _ACTED
                field.add(self._clusters, other, led * _LED_DECAY ** max(0, distance - 1))

    def _after_subject(self, node: Node) -> bool:
        """Whether another named subject goes before a pronoun in its sentence."""
        return any(
            other.index < node.index and other.head.dep in _SUBJECTS and other.kind is not MentionKind.PRONOUN
            for other in self._by_sentence[node.sentence]
            if other.head.index not in self._quotations.at
        )


class _Field:
    """The clusters in the field for one mention: scores, last mentions, and those that are barred."""

    __slots__ = ("barred", "last", "peaks", "scores")

    def __init__(self, barred: set[int]) -> None:
        self.barred = barred
        self.scores: dict[int, float] = defaultdict(float)
        self.last: dict[int, Node] = {}
        self.peaks: dict[int, float] = {}

    def weigh(self, key: int, weight: float) -> None:
        """Count a sentence's mention of a cluster: the weightiest in full, the others a little."""
        score = self.scores[key]
        peak = self.peaks.get(key, 0.0)
        if weight > peak:
            self.scores[key] = score - peak + peak * _REPEATED + weight
            self.peaks[key] = weight
        else:
            self.scores[key] = score + weight * _REPEATED

    def add(self, clusters: Clusters, node: Node | None, weight: float) -> None:
        """Raise the score of a mention's cluster, unless it is barred."""
        if node is None:
            return
        key = clusters.find(node)
        if key not in self.barred:
            self.scores[key] += weight
            self.last.setdefault(key, node)


def _objects(verb: Token) -> list[Token]:
    """The objects of a verb, with and without preposition."""
    found = verb.all("dobj", "dative")
    for preposition in verb.all("prep", "agent"):
        found += preposition.all("pobj")
    return found


def _is_fronted_in(clause: Token) -> bool:
    """Whether a clause stands in a phrase that opens a sentence ("By saying he hopes, Lee …")."""
    for above in clause.ancestors():
        if above.dep in {"prep", "advcl"}:
            return above.index < above.head.index
        if above.pos not in _VERBS:
            return False
    return False


def _governors(head: Token) -> list[Token]:
    """What a phrase hangs on, up to the verb."""
    found = []
    for above in head.ancestors():
        if above.pos in _VERBS:
            break
        found.append(above)
    return found
