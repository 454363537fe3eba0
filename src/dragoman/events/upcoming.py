"""Meetings and journeys that are told as facts but lie ahead: "his trip to Lima next week"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.events.circumstances import Circumstances
from dragoman.events.frames import Lexicon
from dragoman.events.happening import Happening
from dragoman.events.modality import Governor, Modality
from dragoman.events.sides import Side, sides
from dragoman.events.syntax import is_verb
from dragoman.events.verbs import verb_group
from dragoman.events.voices import Voices
from dragoman.language import Token
from dragoman.records import Act, Actor, ActorKind, EventType, Form, Status

_PAST = frozenset({"VBD", "VBN"})
_GIVEN = frozenset({EventType.AGREE, EventType.THREATEN})
_AHEAD = frozenset({"future", "imagined"})
_NOTICE = "announce"
_MEETING = frozenset({"meet", "meeting", "summit", "talk", "visit"})
_ON_OCCASION = frozenset({"after", "at", "during", "following", "in", "since"})
_PAIR = 2
_ASKING = frozenset({Act.REQUEST, Act.ADVISE})


def foresee(
    happenings: Sequence[Happening], circumstances: Circumstances, modality: Modality, lexicon: Lexicon
) -> list[Happening]:
    """The happenings of a reading, its meetings after the day of publication as plans.

    Args:
        happenings: all of them. circumstances: when what happens.
        modality: what operators make of events. lexicon: the operators.
    """
    future = Governor(lexicon.named["future"])
    found = (modality.apply(future, h) if _lies_ahead(h, circumstances, lexicon) else h for h in happenings)
    told = [h for h in found if h is not None]
    planned = {_parties(h) for h in told if _is_planned_meeting(h, lexicon)}
    if not planned:
        return told
    planned -= {_parties(h) for h in told if _was_held(h, circumstances)}
    found = (modality.apply(future, h) if _is_of_plan(h, planned, circumstances) else h for h in told)
    return [h for h in found if h is not None]


def promise(happenings: Sequence[Happening], voices: Voices) -> None:
    """Make promises and threats of what those who act say that they will do ("we will help").

    Args:
        happenings: all of them; their status changes in place. voices: whose words are whose.
    """
    for happening in happenings:
        if happening.status is not Status.PLANNED or not (
            happening.event in _GIVEN or _is_held_out(happening)
        ):
            continue
        if _is_announced(happening):
            happening.event, happening.mode, happening.status = EventType.THREATEN, None, Status.ACTUAL
            continue
        statement = voices.statement(happening.anchor)
        if statement is None or not _is_own(statement.speaker, happening):
            continue
        if happening.event is EventType.SANCTION and statement.act not in _ASKING:
            happening.event, happening.mode = EventType.THREATEN, None
        threatens = happening.event is EventType.THREATEN and statement.act not in _ASKING
        if threatens or (happening.event is EventType.AGREE and statement.form is Form.DIRECT):
            happening.status = Status.ACTUAL


def _is_held_out(happening: Happening) -> bool:
    """Whether a penalty is told as what will be ("will impose tariffs")."""
    ahead = happening.rules[1:2]
    return happening.event is EventType.SANCTION and bool(ahead) and ahead[0] in _AHEAD


def _is_announced(happening: Happening) -> bool:
    """Whether somebody gives notice of a penalty ("announced that it would impose tariffs")."""
    return happening.event is EventType.SANCTION and happening.rules[-1] == _NOTICE


def _is_own(speaker: Actor | None, happening: Happening) -> bool:
    """Whether who speaks acts, or speaks for the state that does."""
    return speaker is not None and any(
        speaker == a or (a.kind is ActorKind.GOVERNMENT and speaker.country == a.country)
        for a in happening.actors
    )


def _lies_ahead(happening: Happening, circumstances: Circumstances, lexicon: Lexicon) -> bool:
    if happening.event is not EventType.CONSULT or happening.status is not Status.ACTUAL:
        return False
    verb = next((t for t in (happening.anchor, *happening.words) if is_verb(t)), None)
    if verb is not None and (verb.lemma == "be" or any(t.tag in _PAST for t in (verb, *verb_group(verb)))):
        return False
    if _is_awaited(happening.anchor, lexicon):
        return True
    return circumstances.calendar.is_ahead(circumstances.date(happening))


def _parties(happening: Happening) -> frozenset[Side]:
    """The sides that meet."""
    return frozenset(sides((*happening.actors, *happening.others)))


def _is_planned_meeting(happening: Happening, lexicon: Lexicon) -> bool:
    """Whether a meeting of two sides is told as planned."""
    if happening.event is not EventType.AGREE or happening.status is not Status.PLANNED:
        return False
    talks = any(t.lemma in lexicon.classes["negotiations"] or t.lemma in _MEETING for t in happening.words)
    return talks and len(_parties(happening)) == _PAIR


def _was_held(happening: Happening, circumstances: Circumstances) -> bool:
    """Whether a meeting is told to have been: by a verb in the past, its day, or as an occasion."""
    if happening.event is not EventType.CONSULT or happening.status is not Status.ACTUAL:
        return False
    verbs = [v for t in (happening.anchor, *happening.words) if is_verb(t) for v in (t, *verb_group(t))]
    if any(t.tag in _PAST for t in verbs):
        return True
    anchor = happening.anchor
    occasion = anchor.dep == "pobj" and anchor.head.lower in _ON_OCCASION
    return occasion or circumstances.date(happening) is not None


def _is_of_plan(
    happening: Happening, planned: Collection[frozenset[Side]], circumstances: Circumstances
) -> bool:
    """Whether a noun names the meeting that a report tells as planned, and nothing tells that it was held."""
    if happening.event is not EventType.CONSULT or happening.anchor.pos != "NOUN":
        return False
    return _parties(happening) in planned and not _was_held(happening, circumstances)


def _is_awaited(meeting: Token, lexicon: Lexicon) -> bool:
    """Whether words around a noun say that it is to come ("AHEAD OF his talks", "the EXPECTED summit")."""
    if meeting.pos != "NOUN":
        return False
    if any(c.dep == "amod" and c.lower in lexicon.classes["awaited"] for c in meeting.children):
        return True
    if meeting.dep != "pobj" or meeting.head.lower != "of":
        return False
    above = meeting.head.head
    told_back = any(t.lower == "had" for verb in above.ancestors() for t in verb_group(verb))
    return not told_back and (above.lower == "ahead" or above.lemma in lexicon.classes["run_up"])
