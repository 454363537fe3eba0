"""Place names of a reading, told apart from the names of persons, bodies and things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from dragoman.knowledge import load_table, load_yaml
from dragoman.language.gazetteer import Candidate, gazetteer
from dragoman.language.namesakes import (
    PlaceName,
    Votes,
    adjectives,
    settle,
    settle_lists,
    settle_pairs,
    votes_of,
)
from dragoman.language.reading import Entity, Place, Reading, Token

_LONGEST = 5  # tokens of a name
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_WELL_KNOWN = 5.5  # rank (about 300,000 inhabitants) from which a name needs no label of the language model
_KNOWN = 4.5  # rank (about 30,000 inhabitants) from which it needs nothing else beside a label


@dataclass(frozen=True)
class _Words:
    """The sets of words of the knowledge file; areas with their countries; counties with their states."""

    sets: Mapping[str, frozenset[str]]
    areas: Mapping[str, tuple[str, ...]]
    short: Mapping[str, str]
    counties: Mapping[str, tuple[str, ...]]


@cache
def _words() -> _Words:
    data = load_yaml("places.yaml")
    sets = {name: frozenset(value) for name, value in data.items() if isinstance(value, list)}
    areas = {word: tuple(countries) for word, countries in data["areas"].items()}
    counties = {row["name"]: tuple(row["states"].split(";")) for row in load_table("counties.tsv")}
    return _Words(sets, areas, data["short"], counties)


def find_places(reading: Reading) -> list[Place]:
    """The place names of a reading, in order, without overlap, each with the place it most likely means.

    A name is looked up in the gazetteer unless the words name a person or body. Of namesakes that one is
    taken which the words beside it name ("Paris, Texas"), or else the best known one of the countries and
    regions of which the article speaks; one name means one place throughout an article.
    """
    names = list(_Finder(reading).names())
    votes = votes_of(reading, names)
    settle_pairs(reading, names, votes)
    settle_lists(reading, names)
    settle(names, votes)
    places = {name.key for name in names if name.standing == "place"}
    kept = [name for name in names if _is_kept(name, places, votes)]
    return [_place(reading, name, _country_beside(reading, name, kept)) for name in kept]


def _is_kept(name: PlaceName, places: set[str], votes: Votes) -> bool:
    match name.standing:
        case "place":
            return True
        case "weak":
            return name.key in places or (name.settled is not None and votes.supports(name.settled))
        case "doubtful":
            return name.key in places
    return False


def _country_beside(reading: Reading, name: PlaceName, names: list[PlaceName]) -> str | None:
    """The country of the nearest place in the sentence, for a name that the gazetteer does not have."""
    if name.settled is not None:
        return None
    sentence = reading.tokens[name.first].sentence
    beside = [
        (abs(other.first - name.first), other.settled.country)
        for other in names
        if other.settled and other.settled.country and reading.tokens[other.first].sentence == sentence
    ]
    return min(beside)[1] if beside else None


def _place(reading: Reading, name: PlaceName, country: str | None) -> Place:
    found = name.settled
    if found is None:
        words = " ".join(reading.span(name.first, name.last).exact.split())
        return Place(name.first, name.last, words, country, None, None, None, "city")
    return Place(
        name.first, name.last, found.name, found.country, found.latitude, found.longitude, found.geonameid,
        found.kind,
    )  # fmt: skip


class _Finder:
    """Finds the words of a reading that may name places."""

    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        self._text = reading.article.text
        self._words = _words()
        self._gazetteer = gazetteer()
        self._entities = {i: e for e in reading.entities for i in range(e.first, e.last + 1)}
        self._persons = _names_of_persons(reading)
        self._timed = {i for time in reading.times for i in range(time.first, time.last + 1)}

    def names(self) -> Iterator[PlaceName]:
        """The names, in order."""
        after = 0
        for token in self._tokens:
            if token.index >= after and token.text[0].isupper() and token.index not in self._timed:
                name = self._name_at(token)
                if name is not None:
                    after = name.last + 1
                    yield name

    def _name_at(self, token: Token) -> PlaceName | None:
        ends = self._ends(token)
        for last in reversed(ends):
            key = self._key(token, last)
            if (area := self._area(token, last, key)) is not None:
                return area
            if found := self._find(key, last):
                name = PlaceName(token.index, last, key, found, "")
                name.standing = self._standing(name)
                return name if name.standing else None
        return self._unknown(token)

    def _ends(self, token: Token) -> list[int]:
        """The tokens at which a name that begins here may end, nearest first."""
        ends = [token.index]
        inside = self._words.sets["inside"]
        for following in self._tokens[token.index + 1 : token.index + _LONGEST]:
            if following.sentence != token.sentence:
                break
            if following.text != following.lower:  # "d'Ivoire" has its capital further on
                ends.append(following.index)
            elif following.lower not in inside:
                break
        return ends

    def _key(self, token: Token, last: int) -> str:
        words = self._text[token.start : self._tokens[last].end].lower().replace("’", "'")
        return " ".join(words.split()) if " " in words or "\n" in words else words

    def _find(self, key: str, last: int) -> tuple[Candidate, ...]:
        """What the gazetteer has under a name, with the full stop behind it if it is an abbreviation."""
        key = self._words.short.get(key, key)
        found = self._gazetteer.find(key)
        if not found and "." in key and self._text[self._tokens[last].end :][:1] == ".":
            found = self._gazetteer.find(key + ".")
        return found

    def _area(self, token: Token, last: int, key: str) -> PlaceName | None:
        """ "Kandahar province", "Lamar County": the area is meant, not the town of that name."""
        following = self._following(last)
        countries = self._words.areas.get(following.lower) if following else None
        if following is None or countries is None or key in self._words.sets["never"]:
            return None
        states = self._words.counties.get(f"{key} {following.lower}") if following.text[0].isupper() else None
        found = self._gazetteer.find(key)
        if found and found[0].kind == "country" and not states:
            return None
        if not found and not states:
            return None
        name = f"{self._text[token.start : self._tokens[last].end]} {following.text.capitalize()}"
        areas = _areas(found, name, countries, states)
        if not areas:
            return None
        whole = PlaceName(token.index, following.index, name.lower(), areas, "")
        whole.standing = "place" if states else self._standing(whole)
        return whole if whole.standing else None

    def _following(self, index: int) -> Token | None:
        """The next token of the sentence."""
        following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        return following if following and following.sentence == self._tokens[index].sentence else None

    def _standing(self, name: PlaceName) -> str:
        """Whether the words name a place: see `PlaceName`; "" where they certainly do not."""
        if name.key in self._words.sets["never"]:
            return ""
        entity = self._entities.get(name.first) or self._entities.get(name.last)
        following = self._following(name.last)
        if following and (self._is_thing(following) or self._is_treaty(following)):
            return "hint"
        if entity is None or (entity.label not in _PLACE_LABELS and _is_all(entity, name)):
            return self._standing_alone(name, entity.label if entity else "")
        return self._standing_marked(name) if _is_all(entity, name) else self._standing_within(name, entity)

    def _is_thing(self, following: Token) -> bool:
        """Whether a word behind a name makes it a street's or body's: "Kabul University"."""
        return following.text[0].isupper() and following.lower in self._words.sets["things"]

    def _is_treaty(self, following: Token) -> bool:
        """Whether a word behind a name makes it a treaty's: "the Paris climate accord"."""
        further = self._following(following.index) if following.tag[:2] in ("NN", "JJ") else None
        treaties = self._words.sets["treaties"]
        return following.lower in treaties or (further is not None and further.lower in treaties)

    def _standing_marked(self, name: PlaceName) -> str:
        """The standing of a name that the language model takes for a place."""
        best = name.candidates[0]
        if name.key in self._persons and best.kind == "city":
            return ""
        return "place" if best.rank >= _KNOWN or self._is_placed(name) else "weak"

    def _standing_within(self, name: PlaceName, entity: Entity) -> str:
        """The standing of a name within a longer one."""
        if entity.label == "PERSON":
            return ""
        if entity.label in ("GPE", "LOC"):
            return "place"
        begins = entity.label == "FAC" and entity.first == name.first
        return "place" if begins and name.candidates[0].rank >= _WELL_KNOWN else "hint"

    def _standing_alone(self, name: PlaceName, label: str) -> str:
        """The standing of a name that the language model takes for no place."""
        best, last = name.candidates[0], self._tokens[name.last]
        if not last.tag.startswith("NNP") or self._is_part_of_name(name):
            return "hint"
        if name.key in self._persons or name.key in self._words.sets["common"]:
            return "doubtful"
        if best.rank >= _WELL_KNOWN and (not label or best.kind != "city" or self._is_placed(name)):
            return "place"
        return "weak" if self._is_placed(name) and label != "PERSON" else "doubtful"

    def _is_placed(self, name: PlaceName) -> bool:
        """Whether the word before places something there ("in", "near")."""
        return bool(name.first) and self._tokens[name.first - 1].lower in self._words.sets["at"]

    def _is_part_of_name(self, name: PlaceName) -> bool:
        """Whether the words stand in a longer proper name that the language model did not mark."""
        last = self._tokens[name.last]
        before = self._tokens[name.first - 1] if name.first else None
        if before is not None and before.head is last and before.tag == "NNP" and before.dep == "compound":
            return before.lower not in self._words.sets["before"]
        head = last.head
        return last.dep == "compound" and head.index == name.last + 1 and head.tag == "NNP"

    def _unknown(self, token: Token) -> PlaceName | None:
        """A place that the language model marks and the words beside it place, unknown to the gazetteer."""
        entity = self._entities.get(token.index)
        if entity is None or entity.label != "GPE" or entity.first != token.index or token.tag == "DT":
            return None  # what "The" opens has its name behind it ("The United States, Peru and Chile …")
        name = PlaceName(entity.first, entity.last, self._key(token, entity.last), (), "place")
        if name.key in self._persons or name.key in self._words.sets["never"] or name.key in adjectives():
            return None
        parts = (t.lower for t in self._tokens[entity.first : entity.last + 1])
        if any(part in self._gazetteer for part in parts):
            return None
        within = bool(name.first) and self._tokens[name.first - 1].lower in self._words.sets["within"]
        return name if within or self._before_area(entity.last) else None

    def _before_area(self, last: int) -> bool:
        """Whether a comma and a state follow: "Harwinton, Conn."."""
        comma = self._following(last)
        area = self._following(last + 1) if comma is not None and comma.text == "," else None
        return area is not None and any(c.kind != "city" for c in self._find(area.lower, area.index))


