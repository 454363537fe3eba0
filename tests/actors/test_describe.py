"""Bare noun phrases, described by their words alone."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.actors.describe import describe, iso_day


def codes(text: str, context: str = "", date: str = "") -> tuple[str | None, str | None]:
    actor = describe(text, context=context, date=date)
    if actor is None:
        return (None, None)
    return (actor.country, actor.sectors[0] if actor.sectors else None)


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Uruguay", "URY", None),
        ("the Republic of Korea", "KOR", None),
        ("Rabat", "MAR", "GOV"),
        ("Peruvian soldiers", "PER", "MIL"),
        ("Ghana's Interior Ministry", "GHA", "GOV"),
        ("the Kenyan High Court", "KEN", "JUD"),
        ("a Finland-based shipping company", "FIN", "BUS"),
        ("two dozen fishermen", None, "AGR"),
        ("a group of nurses", None, "MED"),
        ("Several of the largest churches in Norway", "NOR", "REL"),
        ("Serbia's ambassador to Austria", "SRB", "GOV"),
        ("the former mayor", None, "ELI"),
        ("car thieves", None, "CRM"),
        ("Bolivian miners", "BOL", "LAB"),
        ("pro-Russian separatists", None, "REB"),
        ("Boko Haram fighters", "NGA", "REB"),
        ("the European Parliament", "EUR", "LEG"),
        ("the World Health Organization", "UNO", "MED"),
        ("the Knesset", "ISR", "LEG"),
        ("Osaka police", "JPN", "COP"),
        ("refugees from Eritrea", "ERI", "REF"),
        ("South Ossetia", "GEO", "PRE"),
        ("a market in Accra", "GHA", "CVL"),
        ("she", None, "UNK"),
    ],
)
def test_words_give_country_and_sector(text: str, country: str | None, sector: str | None) -> None:
    assert codes(text) == (country, sector)


@pytest.mark.parametrize("text", ["a kettle", "pneumonia", "Oswin", "Delwyn Parracombe", "was, seen", ""])
def test_what_names_no_actor_is_refused(text: str) -> None:
    assert describe(text) is None


def test_context_says_whose_a_bare_office_is() -> None:
    assert codes("Finance Minister") == (None, "GOV")
    assert codes("Finance Minister", context="Danish") == ("DNK", "GOV")


@pytest.mark.parametrize(
    ("date", "sector"),
    [("3 May 2014", "REB"), ("2022-05-01", "GOV"), ("1 June 1999", "GOV")],
)
def test_a_movement_is_what_it_was_on_the_day(date: str, sector: str) -> None:
    assert codes("the Taliban", date=date) == ("AFG", sector)


def test_a_leader_of_the_past_is_one_in_his_term_only() -> None:
    assert codes("Helmut Kohl", date="4 April 1991") == ("DEU", "GOV")
    assert codes("Helmut Kohl", date="4 April 2011") == ("DEU", "ELI")


@pytest.mark.parametrize(
    ("date", "expected"),
    [("12 April 2022", "2022-04-12"), ("2022-05-01", "2022-05-01"), ("April 2, 2020", "2020-04-02")],
)
def test_dates_are_read_as_written(date: str, expected: str) -> None:
    assert iso_day(date) == expected


@pytest.mark.parametrize("date", ["", "Today", "once"])
def test_no_date_is_today(date: str) -> None:
    assert iso_day(date) == dt.datetime.now(dt.UTC).date().isoformat()
