"""Whom somebody travels to meet, on whatever ground ("flew to Oslo to meet the Peruvian minister")."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.happening import Happening
from dragoman.events.people import People
from dragoman.language import Token
from dragoman.records import Actor

_MEETING = frozenset({"meet", "see", "confer", "consult", "negotiate", "speak", "talk", "visit"})
_HOLDING = frozenset({"hold", "have", "attend", "join"})
_AIMS = frozenset({"advcl", "xcomp", "acl"})


def met_abroad(journey: Happening, people: People) -> tuple[Actor, ...]:
    """Those of third countries whom a journey is made to meet, where nobody of where it leads is among them.

    Args:
        journey: the journey. people: who is who.
    """
    met = tuple(dict.fromkeys(a for t in _met(journey) for a in people.who(t) if a.country))
    known = {a.country for a in (*journey.actors, *journey.recipients)}
    return met if known.isdisjoint(a.country for a in met) else ()


def _met(journey: Happening) -> Iterator[Token]:
    aims = (c for t in journey.words for c in t.children if c.dep in _AIMS and c.tag == "VB")
    for verb in aims:
        talks = [c for c in verb.children if c.dep == "dobj"]
        if verb.lemma in _MEETING:
            yield from talks
        if verb.lemma in _MEETING | _HOLDING:
            for word in (*talks, verb):
                yield from (p for c in word.children if c.lower == "with" for p in c.children)
