"""Drafts made one record for each holder, issue, counterpart, date and stance; changes marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dragoman.article import Span
from dragoman.positions.drafts import Context, foreign
from dragoman.positions.issues import CARRIED, NAMED
from dragoman.positions.parties import is_power
from dragoman.records import Actor, ActorKind, Date, Position, record_id

_NAMES = frozenset({"PROPN", "ADJ"})
_AIMING = frozenset({"against", "on"})


def merge(context: Context, drafts: list[Position]) -> tuple[Position, ...]:
    """Positions from drafts: the same stance once, with all its evidence, in order of the text.

    Args:
        context: what the drafts were read from.
        drafts: what the rows gave, in any order.
    """
    ranks = {
        issue.name: {stance: rank for rank, stance in enumerate(issue.prevails)}
        for issue in context.issues.issues.values()
    }
    merged: list[Position] = []
    for position in drafts:
        _take_up(merged, position)
    kept = [p for p in merged if not any(_prevails(q, p, ranks[p.issue]) for q in merged)]
    kept.sort(key=lambda p: p.evidence[0].start)
    kept = [_carry(context, p, kept) for p in kept]
    kept = [p for p in kept if _is_towards_enough(context, p) or _is_joint(p, kept)]
    return _mark_changes([_with_id(p) for p in kept])


def _take_up(merged: list[Position], position: Position) -> None:
    for place, other in enumerate(merged):
        if (
            other.stance == position.stance
            and _same_place(other, position)
            and _compatible(other.on, position.on)
        ):
            merged[place] = _join(other, position)
            return
    merged.append(position)


def _same_place(a: Position, b: Position) -> bool:
    """Whether two records are of one holder, issue and counterpart, as far as each says."""
    return (
        a.issue == b.issue
        and _same_party(a.holder, b.holder)
        and (a.counterpart is None or b.counterpart is None or _same_party(a.counterpart, b.counterpart))
    )


def _same_party(a: Actor, b: Actor) -> bool:
    """Whether two names are of one party: the same, or an organ's and its organisation's."""
    if a.name == b.name:
        return True
    return (
        a.country == b.country is not None
        and a.kind is b.kind is ActorKind.ORGANISATION
        and bool(set(a.name.split()) <= set(b.name.split()) or set(b.name.split()) <= set(a.name.split()))
    )


def _prevails(a: Position, b: Position, ranks: dict[str, int]) -> bool:
    """Whether a record of the same day leaves no room for another's stance."""
    return (
        a.stance != b.stance
        and _same_place(a, b)
        and _compatible(a.on, b.on)
        and ranks.get(a.stance, len(ranks)) < ranks.get(b.stance, len(ranks))
    )


def _compatible(a: Date | None, b: Date | None) -> bool:
    if a is None or b is None:
        return True
    return a.value.startswith(b.value) or b.value.startswith(a.value)


def _join(a: Position, b: Position) -> Position:
    """Two records of one stance as one: the first's words lead, and what it lacks the second gives."""
    return replace(
        a,
        counterpart=a.counterpart or b.counterpart,
        on=_finer(a.on, b.on),
        conditions=a.conditions or b.conditions,
        evidence=_evidence(a.evidence, b.evidence),
        statement=a.statement or b.statement,
        event=a.event or b.event,
    )


def _finer(a: Date | None, b: Date | None) -> Date | None:
    if a is None or b is None:
        return a or b
    return a if len(a.value) >= len(b.value) else b


def _evidence(a: tuple[Span, ...], b: tuple[Span, ...]) -> tuple[Span, ...]:
    found = list(a)
    for span in b:
        if not any(s.overlaps(span) for s in found):
            found.append(span)
    return tuple(found)


def _carry(context: Context, position: Position, others: list[Position]) -> Position:
    """A record that names no counterpart with the one that the report lets a reader supply, if any."""
    carries = context.issues.issues[position.issue].carries
    if position.counterpart is not None or not carries:
        return position
    for source, counterpart in _supplied(context, position, others, carries):
        if counterpart is not None:
            noted = (*position.why.resolved, (f"counterpart from {source}", counterpart.name))
            return replace(position, counterpart=counterpart, why=replace(position.why, resolved=noted))
    return position


