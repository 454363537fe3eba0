"""What stands with a verb: auxiliaries, negations and its subject."""

from __future__ import annotations

from dragoman.events.syntax import is_verb
from dragoman.language import Token

_TENSED = frozenset({"VBD", "VBP", "VBZ"})  # which take no auxiliary


def verb_group(verb: Token) -> list[Token]:
    """A verb's auxiliaries and negations; without a subject of its own it shares those of the verb before."""
    own = [c for c in verb.children if c.dep in ("aux", "auxpass", "neg")]
    if own or has_subject(verb) or verb.dep != "conj" or not is_verb(verb.head) or verb.tag in _TENSED:
        return own
    either = any(c.dep == "cc" and c.lower in ("or", "nor") for c in verb.head.children)
    return [t for t in verb_group(verb.head) if t.index < verb.index and (t.dep != "neg" or either)]


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep in ("nsubj", "nsubjpass") for c in verb.children)
