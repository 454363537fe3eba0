"""Who stands on the other side, where the words of an event's own slots do not say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.lexicon import countries
from dragoman.events.circumstances import Circumstances
from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening, without
from dragoman.events.nearby import beside, occasion, returned
from dragoman.events.opponents import Opponents
from dragoman.events.patterns import Kind
from dragoman.events.people import People, governs, is_state_organ, state_of
from dragoman.events.recalls import recalled
from dragoman.events.syntax import is_passive, term
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType

# events that are done to somebody: the other side is looked for where it is not named
_TWO_SIDED = frozenset(
    {
        EventType.ACCUSE, EventType.SUPPORT, EventType.REQUEST, EventType.AGREE, EventType.THREATEN,
        EventType.REJECT, EventType.SANCTION, EventType.COERCE, EventType.CONCEDE, EventType.AID,
        EventType.PROTEST,
    }
)  # fmt: skip
# events that are about what somebody else did or should do
_OF_OTHERS = frozenset({EventType.ACCUSE, EventType.REQUEST})
# what people say and do against the state they live in
_AT_HOME = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.PROTEST, EventType.REJECT})
# force, shown or threatened, which concerns whose soil it is on; what is used may be against others there
_ON_SOIL = frozenset({EventType.THREATEN, EventType.MOBILIZE})
_AT_WORK = frozenset({"strike"})  # which may as well be against an employer
_PURPOSES = frozenset({EventType.THREATEN, EventType.PROTEST})
_FIRST_PERSON = frozenset({"i", "we", "it", "there"})
_NAMES_ONLY = frozenset(
    {"sanction", "convention", "resolution", "accord", "agreement", "charter", "treaty", "law"}
)
# how far an other side that is found there can be relied on
_TRUST = {
    "complement": 0.95,
    "clause": 0.9,
    "recalled": 0.9,
    "beside": 0.8,
    "occasion": 0.8,
    "home": 0.8,
    "opponent": 0.6,
}
_ASIDE = frozenset({"advcl", "parataxis", "npadvmod", "appos"})
_BY_AUTHORITIES = frozenset({"arrest", "restrict", "seize", "curfew", "censor"})
_NEAR = 8  # sentences between an arrest and a release of the same people
_PLACING = frozenset({"in", "at", "near", "outside", "inside", "around"})


class Counterparts:
    """Fills in the other side of the events of one reading.

    Args:
        happenings: the events, in order of the text. people: who is who. lexicon: the noun frames.
    """

    def __init__(self, happenings: Sequence[Happening], people: People, lexicon: Lexicon) -> None:
        self._happenings = happenings
        self._people = people
        self._lexicon = lexicon

    def complete(self) -> None:
        """Fill in from the clause, those around it, a recalled event or the report's opponents."""
        self._find_testers()
        for place, happening in enumerate(self._happenings):
            if not happening.others and happening.actors and happening.event in _TWO_SIDED:
                self._look_around(happening, place)
        opponents = Opponents(self._happenings, self._lexicon.classes["calm"])
        for happening in self._happenings:
            if not happening.others and not happening.closed and (found := opponents.of(happening)):
                _give(happening, found, "opponent")
        self._protest_at_home()
        self._find_captors()

    def _look_around(self, happening: Happening, place: int) -> None:
        """Take the other side from the first source that tells one."""
        if happening.closed:
            found = recalled(happening, self._happenings[:place])
            if found:
                _give(happening, found, "recalled")
        elif found := self._in_complement(happening):
            _give(happening, found, "complement")
        elif found := recalled(happening, self._happenings[:place]):
            _give(happening, found, "recalled")
        elif found := self._bearing(happening) or self._in_clause(happening):
            _give(happening, found, "clause")
        elif found := beside(happening, self._happenings[:place], _may_oppose):
            _give(happening, found, "beside")
        elif found := occasion(happening, self._people, _may_oppose):
            _give(happening, found, "occasion")
        elif found := returned(happening, self._happenings[:place], _may_oppose):
            _give(happening, found, "beside")
        elif found := self._recalled(happening, place):
            _give(happening, found, "recalled")

    def _protest_at_home(self) -> None:
        """Let a protest of one country's people against nobody named face their own state."""
        for happening in self._happenings:
            homes = _codes(happening.actors)
            if happening.event is not EventType.PROTEST or happening.mode in _AT_WORK:
                continue
            if happening.others or len(homes) != 1:
                continue
            state = countries().get(next(iter(homes)) or "")
            if state is not None and not self._people.names_other(happening.anchor, state.code):
                _give(happening, (state_of(state),), "home")

    def _find_testers(self) -> None:
        """Give a weapon's test that nobody owns to the state or group named last before it."""
        for happening in self._happenings:
            if happening.event is EventType.MOBILIZE and not happening.actors and not happening.others:
                happening.actors = self._people.last_before(happening.anchor)

    def _find_captors(self) -> None:
        """Give the release of somebody, where nobody is named who lets them go, to who holds them."""
        for happening in self._happenings:
            if happening.event is EventType.RETREAT and happening.mode == "release" and not happening.actors:
                captives = {a.name for a in happening.recipients}
                for other in self._happenings:
                    near = abs(other.anchor.sentence - happening.anchor.sentence) <= _NEAR
                    if other.event is EventType.COERCE and other.actors and near and (
                        captives & {a.name for a in other.recipients}
                        or other.anchor.sentence == happening.anchor.sentence
                    ):  # fmt: skip
                        happening.actors = other.actors
                        happening.rules.append("captor")
                        break

    def locate(self, circumstances: Circumstances) -> None:
        """Let the place tell of what country those are who were attacked ("killed 20 people in Kano")."""
        for happening in self._happenings:
            if happening.event is EventType.COERCE and not happening.actors:
                self._find_authorities(happening, circumstances)
            if happening.event in _ON_SOIL and happening.actors and not happening.others:
                self._find_soil(happening, circumstances)
            if happening.event is not EventType.ASSAULT or any(a.country for a in happening.recipients):
                continue
            place = circumstances.place(happening)
            if place is None or place.country is None:
                continue
            if happening.recipients:
                happening.recipients = tuple(replace(a, country=place.country) for a in happening.recipients)
            else:
                victims = [t for t in happening.matter if self._people.fits(t, ("public",))]
                happening.recipients = tuple(
                    Actor(t.lemma, ActorKind.PUBLIC, place.country, ("CVL",)) for t in victims[:1]
                )

    @staticmethod
    def _find_soil(happening: Happening, circumstances: Circumstances) -> None:
        """Let force in another country concern that country ("threatened new attacks in Kano")."""
        place = circumstances.place(happening)
        state = countries().get(place.country or "") if place is not None else None
        if state is not None and state.code not in _codes(happening.actors):
            happening.recipients = (state_of(state),)
            happening.rules.append("counterpart:place")

    @staticmethod
    def _find_authorities(happening: Happening, circumstances: Circumstances) -> None:
        """Give an arrest that nobody is named for to the authorities of the place ("were held in Kano")."""
        place = circumstances.place(happening)
        state = countries().get(place.country or "") if place is not None else None
        if state is not None and happening.mode in _BY_AUTHORITIES:
            happening.actors = (state_of(state),)
            happening.rules.append("authorities")

    def _in_complement(self, happening: Happening) -> tuple[Actor, ...]:
        """Who does what is alleged or asked for ("says THE GOVERNMENT lied", "demand that IT withdraw")."""
        if happening.event not in _OF_OTHERS:
            return ()
        for clause in happening.anchor.children:
            if clause.dep == "ccomp" and not is_passive(clause):
                for subject in clause.children:
                    if subject.dep == "nsubj" and subject.lower not in _FIRST_PERSON:
                        found = without(self._people.who_or_owner(subject), happening.actors)
                        return tuple(a for a in found if a.kind is not ActorKind.MEDIA)
        return ()

    def _bearing(self, happening: Happening) -> tuple[Actor, ...]:
        """Who is under a measure ("SPAIN is under sanctions imposed by …")."""
        for noun in (happening.anchor, happening.anchor.head):
            if noun.dep == "pobj" and noun.head.lower == "under" and noun.pos == "NOUN":
                for subject in noun.head.head.children:
                    if subject.dep in ("nsubj", "nsubjpass"):
                        return without(self._people.who_or_owner(subject), happening.actors)
        return ()

    def _in_clause(self, happening: Happening) -> tuple[Actor, ...]:
        """Whom the words below the trigger name first, but the actor and bare places."""
        for token in _below(happening):
            if token.index <= happening.anchor.index or _is_by_the_way(token):
                continue
            if found := tuple(a for a in self._people.who(token) if _may_oppose(a, happening)):
                return found
        return ()

    def _recalled(self, happening: Happening, place: int) -> tuple[Actor, ...]:
        """Who acts in the event that a noun recalls ("welcomed the exchange": who made the exchange)."""
        own = _codes(happening.actors)
        for head in happening.matter:
            entries = self._lexicon.frames.get(
                (Kind.NOUN, term(head, self._lexicon.classes["compounds"])), ()
            )
            events = {frame.event for _, frame in entries}
            for other in reversed(self._happenings[:place]):
                if other.event in events:
                    sides = (other.actors, other.others)
                    for side in sides:
                        found = tuple(a for a in side if a.country and a.country not in own)
                        if found:
                            return found
        return ()


