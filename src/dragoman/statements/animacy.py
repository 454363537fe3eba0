"""Animacy: which nouns can speak, want or fear, and which cannot."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge import load_yaml
from dragoman.language import Token

_SPEAKING = ("person", "male", "female", "body", "group", "country", "place", "collective")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSONAL = frozenset("i we you he she they who".split())
_ABSTRACT = ("tion", "sion", "ity", "ness", "ance", "ence", "ism", "ship", "hood")
_VOICED = frozenset("declaration resolution publication petition constitution".split())
_BODIES = frozenset({"campaign", "delegation", "deputation", "camp", "side", "capital"})


@cache
def _speakers() -> frozenset[str]:
    nouns = load_yaml("person_nouns.yaml")
    return frozenset(word for kind in _SPEAKING for word in nouns[kind]) | _BODIES


def is_animate(token: Token) -> bool:
    """Whether a head noun or pronoun names persons or a body of persons."""
    return token.entity in _NAMES or token.lower in _PERSONAL or token.lemma in _speakers()


def is_abstract(token: Token) -> bool:
    """Whether a head noun names a quality or an event ("popularity", "decision"), without attitudes."""
    return (
        token.pos == "NOUN"
        and not is_animate(token)
        and token.lemma.endswith(_ABSTRACT)
        and token.lemma not in _VOICED
    )
