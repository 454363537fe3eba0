"""The sieves in their order, and the chains that come out."""

from __future__ import annotations

from collections import Counter

from dragoman.language.coreference.clusters import Cluster, Clusters
from dragoman.language.coreference.features import Node, nodes_of
from dragoman.language.coreference.names import link_names
from dragoman.language.lexicon import Sort
from dragoman.language.mentions import find_mentions
from dragoman.language.reading import Chain, Mention, Reading

_SORT_LABELS = {Sort.PERSON: "PERSON", Sort.BODY: "ORG", Sort.GROUP: "NORP", Sort.COUNTRY: "GPE"}


def find_chains(reading: Reading) -> tuple[list[Mention], list[Chain]]:
    """The mentions of a reading and the chains of those that stand for the same."""
    nodes = nodes_of(reading, find_mentions(reading))
    clusters = Clusters(nodes)
    link_names(nodes, clusters)
    return _finish(reading, nodes, clusters)


def _finish(reading: Reading, nodes: list[Node], clusters: Clusters) -> tuple[list[Mention], list[Chain]]:
    chains: list[Chain] = []
    mentions: dict[int, Mention] = {}
    for number, cluster in enumerate(clusters.all()):
        cluster.nodes.sort(key=lambda n: n.index)
        name, label = _canonical(reading, cluster)
        chains.append(Chain(number, tuple(n.index for n in cluster.nodes), name, label))
        for node in cluster.nodes:
            draft = node.draft
            own = label if draft.words else ""
            mentions[node.index] = Mention(
                draft.first, draft.last, draft.head.index, draft.kind, name_text(reading, node), own, number
            )
    return [mentions[n.index] for n in nodes], chains


def name_text(reading: Reading, node: Node) -> str:
    """The bare name of a mention; "" if it has none."""
    words = node.draft.words
    return reading.words(words).replace("\n", " ").rstrip(".,") if words else ""


def _canonical(reading: Reading, cluster: Cluster) -> tuple[str, str]:
    """The fullest name of a cluster and its label by majority."""
    named = [n for n in cluster.nodes if n.draft.words]
    if not named:
        return "", ""
    best = max(named, key=lambda n: (len(n.draft.words), n.weight))
    labels = Counter(n.draft.label for n in named if n.draft.label)
    label = _SORT_LABELS.get(cluster.sort) or (labels.most_common(1)[0][0] if labels else "")
    return name_text(reading, best), label
