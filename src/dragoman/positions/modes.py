"""The words that say how far a holder goes, from `stance_modes.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import load_yaml
from dragoman.language import Token

_CLASSES = tuple(
    "will ready may should refused opposed asked threatened alleged feared thought transparent".split()
)


@dataclass(frozen=True, slots=True)
class Operators:
    """The words of `stance_modes.yaml`.

    Args:
        classes: for each first word, its classes, each with the word that must stand beside it, or the part
            of speech that it must have ("" for none).
        modals: for each modal verb, what it says.
        marks: what opens a conditional clause. phrases: what opens a conditional phrase.
        verbs: what hangs on what follows "on". reversed: what makes the main clause the condition.
        questions: what opens a clause that is asked about.
        unreal_modals, unreal_marks: what makes all that hangs on it only possible.
        generic: what opens a clause that, in the present, tells of whatever time.
    """

    classes: Mapping[str, tuple[tuple[str, str], ...]]
    modals: Mapping[str, str]
    marks: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    verbs: frozenset[str]
    reversed: frozenset[str]
    questions: frozenset[str]
    unreal_modals: frozenset[str]
    unreal_marks: frozenset[str]
    generic: frozenset[str]

    def class_of(self, token: Token) -> str:
        """The class of a governing word; "" if it has none."""
        for kind, beside in self.classes.get(token.lower) or self.classes.get(token.lemma, ()):
            if not beside or beside == token.pos or any(c.lower == beside for c in token.children):
                return kind
        return ""


@cache
def operators() -> Operators:
    """The operators that come with Dragoman, loaded once."""
    content = load_yaml("stance_modes.yaml")
    classes: dict[str, list[tuple[str, str]]] = {}
    for kind in _CLASSES:
        for entry in content[kind]:
            first, _, beside = entry.replace(":noun", " NOUN").partition(" ")
            kinds = classes.setdefault(first, [])
            kinds.insert(0 if beside else len(kinds), (kind, beside))  # two words go before one
    conditions = content["conditions"]
    return Operators(
        {word: tuple(kinds) for word, kinds in classes.items()},
        {word: kind for kind, words in content["modals"].items() for word in words},
        frozenset(conditions["marks"]),
        tuple(tuple(phrase.split()) for phrase in conditions["phrases"]),
        frozenset(conditions["verbs"]),
        frozenset(conditions["reversed"]),
        frozenset(content["questions"]),
        frozenset(content["unreal"]["modals"]),
        frozenset(content["unreal"]["marks"]),
        frozenset(content["unreal"]["generic"]),
    )
