"""What learned weights see of a word and of the way through a syntax tree to another."""

from __future__ import annotations

from dragoman.language.reading import Token

_FARTHEST = 6  # arcs of a path that are told apart
_BY_WORD = frozenset({"agent", "prep"})  # whose own word tells them apart
_NAMING = frozenset({"NUM", "PROPN", "X"})


def plain(token: Token) -> str:
    """A word in its dictionary form; of names and numbers only that they are such.

    Args:
        token: the word.
    """
    return token.pos if token.pos in _NAMING else token.lemma


def path(source: Token, target: Token) -> tuple[str, int]:
    """The arcs up from one word and down to another (Gildea and Jurafsky 2002), and how many they are.

    Args:
        source: the word to begin at. target: another word of its sentence.

    Returns:
        The labels of the arcs as "up^up|down_down", prepositions with their word; "far" if they are many.
    """
    above = [source, *source.ancestors()]
    places = {token.index: place for place, token in enumerate(above)}
    down: list[str] = []
    while target.index not in places:
        if target.head is target:
            return "far", _FARTHEST + 1
        down.append(f"{target.dep}:{target.lower}" if target.dep in _BY_WORD else target.dep)
        target = target.head
    up = [token.dep for token in above[: places[target.index]]]
    steps = len(up) + len(down)
    return ("far" if steps > _FARTHEST else f"{'^'.join(up)}|{'_'.join(reversed(down))}"), steps
