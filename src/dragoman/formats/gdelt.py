"""GDELT 2.0's table of events: one pair of actors a row, 61 columns between tabs, no header, CAMEO codes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import BinaryIO

from dragoman.article import Zone
from dragoman.formats.codes import (
    cameo_actor,
    cameo_country,
    cameo_event,
    cameo_group,
    cameo_sectors,
    state_code,
)
from dragoman.formats.event_rows import (
    HAPPENED,
    EventRow,
    compact,
    event_rows,
    numbered_pairs,
    tell_first_day,
    write_words,
)
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.losses import Losses
from dragoman.records import Actor, Status

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone", *(f"Actor1Geo_{name}" for name in _GEO),
    *(f"Actor2Geo_{name}" for name in _GEO), *(f"ActionGeo_{name}" for name in _GEO), "DATEADDED",
    "SOURCEURL",
)  # fmt: skip
_EMPTY = (
    ("AvgTone", "no tone is measured"),
    ("Goldstein scores", "PLOVER's score stands in GoldsteinScale, and its quad class in QuadClass"),
    ("places of actors", "records know where an event happened, not where its actors are"),
    ("ethnic and religious codes", "records do not code them"),
    ("modes, contexts and confidence", "GDELT has no place for them"),
)


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Events as GDELT's table; by default those that happened, for it cannot tell others apart."""
    lines = Lines(out, losses)
    for row in event_rows(coded, options, losses, statuses=HAPPENED):
        tell_first_day(row, losses)
        losses.add(
            "statuses",
            "GDELT reads every event as one that happened",
            int(row.event.status is not Status.ACTUAL),
        )
        for what, why in _EMPTY:
            losses.add(what, why)
        for name, source, target in numbered_pairs(row, losses):
            cells = _cells(row, name, source, target, losses)
            lines.row(cells.get(column) for column in COLUMNS)
            write_words(row, name, options, losses)


def _cells(
    row: EventRow, name: int, source: Actor, target: Actor | None, losses: Losses
) -> dict[str, object]:
    event, day = row.event, row.day
    code = cameo_event(event)
    added = row.article.published or day
    return {
        "GLOBALEVENTID": name,
        "SQLDATE": compact(day),
        "MonthYear": compact(day)[:6],
        "Year": compact(day)[:4],
        "FractionDate": _fraction(day),
        **_actor("Actor1", source, losses),
        **(_actor("Actor2", target, losses) if target else {}),
        "IsRootEvent": int(_leads(row)),
        "EventCode": code.code,
        "EventBaseCode": code.base,
        "EventRootCode": code.root,
        "QuadClass": event.quad,
        "GoldsteinScale": event.score,
        "NumMentions": 1 + sum(e.repeats == event.id for e in row.records.events),
        "NumSources": 1,
        "NumArticles": 1,
        "Actor1Geo_Type": 0,
        "Actor2Geo_Type": 0,
        **_place(row, losses),
        "DATEADDED": f"{compact(added)}000000",
        "SOURCEURL": row.article.url,
    }


def _fraction(day: dt.date) -> str:
    """The year, and the part of it that is over on a day."""
    start, end = dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return f"{day.year + (day - start).days / ((end - start).days + 1):09.4f}"


def _actor(prefix: str, actor: Actor, losses: Losses) -> dict[str, object]:
    roles = cameo_sectors(actor, Losses())  # told once, by the code
    return {
        f"{prefix}Code": cameo_actor(actor, losses),
        f"{prefix}Name": actor.name.upper(),
        f"{prefix}CountryCode": cameo_country(actor)[:3] if cameo_group(actor) is None else None,
        f"{prefix}KnownGroupCode": cameo_group(actor),
        **{f"{prefix}Type{number}Code": role for number, role in enumerate(roles, 1)},
    }


def _leads(row: EventRow) -> bool:
    """Whether an event stands in the first paragraph of the body."""
    lead = next((s for s in row.article.segments if s.zone is Zone.BODY), None)
    return lead is not None and any(lead.start <= s.start < lead.end for s in row.event.trigger)


def _place(row: EventRow, losses: Losses) -> dict[str, object]:
    place = row.event.place
    if place is None:
        return {"ActionGeo_Type": 0}
    losses.add("kinds of places and GeoNames ids", "GDELT has its own types and GNS ids; none is guessed")
    return {
        "ActionGeo_FullName": place.name,
        "ActionGeo_CountryCode": state_code("fips", place.country, row.day, losses),
        "ActionGeo_Lat": place.latitude,
        "ActionGeo_Long": place.longitude,
    }
