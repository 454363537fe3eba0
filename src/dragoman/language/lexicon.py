"""What nouns, titles and names stand for, from the knowledge files."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from dragoman.knowledge.files import load_table, load_yaml


class Sort(StrEnum):
    """What a noun phrase stands for, as far as its words tell."""

    PERSON = "person"
    GROUP = "group"  # people acting together: movement, militia, delegation
    BODY = "body"  # ministry, embassy, parliament, company
    COUNTRY = "country"
    PLACE = "place"
    OTHER = "other"  # things, acts, ideas; names that nothing is known of


class Gender(StrEnum):
    """Gender of a person."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists as sets and dictionaries, all in lower case.

    Args:
        sorts: what a common noun stands for. noun_gender: of nouns that tell it.
        collective: singular nouns that "they" may refer to.
        titles: words that stand before a person's name. title_gender: of titles that tell it.
        modifiers: words within titles ("prime").
        title_words: titles and modifiers.
        offices: titles that are also common nouns ("minister").
        particles: words within names ("bin", "van"). name_gender: of given names.
        family_first: family names that go before the given name.
        given_names: words that begin a person's name.
        nations: country names, adjectives and people by alpha-3 code.
        countries: the names of states alone, by alpha-3 code.
        peoples: adjectives of states and words for their people.
        nicknames: what states are called with an article ("the North"), by alpha-3 code.
        capitals: capitals of states. regal: titles of those who go by their given name ("King").
        surnames: titles that are surnames too.
        people_adjectives: adjectives that stand for people ("the wounded").
        group_makers: nouns that make the name before them a group's ("Boko Haram militants").
        expansions: what abbreviations within names stand for.
    """

    sorts: dict[str, Sort]
    noun_gender: dict[str, Gender]
    collective: frozenset[str]
    titles: frozenset[str]
    title_gender: dict[str, Gender]
    modifiers: frozenset[str]
    title_words: frozenset[str]
    offices: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    name_gender: dict[str, Gender]
    family_first: frozenset[str]
    given_names: frozenset[str]
    nations: dict[str, str]
    countries: dict[str, str]
    peoples: frozenset[str]
    nicknames: dict[str, str]
    capitals: frozenset[str]
    regal: frozenset[str]
    surnames: frozenset[str]
    people_adjectives: frozenset[str]
    group_makers: frozenset[str]
    expansions: dict[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    nouns = load_yaml("person_nouns.yaml")
    titles = load_yaml("titles.yaml")
    given = load_yaml("given_names.yaml")
    nations, countries, peoples = _nations()
    coreference = load_yaml("coreference.yaml")
    sorts = {
        word: Sort(sort) for sort in ("place", "country", "body", "group", "person") for word in nouns[sort]
    }
    sorts |= dict.fromkeys([*nouns["male"], *nouns["female"]], Sort.PERSON)
    return Lexicon(
        sorts=sorts,
        noun_gender=_genders(nouns),
        collective=frozenset(nouns["collective"]),
        titles=frozenset(titles["honorific"] + titles["rank"] + titles["office"]),
        title_gender=_genders(titles),
        modifiers=frozenset(titles["modifier"]),
        title_words=frozenset(titles["honorific"] + titles["rank"] + titles["office"] + titles["modifier"]),
        offices=frozenset(titles["office"]),
        particles=frozenset(titles["particle"]),
        suffixes=frozenset(titles["suffix"]),
        name_gender=_genders(given),
        family_first=frozenset(given["family_first"]),
        given_names=frozenset(given["male"] + given["female"] + given["family_first"]),
        nations=nations,
        countries=countries,
        peoples=peoples,
        nicknames=coreference["nicknames"],
        capitals=frozenset(bare(c) for row in load_table("countries.tsv") for c in _cells(row["capitals"])),
        regal=frozenset(titles["regal"]),
        surnames=frozenset(titles["surname"]),
        people_adjectives=frozenset(nouns["adjectives"]) | peoples,
        group_makers=frozenset(coreference["group_makers"]),
        expansions={short: tuple(long.split()) for short, long in coreference["expansions"].items()},
    )


def plain(word: str) -> str:
    """A word in lower case without accents ("António" → "antonio")."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """A word in lower case without the full stops of an abbreviation ("U.S." → "us", "Gen." → "gen")."""
    return word.lower().replace(".", "")


def _genders(lists: dict[str, list[str]]) -> dict[str, Gender]:
    return {word: gender for gender in Gender for word in lists[gender]}


def _nations() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    nations: dict[str, str] = {}
    countries: dict[str, str] = {}
    peoples: set[str] = set()
    named: set[str] = set()
    state_names = set(load_yaml("coreference.yaml")["state_names"])
    for row in load_table("countries.tsv"):
        names = [bare(n).removeprefix("the ") for n in [row["name"], *_cells(row["names"])]]
        people = [bare(p) for p in _cells(row["adjectives"]) + _cells(row["people"])]
        countries.update((name, row["alpha3"]) for name in names if name == names[0] or name in state_names)
        named.update(names)
        peoples.update(people)
        for word in names + people:
            nations.setdefault(word, row["alpha3"])
    return nations, countries, frozenset(peoples - named)


def _cells(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
