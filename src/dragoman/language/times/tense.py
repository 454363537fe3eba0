"""Whether an expression of time looks back or ahead, by the verb that governs it."""

from __future__ import annotations

from dragoman.article import Zone
from dragoman.language.reading import Token
from dragoman.language.times.words import words

PAST, FUTURE = -1, 1
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "has", "have", "been", "'d", "’d"})
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re", "be"})
_REPORTED = frozenset({Zone.HEADLINE, Zone.CAPTION})  # here the present tense tells what happened
_BEFORE_NOUNS = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
_SAYING = frozenset({"say", "tell", "add", "note", "write", "report", "claim"})


def direction(token: Token, zone: Zone) -> int:
    """Whether the time at a token lies behind (-1) or ahead (1) of the day of publication.

    Args:
        token: the head word of the expression of time.
        zone: the zone of its sentence: headlines and captions tell the past in the present tense.
    """
    scheduled = words().sets["scheduled"]
    for above in token.ancestors():
        if above.tag[:2] in ("VB", "MD"):
            if above.tag in ("VBZ", "VBP") and token.dep in _BEFORE_NOUNS:
                return PAST  # "Friday's losses are large", "a June agreement holds"
            return _of_verb(above, zone)
        if above.lemma in scheduled:
            return FUTURE
    return PAST


def is_told(verb: Token) -> bool:
    """Whether a verb in the past tells what was done, not what was set for later ("was scheduled")."""
    return verb.pos == "VERB" and verb.lemma not in words().sets["scheduled"] and verb.lemma != "set"


def is_over(token: Token) -> bool:
    """Whether the verb that governs a time says that it was over: "had not called by Thursday"."""
    verb = next((a for a in token.ancestors() if a.tag[:2] == "VB"), None)
    return verb is not None and any(c.lemma == "have" and c.tag == "VBD" for c in verb.children)


def _of_verb(verb: Token, zone: Zone) -> int:
    auxiliaries = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if any(c.tag == "MD" for c in verb.children):
        return PAST if verb.tag == "VBN" and auxiliaries & {"have"} else FUTURE
    if verb.lemma in words().sets["scheduled"] or (verb.lemma == "set" and _leads_on(verb)):
        return PAST if "had" in auxiliaries else FUTURE
    match verb.tag:
        case "VBD" | "VBN":
            return PAST
        case "VBG":
            return _of_gerund(verb, auxiliaries, zone)
        case "VB":
            return _of_infinitive(verb, zone)
    return PAST if zone in _REPORTED or verb.lemma in _SAYING else FUTURE


def _of_gerund(verb: Token, auxiliaries: set[str], zone: Zone) -> int:
    """ "Is meeting" looks ahead and "was meeting" back; "meeting" alone looks where its clause looks."""
    if auxiliaries & _PRESENT_BE:
        return PAST if zone in _REPORTED or "been" in auxiliaries else FUTURE
    return PAST if auxiliaries & _PAST_AUXILIARIES else _above(verb, zone)


def _leads_on(verb: Token) -> bool:
    """ "Set to open", "set for Friday", but not "a record set on Friday"."""
    return any(c.dep == "xcomp" or c.lower == "for" for c in verb.children)


def _of_infinitive(verb: Token, zone: Zone) -> int:
    """ "Refused to sign on Tuesday" looks back, "plans to sign on Tuesday" ahead."""
    if any(c.lower in _PAST_AUXILIARIES for c in verb.children if c.dep == "aux"):
        return PAST
    sets = words().sets
    for above in verb.ancestors():
        if above.lemma in sets["planning"] or above.lemma in sets["scheduled"]:
            return PAST if any(c.lower == "had" for c in above.children) else FUTURE
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
