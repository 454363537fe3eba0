"""Sieves over syntax: apposition, predicate nominals, relative pronouns, names before a group noun."""

from __future__ import annotations

from dragoman.language.coreference.clusters import Clusters
from dragoman.language.coreference.features import Determiner, Node, Number
from dragoman.language.lexicon import Sort
from dragoman.language.mentions import relative_antecedent
from dragoman.language.reading import MentionKind, Token

_COPULAS = frozenset({"be", "become", "remain"})
_MODALS = frozenset("may might could would should must can will".split())
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
_MEDIA_NOUNS = frozenset("agency network channel".split())
_MEDIA_WORDS = frozenset("news television tv radio broadcasting".split())
_MAY_BE_GROUP = frozenset({Sort.BODY, Sort.GROUP, Sort.OTHER})
_ACTING_BODIES = frozenset({Sort.BODY, Sort.GROUP})
_UNKNOWN_PERSON = frozenset({Sort.OTHER, Sort.PERSON})
_UNKNOWN_BODY = frozenset({Sort.OTHER, Sort.BODY})
_UNKNOWN_GROUP = frozenset({Sort.OTHER, Sort.GROUP})
_GROUP_NOUNS = frozenset(
    "group movement militia organisation organization faction agency newspaper network channel".split()
)


def link_structure(nodes: list[Node], by_head: dict[int, Node], clusters: Clusters) -> None:
    """Link mentions that the syntax sets equal."""
    for node in nodes:
        if node.kind is MentionKind.PRONOUN:
            _link_relative(node, by_head, clusters)
        else:
            _link_office(node, by_head, clusters)
            _link_appositions(node, by_head, clusters)
            if node.kind is MentionKind.NOMINAL:
                _link_close_name(node, nodes, clusters)
            _link_predicate(node, by_head, clusters)
            _link_group_name(node, by_head, clusters)


def _link_relative(node: Node, by_head: dict[int, Node], clusters: Clusters) -> None:
    if node.head.lower not in _RELATIVES:
        return
    antecedent = relative_antecedent(node.head)
    other = by_head.get(antecedent.index) if antecedent is not None else None
    if other is not None and other.index < node.index:
        node.number = other.number
        clusters.merge(other, node)


def _link_office(node: Node, by_head: dict[int, Node], clusters: Clusters) -> None:
    """Link an office and the name after its field ("Ambassador to China John Ho")."""
    office = by_head.get(node.draft.office.index) if node.draft.office is not None else None
    if office is not None and office.number is not Number.PLURAL and office.determiner is Determiner.NONE:
        clusters.merge(office, node)


def _link_appositions(node: Node, by_head: dict[int, Node], clusters: Clusters) -> None:
    for child in node.head.children:
        if child.dep != "appos":
            continue
        other = by_head.get(child.index)
        if other is None or other.kind is MentionKind.PRONOUN:
            continue
        if _equated(node, other, clusters):
            clusters.merge(node, other)
        elif other.kind is MentionKind.NAME:
            _link_past_name(node, other, by_head, clusters)


def _link_past_name(node: Node, other: Node, by_head: dict[int, Node], clusters: Clusters) -> None:
    """Link a name to the noun beyond the name that it is attached to ("a spokesman for Lee, John Ho")."""
    above = node.head.head
    office = by_head.get(above.head.index) if above.dep == "prep" else None
    if office is not None and office.kind is MentionKind.NAME and _abbreviates(other):
        clusters.merge(office, other)  # "Organisation for Security in Europe (OSE)"
        return
    if office is None or office.kind is not MentionKind.NOMINAL or office.sort is not Sort.PERSON:
        return
    if _alike(office, other, clusters) and not _listed(office.head):
        clusters.merge(office, other)


def _link_close_name(node: Node, nodes: list[Node], clusters: Clusters) -> None:
    """Link a noun and the name that follows it without a comma ("her aunt Mary Ho")."""
    if node.index + 1 == len(nodes):
        return
    name = nodes[node.index + 1]
    if name.draft.first != node.head.index + 1 or name.kind is not MentionKind.NAME:
        return
    beside = name.head.head is node.head or name.head.head is node.head.head
    if not beside or name.head.dep not in {"appos", node.head.dep}:
        return
    if node.sort is Sort.PERSON is name.sort and _alike(node, name, clusters):
        clusters.merge(node, name)


def _equated(node: Node, other: Node, clusters: Clusters) -> bool:
    """Whether one of two phrases in apposition renames the other."""
    if node.kind is other.kind is MentionKind.NAME:
        return _abbreviates(other) and node.head.dep != "pobj"
    if _listed(node.head) or _listed(other.head):
        return False
    return _alike(node, other, clusters)


def _abbreviates(other: Node) -> bool:
    """Whether a name is an abbreviation in brackets ("Islamic State (ISIS)")."""
    text = other.head.text
    bracketed = any(c.text == "(" for c in (*other.head.head.children, *other.head.children))
    return bracketed and len(other.draft.words) == 1 and text.isupper() and text.isalpha() and len(text) > 1


def _alike(node: Node, other: Node, clusters: Clusters) -> bool:
    """Whether two mentions agree in sort, gender and number."""
    one, two = clusters.of(node).sort, clusters.of(other).sort
    if not _sorts_agree(one, two, named=MentionKind.NAME in {node.kind, other.kind}):
        return False
    if node.gender and other.gender and node.gender is not other.gender:
        return False
    if Sort.GROUP in {one, two}:
        return True
    return not (node.number and other.number and node.number is not other.number)


def _sorts_agree(one: Sort, two: Sort, *, named: bool) -> bool:
    """Whether two sorts may be of one thing; what is unknown may be a named person or body."""
    pair = {one, two}
    if one is two:
        return one is not Sort.OTHER or named
    return pair in (_ACTING_BODIES, _UNKNOWN_PERSON, _UNKNOWN_BODY, _UNKNOWN_GROUP)


def _listed(head: Token) -> bool:
    return any(c.dep == "conj" for c in head.children)


def _link_predicate(node: Node, by_head: dict[int, Node], clusters: Clusters) -> None:
    """Link "X" and "the minister" of "X is the minister"."""
    head = node.head
    if head.dep != "attr" or head.head.lemma not in _COPULAS or _listed(head):
        return
    verb = head.head
    subject = verb.child("nsubj")
    other = by_head.get(subject.index) if subject is not None else None
    if other is None or other.head.index > head.index or _unreal(verb):
        return
    vague = node.determiner is Determiner.INDEFINITE is other.determiner
    if vague or other.head.lower == "it" or node.sort is Sort.OTHER:
        return
    if clusters.of(other).sort is node.sort and _alike(other, node, clusters):
        clusters.merge(other, node)


def _unreal(verb: Token) -> bool:
    return any(c.dep == "neg" or (c.dep == "aux" and c.lemma in _MODALS) for c in verb.children)


def _link_group_name(node: Node, by_head: dict[int, Node], clusters: Clusters) -> None:
    """Link "Islamic State" and "the Islamic State group"."""
    if node.kind is not MentionKind.NOMINAL or node.lemma not in _GROUP_NOUNS or node.number is Number.PLURAL:
        return
    head = node.head
    of_media = node.lemma in _MEDIA_NOUNS and any(c.lower in _MEDIA_WORDS for c in head.children)
    name = by_head.get(head.index - 2 if of_media else head.index - 1)
    if name is None or name.kind is not MentionKind.NAME or name.sort not in _MAY_BE_GROUP:
        return
    if name.head.dep in {"compound", "nmod"}:
        clusters.merge(name, node)
