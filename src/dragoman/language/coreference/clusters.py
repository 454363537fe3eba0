"""Clusters of mentions that stand for the same, and what is known of each."""

from __future__ import annotations

from dragoman.language.coreference.features import Node, Number
from dragoman.language.lexicon import Gender, Sort
from dragoman.language.reading import MentionKind


class Cluster:
    """Mentions taken to stand for the same, with the sum of what they tell.

    Attributes:
        nodes: the mentions, in the order in which they came in.
        names: the words of its names, in lower case. sorts: votes for what it is.
        gender: as far as known. plural, singular: whether a mention shows the number.
        titles: title words and nominal heads that it goes by. nations: nationalities that go before it.
    """

    __slots__ = ("gender", "heads", "names", "nations", "nodes", "plural", "singular", "sorts", "words")

    def __init__(self, node: Node) -> None:
        self.nodes = [node]
        self.names: set[tuple[str, ...]] = set()
        self.sorts: dict[Sort, int] = {}
        self.gender: Gender | None = node.gender
        self.plural = node.number is Number.PLURAL
        self.singular = node.number is Number.SINGULAR
        self.heads: set[str] = set(node.draft.titles)
        self.nations: set[str] = set(node.nations)
        self.words: set[str] = set(node.modifiers)
        if node.kind is MentionKind.NOMINAL:
            self.heads.add(node.lemma)
        if node.draft.words:
            self.names.add(tuple(w.lower for w in node.draft.words))
            self.words.update(w.lower for w in node.draft.words)
        if node.kind is not MentionKind.PRONOUN or node.sort is Sort.PERSON:
            self.sorts[node.sort] = 1

    @property
    def sort(self) -> Sort:
        """What most of its mentions are; a known sort wins over an unknown one."""
        known = [(n, s) for s, n in self.sorts.items() if s is not Sort.OTHER]
        return max(known, key=lambda pair: pair[0])[1] if known else Sort.OTHER


class Clusters:
    """A partition of the mentions, made coarser step by step."""

    def __init__(self, nodes: list[Node]) -> None:
        self._above = list(range(len(nodes)))
        self._clusters: dict[int, Cluster] = {n.index: Cluster(n) for n in nodes}

    def find(self, node: Node) -> int:
        """The key of the cluster that a mention is in."""
        above = self._above
        key = node.index
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    def of(self, node: Node) -> Cluster:
        """The cluster that a mention is in."""
        return self._clusters[self.find(node)]

    def same(self, a: Node, b: Node) -> bool:
        """Whether two mentions are in one cluster."""
        return self.find(a) == self.find(b)

    def merge(self, a: Node, b: Node) -> None:
        """Put two mentions' clusters together."""
        one, two = sorted((self.find(a), self.find(b)))
        if one == two:
            return
        self._above[two] = one
        kept, gone = self._clusters[one], self._clusters.pop(two)
        kept.nodes += gone.nodes
        kept.names |= gone.names
        for sort, votes in gone.sorts.items():
            kept.sorts[sort] = kept.sorts.get(sort, 0) + votes
        kept.gender = kept.gender or gone.gender
        kept.plural |= gone.plural
        kept.singular |= gone.singular
        kept.heads |= gone.heads
        kept.nations |= gone.nations
        kept.words |= gone.words

    def all(self) -> list[Cluster]:
        """The clusters, in order of their first mentions."""
        return [self._clusters[key] for key in sorted(self._clusters)]
