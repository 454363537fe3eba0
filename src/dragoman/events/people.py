"""Who the fillers of slots stand for, and whether they belong to a word class."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from dragoman.actors import ActorIndex
from dragoman.actors.describe import describe
from dragoman.actors.lexicon import countries
from dragoman.events.company import (
    behind_place,
    described,
    doers,
    employers,
    examples,
    names_below,
    second_owner,
)
from dragoman.events.frames import BUILT_IN, Lexicon
from dragoman.events.groups import Groups
from dragoman.events.modality import is_finite_complement
from dragoman.events.pronouns import agrees, nation, reporter
from dragoman.events.standing import has_forces, has_part, has_say, is_armed, is_political, state_of
from dragoman.events.syntax import SPONSORED, first_word, is_attribute, is_infinitive, term
from dragoman.events.topics import Topics
from dragoman.language import Reading, Token
from dragoman.language.lexicon import Sort
from dragoman.language.lexicon import lexicon as nouns
from dragoman.records import Actor, ActorKind

_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_PERSONAL = frozenset({"you", "him", "her", "them", "they", "he", "she"})
_ANIMATE = frozenset({Sort.PERSON, Sort.GROUP, Sort.BODY})
_COUNTED_OFF = frozenset({"both", "two", "each", "either"})  # those who were named before
_CONTINENT = "Europe"
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_WORLD = frozenset({"community", "world"})
_OF_ALL = frozenset(
    {"all", "concerned", "global", "interested", "international", "related", "relevant", "warring"}
)
_QUESTION = frozenset({"WP", "WRB", "WDT", "WP$"})
_NO_PARTY = frozenset({ActorKind.MEDIA, ActorKind.PUBLIC})
_LEADERS = frozenset({ActorKind.PERSON})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_COUNTED = frozenset({"prisoners", "public"})  # "released 300", "killed 20"
_ACTING = frozenset({Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.COUNTRY})  # what acts for whom it belongs to
_ARMS = ("forces", "weapons", "aircraft", "blast", "violence", "operations", "warships", "projectile")
MACHINES = ("weapons", "aircraft", "warships", "air_arms")  # classes of what moves for its owner
_WITH_A_WILL = frozenset({ActorKind.PERSON, ActorKind.GOVERNMENT, ActorKind.MEDIA})
_JOINT = re.compile(r"[-–/]")
_BOUND = re.compile(r"\S[-–/](?:South|North)$")
_OWNERS = frozenset({"poss", "compound", "amod", "nmod"})
_WHERE = frozenset({"in"})
_NOT_DONE_BY = _WHERE | {"against", "for", "on", "to", "with"}
_OF_DONE = _NOT_DONE_BY | {"of"}
_BEHIND = ("including", "of", "by", "from", "in", "with", "on", "against", "to", "for")


def _pair(text: str) -> tuple[Actor, ...]:
    """The states that a pair names ("U.S.-Mexico")."""
    parts = _JOINT.split(text)
    if len(parts) < 2 or not all(p[:1].isupper() for p in parts):
        return ()
    found = [describe(p) for p in parts]
    codes = [a.country or "" for a in found if a is not None and a.kind is ActorKind.GOVERNMENT]
    return tuple(state_of(countries()[c]) for c in codes if c in countries())


def _sponsor(text: str) -> tuple[Actor, ...]:
    """Who is behind what bears their mark ("a French-drafted text")."""
    name, dash, deed = text.rpartition("-")
    found = describe(name) if dash and deed in SPONSORED else None
    state = countries().get(found.country or "") if found is not None else None
    return (state_of(state),) if state is not None else ()


@cache
def _union() -> tuple[Actor, ...]:
    """The union for which its continent stands where that acts ("EUROPE must decide")."""
    found = describe("European Union")
    return (found,) if found is not None else ()


def _is_owned(before: list[Token]) -> bool:
    """Whether a pronoun among the words before a noun tells whose it is ("ITS rivals")."""
    return any(c.tag == "PRP$" for c in before)


class People:
    """Who the words of one reading stand for, looked up once each.

    Args:
        reading: the reading. actors: its actors. lexicon: the word classes.
        speaker: who says the words at a token.
    """

    def __init__(
        self,
        reading: Reading,
        actors: ActorIndex,
        lexicon: Lexicon,
        speaker: Callable[[Token], tuple[Actor, ...]],
    ) -> None:
        self._reading = reading
        self._actors = actors
        self._classes = lexicon.classes
        self._reporting = lexicon.reporting
        self._speaker = speaker
        self._groups = Groups(reading, actors.actors)
        self.topics = Topics(reading, lexicon)
        self._known: dict[int, tuple[Actor, ...]] = {}

    def who(self, head: Token) -> tuple[Actor, ...]:
        """The actors that a phrase names, seen through partitives ("thousands of Spaniards")."""
        known = self._known.get(head.index)
        if known is None:
            known = self._known[head.index] = self._found(head)
        return known

    def _found(self, head: Token) -> tuple[Actor, ...]:
        known = () if is_attribute(head) else self._groups.of(head) or self._several(head)
        if not known and head.lower in _FIRST_PERSON:
            known = nation(head, self._speaker(head), has_say)
        if known:
            known = tuple(dict.fromkeys((*known, *self._groups.peers(head), *self._beside(head))))
        subject = reporter(head, self._reporting)
        if subject is not None and agrees(head, subject, found := self.who(subject)):
            known = found
        if head.text[:1].isupper():
            pair = self._paired(head)
            known = pair if len(pair) > 1 else known or pair or _sponsor(head.text)
        acting = head.dep in _TAKING_PART or head.head.dep == "agent"
        if acting and any(t.text == _CONTINENT for t in head.conjuncts()):
            known = (*known, *_union())
        if known and head.lemma in self._classes["munition"]:
            known = self.makers(head)
        if known and not any(a.country for a in known):
            known = self._as_employed(head, known)
        if not any(a.country for a in known):
            known = self._renamed(head) or known
        if (second := behind_place(head, self._is_place, self._is_party)) is not None:
            known = tuple(dict.fromkeys((*known, *self.who(second)))) if known else known
        return self._of_parts(head, known) if head.lemma in self._classes["partitive"] else known

    def _several(self, head: Token) -> tuple[Actor, ...]:
        """The actors at a word; for "they" all whom it takes up, not one state of them."""
        known = self._groups.apart(head, self._parties(head))
        if head.pos != "PRON" or len(known) > 1 or any(a.kind is not ActorKind.GOVERNMENT for a in known):
            return known or self._groups.together(head)
        together = self._groups.together(head)
        return together if not known or known[0] in together else known

    def _of_parts(self, head: Token, known: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Whom a partitive stands for ("one of the groups, the LAKE LEAGUE", "thousands of SPANIARDS")."""
        known = next((w for a in head.children if a.dep == "appos" and (w := self.who(a))), known)
        parts = [t.conjuncts() for t in self.inside(head)]
        known = known or next((w for p in parts if (w := self.who(p[0]))), ())
        return tuple(dict.fromkeys((*known, *(a for p in parts for t in p[1:] for a in self.who(t)))))

    def _beside(self, head: Token) -> tuple[Actor, ...]:
        """Those who share their noun with others named before them ("Taliban and AFGHAN forces")."""
        other = second_owner(head)
        return self.who(other) if other is not None else ()

    def _parties(self, head: Token) -> tuple[Actor, ...]:
        """The actors at a word, but no treaties and laws, nor inquiries ("the Spain inquiry")."""
        found = self._actors.actors(head)
        if not found or head.lower == "air" or self.topics.inquired(head):
            return ()  # "AIR strikes": no part of a name is whose they are
        return () if head.pos == "PROPN" and all(map(self._is_text, found)) else found

    def _is_text(self, actor: Actor) -> bool:
        last = actor.name.rsplit(maxsplit=1)[-1].lower()
        return actor.kind not in _WITH_A_WILL and last in self._classes["named_text"]

    def names_text(self, head: Token) -> bool:
        """Whether a phrase names a treaty or a law, or is set beside its name ("the NAFTA DEAL").

        Args:
            head: the head of the phrase.
        """
        if head.dep == "appos":
            return self.names_text(head.head)
        if head.pos == "NOUN":
            return any(c.dep == "compound" and c.pos == "PROPN" and self.names_text(c) for c in head.children)
        found = self._actors.actors(head) if head.pos == "PROPN" else ()
        return bool(found) and all(map(self._is_text, found))

    def _paired(self, head: Token) -> tuple[Actor, ...]:
        """The states that a pair names, also one split in two words ("Spanish-South Korean")."""
        tokens = self._reading.tokens
        for first in (head.index, head.index - 1):
            if 0 <= first < len(tokens) - 1 and _BOUND.search(tokens[first].text):
                return _pair(f"{tokens[first].text} {tokens[first + 1].text}")
        return _pair(head.text)

    def _as_employed(self, head: Token, known: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """People of no known country as of whom they work for ("hackers employed by the Spanish army")."""
        masters = employers(head, self._classes["employ"])
        codes = {a.country for m in masters for a in self.who(m) if a.country}
        return tuple(replace(a, country=next(iter(codes))) for a in known) if len(codes) == 1 else known

    def _renamed(self, head: Token) -> tuple[Actor, ...]:
        """Those of some country whom a phrase that tells of none names ("its ally, Spain")."""
        if len(head.conjuncts()) > 1:
            return ()
        names = [*names_below(head), *(examples(head) if self.is_worldwide(head) else ())]
        return next((w for w in map(self.who, names) if any(a.country for a in w)), ())

    def _is_party(self, token: Token) -> bool:
        """Whether a word names somebody, and no state by its place ("in Lima and SPAIN")."""
        found = self.who(token)
        return bool(found) and all(a.kind is not ActorKind.GOVERNMENT for a in found)

    def _is_place(self, token: Token) -> bool:
        return token.entity in _PLACES or token.index in self._reading.place_by_token

    def who_or_owner(self, head: Token, *, judged: bool = False) -> tuple[Actor, ...]:
        """The actors that a phrase names, or those whose thing it is ("Spain's fleet").

        Args:
            head: the head of the phrase. judged: whether the thing is judged: not what it is about, then.
        """
        found = self.who(head)
        if found or head.pos == "PRON" or head.lemma in self._classes["others"]:
            return found
        return self.owner(head, judged=judged)

    def owner(self, head: Token, *, judged: bool = False) -> tuple[Actor, ...]:
        """The actors whose thing a phrase names, by the words before its head.

        Args:
            head: the head of the phrase. judged: whether the thing is judged: not what it is about, then.
        """
        for dep in ("poss", "amod", "compound", "nmod"):
            for child in head.children:
                told = child.dep == dep and not (judged and self.topics.names(child))
                if told and (found := self.who(child)) and not (judged and self.topics.suffers(child, found)):
                    return found
        return ()

    def makers(self, weapon: Token) -> tuple[Actor, ...]:
        """Whose a strike or a missile is, which acts for them ("an Israeli air strike": Israel)."""
        if weapon.lemma not in self._classes["munition"]:
            return ()
        owners = (c for c in weapon.children if c.dep in _OWNERS and c.lemma != "air")
        return next((w for c in owners if (w := self.who(c))), ())

    def agents(self, head: Token, *, armed: bool) -> tuple[Actor, ...]:
        """The actors that a phrase names, or those for whom it acts ("Spain's fleet", "Spain's team").

        Claims, deals and plans act for nobody. Args: armed: whether weapons and attacks may act, too.
        """
        found = self.who(head)
        if found and len(head.conjuncts()) > 1:
            return (*self._unheaded(head, found), *found)
        if found or not self._is_agent(head, armed=armed):
            return found
        return self.who_or_owner(head)

    def _unheaded(self, head: Token, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Those of no known country with whom a list of known actors begins ("several NATIONS and Spain")."""
        if head.tag != "NNS" or not self.is_somebody(head) or any(c.dep == "poss" for c in head.children):
            return ()
        others = {a for c in head.conjuncts()[1:] for a in self.who(c)}
        return (Actor(described(head), ActorKind.GROUP),) if others.issuperset(found) else ()

    def _is_agent(self, head: Token, *, armed: bool) -> bool:
        if head.pos != "NOUN":
            return True
        kinds = ("agents", "bodies", "partitive", *(_ARMS if armed else ()))
        return nouns().sorts.get(head.lemma) in _ACTING or any(self._fits(head, k) for k in kinds)

    def concerned(self, head: Token, *, judged: bool = False) -> tuple[Actor, ...]:
        """Whom a thing concerns: its owner, else who stands in its complements ("the industry of Spain").

        Args:
            head: the head of its phrase. judged: whether it is judged, not where it was done.
        """
        found = self.who_or_owner(head, judged=judged)
        if found or head.lemma in self._classes["others"]:  # "the enemies of Spain"
            return found
        held = any(map(self.is_somebody, (head, *self.inside(head))))  # "ten of the girls held by Spain"
        doing = () if held else doers(head)
        if found := next((w for t in doing if (w := self.who_or_owner(t))), ()):
            return found
        past = () if not judged else _OF_DONE if self.topics.is_undergone(head) else _NOT_DONE_BY
        for preposition in (p for p in _BEHIND if p not in past):
            for child in head.children:
                if child.dep in ("prep", "agent") and child.lower == preposition:
                    for inner in child.children:
                        if inner.dep == "pobj" and (found := self.who_or_owner(inner, judged=judged)):
                            return found
        return () if judged else self._state_of(head)

    def _state_of(self, head: Token) -> tuple[Actor, ...]:
        """The state that a place is in, named itself or as that of a thing ("the port of Kribi")."""
        inner = [p for c in head.children if c.dep == "prep" and c.lower in ("of", "in") for p in c.children]
        for token in (head, *inner):
            place = self._reading.place_by_token.get(token.index)
            state = countries().get(place.country or "") if place is not None else None
            if state is not None:
                return (state_of(state),)
        return ()

    def who_or_state(self, head: Token) -> tuple[Actor, ...]:
        """The actors that a phrase names, or the state that a place is in ("Lima")."""
        return self.who(head) or self._state_of(head)

    def hosting(self, talks: Token, owners: list[Token]) -> list[Token]:
        """Those whose talks they are, not where or in whose frame ("Spain's LIMA summit").

        Args:
            talks: a noun. owners: the words before it that name somebody.
        """
        if talks.lemma not in self._classes["talks"]:
            return owners
        hosts = {o.index for o in owners if o.dep == "poss"}
        return [o for o in owners if o.dep == "poss" or not self._is_venue(o, hosts)]

    def is_town(self, token: Token) -> bool:
        """Whether a word names a town, not its people ("LIMA", not "Parisian")."""
        place = self._reading.place_by_token.get(token.index)
        return token.dep != "amod" and place is not None and place.kind == "city"

    def _is_venue(self, owner: Token, hosts: set[int]) -> bool:
        if self.is_town(owner):
            return True
        within = owner.head.index in hosts or all(a.kind is ActorKind.ORGANISATION for a in self.who(owner))
        return bool(hosts) and within

    def unnamed(self, head: Token) -> tuple[Actor, ...]:
        """The people whom a plural noun mentions, where nothing says whose they are ("workers")."""
        if head.tag != "NNS" or nouns().sorts.get(head.lemma) is not Sort.PERSON:
            return ()
        return (Actor(head.lower, ActorKind.PUBLIC, sectors=("CVL",)),)

    def described(self, head: Token) -> tuple[Actor, ...]:
        """The people of no known country for whom a plural noun stands, in its own words."""
        return (Actor(described(head), ActorKind.GROUP),)

    def mentioned(self, head: Token) -> tuple[Actor, ...]:
        """Those of no known country whom a plural noun mentions ("other countries", "guests")."""
        if head.tag == "NNS" and self.is_worldwide(head):
            if any(c.dep == "poss" or c.lower in _COUNTED_OFF for c in head.children):
                return ()
            return self.described(head)
        return self.unnamed(head)

    def is_somebody(self, head: Token) -> bool:
        """Whether a phrase means people, known or not ("their partners", "you")."""
        if head.pos == "PRON":
            return head.lower in _PERSONAL
        known = nouns().sorts.get(head.lemma) in _ANIMATE or self.is_worldwide(head)
        return known and head.pos == "NOUN"

    def is_worldwide(self, head: Token) -> bool:
        """Whether a phrase means others than those at home ("its neighbours", "the world")."""
        return head.lemma in self._classes["worldwide"] and (head.tag == "NNS" or head.lemma in _WORLD)

    def is_of_others(self, head: Token) -> bool:
        """Whether a phrase means others of whatever country ("the international community", "its rivals")."""
        if head.pos != "NOUN" or head.lemma not in self._classes["worldwide"]:
            return False
        before = [c for c in head.children if c.index < head.index]
        if head.tag == "NNS" and head.lemma in self._classes["others"] and _is_owned(before):
            return all(a.kind is not ActorKind.GOVERNMENT for a in self.who(head))
        told = any(c.dep in _OWNERS and c.text[:1].isupper() for c in before)  # "all SPANISH parties"
        return not told and any(c.lower in _OF_ALL for c in before)

    def last_before(self, token: Token) -> tuple[Actor, ...]:
        """The state or group that is named last before a token in its sentence, with those beside it."""
        first = self._reading.sentences[token.sentence].first
        for index in range(token.index - 1, first - 1, -1):
            found = self.who(self._reading.tokens[index])
            if found and has_forces(found[0]) and not self.fits(self._reading.tokens[index], MACHINES):
                listed = self._listed(self._reading.tokens[index])
                return listed if found[0] in listed else found[:1]
        return ()

    def _listed(self, last: Token) -> tuple[Actor, ...]:
        """The states and groups of the list of subjects that a word ends ("Peru and CHILE held drills")."""
        head = last
        while head.dep == "conj":
            head = head.head
        if head is last or head.dep != "nsubj":
            return ()
        return tuple(a for a in self.who(head) if has_forces(a))

    def names_other(self, token: Token, country: str) -> bool:
        """Whether the sentence of a token names somebody of another country than one."""
        sentence = self._reading.sentences[token.sentence]
        words = self._reading.tokens[sentence.first : sentence.last + 1]
        return any(a.country not in (None, country) for t in words for a in self.who(t))

    def is_set_in(self, token: Token, country: str | None) -> bool:
        """Whether the sentence of a token names a place in a country."""
        sentence = self._reading.sentences[token.sentence]
        places = map(self._reading.place_by_token.get, range(sentence.first, sentence.last + 1))
        return any(p is not None and p.country == country for p in places)

    def fits(self, token: Token, classes: tuple[str, ...]) -> bool:
        """Whether a phrase belongs to one of some classes, seen through partitives."""
        heads = self.inside(token) or token.conjuncts()
        wanted = [name for name in classes if not name.startswith("!")]
        if any(self._fits(head, name[1:]) for head in heads for name in classes if name.startswith("!")):
            return False
        return not wanted or any(self._fits(head, name) for head in heads for name in wanted)

    def _fits(self, token: Token, name: str) -> bool:
        words = self._classes.get(name)
        if words is not None:
            word = term(token, self._classes["compounds"])
            if token.pos == "NUM" and name in _COUNTED:
                return True
            if word in words or (word == token.lemma and token.lower in words):
                return True
        return name in BUILT_IN and (self._is_of_form(token, name) or self._is_of_sort(token, name))

    def _is_of_sort(self, token: Token, name: str) -> bool:
        """Whether those for whom a phrase stands belong to a class."""
        who = self.who(token)
        match name:
            case "actor":
                return bool(who)
            case "people":
                return bool(who) or self.is_somebody(token)
            case "combatant":
                return any(is_armed(a) and a.kind is not ActorKind.PUBLIC for a in who)
            case "party":
                official = token.lemma in self._classes["delegation"]
                return not self._is_press(token) and any(
                    official or (a.kind not in _NO_PARTY and is_political(a)) for a in who
                )
            case "public":
                return any(a.kind is ActorKind.PUBLIC for a in who)
            case "state":
                return any(a.kind is ActorKind.GOVERNMENT for a in who)
            case "leader":
                private = self._is_press(token) or token.lemma in self._classes["public"]
                return not private and (
                    token.lemma in self._classes["delegation"]
                    or any(a.kind in _LEADERS and has_part(a) for a in who)
                )
        return False

    def _is_of_form(self, token: Token, name: str) -> bool:
        """Whether a phrase or clause belongs to a class by its form."""
        match name:
            case "parties":
                return token.lemma in self._classes["two_sides"] or self._are_several(token)
            case "question":
                return self._asks(token)
            case "finite":
                return is_finite_complement(token)
            case "forbidding":
                return self._forbids(token)
            case "infinitive":
                return is_infinitive(token)
            case "place":
                return self._is_place(token)
        return False

    def _forbids(self, clause: Token) -> bool:
        """Whether a clause says what another side will not do ("vowed that SPAIN would never return")."""
        if not is_finite_complement(clause) or not any(c.dep == "neg" for c in clause.children):
            return False
        others = [a for c in clause.children if c.dep in ("nsubj", "nsubjpass") for a in self.who(c)]
        own = {a.country for c in clause.head.children if c.dep == "nsubj" for a in self.who(c)}
        return bool(others and own) and own.isdisjoint(a.country for a in others)

    def _are_several(self, token: Token) -> bool:
        """Whether a phrase names actors of several countries."""
        return len({a.country for t in token.conjuncts() for a in self.who(t)} - {None}) > 1

    def _asks(self, clause: Token) -> bool:
        if any(c.tag in _QUESTION or c.lower in ("whether", "if") for c in clause.children):
            return True
        if first_word(clause).tag in _QUESTION:  # "WHAT kind of deal it would be"
            return True
        last = self._reading.sentences[clause.sentence].last
        return any(t.text == "?" for t in self._reading.tokens[max(clause.index, last - 1) : last + 1])

    def _is_press(self, token: Token) -> bool:
        named = (c for c in token.children if c.dep in ("appos", "compound"))  # "Ann Roe, host of a show"
        return any(t.lemma in self._classes["press"] for t in (token, *named))

    def inside(self, head: Token) -> list[Token]:
        """What a partitive measures out ("thousands of troops": troops)."""
        if head.lemma not in self._classes["partitive"] and head.pos != "NUM":
            return []
        return [
            inner
            for child in head.children
            if child.dep == "prep" and child.lower in ("of", "in")
            for inner in child.children
            if inner.dep == "pobj"
        ]
