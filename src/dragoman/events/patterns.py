"""The small language in which frames are written: `ACTOR impose <sanctions> [on|against RECIPIENT]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dragoman.knowledge.files import KnowledgeError


class Kind(StrEnum):
    """The part of speech of a pattern's trigger."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


class Role(StrEnum):
    """What part the filler of a slot plays."""

    ACTOR = "ACTOR"
    RECIPIENT = "RECIPIENT"
    THING = "THING"


class Place(StrEnum):
    """Where a slot is filled from."""

    SUBJECT = "subject"
    OWNER = "owner"  # possessor or modifier of a noun
    OBJECT = "object"
    DATIVE = "dative"
    PREPOSITION = "preposition"
    CLAUSE = "clause"
    NEAR = "near"  # any word soon after the trigger
    NO_OBJECT = "no object"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a pattern.

    Args:
        place: where it is filled from. role: what part its filler plays.
        classes: the word classes of which its filler must have one; a class after "!" it must not have.
        prepositions: the prepositions that open it. optional: whether it may be empty.
    """

    place: Place
    role: Role
    classes: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Pattern:
    """A pattern: its text, what triggers it and its slots.

    Args:
        text: as written. kind: part of speech of the trigger.
        triggers: pairs of lemma and particle ("" for none). slots: in the order to fill them.
    """

    text: str
    kind: Kind
    triggers: tuple[tuple[str, str], ...]
    slots: tuple[Slot, ...]

    @cached_property
    def has_actor(self) -> bool:
        """Whether it has a slot for who acts."""
        return any(s.role is Role.ACTOR for s in self.slots)

    @cached_property
    def has_subject(self) -> bool:
        """Whether it says what the subject is."""
        return any(s.place is Place.SUBJECT for s in self.slots)

    @cached_property
    def required(self) -> tuple[Slot, ...]:
        """The slots that may not be empty."""
        return tuple(s for s in self.slots if not s.optional)

    @cached_property
    def weight(self) -> int:
        """How specific it is: required slots count, those that ask for a class twice."""
        return sum(1 + any(c[0] != "!" for c in s.classes) for s in self.required)


_ELEMENT = re.compile(r"\[[^\[\]]+\]|\S+")
_FILLER = re.compile(r"(ACTOR|RECIPIENT|THING|CLAUSE)?(?:<([a-z_|!]+)>)?('s)?")
_WORDS = re.compile(r"[a-z’'-]+(?:[_|][a-z’'-]+)*")


def parse(text: str, kind: Kind, where: str) -> Pattern:
    """A pattern from its text.

    Args:
        text: the pattern. kind: the part of speech of its trigger. where: file and key, for errors.

    Raises:
        KnowledgeError: it is no pattern; the message names the file, the pattern and the element.
    """
    elements = _ELEMENT.findall(text)
    at = next((i for i, e in enumerate(elements) if _WORDS.fullmatch(e)), None)
    if at is None:
        raise KnowledgeError(
            f"{where}: {text!r} has no trigger; write it in lower case ('ACTOR visit RECIPIENT')"
        )
    before = [_before(e, kind, text, where) for e in elements[:at]]
    after = _after(elements[at + 1 :], kind, text, where)
    triggers = tuple(
        (lemma, particle) for word in elements[at].split("|") for lemma, _, particle in [word.partition("_")]
    )
    return Pattern(text, kind, triggers, (*before, *after))


def _before(element: str, kind: Kind, text: str, where: str) -> Slot:
    role, classes, owner = _filler(element, text, where)
    is_modifier = kind is Kind.NOUN and role == "THING" and bool(classes)  # "<joint> exercise"
    is_owner = kind is Kind.NOUN and bool(owner)
    if role == "CLAUSE" or not (is_owner or is_modifier or (kind is not Kind.NOUN and not owner)):
        raise KnowledgeError(
            f"{where}: {text!r}: {element!r} cannot stand before a {kind.value}; "
            "write ACTOR, RECIPIENT or <class>, with 's before a noun"
        )
    place = Place.OWNER if kind is Kind.NOUN else Place.SUBJECT
    return Slot(place, Role(role), classes, optional=kind is Kind.NOUN and not classes)


def _after(elements: list[str], kind: Kind, text: str, where: str) -> list[Slot]:
    slots: list[Slot] = []
    prepositions: tuple[str, ...] = ()
    for element in elements:
        optional = element.startswith("[")
        words = element.strip("[]").split()
        for word in words:
            if _WORDS.fullmatch(word):
                if prepositions:
                    raise KnowledgeError(
                        f"{where}: {text!r}: nothing stands after {'|'.join(prepositions)!r}"
                    )
                prepositions = tuple(word.split("|"))
                continue
            slots.append(_slot(word, prepositions, kind, text, where, optional=optional))
            prepositions = ()
    if prepositions:
        raise KnowledgeError(f"{where}: {text!r}: nothing stands after {'|'.join(prepositions)!r}")
    bare = [i for i, s in enumerate(slots) if s.place is Place.OBJECT]
    if len(bare) > 2:
        raise KnowledgeError(f"{where}: {text!r}: more than two objects; give the others a preposition")
    if len(bare) == 2:
        first = slots[bare[0]]
        slots[bare[0]] = Slot(Place.DATIVE, first.role, first.classes, (), first.optional)
    return slots


def _slot(
    word: str, prepositions: tuple[str, ...], kind: Kind, text: str, where: str, *, optional: bool
) -> Slot:
    if word == ".":
        return Slot(Place.NO_OBJECT, Role.THING)
    near = word.startswith("~")
    role, classes, owner = _filler(word.removeprefix("~"), text, where)
    if owner:
        raise KnowledgeError(f"{where}: {text!r}: an owner ({word!r}) stands before its noun")
    if near:
        return Slot(Place.NEAR, Role.THING, classes, optional=optional)
    if role == "CLAUSE":
        return Slot(Place.CLAUSE, Role.THING, classes, optional=optional)
    place = Place.PREPOSITION if prepositions else Place.OBJECT
    optional = optional or (kind is Kind.NOUN and not classes)
    return Slot(place, Role(role), classes, prepositions, optional)


def _filler(word: str, text: str, where: str) -> tuple[str, tuple[str, ...], str]:
    match = _FILLER.fullmatch(word)
    if match is None or not word:
        raise KnowledgeError(
            f"{where}: {text!r}: {word!r} is no slot; write ACTOR, RECIPIENT, THING, CLAUSE or <class>"
        )
    role, classes, owner = match.groups()
    return role or "THING", tuple(classes.split("|")) if classes else (), owner or ""