def _supplied(
    context: Context, position: Position, others: list[Position], carries: str
) -> Iterator[tuple[str, Actor | None]]:
    """Where a counterpart may be taken from, the surest first, and who it is there."""
    if carries == CARRIED:
        yield "words", _beside(context, position)
    yield "record", _nearest(position, others, carries)
    if carries != NAMED:
        yield "report", _usual(position.holder, others)
    if carries == CARRIED:
        yield "matter", _aimed_at(context, position)


def _nearest(position: Position, others: list[Position], carries: str) -> Actor | None:
    """The counterpart of the nearest other record of the issue, one of the holder's first."""
    near = [
        p
        for p in others
        if p.issue == position.issue
        and p.counterpart is not None
        and p.counterpart.name != position.holder.name
        and (carries == CARRIED or p.holder.name == position.holder.name)
    ]
    start = position.evidence[0].start
    nearest = min(
        near,
        key=lambda p: (p.holder.name != position.holder.name, abs(p.evidence[0].start - start)),
        default=None,
    )
    return nearest.counterpart if nearest else None


def _beside(context: Context, position: Position) -> Actor | None:
    """The one foreign power that the words of a record name behind the matter, whatever they say of it."""
    matter = context.issues.issues[position.issue].matter
    words = [t for span in position.evidence for t in context.reading.tokens_in(span)]
    first = next((i for i, t in enumerate(words) if t.lemma in matter), len(words))
    behind = (t for t in words[first:] if t.pos in _NAMES)
    named = (p for t in behind for p in foreign(position.holder, context.parties.at(t)))
    powers = [*dict.fromkeys(p for p in named if is_power(p) and p.country != position.holder.country)]
    return powers[0] if len(powers) == 1 else None


def _aimed_at(context: Context, position: Position) -> Actor | None:
    """At whom the matter is said to be aimed where it is named nearest: "the sanctions ON NORDEN"."""
    start = position.evidence[0].start
    named = [
        (abs(context.reading.tokens[i].start - start), i)
        for word in context.issues.issues[position.issue].matter
        for i in context.nouns.get(word, ())
    ]
    for _, i in sorted(named):
        preposition = context.reading.tokens[i].child("prep")
        aim = preposition.child("pobj") if preposition and preposition.lower in _AIMING else None
        for party in foreign(position.holder, context.parties.at(aim)) if aim else ():
            return party
    return None


def _is_towards_enough(context: Context, position: Position) -> bool:
    """Whether a record names a foreign power where its issue asks for one."""
    counterpart, issue = position.counterpart, context.issues.issues[position.issue]
    if not issue.foreign or (counterpart is None and position.stance in issue.alone):
        return True
    return counterpart is not None and is_power(counterpart)


def _is_joint(position: Position, others: list[Position]) -> bool:
    """Whether several sides take a stance together, each towards none in particular: a pact of three."""
    fellows = {
        p.holder.name
        for p in others
        if (p.issue, p.stance, p.evidence, p.counterpart)
        == (position.issue, position.stance, position.evidence, None)
    }
    return position.counterpart is None and len(fellows) > 2


def _usual(holder: Actor, positions: list[Position]) -> Actor | None:
    """The party that a report sets over against a holder more often than all others, on whatever issue."""
    met = Counter(
        p.counterpart if p.holder.name == holder.name else p.holder
        for p in positions
        if p.counterpart is not None and holder.name in (p.holder.name, p.counterpart.name)
    )
    most = max(met, key=lambda party: met[party], default=None)
    return most if most is not None and 2 * met[most] > met.total() else None


def _with_id(p: Position) -> Position:
    parts = (
        p.holder, p.issue, p.stance, p.counterpart, p.on, tuple((s.start, s.end) for s in p.evidence),
    )  # fmt: skip
    return replace(p, id=record_id("position", p.article, *parts))


def _mark_changes(positions: list[Position]) -> tuple[Position, ...]:
    """A later stance of the same holder on the same issue towards the same party supersedes the earlier."""
    found: list[Position] = []
    for position in positions:
        earlier = [p for p in positions if _precedes(p, position)]
        latest = max(earlier, key=lambda p: p.on.value if p.on else "", default=None)
        found.append(replace(position, supersedes=latest.id) if latest else position)
    return tuple(found)


def _precedes(a: Position, b: Position) -> bool:
    return (
        a.holder.name == b.holder.name
        and a.issue == b.issue
        and a.stance != b.stance
        and (a.counterpart.name if a.counterpart else None) == (b.counterpart.name if b.counterpart else None)
        and a.on is not None
        and b.on is not None
        and not _compatible(a.on, b.on)
        and a.on.value < b.on.value
    )