def _is_all(entity: Entity, name: PlaceName) -> bool:
    """Whether an entity does not go on beyond a name."""
    return name.first <= entity.first and entity.last <= name.last


def _names_of_persons(reading: Reading) -> frozenset[str]:
    """Words, in lower case, by which an article calls persons."""
    found = set()
    for entity in reading.entities:
        if entity.label == "PERSON" and entity.last > entity.first:
            found.add(reading.tokens[entity.last].lower)
    for chain in reading.chains:
        if chain.label == "PERSON" and " " in chain.name:
            found.add(chain.name.rsplit(" ", 1)[1].lower())
    return frozenset(found)


def _as_area(town: Candidate, name: str) -> Candidate:
    return town if town.kind == "region" else replace(town, name=name, kind="region", geonameid=None)


def _areas(
    found: tuple[Candidate, ...], name: str, countries: tuple[str, ...], states: tuple[str, ...] | None
) -> tuple[Candidate, ...]:
    """The areas of a name: where its towns lie in countries with such areas, or the states that have it."""
    towns = {(c.country, c.division): c for c in reversed(found) if not countries or c.country in countries}
    areas = [_as_area(town, name) for town in towns.values()]
    for state in states or ():
        if ("USA", state) not in towns:
            areas.append(Candidate(name, "region", "USA", state, None, None, None, 3.0))
    if states:
        areas = [a for a in areas if a.country == "USA" and a.division in states]
    return tuple(sorted(areas, key=lambda a: -a.rank))
