"""From happenings to records."""

from __future__ import annotations

from dataclasses import replace

from dragoman.article import Span
from dragoman.events.background import Background
from dragoman.events.circumstances import Circumstances
from dragoman.events.contexts import Contexts
from dragoman.events.frames import lexicon
from dragoman.events.happening import Happening, joined, without
from dragoman.events.ontology import ontology
from dragoman.events.recalls import is_attack, is_definite
from dragoman.events.selection import Rule
from dragoman.events.sides import sides
from dragoman.events.standing import has_say, is_political, is_state_organ
from dragoman.events.syntax import is_verb
from dragoman.events.voices import Voices
from dragoman.language import Reading, Token
from dragoman.records import (
    LEFT_OUT,
    Actor,
    ActorKind,
    Date,
    Event,
    EventType,
    Location,
    Status,
    Why,
    record_id,
)

# deeds that are reported although nobody is named who did them ("17 rebels were killed")
WITHOUT_ACTOR = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.RETREAT})
# events of which it is worth recording that they did not happen
_DEEDS = frozenset({"force", "military", "concession"})
_SAID = frozenset({"verbal", "cooperation"})  # what is no event between private people
_ORDERING = frozenset({"order", "instruct", "direct", "task"})
_SERVING = frozenset({"GOV", "MIL", "COP"})
_ONE_SIDED = frozenset({EventType.MOBILIZE, EventType.PROTEST})  # whose nouns need name only who acts
_SIGNING = frozenset(
    {"sign", "signing", "signature", "initial", "conclude", "seal", "ink", "strike", "reach"}
)
_SEARCHES = frozenset({"raid", "sweep"})  # which the police may make as well
_OCCASIONS = frozenset({"after", "amid", "before", "during", "following", "in", "since"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr"})
_AT = frozenset({"against", "at", "on"})
_BESIDE = frozenset({"relcl", "acl", "advcl", "amod"})
_JOURNALISTS = "JRN"
_UNIONS = frozenset({"EUR", "IGO", "UNO"})
_KILLING = frozenset({"behead", "execute", "injure", "kill", "maim", "massacre", "murder", "slay", "wound"})
_CLAIMING = frozenset({"admit", "claim"})
_GAP = 2  # words that may stand between pieces of a trigger that are one span


def worth_recording(happening: Happening) -> bool:
    """Whether a happening says enough to be an event."""
    if happening.actors and all(_JOURNALISTS in a.sectors and not a.country for a in happening.actors):
        return False
    if happening.event is EventType.CONSULT and happening.mode != "third-party":
        everybody = (*happening.actors, *happening.others)
        return _meeting(happening) and any(map(is_political, everybody)) and any(a.country for a in everybody)
    if happening.status is Status.NEGATED and not _is_worth_denying(happening):
        return False
    if not any(a.country for a in (*happening.actors, *happening.recipients)):
        return False
    if _is_private(happening) or _is_opinion(happening) or _is_internal_order(happening):
        return False
    if _is_at_nobody(happening):
        return False
    if _is_bare_noun(happening) or _only_names(happening):
        return False
    if happening.actors:
        needs = ontology().types[happening.event].needs_recipient
        return bool(happening.others) or _is_mutual(happening) or not needs
    if happening.event not in WITHOUT_ACTOR or not happening.recipients:
        return False
    if happening.status is Status.PLANNED:
        return False
    return not _in_passing(happening.anchor) or _is_suffered(happening) or _is_before(happening)


def _is_private(happening: Happening) -> bool:
    """Whether only private people have a part in it, or the words are a private person's."""
    if happening.event is EventType.PROTEST or not happening.actors:
        return False
    if happening.group in _SAID and all(a.kind is ActorKind.PERSON for a in happening.actors):
        return not any(map(is_political, happening.actors))
    return not any(map(is_political, (*happening.actors, *happening.others)))


def _is_opinion(happening: Happening) -> bool:
    """Whether people of no known office say what others should do: they ask nothing of them."""
    if happening.event is not EventType.REQUEST or not any("oblige" in rule for rule in happening.rules):
        return False
    return not any(map(has_say, happening.actors))


def _is_at_nobody(happening: Happening) -> bool:
    """Whether an attack names neither who nor what is attacked."""
    if happening.event is not EventType.ASSAULT or happening.others or not happening.actors:
        return False
    return not happening.matter and not _is_mutual(happening)


def _is_internal_order(happening: Happening) -> bool:
    """Whether a state orders something of its own organs ("the president ordered a review")."""
    if happening.event is not EventType.REQUEST or _ORDERING.isdisjoint(t.lemma for t in happening.words):
        return False
    homes = {a.country for a in happening.actors if is_state_organ(a)}
    if happening.mode == "yield" or not homes:
        return False
    return all(
        a.country in homes and (is_state_organ(a) or not _SERVING.isdisjoint(a.sectors))
        for a in happening.others
    )


def _is_worth_denying(happening: Happening) -> bool:
    """Whether it is news that something did not happen: a deed to somebody, or that no troops moved."""
    if happening.event in _ONE_SIDED and _is_none_moved(happening):
        return bool(happening.actors)
    if happening.anchor.lemma in _CLAIMING:
        return False  # "nobody has CLAIMED the attack"
    return happening.group in _DEEDS and bool(happening.actors and happening.recipients)


def _is_none_moved(happening: Happening) -> bool:
    """Whether the words say that none at all did it ("NO troops were moved")."""
    return any(c.lower == "no" for t in happening.matter for c in t.children)


def _is_mutual(happening: Happening) -> bool:
    """Whether those who act are of two countries, or a state and those who fight it."""
    fights = happening.event is EventType.ASSAULT and len(sides(happening.actors)) > 1
    return fights or len({a.country for a in happening.actors}) > 1


def _is_bare_noun(happening: Happening) -> bool:
    """Whether a noun names a deed of which the text tells one side only ("the war", "an attack on …")."""
    noun = happening.anchor.pos == "NOUN" and not any(is_verb(t) for t in happening.words)
    if happening.event in _ONE_SIDED or not noun:
        return False
    if _is_suffered(happening) or (happening.mode == "resign" and happening.actors):
        return False
    return not (happening.actors and happening.others) and not _is_mutual(happening)


def _is_suffered(happening: Happening) -> bool:
    """Whether a noun tells what was done to whom, though not by whom ("the killing of a Peruvian king")."""
    anchor = happening.anchor
    if anchor.pos != "NOUN" or happening.actors or happening.event is not EventType.ASSAULT:
        return False
    if all(a.name.islower() for a in happening.recipients):
        return False
    if anchor.lemma in lexicon().classes["undergone"]:
        return any(c.dep == "prep" and c.lower == "of" for c in anchor.children)
    return (
        is_attack(anchor)
        and anchor.lemma not in _SEARCHES
        and _is_told_as_fact(anchor)
        and any(c.dep == "prep" and c.lower in _AT for c in anchor.children)
    )


def _is_told_as_fact(attack: Token) -> bool:
    """Whether the words take it that there was an attack: it is not planned or feared ("plotted ATTACKS")."""
    node = attack
    while node.dep == "conj":
        node = node.head
    if node.dep == "pobj":
        return node.head.lower in _OCCASIONS
    return node.dep in _SUBJECTS or is_definite(attack)


def _is_before(happening: Happening) -> bool:
    """Whether people were struck before what is told ("spoke AFTER five sailors were killed")."""
    verb = happening.anchor
    if happening.event is not EventType.ASSAULT or verb.dep != "advcl" or verb.lemma not in _KILLING:
        return False
    children = verb.children
    return any(c.dep == "nsubjpass" for c in children) and any(c.lower == "after" for c in children)


def _only_names(happening: Happening) -> bool:
    """Whether a noun only tells another thing apart ("a WITHDRAWAL agreement", "TEST sites")."""
    return happening.anchor.pos == "NOUN" and happening.anchor.dep in ("compound", "nmod", "amod")


def _in_passing(anchor: Token) -> bool:
    """Whether it is told beside the news: as a noun, or as past in a clause that is not the main one."""
    verb = anchor
    while verb.dep == "conj":
        verb = verb.head
    is_present = any(c.tag in ("VBZ", "VBP") for c in verb.children if c.dep in ("aux", "auxpass"))
    return verb.pos == "NOUN" or (verb.dep in _BESIDE and not is_present)


def _meeting(happening: Happening) -> bool:
    """Whether two sides meet; a visit leads to another country."""
    everybody = joined(happening.actors, happening.partners, happening.recipients)
    if any(a.kind is ActorKind.MEDIA or (_JOURNALISTS in a.sectors and not a.country) for a in everybody):
        return False
    countries = {a.country for a in everybody}
    if happening.mode == "multilateral" and is_verb(happening.anchor):
        return happening.status is not Status.NEGATED and bool(
            countries - {None}
        )  # who else attends a summit need not be said
    if happening.mode == "visit":
        return len(countries) > 1
    return len(everybody) > 1 or (is_verb(happening.anchor) and any(map(_is_many, everybody)))


def _is_many(actor: Actor) -> bool:
    """Whether somebody is those of many states, who meet among themselves ("the union's ministers")."""
    return actor.country in _UNIONS and actor.kind is not ActorKind.PERSON


class Recorder:
    """Makes the event records of one reading."""

    def __init__(
        self, reading: Reading, circumstances: Circumstances, voices: Voices, background: Background
    ) -> None:
        self._reading = reading
        self._background = background
        self._circumstances = circumstances
        self._voices = voices
        self._contexts = Contexts(reading)

    def record(self, happening: Happening, date: Date | None) -> Event:
        """The record of a happening."""
        article = self._reading.article.id
        trigger = self._trigger(happening)
        place = self._circumstances.place(happening)
        host_and_guest(happening, place)
        actors, recipients = _sides(happening)
        statement = self._voices.statement(happening.anchor)
        background = self._background.ground(happening, date)
        mode = happening.mode
        return Event(
            record_id("event", article, happening.event.value, trigger, actors, recipients),
            article, happening.event, trigger, actors, recipients,
            modes=(mode,) if mode else (),
            contexts=self._contexts.of(happening.anchor),
            quad=ontology().types[happening.event].quad,
            score=ontology().score(happening.event, mode),
            on=date,
            place=place,
            status=happening.status,
            historical=background is not None,
            statement=statement.id if statement else None,
            why=Why(" > ".join(happening.rules), (("background", background),) if background else ()),
        )  # fmt: skip

    def left_out(self, happening: Happening, date: Date | None, rule: Rule) -> Event:
        """What the record of a happening would be that a rule of selection leaves out."""
        event = self.record(happening, date)
        return replace(event, why=Why(event.why.rule, ((LEFT_OUT, f"{rule.name}: {rule.why}"),)))

    def _trigger(self, happening: Happening) -> tuple[Span, ...]:
        """The words that express it, near ones as one span."""
        places = sorted({t.index for t in happening.words if t.sentence == happening.anchor.sentence})
        pieces: list[list[int]] = []
        for place in places:
            if pieces and place - pieces[-1][1] <= _GAP:
                pieces[-1][1] = place
            else:
                pieces.append([place, place])
        return tuple(self._reading.span(first, last) for first, last in pieces)


def host_and_guest(happening: Happening, place: Location | None) -> None:
    """Make a meeting in the country of one side a visit of the other."""
    if (
        happening.event is not EventType.CONSULT
        or happening.mode is not None
        or place is None
        or not place.country
    ):
        return
    everybody = joined(happening.actors, happening.partners)
    hosts = tuple(a for a in everybody if a.country == place.country)
    guests = without(everybody, hosts)
    if hosts and guests and len({a.country for a in guests}) == 1:
        happening.actors, happening.partners, happening.recipients, happening.mode = (
            guests,
            (),
            hosts,
            "visit",
        )


def _sides(happening: Happening) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Actors and recipients, each by one name once: who takes part alike acts; visits have hosts."""
    actors, recipients = _parts(happening)
    return _named_once(actors), _named_once(recipients)


def _named_once(people: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple({(a.name, a.country): a for a in reversed(people)}.values())[::-1]


def _parts(happening: Happening) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    actors, partners, recipients = happening.actors, happening.partners, happening.recipients
    if happening.event is EventType.CONSULT and happening.mode not in ("visit", "third-party"):
        return joined(actors, partners, recipients), ()
    if happening.event is EventType.SUPPORT and not recipients and _is_signed(happening):
        return joined(actors, partners), ()
    if actors and recipients == actors:  # each other
        return actors, recipients
    actors = actors or partners
    return actors, without(joined(recipients, partners), actors)


def _is_signed(happening: Happening) -> bool:
    """Whether something is signed, which all its parties do alike."""
    return any(t.lemma in _SIGNING for t in happening.words)
