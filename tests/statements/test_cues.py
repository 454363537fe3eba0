"""Constructions by which words report, in invented sentences."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader
from dragoman.records import Act


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        ("Norway requested the crew be sent home.", Act.REQUEST, "the crew be sent home"),
        ("Norway is opposed to a new toll.", Act.CRITICISE, "a new toll"),
        ("Norway has been angered by the new toll.", Act.CRITICISE, "the new toll"),
        ("Norway made the case for a new bridge.", Act.PRAISE, "a new bridge"),
        ("Norway played down the loss of two trawlers.", Act.INFORM, "the loss of two trawlers"),
        ("Norway disapproved of the new toll.", Act.CRITICISE, "the new toll"),
        (
            "Norway responded with an offer to hold talks on the toll.",
            Act.PLEDGE,
            "to hold talks on the toll",
        ),
        ("Norway is signaling frustration over the toll.", Act.CRITICISE, "the toll"),
        ("Norway admitted taking two trawlers.", Act.INFORM, "taking two trawlers"),
        ("Norway likened the toll to a theft.", Act.BELIEVE, "the toll to a theft"),
        ("Norway spoke out against the toll.", Act.CRITICISE, "the toll"),
        (
            "Norway called out Iceland for taking two trawlers.",
            Act.CRITICISE,
            "Iceland for taking two trawlers",
        ),
        ("Norway laid out its plan for the bay.", Act.INFORM, "its plan for the bay"),
        ("Norway used the summit to urge Iceland to leave the bay.", Act.REQUEST, "to leave the bay"),
        (
            "Talks went on to strike a deal, with the Norwegian government keen to avert the tolls.",
            Act.HOPE,
            "to avert the tolls",
        ),
        (
            "Norway criticised the new tolls in ports under Icelandic control.",
            Act.CRITICISE,
            "the new tolls in ports under Icelandic control",
        ),
        (
            "Norway singled out Iceland for hiding the trawler.",
            Act.CRITICISE,
            "Iceland for hiding the trawler",
        ),
    ],
)
def test_what_a_construction_reports(reader: Reader, text: str, act: Act, content: str) -> None:
    (statement,) = statements_of(reader, text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.act, said(statement)) == ("Norway", act, content)


def test_an_attack_for_hours_is_no_blame(reader: Reader) -> None:
    assert statements_of(reader, "Norway attacked Iceland for the trawler.") == ()


def test_an_answer_to_a_request_is_no_request(reader: Reader) -> None:
    assert {s.act for s in statements_of(reader, "Norway did not respond to a request for comment.")} == {
        Act.DECLINE
    }


def test_a_claim_behind_a_dash_is_not_what_stands_before_it(reader: Reader) -> None:
    found = statements_of(reader, "The harbour has no master — both brothers claim to own it.")
    assert "The harbour has no master" not in [said(s) for s in found]


def test_who_is_among_those_who_say_it_says_it(reader: Reader) -> None:
    text = "Ana Petrova was among the ministers who asked why the bridge is still closed."
    assert [said(s) for s in statements_of(reader, text)] == ["why the bridge is still closed"]


def test_an_infinitive_belongs_to_the_promise_before_it(reader: Reader) -> None:
    text = "Norway wants to be seen at work on its old pledges to lower the bridge toll."
    assert "to lower the bridge toll" in [said(s) for s in statements_of(reader, text)]


def test_passives_that_are_joined_share_their_subject(reader: Reader) -> None:
    found = statements_of(reader, "The new toll was welcomed by Norway and condemned by Iceland.")
    assert [(s.speaker.name, said(s)) for s in found if s.speaker] == [
        ("Norway", "The new toll"),
        ("Iceland", "The new toll"),
    ]


def test_nor_refuses_to_answer_too(reader: Reader) -> None:
    text = "Norway declined to say when the envoy had left, nor would it say whether he would return."
    assert [(s.act, said(s)) for s in statements_of(reader, text)] == [
        (Act.DECLINE, "when the envoy had left"),
        (Act.DECLINE, "whether he would return"),
    ]


def test_a_report_that_goes_on_above_a_noun_of_time_keeps_its_speaker(reader: Reader) -> None:
    text = "Ana Petrova, a Bulgarian minister, claimed at the time that she was held and asked for a lawyer."
    assert {s.speaker.name for s in statements_of(reader, text) if s.speaker} == {"Ana Petrova"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Norway called Iceland “greedy” for raising the “absurd” toll.",
            "Iceland “greedy” for raising the “absurd” toll",
        ),
        (
            "Norway urged Iceland to leave the bank, and for the fleet to sail home.",
            "to leave the bank, and for the fleet to sail home",
        ),
        (
            "Norway says the toll will rise and will hurt the fleet but did not elaborate.",
            "the toll will rise and will hurt the fleet",
        ),
        ("Norway announced plans this week to close the bank.", "plans … to close the bank"),
        ("Norway renewed its call Monday for an end to the toll.", "an end to the toll"),
        (
            "Norway said its envoy was ready to participate in interviews.",
            "its envoy was ready to participate in interviews",
        ),
    ],
)
def test_where_what_is_reported_ends(reader: Reader, text: str, content: str) -> None:
    assert content in [said(s) for s in statements_of(reader, text)]


def test_rebels_speak_apart_from_their_state(reader: Reader) -> None:
    found = statements_of(reader, "Both Mali and the rebels blamed each other.")
    assert {s.speaker.name for s in found if s.speaker} == {"Mali", "rebels"}


def test_officials_of_two_states_speak_for_both(reader: Reader) -> None:
    found = statements_of(reader, "Officials from Norway and Iceland said that the bank was closed.")
    assert [s.speaker.country for s in found if s.speaker] == ["NOR", "ISL"]


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        ("Norway has long been a strong supporter of the treaty.", Act.PRAISE, "the treaty"),
        ("Norway was one of the main opponents of the treaty.", Act.CRITICISE, "the treaty"),
        ("Norway is among the critics of the treaty.", Act.CRITICISE, "the treaty"),
    ],
)
def test_who_is_told_to_be_for_or_against_something_takes_a_stand(
    reader: Reader, text: str, act: Act, content: str
) -> None:
    (statement,) = statements_of(reader, text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.act, said(statement)) == ("Norway", act, content)


@pytest.mark.parametrize(
    "text",
    [
        "Critics of the treaty met in Norway.",
        "Norway jailed a critic of the treaty.",
        "Norway may become a critic of the treaty.",
    ],
)
def test_people_named_by_their_stand_only_are_no_report(reader: Reader, text: str) -> None:
    assert statements_of(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Minister Ada Holm wrote on Friday to Envoy Alan Marlow urging him to leave.", "Ada Holm"),
        (
            "Norway ended the talks with a letter to Envoy Alan Marlow warning that the toll would rise.",
            "Norway",
        ),
        ("Minister Ada Holm quoted Envoy Alan Marlow as saying that the trawler had sunk.", "Alan Marlow"),
        ("Minister Ada Holm was quoted as saying that the trawler had sunk.", "Ada Holm"),
        ("Norway imposed a toll, a step traders say will hurt Iceland.", "traders"),
    ],
)
def test_who_speaks_by_a_participle_or_a_bare_relative(reader: Reader, text: str, speaker: str) -> None:
    (statement,) = statements_of(reader, text)
    assert statement.speaker is not None
    assert statement.speaker.name == speaker
