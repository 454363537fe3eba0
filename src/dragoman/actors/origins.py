"""What adjectives before a noun tell of whose it is without naming a state: unions and peoples."""

from __future__ import annotations

from dragoman.actors.lexicon import homelands, unions
from dragoman.actors.phrases import left
from dragoman.language import Token


def union_of(head: Token) -> str | None:
    """The code of the union of states for which a part of the world stands ("European officials").

    Args:
        head: the noun.
    """
    return next(filter(None, (unions().get(c.lower) for c in left(head))), None)


def homelands_of(head: Token) -> frozenset[str] | None:
    """The states of the people that a phrase names if it has none of its own ("a Kurdish commander").

    Args:
        head: the noun.
    """
    return next(filter(None, (homelands().get(c.lower) for c in left(head))), None)
