"""Whom force is used against, where its own words name nobody, or only the ground on which it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dragoman.actors.lexicon import countries
from dragoman.events.circumstances import Circumstances
from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening, without
from dragoman.events.people import People
from dragoman.events.recalls import is_definite
from dragoman.events.sides import standing_out
from dragoman.events.standing import LAWLESS, is_state_organ, state_of
from dragoman.events.syntax import is_passive, is_verb
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind, EventType

_NON_STATE = LAWLESS | {"PRM"}
_REBELS = frozenset({"REB", "PRM"})
_NO_STATE = "IMG"
_ALLIES = "IGO"
_REST = frozenset({"another", "more", "others"})
_BY_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_ON_GROUND = frozenset({"in", "across", "inside", "near", "over", "throughout", "within", "outside"})
_GROUPS = frozenset(
    "group militia militant fighter insurgent extremist jihadist organisation organization".split()
)
_MEANS = ("weapons", "teargas", "chemical", "bomb")  # classes of what is used, on nobody in particular
_AS_SIGN = frozenset({"as", "in"})
_SIGNS = frozenset(
    "answer deterrent message rebuff rebuke reaction reply response retaliation signal warning".split()
)
_TO = frozenset({"against", "for", "to"})
_ABOUT = frozenset({"about", "over"})
_UP_TO = frozenset({"along", "at", "close", "closer", "near", "off", "on", "to", "toward", "towards"})
_EDGES = frozenset({"airspace", "border", "borderline", "coast", "coastline", "frontier", "shore", "water"})
_NAMING = frozenset({"amod", "compound", "nmod", "poss"})
_WHEN = frozenset({"after", "as", "when"})
_NEAR = 2  # sentences back to the group that "the group" stands for


class Targets:
    """Fills in who is attacked in the events of one reading.

    Args:
        reading: the reading. happenings: its events. people: who is who. lexicon: the word classes.
        circumstances: where things happen.
    """

    def __init__(
        self,
        reading: Reading,
        happenings: Sequence[Happening],
        people: People,
        lexicon: Lexicon,
        circumstances: Circumstances,
    ) -> None:
        self._reading = reading
        self._happenings = happenings
        self._people = people
        self._circumstances = circumstances
        self._dispersing = lexicon.classes["dispersing"]
        self._countering = lexicon.classes["countering"]
        self._wounding = lexicon.classes["wounding"]
        self._means = frozenset().union(*(lexicon.classes[name] for name in _MEANS))
        self._at = {h.anchor.index: h for h in happenings}

    def complete(self) -> None:
        """Fill in from the aim, the outcome, the group that is fought, or the state that rebels fight."""
        for happening in self._happenings:
            if not happening.actors or happening.partners:
                continue
            if happening.event is EventType.MOBILIZE and (
                found := self._countered(happening) or self._answered(happening)
            ):
                _give(happening, found, "aim")
            elif happening.event is EventType.MOBILIZE and not happening.recipients:
                happening.recipients = self._neighbouring(happening)
            elif happening.event is EventType.MOBILIZE:
                happening.recipients = _abroad(happening)
            if happening.event in _BY_FORCE and not happening.recipients:
                happening.recipients = self._more(happening)
            if happening.event is not EventType.ASSAULT:
                continue
            if not happening.recipients and any(map(is_verb, happening.words)):
                self._look_around(happening)
            self._name_enemy(happening)

    def _more(self, force: Happening) -> tuple[Actor, ...]:
        """Whom a bare number counts, by the verb before ("killed nine rebels and arrested SIX more")."""
        verb = force.anchor
        before = self._at.get(verb.head.index) if verb.dep == "conj" else None
        counted = any(t.pos == "NUM" or t.lower in _REST for t in force.matter if t in verb.children)
        return before.recipients if counted and before is not None and before.event in _BY_FORCE else ()

    def _look_around(self, attack: Happening) -> None:
        """Take those whom the aim or the outcome of an attack tells ("fired to disperse THE CROWD")."""
        if found := self._aimed_at(attack):
            _give(attack, found, "aim")
        elif found := self._hit(attack):
            _give(attack, found, "outcome")
        elif self._has_object(attack) and not attack.closed and (found := self._own_state(attack)):
            _give(attack, found, "home")

    def _aimed_at(self, attack: Happening) -> tuple[Actor, ...]:
        found = (
            self._people.who(thing) or self._people.concerned(thing) or self._people.mentioned(thing)
            for verb in attack.words
            for aim in verb.children
            if aim.dep in ("advcl", "xcomp") and aim.tag == "VB" and aim.lemma in self._dispersing
            for thing in aim.children
            if thing.dep == "dobj"
        )
        return next((_at_home(f, attack) for f in found if f), ())

    def _countered(self, force: Happening) -> tuple[Actor, ...]:
        """Who is to be countered, on whatever ground ("sent troops to Peru to deter SPAIN")."""
        homes = {a.country for a in force.actors}
        for word in (*force.words, *force.matter):
            for aim in word.children:
                if aim.tag != "VB" or aim.lemma not in self._countering or aim.index < word.index:
                    continue
                things = (self._people.concerned(c) for c in aim.children if c.dep == "dobj")
                if found := tuple(a for people in things for a in people if a.country not in homes):
                    return found
        return ()

    def _answered(self, force: Happening) -> tuple[Actor, ...]:
        """Who is answered or warned by force ("in response to SPAIN'S test", "as a warning to SPAIN")."""
        homes = {a.country for a in force.actors}
        for word in (*force.words, *force.matter):
            for sign in _behind(word, _AS_SIGN):
                if sign.lemma not in _SIGNS:
                    continue
                things = (p for c in sign.children if c.lower in _TO for p in c.children)
                worries = ((t, *_behind(t, _ABOUT)) for t in things)  # "in response to fears of SPAIN"
                people = (a for pair in worries for thing in pair for a in self._people.concerned(thing))
                if found := tuple(a for a in people if a.country not in (None, *homes)):
                    return found
        return ()

    def _neighbouring(self, force: Happening) -> tuple[Actor, ...]:
        """At whose border or coast force is ("moved tanks to the border with SPAIN", "off SPAIN'S coast")."""
        homes = {a.country for a in force.actors}
        for word in (*force.words, *force.matter):
            for edge in _behind(word, _UP_TO):
                if edge.lemma not in _EDGES:
                    continue
                beyond = (p for c in edge.children if c.lower == "with" for p in c.children)
                names = (c for c in edge.children if c.dep in _NAMING)
                people = (a for t in (*beyond, *names) for a in self._people.who(t))
                if found := tuple(dict.fromkeys(a for a in people if a.country not in (None, *homes))):
                    return found
        return ()

    def _hit(self, attack: Happening) -> tuple[Actor, ...]:
        """Who is hit as the clause beside an attack tells ("a raid that killed TEN SPANIARDS")."""
        for word in (*attack.words, *attack.matter):
            for clause in word.children:
                participle = clause.dep == "advcl" and clause.tag == "VBG"
                if not (participle or clause.dep == "relcl"):
                    continue
                if found := without(self._suffering(clause), attack.actors):
                    return found
        verb = attack.anchor
        told = verb.dep == "advcl" and is_passive(verb.head)  # "were hurt when police fired shots"
        if told and any(c.lower in _WHEN and not c.children for c in verb.children):
            return without(self._suffering(verb.head), attack.actors)
        return ()

    def _suffering(self, clause: Token) -> tuple[Actor, ...]:
        outcome = self._at.get(clause.index)
        if outcome is not None:
            return outcome.recipients if outcome.event is EventType.ASSAULT else ()
        if clause.lemma not in self._wounding:
            return ()
        hurt = (c for c in clause.children if c.dep == "dobj")
        return next((w for t in hurt if (w := self._people.who(t) or self._people.mentioned(t))), ())

    def _has_object(self, attack: Happening) -> bool:
        """Whether a verb tells of something attacked, be it of no known owner."""
        return any(t.lemma not in self._means for t in attack.matter) and any(map(is_verb, attack.words))

    def _own_state(self, attack: Happening) -> tuple[Actor, ...]:
        """The state that rebels of one country fight."""
        homes = {a.country for a in attack.actors}
        if len(homes) != 1 or not all(_REBELS & set(a.sectors) for a in attack.actors):
            return ()
        state = countries().get(next(iter(homes)) or "")
        place = self._circumstances.place(attack)
        if state is None or (place is not None and place.country not in (None, state.code)):
            return ()
        return (state_of(state),)

    def _name_enemy(self, attack: Happening) -> None:
        """Name the group that is fought, where only the ground or "the group" is told of."""
        if not all(map(_is_of_state, attack.actors)):
            return
        if self._is_of_group(attack):
            found = self._named_before(attack) or self._enemy(attack)
        elif self._is_of_ground(attack):
            found = self._countered(attack) or self._enemy(attack)
            if not found and not attack.recipients and (there := self._soil(attack)):
                _give(attack, there, "place")
        else:
            return
        if found:
            _give(attack, found, "enemy")

    def _is_of_group(self, attack: Happening) -> bool:
        """Whether those attacked are "the group" or "the fighters" alone."""
        heads = [t for t in attack.matter if t.lemma in _GROUPS and is_definite(t)]
        return bool(heads) and all(a.name[:1].islower() for a in attack.recipients)

    def _is_of_ground(self, attack: Happening) -> bool:
        """Whether only a state is told of, as the ground of an attack ("strikes in Spain"), or nobody."""
        if attack.closed or not all(a.kind is ActorKind.GOVERNMENT for a in attack.recipients):
            return False
        if not attack.recipients:
            if any(map(_is_single, attack.actors)):
                return False
            return self._has_object(attack) and not any(t.pos in ("PROPN", "PRON") for t in attack.matter)
        return all(self._is_ground(t) for t in attack.matter if t not in attack.words)

    def _is_ground(self, token: Token) -> bool:
        if token.dep == "conj":
            return self._is_ground(token.head)
        if token.dep == "pobj" and token.head.lower in _ON_GROUND:
            return True
        return token.pos == "NOUN" and not self._people.who_or_owner(token)

    def _named_before(self, attack: Happening) -> tuple[Actor, ...]:
        first = self._reading.sentences[max(0, attack.anchor.sentence - _NEAR)].first
        for index in range(attack.anchor.index - 1, first - 1, -1):
            found = tuple(a for a in self._people.who(self._reading.tokens[index]) if _is_named_group(a))
            if found := without(found, attack.actors):
                return found[:1]
        return ()

    def _enemy(self, attack: Happening) -> tuple[Actor, ...]:
        """The armed group that a report is about, of the ground of an attack or of no country."""
        grounds = {a.country for a in attack.recipients if a.kind is ActorKind.GOVERNMENT}
        named = self._armed_groups
        local = Counter({a: n for a, n in named.items() if a.country in grounds})
        if grounds and not local:
            local = Counter({a: n for a, n in named.items() if a.country == _NO_STATE})
        elif not grounds and (there := self._ground(attack)):
            named = Counter({a: n for a, n in named.items() if a.country in (_NO_STATE, *there)})
        enemy = standing_out(local if grounds else named)
        return (enemy,) if enemy is not None else ()

    def _ground(self, attack: Happening) -> set[str | None]:
        """The country of the place of an attack abroad."""
        place = self._circumstances.place(attack)
        homes = {None, *(a.country for a in attack.actors)}
        return {place.country} - homes if place is not None else set()

    def _soil(self, attack: Happening) -> tuple[Actor, ...]:
        """The state on whose soil something was struck ("hit two targets in SPAIN")."""
        states = (countries().get(code or "") for code in self._ground(attack))
        return tuple(state_of(s) for s in states if s is not None)

    @cached_property
    def _armed_groups(self) -> Counter[Actor]:
        """How often each armed group is named."""
        named: Counter[tuple[str, str | None]] = Counter()
        first: dict[tuple[str, str | None], Actor] = {}
        last: dict[tuple[str, str | None], int] = {}
        for token in self._reading.tokens:
            for actor in self._people.who(token) if token.pos == "PROPN" else ():
                key = (actor.name, actor.country)
                if _is_named_group(actor):
                    named[key] += last.get(key) != token.index - 1  # "Al", "Qaeda": once
                    last[key] = token.index
                    first.setdefault(key, actor)
        return Counter({first[key]: count for key, count in named.items()})


def _abroad(force: Happening) -> tuple[Actor, ...]:
    """Those against whom forces move, without the state of which all of them are: they guard it."""
    homes = {a.country for a in force.actors}
    if len(homes) != 1 or not all(map(is_state_organ, force.actors)):
        return force.recipients
    return tuple(a for a in force.recipients if not (a.country in homes and a.kind is ActorKind.GOVERNMENT))


def _behind(word: Token, links: frozenset[str]) -> Iterator[Token]:
    """What stands behind some prepositions at a word or at its adverb ("north in RESPONSE", "closer to")."""
    for above in (word, *word.all("advmod")):
        yield from (p for c in above.children if c.lower in links for p in c.children)


def _is_fighting(actor: Actor) -> bool:
    """Whether somebody fights for no state."""
    return actor.country == _NO_STATE or not _NON_STATE.isdisjoint(actor.sectors)


def _is_of_state(actor: Actor) -> bool:
    """Whether somebody fights for a state, or for several."""
    return not _is_fighting(actor) and (is_state_organ(actor) or actor.country == _ALLIES)


def _is_single(actor: Actor) -> bool:
    """Whether somebody is one fighter, or police, whose shots need not be at the enemy."""
    return "COP" in actor.sectors or (actor.kind is ActorKind.PERSON and "GOV" not in actor.sectors)


def _is_named_group(actor: Actor) -> bool:
    last = actor.name.rsplit(maxsplit=1)[-1]  # "al-Nazari", but no "Spanish rebels"
    return actor.kind is ActorKind.GROUP and any(map(str.isupper, last)) and _is_fighting(actor)


def _at_home(people: tuple[Actor, ...], attack: Happening) -> tuple[Actor, ...]:
    """People of no named country as of those who disperse them."""
    homes = {a.country for a in attack.actors}
    if len(homes) != 1:
        return people
    (home,) = homes
    return tuple(replace(a, country=a.country or home) if a.name[:1].islower() else a for a in people)


def _give(attack: Happening, found: tuple[Actor, ...], source: str) -> None:
    attack.recipients = found
    attack.rules.append(f"counterpart:{source}")
