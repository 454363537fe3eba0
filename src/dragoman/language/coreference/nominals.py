"""Definite nominals ("the group", "the envoy", "its embassy") and what they take up."""

from __future__ import annotations

from collections import defaultdict

from dragoman.language.coreference.clusters import Cluster, Clusters
from dragoman.language.coreference.features import Determiner, Node, Number
from dragoman.language.coreference.quotations import Quotations
from dragoman.language.coreference.rules import Rules
from dragoman.language.coreference.salience import Fits, Salience
from dragoman.language.lexicon import Lexicon, Sort
from dragoman.language.reading import MentionKind, Token

_DEFINITE = frozenset({Determiner.DEFINITE, Determiner.POSSESSED})
_COUNTRIES = frozenset({"country", "nation", "kingdom", "republic", "regime"})
_CITIES = frozenset({"city", "town", "metropolis"})
_GROUPS = frozenset(
    "group movement militia organisation organization faction network insurgency outfit alliance bloc".split()
)
_OTHER_RANK = frozenset("vice deputy former ex assistant acting then under".split())
_NO_ANTECEDENT = frozenset(
    {"two", "three", "four", "five", "other", "others", "new", "next", "another", "same", "more"}
)
_FAR = 40  # sentences: how far back a nominal with the same head is looked for
_CHIEF = 2  # times more mentions make one holder of an office the one whom a report is about
_SOON = 3  # sentences: how far back the holder of an office is looked for who is then named
_NEAR = 8  # sentences: how far back one with another head
_RESTRICTIVE = frozenset({"prep", "relcl", "acl"})


