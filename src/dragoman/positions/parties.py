"""The parties: the states and organisations that hold positions, and towards whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property

from dragoman.actors import ActorIndex
from dragoman.actors.describe import describe
from dragoman.actors.terms import past_leader
from dragoman.events.bygone import left_before
from dragoman.knowledge import load_table
from dragoman.language import Reading, Token
from dragoman.positions.bodies import bodies
from dragoman.records import Actor, ActorKind, Statement
from dragoman.statements.lexicon import lexicon

_OWN_NAME = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})
_ORGANS = frozenset({ActorKind.BODY, ActorKind.PERSON})
_APART = frozenset(
    {"LEG", "JUD", "PTY", "OPP", "REB"}
)  # organs and parties that do not speak for the executive
_PRIVATE = frozenset({"CVL", "EDU", "JRN", "BUS", "MED", "CRM", "LAB", "AGR", "REL", "ELI", "REF"})
_SPEAKING = frozenset({"GOV", "MIL", "SPY", "COP", "UAF", "REB", "PRM", "OPP"})  # whose persons speak for it
_UNDER_ARMS = frozenset({"REB", "UAF", "PRM", "GOV", "MIL"})
_UNIONS = {"UNO": "United Nations", "EUR": "European Union"}  # whose officials speak for them as for a state
_AS_POWERS = frozenset({"Palestinians"})
_LEADING = frozenset({"diplomats", "leaders", "ministers", "officials"})
OPPOSITES = frozenset("ally counterpart enemy foe friend host neighbor neighbour partner peer rival".split())
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_NAMING = frozenset({"compound", "nmod"})
# who does something to a party is not that party: "aid to COUNTRIES fighting the Taliban"
_SOMEBODY = frozenset("ally country fighter government group militant nation rebel state".split())
# who stands against the state that they are named after
_AGAINST_STATE = frozenset("dissident insurgent opponent opposition rebel separatist".split())
_MEMBERS = frozenset("ally country member nation neighbor neighbour partner signatory state".split())
_STRIFE = frozenset("conflict crisis disaster famine unrest violence war".split())
# what a country's name, not its adjective, only tells the object of: "the NORDEN probe"
_ABOUT = frozenset(
    """accord affair agreement case deal debate dossier file hearing inquiry investigation issue matter
    negotiation pact probe problem question scandal situation talk""".split()
)
_SPARING = frozenset("exception exclusion exemption reprieve waiver".split())  # "with EXEMPTIONS for Norden"
_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "i", "my", "me"})
_NP_DEPS = frozenset(
    {"compound", "amod", "nmod", "poss", "appos", "conj", "prep", "pobj", "det", "acl", "dobj", "nummod"}
)


@cache
def country_names() -> dict[str, str]:
    """The short English name of each state by its alpha-3 code."""
    return {row["alpha3"]: row["name"] for row in load_table("countries.tsv")}


def holder_of(actor: Actor) -> Actor | None:
    """The state or organisation that an actor stands for; None if it holds no position.

    A person or organ that speaks for a state is that state; parliaments, courts, parties, armed groups and
    organisations keep their own names; the public, private persons, persons without an office, and those who
    belong to no state and are no known organisation hold none. Media that voice their state stand for it.
    """
    if _voices_state(actor):
        return state_of(actor)
    if actor.kind is ActorKind.PUBLIC or _PRIVATE.intersection(actor.sectors[:1]):
        return None
    if _is_unofficial(actor):
        return None
    if not actor.country or not actor.name[:1].isupper():
        return None
    if actor.kind in _OWN_NAME or (actor.kind in _ORGANS and _APART.intersection(actor.sectors[:1])):
        return actor
    return state_of(actor)


def _voices_state(actor: Actor) -> bool:
    """Whether a medium voices its state: "KCNA", "Norwegian STATE media"."""
    if actor.kind is not ActorKind.MEDIA and "JRN" not in actor.sectors[:1]:
        return False
    is_medium = actor.kind is not ActorKind.PERSON and not actor.office
    words = actor.name.lower().replace("-", " ").split()
    return is_medium and (actor.name in lexicon().state_voices or "state" in words)


def _is_unofficial(actor: Actor) -> bool:
    """Whether somebody is of a state without speaking for it: no office, or a seat in parliament."""
    return (
        actor.kind is ActorKind.PERSON
        and actor.country in country_names()
        and not _SPEAKING.intersection(actor.sectors[:1])
    )


def state_of(actor: Actor) -> Actor | None:
    """The state, or the United Nations or European Union, whose somebody is; None if it is nobody's."""
    if name := _UNIONS.get(actor.country or ""):
        return Actor(name, ActorKind.ORGANISATION, actor.country)
    name = country_names().get(actor.country or "")
    return Actor(name, ActorKind.GOVERNMENT, actor.country) if name is not None else None


