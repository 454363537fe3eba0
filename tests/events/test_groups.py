"""Who is meant by phrases that count or set apart without naming anybody."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of

MEANT = [
    (("Chile accused Peru of lying.", "Norway urged both nations to talk."), {"CHL", "PER"}),
    (
        (
            "The leaders of Chile, Peru and Spain met hours after Cuba withdrew.",
            "Chile invited the other leaders.",
        ),
        {"PER", "ESP"},
    ),
    (("Norway called on Peru to protect the Chilean embassy and urged both nations to talk.",),
        {"PER", "CHL"}),
    (("Peru and Chile held talks.", "Norway urged the two sides to agree."), {"PER", "CHL"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "recipients"), MEANT)
def test_those_who_are_meant_are_found(
    reader: Reader, sentences: tuple[str, ...], recipients: set[str]
) -> None:
    last = events_of(reader, *sentences)[-1]
    assert {a.country for a in last.recipients} == recipients


def test_who_urges_both_sides_is_none_of_them(reader: Reader) -> None:
    told = events_of(reader, "Norway and Peru have urged both sides to stop the raids.")
    assert not {a.country for e in told for a in e.recipients} & {"NOR", "PER"}


def test_leaders_of_several_states_are_all_of_them(reader: Reader) -> None:
    told = events_of(
        reader,
        "The leaders of Chile, Peru and Spain met on Monday, hours after Cuba withdrew.",
        "The three leaders condemned the raid.",
    )
    assert [{a.country for a in e.actors} for e in told] == [{"CHL", "PER", "ESP"}] * 2


def test_each_may_act_on_the_other(reader: Reader) -> None:
    (event,) = events_of(
        reader, "Chile and Peru quarrelled over fish.", "Each country expelled 20 of the other's diplomats."
    )
    assert {a.country for a in event.actors} == {a.country for a in event.recipients} == {"CHL", "PER"}


def test_what_is_asked_of_two_in_one_sentence_is_two_events(reader: Reader) -> None:
    told = events_of(reader, "Norway called on Peru to stop the raid and urged Chile to release the crew.")
    assert [[a.country for a in e.recipients] for e in told] == [["PER"], ["CHL"]]


def test_the_parties_are_those_that_were_first_named_together(reader: Reader) -> None:
    told = events_of(
        reader,
        "Chile and Peru agreed to a truce on Monday.",
        "Peru's minister told Radio Bogota that it was a good day.",
        "Norway welcomed the deal and urged the parties to keep it.",
    )
    assert {a.country for a in told[-1].recipients} == {"CHL", "PER"}


def test_the_parties_of_a_parliament_are_no_states(reader: Reader) -> None:
    (event,) = events_of(
        reader, "Chile and Peru are neighbours.", "Spanish lawmakers from both parties condemned Cuba."
    )
    assert [a.country for a in event.actors] == ["ESP"]


def test_examples_are_those_who_are_meant(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway praised states like Chile and Peru.")
    assert {a.country for a in event.recipients} == {"CHL", "PER"}


def test_who_mediates_does_so_between_the_sides_of_the_quarrel(reader: Reader) -> None:
    quarrel = ("Chile accused Peru of lying.", "Peru condemned Chile.")
    *_, event = events_of(reader, *quarrel, "Norway is working to broker a ceasefire.")
    assert {a.country for a in event.recipients} == {"CHL", "PER"}


def test_the_union_may_be_one_of_those_who_are_meant(reader: Reader) -> None:
    event = events_of(
        reader,
        "Ties between the EU, Chile and Peru are warm.",
        "The three parties will hold talks on fish.",
    )[-1]
    assert {a.country for a in event.actors} == {"EUR", "CHL", "PER"}


def test_a_side_that_fights_a_state_is_not_that_state(reader: Reader) -> None:
    event = events_of(
        reader, "Chile bombed Taliban fighters days after the two sides signed a deal in Lima."
    )[-1]
    assert {a.name for a in event.actors} == {"Chile", "Taliban"}


def test_what_is_said_of_others_in_the_same_breath_judges_nobody(reader: Reader) -> None:
    told = events_of(reader, "Norway described Peru as a riddle and lobbied its ally Chile.")
    assert not any(e.type == "SUPPORT" for e in told)


def test_the_leaders_of_a_list_of_states_are_all_there(reader: Reader) -> None:
    (event,) = events_of(
        reader, "Norwegian President Ivo Sol spoke by phone with Ana Roe and the leaders of Chile and Spain."
    )
    assert {"NOR", "CHL", "ESP"} <= {a.country for a in event.actors}


def test_a_continent_that_acts_is_its_union(reader: Reader) -> None:
    event = events_of(reader, "Norway urged Europe to open its ports.")[-1]
    assert [a.country for a in event.recipients] == ["EUR"]


TOGETHER = [
    ("President Ana Sol of Peru and President Jo Paz of Chile spoke on Monday.", {"CHL", "PER"}),
    ("President Ana Sol of Peru met with President Jo Paz of Chile.", {"CHL", "PER"}),
    # not all known, and others who may be meant
    ("President Ana Sol of Peru and Togo's envoys spoke of President Jo Paz of Chile.", set()),
    ("President Ana Sol of Peru and President Jo Paz of Chile spoke. Norway stayed away.", set()),
]


@pytest.mark.parametrize(("before", "meant"), TOGETHER)
def test_they_are_those_who_were_told_of_together(reader: Reader, before: str, meant: set[str]) -> None:
    told = events_of(reader, "Peru and Chile are neighbours.", before, "They condemned Cuba.")
    found = [{a.country for a in e.actors} for e in told if e.type == "ACCUSE"]
    assert (found == [meant]) if meant else ({"CHL", "PER"} not in found)
