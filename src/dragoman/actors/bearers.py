"""Whose name stands behind an office: "the minister, X", "the two senators, X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.lexicon import OFFICES, Match, Sort, word_list
from dragoman.actors.persons import Persons
from dragoman.actors.phrases import left
from dragoman.language import Reading, Token
from dragoman.records import Actor

_TITLE_TAGS = frozenset({"IN", "DT", "NNP", "NNPS", "JJ", "CC", "POS", "TO", "NN", "NNS", ",", "HYPH"})
_ENDS = frozenset({",", "."})
_REACH = 12  # words behind an office in which a name may follow


class Bearers:
    """Finds the names behind offices.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
        persons: who its personal names stand for.
    """

    def __init__(self, reading: Reading, matches: Sequence[Match | None], persons: Persons) -> None:
        self._reading = reading
        self._matches = matches
        self._persons = persons

    def listed(self, head: Token) -> tuple[Actor, ...]:
        """The persons whom a list of names in apposition tells ("the two senators, X and Y").

        Args:
            head: the head of the offices' phrase.
        """
        for token in head.all("appos"):
            names = token.conjuncts()
            if len(names) > 1 and all(self._persons.name_at(t) for t in names):
                return tuple(self._persons.actor(t) for t in names)
        return ()

    def behind(self, head: Token, match: Match) -> Token | None:
        """The name that follows an office: "the minister, X", "ambassador to the United Nations X".

        Args:
            head: the head of its phrase. match: the lexicon's match there.
        """
        for token in head.all("appos"):
            if self._persons.name_at(token):
                return token
        tokens = self._reading.tokens
        end = min(match.last + _REACH, self._reading.sentence_of(head).last)
        for index in range(match.last + 1, end + 1):
            if person := self._persons.starting_at(index):
                before = tokens[index - 1]
                if self._is_anothers(match, index):
                    return None
                titled = before.tag in ("NNP", "NNPS") or self._matches[index - 1] is not None
                after = tokens[person.index + 1].text if person.index < end else ""
                if titled or (before.text == "," and (person.dep == "appos" or after in _ENDS)):
                    return person
            if tokens[index].tag not in _TITLE_TAGS:
                return None
        return None

    def _is_anothers(self, match: Match, index: int) -> bool:
        """Whether a name behind those who belong to somebody is his ("an adviser to President X")."""
        title = self._matches[index - 1]
        between = self._reading.tokens[match.last + 1 : index]
        attached = match.entry.sort is not Sort.ROLE or match.entry.name in word_list("belonging")
        titled = title is not None and title is not match and title.entry.sort in OFFICES
        return attached and titled and any(t.lower in ("of", "to", "for") for t in between)

    def told(self, person: Token, head: Token, code: str | None) -> Actor:
        """Who bears a name behind an office, of whom it tells whose he is if the parser parted the two.

        Args:
            person: the head of the name. head: that of the office's phrase. code: whose that is.
        """
        actor = self._persons.actor(person)
        parted = code is not None and person.head is not head and not head.is_under(person)
        return replace(actor, country=code) if parted else actor

    def spoken_for(self, head: Token) -> Actor | None:
        """The lawmaker or former official whose name stands before "spokesman" ("a Holm spokesman").

        Args:
            head: the head of the spokesman's phrase.
        """
        named = (t for t in left(head) if t.dep == "compound" and self._persons.name_at(t))
        persons = (self._persons.actor(t) for t in named if head.lemma.startswith("spokes"))
        return next((p for p in persons if {"LEG", "ELI"} & set(p.sectors)), None)
