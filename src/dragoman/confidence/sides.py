"""The traits of how the sides of a record hang on the word that carries it, and of who is named beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.confidence.scene import Scene, countries_or_names
from dragoman.language import Token
from dragoman.language.paths import path, plain
from dragoman.records import Actor

_SHORT = 3  # steps of a path that is told with the word and the sort of the record
_STRIDE = 3  # words that make one step of a distance
_STRIDES = 4  # such steps that are told apart
_COUNTED = 3  # people beside that are told apart


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody named in the sentence: at which word, who, and on which path from the word that carries the
    record; how many arcs and how many words that is away."""

    token: Token
    who: frozenset[str]
    path: str
    steps: int
    distance: int


def attached(
    sort: str, root: Token, sides: Sequence[tuple[str, Sequence[Actor]]], scene: Scene
) -> Iterator[str]:
    """The traits of where in the sentence the sides of a record are named (paths: Gildea and Jurafsky 2002).

    Args:
        sort: what kind of event or position it is. root: the word that carries the record.
        sides: each side with what it is called. scene: the report.
    """
    named = _named(root, scene)
    people = [(role, countries_or_names(actors)) for role, actors in sides]
    others = [one for one in named if not any(one.who & who for _, who in people)]
    beside = min(_COUNTED, len(others))
    yield f"others named {beside}"
    for one in named:
        parts = " ".join(_share(role, one.who, who) for role, who in people if one.who & who) or "other"
        yield from _at(f"named {parts}", one, sort, root, near=one.steps <= _SHORT)
    for role, who in people:
        best = max(named, key=lambda n: (len(n.who & who), -n.distance), default=None)
        if not who:
            yield from (
                f"{role} nobody though {min(_COUNTED, len(others))} named",
                f"{role} nobody of {root.lemma}",
            )
        elif best is None or not best.who & who:
            yield from (f"{role} not named", f"{role} not named of {sort}")
            yield f"{role} not named though {beside}"
        else:
            yield from _at(role, best, sort, root, near=True)
            yield from _told(role, best, root)
            nearer = min(_COUNTED, sum(o.distance < best.distance for o in others))
            yield from (f"{role} others nearer {nearer}", f"{role} others nearer {nearer} of {sort}")
            if best.who != who:
                yield f"{role} named in part"


def _at(what: str, one: _Named, sort: str, root: Token, *, near: bool) -> Iterator[str]:
    """On which path somebody is named; near ones also with the word and the sort of the record."""
    yield f"{what} at {one.path}"
    if near:
        yield from (f"{what} at {one.path} of {sort}", f"{what} at {one.path} of {root.lemma}")


def _told(role: str, one: _Named, root: Token) -> Iterator[str]:
    """By what word a side is named, and how far off."""
    token = one.token
    yield f"{role} {token.dep} of {plain(token.head)}"
    yield f"{role} {token.lower if token.pos == 'PRON' else plain(token)}"
    yield f"{role} {token.pos} in {token.entity or 'none'}"
    side = "behind" if token.index > root.index else "before"
    yield f"{role} {side} {min(_STRIDES, one.distance // _STRIDE)}"


def _named(root: Token, scene: Scene) -> list[_Named]:
    """Who is named in the sentence of a word."""
    return [
        _Named(t, who, *path(root, t), abs(t.index - root.index))
        for t, who in scene.named(root.sentence)
        if t is not root
    ]


def _share(role: str, some: frozenset[str], who: frozenset[str]) -> str:
    return role if some == who else f"part of {role}"
