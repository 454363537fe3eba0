"""Place names: what is one, which place it means, and the gazetteer behind it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import Article, Segment, Zone
from dragoman.language import Reader, Reading
from dragoman.language.gazetteer import gazetteer
from dragoman.language.places import find_places
from hand_readings import reading_of


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Article(text, (Segment(Zone.BODY, 0, len(text)),), published=dt.date(2024, 3, 14)))


def found(reading: Reading) -> list[tuple[str, str | None]]:
    return [(place.name, place.country) for place in reading.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met in Geneva on Tuesday.", "Geneva CHE"),
        ("Shells hit Kharkiv and Odesa overnight.", "Kharkiv UKR; Odesa UKR"),
        ("The ship left Hodeidah for Djibouti.", "Hodeidah YEM; Djibouti DJI"),
        ("He flew from Rio de Janeiro to Port-au-Prince.", "Rio de Janeiro BRA; Port-au-Prince HTI"),
        ("She lives in Paris, Texas, with her sister.", "Paris USA; Texas USA"),
        ("The talks in Paris were about France.", "Paris FRA; France FRA"),
        ("Voters in Georgia, Ohio and Texas chose.", "Georgia USA; Ohio USA; Texas USA"),
        ("Russian forces stayed in Georgia and in South Ossetia.", "Georgia GEO; South Ossetia GEO"),
        ("The delegation flew to Washington to meet U.S. officials.", "Washington USA; United States USA"),
        ("He was born in Washington state, near Seattle.", "Washington state USA; Seattle USA"),
        ("The United States, Peru and Chile signed it.", "United States USA; Peru PER; Chile CHL"),
        ("The U.K. and the UAE signed the pact.", "United Kingdom GBR; United Arab Emirates ARE"),
        ("Fighting went on in Kandahar province.", "Kandahar Province AFG"),
        ("Militants took a village in Cabo Delgado, Mozambique.", "Cabo Delgado MOZ; Mozambique MOZ"),
        ("Troops entered the Gaza Strip and the West Bank.", "Gaza Strip PSE; West Bank PSE"),
        ("A patrol sailed through the South China Sea.", "South China Sea -"),
        ("Drought spread across the Middle East and Africa.", "Middle East -; Africa -"),
        ("The market of Cox's Bazar in Bangladesh burned.", "Cox's Bazar BGD; Bangladesh BGD"),
        ("Democratic Republic of Congo left Rwanda.", "Democratic Republic of the Congo COD; Rwanda RWA"),
        ("Envoys arrived in Kiev from Côte d'Ivoire.", "Kyiv UKR; Ivory Coast CIV"),
        ("North Korea and Japan met at Panmunjom.", "North Korea PRK; Japan JPN; Panmunjom KOR"),
        ("Tripoli is the capital of Libya.", "Tripoli LBY; Libya LBY"),
        ("The U.S. envoy flew to Geneva. U.S. officials and the U.S. army agreed.",
         "United States USA; Geneva CHE; United States USA; United States USA"),
        ("They met in Charlevoix, Canada, on Friday.", "Charlevoix CAN; Canada CAN"),
        ("In Paris, U.S. officials signed it.", "Paris FRA; United States USA"),
        ("Tripoli is the second city of Lebanon.", "Tripoli LBN; Lebanon LBN"),
        ("Police raided a farm in Laurel County, Kentucky.", "Laurel County USA; Kentucky USA"),
    ],
)  # fmt: skip
def test_finds(reader: Reader, text: str, expected: str) -> None:
    assert "; ".join(f"{name} {country or '-'}" for name, country in found(read(reader, text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton spoke to reporters.",
        "The Washington Post reported the raid.",
        "Michael Jordan bought the team. Jordan said he was glad.",
        "The University of Texas published a study.",
        "The minister praised the Paris climate accord.",
        "Kabul University was closed.",
        "They met on Baker Street.",
        "The Bank of England raised its rate.",
        "May and August are warm.",
        "The court said that most of the bar was reading.",
    ],
)
def test_leaves_other_names_alone(reader: Reader, text: str) -> None:
    assert found(read(reader, text)) == []


def test_dateline_in_capitals(reader: Reader) -> None:
    assert found(read(reader, "KABUL, Afghanistan — Guards closed the gate."))[0] == ("Kabul", "AFG")


def test_one_name_means_one_place(reader: Reader) -> None:
    text = "The mayor of Paris, Texas, spoke on Monday. He said that Paris needed a new bridge."
    assert [p.latitude for p in read(reader, text).places if p.name == "Paris"] == [33.66, 33.66]


def test_places_have_coordinates_and_ids(reader: Reader) -> None:
    (place,) = read(reader, "The summit will be held in Nairobi.").places
    assert (place.kind, place.country, place.geonameid) == ("city", "KEN", 184745)
    assert place.latitude == pytest.approx(-1.28, abs=0.02)
    assert place.longitude == pytest.approx(36.82, abs=0.02)


def test_kinds(reader: Reader) -> None:
    reading = read(reader, "Kenya sent police from Nairobi to Darfur.")
    assert [place.kind for place in reading.places] == ["country", "city", "region"]
    assert reading.place_by_token[reading.places[0].first].name == "Kenya"


WORDS = st.sampled_from(
    "Paris , Texas US U.S. Georgia County of the de St. Jordan Washington said 's - Rio".split()
)


@given(st.lists(WORDS, min_size=1, max_size=10), st.sampled_from(["GPE", "PERSON", "ORG", "FAC"]))
def test_any_words_make_ordered_places(words: list[str], label: str) -> None:
    rows = "\n".join(f"{w} _ NNP PROPN dep {0 if n == 0 else n} {label}" for n, w in enumerate(words))
    places = find_places(reading_of(rows))
    taken = [i for p in places for i in range(p.first, p.last + 1)]
    assert taken == sorted(set(taken))
    assert all(0 <= i < len(words) for i in taken)


def test_gazetteer_orders_namesakes_by_fame() -> None:
    first, *others = gazetteer().find("paris")
    assert first.country == "FRA"
    assert ("USA", "TX") in {(c.country, c.division) for c in others}


@pytest.mark.parametrize(
    ("name", "proper", "country"),
    [
        ("xi'an", "Xi'an", "CHN"),
        ("medellín", "Medellín", "COL"),
        ("medellin", "Medellín", "COL"),
        ("st. petersburg", "St. Petersburg", "USA"),
        ("leningrad", "Saint Petersburg", "RUS"),
        ("łódź", "Lódz", "POL"),
        ("lodz", "Lódz", "POL"),
    ],
)
def test_a_city_goes_by_all_its_names(name: str, proper: str, country: str) -> None:
    assert (proper, country) in {(c.name, c.country) for c in gazetteer().find(name)}


def test_a_name_with_an_apostrophe_is_a_citys_own() -> None:
    own, other = gazetteer().find("xi'an")[0], gazetteer().find("sian")[0]
    assert own.geonameid == other.geonameid
    assert own.rank > other.rank


def test_every_area_has_what_it_needs() -> None:
    known = gazetteer()
    for name in ("united states", "england", "black sea", "donbas", "kosovo"):
        assert known.find(name), name
    assert known.find("kosovo")[0].country == "KOS"
    assert known.find("black sea")[0].latitude is None
    assert known.find("no such place") == ()
