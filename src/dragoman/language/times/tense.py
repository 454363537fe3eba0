"""Whether an expression of time looks back or ahead, by the verb that governs it."""

from __future__ import annotations

from dragoman.article import Zone
from dragoman.language.reading import Token
from dragoman.language.times.words import words

PAST, FUTURE = -1, 1
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "has", "have", "been", "'d", "’d"})
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re", "be"})
_REPORTED = frozenset({Zone.HEADLINE, Zone.CAPTION})  # here the present tense tells what happened
_SAYING = frozenset({"say", "tell", "add", "note", "write", "report", "claim"})


def direction(token: Token, zone: Zone) -> int:
    """Whether the time at a token lies behind (-1) or ahead (1) of the day of publication.

    Args:
        token: the head word of the expression of time.
        zone: the zone of its sentence: headlines and captions tell the past in the present tense.
    """
    planning = words().sets["planning"]
    above = token
    for above in token.ancestors():
        if above.tag[:2] in ("VB", "MD"):
            return _of_verb(above, zone)
        if above.lemma in planning:
            return FUTURE
    return PAST


def _of_verb(verb: Token, zone: Zone) -> int:
    planning = words().sets["planning"]
    auxiliaries = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if any(c.tag == "MD" for c in verb.children):
        return PAST if verb.tag == "VBN" and auxiliaries & {"have"} else FUTURE
    if verb.tag in ("VBN", "VBG") or (verb.tag == "VBD" and verb.lemma in planning):
        if verb.lemma in planning and verb.tag != "VBG" and (auxiliaries or verb.tag == "VBN"):
            return FUTURE
        if auxiliaries & _PAST_AUXILIARIES:
            return PAST
        if auxiliaries & _PRESENT_BE:
            return PAST if zone in _REPORTED or verb.tag == "VBN" else FUTURE
        return _above(verb, zone) if verb.tag == "VBG" else PAST
    if verb.tag == "VBD":
        return PAST
    if verb.tag == "VB":
        return _of_infinitive(verb, zone)
    return PAST if zone in _REPORTED or verb.lemma in _SAYING else FUTURE


def _of_infinitive(verb: Token, zone: Zone) -> int:
    """ "Refused to sign on Tuesday" looks back, "plans to sign on Tuesday" ahead."""
    if any(c.lower in _PAST_AUXILIARIES for c in verb.children if c.dep == "aux"):
        return PAST
    for above in verb.ancestors():
        if above.lemma in words().sets["planning"]:
            return FUTURE
        if above.tag == "VBD" and verb.dep in ("xcomp", "advcl", "conj", "ccomp"):
            return PAST
        if above.tag[:2] == "VB":
            return FUTURE
    return FUTURE


def _above(verb: Token, zone: Zone) -> int:
    """The direction of the clause that holds a participle."""
    for above in verb.ancestors():
        if above.tag[:2] in ("VB", "MD") and above.tag != "VBG":
            return _of_verb(above, zone)
    return PAST
