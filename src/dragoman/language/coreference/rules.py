"""What coreference resolution knows about words, from its knowledge file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.files import load_yaml


@dataclass(frozen=True, slots=True)
class Rules:
    """Word lists, all lemmas in lower case.

    Args:
        speech: verbs of speaking. agentive: verbs whose subject wills what it does.
        clausal_adjective, clausal_verb, clausal_passive, weather: what an empty "it" stands before.
        other_nouns: for the noun of an office or body, the nouns that what it stands for may also go by.
        generic_persons: nouns that may stand for any person.
        unnamed: nouns by which reports call those whom they do not name.
        fighters: plural nouns that may stand for a group.
    """

    speech: frozenset[str]
    agentive: frozenset[str]
    clausal_adjective: frozenset[str]
    clausal_verb: frozenset[str]
    clausal_passive: frozenset[str]
    weather: frozenset[str]
    other_nouns: dict[str, frozenset[str]]
    generic_persons: frozenset[str]
    unnamed: frozenset[str]
    fighters: frozenset[str]


@cache
def rules() -> Rules:
    """The word lists, read once."""
    data = load_yaml("coreference.yaml")
    return Rules(
        speech=frozenset(data["speech"]),
        agentive=frozenset(data["agentive"]),
        clausal_adjective=frozenset(data["clausal_adjective"]),
        clausal_verb=frozenset(data["clausal_verb"]),
        clausal_passive=frozenset(data["clausal_passive"]),
        weather=frozenset(data["weather"]),
        other_nouns={noun: frozenset(others) for noun, others in data["other_nouns"].items()},
        generic_persons=frozenset(data["generic_persons"]),
        unnamed=frozenset(data["unnamed"]),
        fighters=frozenset(data["fighters"]),
    )
