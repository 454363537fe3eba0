"""Who did what nobody is named for: attackers, captors, authorities, and whoever tests a weapon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from dragoman.actors.lexicon import countries
from dragoman.events.captives import Captives
from dragoman.events.circumstances import Circumstances
from dragoman.events.foes import Foes
from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening, joined, without
from dragoman.events.people import People
from dragoman.events.recalls import attack_struck, attackers, is_attack
from dragoman.events.sides import sides
from dragoman.events.standing import LAWLESS, governs, is_political, is_state_organ, state_of
from dragoman.events.syntax import is_passive, is_verb
from dragoman.language import Token
from dragoman.records import Actor, ActorKind, EventType, Status

_BY_AUTHORITIES = frozenset({"arrest", "restrict", "seize", "curfew", "censor"})
_KEPT = frozenset({EventType.RETREAT, EventType.COERCE, EventType.SANCTION})
_CUSTODY = frozenset({"captivity", "cell", "custody", "detention", "hand", "jail", "prison"})
_HELD = frozenset({"from", "in"})
_BODIES = frozenset({ActorKind.BODY, ActorKind.GROUP})
_FORCES = frozenset({"MIL", "COP"})
_AT_HOME = frozenset({"ELI", "GOV", "JUD", "LEG", "MIL", "OPP", "PTY"})
_UNSEATING = frozenset({"depose", "oust", "overthrow", "remove", "topple", "unseat"})
_MILITARY = frozenset({"army", "military"})
_ARRESTING = frozenset({"COP", "JUD"})
_TELLING = frozenset({"announce", "confirm", "report", "say"})
_OWN_PARTS = frozenset({"agent", "aux", "auxpass"})  # with which a passive is a deed of its own
_OCCASIONS = frozenset({"in", "during", "by"})
_OPPONENTS = frozenset({"by", "with", "between"})
_FROM = frozenset({"from"})
_BETWEEN = frozenset({"between"})
_BLASTS = frozenset({"blast", "bombing", "explosion"})  # which tear at what they are between
_AFTER = frozenset({"after", "following"})
_OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
_BARE = frozenset({"compound", "nmod"})
_DIRECTING = frozenset(
    {
        "led",
        "ordered",
        "imposed",
        "staged",
        "commanded",
        "launched",
        "conducted",
        "directed",
        "authorised",
        "authorized",
    }
)
_FIGHTS = frozenset(
    {
        "battle", "clash", "confrontation", "exchange", "fight", "firefight", "gunbattle", "gunfight",
        "shootout", "shoot-out", "skirmish", "standoff",
    }
)  # fmt: skip
_ATTACKS = ("blast", "violence", "munition", "operations")  # classes of nouns for attacks
_ON_THE_WAY = frozenset({"after", "before", "during", "for", "from", "on"})
_WHEN = frozenset({"when", "after", "as"})
_MEANWHILE = frozenset({"when", "as"})
_BY_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_OCCASIONAL = frozenset({"after", "at", "before", "by", "during", "following", "from", "in", "on", "over"})
_TOGETHER = frozenset({"prep", "dobj", "nsubj"})
_TOLD = frozenset({"dobj", "dative"})
_ADDRESSING = frozenset(
    {"ask", "assure", "brief", "congratulate", "inform", "press", "promise", "tell", "thank", "urge", "warn"}
)
_PAIR = 2
_SHARING = frozenset({"advcl", "conj", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_SHAKEN = frozenset({"nsubj", "nsubjpass", "dobj"})
_READ_AS_CLAUSE = frozenset({"pcomp", "xcomp"})
_BELOW = frozenset({"dobj", "pobj", "prep"})


class Doers:
    """Fills in who acts in the events of one reading.

    Args:
        happenings: the events, in order of the text. people: who is who. lexicon: the word classes.
    """

    def __init__(self, happenings: Sequence[Happening], people: People, lexicon: Lexicon) -> None:
        self._happenings = happenings
        self._people = people
        self._at = {h.anchor.index: h for h in happenings}
        self._attacks = frozenset().union(*(lexicon.classes[name] for name in _ATTACKS))
        self._gripping = lexicon.classes["gripping"]
        self._partitive = lexicon.classes["partitive"]
        self._munitions = lexicon.classes["munition"]

    def complete(self) -> None:
        """Fill in from the words around, and from what was told before."""
        for place, happening in enumerate(self._happenings):
            if happening.event is EventType.CONSULT:
                self._join_occasion(happening)
                self._receive(happening)
            happening.actors = (
                happening.actors or self._leaders(happening.anchor) or self._agent_before(happening)
            )
            if happening.actors:
                continue
            if happening.event is EventType.MOBILIZE and not happening.others:
                happening.actors = self._people.last_before(happening.anchor)
                if len({a.country for a in happening.actors}) > 1:  # exercises of several states
                    happening.event, happening.mode = EventType.COOPERATE, None
            elif happening.mode == "visit":
                happening.actors = without(self._travellers(happening.anchor), happening.others)
            elif happening.event is EventType.ASSAULT:
                self._find_attackers(happening, self._happenings[:place])
            elif found := without(self._keepers(happening), happening.recipients):
                happening.actors = found
                happening.rules.append("keeper")

    def _travellers(self, journey: Token) -> tuple[Actor, ...]:
        """Who does something on, before or after a journey ("SHE returned from a trip to Peru")."""
        link = journey.head
        if journey.dep != "pobj" or link.lower not in _ON_THE_WAY:
            return ()
        return self._attending(link.head)

    def _subject(self, verb: Token) -> tuple[Actor, ...]:
        """Who does what a verb tells, of its own subject or that of the verb above ("agreed to meet")."""
        while (
            verb.dep in _SHARING and is_verb(verb.head) and not any(c.dep in _SUBJECTS for c in verb.children)
        ):
            verb = verb.head
        return next((w for c in verb.children if c.dep == "nsubj" and (w := self._people.who(c))), ())

    def _join_occasion(self, meeting: Happening) -> None:
        """Let who does something at, before or after a meeting with others take part in it.

        ("SHE said in a call with the Peruvian king …")
        """
        noun = meeting.anchor
        occasion = self._whole(noun)
        if occasion.dep != "pobj" or noun.pos != "NOUN" or occasion.head.lower not in _OCCASIONAL:
            self._join_arranged(meeting)
            return
        if not (meeting.actors or meeting.others):
            self._meet_whom_they_tell(meeting)
            return
        present = joined(meeting.actors, meeting.partners)
        several = len(sides((*present, *meeting.others))) != 1
        if not _is_with_somebody(noun) or (several and self._is_of_somebody(noun)):
            return
        present = without(present, self._venue(noun)) or present
        found = without(self._attending(occasion.head.head), present)
        if found and sides(found).isdisjoint(sides(present)):
            meeting.actors, meeting.partners = found, present

    def _join_arranged(self, meeting: Happening) -> None:
        """Let who sets up a meeting with others, or ends a day with it, take part in it.

        ("HE has arranged talks with the Peruvian king", "SHE closed with a dinner with the envoys")
        """
        noun = meeting.anchor
        above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "with" else noun.head
        bare = noun.pos == "NOUN" and (noun.dep == "dobj" or above is not noun.head)
        told = is_verb(above) and not any(c.lower == "to" and c.dep == "aux" for c in above.children)
        if (
            not (bare and told)
            or above.index in self._at
            or not _is_with_somebody(noun)
            or meeting.recipients
        ):
            return
        present = joined(meeting.actors, meeting.partners)
        if self._is_of_somebody(noun) or not present:
            return
        found = without(self._attending(above), present)
        if found and all(map(is_political, found)) and sides(found).isdisjoint(sides(present)):
            meeting.actors, meeting.partners = found, present

    def _whole(self, meeting: Token) -> Token:
        """The noun of which a meeting is part ("a SERIES of meetings")."""
        link = meeting.head
        if meeting.dep == "pobj" and link.lower == "of" and link.head.lemma in self._partitive:
            return link.head
        return meeting

    def _is_of_somebody(self, noun: Token) -> bool:
        """Whether the words before a noun name whose it is ("PERU'S talks")."""
        venue = self._venue(noun)
        return any(c.dep in _OWNERS and without(self._people.who(c), venue) for c in noun.children)

    def _venue(self, noun: Token) -> tuple[Actor, ...]:
        """The organisations in whose frame a meeting is held ("at the U.N. meeting with Peru's king")."""
        bare = (c for c in noun.children if c.dep in _BARE)
        return tuple(a for c in bare for a in self._people.who(c) if a.kind is ActorKind.ORGANISATION)

    def _meet_whom_they_tell(self, meeting: Happening) -> None:
        """Let those meet who do something at a meeting, or of whom one tells the other something there.

        ("the Peruvian king TOLD THE CHILEAN ENVOY in talks on Monday that …")
        """
        verb = meeting.anchor.head.head
        both = self._attending(verb)
        if len(sides(both)) == _PAIR and all(map(is_political, both)):
            meeting.actors = both  # "Spain and Peru agreed in talks …"
            return
        if verb.lemma not in _ADDRESSING or not (speakers := self._attending(verb)):
            return
        told = joined(*(self._people.who(c) for c in verb.children if c.dep in _TOLD))
        present = joined(speakers, told)
        if told and len(sides(present)) == _PAIR and all(map(is_political, present)):
            meeting.actors, meeting.partners = speakers, without(told, speakers)

    def _receive(self, meeting: Happening) -> None:
        """Make a meeting with a guest the guest's visit ("talks with the VISITING Peruvian king")."""
        if _is_of_guest(meeting):
            meeting.actors, meeting.recipients = meeting.recipients, meeting.actors
        everybody = joined(meeting.actors, meeting.partners, meeting.recipients)
        if meeting.mode == "visit" or len(sides(everybody)) < _PAIR:
            return
        for link in (c for t in meeting.words for c in t.children if c.dep in _TOGETHER):
            for guest in link.children if link.dep == "prep" else (link,):
                visits = any(t.lower == "visiting" and t.index < guest.index for t in guest.subtree())
                hosts = without(everybody, guests := self._people.who(guest)) if visits else ()
                if hosts and guests:
                    meeting.actors, meeting.partners, meeting.recipients = guests, (), hosts
                    meeting.mode = "visit"
                    return

    def _attending(self, above: Token) -> tuple[Actor, ...]:
        """Who does what is told with an occasion ("SHE made the offer in a call")."""
        while above.pos == "NOUN" and above.dep in _BELOW and not any(map(self._people.who, above.children)):
            above = above.head
        if not is_verb(above) or is_passive(above):
            return ()
        found = self._subject(above)
        if not found and above.dep == "ccomp" and is_verb(above.head):
            return self._subject(above.head)  # "SHE said sanctions would stay after a meeting with …"
        return found

    def gather(self, circumstances: Circumstances) -> None:
        """Give protests of which nobody is named to the people of the place ("protests broke out in Kano").

        Args:
            circumstances: the places.
        """
        for happening in self._happenings:
            if happening.event is not EventType.PROTEST or happening.anchor.pos != "NOUN":
                continue
            if any(a.kind is ActorKind.PERSON and governs(a) for a in happening.actors):
                happening.actors = ()  # who governs protests by words
            if happening.status is Status.HYPOTHETICAL:
                continue
            homes = self._homes(happening, circumstances)
            if len(homes) == 1:
                happening.actors = (Actor("protesters", ActorKind.PUBLIC, homes.pop(), ("CVL",)),)
                happening.rules.append("protesters")

    def _homes(self, protest: Happening, circumstances: Circumstances) -> set[str]:
        """The countries of those who protest, by whose protests they are, where, or what they shake."""
        if protest.actors:
            named = {a.country for a in protest.actors if a.country}
            return named if all(a.kind is ActorKind.GOVERNMENT for a in protest.actors) else set()
        place = circumstances.place(protest)
        if place is not None:
            return {place.country} if place.country else set()
        verb = protest.anchor.head.head if protest.anchor.dep == "pobj" else protest.anchor.head
        if verb.lemma not in self._gripping:
            return set()
        shaken = (c for c in verb.children if c.dep in _SHAKEN)
        return {a.country for t in shaken for a in self._people.who_or_state(t) if a.country}

    def locate(self, circumstances: Circumstances) -> None:
        """Fill in by where it happened.

        Args:
            circumstances: the places.
        """
        captives = Captives(self._happenings, self._people)
        for happening in self._happenings:
            if happening.event is EventType.COERCE and not happening.actors:
                self._find_authorities(happening, circumstances)
        captives.hold()
        for happening in self._happenings:
            if happening.event is EventType.COERCE and not happening.actors:
                self._find_those_at_home(happening)
        captives.settle()

    def name_foes(self) -> None:
        """Fill in who attacks by the fights that the report tells of."""
        foes = Foes(self._happenings)
        for happening in self._happenings:
            is_open = happening.event is EventType.ASSAULT and not happening.actors
            if is_open and (found := foes.of(happening)):
                happening.actors = found
                happening.rules.append("foe")

    def _find_attackers(self, happening: Happening, before: Sequence[Happening]) -> None:
        """Give those "killed in the assault" to whoever made the assault, told there or before."""
        victims = set(sides(happening.recipients))
        people = not any(map(is_state_organ, happening.recipients))
        if happening.anchor.lemma in _UNSEATING and (found := _army_of(happening)):
            happening.actors = found
            happening.rules.append("coup")
            return
        for found, at_home in self._attackers(happening.anchor, before):
            own = people and at_home and any(map(is_state_organ, found))  # its police, both sides of a war
            if found and (own or victims.isdisjoint(sides(found))):
                happening.actors = found
                happening.rules.append("recalled")
                return

    def _attackers(
        self, verb: Token, before: Sequence[Happening]
    ) -> Iterator[tuple[tuple[Actor, ...], bool]]:
        """Those who may have done it, each with whether they may strike the state's own people."""
        for noun in _occasions(verb):
            yield self._made(noun), True
            yield attackers(noun, before), False
        for clause in verb.children:
            if clause.dep == "advcl" and any(c.lower in _WHEN for c in clause.children):
                yield self._attacking(clause), False
                if not _MEANWHILE.isdisjoint(c.lower for c in clause.children):
                    yield self._marching(clause), True

    def _marching(self, clause: Token) -> tuple[Actor, ...]:
        """The state's forces whose move is told with the deaths ("died as THE ARMY cleared the square")."""
        found = (w for c in clause.children if c.dep == "nsubj" and (w := self._people.who(c)))
        return tuple(a for a in next(found, ()) if not _FORCES.isdisjoint(a.sectors))

    def _made(self, noun: Token) -> tuple[Actor, ...]:
        """Who makes the attack, or fights the fight, that a noun names ("in a shootout with the police")."""
        fight = noun.lemma in _FIGHTS
        if not (fight or is_attack(noun) or noun.lemma in self._attacks or noun.lower in self._attacks):
            return ()
        known = _OPPONENTS | _FROM if is_attack(noun) else _OPPONENTS
        known = known - _BETWEEN if noun.lemma in _BLASTS else known
        links = (c for c in noun.children if c.dep in ("prep", "agent") and c.lower in known)
        named = [a for link in links for p in link.children for a in self._people.who_or_owner(p)]
        if found := tuple(dict.fromkeys(named)) or self._behind(noun):
            return found
        return () if any(self._is_venue(c, noun) for c in noun.children) else self._attacking(noun)

    def _behind(self, attack: Token) -> tuple[Actor, ...]:
        """Whose attack it is by the words before it, not where it was ("a POLICE raid")."""
        for word in attack.children:
            if word.dep not in _OWNERS:
                continue
            directors = (c for c in word.children if c.dep == "npadvmod" and word.lower in _DIRECTING)
            owner = next(directors, word)
            if owner is word and self._is_venue(word, attack):
                continue
            if found := self._people.who(owner):
                return found
        return ()

    def _agent_before(self, happening: Happening) -> tuple[Actor, ...]:
        """Who did the deed told just before to the same people ("was beaten BY SOLDIERS and jailed")."""
        verb = happening.anchor
        above = verb.head
        if happening.event not in _BY_FORCE or verb.dep != "conj" or not is_verb(verb):
            return ()
        own = any(c.dep in _SUBJECTS or c.dep in _OWN_PARTS for c in verb.children)
        if own or not (is_passive(above) and verb.tag == "VBN"):
            return ()
        agents = (a for c in above.children if c.dep == "agent" and c.index < verb.index for a in c.children)
        found = next((w for a in agents if (w := self._people.who(a))), ())
        return tuple(a for a in found if is_state_organ(a) or not LAWLESS.isdisjoint(a.sectors))

    def _leaders(self, deed: Token) -> tuple[Actor, ...]:
        """Who leads the deed that a noun names ("SPANISH-led airstrikes")."""
        if deed.pos != "NOUN":
            return ()
        marks = (c for c in deed.children if c.dep == "amod" and c.lower in _DIRECTING)
        return next((w for m in marks for c in m.children if (w := self._people.who(c))), ())

    def _is_venue(self, word: Token, attack: Token) -> bool:
        """Whether a word before an attack may tell where it was: air strikes are of those who fly them."""
        if self._people.is_town(word):
            return True
        bare = word.dep in _BARE and attack.lemma not in self._munitions
        return bare and any(map(_is_state, self._people.who(word)))

    def _attacking(self, word: Token) -> tuple[Actor, ...]:
        """Who attacks in the event at a word."""
        told = self._at.get(word.index)
        return told.actors if told is not None and told.event is EventType.ASSAULT else ()

    def _keepers(self, happening: Happening) -> tuple[Actor, ...]:
        """In whose custody somebody is, or what they are expelled from ("freed from Spain's prisons")."""
        if happening.event not in _KEPT or not is_verb(happening.anchor):
            return ()
        for link in happening.anchor.children:
            for place in link.children if link.dep == "prep" and link.lower in _HELD else ():
                if place.lemma in _CUSTODY and (found := self._people.who_or_owner(place)):
                    return found
                if happening.mode is None and link.lower == "from":
                    return tuple(a for a in self._people.who(place) if a.kind in _BODIES)
        return ()

    def _find_authorities(self, happening: Happening, circumstances: Circumstances) -> None:
        """Give an arrest that nobody is named for to the authorities of the place ("were held in Kano").

        Where no place is told, they are those whose police tell of it.
        """
        place = circumstances.place(happening)
        _give_to(happening, place.country if place is not None else self._telling(happening.anchor))

    def _find_those_at_home(self, happening: Happening) -> None:
        """Give an arrest to the authorities at home, where neither a place nor another country is told."""
        if is_verb(happening.anchor) and happening.mode == "arrest":
            _give_to(happening, self._home(happening))

    def _telling(self, word: Token) -> str | None:
        """The country whose police or courts tell of an arrest ("two men were held, POLICE said")."""
        for above in word.ancestors():
            if is_verb(above) and above.lemma in _TELLING and above.index != word.index:
                told = (w for c in above.children if c.dep == "nsubj" and (w := self._people.who(c)))
                return next((a.country for a in next(told, ()) if not _ARRESTING.isdisjoint(a.sectors)), None)
        return None

    def _home(self, happening: Happening) -> str | None:
        """The country of a body or group that was arrested, where no other country is in question."""
        codes = {a.country for a in happening.recipients}
        if len(codes) != 1:
            return None
        (home,) = codes
        several = any(t.tag == "NNS" for t in happening.matter)
        known = any(not _AT_HOME.isdisjoint(a.sectors) for a in happening.recipients)
        if not several and not (known and home == self._stage):
            return None  # one person may be held anywhere, but for those in its politics at home
        return home if home and not self._people.names_other(happening.anchor, home) else None

    @cached_property
    def _stage(self) -> str | None:
        """The country in whose people's events a report is richest."""
        done = (h for h in self._happenings if h.actors)
        told = Counter(a.country for h in done for a in (*h.actors, *h.others) if a.country)
        return next((code for code, times in told.most_common(1) if times > 1), None)


