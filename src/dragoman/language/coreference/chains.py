"""The sieves in their order, and the chains that come out."""

from __future__ import annotations

from collections import Counter

from dragoman.language.coreference.clusters import Cluster, Clusters
from dragoman.language.coreference.features import Node, nodes_of
from dragoman.language.coreference.names import link_names, settle_sorts
from dragoman.language.coreference.naming import link_delayed_names
from dragoman.language.coreference.nominals import Nominals
from dragoman.language.coreference.pleonastic import is_pleonastic
from dragoman.language.coreference.pronouns import Pronouns
from dragoman.language.coreference.quotations import Quotations
from dragoman.language.coreference.rules import rules
from dragoman.language.coreference.salience import Salience
from dragoman.language.coreference.speakers import Speakers
from dragoman.language.coreference.structure import link_structure
from dragoman.language.lexicon import Sort, lexicon
from dragoman.language.mentions import find_mentions
from dragoman.language.reading import Chain, Mention, MentionKind, Reading

_SORT_LABELS = {Sort.PERSON: "PERSON", Sort.BODY: "ORG", Sort.GROUP: "NORP", Sort.COUNTRY: "GPE"}


def find_chains(reading: Reading) -> tuple[list[Mention], list[Chain]]:
    """The mentions of a reading and the chains of those that stand for the same."""
    knowledge = rules()
    drafts = [d for d in find_mentions(reading) if not is_pleonastic(d.head, knowledge)]
    nodes = nodes_of(reading, drafts)
    settle_sorts(nodes)
    clusters = Clusters(nodes)
    by_head = {n.head.index: n for n in nodes}
    link_names(nodes, clusters)
    link_structure(nodes, by_head, clusters)
    _link_anaphors(reading, nodes, by_head, clusters)
    link_delayed_names(reading, nodes, clusters, knowledge)
    return _finish(reading, nodes, clusters)


def _link_anaphors(reading: Reading, nodes: list[Node], by_head: dict[int, Node], clusters: Clusters) -> None:
    """Link nominals and pronouns, from left to right; last the pronouns of speakers."""
    words, knowledge = lexicon(), rules()
    quotations = Quotations(reading, by_head, knowledge)
    salience = Salience(nodes, clusters, quotations, Speakers(reading, by_head, quotations, knowledge))
    nominals = Nominals(words, knowledge, by_head, clusters, quotations, salience)
    pronouns = Pronouns(words, knowledge, by_head, clusters, quotations, salience)
    for node in nodes:
        if node.kind is MentionKind.PRONOUN:
            pronouns.resolve(node)
            continue
        if node.kind is MentionKind.NOMINAL:
            nominals.resolve(node)
        nominals.note(node)
    for node in nodes:
        if node.kind is MentionKind.PRONOUN:
            pronouns.resolve_speaker(node)


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
    return reading.words(words).replace("\n", " ") if words else ""


def _fullness(node: Node) -> tuple[int, float]:
    return len(node.draft.words), node.weight


def _most_used(reading: Reading, named: list[Node]) -> Node:
    """The mention with the name that a country goes by most, abbreviations last."""
    uses = Counter(name_text(reading, n) for n in named)
    return max(named, key=lambda n: (not n.head.text.isupper(), uses[name_text(reading, n)], _fullness(n)))


def _by_surname(named: list[Node]) -> list[Node]:
    """A person's mentions that begin or end with the word that most of them end with.

    A headline's "Ana Holm Cancels Visit" is not among them.
    """
    ends = Counter(n.draft.words[-1].lower for n in named)
    surname = max(ends, key=lambda w: ends[w])
    return [n for n in named if surname in {n.draft.words[0].lower, n.draft.words[-1].lower}] or named


def _canonical(reading: Reading, cluster: Cluster) -> tuple[str, str]:
    """The fullest name of a cluster and its label by majority."""
    named = [n for n in cluster.nodes if n.draft.words]
    if not named:
        return "", ""
    if cluster.sort is Sort.COUNTRY:
        best = _most_used(reading, named)
    else:
        best = max(_by_surname(named) if cluster.sort is Sort.PERSON else named, key=_fullness)
    labels = Counter(n.draft.label for n in named if n.draft.label)
    label = _SORT_LABELS.get(cluster.sort) or (labels.most_common(1)[0][0] if labels else "")
    return name_text(reading, best), label
