"""Noun phrases as the resolver sees them: the words before the head and what hangs behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.language import Token

_BEFORE = frozenset(
    {"det", "amod", "compound", "nmod", "nn", "nummod", "quantmod", "predet", "advmod", "neg", "poss",
     "npadvmod", "punct", "preconj", "cc", "conj", "case", "prep", "pobj", "appos"}
)  # fmt: skip
_INNER = frozenset({"amod", "compound", "nmod", "nummod", "det", "npadvmod", "advmod", "punct", "quantmod"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase around its head.

    Args:
        first: number of the first token before the head that belongs to it.
        head: the head.
        possessor: the head of the possessor ("South Korea" in "South Korea's minister").
    """

    first: int
    head: Token
    possessor: Token | None


def phrase_of(head: Token) -> Phrase:
    """The phrase that a token heads."""
    first = head.index
    for child in head.children:
        if child.index > head.index:
            break
        if child.dep in _BEFORE:
            first = min(first, _leftmost(child))
    return Phrase(first, head, head.child("poss"))


def _leftmost(token: Token) -> int:
    first = token.index
    for child in token.children:
        if child.index > first:
            break
        if child.dep in _BEFORE:
            return min(first, _leftmost(child))
    return first


def objects(head: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns behind the head under one of some prepositions ("of", "for")."""
    for child in head.children:
        if child.dep in ("prep", "agent") and child.lower in prepositions:
            yield from (c for c in child.children if c.dep in ("pobj", "pcomp"))


def is_inner(token: Token) -> bool:
    """Whether a token is a plain premodifier of a noun ("Chinese" in "the Chinese embassy")."""
    return token.dep in _INNER