def _give_to(arrest: Happening, code: str | None) -> None:
    """Let the authorities of a country do what nobody is named for."""
    state = countries().get(code or "")
    if state is not None and arrest.mode in _BY_AUTHORITIES:
        arrest.actors = (state_of(state),)
        arrest.rules.append("authorities")


def _is_of_guest(visit: Happening) -> bool:
    """Whether a participle read as a clause tells who is a guest ("met VISITING President Sol")."""
    word = visit.anchor
    aside = word.dep in _READ_AS_CLAUSE or word.head.index == word.index - 1
    if word.lower != "visiting" or not aside:
        return False
    return all(a.kind is ActorKind.PERSON for a in visit.recipients) and not any(
        c.dep == "det" for t in word.children for c in t.children
    )


def _is_with_somebody(meeting: Token) -> bool:
    return any(c.dep == "prep" and c.lower == "with" for c in meeting.children)


def _is_state(actor: Actor) -> bool:
    return actor.kind is ActorKind.GOVERNMENT


def _army_of(fall: Happening) -> tuple[Actor, ...]:
    """The army of the one country whose ruler fell in its coup ("was ousted in a MILITARY COUP")."""
    coups = (n for n in _occasions(fall.anchor) if n.lemma == "coup")
    military = any(c.lower in _MILITARY for n in coups for c in n.children)
    codes = {a.country for a in fall.recipients}
    state = countries().get(next(iter(codes)) or "") if len(codes) == 1 and military else None
    return (Actor(f"{state.adjective} military", ActorKind.BODY, state.code, ("MIL",)),) if state else ()


def _occasions(verb: Token) -> Iterator[Token]:
    """The nouns that tell when or how something was done ("in the assault"), and the one that does it."""
    for child in verb.children:
        if child.dep in ("prep", "agent") and child.lower in _OCCASIONS:
            yield from (noun for noun in child.children if noun.dep == "pobj")
        elif child.dep == "prep" and child.lower in _AFTER:
            yield from (noun for noun in child.children if noun.dep == "pobj" and noun.lemma in _FIGHTS)
        elif child.dep == "nsubj":
            yield child
    if (attack := attack_struck(verb)) is not None:
        yield attack
