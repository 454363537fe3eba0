"""Weighs the records of a report, and parts those that are too doubtful from the rest."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import ActorIndex
from dragoman.confidence.odds import KINDS, least, least_replaced, odds
from dragoman.confidence.scene import Scene
from dragoman.confidence.traits import traits
from dragoman.language import Reading
from dragoman.records import (
    LEFT_OUT,
    Event,
    Record,
    Records,
    Statement,
    Why,
)

_SUREST = 0.95
_SIGNS = 3  # signs against a record that its explanation names


def weigh(reading: Reading, records: Records, index: ActorIndex | None = None) -> Records:
    """The records of a report, each with the estimated chance that it is right.

    Args:
        reading: the report. records: all that it puts on record.
        index: who its phrases stand for; looked up anew if None.
    """
    scene = Scene(reading, records, index)
    return replace(
        records,
        statements=tuple(replace(s, confidence=_chance(s, scene)) for s in records.statements),
        events=tuple(replace(e, confidence=_chance(e, scene)) for e in records.events),
        positions=tuple(replace(p, confidence=_chance(p, scene)) for p in records.positions),
    )


def kept(reading: Reading, records: Records) -> Records:
    """The records without those that are too doubtful; what a surer record rests on stays.

    Args:
        reading: the report. records: its weighed records.
    """
    doubtful = _doubtful(records, Scene(reading, records))
    outer = {s.id: s.within for s in records.statements if s.id in doubtful}
    return replace(
        records,
        statements=tuple(_freed(s, outer) for s in records.statements if s.id not in doubtful),
        events=tuple(e for e in records.events if e.id not in doubtful),
        positions=tuple(
            replace(p, supersedes=None) if p.supersedes in doubtful else p
            for p in records.positions
            if p.id not in doubtful
        ),
    )


def doubted(reading: Reading, records: Records) -> Records:
    """The records that are too doubtful; `why` tells how likely each is and what speaks against it.

    Args:
        reading: the report. records: its weighed records.
    """
    scene = Scene(reading, records)
    doubtful = _doubtful(records, scene)
    return replace(
        records,
        statements=tuple(
            replace(s, why=_told(s, scene, "statement")) for s in records.statements if s.id in doubtful
        ),
        events=tuple(replace(e, why=_told(e, scene, "event")) for e in records.events if e.id in doubtful),
        positions=tuple(
            replace(p, why=_told(p, scene, "position")) for p in records.positions if p.id in doubtful
        ),
    )


def _doubtful(records: Records, scene: Scene) -> frozenset[str]:
    """The ids of records below the least chance of their kind, but for those that a surer one rests on.

    What repeats a doubtful record is as doubtful; what a surer position replaces shows the change.
    """
    least_of = {kind: least(kind, len(scene.body)) for kind in KINDS}
    ids = {p.id for p in records.positions if p.confidence < least_of["position"]}
    ids -= _replaced(records, ids)
    needed = {i for p in records.positions if p.id not in ids for i in (p.statement, p.event)}
    ids |= {e.id for e in records.events if e.confidence < least_of["event"] and e.id not in needed}
    needed |= {e.statement for e in records.events if e.id not in ids}
    ids |= {s.id for s in records.statements if s.confidence < least_of["statement"] and s.id not in needed}
    ids |= {s.id for s in records.statements if s.repeats in ids}
    return frozenset(ids | {e.id for e in records.events if e.repeats in ids})


def _replaced(records: Records, doubtful: set[str]) -> set[str]:
    """The ids of positions that are likely enough for the change to a surer one to be told."""
    last = {p.supersedes for p in records.positions if p.id not in doubtful}
    return {p.id for p in records.positions if p.id in last and p.confidence >= least_replaced()}


def _freed(statement: Statement, outer: dict[str, str | None]) -> Statement:
    """A statement within one that is left out: it stands within the next one that is not."""
    within = statement.within
    while within in outer:
        within = outer[within]
    return statement if within == statement.within else replace(statement, within=within)


def _chance(record: Record, scene: Scene) -> float:
    return round(min(_SUREST, odds(_kind(record)).chance(traits(record, scene))), 2)


def _kind(record: Record) -> str:
    return (
        "statement" if isinstance(record, Statement) else "event" if isinstance(record, Event) else "position"
    )


def _told(record: Record, scene: Scene, kind: str) -> Why:
    """Why a record is left out."""
    signs = odds(kind).against(traits(record, scene), _SIGNS)
    ground = f"doubtful: right with an estimated chance of {record.confidence:.2f} ({'; '.join(signs)})"
    return Why(record.why.rule, (*record.why.resolved, (LEFT_OUT, ground)))
