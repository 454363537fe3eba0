"""Delayed naming: "A senior envoy rejected it. … “It is dead,” Ana Petrova said" is the envoy's name."""

from __future__ import annotations

from dragoman.language.coreference.clusters import Clusters
from dragoman.language.coreference.features import Determiner, Node, Number
from dragoman.language.coreference.rules import Rules
from dragoman.language.lexicon import Sort
from dragoman.language.reading import MentionKind, Reading

_SOON = 3  # sentences within which the name must follow
_NAMELESS = frozenset({"anonymity", "anonymously", "unnamed", "identified", "unidentified"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def link_delayed_names(reading: Reading, nodes: list[Node], clusters: Clusters, rules: Rules) -> None:
    """Link somebody who is quoted without a name to the new name that the next quotation gives.

    The name must be a full one that the report has not given before, and what is said of its bearer, if
    anything, must agree with the noun.
    """
    for place, node in enumerate(nodes):
        if _is_unnamed_speaker(node, clusters, rules) and not _wants_no_name(reading, node):
            name = _next_speaker(reading, nodes[place + 1 :], node, rules)
            if name is not None and _may_be(node, name, clusters, rules):
                clusters.merge(node, name)


def _is_unnamed_speaker(node: Node, clusters: Clusters, rules: Rules) -> bool:
    person = node.sort is Sort.PERSON and node.number is Number.SINGULAR
    return (
        person
        and node.kind is MentionKind.NOMINAL
        and node.determiner is Determiner.INDEFINITE
        and _speaks(node, rules)
        and not clusters.of(node).names
    )


def _wants_no_name(reading: Reading, node: Node) -> bool:
    """Whether the sentence says that the speaker is not to be named ("on condition of anonymity")."""
    return any(t.lower in _NAMELESS for t in reading.sentence_tokens(reading.sentences[node.sentence]))


def _speaks(node: Node, rules: Rules) -> bool:
    return node.head.dep in _SUBJECTS and node.head.head.lemma in rules.speech


def _next_speaker(reading: Reading, following: list[Node], node: Node, rules: Rules) -> Node | None:
    """The next speaker in the same paragraph or the next, if it is a name."""
    segment = reading.sentences[node.sentence].segment
    for other in following:
        ahead = other.sentence - node.sentence
        if ahead > _SOON or reading.sentences[other.sentence].segment - segment > 1:
            return None
        if ahead and _speaks(other, rules) and other.kind is not MentionKind.PRONOUN:
            return other if other.kind is MentionKind.NAME else None
    return None


def _may_be(node: Node, name: Node, clusters: Clusters, rules: Rules) -> bool:
    one, two = clusters.of(node), clusters.of(name)
    new = min(n.index for n in two.nodes) > node.index and two.sort is Sort.PERSON
    if not new or len(name.draft.words) < 2:
        return False
    if node.gender and name.gender and node.gender is not name.gender:
        return False
    if one.nations and two.nations and not one.nations & two.nations:
        return False
    fitting = {node.lemma}
    if node.lemma not in rules.generic_persons:
        fitting |= rules.other_nouns.get(node.lemma, frozenset())
    return not two.heads or not two.heads.isdisjoint(fitting)
