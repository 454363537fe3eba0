"""Whom an event most likely concerns, where neither its words nor those around it tell: learned from answers.

A log-linear choice among those whom the sentence and the two before it name, the actors' own state, and the
states that the report tells most of, or nobody (features after Gildea and Jurafsky 2002, "Automatic labeling
of semantic roles"). The weights are in `knowledge/odds/recipients.tsv`, written by `tools/fit_recipients.py`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.actors.lexicon import countries
from dragoman.events.happening import Happening
from dragoman.events.ontology import ontology
from dragoman.events.people import People
from dragoman.events.standing import governs, state_of
from dragoman.knowledge.files import load_weights
from dragoman.language import Reading, Token
from dragoman.language.paths import path, plain
from dragoman.records import Actor, ActorKind, EventType

TABLE = "odds/recipients.tsv"
_OBLIGED = "operator:oblige"
_MARGIN = 0.5  # log-odds by which somebody must be likelier than nobody
_NAMING = frozenset({"ADJ", "NOUN", "NUM", "PRON", "PROPN"})
_NAMING_BEFORE = frozenset({"NOUN", "PRON", "PROPN"})
_TAKES_PART = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_BEFORE = 2  # sentences before its own in which people are looked for
_STRIDE, _STRIDES = 4, 4  # words that make a step of a distance; steps that are told apart
_FOREMOST = 2  # states of a report that are looked at
_COUNTED = 4  # people, and parts in events, that are told apart
_FIFTHS = 5  # of a share


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom an event may concern, nobody among them.

    Attributes:
        countries: of whom it may concern; empty for nobody. traits: what tells whether it is so, in words.
        named: who is called by name for those countries, each with the traits of that place.
    """

    countries: frozenset[str]
    traits: frozenset[str]
    named: tuple[tuple[tuple[Actor, ...], frozenset[str]], ...] = ()


def infer(reading: Reading, happenings: Sequence[Happening], people: People) -> None:
    """Give the events that name nobody whom they concern the likeliest recipient, if one is likely enough.

    Args:
        reading: the reading. happenings: its events. people: who is who.
    """
    likely: Likely | None = None
    for happening in happenings:
        if is_open(happening):
            likely = likely or Likely(reading, happenings, people)
            if found := likely.recipients(happening):
                happening.recipients = found
                happening.rules.append("counterpart:likely")


def is_open(happening: Happening) -> bool:
    """Whether somebody acts and nobody is known whom it concerns, though it may be somebody named.

    Args:
        happening: the event.
    """
    if happening.others or happening.settled or happening.event is EventType.CONSULT:
        return False
    if not any(a.country for a in happening.actors):
        return False
    return not ontology().types[happening.event].needs_recipient


