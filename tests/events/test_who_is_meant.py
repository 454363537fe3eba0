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


@pytest.mark.parametrize(
    ("sentence", "codes_told"),
    [
        ("North and South Korea agreed to talk in April.", {"PRK", "KOR"}),
        ("North and South Korean officials met in Oslo.", {"PRK", "KOR"}),
    ],
)
def test_a_name_said_once_for_two_states_is_both(reader: Reader, sentence: str, codes_told: set[str]) -> None:
    assert {a.country for a in events_of(reader, sentence)[0].actors} == codes_told


def test_relations_are_with_the_other_state(reader: Reader) -> None:
    (judged,) = events_of(reader, "Peruvian president Ana Sol questioned Peru's relationship with Chile.")
    assert codes(judged.recipients) == "CHL"


def test_a_deal_on_something_is_no_ones_alone(reader: Reader) -> None:
    judged = events_of(reader, "Peruvian president Ana Sol criticised the Chilean fishing deal.")
    assert not any(a.country == "CHL" for e in judged for a in e.recipients)


def test_what_an_inquiry_asks_is_no_charge(reader: Reader) -> None:
    told = events_of(
        reader,
        "Peruvian president Ana Sol has dismissed the investigations into Chile's meddling as a witch hunt.",
    )
    assert not any(a.country == "CHL" for e in told for a in e.recipients)


def test_a_foreign_government_is_not_the_own(reader: Reader) -> None:
    (asked,) = events_of(reader, "Peru asked a foreign government for help.")
    assert not any(a.country for a in asked.recipients)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peruvian president Ana Sol backed a tougher stance toward Chile.",
        "The Peruvian president is committed to defeating the Taliban.",
        "Peru's parliament urged tougher steps against Chile.",
    ],
)
def test_what_is_done_against_somebody_is_not_backed_by_or_asked_of_him(
    reader: Reader, sentence: str
) -> None:
    assert not any({a.country for a in e.recipients} & {"CHL", "AFG"} for e in events_of(reader, sentence))


def test_who_governs_does_not_march_against_his_own_state(reader: Reader) -> None:
    told = events_of(reader, "Peruvian president Ana Sol led a protest on Sunday in the capital.")
    assert not any(e.recipients for e in told)


def test_a_state_backs_the_president_of_another(reader: Reader) -> None:
    told = events_of(reader, "Peru is in crisis.", "Chile stands with the new president, Farid Sol.")
    assert {a.country for e in told for a in e.recipients} == {"PER"}


def test_forces_that_move_in_are_told_to_have_killed(reader: Reader) -> None:
    (killed,) = events_of(
        reader, "Dozens of people were killed in Peru as the Peruvian army tried to clear a square."
    )
    assert codes(killed.actors) == "PER"


def test_people_in_several_states_are_of_each(reader: Reader) -> None:
    (told,) = events_of(reader, "Protesters gathered in Lima, Oslo and even in Chad.")
    assert {a.country for a in told.actors} == {"PER", "NOR", "TCD"}


def test_three_countries_are_not_one_of_them(reader: Reader) -> None:
    told = events_of(reader, "Chile stuck by Peru.", "Three countries halted arms sales to Peru.")
    assert "CHL" not in {a.country for e in told for a in e.actors if e.type == "SANCTION"}


def test_europe_that_acts_beside_states_is_the_union(reader: Reader) -> None:
    told = events_of(reader, "Harsh sanctions were imposed on Peru by Chile, Norway and Europe.")
    assert {a.country for a in told[0].actors} == {"CHL", "NOR", "EUR"}


def test_pressure_from_a_capital_is_its_states(reader: Reader) -> None:
    (refused,) = events_of(reader, "Peru refused to bow to pressure from Oslo.")
    assert codes(refused.recipients) == "NOR"
    assert not any(
        "NOR" in {a.country for a in e.recipients} for e in events_of(reader, "Peru flew envoys from Oslo.")
    )
