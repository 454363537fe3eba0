"""Telling apart places of one name by what else an article speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from dragoman.knowledge import load_table
from dragoman.language.gazetteer import Candidate
from dragoman.language.reading import Reading

_DIVISION_VOTE, _MOST = 1.3, 3
_FIRST_VOTE, _FURTHER_VOTE = 2.0, 0.5  # a country spoken of once, and each time more
_WITHOUT_DIVISION = 0.25  # what that counts for a small town of whose region nothing is said
_SMALL = 5.0  # rank (100,000 inhabitants) up to which a town is small
_BEYOND_DOUBT = 3.5  # ranks (a thousand times the people) by which the best known namesake leads
_LISTING = frozenset({",", "and", "or", "&"})
_WELL_KNOWN = 5.5  # rank of a city that is named beside a country without lying in it ("Paris, US envoys …")
_SOFT = 0.25  # what each namesake counts where the name is in doubt


@dataclass(slots=True)
class PlaceName:
    """Words that may name a place.

    Args:
        first, last: their tokens, both included.
        key: the words in lower case.
        candidates: the places that they may name, the best known first.
        standing: "place"; "weak", a place if the article speaks of its country; "doubtful", a place if the
            name is one elsewhere in the article; "hint", part of another name, which shows what the article
            is on.
        settled: the place that they name, once it is known.
    """

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]
    standing: str
    settled: Candidate | None = None


@dataclass(slots=True)
class Votes:
    """How much an article speaks of countries and their first-order divisions."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, place: Candidate, weight: float = 1.0) -> None:
        """Count a place."""
        if place.country:
            self.countries[place.country] += weight
            if place.division:
                self.divisions[place.country, place.division] += weight

    def lean(self, namesakes: Iterable[Candidate]) -> None:
        """Count the places of one name where it is in doubt which is meant: each division once."""
        divisions = {(place.country, place.division) for place in namesakes if place.country}
        for country in {country for country, _ in divisions}:
            self.countries[country] += _SOFT
        for country, division in divisions:
            self.divisions[country, division] += _SOFT

    def score(self, place: Candidate) -> float:
        """How likely the article means a place."""
        if not place.country:
            return place.rank
        named = self.countries[place.country]
        country = _FIRST_VOTE * min(1, named) + _FURTHER_VOTE * min(_MOST - 1, max(0, named - 1))
        division = min(_MOST, self.divisions[place.country, place.division]) if place.division else 0
        if place.rank < _SMALL and division < 1:
            country *= _WITHOUT_DIVISION
        return place.rank + country + _DIVISION_VOTE * division

    def supports(self, place: Candidate) -> bool:
        """Whether the article speaks of the place's country beyond that place."""
        return place.country is not None and self.countries[place.country] >= 1


@cache
def adjectives() -> dict[str, str]:
    """Adjectives of nationality and names of peoples, in lower case, with their country."""
    return {
        word.lower(): row["alpha3"]
        for row in load_table("countries.tsv")
        for column in ("adjectives", "people")
        for word in filter(None, row[column].split(";"))
    }


def votes_of(reading: Reading, names: Iterable[PlaceName]) -> Votes:
    """What the names of an article and its adjectives of nationality say that it speaks of."""
    votes = Votes()
    seen = set()
    for name in names:
        if _is_beyond_doubt(name.candidates):
            votes.add(name.candidates[0])
        elif name.key not in seen:
            seen.add(name.key)
            votes.lean(name.candidates)
    countries = adjectives()
    for entity in reading.entities:
        if entity.label == "NORP" and (country := countries.get(reading.tokens[entity.first].lower)):
            votes.countries[country] += 1
    return votes


def _is_beyond_doubt(candidates: Sequence[Candidate]) -> bool:
    if not candidates:
        return False
    return len(candidates) == 1 or candidates[0].rank - candidates[1].rank >= _BEYOND_DOUBT


def settle_pairs(reading: Reading, names: Sequence[PlaceName], votes: Votes) -> None:
    """Settle what "Paris, Texas" says outright; both are places then."""
    for name, following in pairwise(names):
        if following.first == name.last + 2 and reading.tokens[name.last + 1].text == ",":
            _settle_pair(name, following, votes)


def _settle_pair(name: PlaceName, following: PlaceName, votes: Votes) -> None:
    areas = [c for c in following.candidates if c.kind != "city" and c.country]
    inside = [c for c in name.candidates if any(_lies_in(c, area) for area in areas)]
    if areas and areas[0].kind == "country":  # "in Paris, US envoys met" names no town of America
        inside = [c for c in inside if c.rank > name.candidates[0].rank - _BEYOND_DOUBT / 2]
    if not areas or _are_two_countries(name, areas):
        return
    if not name.candidates:
        inside = [_unknown_in(name, areas, votes)]
    if not inside and name.candidates[0].kind == "city" and name.candidates[0].rank < _WELL_KNOWN:
        inside = [_unknown_in(name, areas, votes)]  # "Charlevoix, Canada" is not the one in Michigan
    if not inside:
        return
    name.settled = max(inside, key=lambda c: c.rank)
    following.settled = next(a for a in areas if _lies_in(name.settled, a))
    name.standing = following.standing = "place"
    votes.add(name.settled)


def _unknown_in(name: PlaceName, areas: Sequence[Candidate], votes: Votes) -> Candidate:
    """A place that the gazetteer does not have, in an area that it has."""
    area = max(areas, key=votes.score)
    return Candidate(name.key.title(), "city", area.country, area.division, None, None, None, 0.0)


def _are_two_countries(name: PlaceName, areas: Sequence[Candidate]) -> bool:
    """ "Jordan, Lebanon and Iraq" is a list."""
    return bool(name.candidates) and name.candidates[0].kind == "country" and areas[0].kind == "country"


def _lies_in(place: Candidate, area: Candidate) -> bool:
    if place is area or place.country != area.country or place.kind == "country":
        return False
    return area.kind == "country" or not area.division or place.division == area.division


def settle_lists(reading: Reading, names: Sequence[PlaceName]) -> None:
    """Settle what a list makes plain: "Georgia, Alabama and Texas" are three regions of one country."""
    run: list[PlaceName] = []
    for name in names:
        if run and not _are_listed(reading, run[-1], name):
            _settle_list(run)
            run = []
        run.append(name)
    _settle_list(run)


def _are_listed(reading: Reading, name: PlaceName, following: PlaceName) -> bool:
    between = reading.tokens[name.last + 1 : following.first]
    return 0 < len(between) <= 2 and all(token.lower in _LISTING for token in between)


def _settle_list(run: Sequence[PlaceName]) -> None:
    if len(run) < 3:
        return
    firsts = [name.candidates[0] for name in run if name.candidates]
    regions = [first.country for first in firsts if first.kind == "region" and first.country]
    country = max(regions, key=regions.count, default=None)
    if country is None or regions.count(country) * 2 <= len(run):
        return
    for name in run:
        if name.settled is None:
            like = (c for c in name.candidates if c.kind == "region" and c.country == country)
            name.settled = next(like, None)


def settle(names: Sequence[PlaceName], votes: Votes) -> None:
    """Settle all other names; one name means one place throughout an article."""
    senses: dict[str, Candidate | None] = {n.key: n.settled for n in names if n.settled is not None}
    for name in names:
        if name.settled is None:
            if name.key not in senses:
                senses[name.key] = max(name.candidates, key=votes.score, default=None)
            name.settled = senses[name.key]
