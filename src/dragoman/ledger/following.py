"""Positions followed over time: where everybody stands on a day, what changed, what is disputed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dragoman.ledger.answers import Change, Standing
from dragoman.ledger.columns import plain
from dragoman.ledger.evidence import Voices, evidence
from dragoman.ledger.schema import articles, positions
from dragoman.ledger.sides import concerns, country, party, stands_for
from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import rejected

_Key = tuple[str, str, str | None]  # holder, issue, counterpart


@dataclass(frozen=True, slots=True)
class Asked:
    """Which positions are asked for; what is None is not asked about.

    Args:
        holder: a code, a state's name, or a name. issue: of the issues file. counterpart: like holder.
        outlet: the outlet of the report. least_confidence: 0 to 1.
        country: a code or a state's name: positions of it, its bodies, groups and persons, or towards them.
    """

    holder: str | None = None
    issue: str | None = None
    counterpart: str | None = None
    outlet: str | None = None
    least_confidence: float = 0.0
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A position in short."""

    id: str
    stance: str
    day: dt.date
    article: str
    supersedes: str | None


@dataclass(slots=True)
class _Day:
    """What reports say of one side's stance on one day."""

    day: dt.date
    stance: str
    told: list[_Told]  # of that stance
    others: list[_Told]  # of other stances that no report of the day calls earlier
    earlier: list[_Told]  # of stances that a report of the day says to have changed


def positions_as_of(ledger: Ledger, day: dt.date, asked: Asked = Asked()) -> list[Standing]:
    """Where everybody stands on a day: for each holder, issue and counterpart the last stance until then.

    A stance is the one that most reports of its day give; others of that day are told as disputed, but for
    those that a report itself calls earlier.

    Args:
        ledger: the ledger. day: the day. asked: which positions.

    Raises:
        LedgerError: a party that is asked for is not in the ledger.
    """
    with ledger.reading() as connection:
        found = []
        for key, days in _histories(connection, asked, until=day):
            last = days[-1]
            since = next((d for d in reversed(days) if d.stance != last.stance), None)
            spell = [d for d in days if since is None or d.day > since.day]
            found.append((key, last, spell))
        shown = evidence(connection, "position", [t.id for _, last, _ in found for t in _cited(last)])
        voices = Voices(connection, (t.article for _, _, spell in found for d in spell for t in d.told))
        standings = []
        for (holder, issue, towards), last, spell in found:
            told = last.told[-1]
            total = voices.count(len(spell), (t.article for d in spell for t in d.told))
            disputed = {t.stance: shown[t.id] for t in last.others}
            standings.append(Standing(
                holder, issue, last.stance, towards, spell[0].day, shown[told.id], total,
                tuple(sorted(disputed.items())),
            ))  # fmt: skip
        return standings


def changes(
    ledger: Ledger,
    asked: Asked = Asked(),
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    least_reports: int = 1,
) -> list[Change]:
    """The stances that became others, in order of time, each with the words of both.

    Two stances of one day are a change only if a report tells both and calls one of them earlier.

    Args:
        ledger: the ledger. asked: which positions.
        since, until: the first and the last day of the new stance.
        least_reports: how many reports must have the new stance on its day.

    Raises:
        LedgerError: a party that is asked for is not in the ledger.
    """
    with ledger.reading() as connection:
        pairs = [
            (key, before, after, within)
            for key, days in _histories(connection, asked, until=until, turned=True)
            for before, after, within in _turns(days, least_reports)
            if since is None or after.day >= since
        ]
        pairs.sort(key=lambda pair: (pair[2].day, pair[0][0], pair[0][1], pair[0][2] or ""))
        ids = [t.id for _, before, after, _ in pairs for t in (before, after.told[0])]
        shown = evidence(connection, "position", ids)
        return [
            Change(
                *key, before.stance, after.stance, after.day, shown[before.id], shown[after.told[0].id],
                len({t.article for t in after.told}), within,
            )
            for key, before, after, within in pairs
        ]  # fmt: skip


