"""Who stands on the other side, where the words of an event's own slots do not say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.actors.lexicon import countries
from dragoman.events.casualties import Casualties
from dragoman.events.circumstances import Circumstances
from dragoman.events.crowds import settle_crowds
from dragoman.events.doers import Doers
from dragoman.events.frames import Lexicon
from dragoman.events.happening import JUDGING, Happening, without
from dragoman.events.makers import Makers
from dragoman.events.nearby import addressed, beside, occasion, petitioned, refusing, returned
from dragoman.events.opponents import Opponents, asked
from dragoman.events.partners import Partners
from dragoman.events.patterns import Kind
from dragoman.events.people import People
from dragoman.events.recalls import PERSONS, attackers, is_attack, is_definite, recalled
from dragoman.events.rounds import rejoin
from dragoman.events.standing import governs, has_say, state_of
from dragoman.events.syntax import is_bidden, is_passive, term
from dragoman.events.targets import Targets
from dragoman.events.testers import settle_testers
from dragoman.events.within import is_in_favour, named_below
from dragoman.language import Reading, Token
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
# force, shown or threatened, which concerns whose soil it is on; what is used may be against others there
_ON_SOIL = frozenset({EventType.THREATEN, EventType.MOBILIZE})
_TESTS = "weapons"
_LEAVING = "withdraw"
_AT_WORK = frozenset({"strike"})  # which may as well be against an employer
# what is done to others than the own side
_TO_OTHERS = frozenset(
    {
        EventType.AGREE, EventType.CONCEDE, EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT,
        EventType.THREATEN,
    }
)  # fmt: skip
# which no minister makes to another of the same government
_GIVEN_ABROAD = frozenset({EventType.AGREE, EventType.THREATEN, EventType.CONCEDE})
_POLITICIANS = frozenset({"LEG", "PTY", "OPP"})
_FIRST_PERSON = frozenset({"i", "we", "it", "there"})


def fill_in(
    reading: Reading,
    happenings: Sequence[Happening],
    people: People,
    lexicon: Lexicon,
    circumstances: Circumstances,
) -> None:
    """Fill in who acts, and who stands on the other side, where an event's own words do not say it.

    Args:
        reading: the reading. happenings: its events, in order of the text. people: who is who.
        lexicon: the noun frames. circumstances: where things happen.
    """
    doers, sides = Doers(happenings, people, lexicon), Counterparts(reading, happenings, people, lexicon)
    doers.complete()
    doers.gather(circumstances)
    settle_testers(happenings)
    rejoin(happenings, lexicon.classes["negotiations"])
    sides.complete()
    doers.locate(circumstances)
    Targets(reading, happenings, people, lexicon, circumstances).complete()
    Casualties(happenings, people, circumstances).settle()
    sides.locate(circumstances)
    doers.name_foes()
    settle_crowds(reading, happenings)
    sides.settle()


class Counterparts:
    """Fills in the other side of the events of one reading.

    Args:
        reading: the reading. happenings: its events, in order of the text. people: who is who.
        lexicon: the noun frames.
    """

    def __init__(
        self, reading: Reading, happenings: Sequence[Happening], people: People, lexicon: Lexicon
    ) -> None:
        self._reading = reading
        self._makers = Makers(reading, people, lexicon)
        self._happenings = happenings
        self._people = people
        self._lexicon = lexicon
        self._favouring = lexicon.classes["favouring"]
        self._deals = lexicon.classes["agreement"]
        self._of_people = frozenset().union(*(lexicon.classes[c] for c in ("protest", "election", "calm")))

    def complete(self) -> None:
        """Fill in from the clause, those around it, a recalled event or the report's opponents."""
        for happening in self._happenings:
            _leave_own_side(happening)
        for place, happening in enumerate(self._happenings):
            if happening.others or not happening.actors or happening.event not in _TWO_SIDED:
                continue
            if not self._is_for_somebody(happening):
                self._look_around(happening, place)
        opponents = Opponents(self._reading, self._happenings, self._people, self._lexicon.classes["calm"])
        partners = Partners(self._reading, self._happenings, self._people, self._lexicon)
        for happening in self._happenings:
            if happening.others or happening.closed or _is_of_attack(happening):
                continue
            if found := partners.of(happening):
                _give(happening, found, "partner")
            elif self._is_of_deal(happening) or self._names_unknown(happening):
                continue
            elif found := opponents.of(happening):
                _give(happening, found, "opponent")
        self._protest_at_home()
        self._face_own_state()
        for happening in self._happenings:
            if happening.others or happening.closed or _is_of_attack(happening):
                continue
            if found := partners.at_hand(happening):
                _give(happening, found, "partner")

    def settle(self) -> None:
        """Mark the events that are told to concern nobody named: rallies for somebody, what judges an attack,
        a deal, a law or somebody unknown."""
        for place, happening in enumerate(self._happenings):
            if found := self._attackers(happening, place):
                _give(happening, found, "recalled")
            happening.settled = not happening.others and (
                happening.closed
                or _is_of_attack(happening)
                or self._is_for_somebody(happening)
                or self._is_of_deal(happening)
                or self._names_unknown(happening)
            )

    def _attackers(self, happening: Happening, place: int) -> tuple[Actor, ...]:
        """Who made the attack that is condemned without their name, as may be known by now."""
        told = not happening.actors or happening.others or happening.mode != "disapprove"
        if told or not _is_of_attack(happening):
            return ()
        nouns = (t for t in (*happening.words, *happening.matter) if t.pos == "NOUN")
        found = (attackers(t, self._happenings[:place]) for t in nouns)
        named = (w for w in found if not PERSONS.issuperset(a.kind for a in w))
        return next((without(w, happening.actors) for w in named), ())

    def _look_around(self, happening: Happening, place: int) -> None:
        """Take the other side from the first source that tells one."""
        if happening.closed:
            known = self._happenings[:place]
            if not self._is_of_text(happening) and (found := recalled(happening, known, self._people)):
                _give(happening, found, "recalled")
        elif found := self._in_complement(happening):
            _give(happening, found, "complement")
        elif found := addressed(happening, self._people) or petitioned(happening, self._people):
            _give(happening, found, "addressed")
        elif told := self._told_before(happening, place):
            _give(happening, *told)
        elif _is_of_attack(happening):
            return  # who made it is not known
        elif found := self._bearing(happening) or named_below(happening, self._people):
            _give(happening, found, "clause")
        elif found := beside(happening, self._happenings, self._lexicon.reporting):
            _give(happening, found, "beside")
        elif found := refusing(happening, self._people) or occasion(happening, self._people):
            _give(happening, found, "occasion")
        elif found := returned(happening, self._happenings[:place]):
            _give(happening, found, "beside")
        elif found := self._recalled(happening, place):
            _give(happening, found, "recalled")

    def _told_before(self, happening: Happening, place: int) -> tuple[tuple[Actor, ...], str] | None:
        """Who made the thing that an event is about, or who acted in what it recalls; of a deal both did."""
        if self._is_of_deal(happening) and happening.event is EventType.ACCUSE:
            return None
        found = recalled(happening, self._happenings[:place], self._people)
        if self._is_of_deal(happening):  # of two others, not of the own side with somebody
            return (found, "recalled") if len(_codes(found)) > 1 else None
        if makers := self._makers.of(happening):
            return makers, "maker"
        return (found, "recalled") if found else None

    def _names_unknown(self, happening: Happening) -> bool:
        """Whether an event is about a name of which nobody is known ("blamed it on the West")."""
        return any(t.pos == "PROPN" and not self._people.who(t) for t in happening.matter)

    def _is_of_deal(self, happening: Happening) -> bool:
        """Whether an agreement is judged, which is nobody's alone."""
        return happening.event in JUDGING and any(
            t.pos == "NOUN" and t.lemma in self._deals for t in happening.matter
        )

    def _protest_at_home(self) -> None:
        """Let a protest of one country's people against nobody named face their own state."""
        for happening in self._happenings:
            homes = _codes(happening.actors)
            if happening.event is not EventType.PROTEST or happening.mode in _AT_WORK:
                continue
            if happening.others or len(homes) != 1 or self._is_for_somebody(happening):
                continue
            if any(a.kind is ActorKind.MEDIA or _governs_in_office(a) for a in happening.actors):
                continue
            state = countries().get(next(iter(homes)) or "")
            if state is not None and not self._people.names_other(happening.anchor, state.code):
                _give(happening, (state_of(state),), "home")

    def _is_for_somebody(self, happening: Happening) -> bool:
        return happening.event is EventType.PROTEST and is_in_favour(happening, self._favouring)

    def _face_own_state(self) -> None:
        """Let what parliament, parties or people ask of or blame nobody named for concern their own state."""
        for happening in self._happenings:
            homes = _codes(happening.actors)
            if happening.others or len(homes) != 1 or not self._is_for_own_state(happening):
                continue
            state = countries().get(next(iter(homes)) or "")
            if state is not None and not self._people.names_other(happening.anchor, state.code):
                _give(happening, (state_of(state),), "home")

    def _is_of_text(self, happening: Happening) -> bool:
        """Whether a treaty or a law is judged, and nobody for it."""
        return happening.closed and any(map(self._people.names_text, happening.matter))

    def _is_for_own_state(self, happening: Happening) -> bool:
        """Whether those who do not govern ask for more than protest, votes or calm, or politicians blame."""
        if self._is_of_text(happening):
            return False
        if any(map(governs, happening.actors)) or not all(map(has_say, happening.actors)):
            return False
        if happening.event is EventType.ACCUSE:
            return all(not _POLITICIANS.isdisjoint(a.sectors) for a in happening.actors)
        return happening.event is EventType.REQUEST and not any(
            t.lemma in self._of_people for t in asked(happening)
        )

    def locate(self, circumstances: Circumstances) -> None:
        """Let the place tell of what country those are who were attacked ("killed 20 people in Kano")."""
        for happening in self._happenings:
            if _is_on_soil(happening):
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

    def _in_complement(self, happening: Happening) -> tuple[Actor, ...]:
        """Who does what is alleged or asked for ("says THE GOVERNMENT lied", "demand that IT withdraw")."""
        if happening.event not in _OF_OTHERS:
            return ()
        for subject in _asked_to_act(happening):
            if found := without(self._people.who_or_owner(subject), happening.actors):
                return found
        for clause in happening.anchor.children:
            if (clause.dep == "ccomp" or is_bidden(clause)) and not is_passive(clause):
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

    def _recalled(self, happening: Happening, place: int) -> tuple[Actor, ...]:
        """Who acts in the event that a noun recalls ("welcomed the exchange": who made the exchange)."""
        own = _codes(happening.actors)
        for head in happening.matter:
            entries = self._lexicon.frames.get(
                (Kind.NOUN, term(head, self._lexicon.classes["compounds"])), ()
            )
            events = {frame.event for _, frame in entries} if is_definite(head) else set()
            for other in reversed(self._happenings[:place]):
                if other.event in events:
                    judged = happening.event in JUDGING  # for what somebody did, not suffered
                    sides = (other.actors,) if judged else (other.actors, other.others)
                    for side in sides:
                        found = tuple(a for a in side if a.country and a.country not in own)
                        if found:
                            return found
        return ()


