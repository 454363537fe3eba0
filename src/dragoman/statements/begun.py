"""Beginnings: verbs that tell no more than that another, which reports, begins or has an occasion."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.statements.infinitives import infinitive_of
from dragoman.statements.lexicon import lexicon
from dragoman.statements.strays import is_finite

_ASPECTUAL = frozenset({"continue", "proceed", "begin", "start", "rush", "hasten"})
_TENSES = frozenset({"VBD", "VBZ", "VBN"})


def is_begun(verb: Token) -> bool:
    """Whether a verb is what another only begins or continues ("went on to say").

    Args:
        verb: the verb.
    """
    above = verb.head
    if verb.dep not in ("xcomp", "advcl") or (not is_finite(above) and above.tag != "VBG"):
        return False
    if any(c.tag == "MD" for c in above.all("aux")):
        return False
    if _takes_floor(above, verb):
        return True
    if above.lemma == "go":
        return any(c.lower == "on" and c.index == above.index + 1 for c in above.children)
    return above.lemma in _ASPECTUAL and verb.dep == "xcomp"


def _takes_floor(verb: Token, purpose: Token) -> bool:
    """Whether a verb tells how somebody comes to speak ("took to the radio to …", "used the summit to …")."""
    if verb.tag not in _TENSES or infinitive_of(purpose) is None or verb.child("neg") is not None:
        return False
    if verb.lemma == "take":
        floor = next((p for p in verb.all("prep") if p.lower == "to" and p.index < purpose.index), None)
        return floor is not None and verb.child("dobj") is None
    occasion = verb.child("dobj") if verb.lemma == "use" else None
    return occasion is not None and occasion.lemma in lexicon().occasions
