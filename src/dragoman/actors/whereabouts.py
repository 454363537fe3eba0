"""Where people are of whom only their clause tells it ("a crowd gathered outside the mission in Lima")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.lexicon import NATIONAL, Match, Sort, countries
from dragoman.language import Reading, Token

_PLACE = frozenset({"in", "at", "outside", "inside", "near", "across", "around", "throughout"})
_WITHIN = frozenset({"in", "of", "at", "near", "outside"})
_PARTS = frozenset({"of"})
_AGAINST = frozenset({"against", "at", "on", "with"})
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj"})
_OWNING = frozenset({"amod", "compound", "nmod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TO_PLACE = _PLACE | {"to", "into"}
_DEEPEST = 3  # places within places ("outside the mission in the capital, Lima")


class Whereabouts:
    """Reads off clauses where those are who act or suffer in them.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
    """

    def __init__(self, reading: Reading, matches: Sequence[Match | None]) -> None:
        self._reading = reading
        self._matches = matches

    def of(self, head: Token, *, facing: bool = False) -> str | None:
        """The country of the place that the clause of a noun tells, None if it tells none.

        Args:
            head: the noun. facing: whether those count who are faced ("clashed with POLICE"), and the place
                ahead of a clause ("IN LIMA, police fired").
        """
        while head.dep == "pobj" and head.head.lower in _PARTS:  # "thousands of people"
            head = head.head.head
        if head.dep == "pobj" and head.head.dep == "agent":
            verb = head.head.head
        elif head.dep in _TAKING_PART:
            verb = head.head
        elif facing and head.dep == "pobj" and head.head.lower in _AGAINST and head.head.head.pos == "VERB":
            verb = head.head.head
        else:
            return None
        places = [*_places(verb, _PLACE), *(_places_ahead(verb) if facing else ())]
        if verb.dep == "conj" and not any(c.dep in _SUBJECTS for c in verb.children):
            places += _places(verb.head, _TO_PLACE)  # "flew to PERU and was held by police"
        for thing in verb.children:
            if thing.dep == "dobj" and thing is not head:
                places += _places(thing, _WITHIN)
        return next(filter(None, (self._country(p, 0) for p in places)), None)

    def several(self, head: Token) -> list[str]:
        """The countries of a list of places in which a clause tells people to be ("in LIMA and OSLO").

        Args:
            head: the subject of the clause.
        """
        if head.dep != "nsubj" or head.tag != "NNS":
            return []
        links = [c for c in head.head.children if c.dep == "prep" and c.lower in _PLACE]
        listed = (t for link in links for c in link.conjuncts() for t in c.children)
        places = [p for t in listed if t.dep == "pobj" for p in t.conjuncts()]
        codes = [self._country(p, 0) for p in places] if len(places) > 1 else []
        return list(dict.fromkeys(c for c in codes if c))

    def _country(self, place: Token, depth: int) -> str | None:
        """The country of a place: its own, or that of what it lies in; a mission is where it stands."""
        match = self._matches[place.index]
        if match is not None and match.entry.sort in NATIONAL and match.entry.code in countries():
            return match.entry.code
        if (found := self._reading.place_by_token.get(place.index)) is not None and found.country:
            return found.country
        if depth == _DEEPEST:
            return None
        inner = (*_places(place, _WITHIN), *(c for c in place.children if c.dep == "appos"))
        if code := next(filter(None, (self._country(p, depth + 1) for p in inner)), None):
            return code
        return None if match is not None and match.entry.sort is Sort.MISSION else self._owner(place)

    def _owner(self, place: Token) -> str | None:
        """The country whose name stands before a place ("the Peruvian capital", "Peru's ports")."""
        for token in place.children:
            match = self._matches[token.index]
            if token.dep in _OWNING and match is not None and match.entry.sort in NATIONAL:
                return match.entry.code
        return None


def _places_ahead(verb: Token) -> Iterator[Token]:
    """The places with which a clause begins ("IN LIMA, police fired")."""
    for link in verb.children:
        if link.dep == "prep" and link.index < verb.index and link.lower == "in":
            yield from (c for c in link.children if c.dep == "pobj")


def _places(head: Token, links: frozenset[str]) -> Iterator[Token]:
    for link in head.children:
        if link.dep == "prep" and link.index > head.index and link.lower in links:
            yield from (c for c in link.children if c.dep == "pobj")
