"""POLECAT's table: one event a row, forty columns between tabs.

Several values of one event are joined by "; ", several sectors of one actor by "|"; what is missing is
"None".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from dragoman.formats.codes import state_code
from dragoman.formats.event_rows import (
    FORESEEN,
    QUADS,
    EventRow,
    compact,
    event_rows,
    tell_first_day,
    write_words,
)
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.losses import Losses
from dragoman.formats.plover import auxiliary
from dragoman.records import Actor, ActorKind, Records

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename",
    "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
NONE = "None"
_EMPTY = (
    ("Actor and Recipient Name Raw", "records name actors, not the words that name them"),
    ("Wikipedia IDs", "records know Wikidata ids, which are others"),
    (
        "City, District, Province, Raw Placename and Feature Type",
        "records know a place by name and degrees alone",
    ),
)


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Events as POLECAT's table; by default all but negated ones, told apart by PLOVER's auxiliary modes."""
    lines = Lines(out, losses)
    lines.row(COLUMNS)
    for row in event_rows(coded, options, losses, statuses=FORESEEN):
        tell_first_day(row, losses)
        for what, why in _EMPTY:
            losses.add(what, why)
        cells = _cells(row, losses)
        lines.row((cells.get(name) for name in COLUMNS), empty=NONE)
        write_words(row, cells["Event ID"], options, losses)


def _cells(row: EventRow, losses: Losses) -> dict[str, object]:
    event, article = row.event, row.article
    place = event.place
    return {
        "Event ID": f"{compact(row.day)}-{article.id}_{event.type}_{event.id}",
        "Event Date": row.day.isoformat(),
        "Event Type": event.type.value,
        "Event Mode": "; ".join(event.modes),
        "Intensity": event.score,
        "Quad Code": QUADS[event.quad],
        "Contexts": "; ".join([*event.contexts, *auxiliary(event)]),
        **_parties("Actor", event.actors, row, losses),
        **_parties("Recipient", event.recipients, row, losses),
        "Placename": place.name if place else None,
        "Country": place.country if place else None,
        "Latitude": place.latitude if place else None,
        "Longitude": place.longitude if place else None,
        "GeoNames ID": place.geonameid if place else None,
        "Source": article.outlet,
        "Publication Date": article.day or None,
        "Story People": _named(row.records, lambda kind: kind is ActorKind.PERSON),
        "Story Organizations": _named(row.records, lambda kind: kind not in _NO_ORGANISATIONS),
        "Story Locations": "; ".join(dict.fromkeys(e.place.name for e in row.records.events if e.place)),
        "Language": article.language,
        "Version": row.records.coder,
    }


_NO_ORGANISATIONS = frozenset({ActorKind.PERSON, ActorKind.PUBLIC})


def _parties(role: str, actors: Iterable[Actor], row: EventRow, losses: Losses) -> dict[str, object]:
    """The columns of one side; each holds a member for each actor, so that they stay in step."""
    several = list(actors)
    members: dict[str, list[str | None]] = {
        f"{role} Name": [a.name for a in several],
        f"{role} Country": [a.country for a in several],
        f"{role} COW": [state_code("cow", a.country, row.day, losses) for a in several],
        f"Primary {role} Sector": [a.sectors[0] if a.sectors else None for a in several],
        f"{role} Sectors": ["|".join(a.sectors) for a in several],
        f"{role} Title": [a.office for a in several],
    }
    return {name: "; ".join(value or NONE for value in values) for name, values in members.items()}


def _named(records: Records, wanted: Callable[[ActorKind], bool]) -> str:
    """The names of all actors of a report that are of some kind, once each."""
    actors: list[Actor | None] = [s.speaker for s in records.statements]
    actors += [actor for e in records.events for actor in (*e.actors, *e.recipients)]
    actors += [actor for p in records.positions for actor in (p.holder, p.counterpart)]
    return "; ".join(dict.fromkeys(a.name for a in actors if a is not None and wanted(a.kind)))
