"""The knowledge files behind actors say one thing each, in codes that exist."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.figures import english_names, english_speaking, figure_country, known_part
from dragoman.actors.lexicon import NOUNS, countries, find, pieces, sectors_on
from dragoman.actors.terms import past_leader
from dragoman.knowledge import load_table, load_yaml
from dragoman.records import ActorKind

SECTORS = frozenset(
    """GOV MIL LEG JUD COP SPY PRM PTY OPP REB UAF UNK CVL BUS MNC CRM EDU ELI JRN LAB AGR MED NGO REF REL SOC
    PRE""".split()
)
GENERAL = frozenset("UNO EUR IGO NGO ISM IMG MNC".split())
ORGANISATIONS = load_yaml("organisations.yaml")
OFFICES = load_yaml("offices.yaml")
COUNTRIES = load_table("countries.tsv")


def cells(column: str) -> list[str]:
    return [cell for row in COUNTRIES for cell in row[column].split(";") if cell]


@pytest.mark.parametrize("column", ["alpha3", "alpha2", "name"])
def test_every_state_has_its_own_codes_and_name(column: str) -> None:
    values = [row[column] for row in COUNTRIES]
    assert all(values)
    assert len(set(values)) == len(values)


def test_there_are_the_states_of_the_world_and_plovers_four() -> None:
    assert {"HKG", "PSE", "ATA", "KOS"} <= countries().keys()
    assert len(countries()) > 195
    assert all(len(code) == 3 and code.isupper() for code in countries())


@pytest.mark.parametrize("columns", [("name", "names", "capitals", "seats"), ("adjectives",), ("people",)])
def test_no_name_is_that_of_two_states(columns: tuple[str, ...]) -> None:
    named = Counter(cell for column in columns for cell in cells(column))
    assert [cell for cell, count in named.items() if count > 1] == []


def test_bodies_have_valid_codes_kinds_and_sectors() -> None:
    for group in ORGANISATIONS["groups"]:
        assert group["code"] in countries().keys() | GENERAL | {""}, group
        assert group["kind"] in set(ActorKind), group
        assert set(group["sectors"]) <= SECTORS, group


def test_no_body_has_a_name_of_another() -> None:
    names = Counter(
        name
        for group in ORGANISATIONS["groups"]
        for canonical, others in group["bodies"].items()
        for name in (canonical, *others)
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_universities_are_of_one_state_each_and_no_other_body() -> None:
    universities = load_yaml("universities.yaml")
    assert universities.keys() <= countries().keys()
    bodies = {name for group in ORGANISATIONS["groups"] for name in group["bodies"]}
    names = Counter(name for known in universities.values() for name in known)
    assert [name for name, count in names.items() if count > 1 or name in bodies] == []


def test_what_a_body_once_was_is_dated_and_known() -> None:
    bodies = {name for group in ORGANISATIONS["groups"] for name in group["bodies"]}
    for name, roles in ORGANISATIONS["roles"].items():
        assert name in bodies
        for role in roles:
            assert set(role["sectors"]) <= SECTORS
            since = dt.date.fromisoformat(role["from"])
            assert since < dt.date.fromisoformat(role.get("to", "9999-12-31"))


def test_no_noun_is_of_two_sorts_or_sectors() -> None:
    nouns = Counter(noun for sort in NOUNS for sector, nouns in OFFICES[sort.value].items() for noun in nouns)
    assert [noun for noun, count in nouns.items() if count > 1] == []


def test_sectors_of_nouns_are_plovers() -> None:
    assert {s for sort in NOUNS for s in OFFICES[sort.value]} <= SECTORS | {""}


@pytest.mark.parametrize("table", ["titles", "without"])
def test_titles_are_of_states_or_bodies_that_exist(table: str) -> None:
    assert OFFICES[table].keys() <= countries().keys() | GENERAL


def test_terms_of_leaders_are_over_and_in_order() -> None:
    rows = load_table("leaders.tsv")
    assert len({(row["name"], row["from"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["country"] in countries().keys() | GENERAL
        assert dt.date.fromisoformat(row["from"]) < dt.date.fromisoformat(row["to"]) < dt.date(2026, 1, 1)


def test_figures_are_of_one_state_or_body_each() -> None:
    figures = load_yaml("figures.yaml")
    for part in ("people", "surnames"):
        assert figures[part].keys() <= countries().keys() | GENERAL
        names = Counter(name for known in figures[part].values() for name in known)
        assert [name for name, count in names.items() if count > 1] == []


def test_english_names_are_of_states_that_exist() -> None:
    assert english_speaking() <= countries().keys()
    assert all(name == name.lower() for name in english_names())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Vladimir V. Putin", "RUS"),
        ("HR McMaster", "USA"),
        ("François Hollande", "FRA"),
        ("Eric H. Holder Jr.", "USA"),
        ("Kim Jong-un", "PRK"),
        ("Merkel", "DEU"),
        ("Labourite Tony Blair", "GBR"),
        ("Angela Boateng", None),
        ("Angela", None),
    ],
)
def test_a_well_known_person_is_found_by_name(name: str, code: str | None) -> None:
    assert figure_country(name) == code


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trump Vows", "Trump"),
        ("Barack Obama Shifts", "Barack Obama"),
        ("Donald Trump Jr.", "Donald Trump Jr."),
        ("Cameron Holm", "Cameron Holm"),
        ("Ann Holm", "Ann Holm"),
        ("Putin", "Putin"),
    ],
)
def test_a_headline_adds_no_word_to_a_well_known_name(words: str, name: str) -> None:
    assert known_part(words) == name


def test_a_movement_is_the_government_while_it_governs() -> None:
    match = find([("Taliban", "taliban")])[0]
    assert match is not None
    assert sectors_on(match.entry, "2014-05-01") == ("REB",)
    assert sectors_on(match.entry, "2000-05-01") == ("GOV",)
    assert sectors_on(match.entry, "2022-05-01") == ("GOV",)
    assert sectors_on(match.entry, "") == ("REB",)


def test_a_past_leader_is_known_by_surname_only_in_his_term() -> None:
    term = past_leader("Thatcher", "1985-03-01")
    assert term is not None
    assert term.country == "GBR"
    assert past_leader("Thatcher", "2020-03-01") is None
    assert past_leader("Margaret Thatcher", "2020-03-01") == term


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("South Korean", "KOR"),
        ("Papua New Guinea", "PNG"),
        ("turkey", None),
        ("Turkey", "TUR"),
        ("us", None),
        ("U.S.", "USA"),
        ("BEIJING", "CHN"),
    ],
)
def test_names_are_matched_whole_and_in_their_case(words: str, expected: str | None) -> None:
    found = [m for m in find([(w, w.lower()) for w in words.split()]) if m is not None]
    assert next((m.entry.code for m in found), None) == expected


def test_a_word_that_only_holds_a_name_is_not_matched() -> None:
    assert find([("U.S.-backed", "u.s.-backed")]) == [None]


def test_pieces_agree_on_both_apostrophes() -> None:
    assert pieces("People’s") == pieces("People's") == ["People", "'s"]


WORDS = st.sampled_from(
    [
        "the",
        "U.S.",
        "United",
        "Nations",
        "prime",
        "minister",
        "of",
        "al",
        "-",
        "Qaeda",
        "White",
        "House",
        "’s",
        "",
        "é",
    ]
)


@given(st.lists(WORDS, max_size=12))
def test_matches_lie_in_order_and_apart(words: list[str]) -> None:
    found = find([(w, w.lower()) for w in words])
    assert len(found) == len(words)
    for index, match in enumerate(found):
        if match is not None:
            assert match.first <= index <= match.last
            assert all(found[i] is match for i in range(match.first, match.last + 1))
