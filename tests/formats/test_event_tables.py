"""Tables of events keep to the columns and codes of their formats."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.formats import gdelt, icews, polecat
from dragoman.formats.event_rows import dyads, period
from dragoman.formats.exporting import Options
from dragoman.records import Actor, ActorKind, Date, Event, EventType, Records, Status
from exports import LIMA, written
from hand_records import ARTICLE, EXPULSION, RECORDS, TUESDAY, coded

FRANCE = Actor("France", ActorKind.GOVERNMENT, "FRA", ("GOV",))
BAERLE = Actor("Ada Baerle", ActorKind.PERSON, "DEU", ("GOV", "PRM"), "foreign minister", "Q1")
NATIONS = Actor("United Nations", ActorKind.ORGANISATION, "UNO")
VISIT = replace(
    EXPULSION,
    type=EventType.CONSULT,
    actors=(BAERLE, NATIONS),
    recipients=(FRANCE,),
    modes=("visit",),
    contexts=("diplomatic", "economic"),
    quad=1,
    score=4.0,
    place=LIMA,
)


def _of(*events: Event, article: Article = ARTICLE) -> CodedArticle:
    return CodedArticle(article, replace(RECORDS, events=events))


# The keys of the codebook's chapter on data fields, and ours.
PLOVER = set(
    "id has_event date time enddate endtime actor recipient event event_loc event_text quad_code event_scale "
    "mode context link text text_info cite_info coder coded_date coded_time comment".split()
)
OURS = {"status", "confidence", "document", "spans", "repeats", "rule", "on_word_of"}
ENTITY = set(
    "code sector entity_text identifier_id identifier_text religion ethnicity office gender age".split()
)
PLACE = set(
    "extracted_place resolved_place geonameid lat lon city district province country country_code "
    "feature_class feature_code resolution".split()
)
CITE = set("corpus citation url title language publication license copyright coder codebook version".split())


@settings(max_examples=30)
@given(coded())
def test_plover_lines_hold_the_codebooks_keys(both: tuple[Article, Records]) -> None:
    text, _ = written("plover", CodedArticle(*both), options=Options(True, frozenset(Status), text=True))
    for line in text.split("\n")[:-1]:
        record = json.loads(line)
        assert record.keys() <= PLOVER | OURS
        assert record.keys() >= {"id", "date", "actor", "event"}
        dt.date.fromisoformat(record["date"])
        assert all(set(EventType) & {e} for e in record["event"])
        assert record["quad_code"] in {1, 2, 3, 4}
        assert all(actor.keys() <= ENTITY | {"sectors", "kind"} for actor in record["actor"])
        assert record.get("event_loc", {}).keys() <= PLACE
        assert record["cite_info"].keys() <= CITE
        for span in record.get("spans", ()):
            assert both[0].text[span["start"] : span["end"]] == span["exact"]


def test_plover_says_what_we_know() -> None:
    text, losses = written(
        "plover", _of(replace(VISIT, status=Status.PLANNED, historical=True, on=Date("2024-02", "month")))
    )
    record = json.loads(text)
    assert (record["date"], record["enddate"]) == ("2024-02-01", "2024-02-29")
    assert record["actor"][0] == {
        "code": "DEU",
        "sector": "GOV",
        "sectors": ["PRM"],
        "identifier_id": "Q1",
        "identifier_text": "Ada Baerle",
        "office": "foreign minister",
        "kind": "person",
    }
    assert record["context"] == ["diplomatic", "economic", "historical", "future"]
    assert record["event_loc"]["country"] == "Peru"
    assert "text" not in record
    assert {loss.what for loss in losses} >= {"statements", "positions"}


# The forty columns, as published.
POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|"
    "Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|"
    "Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|"
    "Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|"
    "District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|"
    "Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")


@settings(max_examples=30)
@given(coded())
def test_polecat_rows_have_forty_cells(both: tuple[Article, Records]) -> None:
    text, _ = written("polecat", CodedArticle(*both), options=Options(True, frozenset(Status)))
    header, *rows = (line.split("\t") for line in text.split("\n")[:-1])
    assert header == POLECAT == list(polecat.COLUMNS)
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        assert all(row), "an empty cell; what is missing is None"
        assert re.fullmatch(r"\d{8}-[0-9a-f]{16}_[A-Z]+_[0-9a-f]{16}", cells["Event ID"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", cells["Event Date"])
        assert cells["Quad Code"] in {
            "VERBAL COOPERATION",
            "MATERIAL COOPERATION",
            "VERBAL CONFLICT",
            "MATERIAL CONFLICT",
        }
        assert re.fullmatch(r"None|(\d+|None)(; (\d+|None))*", cells["Actor COW"])


def test_polecat_keeps_its_members_in_step() -> None:
    text, losses = written("polecat", _of(VISIT))
    header, row = (line.split("\t") for line in text.splitlines())
    cells = dict(zip(header, row, strict=True))
    assert cells["Actor Name"] == "Ada Baerle; United Nations"
    assert (cells["Actor Country"], cells["Actor COW"]) == ("DEU; UNO", "255; None")
    assert (cells["Actor Sectors"], cells["Actor Title"]) == ("GOV|PRM; None", "foreign minister; None")
    assert (cells["Recipient COW"], cells["Contexts"]) == ("220", "diplomatic; economic")
    assert (cells["GeoNames ID"], cells["City"]) == ("3936456", "None")
    assert "Wikipedia IDs" in {loss.what for loss in losses}


def test_icews_rows_are_pairs() -> None:
    text, _ = written("icews", _of(VISIT))
    header, *rows = (line.split("\t") for line in text.splitlines())
    assert header == list(icews.COLUMNS)
    assert len(header) == 20
    first, second = (dict(zip(header, row, strict=True)) for row in rows)
    assert (first["Source Name"], first["Source Country"], first["Target Country"]) == (
        "Ada Baerle",
        "Germany",
        "France",
    )
    assert (second["Source Name"], second["Source Country"]) == ("United Nations", "")
    assert (first["CAMEO Code"], first["Event Text"]) == ("042", "Make a visit")
    assert int(first["Event ID"]) + 1 == int(second["Event ID"]) < 2**63


@settings(max_examples=30)
@given(coded())
def test_gdelt_rows_have_61_cells(both: tuple[Article, Records]) -> None:
    text, _ = written("gdelt", CodedArticle(*both), options=Options(True, frozenset(Status)))
    for line in text.split("\n")[:-1]:
        cells = dict(zip(gdelt.COLUMNS, line.split("\t"), strict=True))
        assert len(cells) == 61
        assert cells["EventCode"].startswith(cells["EventBaseCode"][:2])
        assert re.fullmatch(r"\d{8}", cells["SQLDATE"])
        assert cells["AvgTone"] == ""


def test_gdelt_says_what_we_know() -> None:
    text, losses = written("gdelt", _of(VISIT, replace(VISIT, id="e9" * 8, repeats=VISIT.id)))
    first, second = (dict(zip(gdelt.COLUMNS, line.split("\t"), strict=True)) for line in text.splitlines())
    assert (first["SQLDATE"], first["MonthYear"], first["Year"], first["FractionDate"]) == (
        "20240312",
        "202403",
        "2024",
        "2024.1940",
    )
    assert (first["Actor1Code"], first["Actor1CountryCode"], first["Actor1Type1Code"]) == (
        "DEUGOV",
        "DEU",
        "GOV",
    )
    assert (second["Actor1Code"], second["Actor1KnownGroupCode"]) == ("IGOUNO", "UNO")
    assert (first["EventCode"], first["EventRootCode"], first["QuadClass"], first["NumMentions"]) == (
        "042",
        "04",
        "1",
        "2",
    )
    assert (first["ActionGeo_CountryCode"], first["ActionGeo_Lat"]) == ("PE", "-12.05")
    assert first["DATEADDED"] == "20240314000000"
    assert {"AvgTone", "sectors"} <= {loss.what for loss in losses}


def test_cameo_dyads() -> None:
    text, _ = written("cameo", _of(VISIT))
    assert text.splitlines()[0].split("\t")[:6] == ["20240312", "DEUGOV", "FRAGOV", "042", "1", "4.0"]


def test_days_count_events_and_reports() -> None:
    again = replace(VISIT, id="e9" * 8, repeats=VISIT.id)
    refusal = replace(VISIT, id="e8" * 8, type=EventType.REJECT, quad=3, score=-2.0, modes=())
    text, losses = written("dyads", _of(VISIT, again, refusal))
    header, french = (line.split("\t") for line in text.splitlines() if "DEU" in line or "date" in line)
    cells = dict(zip(header, french, strict=True))
    assert cells == {
        "date": "2024-03-12",
        "source": "DEU",
        "target": "FRA",
        "events": "2",
        "reports": "3",
        "verbal_cooperation": "1",
        "material_cooperation": "0",
        "verbal_conflict": "1",
        "material_conflict": "0",
        "score_sum": "2.00",
        "score_mean": "1.00",
    }
    both, _ = written("dyads", _of(VISIT, again), options=Options(repeats=True))
    assert both.splitlines()[1].split("\t")[3:5] == ["2", "2"]
    assert "single events" in {loss.what for loss in losses}


def test_a_meeting_is_mutual() -> None:
    meeting = replace(VISIT, actors=(FRANCE, BAERLE), recipients=())
    assert dyads(meeting) == [(FRANCE, BAERLE), (BAERLE, FRANCE)]
    assert dyads(replace(meeting, type=EventType.PROTEST)) == [(FRANCE, None), (BAERLE, None)]
    assert dyads(replace(meeting, recipients=(FRANCE,))) == [(BAERLE, FRANCE)]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-03-12", "2024-03-12", "2024-03-12"),
        ("2024-W11", "2024-03-11", "2024-03-17"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_date_is_a_period(value: str, first: str, last: str) -> None:
    assert period(Date(value, "")) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "soon", "2024-13", "2024-02-30", "2024-W60", "0000"])
def test_no_date_is_no_period(value: str) -> None:
    assert period(Date(value, "day")) is None


def test_an_unknown_day_is_that_of_the_report_and_told() -> None:
    text, losses = written("cameo", _of(replace(VISIT, on=None)))
    assert text.startswith("20240314\t")
    assert "days" in {loss.what for loss in losses}
    for event, article in [
        (replace(VISIT, on=None, historical=True), ARTICLE),
        (replace(VISIT, on=None), replace(ARTICLE, published=None)),
    ]:
        text, losses = written("cameo", _of(event, article=article))
        assert text == ""
        assert any("no day is known" in loss.why for loss in losses)


def test_background_keeps_its_day() -> None:
    assert written("cameo", _of(replace(VISIT, historical=True, on=TUESDAY)))[0].startswith("20240312\t")