class Nominals:
    """Resolves definite nominals.

    Args:
        words, rules: the lexicon. by_head: the mentions by head token. clusters, salience: the state of the
            article's resolution.
    """

    def __init__(  # noqa: PLR0917
        self,
        words: Lexicon,
        rules: Rules,
        by_head: dict[int, Node],
        clusters: Clusters,
        quotations: Quotations,
        salience: Salience,
    ) -> None:
        self._words = words
        self._rules = rules
        self._by_head = by_head
        self._clusters = clusters
        self._quotations = quotations
        self._salience = salience
        self._by_word: dict[str, list[Node]] = defaultdict(list)

    def resolve(self, node: Node) -> None:
        """Put a definite nominal into the cluster that it takes up, if one is found."""
        named = bool(self._clusters.of(node).names)  # by the syntax; only who has no name yet can be the same
        bare_title = node.head.tag == "NNP" and node.determiner is Determiner.NONE
        if node.determiner not in _DEFINITE and not bare_title:
            return
        antecedent = self._same_head(node, named=named)
        if antecedent is None and not named:
            antecedent = self._by_sort(node)
        if antecedent is not None:
            self._clusters.merge(antecedent, node)

    def note(self, node: Node) -> None:
        """Keep a mention as an antecedent for those to come."""
        if node.kind is MentionKind.NAME and node.draft.titles and node.sort is Sort.PERSON:
            self._take_up_office(node)
        keys = {node.lemma} if node.kind is MentionKind.NOMINAL else {w.lower for w in node.draft.words}
        keys.update(node.draft.titles)
        if node.sort is Sort.COUNTRY:
            keys.discard("kingdom")  # Britain is not called "the kingdom"
        for key in keys:
            self._by_word[key].append(node)

    def _take_up_office(self, node: Node) -> None:
        """Link "President Lee" to "Korea's president" a little before, if he has not been named."""
        if self._clusters.of(node).nodes[0].index < node.index:
            return
        for title in node.draft.titles:
            for other in reversed(self._by_word.get(title, ())):
                if node.sentence - other.sentence > _SOON:
                    break
                if self._is_unnamed_holder(other, node):
                    self._clusters.merge(other, node)
                    return

    def _is_unnamed_holder(self, office: Node, name: Node) -> bool:
        cluster = self._clusters.of(office)
        if office.kind is not MentionKind.NOMINAL or cluster.names or office.number is Number.PLURAL:
            return False
        if name.modifiers & _OTHER_RANK - office.modifiers:
            return False
        nations = self._nations(office)
        if nations and name.nations and not nations & name.nations:
            return False
        fitting = office.determiner in _DEFINITE and office.modifiers <= name.modifiers
        return fitting and not _tail(office.head)

    def _same_head(self, node: Node, *, named: bool) -> Node | None:
        """The last mention with the same noun, else one that it may stand for, that holds its modifiers."""
        tail = _tail(node.head)
        same = [
            other
            for other in self._by_word.get(node.lemma, ())
            if node.sentence - other.sentence <= _FAR and self._takes_up(node, other, tail, named=named)
        ]
        if same:
            return self._most_prominent(node, same)
        near = [
            other
            for noun in self._rules.other_nouns.get(node.lemma, ())
            for other in self._by_word.get(noun, ())[-6:]
            if node.sentence - other.sentence <= _NEAR and self._takes_up(node, other, tail, named=named)
        ]
        near.sort(key=lambda n: n.index)
        return self._most_prominent(node, near) if near else None

    def _most_prominent(self, node: Node, candidates: list[Node]) -> Node:
        """Of several persons of one office the most prominent, else the last of what goes by the noun."""
        keys = {self._clusters.find(other) for other in candidates}
        if node.sort is Sort.PERSON and len(keys) > 1:
            if (spoke := self._last_to_speak(node, candidates)) is not None:
                return spoke
            if (chief := self._chief(node, candidates)) is not None:
                return chief
            chosen, _ = self._salience.best(
                node, lambda c, n: float(self._clusters.find(n) in keys), window=_SOON
            )
            return chosen or candidates[-1]
        return candidates[-1]

    def _last_to_speak(self, node: Node, candidates: list[Node]) -> Node | None:
        """The one without a name who spoke last, and not far ("an envoy said … the envoy said")."""
        if node.lemma not in self._rules.unnamed or node.modifiers or node.nations or node.owner is not None:
            return None
        near = (o for o in reversed(candidates) if node.sentence - o.sentence <= _SOON)
        return next((o for o in near if self._salience.is_reporting(o)), None)

    def _chief(self, node: Node, candidates: list[Node]) -> Node | None:
        """The last mention of whom a bare office stands for if one holder is named far more than others."""
        if node.modifiers or node.nations or node.owner is not None or node.number is Number.PLURAL:
            return None
        ranked = sorted({self._clusters.find(o): o for o in candidates}.values(), key=self._mentions)
        if self._mentions(ranked[-1]) < _CHIEF * self._mentions(ranked[-2]):
            return None
        return ranked[-1]

    def _mentions(self, node: Node) -> int:
        return len(self._clusters.of(node).nodes)

    def _takes_up(self, node: Node, other: Node, tail: str, *, named: bool) -> bool:
        cluster = self._clusters.of(other)
        if self._clusters.same(node, other) or node.head.is_under(other.head) or (named and cluster.names):
            return False
        if node.sort is Sort.PERSON and self._salience.names(node, cluster):
            return False
        office = other.kind is MentionKind.NAME and tail in cluster.words  # "the secretary of state"
        if tail and not office and tail != _tail(other.head):
            return False
        if not _may_be(node, other, cluster) or not self._owners_agree(node, other):
            return False
        return self._modifiers_agree(node, cluster)

    def _owners_agree(self, node: Node, other: Node) -> bool:
        """Whether what belongs to somebody by name or pronoun belongs to the same in another mention."""
        if node.owner is None or node.owner.index not in self._by_head:
            return True
        owner = self._by_head[node.owner.index]
        if other.owner is not None and other.owner.index in self._by_head:
            return self._clusters.same(owner, self._by_head[other.owner.index])
        return bool(self._nations(node) & (other.nations | self._clusters.of(other).nations))

    def _modifiers_agree(self, node: Node, cluster: Cluster) -> bool:
        if node.modifiers & _NO_ANTECEDENT or node.modifiers - cluster.words:
            return False
        if (cluster.words & _OTHER_RANK) - node.modifiers:
            return False
        nations = self._nations(node)
        theirs = cluster.nations | {nation for other in cluster.nodes[:3] for nation in self._nations(other)}
        return not nations or nations <= theirs

    def _nations(self, node: Node) -> set[str]:
        """The countries that a mention's premodifiers and possessor name."""
        found = set(node.nations)
        if node.owner is not None and node.owner.index in self._by_head:
            owner = self._clusters.of(self._by_head[node.owner.index])
            names = (" ".join(name) for name in owner.names)
            found.update(self._words.countries[name] for name in names if name in self._words.countries)
        return found

    def _by_sort(self, node: Node) -> Node | None:
        """The most prominent cluster that the noun may stand for."""
        if node.determiner is not Determiner.DEFINITE or node.modifiers & _NO_ANTECEDENT or _tail(node.head):
            return None
        found = self._field_for(node)
        return self._salience.best(node, found[0], window=found[1])[0] if found is not None else None

    def _field_for(self, node: Node) -> tuple[Fits, int] | None:
        """What fits a noun, and how many sentences back it may stand."""
        lemma = node.lemma
        if node.number is Number.PLURAL:
            movement = lemma in self._rules.fighters and not node.nations
            return (self._fits_movement, 4) if movement else None
        if lemma in self._rules.generic_persons:
            return (lambda c, n: self._fits_office(node, c)), 3
        return None if node.nations or self._is_speakers_own(node) else self._field_for_body(lemma)

    def _field_for_body(self, lemma: str) -> tuple[Fits, int] | None:
        if lemma in _COUNTRIES:
            return (lambda c, n: float(c.sort is Sort.COUNTRY)), 6
        if lemma in _CITIES:
            return (lambda c, n: float(c.sort is Sort.PLACE and bool(c.names))), 4
        return (self._fits_group, 5) if lemma in _GROUPS else None

    def _is_speakers_own(self, node: Node) -> bool:
        """Whether "this country" stands in a quotation: it is the speaker's own."""
        return node.deictic and node.head.index in self._quotations.at

    def _fits_group(self, cluster: Cluster, node: Node) -> float:
        if cluster.sort not in {Sort.BODY, Sort.GROUP} or not cluster.names:
            return 0.0
        return 0.3 if self._is_organ(cluster) else 1.0

    def _fits_movement(self, cluster: Cluster, node: Node) -> float:
        if not cluster.names or self._is_organ(cluster) or node.head.tag == "NNPS":
            return 0.0
        called_group = any(self._words.sorts.get(noun) is Sort.GROUP for noun in cluster.heads)
        return float(cluster.sort is Sort.GROUP or (cluster.sort is Sort.BODY and called_group))

    def _is_organ(self, cluster: Cluster) -> bool:
        """Whether a body's name ends in a noun such as "Ministry", or the body is called one."""
        sorts = self._words.sorts
        nouns = [name[-1] for name in cluster.names] + list(cluster.heads)
        return any(sorts.get(noun) is Sort.BODY for noun in nouns)

    def _fits_office(self, node: Node, cluster: Cluster) -> float:
        if cluster.sort is not Sort.PERSON or not cluster.names or (cluster.plural and not cluster.singular):
            return 0.0
        if node.gender and cluster.gender and node.gender is not cluster.gender:
            return 0.0
        if node.modifiers - cluster.words or (node.nations and not node.nations <= cluster.nations):
            return 0.0
        if node.lemma in {"man", "woman"}:
            return 1.0
        return 0.0 if cluster.heads & self._words.offices else 0.6


