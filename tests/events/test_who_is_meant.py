"""Who acts and who is acted on, where a name or a group is easily taken for another."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import codes, events_of


@pytest.mark.parametrize("sentence", ["Macron praised May.", "Macron apologised to May for the delay."])
def test_a_surname_that_is_a_month_is_a_person(reader: Reader, sentence: str) -> None:
    told = events_of(
        reader,
        "President Emmanuel Macron wrote to Prime Minister Theresa May.",
        sentence,
        "It was hot in May.",
    )
    assert {a.name for e in told for a in e.recipients if a.country == "GBR"} >= {"Theresa May"}


def test_a_month_is_nobody(reader: Reader) -> None:
    told = events_of(
        reader, "Prime Minister Theresa May resigned.", "Peru and Chile will hold talks from April to May."
    )
    assert "GBR" not in {a.country for e in told[1:] for a in (*e.actors, *e.recipients)}


def test_a_title_makes_a_states_name_a_person(reader: Reader) -> None:
    told = events_of(
        reader,
        "Senator Carl Jordan flew to Jordan.",
        "Mr. Jordan demanded that Peru open its ports.",
    )
    assert [a.name for e in told if e.type == "REQUEST" for a in e.actors] == ["Carl Jordan"]


def test_parties_in_a_parliament_are_no_states(reader: Reader) -> None:
    told = events_of(
        reader,
        "Peru and Chile are in a trade war.",
        "Both parties in Congress must work together, Peruvian lawmaker Ana Sol said.",
    )
    assert "CHL" not in {a.country for e in told for a in e.recipients}


def test_they_are_all_the_leaders_named(reader: Reader) -> None:
    told = events_of(
        reader, "The leaders of Chile, Peru and Spain met in Lima.", "They condemned Norway for the raid."
    )
    assert {a.country for a in told[-1].actors} == {"CHL", "PER", "ESP"}


def test_a_list_behind_two_allies_tells_who_they_are(reader: Reader) -> None:
    told = events_of(reader, "Cuba and Chad waited.", "Norway met the two allies, Peru and Chile, in Oslo.")
    assert {a.country for a in told[-1].actors} == {"NOR", "PER", "CHL"}


def test_relevant_parties_are_of_no_country(reader: Reader) -> None:
    (asked,) = events_of(reader, "Peruvian foreign minister Ana Sol urged the relevant parties to talk.")
    assert not any(a.country for a in asked.recipients)


def test_a_nerve_agent_attacks_nobody(reader: Reader) -> None:
    told = events_of(reader, "Norway condemned the nerve agent attack.", "Russian leaders said nothing.")
    assert not any("agent" in a.name for e in told for a in (*e.actors, *e.recipients))


def test_a_coalition_is_of_the_state_that_leads_it(reader: Reader) -> None:
    told = events_of(
        reader, "The French-led coalition bombed Houthi positions in Yemen.", "The coalition left."
    )
    assert codes(told[0].actors) == "FRA"


def test_police_are_where_they_hold_somebody(reader: Reader) -> None:
    (held,) = events_of(reader, "Ana Sol, a Peruvian, flew to Norway and was detained by state police.")
    assert codes(held.actors) == "NOR"


def test_who_sets_up_a_meeting_takes_part_in_it(reader: Reader) -> None:
    told = events_of(
        reader, "President Ana Sol of Peru has set up meetings with the leaders of Chile and Cuba."
    )
    assert {a.country for a in told[-1].actors} == {"PER", "CHL", "CUB"}


def test_talks_between_two_are_nobody_elses(reader: Reader) -> None:
    told = events_of(reader, "Spain waited.", "It took months of negotiations between Peru and Chile.")
    assert all("ESP" not in {a.country for a in e.actors} for e in told)


def test_not_just_with_one_is_no_denial(reader: Reader) -> None:
    (met,) = events_of(reader, "Ana Sol, the Peruvian president, met not just with Chilean leaders.")
    assert str(met.status) == "actual"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "The “desperate” Peruvian investigators accused Chile of fraud.",
            "desperate Peruvian investigators",
        ),
        ("Norwegian police arrested a 4-year-old boy.", "boy"),
        ("Norway asked its Kurdish allies to stay.", "Kurdish allies"),
    ],
)
def test_names_are_free_of_marks_and_numbers(reader: Reader, sentence: str, name: str) -> None:
    told = events_of(reader, sentence)
    assert name in {a.name for e in told for a in (*e.actors, *e.recipients)}


@pytest.mark.parametrize(("thing", "country"), [("raid", "CHL"), ("film", None)])
def test_only_a_deed_that_is_judged_is_the_opponents(reader: Reader, thing: str, country: str | None) -> None:
    quarrel = ("Chile accused Peru of lying.", "Peru condemned Chile.")
    told = events_of(reader, *quarrel, f"Peru condemned the {thing} on Monday.")[2:]
    assert {a.country for e in told for a in e.recipients} <= {country} - {None}