def conflicts(
    ledger: Ledger,
    asked: Asked = Asked(),
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> list[Standing]:
    """The days on which reports disagree about a stance, and none calls one of the two earlier.

    Args:
        ledger: the ledger. asked: which positions. since, until: the first and the last day.
    """
    with ledger.reading() as connection:
        found = [
            (key, day)
            for key, days in _histories(connection, asked, until=until, turned=True)
            for day in days
            if day.others and (since is None or day.day >= since)
        ]
        shown = evidence(connection, "position", [t.id for _, day in found for t in _cited(day)])
        voices = Voices(connection, (t.article for _, day in found for t in day.told))
        return [
            Standing(
                holder, issue, day.stance, towards, day.day, shown[day.told[-1].id],
                voices.count(1, (t.article for t in day.told)),
                tuple(sorted({t.stance: shown[t.id] for t in day.others}.items())),
            )
            for (holder, issue, towards), day in found
        ]  # fmt: skip


def _turns(days: list[_Day], least_reports: int) -> Iterator[tuple[_Told, _Day, bool]]:
    """The days whose stance is not that of the day before, with the last record of the old one."""
    last: _Told | None = None
    for day in days:
        if day.earlier and day.earlier[-1].stance != day.stance:
            yield day.earlier[-1], day, True
        elif last is not None and last.stance != day.stance:
            if len({t.article for t in day.told}) < least_reports:
                continue
            yield last, day, False
        last = day.told[-1]


def _cited(day: _Day) -> list[_Told]:
    return [day.told[-1], *day.others]


def _histories(
    connection: Connection, asked: Asked, *, until: dt.date | None, turned: bool = False
) -> Iterator[tuple[_Key, list[_Day]]]:
    """What is on record of each holder, issue and counterpart, day by day.

    Args:
        connection: to the ledger. asked: which positions. until: the last day.
        turned: whether only those are wanted of which several stances are on record.
    """
    query = _query(connection, asked)
    if until is not None:
        query = query.where(positions.c.day <= until)
    rows = connection.execute(query).all()  # at once, as one by one takes twice as long
    for key, same in groupby(rows, key=lambda row: (row[0], row[1], row[2])):
        rows_of_key = list(same)
        if turned and len({row[4] for row in rows_of_key}) == 1:
            continue
        told = [_Told(*row[3:]) for row in rows_of_key]
        days = [_day(day, list(some)) for day, some in groupby(told, key=lambda t: t.day)]
        yield key, list(_settled(days))


def _day(day: dt.date, told: list[_Told]) -> _Day:
    """The stance of most reports of a day, leaving aside those that a report calls earlier."""
    superseded = {t.supersedes for t in told}
    standing = [t for t in told if t.id not in superseded] or told
    by_stance: dict[str, list[_Told]] = defaultdict(list)
    for t in standing:
        by_stance[t.stance].append(t)
    stance = max(by_stance, key=lambda s: (len({t.article for t in by_stance[s]}), s))
    others = [same[-1] for s, same in by_stance.items() if s != stance]
    earlier = [t for t in told if t.id in superseded and t not in standing]
    return _Day(day, stance, by_stance[stance], others, earlier)


def _settled(days: Iterable[_Day]) -> Iterator[_Day]:
    """Days on which reports disagree keep to the stance of the day before, if one of them has it."""
    before: str | None = None
    for day in days:
        kept = [t for t in day.others if t.stance == before]
        at_odds = kept and len(kept) == len({t.article for t in day.told})
        kept_to = _Day(day.day, kept[0].stance, kept, day.told[-1:], day.earlier) if at_odds else day
        before = kept_to.stance
        yield kept_to


def _query(connection: Connection, asked: Asked) -> Select[Any]:
    """The positions asked for, in order of holder, issue, counterpart and time."""
    c = positions.c
    query = select(
        plain(c.holder_side), plain(c.issue), plain(c.counterpart_side), plain(c.id), plain(c.stance), c.day,
        plain(c.article_id), plain(c.supersedes_id),
    ).where(c.current, c.day.is_not(None), c.id.not_in(rejected()))  # fmt: skip
    if asked.holder:
        query = query.where(stands_for(party(connection, asked.holder), "holder"))
    if asked.counterpart:
        query = query.where(stands_for(party(connection, asked.counterpart), "counterpart"))
    if asked.country:
        query = query.where(concerns("position", country(asked.country).side))
    if asked.issue:
        query = query.where(c.issue == asked.issue)
    if asked.least_confidence:
        query = query.where(c.confidence >= asked.least_confidence)
    if asked.outlet:
        query = query.join(articles, articles.c.id == c.article_id)
        query = query.where(func.lower(articles.c.outlet) == asked.outlet.lower())
    return query.order_by(c.holder_side, c.issue, c.counterpart_side, c.day, c.article_id, c.ordinal)
