"""Whom force is used against, where its own words do not name them."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import codes, events_of, told

ABOUT_THE_GROUP = "The Islamic State holds the north of the valley. Peru wants the Islamic State to leave."


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient"),
    [
        ("Peruvian police fired tear gas to disperse demonstrators.", "PER", "PER"),
        ("Peru launched a missile attack that killed four Chilean sailors.", "PER", "CHL"),
        ("Chadian rebels seized several military bases on Monday.", "TCD", "TCD"),
    ],
)
def test_the_aim_the_outcome_or_the_state_tells(
    reader: Reader, sentence: str, actor: str, recipient: str
) -> None:
    assert ("ASSAULT", actor, recipient) in told(events_of(reader, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Peruvian army launched airstrikes in Libya on Monday.",
        "Peruvian warplanes bombed targets in Libya on Monday.",
        "The Peruvian army launched airstrikes against the militants on Monday.",
    ],
)
def test_the_group_that_a_report_is_about_is_fought(reader: Reader, sentence: str) -> None:
    assert ("ASSAULT", "PER", "IMG") in told(events_of(reader, ABOUT_THE_GROUP, sentence))


def test_a_state_is_attacked_where_no_group_is_told_of(reader: Reader) -> None:
    assert ("ASSAULT", "PER", "LBY") in told(
        events_of(reader, "Peru launched airstrikes in Libya on Monday.")
    )


def test_what_is_used_is_not_what_is_attacked(reader: Reader) -> None:
    events = events_of(reader, "The claim that Chadian rebels used sarin gas was denied.")
    assert ("ASSAULT", "TCD", "TCD") not in told(events)


@pytest.mark.parametrize(
    ("sentence", "event", "recipient"),
    [
        ("Peru sent 500 troops to Bolivia to deter Chile.", "MOBILIZE", "CHL"),
        ("Peru flew two bombers north in response to Chile's missile test.", "MOBILIZE", "CHL"),
        ("Peru sent 500 troops to Bolivia as a warning to Chilean President Ivo Sol.", "MOBILIZE", "CHL"),
        ("Peru sent 500 troops to Bolivia to dig wells.", "MOBILIZE", "BOL"),
        ("Peru launched airstrikes in Libya to stop a Chadian attack.", "ASSAULT", "TCD"),
    ],
)
def test_force_is_for_those_who_are_to_be_countered_or_answered(
    reader: Reader, sentence: str, event: str, recipient: str
) -> None:
    assert (event, "PER", recipient) in told(events_of(reader, sentence))


def test_strikes_on_the_ground_of_a_group_with_a_small_letter_hit_the_group(reader: Reader) -> None:
    last = events_of(
        reader, "al-Shabab is small. Many fear al-Shabab.", "France launched strikes in Somalia."
    )[-1]
    assert [a.name for a in last.recipients] == ["al-Shabab"]


def test_what_police_shoot_at_need_not_be_the_enemy(reader: Reader) -> None:
    last = events_of(reader, "al-Shabab is small. Many fear al-Shabab.", "Kenyan police shot at a lorry.")[-1]
    assert "al-Shabab" not in [a.name for a in last.recipients]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru moved tanks to the border with Chile.",
        "Peruvian soldiers patrol near the Peru-Chile border.",
        "Peru moved a warship closer to the Chilean coast.",
    ],
)
def test_force_at_a_border_is_against_who_lives_beyond(reader: Reader, sentence: str) -> None:
    assert told(events_of(reader, sentence)) == [("MOBILIZE", "PER", "CHL")]


def test_a_group_of_another_state_is_not_struck_on_foreign_soil(reader: Reader) -> None:
    story = "Peruvian warplanes hit two targets in Chad on Monday."
    about = "Hezbollah holds the hills. Hezbollah wants Peru to leave. Peru blames Hezbollah."
    assert ("ASSAULT", "PER", "TCD") in told(events_of(reader, about, story))


def test_what_led_to_the_harm_was_done_to_those_harmed(reader: Reader) -> None:
    events = events_of(reader, "Two Chilean sailors were wounded after Peruvian police fired shots.")
    assert {(e.type.value, codes(e.actors), codes(e.recipients)) for e in events} == {
        ("ASSAULT", "PER", "CHL")
    }


def test_forces_guard_their_own_state(reader: Reader) -> None:
    events = events_of(reader, "Peruvian forces advanced on Lima in Peru.")
    assert ("MOBILIZE", "PER", "") in told(events)


def test_worries_are_answered(reader: Reader) -> None:
    events = events_of(reader, "Peru sent 500 troops to Bolivia in response to worries about Chile.")
    assert ("MOBILIZE", "PER", "CHL") in told(events)