class Likely:
    """Chooses recipients for the events of one reading.

    Args:
        reading: the reading. happenings: its events. people: who is who.
    """

    def __init__(self, reading: Reading, happenings: Sequence[Happening], people: People) -> None:
        self._reading = reading
        self._people = people
        self._parts = Counter(
            a.country
            for h in happenings
            for a in dict.fromkeys((*h.actors, *h.others))
            if a.country in countries()
        )
        self._ranked = [code for code, _ in self._parts.most_common()]

    def recipients(self, happening: Happening) -> tuple[Actor, ...]:
        """The likeliest recipients of an event; nobody where that is about as likely, or who acts himself.

        Args:
            happening: the event.
        """
        _, weights = load_weights(TABLE)

        def odds(traits: frozenset[str]) -> float:
            return math.fsum(map(weights.__getitem__, weights.keys() & traits))  # in whatever order

        *choices, nobody = self.choices(happening)
        if happening.rules[0] == _OBLIGED and all(map(governs, happening.actors)):  # no duty of his own state
            choices = [c for c in choices if not c.countries <= _codes(happening.actors)]
        best = max(choices, key=lambda c: odds(c.traits), default=nobody)
        if odds(best.traits) <= odds(nobody.traits) + _MARGIN:
            return ()
        ranked = [found for found, _ in sorted(best.named, key=lambda place: -odds(place[1]))]
        return _but_himself(happening, ranked)

    def choices(self, happening: Happening) -> list[Choice]:
        """Whom an event may concern: each set of countries once, nobody last.

        Args:
            happening: the event.
        """
        named: dict[frozenset[str], list[tuple[tuple[Actor, ...], frozenset[str]]]] = defaultdict(list)
        for found, seen in self._found(happening):
            if who := _codes(found):
                named[who].append((found, frozenset(seen)))
        own = _codes(happening.actors)
        free = min(_COUNTED, sum(not who & own for who in named))
        choices = [
            Choice(
                who,
                frozenset({f"free {free} {bool(who & own)}"}).union(*(t for _, t in places)),
                tuple(places),
            )
            for who, places in named.items()
        ]
        return [*choices, Choice(frozenset(), frozenset(self._nobody(happening, free)))]

    def _found(self, happening: Happening) -> Iterator[tuple[tuple[Actor, ...], set[str]]]:
        yield from self._in_sentence(happening)
        yield from self._before(happening)
        yield from self._foremost(happening)

    def _in_sentence(self, happening: Happening) -> Iterator[tuple[tuple[Actor, ...], set[str]]]:
        anchor, event = happening.anchor, happening.event
        own, words = _codes(happening.actors), {t.index for t in happening.words}
        doer = _sort(happening.actors)
        top = self._others(own)
        for token in self._reading.sentence_tokens(self._reading.sentence_of(anchor)):
            if token.pos not in _NAMING or token.dep == "conj" or token.index in words:
                continue
            found = self._all_named(token)
            who = _codes(found)
            if not who:
                continue
            way, _ = path(anchor, token)
            same = "own" if who == own else "partly own" if who & own else "other"
            far = min(_STRIDES, abs(token.index - anchor.index) // _STRIDE)
            side = "behind" if token.index > anchor.index else "before"
            rank = next((i for i, code in enumerate(top) if code in who), _FOREMOST)
            sort = _sort(found)
            word = token.lower if token.pos == "PRON" else plain(token)
            yield found, {
                "named", f"named {event}", f"at {way}", f"at {way} {event}", f"at {way} {anchor.lemma}",
                f"at {way} {same}", f"at {way} {anchor.tag}", f"{token.dep} of {plain(token.head)}",
                f"{token.dep} {event}", f"sort {sort}", f"sort {sort} {event}", same, f"{same} {event}",
                f"{same} of {doer}", f"{same} of {doer} {event}",
                f"{side} {far}", f"{side} {far} {event}", f"word {word}", f"entity {token.entity or 'none'}",
                f"people {min(_COUNTED, len(found))}", f"rank {rank}", f"rank {rank} {event}",
            }  # fmt: skip

    def _before(self, happening: Happening) -> Iterator[tuple[tuple[Actor, ...], set[str]]]:
        own, event = _codes(happening.actors), happening.event
        last = self._reading.sentence_of(happening.anchor).index
        for back in range(1, min(_BEFORE, last) + 1):
            for token in self._reading.sentence_tokens(self._reading.sentences[last - back]):
                if token.dep not in _TAKES_PART or token.pos not in _NAMING_BEFORE:
                    continue
                if found := self._people.who(token):
                    same = _codes(found) == own
                    yield found, {
                        f"back {back} {token.dep} {token.pos}", f"back {back} {token.dep} {event}",
                        f"back {'own' if same else 'other'} {event}", f"back {found[0].kind}",
                    }  # fmt: skip

    def _foremost(self, happening: Happening) -> Iterator[tuple[tuple[Actor, ...], set[str]]]:
        """The actors' own state, and the other states that the report tells most of."""
        event, lemma = happening.event, happening.anchor.lemma
        own = _codes(happening.actors)
        doer = _sort(happening.actors)
        share = sum(self._parts[code] for code in own) * _FIFTHS // max(1, self._parts.total())
        if len(own) == 1 and (state := countries().get(next(iter(own)))) is not None:
            yield (state_of(state),), {
                "home", f"home {event}", f"home {lemma}", f"home share {share}",
                f"home share {share} {event}", f"home of {doer}", f"home of {doer} {event}",
            }  # fmt: skip
        for rank, code in enumerate(self._others(own)):
            yield (state_of(countries()[code]),), {
                f"foremost {rank}", f"foremost {rank} {event}", f"foremost {rank} {lemma}",
                f"foremost of {min(_COUNTED, self._parts[code])}",
            }  # fmt: skip

    def _others(self, own: frozenset[str]) -> list[str]:
        """The states that the report tells most of, but those of some countries."""
        return [code for code in self._ranked if code not in own][:_FOREMOST]

    def _nobody(self, happening: Happening, free: int) -> Iterator[str]:
        anchor, event = happening.anchor, happening.event
        yield from ("nobody", f"nobody {event}", f"nobody {anchor.lemma}", f"nobody {event} {anchor.tag}")
        yield from (f"nobody {anchor.dep} {anchor.tag}", f"nobody {event} {happening.status}")
        yield from (f"nobody free {free}", f"nobody free {free} {event}")
        yield f"nobody by {happening.rules[0]}"
        yield f"nobody {event} {happening.mode or 'none'}"
        yield f"nobody states {min(_COUNTED, len(self._parts))} {event}"
        yield f"nobody under {plain(anchor.head)}"
        yield f"nobody states acting {len(_codes(happening.actors))} {event}"
        yield from (f"nobody has {c.dep} {plain(c)}" for c in anchor.children)
        yield from (f"nobody actor {sector}" for a in happening.actors for sector in a.sectors)

    def _all_named(self, token: Token) -> tuple[Actor, ...]:
        """Whom a phrase and what is coordinated with it name."""
        found = self._people.who(token)
        if not found:
            return ()
        return tuple(dict.fromkeys(a for t in token.conjuncts() for a in self._people.who(t)))


def _but_himself(happening: Happening, ranked: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The first of some people; for who acts himself the state at home, and for a state a group there."""
    if len(happening.actors) > 1 or ranked[0] != happening.actors:
        return ranked[0]
    (actor,) = happening.actors
    if actor.kind is ActorKind.GOVERNMENT:
        return next((found for found in ranked if all(a.kind is ActorKind.GROUP for a in found)), ())
    state = countries().get(actor.country or "")
    if state is None or happening.event is EventType.ASSAULT:
        return ()
    return (state_of(state),)


def _sort(people: Sequence[Actor]) -> str:
    """What the first of some people is, and in which sector."""
    return f"{people[0].kind} {people[0].sectors[0] if people[0].sectors else 'none'}"


def _codes(people: Sequence[Actor]) -> frozenset[str]:
    return frozenset(a.country for a in people if a.country)
