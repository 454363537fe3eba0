"""Pronouns and what they stand for."""

from __future__ import annotations

from dragoman.language.coreference.clusters import Cluster, Clusters
from dragoman.language.coreference.features import SPEAKER_PRONOUNS, Node, Number
from dragoman.language.coreference.quotations import Quotations, subject_of
from dragoman.language.coreference.rules import Rules
from dragoman.language.coreference.salience import Salience
from dragoman.language.lexicon import Gender, Lexicon, Sort
from dragoman.language.reading import MentionKind, Token

_PERSONAL = frozenset("he him his himself she her hers herself".split())
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset("they them their theirs themselves".split())
_SEATS = frozenset({"house", "pentagon", "kremlin", "capitol", "street"})
_WILLED_OBJECTS = frozenset({Sort.PERSON, Sort.BODY, Sort.GROUP})
_NEUTER_FIT = {
    Sort.COUNTRY: 1.0, Sort.BODY: 1.0, Sort.GROUP: 0.9, Sort.PLACE: 0.6, Sort.OTHER: 0.7, Sort.PERSON: 0.0,
}  # fmt: skip
_DOCUMENT_FIT = 0.9
_PLURAL_FIT = {
    Sort.COUNTRY: 0.25, Sort.BODY: 0.45, Sort.GROUP: 0.9, Sort.PLACE: 0.1, Sort.OTHER: 0.2, Sort.PERSON: 0.0,
}  # fmt: skip


class Pronouns:
    """Resolves personal pronouns.

    Args:
        words, rules: the lexicon. by_head: the mentions by head token.
        clusters, quotations, salience: the state of the article's resolution.
    """

    def __init__(  # noqa: PLR0917
        self, words: Lexicon, rules: Rules, by_head: dict[int, Node], clusters: Clusters,
        quotations: Quotations, salience: Salience,
    ) -> None:  # fmt: skip
        self._words = words
        self._rules = rules
        self._by_head = by_head
        self._clusters = clusters
        self._quotations = quotations
        self._salience = salience
        self._pairs: dict[int, Node] = {}

    def resolve(self, node: Node) -> None:
        """Put a pronoun into the cluster that it stands for, if one is found."""
        word = node.head.lower
        if word in SPEAKER_PRONOUNS or (word.endswith(("self", "selves")) and self._reflexive(node)):
            return
        willed = self._is_willed(node.head)
        best = self._salience.best
        if word in _PERSONAL:
            antecedent, _ = best(node, lambda c, n: self._fits_person(node, c, n), window=5)
        elif word in _NEUTER:
            speaks = self._salience.is_speaking(node)
            antecedent, _ = best(
                node, lambda c, n: (speaks and self._spoke(c)) or self._fits_neuter(c, n, willed), window=3
            )
        elif word in _PLURAL:
            antecedent, score = best(node, lambda c, n: self._fits_plural(c, n, willed), window=3)
            antecedent = self._pair_or(antecedent, score, node)
        else:
            return
        if antecedent is not None:
            self._clusters.merge(antecedent, node)

    def _pair_or(self, antecedent: Node | None, score: float, node: Node) -> Node | None:
        """What "they" takes up: a cluster, or the coordinated names that an earlier "they" took up."""
        first, weight = self._salience.pair(node, window=2)
        if first is None or weight <= score:
            return antecedent
        earlier = self._pairs.setdefault(first.index, node)
        return earlier if earlier is not node else None

    def resolve_speaker(self, node: Node) -> None:
        """Put "I" and "we" in a quotation into the speaker's cluster."""
        if node.head.lower not in SPEAKER_PRONOUNS:
            return
        quotation = self._quotations.at.get(node.head.index)
        if quotation is not None and quotation.speaker is not None:
            self._clusters.merge(quotation.speaker, node)

    def _reflexive(self, node: Node) -> bool:
        """Link "itself" to what it stands beside or to the subject of its clause."""
        head = node.head
        above = head.head
        if head.dep in {"appos", "npadvmod"} and above.index in self._by_head:
            target = self._by_head.get(above.index)
        else:
            verb = next((a for a in head.ancestors() if a.pos in {"VERB", "AUX"}), None)
            subject = subject_of(verb) if verb is not None else None
            target = self._by_head.get(subject.index) if subject is not None else None
        if target is None or target is node:
            return False
        self._clusters.merge(target, node)
        return True

    def _is_willed(self, head: Token) -> bool:
        """Whether a pronoun stands for one who wills and owns: a state, a body, a group."""
        above = head.head
        if head.dep == "nsubj":
            return above.lemma in self._rules.agentive
        if head.dep == "poss":
            return self._words.sorts.get(above.lemma) in _WILLED_OBJECTS
        return False

    def _fits_person(self, pronoun: Node, cluster: Cluster, node: Node) -> float:
        if cluster.plural and not cluster.singular:
            return 0.0
        if cluster.gender is not None and cluster.gender is not pronoun.gender:
            return 0.0
        sort = cluster.sort
        if sort is Sort.PERSON:
            if cluster.gender is pronoun.gender:
                return 1.0
            return 0.9 if pronoun.gender is Gender.MALE else 0.5  # most who are in this news are men
        if sort is Sort.OTHER and node.kind is MentionKind.NAME:
            return 0.3
        return 0.15 if sort is Sort.BODY and self._may_be_person(node) else 0.0

    def _may_be_person(self, node: Node) -> bool:
        """Whether a name labelled as a body's may be a person's: no noun for a body in it, no acronym."""
        return node.kind is MentionKind.NAME and not any(
            w.text.isupper() or w.lower in self._words.sorts or w.lower in _SEATS for w in node.draft.words
        )

    def _spoke(self, cluster: Cluster) -> float:
        """How well a document that spoke before fits what speaks ("The report says … It says …")."""
        document = cluster.sort is Sort.OTHER and not cluster.plural
        return _DOCUMENT_FIT if document and any(map(self._salience.is_speaking, cluster.nodes)) else 0.0

    def _fits_neuter(self, cluster: Cluster, node: Node, willed: bool) -> float:
        if cluster.plural and not cluster.singular and cluster.sort is not Sort.GROUP:
            return 0.0
        sort = cluster.sort
        fit = _NEUTER_FIT[sort]
        if sort is Sort.OTHER and (willed or node.kind is not MentionKind.NAME):
            fit *= 0.15 if willed else 0.8
        return fit

    def _fits_plural(self, cluster: Cluster, node: Node, willed: bool) -> float:
        sort = cluster.sort
        if sort is Sort.PERSON and cluster.singular and cluster.names and node.number is not Number.PLURAL:
            return 0.0
        if cluster.plural or node.number is Number.PLURAL:
            if sort is Sort.OTHER or sort is Sort.PLACE:
                return 0.1 if willed else 0.5
            return 1.0
        if any(head in self._words.collective for head in cluster.heads):
            return 0.7
        return _PLURAL_FIT[sort]
