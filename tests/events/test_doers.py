"""Who did what nobody is named for."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

DONE = [
    ("A Peruvian sailor was killed in a shootout with Chilean soldiers.", "ASSAULT", "CHL", "PER"),
    ("Two Peruvian sailors were killed when Chilean soldiers attacked the port.", "ASSAULT", "CHL", "PER"),
    ("Two Peruvian sailors were killed in a Chilean operation.", "ASSAULT", "CHL", "PER"),
    ("Two Peruvian sailors were killed by a Chilean-ordered airstrike.", "ASSAULT", "CHL", "PER"),
    ("A Peruvian smuggler was killed after a shootout with Peruvian police.", "ASSAULT", "PER", "PER"),
    ("A Peruvian smuggler was killed in a Chilean police raid.", "ASSAULT", "CHL", "PER"),
    ("A Peruvian smuggler was shot during a confrontation with Chilean sailors.", "ASSAULT", "CHL", "PER"),
    ("Nine Peruvian students were killed as Peruvian soldiers cleared the square.", "ASSAULT", "PER", "PER"),
    ("The Peruvian smuggler was beaten by Chilean police and jailed.", "COERCE", "CHL", "PER"),
    ("Two Peruvian smugglers were jailed on Monday, Chilean police said.", "COERCE", "CHL", "PER"),
    ("Peruvian President Ana Sol was ousted in a military coup.", "ASSAULT", "PER", "PER"),
    ("The Peruvian minister returned from a week-long trip to Chile.", "CONSULT", "PER", "CHL"),
    ("Two Peruvian sailors were freed from a Chilean prison.", "RETREAT", "CHL", "PER"),
    ("Two Peruvian sailors are being held in Chilean custody.", "COERCE", "CHL", "PER"),
    ("Two Peruvian sailors held in Chile have been released.", "RETREAT", "CHL", "PER"),
]


@pytest.mark.parametrize(("sentence", "event", "actor", "recipient"), DONE)
def test_who_did_it_is_told_by_the_occasion(
    reader: Reader, sentence: str, event: str, actor: str, recipient: str
) -> None:
    assert (event, actor, recipient) in told(events_of(reader, sentence))


def test_the_attack_kills_for_who_made_it(reader: Reader) -> None:
    events = events_of(
        reader, "Chilean rebels attacked a Peruvian base.", "The attack killed two Peruvian sailors."
    )
    assert [[a.country for a in e.actors] for e in events] == [["CHL"], ["CHL"]]


def test_rebels_may_be_killed_in_the_raids_of_their_state(reader: Reader) -> None:
    events = events_of(
        reader, "The Chadian army launched raids on the town.", "Chadian rebels were killed in the raids."
    )
    assert "MIL" in events[-1].actors[0].sectors


def test_nobody_is_killed_in_the_attack_of_the_own_side(reader: Reader) -> None:
    events = events_of(reader, "Peruvian soldiers were killed in the Peruvian attack on Chile.")
    killed = [e for e in events if {a.country for a in e.recipients} == {"PER"}]
    assert killed
    assert killed[0].actors == ()


def test_both_sides_of_a_fight_kill_civilians(reader: Reader) -> None:
    events = events_of(reader, "Fighting between Chadian forces and Libyan rebels has killed 200 Chadians.")
    assert {a.country for e in events for a in e.actors} == {"TCD", "LBY"}


def test_where_an_attack_was_tells_not_who_made_it(reader: Reader) -> None:
    events = events_of(reader, "Two French tourists were killed in the Kenya attack.")
    assert [e.actors for e in events] == [()]


WAR = ("Chile attacked a Peruvian base.", "Chile bombed Peruvian ships near Callao.")


def test_a_report_of_one_war_has_one_foe(reader: Reader) -> None:
    events = events_of(reader, *WAR, "Forty Peruvian sailors were killed.")
    assert [a.country for a in events[-1].actors] == ["CHL"]


def test_nobody_stands_out_in_a_report_of_two_wars(reader: Reader) -> None:
    other = ("Ecuador attacked a Peruvian port.", "Ecuador bombed Peruvian ships near Paita.")
    events = events_of(reader, *WAR, *other, "Forty Peruvian sailors were killed.")
    assert events[-1].actors == ()


def test_who_killed_somebody_is_told_elsewhere(reader: Reader) -> None:
    events = events_of(
        reader,
        "Peruvian General Ivo Sol was killed on a road in Lima.",
        "Chile killed Sol in a drone strike.",
    )
    assert told(events)[0] == ("ASSAULT", "CHL", "PER")


def test_who_claims_an_attack_made_it(reader: Reader) -> None:
    events = events_of(
        reader,
        "Four Peruvian sailors were killed in the blast.",
        "The Islamic State claimed responsibility for the attack.",
    )
    assert told(events)[0] == ("ASSAULT", "IMG", "PER")


def test_nobody_made_an_attack_that_two_claim(reader: Reader) -> None:
    events = events_of(
        reader,
        "Four Peruvian sailors were killed in the blast.",
        "The Islamic State claimed responsibility for the attack.",
        "Boko Haram claimed responsibility for the attack.",
    )
    assert told(events)[0] == ("ASSAULT", "", "PER")


def test_who_speaks_after_meetings_with_several_was_there(reader: Reader) -> None:
    (event,) = events_of(
        reader,
        "The Peruvian king was speaking after meetings with Chilean President Ivo Sol and Bolivian Prime "
        "Minister Ana Luna.",
    )
    assert {a.country for a in event.actors} == {"PER", "CHL", "BOL"}


def test_who_speaks_after_the_meetings_of_others_was_not_there(reader: Reader) -> None:
    (event,) = events_of(
        reader,
        "The Libyan king was speaking after Peru's meetings with Chilean President Ivo Sol and Bolivian "
        "Prime Minister Ana Luna.",
    )
    assert "LBY" not in {a.country for a in event.actors}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway mourned the raid on the mission in Lima, Peru that killed four Chilean sailors.",
        "The storming of the Norwegian mission in Lima killed four Chilean sailors.",
        "Four Chilean sailors died in the blast between the Norwegian mission and the Peruvian post office.",
    ],
)
def test_the_ground_of_an_attack_kills_nobody(reader: Reader, sentence: str) -> None:
    attacks = [e for e in events_of(reader, sentence) if e.type.value == "ASSAULT"]
    assert all(not e.actors for e in attacks)


def test_those_attacked_may_kill(reader: Reader) -> None:
    events = events_of(reader, "Norway mourned the raid by Peruvian rebels that killed four Chilean sailors.")
    assert ("ASSAULT", "PER", "CHL") in told(events)


def test_what_an_army_tells_its_own_soldiers_did(reader: Reader) -> None:
    story = "The Chilean army said that soldiers had shot two Peruvian smugglers."
    assert ("ASSAULT", "CHL", "PER") in told(events_of(reader, "Peru and Norway quarrel.", story))


def test_jets_without_an_owner_are_nobodys(reader: Reader) -> None:
    events = events_of(reader, "Fighter jets and drones will be sent to Peru.", "Norway praised Peru.")
    assert not [e for e in events if e.type.value == "MOBILIZE"]
