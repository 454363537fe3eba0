"""Frames and operators as the knowledge files have them, ready to look up by trigger lemma."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from dragoman.events.ontology import event_and_mode, ontology
from dragoman.events.patterns import Kind, Pattern, parse
from dragoman.knowledge.files import KnowledgeError, load_yaml
from dragoman.records import EventType, Status

CLASSES = "frames/classes.yaml"
LIGHT = "frames/light.yaml"
IDIOMS = "frames/idioms.yaml"
OPERATORS = "operators.yaml"
_FILES = {
    Kind.VERB: "frames/verbs.yaml",
    Kind.NOUN: "frames/nouns.yaml",
    Kind.ADJECTIVE: "frames/adjectives.yaml",
}
# classes that are decided by who or what a phrase stands for, not by a list of words
BUILT_IN = frozenset(
    {
        "actor",
        "combatant",
        "finite",
        "forbidding",
        "infinitive",
        "leader",
        "parties",
        "party",
        "people",
        "place",
        "public",
        "question",
        "state",
    }
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern and the event that it stands for."""

    pattern: Pattern
    event: EventType
    mode: str | None


class Inner(StrEnum):
    """What an operator makes of who acts in the event under it."""

    LAST = "last"  # acted on above if nobody is acted on below
    FIRST = "inner-actor"  # acted on above ("urged Spain to withdraw")
    DOER = "doer"  # acted on above, and never who is acted on below ("condemned the attack on Spain")


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to the event under it.

    Args:
        name: its name. alone: event and mode where no event stands under it; None for no event.
        over: the outcome by event type and mode (no mode: any): event and mode; None for no event. What is
            absent stays as it is.
        status: the status of the outcome; None leaves that of the event.
        inner: what becomes of who acts below.
        by_speaker: whether whoever speaks is the actor.
        ahead: whether it looks ahead, so that a clause that tells what is or was stands not under it.
        present: whether it says so in the present tense only.
        reports: whether a clause below it in the past is only reported, as below a verb of saying.
    """

    name: str
    alone: tuple[EventType, str | None] | None
    over: dict[tuple[EventType, str | None], tuple[EventType, str | None] | None]
    status: Status | None
    inner: Inner
    by_speaker: bool
    ahead: bool
    present: bool
    reports: bool


@dataclass(frozen=True, slots=True)
class OperatorPattern:
    """A pattern and its operator."""

    pattern: Pattern
    operator: Operator


@dataclass(frozen=True)
class Lexicon:
    """All frames and operators, by the part of speech and lemma of their triggers.

    `idioms` are patterns in which these words name no deed.
    `words` are all triggers, of compounds the last part: what is not among them triggers nothing.
    `phrasal` are the verbs with a particle.
    """

    frames: dict[tuple[Kind, str], list[tuple[str, Frame]]]
    operators: dict[tuple[Kind, str], list[tuple[str, OperatorPattern]]]
    idioms: dict[tuple[Kind, str], list[tuple[str, Pattern]]]
    named: dict[str, Operator]
    words: frozenset[str]
    phrasal: frozenset[tuple[str, str]]
    classes: dict[str, frozenset[str]]
    modals: dict[str, str]
    carriers: frozenset[str]
    realising: frozenset[str]
    reporting: frozenset[str]
    conditional: frozenset[str]
    object_control: frozenset[str]
    lends_actor: frozenset[tuple[str, str]]
    lends_recipient: frozenset[tuple[str, str]]
    won: frozenset[str]
    lends_by_preposition: dict[str, frozenset[str]]
    suffers_by_preposition: dict[str, frozenset[str]]
    occurring: dict[str, frozenset[str]]


def spellings(word: str) -> tuple[str, ...]:
    """A word with its other spelling, "-ise" and "-ize", "-isation" and "-ization", "-our" and "-or"."""
    found = [word]
    for british, american in (
        ("isation", "ization"),
        ("yse", "yze"),
        ("ise", "ize"),
        ("our", "or"),
        ("ence", "ense"),
    ):
        if word.endswith(british) and len(word) > len(british) + 2:
            found.append(word.removesuffix(british) + american)
    return tuple(found)


@cache
def lexicon() -> Lexicon:
    """The lexicon of the knowledge files.

    Raises:
        KnowledgeError: a frame or operator is not well formed; the message names file and key.
    """
    classes = {name: _words(words, CLASSES, name) for name, words in load_yaml(CLASSES).items()}
    classes["compounds"] |= {word for words in classes.values() for word in words if "-" in word}
    raw = load_yaml(OPERATORS)
    named = {name: _operator(name, row) for name, row in raw["operators"].items()}
    operators: dict[tuple[Kind, str], list[tuple[str, OperatorPattern]]] = defaultdict(list)
    for name, row in raw["operators"].items():
        for kind in Kind:
            for text in row.get(f"{kind.value}s", []):
                pattern = _pattern(text, kind, f"{OPERATORS}: {name}", classes)
                _index(operators, pattern, OperatorPattern(pattern, named[name]))
    for modal, name in raw["modals"].items():
        if name not in named:
            raise KnowledgeError(f"{OPERATORS}: modals: {modal}: no operator {name!r}")
    light = load_yaml(LIGHT)
    frames = _frames(classes)
    classes["compounds"] |= {lemma for kind, lemma in frames if kind is Kind.NOUN and "-" in lemma}
    words = frozenset(lemma.rpartition("-")[2] for _, lemma in (*frames, *operators)) | {
        lemma for _, lemma in (*frames, *operators)
    }
    phrasal = frozenset(
        (lemma, particle)
        for table in (frames, operators)
        for (kind, lemma), entries in table.items()
        for particle, _ in entries
        if kind is Kind.VERB and particle
    )
    return Lexicon(
        frames, _ranked(operators), _idioms(classes), named,
        words, phrasal, classes, dict(raw["modals"]),
        frozenset(raw["carriers"]), frozenset(raw["realising"]), frozenset(raw["reporting"]),
        frozenset(raw["conditional"]),
        frozenset(raw["object_control"]),
        _light(light["lends_actor"]), _light(light["lends_recipient"]), frozenset(light["won"]),
        {verb: frozenset(words) for verb, words in light["with_preposition"].items()},
        {verb: frozenset(words) for verb, words in light["under_preposition"].items()},
        {verb: frozenset(words) for verb, words in light["occurring"].items()},
    )  # fmt: skip


def _frames(classes: dict[str, frozenset[str]]) -> dict[tuple[Kind, str], list[tuple[str, Frame]]]:
    frames: dict[tuple[Kind, str], list[tuple[str, Frame]]] = defaultdict(list)
    meanings: dict[tuple[object, ...], Frame] = {}
    for kind, file in _FILES.items():
        seen: dict[str, str] = {}
        for event, modes in load_yaml(file).items():
            for mode, texts in modes.items():
                where = f"{file}: {event}: {mode}"
                outcome = event_and_mode(f"{event}/{mode}", where)
                for text in texts:
                    if text in seen:
                        raise KnowledgeError(f"{where}: {text!r} stands under {seen[text]} too; keep one")
                    seen[text] = f"{event}: {mode}"
                    pattern = _pattern(text, kind, where, classes)
                    frame = Frame(pattern, *outcome)
                    hold_against(meanings, frame, where)
                    _index(frames, pattern, frame)
    return _ranked(frames)


def _idioms(classes: dict[str, frozenset[str]]) -> dict[tuple[Kind, str], list[tuple[str, Pattern]]]:
    idioms: dict[tuple[Kind, str], list[tuple[str, Pattern]]] = defaultdict(list)
    raw = load_yaml(IDIOMS)
    for kind in (Kind.VERB, Kind.NOUN):
        for text in raw[f"{kind.value}s"]:
            pattern = _pattern(text, kind, IDIOMS, classes)
            _index(idioms, pattern, pattern)
    return idioms


def hold_against(meanings: dict[tuple[object, ...], Frame], frame: Frame, where: str) -> None:
    """Refuse a frame that asks for the same as one of another event type: it would never be found."""
    asked = frozenset((s.place, frozenset(s.classes), s.prepositions) for s in frame.pattern.required)
    for lemma, particle in frame.pattern.triggers:
        other = meanings.setdefault((frame.pattern.kind, lemma, particle, asked), frame)
        if other.event is not frame.event:
            word = f"{lemma}_{particle}" if particle else lemma
            raise KnowledgeError(
                f"{where}: {frame.pattern.text!r} contradicts {other.pattern.text!r}, which makes {word!r} "
                f"{other.event.value}; take the word out of one, or let one ask for more"
            )


def _pattern(text: str, kind: Kind, where: str, classes: dict[str, frozenset[str]]) -> Pattern:
    pattern = parse(text, kind, where)
    for slot in pattern.slots:
        for name in slot.classes:
            if name.removeprefix("!") not in classes and name.removeprefix("!") not in BUILT_IN:
                raise KnowledgeError(f"{where}: {text!r}: no word class {name!r} in {CLASSES}; add it there")
    return pattern


def _index(table: dict[tuple[Kind, str], list[tuple[str, Any]]], pattern: Pattern, entry: Any) -> None:
    for lemma, particle in pattern.triggers:
        for word in spellings(lemma):
            table[pattern.kind, word].append((particle, entry))


def _ranked(
    table: dict[tuple[Kind, str], list[tuple[str, Any]]],
) -> dict[tuple[Kind, str], list[tuple[str, Any]]]:
    """The entries of each lemma, the most specific first; a particle outweighs any slot."""
    return {
        key: sorted(entries, key=lambda e: (not e[0], -e[1].pattern.weight)) for key, entries in table.items()
    }


def _operator(name: str, row: dict[str, Any]) -> Operator:
    where = f"{OPERATORS}: {name}"
    over: dict[tuple[EventType, str | None], tuple[EventType, str | None] | None] = {}
    groups = {info.group for info in ontology().types.values()}
    for key in row["over"]:
        if key not in groups:
            _set(over, event_and_mode(key, f"{where}: over"), row["over"][key], where)
    for event, info in ontology().types.items():
        if event.value not in row["over"]:
            _set(over, (event, None), row["over"].get(info.group, "same"), where)
    alone = row.get("alone", "none")
    try:
        status = Status(row["status"]) if "status" in row else None
    except ValueError:
        raise KnowledgeError(f"{where}: status {row['status']!r}; use {', '.join(Status)}") from None
    return Operator(
        name, None if alone == "none" else event_and_mode(alone, where), over, status,
        _inner(row, where), row.get("speaker") == "yes", row.get("ahead") == "yes",
        row.get("present") == "yes", row.get("reports") == "yes",
    )  # fmt: skip


def _inner(row: dict[str, Any], where: str) -> Inner:
    try:
        return Inner(row.get("recipient", "last"))
    except ValueError:
        raise KnowledgeError(f"{where}: recipient {row['recipient']!r}; use {', '.join(Inner)}") from None


def _set(
    over: dict[tuple[EventType, str | None], tuple[EventType, str | None] | None],
    key: tuple[EventType, str | None],
    outcome: str,
    where: str,
) -> None:
    if outcome != "same":
        over[key] = None if outcome == "none" else event_and_mode(outcome, where)


def _words(words: Any, file: str, key: str) -> frozenset[str]:
    if not isinstance(words, list) or not words:
        raise KnowledgeError(f"{file}: {key}: give a list of words, not {words!r}")
    return frozenset(spelling for word in words for spelling in spellings(word))


def _light(words: list[str]) -> frozenset[tuple[str, str]]:
    return frozenset((verb, particle) for word in words for verb, _, particle in [word.partition("_")])
