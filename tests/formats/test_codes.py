"""The crosswalks: every event and state has its codes, and none is guessed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dragoman.events.ontology import ontology
from dragoman.formats.codes import cameo_actor, cameo_event, country_name, state_code
from dragoman.formats.losses import Losses
from dragoman.knowledge import load_table, load_yaml
from dragoman.records import Actor, ActorKind, EventType
from hand_records import EXPULSION

TODAY = dt.date(2024, 3, 14)


def test_every_row_names_what_plover_knows() -> None:
    for row in load_table("cameo.tsv"):
        info = ontology().types[EventType(row["event"])]
        assert row["mode"] in {"", *info.modes}, row
        assert row["context"] in {"", *ontology().contexts}, row
        assert row["code"].isdigit() and 3 <= len(row["code"]) <= 4, row
        assert 3 <= int(row["code"][:2]) <= 20, row


@pytest.mark.parametrize("kind", EventType)
def test_every_event_and_mode_has_a_code(kind: EventType) -> None:
    for mode in ["", *ontology().types[kind].modes]:
        event = replace(EXPULSION, type=kind, modes=(mode,) if mode else (), contexts=())
        assert cameo_event(event).title
        assert (kind.value, mode) in {
            (r["event"], r["mode"]) for r in load_table("cameo.tsv") if not r["context"]
        }


def test_the_most_special_code_counts() -> None:
    asked = replace(EXPULSION, type=EventType.REQUEST, modes=("assist",), contexts=("diplomatic", "military"))
    assert (cameo_event(asked).code, cameo_event(asked).base, cameo_event(asked).root) == (
        "1032",
        "103",
        "10",
    )
    assert cameo_event(replace(asked, contexts=())).code == "103"
    assert cameo_event(replace(asked, modes=("unheard-of",), contexts=())).code == "100"


def test_every_state_has_its_row() -> None:
    states = [row["alpha3"] for row in load_table("countries.tsv")]
    codes = load_table("country_codes.tsv")
    assert [row["alpha3"] for row in codes] == states
    for system in ("numeric", "cow", "cow_abbreviation", "gw", "fips"):
        known = [row[system] for row in codes if row[system]]
        assert len(known) == len(set(known)), f"{system}: a code stands for two states"
        assert len(known) > 165


@pytest.mark.parametrize(
    ("system", "state", "code"),
    [
        ("cow", "DEU", "255"),
        ("cow", "SRB", "345"),
        ("cow", "KOS", "347"),
        ("cow", "VNM", "816"),
        ("gw", "DEU", "260"),
        ("cow", "SSD", "626"),
        ("fips", "CHN", "CH"),
        ("fips", "CHE", "SZ"),
        ("fips", "DEU", "GM"),
        ("numeric", "TWN", "158"),
        ("cow_abbreviation", "GBR", "UKG"),
    ],
)
def test_codes_that_are_easily_mistaken(system: str, state: str, code: str) -> None:
    losses = Losses()
    assert state_code(system, state, TODAY, losses) == code
    assert not list(losses)


@pytest.mark.parametrize(
    ("system", "state", "day"),
    [
        ("cow", "PSE", TODAY),
        ("fips", "PSE", TODAY),
        ("cow", "VAT", TODAY),
        ("numeric", "KOS", TODAY),
        ("cow", "DEU", dt.date(1985, 1, 1)),
        ("cow", "SSD", dt.date(2010, 1, 1)),
    ],
)
def test_no_code_is_guessed(system: str, state: str, day: dt.date) -> None:
    losses = Losses()
    assert state_code(system, state, day, losses) is None
    assert len(list(losses)) == 1


def test_bodies_are_no_states() -> None:
    assert state_code("cow", "UNO", TODAY, losses := Losses()) is None
    assert not list(losses)
    assert (country_name("UNO"), country_name(None), country_name("CIV")) == (None, None, "Côte d'Ivoire")


@pytest.mark.parametrize(
    ("country", "sectors", "code"),
    [
        ("FRA", ("GOV", "MIL"), "FRAGOVMIL"),
        ("EUR", (), "IGOEUREEC"),
        (None, ("JRN",), "MED"),
        (None, (), "---"),
        ("KEN", ("MED",), "KENHLH"),
        ("NGO", ("NGO",), "NGO"),
    ],
)
def test_actors_in_cameo(country: str | None, sectors: tuple[str, ...], code: str) -> None:
    assert cameo_actor(Actor("Somebody", ActorKind.BODY, country, sectors), Losses()) == code


def test_sectors_without_a_role_are_told() -> None:
    losses = Losses()
    assert cameo_actor(Actor("Guards", ActorKind.GROUP, "GEO", ("PRM", "PRE")), losses) == "GEO"
    assert sorted(loss.why for loss in losses) == ["CAMEO has no role for PRE", "CAMEO has no role for PRM"]
    assert "PRM" not in load_yaml("cameo_actors.yaml")["sectors"]
