"""Subjects of clauses where the parser hangs them elsewhere."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.language.lexicon import Sort, lexicon

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"WDT", "WP"})
_SUBORDINATING = frozenset({"after", "before", "since", "until"})
_OBJECTS = frozenset({"pobj", "dobj"})
_ASKING = frozenset({"ask", "beg", "demand", "plead", "request", "seek", "urge"})
_CONTACTING = frozenset(
    "approach call cable contact email message petition phone reach telephone write".split()
)
_TO = frozenset({"to", "with"})
_ACTING = frozenset({Sort.PERSON, Sort.GROUP, Sort.COUNTRY})


def misplaced_subject(verb: Token) -> list[Token]:
    """The subject of an adverbial clause that has none below it, but right before it.

    Args:
        verb: the head of the clause: finite, its subject read as the object of what opens it ("after A RAID
            in Lima killed ten"), or a participle behind the people who act ("arms for PERUVIANS fighting").
    """
    if verb.tag in _FINITE:
        return _behind_subordinator(verb)
    return _before_participle(verb) if verb.tag == "VBG" else []


def listed_behind_phrase(verb: Token) -> list[Token]:
    """The subjects of a clause that are read as part of what opens it ("in talks, PERU AND CHILE said").

    Args:
        verb: the head of a clause without a subject of its own.
    """
    return [
        listed
        for link in verb.children
        if link.dep == "prep" and link.index < verb.index
        for opening in link.children
        if opening.dep == "pobj" and not any(c.dep == "cc" for c in opening.children)
        for listed in opening.children
        if listed.dep in ("conj", "appos") and listed.index < verb.index
    ]


def is_quoted_ahead(verb: Token) -> bool:
    """Whether a clause tells in front of its report what was said ("a bomb killed ten, said the mayor").

    Args:
        verb: the head of the clause: the subject of what reports it is not its own.
    """
    return verb.dep == "ccomp" and verb.tag in _FINITE and verb.index < verb.head.index


def told_of(report: Token) -> Token | None:
    """The relative pronoun of which a report that is put between tells ("rebels WHO police say did it").

    Args:
        report: the reporting verb, below which the parser hangs the pronoun and the verb that it belongs to.
    """
    if report.dep != "relcl":
        return None
    subjects = [c for c in report.children if c.dep == "nsubj"]
    return subjects[0] if subjects[1:] and subjects[0].tag in _RELATIVE else None


def without_place(subjects: list[Token]) -> list[Token]:
    """Subjects of one verb without a place that only tells where ("a raid in the capital LIMA killed ten").

    Args:
        subjects: the subjects, in order of the text.
    """
    if len(subjects) > 1 and subjects[0].pos == "NOUN":
        return [t for t in subjects if t is subjects[0] or t.entity != "GPE"]
    return subjects


def _behind_subordinator(verb: Token) -> list[Token]:
    return [
        subject
        for link in verb.head.children
        if link.dep == "prep" and link.lower in _SUBORDINATING and link.index < verb.index
        for subject in link.children
        if subject.dep == "pobj"
    ]


def _before_participle(verb: Token) -> list[Token]:
    return [
        t
        for t in verb.head.subtree()
        if t.index == verb.index - 1 and (t.tag == "NNPS" or t.dep in _OBJECTS) and _acts(t)
    ]


def _acts(noun: Token) -> bool:
    return noun.entity == "NORP" or lexicon().sorts.get(noun.lemma) in _ACTING


def contact_of(verb: Token) -> Token | None:
    """The verb of contact whose subject asks, where the parser lets those who are asked ask.

    ("wrote to their Spanish counterparts SEEKING help")

    Args:
        verb: a participle behind a noun.
    """
    if verb.lemma not in _ASKING:
        return None
    asked = verb.head
    above = asked.head.head if asked.dep == "pobj" and asked.head.lower in _TO else asked.head
    return above if asked.dep in ("dobj", "pobj", "dative") and above.lemma in _CONTACTING else None
