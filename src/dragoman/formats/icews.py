"""ICEWS's table: one pair of source and target a row, twenty columns between tabs, CAMEO codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from dragoman.formats.codes import cameo_event, country_name
from dragoman.formats.event_rows import (
    HAPPENED,
    EventRow,
    event_rows,
    numbered_pairs,
    tell_first_day,
    write_words,
)
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.losses import Losses
from dragoman.records import Actor, Status

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number",
    "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_EMPTY = (
    ("Sentence Number", "records count code points, not sentences"),
    ("City, District and Province", "records know a place by name and degrees alone"),
    ("modes, contexts and confidence", "ICEWS has no place for them"),
)


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Events as ICEWS's table; by default those that happened, for it cannot tell others apart."""
    lines = Lines(out, losses)
    lines.row(COLUMNS)
    for row in event_rows(coded, options, losses, statuses=HAPPENED):
        tell_first_day(row, losses)
        losses.add(
            "statuses",
            "ICEWS reads every event as one that happened",
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
    event, place = row.event, row.event.place
    code = cameo_event(event)
    losses.add("targets", "the event has none; the columns are empty", int(target is None))
    return {
        "Event ID": name,
        "Event Date": row.day.isoformat(),
        **_party("Source", source, losses),
        "Event Text": code.title,
        "CAMEO Code": code.code,
        "Intensity": event.score,
        **(_party("Target", target, losses) if target else {}),
        "Story ID": int(row.article.id[:15], 16),
        "Publisher": row.article.outlet,
        "Country": country_name(place.country) if place else None,
        "Latitude": place.latitude if place else None,
        "Longitude": place.longitude if place else None,
    }


def _party(role: str, actor: Actor, losses: Losses) -> dict[str, object]:
    country = country_name(actor.country)
    other = bool(actor.country) and country is None
    losses.add("countries", f"ICEWS names states; {actor.country} is none", int(other))
    return {
        f"{role} Name": actor.name,
        f"{role} Sectors": ",".join(actor.sectors),
        f"{role} Country": country,
    }
