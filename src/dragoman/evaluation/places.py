"""Scoring place names against LGL and GeoVirus: what is found, in which country, how near.

Counted are the toponyms of the key that carry coordinates and are names of places; adjectives and names of
peoples ("Russian", "Latvians"), which LGL marks too, are left out, and what is found on them or on toponyms
without coordinates counts neither way. A place is near if it lies within 161 kilometres (100 miles) of that
in the key; places that the key puts on a continent or sea have no country to be right about.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from lxml import etree

from dragoman.article import Article, Segment, Zone
from dragoman.evaluation.figures import Scores, Tally
from dragoman.knowledge import load_table
from dragoman.language import Place, Reading

NEAR = 161.0  # kilometres
_RADIUS = 6371.0


class PlacesError(ValueError):
    """A file of places that cannot be scored, with the file and the reason."""


class ReadsArticles(Protocol):
    """What the scorer needs of a reader."""

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Articles read, one by one, in order."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A toponym of the key: offsets in the text, coordinates (None: not counted), country name if given."""

    start: int
    end: int
    latitude: float | None
    longitude: float | None
    country: str | None

    @property
    def counted(self) -> bool:
        """Whether it counts."""
        return self.latitude is not None


def distance(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points, along the great circle."""
    north, south = math.radians(latitude), math.radians(other_latitude)
    east = math.radians(other_longitude - longitude)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _RADIUS * math.asin(min(1.0, math.sqrt(half)))


def read_places(path: Path) -> list[tuple[Article, list[GoldPlace]]]:
    """The articles of a file of LGL or GeoVirus with the toponyms of its key.

    Raises:
        PlacesError: the file is no such file.
    """
    try:
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise PlacesError(f"{path}: not XML: {error}; give lgl.xml or GeoVirus.xml") from error
    found = []
    for element in root.iterfind("article"):
        text = element.findtext("text") or ""
        try:
            gold = [g for t in element.iter("toponym", "location") if (g := _gold(t, text)) is not None]
        except ValueError as error:
            raise PlacesError(f"{path}:{element.sourceline}: {error}; mend the toponyms there") from error
        if text.strip():
            found.append((Article(text, (Segment(Zone.BODY, 0, len(text)),)), gold))
    if not found:
        raise PlacesError(f"{path}: no article elements; give lgl.xml or GeoVirus.xml")
    return found


def _gold(element: Any, text: str) -> GoldPlace | None:
    start, end = int(element.findtext("start") or 0), int(element.findtext("end") or 0)
    if element.tag == "location":  # GeoVirus counts from 1
        start, end = start - 1, end - 1
    name = element.findtext("phrase") or element.findtext("name")
    if not name or text[start:end].lower() != name.lower():
        return None  # a fault of the key
    latitude, longitude = element.findtext(".//lat"), element.findtext(".//lon")
    if not latitude or not longitude or name.lower() in _peoples():
        return GoldPlace(start, end, None, None, None)
    country = _countries().get((element.findtext(".//country") or "").lower())
    return GoldPlace(start, end, float(latitude), float(longitude), country)


@cache
def _peoples() -> frozenset[str]:
    """Adjectives and names of peoples, in lower case."""
    return frozenset(
        word.lower()
        for row in load_table("countries.tsv")
        for column in ("adjectives", "people")
        for word in row[column].split(";")
        if word
    )


@cache
def _countries() -> dict[str, str]:
    """ISO codes of countries by lower-case name."""
    return {
        name.lower(): row["country"]
        for row in load_table("places.tsv")
        if row["kind"] == "country"
        for name in [row["name"], *filter(None, row["names"].split(";"))]
    }


def score_places(path: Path, reader: ReadsArticles) -> Scores:
    """Figures over a file of LGL or GeoVirus.

    "places found" counts any overlap; "country right" is of the found ones whose country the key gives,
    "places near" of all found ones.

    Args:
        path: the file. reader: reads its articles.
    """
    articles = read_places(path)
    tally = Tally()
    readings = reader.read_all(article for article, _ in articles)
    for reading, (_, gold) in zip(readings, articles, strict=True):
        count_places(tally, reading, gold)
    return tally.scores()


def count_places(tally: Tally, reading: Reading, gold: list[GoldPlace]) -> None:
    """Add the figures of one article."""
    met = {id(p): [g for g in gold if _overlaps(reading, p, g)] for p in reading.places}
    judged = [p for p in reading.places if not met[id(p)] or any(g.counted for g in met[id(p)])]
    pairs = [(p, g) for p in judged for g in met[id(p)] if g.counted]
    counted = sum(g.counted for g in gold)
    reached = len({id(g) for _, g in pairs})
    hits = sum(bool(met[id(p)]) for p in judged)
    tally.figure("places found", hits, hits + counted - reached, len(judged))
    tally.accuracy("country right", [p.country == g.country for p, g in pairs if g.country])
    tally.accuracy("places near", [_is_near(p, g) for p, g in pairs])


def _overlaps(reading: Reading, place: Place, gold: GoldPlace) -> bool:
    span = reading.span(place.first, place.last)
    return span.start < gold.end and gold.start < span.end


def _is_near(place: Place, gold: GoldPlace) -> bool:
    if place.latitude is None or place.longitude is None or gold.latitude is None or gold.longitude is None:
        return False
    return distance(place.latitude, place.longitude, gold.latitude, gold.longitude) <= NEAR