def _asked_to_act(happening: Happening) -> Iterator[Token]:
    """Who is to do it in the clause of a noun, or before one ("repeated its call for SPAIN to withdraw")."""
    if happening.event is not EventType.REQUEST:
        return
    aims = [c for c in happening.anchor.children if c.dep == "advcl" and c.tag == "VB"]
    if any(c.lower == "to" and c.dep == "aux" for aim in aims for c in aim.children):
        yield from (t for t in asked(happening) if t.dep == "pobj" and t.index < aims[0].index)
    for noun in (c for c in happening.anchor.children if c.dep == "dobj"):
        for clause in noun.children:
            if clause.tag == "VB" and any(c.dep == "mark" and c.lower == "for" for c in clause.children):
                yield from (c for c in clause.children if c.dep == "nsubj")


def _is_of_attack(happening: Happening) -> bool:
    """Whether an attack is condemned: who was attacked, or where, is not to blame."""
    return happening.event is EventType.ACCUSE and any(
        t.pos == "NOUN" and is_attack(t) for t in (*happening.words, *happening.matter)
    )


def _give(happening: Happening, found: tuple[Actor, ...], source: str) -> None:
    """Take an other side, and note where it was found."""
    happening.recipients = found
    happening.rules.append(f"counterpart:{source}")


