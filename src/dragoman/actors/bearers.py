"""Whose name stands behind an office: "the minister, X", "the two senators, X and Y"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.actors.affiliation import Resolve
from dragoman.actors.lexicon import OFFICES, Match, Sort, word_list
from dragoman.actors.persons import Persons
from dragoman.actors.phrases import left, objects
from dragoman.language import MentionKind, Reading, Token
from dragoman.records import Actor

_TITLE_TAGS = frozenset({"IN", "DT", "NNP", "NNPS", "JJ", "CC", "POS", "TO", "NN", "NNS", ",", "HYPH"})
_ENDS = frozenset({",", "."})
_REACH = 12  # words behind an office in which a name may follow


class Bearers:
    """Finds the names behind offices.

    Args:
        reading: the reading. matches: for each token the lexicon match that it is in.
        persons: who its personal names stand for.
        whose: gives the code that a phrase's own words say it belongs to. resolve: who a phrase stands for.
    """

    def __init__(
        self,
        reading: Reading,
        matches: Sequence[Match | None],
        persons: Persons,
        *,
        whose: Callable[[Token], str | None],
        resolve: Resolve,
    ) -> None:
        self._reading = reading
        self._matches = matches
        self._persons = persons
        self._whose = whose
        self._resolve = resolve

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

    def elsewhere(self, head: Token) -> tuple[Actor, ...]:
        """The person whose name the report gives beside another mention ("The official, X, added …").

        Where the phrase tells of another state, it is not he; where one tells so that it takes up, it is
        who that stands for ("a spokesman for Peru … the spokesman").

        Args:
            head: the head of an office's phrase.
        """
        mention = self._reading.mention_by_head.get(head.index)
        chain = self._reading.chains[mention.chain].mentions if mention is not None else ()
        heads = [self._reading.tokens[self._reading.mentions[m].head] for m in chain]
        named = next((t for t in heads if self._persons.name_at(t)), None)
        if named is None:
            return ()
        person = self._persons.actor(named)
        before = (t for t in heads if t.index <= head.index and t.tag == "NN" and t.index < named.index)
        other = next((t for t in before if self._whose(t) not in (None, person.country)), None)
        if other is None or person.country is None:
            return (person,)
        return () if other is head else self._resolve(other)

    def unlisted(self, head: Token) -> str:
        """The body that a spokesman speaks for by a name that no list has ("a Zenobex spokesman"); or "".

        Args:
            head: the head of the spokesman's phrase.
        """
        if not head.lemma.startswith("spokes"):
            return ""
        for token in objects(head, "for", "of", "at"):
            mention = self._reading.mention_by_head.get(token.index)
            if mention is not None and mention.kind is MentionKind.NAME and self._is_unknown(token):
                return mention.name
        tokens = self._reading.tokens
        first = head.index
        while first and tokens[first - 1].tag in ("NNP", "NNPS") and tokens[first - 1].dep == "compound":
            first -= 1
        words = tokens[first : head.index]
        if not words or not self._is_unknown(words[-1]) or any(map(self._is_known, words)):
            return ""
        return self._reading.words(words)

    def _is_unknown(self, token: Token) -> bool:
        """Whether a name is neither a place's nor one of the lexicon's or of a person."""
        return token.index not in self._reading.place_by_token and not self._is_known(token)

    def _is_known(self, token: Token) -> bool:
        return self._matches[token.index] is not None or bool(self._persons.name_at(token))
