"""The traits of events: what they are, who is in them, and how they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.confidence.scene import Scene, about_actor, about_verb, around, sector, standing
from dragoman.confidence.sides import attached
from dragoman.language import Token
from dragoman.records import Actor, Event

_QUOTES = frozenset({'"', "“", "”"})
_TIMES = 3  # times that an event is told again that are told apart
_SHOWN = 3  # people of a side whose traits count


def of_event(event: Event, scene: Scene) -> Iterator[str]:
    """The traits of an event.

    Args:
        event: the event. scene: its report.
    """
    mode = event.modes[0] if event.modes else "none"
    yield from (f"type {event.type}", f"type {event.type} mode {mode}", f"type {event.type} {event.status}")
    first, *further = event.why.rule.split(" > ")
    kind = first.partition(":")[0]
    yield f"rule {first}" if kind != "frame" else "rule frame"
    yield from (f"rule {rule}" for rule in further)
    yield from (f"{event.type} {rule}" for rule in further if rule.startswith("counterpart"))
    yield "dated" if event.on is not None else "undated"
    root = scene.root(event.trigger)
    yield from _of_sides(event, root, scene)
    yield f"rules {event.why.rule}"
    yield f"retold {min(_TIMES, scene.retold[event.id])}"
    yield from (f"context {context}" for context in event.contexts)
    if root is not None:
        yield from (f"word {root.lemma}", f"word {root.pos}")
        yield from (f"{event.type} word {root.lemma}", f"{event.type} word {root.tag}")
        yield from about_verb("word", root)
        yield from around("word", root, scene)
        yield from scene.wording(root.sentence)
        yield f"word stands {scene.place(root)}"
        yield from _told(event, root, scene)
        sides = (("actor", event.actors), ("recipient", event.recipients))
        yield from attached(event.type, root, sides, scene)
    yield from (*scene.manner, *scene.company)


def _of_sides(event: Event, root: Token | None, scene: Scene) -> Iterator[str]:
    own = {a.country for a in event.actors if a.country}
    others = {a.country for a in event.recipients if a.country}
    sides = f"{min(2, len(event.actors))} on {min(2, len(event.recipients))}"
    yield from (f"sides {sides}", f"type {event.type} sides {sides}")
    countries = "shared" if own & others else "apart" if own and others else "of one side"
    yield from (f"countries {countries}", f"{event.type} countries {countries}")
    for role, people in (("actor", event.actors), ("recipient", event.recipients)):
        for actor in people[:_SHOWN]:
            yield from about_actor(role, actor)
            yield from standing(role, actor, scene)
        for actor in people[:1]:
            yield f"{event.type} {role} {actor.kind} {sector(actor)}"
        if root is not None and people:
            yield f"{role} {'inside' if _is_inside(people, root, scene) else 'outside'} sentence"

    if event.actors and event.recipients:
        pair = f"{sector(event.actors[0])} on {sector(event.recipients[0])}"
        yield from (f"sectors {pair}", f"{event.type} sectors {pair}")
    if root is not None and not event.recipients:
        yield f"word {root.lemma} on nobody"


def _is_inside(people: Sequence[Actor], root: Token, scene: Scene) -> bool:
    """Whether the sentence itself names all of some people."""
    words = {t.lower for t in scene.reading.sentence_tokens(scene.reading.sentence_of(root))}
    return all(actor.name.rpartition(" ")[2].lower() in words for actor in people)


def _told(event: Event, root: Token, scene: Scene) -> Iterator[str]:
    cued = scene.cued.get(root.index)
    said = scene.statements.get(event.statement or "")
    yield f"told {'reporting' if cued is not None else 'said' if said is not None else 'outlet'}"
    if cued is not None:
        yield from (f"reports {cued.act}", f"reports {event.type} {cued.act}")
        yield f"reports own {cued.speaker in event.actors}"
    if said is not None:
        yield from (f"in {said.form}", f"in {said.act}", f"in own {said.speaker in event.actors}")
    sentence = scene.reading.sentence_of(root)
    tokens = scene.reading.sentence_tokens(sentence)
    if any(t.text in _QUOTES for t in tokens):
        yield "sentence quotes"
    yield f"sentence size {min(4, len(tokens) // 12)}"
