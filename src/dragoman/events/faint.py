"""Sentences of which only a faint sign tells what happens: one side is not named, or nobody is."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.article import Zone
from dragoman.events.happening import Happening
from dragoman.events.recording import WITHOUT_ACTOR
from dragoman.events.syntax import is_verb
from dragoman.language import Reading, Token
from dragoman.records import EventType, Status

# the main clause and what it says, not what it mentions by the way
_TOLD_STATUS = frozenset({Status.ACTUAL, Status.PLANNED})
_TOLD = frozenset({"ROOT", "ccomp", "xcomp", "conj", "parataxis"})


def faint(reading: Reading, happenings: Sequence[Happening], found: Sequence[Happening]) -> list[Happening]:
    """The happening that is the only sign of what a report's lead tells, though it lacks a side.

    Only the first sentence counts: there a report tells its news; further down much is background.

    Args:
        reading: the reading. happenings: all of them. found: those that say enough to be recorded.

    Returns:
        At most one, the highest in its tree; its rules end in "faint".
    """
    told = {t.sentence for h in found if h.actors or any(map(is_verb, h.words)) for t in h.words}
    lead = next((s.index for s in reading.sentences if s.zone is Zone.BODY), -1)
    best: dict[int, Happening] = {}
    for happening in happenings:
        sentence = happening.anchor.sentence
        if sentence != lead or sentence in told or not _is_sign(happening):
            continue
        rival = best.get(sentence)
        if rival is None or _depth(happening.anchor) < _depth(rival.anchor):
            best[sentence] = happening
    for happening in best.values():
        happening.rules.append("faint")
    return list(best.values())


def _is_sign(happening: Happening) -> bool:
    if happening.status not in _TOLD_STATUS:
        return False
    suffers = happening.event in WITHOUT_ACTOR and any(
        a.country or a.name[:1].isupper() for a in happening.recipients
    )
    if not happening.actors and not suffers:
        return False
    if happening.event is EventType.CONSULT and happening.mode is None:
        return False
    if happening.event is EventType.COOPERATE and not happening.others:
        return False
    verb = _verb(happening)
    return verb is not None and _is_told(verb)


def _verb(happening: Happening) -> Token | None:
    return next((t for t in (happening.anchor, *happening.words) if is_verb(t)), None)


def _is_told(verb: Token) -> bool:
    node = verb
    while node.dep in _TOLD and node.dep != "ROOT" and node.head is not node:
        node = node.head
    return node.dep == "ROOT"


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors())