def _give(happening: Happening, found: tuple[Actor, ...], source: str) -> None:
    """Take an other side, and note where it was found."""
    happening.recipients = found
    happening.rules.append(f"counterpart:{source}")
    happening.trust *= _TRUST[source]


def _may_oppose(actor: Actor, happening: Happening) -> bool:
    """Whether somebody may be the other side: of another country, or the state that its own people face."""
    if not actor.country or actor.kind is ActorKind.MEDIA or actor in happening.actors:
        return False
    if actor.country not in _codes(happening.actors):
        return True
    if happening.event not in _AT_HOME or not is_state_organ(actor):
        return False
    branches = governs(actor) and not any(map(governs, happening.actors))
    return branches or not any(map(is_state_organ, happening.actors))


def _is_by_the_way(token: Token) -> bool:
    """Whether a name only names a thing, a place or a source ("U.N. sanctions", "in Vienna")."""
    if any(above.lower == "according" for above in token.ancestors()):
        return True
    if token.dep in ("compound", "amod", "nmod") and token.head.lemma in _NAMES_ONLY:
        return True
    while token.dep == "conj":
        token = token.head
    return token.dep == "pobj" and token.head.lower in _PLACING


def _below(happening: Happening) -> list[Token]:
    """What stands below a trigger, but for further clauses beside it."""
    beside, aside = {"conj", "parataxis", "nsubj"}, _ASIDE
    if happening.event not in _PURPOSES:  # "unless Spain withdraws", "to protest against Spain's decision"
        beside.add("advcl")
    else:
        aside = aside - {"advcl"}
    found = sorted((c for c in happening.anchor.children if c.dep not in beside), key=lambda t: t.index)
    for below in found:  # what is found grows: the nearest level first
        found.extend(c for c in below.children if c.dep not in aside)
    return found


def _codes(people: tuple[Actor, ...]) -> set[str | None]:
    return {a.country for a in people}
