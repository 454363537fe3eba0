"""The traits of a whole report: who speaks and acts in it, and whether across borders or at home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.records import Actor, ActorKind, Event, Records, Statement

_FIFTHS = 5  # parts of a share that are told apart
_GOVERNING = "GOV"
_LEGISLATING = "LEG"


def company(records: Records) -> tuple[str, ...]:
    """What the records of a report tell of whom it is about, in words.

    Args:
        records: all that the report puts on record, however doubtful.
    """
    return (*_of_events(records.events), *_of_statements(records.statements))


def _of_events(events: Iterable[Event]) -> Iterator[str]:
    told = list(events)
    pairs = [(_codes(e.actors), _codes(e.recipients)) for e in told]
    yield from _share("events across borders", (bool(a and r and not a & r) for a, r in pairs))
    yield from _share("events within a country", (bool(a & r) for a, r in pairs))
    yield from _share("events by governments", (_has_government(e.actors) for e in told))
    yield from _share("events to governments", (_has_government(e.recipients) for e in told))
    yield from _share("events by unnamed", (any(a.name[:1].islower() for a in e.actors) for e in told))


def _of_statements(statements: Iterable[Statement]) -> Iterator[str]:
    speakers = [s.speaker for s in statements]
    known = [s for s in speakers if s is not None]
    yield from _share("speakers are governments", (s.kind is ActorKind.GOVERNMENT for s in known))
    yield from _share("speakers in office", (s.office is not None for s in known))
    yield from _share("speakers govern", (_GOVERNING in s.sectors for s in known))
    yield from _share("speakers legislate", (_LEGISLATING in s.sectors for s in known))
    yield from _share("speakers of no sector", (not s.sectors for s in known))


def _share(what: str, cases: Iterable[bool]) -> Iterator[str]:
    """How large a share of some cases is of a kind, in fifths; nothing where there is no case."""
    found = list(cases)
    if found:
        yield f"report: {what} {min(_FIFTHS - 1, sum(found) * _FIFTHS // len(found))}"


def _codes(people: Iterable[Actor]) -> set[str]:
    return {a.country for a in people if a.country}


def _has_government(people: Iterable[Actor]) -> bool:
    return any(a.kind is ActorKind.GOVERNMENT for a in people)
