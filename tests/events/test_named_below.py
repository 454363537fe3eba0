"""Whom the words below an event's trigger name, and who is named there by the way."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of

BY_THE_WAY = [
    "Peru condemned the unrest following Chile's withdrawal.",  # when it was
    "Peru is pressing for a joint effort on Chile.",  # what the effort is about
    "Peru and Spain agreed that Chile's reactor is a risk.",  # what both speak of
    "Peru and Spain reached an agreement for the control of Chile.",
    "Students from Peru took to the streets despite a truce with Chile.",
    "Peru dismissed the notion that its envoys had met with Chile.",  # what the notion is
    "Peruvian lawmakers voiced anger over starving Chile of water.",  # who suffers it
    "Peru rejected the idea of selling ships to Chile.",  # what is done to whom
    "Peru rejected a map drawn by envoys to Chile.",
    "Peru blocked the plan to punish Chile.",  # whom a plan would hit
    "Peru asked for proof of the loss of the maps of the walls of the forts of the ports of Chile.",  # far
    "Peru called for a firm response to Chile's dam.",  # on whom others are to act
    "Peru called for help in the struggle against Chile.",
    "Peru announced backing to help contain Chile.",  # whom it hits
    "Peru pledged to replace the loans cut by Chile.",  # who did what it is about
    "Peru pledged to mend the dam that flooded Chile.",  # which one
    "Peruvian President Ivo Sol called it a historic deal with Chile.",  # what it is
    "Peru called for more pressure on Chile over its ports.",  # whose ports are told of by the way
    "Peru defended a payment made to Chile.",  # not who made it
]
TOLD = [
    ("Peru imposed sanctions to punish Chile.", "CHL"),  # whom it aims at
    ("Peru threatened a boycott unless Chile left.", "CHL"),
    ("Peru voiced outrage that Chile would attack.", "CHL"),
    ("Peruvian lawmakers demanded to hear from Chile about the dam.", "CHL"),  # from whom it is to come
]


@pytest.mark.parametrize("sentence", BY_THE_WAY)
def test_who_is_named_by_the_way_is_no_other_side(reader: Reader, sentence: str) -> None:
    assert not {a.country for e in events_of(reader, "Norway is cold.", sentence) for a in e.recipients} & {
        "CHL"
    }


def test_the_town_of_a_summit_is_no_other_side(reader: Reader) -> None:
    sentence = "Peru plans to honour the vows made at the Vienna summit."
    assert not {a.country for e in events_of(reader, "Norway is cold.", sentence) for a in e.recipients}


def test_people_of_whom_nothing_tells_whose_they_are_are_no_other_side(reader: Reader) -> None:
    (asked,) = events_of(reader, "Chile is cold.", "The governor of Lima called for sober heads.")
    assert asked.recipients == ()


@pytest.mark.parametrize(("sentence", "country"), TOLD)
def test_who_is_aimed_at_is_the_other_side(reader: Reader, sentence: str, country: str) -> None:
    assert country in {a.country for e in events_of(reader, sentence) for a in e.recipients}


def test_what_is_judged_without_being_known_is_not_the_opponents(reader: Reader) -> None:
    quarrel = ("Chile accused Peru of lying.", "Peru condemned Chile.")
    known, unknown = (
        events_of(reader, *quarrel, f"Peru condemned {what}.")[-1] for what in ("the move", "an evil plot")
    )
    assert [a.country for a in known.recipients] == ["CHL"]
    assert unknown.recipients == ()


def test_a_lawmaker_has_not_the_opponents_of_the_state(reader: Reader) -> None:
    quarrel = ("Chile accused Peru of lying.", "Peru condemned Chile.")
    (judged,) = (
        e
        for e in events_of(reader, *quarrel, "Peruvian lawmakers called the levies reckless.")
        if "lawmakers" in e.actors[0].name
    )
    assert [a.country for a in judged.recipients] == ["PER"]


def test_a_penalty_is_judged_at_home_as_the_deed_of_who_imposed_it(reader: Reader) -> None:
    told = events_of(
        reader,
        "Peru's president imposed tariffs on Chile.",
        *["Norway is cold."] * 9,
        "On Monday Peruvian lawmakers called the tariffs reckless.",
    )
    assert [a.country for a in told[-1].recipients] == ["PER"]


def test_a_weapon_is_tested_against_nobody(reader: Reader) -> None:
    (event,) = events_of(reader, "North Korea tested a missile near the coast of Japan.")
    assert event.recipients == ()


DEALINGS = ("Peru met with Chile on Monday.", "Peru invited Chile to talks.")


@pytest.mark.parametrize(
    ("sentences", "countries"),
    [
        (("Chile was pleased.", "Peru agreed to open its ports."), ["CHL"]),
        (("Chile was pleased.", "Peru is ready to talk about fishing."), ["CHL"]),
        (("Chile was pleased.", "Peru is ready to host a festival with Norway."), ["NOR"]),
        (("It rained.", "Peru agreed to open its ports."), []),  # the usual partner is not spoken of here
    ],
)
def test_the_usual_partner_is_meant_where_he_is_at_hand(
    reader: Reader, sentences: tuple[str, str], countries: list[str]
) -> None:
    agreed = [e for e in events_of(reader, *DEALINGS, *sentences) if e.type == "AGREE"]
    assert [a.country for a in agreed[-1].recipients] == countries


def test_two_promises_to_the_usual_partner_are_two(reader: Reader) -> None:
    told = ("Peru agreed to send Chile water.", "Chile was pleased.", "Peru agreed to open its ports.")
    events = [e for e in events_of(reader, *DEALINGS, *told) if e.type == "AGREE"]
    assert [[a.country for a in e.recipients] for e in events] == [["CHL"]] * 3  # the invitation, too


@pytest.mark.parametrize(
    ("thing", "countries"),
    [
        ("the Norwegian fishing plan", ["NOR"]),
        ("the Norway fishing plan", []),  # what the plan is about
        ("the outcome of the Oslo summit", []),
    ],
)
def test_what_a_thing_is_about_is_not_judged(reader: Reader, thing: str, countries: list[str]) -> None:
    told = [e for e in events_of(reader, f"Peru's president criticised {thing}.") if e.type == "ACCUSE"]
    assert [a.country for e in told for a in e.recipients] == countries


@pytest.mark.parametrize(
    ("why", "countries"),
    [
        ("against Chile's president", ["CHL"]),
        ("in support of Chile's president", []),
        ("to back Chile's president", []),
        ("in solidarity with the miners", []),
    ],
)
def test_a_rally_for_somebody_is_against_nobody(reader: Reader, why: str, countries: list[str]) -> None:
    told = events_of(reader, f"Thousands of Peruvians rallied in Lima on Monday {why}.")
    assert [[a.country for a in e.recipients] for e in told if e.type == "PROTEST"] == [countries]


def test_the_chamber_of_those_who_act_is_not_the_other_side(reader: Reader) -> None:
    told = events_of(reader, "Norwegian envoys rebutted allegations by Senate Republicans.")
    assert not {a.name for e in told for a in e.recipients} & {"US Senate", "U.S. Senate"}


@pytest.mark.parametrize("sentence", ["Peru condemned the move.", "Peru threatened to impose tariffs."])
def test_what_is_aimed_at_nobody_named_is_the_opponents_only_beside_him(
    reader: Reader, sentence: str
) -> None:
    quarrel = ("Chile accused Peru of lying.", "Peru condemned Chile.")
    beside = events_of(reader, *quarrel, sentence)[-1]
    afar = events_of(reader, *quarrel, "It rained.", "Farmers were glad.", sentence)[-1]
    assert [[a.country for a in e.recipients] for e in (beside, afar)] == [["CHL"], []]


def test_a_body_of_states_is_no_reports_opponent(reader: Reader) -> None:
    quarrel = ("The United Nations accused Peru of lying.", "Peru condemned the United Nations.")
    assert events_of(reader, *quarrel, "Peru threatened to impose tariffs.")[-1].recipients == ()


def test_an_idea_that_is_told_recalls_nobody(reader: Reader) -> None:
    told = events_of(reader, "Chile offered Kenya a truce.", "Peru rejected the idea that ships are safe.")
    assert [a.country for e in told if e.type == "REJECT" for a in e.recipients] == []


def test_what_is_asked_for_recalls_nobody(reader: Reader) -> None:
    told = events_of(reader, "Chile imposed tariffs on Kenya.", "Peru demanded the measures.")
    assert [a.country for e in told if e.type == "REQUEST" for a in e.recipients] == []