def _is_on_soil(happening: Happening) -> bool:
    """Whether an event is force, or the closing of a mission, whose other side is not known.

    A weapon that is tested is used on nobody.
    """
    leaving = (
        happening.event is EventType.SANCTION
        and happening.mode == _LEAVING
        and happening.anchor.lemma != "recall"
    )
    if not (leaving or happening.event in _ON_SOIL) or happening.mode == _TESTS:
        return False
    return bool(happening.actors) and not happening.others


def _leave_own_side(happening: Happening) -> None:
    """Take a government's own state, and its forces, from those whom it promises, threatens or blames."""
    if happening.event not in _TO_OTHERS or not all(map(governs, happening.actors)):
        return
    homes = _codes(happening.actors)
    own = [a for a in happening.recipients if a.country in homes and _is_own(a, happening.event)]
    if happening.event is EventType.ACCUSE and len(own) == len(happening.recipients):
        return  # "the minister criticised the government's plan"
    if happening.recipients != happening.actors:  # each other
        happening.recipients = without(happening.recipients, tuple(own))


def _is_own(actor: Actor, event: EventType) -> bool:
    if actor.kind is ActorKind.GOVERNMENT or (event in _GIVEN_ABROAD and governs(actor)):
        return True
    return event is not EventType.ACCUSE and "MIL" in actor.sectors and actor.kind is not ActorKind.PERSON


def _governs_in_office(actor: Actor) -> bool:
    """Whether somebody holds an office of a government, against which he does not march."""
    return actor.kind is ActorKind.PERSON and bool(actor.office) and governs(actor)


def _codes(people: tuple[Actor, ...]) -> set[str | None]:
    return {a.country for a in people}
