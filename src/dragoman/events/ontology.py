"""The PLOVER ontology: quad classes, scores, modes and contexts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.files import KnowledgeError, load_yaml
from dragoman.records import EventType

FILE = "plover.yaml"


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """What PLOVER says of one event type.

    Args:
        quad: quad class, 1 to 4. score: the score without a mode. group: how operators treat it.
        needs_recipient: whether PLOVER asks for a recipient. modes: the score of each mode.
    """

    quad: int
    score: float
    group: str
    needs_recipient: bool
    modes: dict[str, float]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The sixteen event types and the names of the contexts."""

    types: dict[EventType, TypeInfo]
    contexts: frozenset[str]

    def score(self, event: EventType, mode: str | None) -> float:
        """The score of an event with a mode, or without one."""
        info = self.types[event]
        return info.modes.get(mode, info.score) if mode else info.score


@cache
def ontology() -> Ontology:
    """The ontology of the knowledge file.

    Raises:
        KnowledgeError: the file names an unknown type or lacks one, or holds a number that is none.
    """
    raw = load_yaml(FILE)
    types: dict[EventType, TypeInfo] = {}
    for name, row in raw["events"].items():
        try:
            modes = {mode: float(score) for mode, score in row["modes"].items()}
            types[EventType(name)] = TypeInfo(
                int(row["quad"]),
                float(row["score"]),
                row["group"],
                row.get("needs_recipient") == "yes",
                modes,
            )
        except (KeyError, ValueError) as error:
            raise KnowledgeError(
                f"{FILE}: events: {name}: {error}; give quad, score, group and modes of a PLOVER type"
            ) from error
    missing = [t.value for t in EventType if t not in types]
    if missing:
        raise KnowledgeError(f"{FILE}: events: {', '.join(missing)} missing; PLOVER has sixteen types")
    return Ontology(types, frozenset(raw["contexts"]))


def event_and_mode(text: str, where: str) -> tuple[EventType, str | None]:
    """An event type with or without a mode ("REJECT", "REJECT/meet").

    Args:
        text: what the knowledge file says. where: file and key, for the error.

    Raises:
        KnowledgeError: the ontology knows no such type or mode.
    """
    name, _, mode = text.partition("/")
    try:
        event = EventType(name)
    except ValueError:
        known = ", ".join(t.value for t in EventType)
        raise KnowledgeError(f"{where}: no event type {name!r}; use one of {known}") from None
    modes = ontology().types[event].modes
    if mode in ("", "none"):
        return event, None
    if mode not in modes:
        raise KnowledgeError(
            f"{where}: {name} has no mode {mode!r}; use none or {', '.join(modes) or 'no mode'}"
        )
    return event, mode
