"""The traits of how the sides of a record hang on the word that carries it, and of who is named beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.confidence.scene import Scene, keys, plain
from dragoman.language import Token
from dragoman.language.paths import path
from dragoman.records import Actor

_SHORT = 3  # steps of a path that is told with the word and the sort of the record
_STRIDE = 3  # words that make one step of a distance
_STRIDES = 4  # such steps that are told apart
_COUNTED = 3  # people beside that are told apart


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody named in the sentence: at which word, who, and on which path from the word that carries it."""

    token: Token
    who: frozenset[str]
    path: str
    steps: int


def attached(
    sort: str, root: Token, sides: Sequence[tuple[str, Sequence[Actor]]], scene: Scene
) -> Iterator[str]:
    """The traits of where in the sentence the sides of a record are named (paths: Gildea and Jurafsky 2002).

    Args:
        sort: what kind of event or position it is. root: the word that carries the record.
        sides: each side with what it is called. scene: the report.
    """
    named = _named(root, scene)
    people = [(role, keys(actors)) for role, actors in sides]
    for one in named:
        parts = " ".join(_share(role, one.who, who) for role, who in people if one.who & who) or "other"
        yield f"named {parts} at {one.path}"
        if one.steps <= _SHORT:
            yield f"named {parts} at {one.path} of {sort}"
            yield f"named {parts} at {one.path} of {root.lemma}"
    others = [one for one in named if not any(one.who & who for _, who in people)]
    yield f"others named {min(_COUNTED, len(others))}"
    for role, who in people:
        yield from _of_side(sort, root, role, who, named, others)


def _of_side(  # noqa: PLR0917
    sort: str, root: Token, role: str, who: frozenset[str], named: list[_Named], others: list[_Named]
) -> Iterator[str]:
    beside = min(_COUNTED, len(others))
    if not who:
        yield from (f"{role} nobody though {beside} named", f"{role} nobody of {root.lemma}")
        return
    one = max(named, key=lambda n: (len(n.who & who), -_distance(n, root)), default=None)
    if one is None or not one.who & who:
        yield from (f"{role} not named", f"{role} not named of {sort}", f"{role} not named though {beside}")
        return
    token = one.token
    yield from (
        f"{role} at {one.path}",
        f"{role} at {one.path} of {sort}",
        f"{role} at {one.path} of {root.lemma}",
    )
    yield f"{role} {token.dep} of {plain(token.head)}"
    yield f"{role} {token.lower if token.pos == 'PRON' else plain(token)}"
    yield f"{role} {token.pos} in {token.entity or 'none'}"
    side = "behind" if token.index > root.index else "before"
    yield f"{role} {side} {min(_STRIDES, _distance(one, root) // _STRIDE)}"
    nearer = min(_COUNTED, sum(_distance(o, root) < _distance(one, root) for o in others))
    yield from (f"{role} others nearer {nearer}", f"{role} others nearer {nearer} of {sort}")
    if one.who != who:
        yield f"{role} named in part"


def _named(root: Token, scene: Scene) -> list[_Named]:
    """Who is named in the sentence of a word."""
    return [_Named(t, who, *path(root, t)) for t, who in scene.named(root.sentence) if t is not root]


def _share(role: str, some: frozenset[str], who: frozenset[str]) -> str:
    return role if some == who else f"part of {role}"


def _distance(named: _Named, root: Token) -> int:
    return abs(named.token.index - root.index)