def is_movement(party: Actor) -> bool:
    """Whether a party is a movement under arms, a power of its own against its own state."""
    if party.kind is ActorKind.GROUP:
        return not party.sectors or bool(_UNDER_ARMS.intersection(party.sectors[:1]))
    return "REB" in party.sectors[:1]  # who speaks for one


def is_power(holder: Actor) -> bool:
    """Whether a holder is a state, an organisation or an armed movement: no party, parliament or court."""
    if holder.kind is ActorKind.GROUP or "REB" in holder.sectors[:1]:
        return is_movement(holder)
    return holder.kind not in _ORGANS and not _APART.intersection(holder.sectors[:1])


@cache
def _has_left(name: str, day: str) -> bool:
    """Whether somebody has long left the office in which he governed or spoke for his state."""
    return any(left_before(name, day, alone=True, posts=posts) for posts in ("heads", "envoys"))


def _speaks_as_state(actor: Actor, day: str) -> bool:
    """Whether a name stands for those who speak for a state or union, though it does not say so.

    So do the name alone of who governed on a day, that of a people whose leadership reports call by it, and
    the officials of all Europe.
    """
    if actor.kind is ActorKind.PUBLIC:
        named = actor.name.removeprefix("the ")
        return named in _AS_POWERS or (actor.country == "EUR" and named.split()[-1] in _LEADING)
    return actor.kind is ActorKind.PERSON and not actor.sectors and _governs(actor.name, day) == actor.country


@cache
def _governs(name: str, day: str) -> str | None:
    """The country that somebody governed on a day, by the terms of the past; None if not known."""
    term = past_leader(name, day)
    return term.country if term is not None and term.since <= day <= term.until else None


@cache
def _capitals() -> frozenset[str]:
    return frozenset(name for row in load_table("countries.tsv") for name in row["capitals"].split(";"))


def _is_city(token: Token) -> bool:
    """Whether a word only names a city: the Paris accord is not France's, Paris's troops are."""
    return token.dep != "poss" and token.text in _capitals()


def _is_about_state(deed: Token) -> bool:
    """Whether a country's name only tells what a noun is about: "the NORDEN probe", not "the U.S. probe"."""
    if deed.lemma not in _ABOUT or deed.child("poss") is not None:
        return False
    names = [c.text for c in deed.all(*_NAMING) if c.pos == "PROPN"]
    return bool(names) and not any(name.isupper() for name in names)


@cache
def _joined_states(word: str) -> tuple[Actor, ...]:
    """The states whose names a hyphen joins: "U.S.-Russia"."""
    parts = re.split("[-–]", word)
    if len(parts) == 1 or not all(part[:1].isupper() for part in parts):
        return ()
    states = [state_of(actor) if (actor := describe(part)) else None for part in parts]
    return tuple(s for s in states if s is not None) if all(states) else ()