def _may_be(node: Node, other: Node, cluster: Cluster) -> bool:
    """Whether sort, number and gender let a nominal take up a mention of a cluster."""
    sort = cluster.sort
    if node.sort is Sort.PERSON and sort not in {Sort.PERSON, Sort.OTHER}:
        return False
    if node.sort in {Sort.BODY, Sort.GROUP} and sort is Sort.PERSON:
        return False
    if (node.number is Number.PLURAL) != (other.number is Number.PLURAL):
        return False
    return not (node.gender and cluster.gender and node.gender is not cluster.gender)


def _tail(head: Token) -> str:
    """The noun of what restricts a head from behind ("the minister of defence"); "" if nothing does."""
    for child in head.children:
        if child.index > head.index and child.dep == "amod":
            return child.lower  # "the official close to the talks"
        if child.index > head.index and child.dep in _RESTRICTIVE:
            if child.dep == "prep":
                if child.lower not in {"of", "for", "to", "in", "from"}:
                    continue
                inner = child.child("pobj")
                return inner.lower if inner is not None else child.lower
            if child.index - head.index > 1 and _comma_before(head, child):
                continue
            return child.lower
    return ""


def _comma_before(head: Token, clause: Token) -> bool:
    return any(c.text == "," and head.index < c.index < clause.index for c in head.children)
