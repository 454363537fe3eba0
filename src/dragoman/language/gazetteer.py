"""The gazetteer: which places a name may stand for."""

from __future__ import annotations

import gzip
import logging
import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from dragoman.knowledge import load_table

_LOG = logging.getLogger(__name__)
_COUNTRY_RANK, _REGION_RANK, _WIDE_RANK = 8.5, 6.4, 9.0  # as the logarithm of inhabitants is for a city
_TOWN_RANK = 5.6  # a town that the table of areas has because it is often in the news
_RANKS = {"country": _COUNTRY_RANK, "region": _REGION_RANK, "city": _TOWN_RANK}
_SMALL = 4.0  # rank up to which a town is not taken for the capital that it is a namesake of
_CAPITAL = 0.8  # how much better known a capital is than other cities of its size
_SAME_NAME = 0.8  # how much less likely a region goes by a name that is not its first one
_UNMARKED = str.maketrans("ıøØłŁ", "ioOlL")  # letters that Unicode does not take apart
_OTHER_NAME = 1.0  # how much less likely a name means a city that is properly called otherwise


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for.

    Args:
        name: its name in the gazetteer. kind: "city", "country" or "region".
        country: ISO 3166-1 alpha-3; None for what is of no one country.
        division: code of its first-order division ("TX"), "" if unknown.
        latitude, longitude: degrees (WGS 84); None where unknown. geonameid: its GeoNames id, if known.
        rank: how well known it is, as the decimal logarithm of its inhabitants.
    """

    name: str
    kind: str
    country: str | None
    division: str
    latitude: float | None
    longitude: float | None
    geonameid: int | None
    rank: float


class Gazetteer:
    """Countries, regions and seas with all their names, and the cities and towns of the GeoNames selection.

    Args:
        areas: countries, regions and seas by lower-case name.
        cities: lines of the tables of cities by lower-case name, read when they are asked for.
        capitals: lower-case names of capitals with their country.
    """

    def __init__(
        self,
        areas: Mapping[str, tuple[Candidate, ...]],
        cities: Mapping[str, Sequence[str]],
        capitals: frozenset[tuple[str, str]],
    ) -> None:
        self._capitals = capitals
        self._areas = areas
        self._cities = cities
        self._known: dict[str, tuple[Candidate, ...]] = {}

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The places that a name in lower case may stand for, the best known first."""
        found = self._known.get(name)
        if found is None:
            cities = [self._as_capital(name, _city(name, line)) for line in self._cities.get(name, ())]
            found = tuple(sorted([*self._areas.get(name, ()), *cities], key=lambda c: -c.rank))
            self._known[name] = found
        return found

    def _as_capital(self, name: str, city: Candidate) -> Candidate:
        """The city, better known if it is its country's capital."""
        is_capital = (name, city.country) in self._capitals and city.rank > _SMALL
        return replace(city, rank=city.rank + _CAPITAL) if is_capital else city

    def __contains__(self, name: str) -> bool:
        return name in self._areas or name in self._cities


def _city(name: str, line: str) -> Candidate:
    country, division, number, latitude, longitude, people, proper, _ = line.split("\t")
    rank = math.log10(int(people) + 1) - (0 if name in _own_names(proper) else _OTHER_NAME)
    return Candidate(
        _readable(proper), "city", country, division, float(latitude), float(longitude), int(number), rank
    )  # fmt: skip


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once."""
    areas: dict[str, list[Candidate]] = {}
    for row in load_table("places.tsv"):
        place = _area(row)
        areas.setdefault(row["name"].lower(), []).append(place)
        if place.kind == "region":
            place = replace(place, rank=place.rank - _SAME_NAME)
        for name in filter(None, row["names"].split(";")):
            areas.setdefault(name.lower().replace("’", "'"), []).append(place)
    cities = _cities()
    _LOG.debug("gazetteer: %d names of areas, %d of cities", len(areas), len(cities))
    return Gazetteer({name: tuple(places) for name, places in areas.items()}, cities, _capitals())


def _cities() -> dict[str, list[str]]:
    """Lines of the tables of cities by the names in lower case that a city goes by."""
    lines: dict[str, list[str]] = defaultdict(list)
    for table in (files("dragoman.knowledge") / "cities").iterdir():
        for line in gzip.decompress(table.read_bytes()).decode().splitlines():
            if line[0] == "#":
                continue
            for name in _names(*line.rsplit("\t", 2)[1:]):
                lines[name].append(line)
    return dict(lines)


def _names(name: str, others: str) -> Collection[str]:
    """The names in lower case that a city goes by."""
    names = _own_names(name)
    if name.startswith("Saint "):
        names = [*names, "st. " + name[6:].lower(), "st " + name[6:].lower()]
    return {*names, *others.split(";")} if others else names


def _own_names(name: str) -> Collection[str]:
    return (name.lower(),) if name.isascii() else {name.lower(), _plain(name).lower()}


def _plain(name: str) -> str:
    """The name without the marks on its letters."""
    bare = unicodedata.normalize("NFD", name)
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_UNMARKED)


def _readable(name: str) -> str:
    """The name with the marks that English print knows, and no others: "Kandahar", but "São Paulo"."""
    return "".join(c if c <= "ÿ" else _plain(c) for c in name)


def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset(
        (capital.lower(), row["alpha3"])
        for row in load_table("countries.tsv")
        for capital in filter(None, row["capitals"].split(";"))
    )


def _area(row: Mapping[str, str]) -> Candidate:
    wide = not row["country"]
    return Candidate(
        name=row["name"],
        kind=row["kind"],
        country=row["country"] or None,
        division=row["division"],
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        geonameid=int(row["geonameid"]) if row["geonameid"] else None,
        rank=_WIDE_RANK if wide else _RANKS[row["kind"]],
    )
