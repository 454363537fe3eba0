"""What a reading tells to happen, from the deepest words of its trees up: by frames and operators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors import ActorIndex
from dragoman.article import Zone
from dragoman.events.asked import asked_to_act
from dragoman.events.company import taken_up
from dragoman.events.frames import Frame, Operator, lexicon
from dragoman.events.happening import JUDGING, Happening, is_at_home, joined, take_in, without
from dragoman.events.journeys import met_abroad
from dragoman.events.matching import Fit, Matcher, accepts
from dragoman.events.modality import (
    CONDITION,
    Governor,
    Modality,
    is_finite_complement,
    is_ground,
    only_reports,
    tells_fact,
)
from dragoman.events.obligations import obligations
from dragoman.events.ontology import ontology
from dragoman.events.own_people import at_home
from dragoman.events.patterns import Kind, Role
from dragoman.events.people import MACHINES, People
from dragoman.events.recalls import attack_struck
from dragoman.events.syntax import Syntax, is_verb
from dragoman.events.unfounded import is_idea, is_thought
from dragoman.events.unlisted import unlisted
from dragoman.events.verbs import is_measured
from dragoman.events.voices import Voices
from dragoman.events.warned import charging
from dragoman.language import Reading, Token
from dragoman.records import Actor, ActorKind, EventType, Statement

_ZONES = frozenset({Zone.BODY, Zone.CAPTION})
# what is said or promised is reported by a clause of its own, not by a participle ("the aid promised by …")
_WORDS_ONLY = frozenset({"cooperation", "verbal"})
# whose object is the actor's own ("Dutch troops were sent", "Dutch sanctions imposed on")
_OF_OWN = frozenset({EventType.MOBILIZE, EventType.RETREAT, EventType.AID, EventType.SANCTION})
_DEEDS = frozenset({"force", "military"})
_REQUEST = "request"
_FUTURE, _VERBAL = "future", "verbal"
_GOING_ON = frozenset({"continue", "keep"})
_GROUNDS = frozenset({ActorKind.GOVERNMENT, ActorKind.MISSION, ActorKind.ORGANISATION})  # where attacks are
_TELLING = frozenset({"acl", "relcl", "xcomp"})


@dataclass(slots=True)
class _Candidate:
    """A word at which a frame or an operator fits."""

    token: Token
    frame: Frame | None = None
    fit: Fit | None = None
    operator: Operator | None = None
    operator_fit: Fit | None = None


class Finder:
    """Finds the happenings of one reading, from the deepest words of its trees up.

    Args:
        reading: the reading. actors: its actors. statements: its statements.
    """

    def __init__(self, reading: Reading, actors: ActorIndex, statements: Sequence[Statement]) -> None:
        self._reading = reading
        self._lexicon = lexicon()
        self.syntax = Syntax(self._lexicon)
        self.voices = Voices(reading, actors, statements, self._lexicon, self.syntax)
        self.people = People(reading, actors, self._lexicon, self.voices.speaker)
        self._matcher = Matcher(reading, self._lexicon, self.syntax, self.people)
        self.modality = Modality(self._lexicon, self.voices.speaker, self.syntax.occurs)
        self.candidates: dict[int, _Candidate] = {}
        self._vague: set[Actor] = set()  # "some countries", "a court"
        self._absorbing: dict[int, int] = {}  # event noun → the verb whose frame takes it in
        self._absorbed: dict[int, list[Happening]] = defaultdict(list)
        self._under: dict[int, list[Happening]] = defaultdict(list)  # operator → events under it
        self._at: dict[int, Happening] = {}

    def happenings(self) -> list[Happening]:
        """All happenings, in order of the text, duplicates included."""
        for sentence in self._reading.sentences:
            if sentence.zone in _ZONES:
                for token in self._reading.sentence_tokens(sentence):
                    self._consider(token)
        for candidate in self.candidates.values():
            self._absorb(candidate)
        found: list[Happening] = []
        for candidate in sorted(self.candidates.values(), key=_depth, reverse=True):
            for happening in self._results(candidate):
                final = self._rise(happening, candidate.token)
                if final is not None:
                    found.append(final)
        told = (h for h in found if any(map(is_verb, h.words)))
        found.extend(self._obligations({t.index for h in told for t in h.words}))
        found.sort(key=lambda h: h.anchor.index)
        return found

    def is_vague(self, happening: Happening) -> bool:
        """Whether nobody is known of whom a happening says that they act ("some countries")."""
        return bool(happening.actors) and self._vague.issuperset(happening.actors)

    def _obligations(self, known: set[int]) -> list[Happening]:
        """What speakers say somebody must do, where no frame knows the deed."""
        found = obligations(self._reading, self._lexicon, self.syntax, self.people, self.voices)
        return [
            h for h in found
            if self._reading.sentence_of(h.anchor).zone in _ZONES and not _is_known(h.anchor, known)
        ]  # fmt: skip

    def _consider(self, token: Token) -> None:
        known = token.lemma in self._lexicon.words or token.lower in self._lexicon.words
        if not known or self._matcher.is_idiom(token):
            return
        candidate = _Candidate(token)
        if found := self._matcher.frame(token):
            candidate.frame, candidate.fit = found
        if governing := self._matcher.operators(token):
            candidate.operator, candidate.operator_fit = governing[0].operator, governing[1]
        if candidate.frame or candidate.operator:
            self.candidates[token.index] = candidate

    def _absorb(self, candidate: _Candidate) -> None:
        """Mark the event nouns that fill the slots of a verb's frame: they are part of its event."""
        if candidate.fit is None or candidate.fit.pattern.kind is Kind.NOUN:
            return
        fit = candidate.fit
        deeds = fit.actors if candidate.frame and candidate.frame.event is EventType.ASSAULT else []
        for filler in (*fit.things, *fit.recipients, *fit.partners, *deeds):
            for token in (*filler.conjuncts(), *self.people.inside(filler)):
                if token.index in self.candidates and token.pos == "NOUN":
                    self._absorbing[token.index] = candidate.token.index

    def _results(self, candidate: _Candidate) -> list[Happening]:
        """What happens at a candidate: its operator's outcome, else its frame's event."""
        own = self._framed(candidate)
        operator = candidate.operator
        if operator is not None and not (own and _is_more_specific(candidate)):
            under = self._under.get(candidate.token.index, [])
            results = [r for inner in under if (r := self._govern(candidate, operator, inner))]
            if operator.alone is not None and not any(r.actors for r in results):
                results = []
                under = []
            if results:
                self._at[candidate.token.index] = results[0]
                return [self._merged(results[0], own), *results[1:]] if own else results
            if own is None and operator.alone is not None and not under:
                own = self._alone(candidate, operator.alone)
        if own is not None:
            self._at[candidate.token.index] = own
        return [own] if own else []

    def _framed(self, candidate: _Candidate) -> Happening | None:
        frame, fit = candidate.frame, candidate.fit
        if frame is None or fit is None or self._describes(candidate.token):
            return None
        happening = self._happening(fit, frame.event, frame.mode, f"frame:{fit.pattern.text}")
        if happening.mode == "visit" and (met := met_abroad(happening, self.people)):
            happening.recipients = met
        for inner in self._absorbed.get(candidate.token.index, ()):
            take_in(happening, inner)
        if fit.actors and not happening.actors and fit.actors[0].pos == "NOUN":
            return None  # a thing: "the disaster killed …"
        if happening.mode == "visit" and is_at_home(happening):
            return None
        return happening

    def _describes(self, verb: Token) -> bool:
        """Whether a verb only says which ones are meant ("hostages whom they hold") or where they stand."""
        if verb.tag == "VBN" and verb.lemma in self._lexicon.classes["standing"]:
            return True
        if verb.dep != "relcl" or verb.lemma not in self._lexicon.classes["states"]:
            return False
        return not self.syntax.arguments(verb).passive

    def _happening(self, fit: Fit, event: EventType, mode: str | None, rule: str) -> Happening:
        actors = self._acting(fit, event)
        partners = without(joined(*(self.people.who_or_owner(t) for t in fit.partners)), actors)
        if not actors and any(t.pos == "PRON" for t in fit.actors):
            partners = ()  # "we will talk with Spain": who that is should act
        judged = event in JUDGING
        if judged:
            fit.recipients = [taken_up(t) for t in fit.recipients]
        asked = asked_to_act(fit, self.syntax, self.people) if event is EventType.REQUEST else ()
        recipients = asked or joined(
            *(self._acted_on(t, judged, event) for t in (*fit.recipients, *self._inside(fit)))
        )
        mutual = len(actors) > 1 and any(map(self._is_reciprocal, fit.recipients))
        recipients = actors if mutual else without(recipients, actors)
        recipients = recipients or joined(*map(self.people.mentioned, fit.recipients))
        recipients = recipients if asked else at_home(fit.recipients, event, recipients, actors, self.people)
        partners = at_home(fit.partners, event, partners, actors, self.people)
        return Happening(
            fit.trigger, list(fit.words), event, mode, actors, partners, recipients,
            rules=[rule], matter=[*fit.recipients, *fit.things],
            closed=not (recipients or partners) and self._is_told_of(fit),
        )  # fmt: skip

    def _is_reciprocal(self, filler: Token) -> bool:
        """Whether a phrase is "each other", "one another", "the other" or "20 of the other's envoys"."""
        if filler.lower == "one" and any(c.lower == "another" for c in filler.children):
            return True
        if filler.lower in ("other", "another"):
            return filler.index == 0 or filler.head is not filler
        return any(
            c.lower == "other" and c.dep == "poss"
            for noun in (filler, *self.people.inside(filler))
            for c in noun.children
        )

    def _inside(self, fit: Fit) -> list[Token]:
        """Whom the clause of a pattern concerns that names nobody acted on ("found Smith guilty")."""
        if any(s.role is Role.RECIPIENT for s in fit.pattern.slots):
            return []
        found: list[Token] = []
        for clause in fit.clauses:
            arguments = self.syntax.arguments(clause)
            found += arguments.object if is_verb(clause) and clause.tag == "VB" else arguments.subject
        return found

    def _acting(self, fit: Fit, event: EventType | None = None) -> tuple[Actor, ...]:
        armed = event is None or ontology().types[event].group in _DEEDS or fit.pattern.kind is Kind.NOUN
        actors = joined(*(self.people.agents(t, armed=armed) for t in fit.actors))
        if event is EventType.ASSAULT and actors and self._is_ground(fit.trigger):
            return ()  # who made the attack is told elsewhere
        if not actors and not self.people.is_somebody(fit.trigger.head):
            actors = joined(*(self.people.who_or_owner(t) for t in self.syntax.planner(fit.trigger)))
        if event is EventType.ASSAULT and not (fit.actors or actors) and is_verb(fit.trigger):
            actors = joined(*map(self.people.makers, self.syntax.subject(fit.trigger)))
        moved = event in _OF_OWN and not actors and not fit.actors
        if moved and self.syntax.arguments(fit.trigger).passive:
            actors = joined(*(self._moving(t) for t in fit.things))  # "Dutch troops were sent"
        return actors or self._unlisted(fit.actors) or self._parties(fit)

    def _moving(self, forces: Token) -> tuple[Actor, ...]:
        """Whose forces are sent; jets and ships without an owner are nobody's ("DUTCH jets were sent")."""
        if not self.people.fits(forces, MACHINES):
            return self.people.who_or_owner(forces)
        return without(self.people.owner(forces), self.people.who(forces))

    def _is_ground(self, verb: Token) -> bool:
        """Whether a clause behind the ground of an attack tells what that did ("a raid on a port that …")."""
        if attack_struck(verb) is None:
            return False
        if known := self.people.who(verb.head):
            return all(a.kind in _GROUNDS for a in known)
        return not self.people.is_somebody(verb.head)

    def _parties(self, fit: Fit) -> tuple[Actor, ...]:
        """Whose agreement is made, where nobody makes it ("a deal BETWEEN SPAIN AND PERU was signed")."""
        if fit.actors or not is_verb(fit.trigger) or not self.syntax.arguments(fit.trigger).passive:
            return ()
        things = (self.syntax.arguments(t).prepositions.get("between", ()) for t in fit.things)
        return joined(*(self.people.who(t) for found in things for t in found))

    def _unlisted(self, heads: list[Token]) -> tuple[Actor, ...]:
        found = joined(*(unlisted(self._reading, t, self._lexicon.classes["bodies"]) for t in heads))
        self._vague.update(a for a in found if a.kind is ActorKind.BODY)
        return found

    def _acted_on(
        self, filler: Token, judged: bool = False, event: EventType | None = None
    ) -> tuple[Actor, ...]:
        """Whom a phrase concerns: who acts in the event that it names, else whom its words name.

        What is judged is the deed: who suffers it is not meant ("condemned the attack on Spain"), nor is "it"
        anybody.
        """
        if judged and filler.lower == "it":
            return ()
        if people := self.people.who(filler):
            if self.people.is_of_others(filler):
                return (*self.people.described(filler), *people[1:])
            beside = (t for t in filler.conjuncts()[1:] if not self.people.who(t))
            return joined(people, *map(self.people.who_or_owner, beside))
        happening = self._at.get(filler.index)
        if happening is not None and (happening.actors or happening.recipients):
            return happening.actors or (() if judged else happening.recipients)
        if event is EventType.REQUEST and any(c.lower == "against" for c in filler.children):
            return self.people.who_or_owner(filler)  # "asked for a step against Spain": of others
        return self.people.concerned(filler, judged=judged)

    def _asked(self, filler: Token) -> tuple[Actor, ...]:
        """Whom a phrase names, or who is to do the deed that it names ("urged support FOR SPAIN")."""
        deed = self._at.get(filler.index)
        return self._acted_on(filler) if deed is None or self.people.who(filler) else deed.actors

    def _is_told_of(self, fit: Fit) -> bool:
        """Whether a fit tells of another side, known or not."""
        return any(map(self._is_somebody, (*fit.recipients, *fit.partners)))

    def _is_somebody(self, filler: Token) -> bool:
        """Whether a phrase tells of somebody, or of a deed by what it did, who is not known."""
        happening = self._at.get(filler.index)
        known = self.people.is_somebody(filler) or self.people.names_text(filler)
        return known or bool(happening and happening.recipients)

    def _alone(self, candidate: _Candidate, outcome: tuple[EventType, str | None]) -> Happening | None:
        fit, operator = candidate.operator_fit, candidate.operator
        if fit is None or operator is None or tells_fact(operator, fit.trigger.children):
            return None
        if fit.pattern.kind is Kind.NOUN:
            told = fit.light is not None or _is_spelt_out(fit)
            if fit.trigger.index in self._absorbing or not told:
                return None  # "the pledge was popular": mentioned, not made
        happening = self._happening(fit, *outcome, f"operator:{operator.name}")
        happening.status = operator.status or happening.status
        return happening if happening.actors else None

    def _govern(self, candidate: _Candidate, operator: Operator, inner: Happening) -> Happening | None:
        fit = candidate.operator_fit
        if fit is None:
            return None
        people = joined(self._acting(fit), *(self.people.who_or_owner(t) for t in fit.partners))
        addressed = asked_to_act(fit, self.syntax, self.people) if operator.name == _REQUEST else ()
        told = self._asked if operator.name == _REQUEST else self._acted_on
        addressed = addressed or joined(*(told(t) or self.people.mentioned(t) for t in fit.recipients))
        closed = not addressed and any(map(self.people.is_somebody, fit.recipients))
        charged = charging(operator, inner, people, self._lexicon)
        if charged is not operator:  # who is warned of what others do is only told
            operator, addressed, closed = charged, (), False
        governor = Governor(operator, fit.trigger, tuple(fit.words), people, addressed, closed)
        return self.modality.apply(governor, inner)

    @staticmethod
    def _merged(result: Happening, own: Happening) -> Happening:
        """An operator's outcome with what the frame at the same word knows."""
        if result.event is own.event:
            result.mode = own.mode or result.mode
            result.recipients = own.recipients or result.recipients
            result.actors = own.actors or result.actors
        return result

    def _rise(self, happening: Happening, token: Token) -> Happening | None:
        """Take a happening up through what bears on it; None where something above takes it over."""
        current: Happening | None = self._modalised(happening, token)
        taker = self._absorbing.get(token.index)
        top = token
        for head, below, preposition in self.modality.path(token, self._light(token)):
            if current is None:
                return None
            above = self.candidates.get(head.index)
            operator = above.operator if above is not None else None
            if operator and only_reports(operator, below):
                operator = None
            if above is not None and operator and accepts(above.operator_fit, below, preposition):
                if not tells_fact(operator, [below]):
                    self._under[head.index].append(current)
                return None
            if taker == head.index:
                break
            if is_verb(head) and self.modality.realises(head):
                top = head
            current = self._modalised(current, head, told=is_finite_complement(below))
        if taker is not None and current is not None:
            self._absorbed[taker].append(current)
            return None
        if (
            token.dep == "acl"
            and current is not None
            and current.group in _WORDS_ONLY
            and is_verb(token)
            and token.tag == "VBN"
        ):
            return None
        fit = self.candidates[token.index].fit
        tops = (top, *(fit.aims if fit is not None else ()))
        unreal = any(map(self.modality.unreal, tops)) or is_ground(token) or is_thought(token, self._lexicon)
        unreal = unreal or is_measured(token)
        return None if unreal or current is None or is_idea(current) else current

    def _light(self, token: Token) -> Token | None:
        """The verb that tells an answer by a noun, and changes nothing of it ("retaliated with TARIFFS")."""
        if token.dep != "pobj" or token.head.lower != "with":
            return None
        candidate = self.candidates[token.index]
        fit = candidate.fit or candidate.operator_fit
        return fit.light if fit is not None else None

    def _modalised(self, happening: Happening, node: Token, *, told: bool = False) -> Happening | None:
        """An event under a word's modals, negation and subordinator; of what is told below, only the last."""
        current: Happening | None = happening
        for operator in self.modality.named(node):
            if current is None or (told and operator.name != CONDITION):
                continue
            if operator.name == _FUTURE and current.group == _VERBAL and node.lemma in _GOING_ON:
                continue  # "we will continue to press for it": that is being done
            current = self.modality.apply(Governor(operator), current)
        return current


def _is_spelt_out(fit: Fit) -> bool:
    """Whether a noun tells what somebody promises, offers, asks or threatens, or whom.

    ("Spain's offer TO MEDIATE", "its threat TO PERU")
    """
    told = any(
        (c.dep in _TELLING and c.tag == "VB") or (c.dep == "prep" and c.lower == "of")
        for c in fit.trigger.children
    )
    return bool(fit.actors) and (told or bool(fit.recipients))


def _is_known(verb: Token, known: set[int]) -> bool:
    """Whether something is told at a verb or at its object."""
    return verb.index in known or any(
        c.index in known for c in verb.children if c.dep in ("dobj", "nsubjpass", "xcomp", "acomp")
    )


def _is_more_specific(candidate: _Candidate) -> bool:
    """Whether a word's frame asks for more than its operator ("fail to agree", "order an attack")."""
    if candidate.fit is None or candidate.operator_fit is None:
        return False
    return candidate.fit.pattern.weight > candidate.operator_fit.pattern.weight


def _depth(candidate: _Candidate) -> int:
    return sum(1 for _ in candidate.token.ancestors())
