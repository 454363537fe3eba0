"""Whom persons speak for, where that is no state: the commander's movement, the president's council."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors import ActorIndex
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind

_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_BEFORE = frozenset({"of", "for"})
_COMMON = frozenset({"EUR", "IGO", "UNO"})  # whose bodies are no single state's
_PAST = frozenset({"ex", "former", "late", "then"})
_HEADING = frozenset("chair chairman chairwoman chief director head leader president secretary".split())


def bodies(reading: Reading, actors: ActorIndex) -> dict[str, Actor]:
    """For the names of persons, the movement or common body that their titles say they speak for.

    Args:
        reading: the reading. actors: who its noun phrases stand for.
    """
    found: dict[str, Actor] = {}
    for token in reading.tokens:
        if token.pos != "PROPN" or token.dep in _OWNING:
            continue
        person = next(iter(actors.actors(token)), None)
        if person is None or person.kind is not ActorKind.PERSON or person.name in found:
            continue
        is_rebel = "REB" in person.sectors[:1] or person.country == "IMG"
        if (is_rebel or _heads(token)) and (
            body := _first(actors, token, ActorKind.GROUP if is_rebel else ActorKind.ORGANISATION)
        ):
            found[person.name] = body
    return found


def _first(actors: ActorIndex, name: Token, kind: ActorKind) -> Actor | None:
    for token in _titles(name):
        for actor in actors.actors(token):
            if actor.kind is kind and (kind is ActorKind.GROUP or actor.country in _COMMON):
                return actor
    return None


def _heads(name: Token) -> bool:
    """Whether a person is said to head something, and still to: "the council's PRESIDENT, X"."""
    beside = [name, *name.children, *([name.head] if name.dep == "appos" else [])]
    words = {t.lemma.lower() for b in beside for t in (b, *b.children)}
    return not _HEADING.isdisjoint(words) and _PAST.isdisjoint(words)


def _titles(name: Token) -> Iterator[Token]:
    """The words of a name's title that may name a body: "TALIBAN spokesman X", "X, a leader of HAMAS"."""
    for title in (name, *name.all("appos"), *([name.head] if name.dep == "appos" else [])):
        for child in title.children:
            if child.dep in _OWNING:
                yield child
                yield from (c for c in child.children if c.dep in _OWNING)
            elif child.dep == "prep" and child.lower in _BEFORE:
                yield from child.all("pobj")
