"""Names that are coordinated, where the parser takes one for part of the other."""

from __future__ import annotations

from dragoman.language.drafts import NAME_LABELS, PROPER_TAGS
from dragoman.language.gazetteer import gazetteer
from dragoman.language.reading import Reading, Token

_LINKS = frozenset({"and", "or"})
_BEFORE = frozenset({"nmod", "amod", "compound", "poss"})
_PARTS = frozenset({"compound", "nmod"})
_BODIES = frozenset({"ORG", "GPE"})
_SIDES = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})


def mend_coordination(reading: Reading) -> None:
    """Coordinate names that stand beside each other ("Holm and Danish leader Ny", "Peru, Chile and Cuba").

    Args:
        reading: the reading, whose trees are changed.
    """
    for link in reading.tokens:
        if link.dep != "cc" or link.lower not in _LINKS or link.head.tag not in PROPER_TAGS:
            continue
        first = link.head
        _set_among(first, link)
        if first.dep in _BEFORE:
            _set_before(reading, first, link)
        elif first.dep == "appos":
            _set_beside(reading, first, link)


def _set_before(reading: Reading, first: Token, link: Token) -> None:
    """Part a name from the one behind that it is read as part of ("HOLM and Danish leader Ny met")."""
    second = first.head
    while second.dep in _PARTS and second.head.index > second.index:
        second = second.head
    inside = reading.tokens[link.index + 1 : second.index + 1]
    if not inside or not _are_two_names(first, link, inside):
        return
    for part in (c for c in first.children if c.dep == "conj" and link.index < c.index < second.index):
        _hang(part, second, "poss" if any(c.dep == "case" for c in part.children) else "compound")
    for mark in [c for c in second.children if c.index < first.index]:
        _hang(mark, first, mark.dep)
    if second.head is second:
        first.head.children.remove(first)
        first.head, first.dep = first, "ROOT"
    else:
        _hang(first, second.head, second.dep)
    _hang(second, first, "conj")


def _are_two_names(first: Token, link: Token, behind: list[Token]) -> bool:
    """Whether a name stands for itself, and what is behind the link names a person or one body or state."""
    second = behind[-1]
    whole = (
        first.entity in NAME_LABELS and not link.entity and not any(c.dep == "case" for c in first.children)
    )
    if not whole or second.tag not in PROPER_TAGS or first.lower in _SIDES:
        return False
    if second.entity == "PERSON":
        return first.entity == "PERSON"
    return second.entity in _BODIES and all(t.entity == second.entity for t in behind)


def _set_beside(reading: Reading, first: Token, link: Token) -> None:
    """Join what is coordinated with a name to what the name only specifies, or lists on."""
    above = first.head
    if _is_country(above) and _is_country(first):
        first.dep = "conj"  # "Peru, CHILE and Cuba"
    elif first.entity == "PERSON" and above.index < first.index and _is_tight(reading, above, first):
        for child in [c for c in first.children if c is link or (c.dep == "conj" and c.tag in PROPER_TAGS)]:
            _hang(child, above, child.dep)  # "President Holm and MINISTER NY"


def _set_among(first: Token, link: Token) -> None:
    """Join to a person one of his list who is told by a state ("President Holm, Chile's ROE and Ny")."""
    for child in first.all("appos") if first.entity == "PERSON" and first.child("conj") is not None else ():
        if child.entity == "PERSON" and child.child("poss") is not None and child.index < link.index:
            child.dep = "conj"


def _is_tight(reading: Reading, noun: Token, name: Token) -> bool:
    """Whether a name stands right behind the noun that it specifies ("President Holm")."""
    return all(t.is_under(name) and t.dep != "punct" for t in reading.tokens[noun.index + 1 : name.index])


def _is_country(name: Token) -> bool:
    words = [t.lower for t in (*(c for c in name.children if c.dep == "compound"), name)]
    return any(c.kind == "country" for c in gazetteer().find(" ".join(words))[:1])


def _hang(token: Token, head: Token, dep: str) -> None:
    """Hang a token on another head."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=_index)


def _index(token: Token) -> int:
    return token.index
