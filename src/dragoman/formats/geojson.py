"""GeoJSON: the events whose place has coordinates, one point each (RFC 7946).

Statements and positions have no place and are not put on a map.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from dragoman.formats.codes import country_name
from dragoman.formats.event_rows import FORESEEN, EventRow, event_rows
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.json import as_json, encode
from dragoman.formats.losses import Losses
from dragoman.records import Location


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """The events with coordinates as a collection of points; by default all but negated ones."""
    lines = Lines(out, losses)
    lines.line('{"type": "FeatureCollection", "features": [')
    comma = ""
    for row in event_rows(coded, options, losses, statuses=FORESEEN):
        place = row.event.place
        if place is None or (point := _point(place)) is None:
            losses.add("events", "without coordinates they are on no map")
            continue
        lines.line(comma + as_json(_feature(row, place, point)))
        comma = ","
    lines.line("]}")


def _point(place: Location) -> list[float] | None:
    """Longitude and latitude; None where one is missing or out of range."""
    if place.longitude is None or place.latitude is None:
        return None
    inside = abs(place.longitude) <= 180 and abs(place.latitude) <= 90
    return [place.longitude, place.latitude] if inside else None


def _feature(row: EventRow, place: Location, point: list[float]) -> dict[str, Any]:
    event, article = row.event, row.article
    said = next((s for s in row.records.statements if s.id == event.statement), None)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": {
            "date": row.day.isoformat(),
            "last_date": row.last.isoformat(),
            "type": event.type.value,
            "modes": list(event.modes),
            "contexts": list(event.contexts),
            "quad": event.quad,
            "score": event.score,
            "status": event.status.value,
            "historical": event.historical,
            "actors": encode(event.actors),
            "recipients": encode(event.recipients),
            "place": place.name,
            "country": place.country,
            "geonameid": place.geonameid,
            "precision": "country" if place.name == country_name(place.country) else "place",
            "words": encode(event.trigger),
            "on_word_of": said.speaker.name if said and said.speaker else article.outlet,
            "title": article.title,
            "outlet": article.outlet,
            "url": article.url,
            "article": article.id,
            "confidence": event.confidence,
            "rule": event.why.rule,
        },
    }
