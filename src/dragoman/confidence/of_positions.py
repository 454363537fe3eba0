"""The traits of positions: on what, whose, and what they were read from."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.confidence.scene import TELLING, Scene, about_actor, about_verb, around, standing
from dragoman.confidence.sides import attached
from dragoman.records import Position


def of_position(position: Position, scene: Scene) -> Iterator[str]:
    """The traits of a position.

    Args:
        position: the position. scene: its report.
    """
    holder, counterpart = position.holder, position.counterpart
    yield from (f"issue {position.issue}", f"issue {position.issue} {position.stance}")
    yield f"rule {position.why.rule}"
    yield from (f"resolved {what}" for what, _ in position.why.resolved)
    yield from about_actor("holder", holder)
    yield from about_actor("counterpart", counterpart)
    yield from standing("holder", holder, scene)
    if counterpart is not None:
        yield from standing("counterpart", counterpart, scene)
        yield f"countries {'shared' if counterpart.country == holder.country else 'apart'}"
    yield "dated" if position.on is not None else "undated"
    if position.conditions:
        yield "conditional"
    yield from _read_from(position, scene)
    root = scene.root(position.evidence)
    if root is not None:
        yield from (f"word {root.lemma}", f"issue {position.issue} {position.stance} word {root.lemma}")
        yield from about_verb("word", root)
        yield from around("word", root, scene)
        yield from scene.wording(root.sentence)
        yield f"word stands {scene.place(root)}"
        others = () if counterpart is None else (counterpart,)
        sides = (("holder", (holder,)), ("counterpart", others))
        yield from attached(f"{position.issue} {position.stance}", root, sides, scene)
    for token in scene.words(position.evidence):
        if token.pos in TELLING:
            yield from (f"evidence has {token.lemma}", f"issue {position.issue} evidence has {token.lemma}")
    yield from (*scene.manner, *scene.company)


def _read_from(position: Position, scene: Scene) -> Iterator[str]:
    statement = scene.statements.get(position.statement or "")
    event = scene.events.get(position.event or "")
    if statement is not None:
        yield from ("from statement", f"from {statement.act}", f"from {statement.form}")
        yield f"from speaker {statement.speaker == position.holder}"
        yield f"issue {position.issue} from {statement.act}"
    if event is not None:
        yield from ("from event", f"from {event.type}", f"from {event.status}")
        yield f"issue {position.issue} from {event.type}"
    if statement is None and event is None:
        yield "from words"