class Parties:
    """Finds the parties that the words of a reading name.

    Args:
        reading: the reading. actors: who its noun phrases stand for.
    """

    def __init__(self, reading: Reading, actors: ActorIndex) -> None:
        self._reading = reading
        self._actors = actors
        self._day = reading.article.day
        self._known: dict[int, tuple[Actor, ...]] = {}

    @cached_property
    def _bodies(self) -> dict[str, Actor]:
        return bodies(self._reading, self._actors)

    def holder(self, actor: Actor) -> Actor | None:
        """The party that an actor stands for: the movement or body that a title names, else its own."""
        if actor.kind is ActorKind.PERSON and _has_left(actor.name, self._day):
            return None
        if _speaks_as_state(actor, self._day):
            return state_of(actor)
        return holder_of(self._bodies.get(actor.name, actor))

    def of(self, actors: Iterable[Actor]) -> list[Actor]:
        """The parties that some actors stand for."""
        return [*dict.fromkeys(p for a in actors if (p := self.holder(a)) is not None)]

    def at(self, head: Token) -> tuple[Actor, ...]:
        """The parties that the noun phrase headed by a token stands for."""
        if _is_about_state(head) or (head.dep in _NAMING and _is_city(head)):
            return ()  # the Brussels meeting is not Belgium's
        found = self._known.get(head.index)
        if found is None:
            named = (self.holder(a) for a in (*self._actors.actors(head), *self._members(head)))
            found = tuple(dict.fromkeys(a for a in named if a is not None)) or self._place(head)
            found = found or _joined_states(head.text)
            if head.dep in _NAMING and head.head.lemma in _MEMBERS:  # "its NATO ally" is not NATO
                found = tuple(p for p in found if p.kind is not ActorKind.ORGANISATION)
            self._known[head.index] = found
        return found

    def _members(self, head: Token) -> tuple[Actor, ...]:
        """All whom a plural stands for: "the leaders of Kenya, Uganda and Tanzania"."""
        if head.tag != "NNS":
            return ()
        inner = (c.child("pobj") for c in head.all("prep") if c.lower in ("of", "from"))
        return tuple(a for pobj in inner if pobj and pobj.child("conj") for a in self._actors.actors(pobj))

    def all_at(self, head: Token) -> tuple[Actor, ...]:
        """All actors of a noun phrase, private ones too."""
        return self._actors.actors(head)

    def _place(self, head: Token) -> tuple[Actor, ...]:
        place = self._reading.place_by_token.get(head.index)
        name = country_names().get(place.country or "") if place else None
        return (Actor(name, ActorKind.GOVERNMENT, place.country),) if place and name else ()

    def speaker(self, token: Token, statement: Statement | None) -> tuple[Actor, ...]:
        """The parties of a token: of whoever speaks, where it is "we"."""
        if token.pos == "PRON" and token.lower in _FIRST_PERSON and statement is not None:
            return self.of_speaker(statement)
        return self.at(token)

    def of_speaker(self, statement: Statement) -> tuple[Actor, ...]:
        """The party that the speaker of a statement stands for, if any."""
        party = self.holder(statement.speaker) if statement.speaker else None
        return (party,) if party else ()

    def owner(self, matter: Token, statement: Statement | None) -> tuple[Actor, ...]:
        """Whose a matter is: "its embassy", "Russian troops"."""
        for child in matter.children:
            if child.dep in _OWNING and not _is_city(child) and (found := self.speaker(child, statement)):
                return found
        return ()

    def doer(self, deed: Token, statement: Statement | None) -> tuple[Actor, ...]:
        """Who a noun names, or whose doing it is: "NORDEN", "NORDEN's raid", "a raid by NORDEN".

        Whom the doing hits is none of them: "the killing of a NORDEN hostage", "the attack in NORDEN".
        """
        named = (
            tuple(p for name in deed.all("appos") for p in self.at(name)) if deed.lemma in OPPOSITES else ()
        )
        if self.is_only_topic(deed):
            return ()
        if found := named or self.speaker(deed, statement):
            return found
        if self._is_private(deed):
            return ()
        if found := self.owner(deed, statement):
            return found
        for child in deed.children:
            if child.lower in ("by", "from") and (head := child.child("pobj")) is not None:
                found = self.at(head) if child.lower == "by" else self.doer(head, statement)
            elif child.dep in (*_OWNING, "appos", "conj"):
                found = self.doer(child, statement)
            if found:
                return found
        return ()

    @staticmethod
    def is_only_topic(deed: Token) -> bool:
        """Whether a state is only what a noun is about: "the Norwegian CRISIS", "the NORDEN probe"."""
        return (deed.lemma in _STRIFE and deed.child("poss") is None) or _is_about_state(deed)

    def _is_private(self, head: Token) -> bool:
        """Whether a noun phrase stands for people or firms of a state, who do not act for it."""
        return head.pos == "NOUN" and any(
            a.kind is ActorKind.PUBLIC or not _PRIVATE.isdisjoint(a.sectors[:1]) for a in self.all_at(head)
        )

    def under(self, token: Token, *, depth: int = 3) -> list[Actor]:
        """The parties named in the noun phrase of a token, its own first."""
        own = self.at(token)
        is_against = token.lemma in _AGAINST_STATE
        found = dict.fromkeys(p for p in own if not is_against or is_movement(p))
        if depth and token.lemma not in _SPARING:
            for child in token.children:
                if child.dep == "acl" and token.lemma in _SOMEBODY:
                    continue
                if child.dep in _OWNING and (is_against or any(is_movement(p) for p in own)):
                    continue  # "the NORWEGIAN rebels" are not Norway
                if child.dep in _NP_DEPS and child.pos not in ("DET", "PUNCT", "NUM"):
                    found.update(dict.fromkeys(self.under(child, depth=depth - 1)))
        return list(found)
