"""Events told by constructions other than a verb with its subject and object."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from dragoman.records import EventType, Status
from told_events import events_of, told

TOLD = [
    # an event noun and a verb that only says that it happens
    ("Clashes broke out between Peruvian and Chilean troops on Monday.", "ASSAULT", "CHL PER", ""),
    ("Fighting erupted between Chad and Libya.", "ASSAULT", "LBY TCD", ""),
    ("Peru-Chile talks will resume this year.", "AGREE", "CHL PER", ""),
    ("Chile regrets the expulsion of three Chilean diplomats from Peru.", "ACCUSE", "CHL", "PER"),
    # what somebody is to do, or is expected to do
    ("Kenya's president is to meet Ghana's president.", "AGREE", "KEN", "GHA"),
    ("Kenya's foreign minister is due in Ghana on Friday.", "AGREE", "KEN", "GHA"),
    ("Kenya's foreign minister is expected in Ghana on Friday.", "AGREE", "KEN", "GHA"),
    # listening in, joint work, help
    ("Chad's army monitored phone calls of Libyan ministers.", "COERCE", "TCD", "LBY"),
    ("Kenya has cooperated on Ghana's investigation.", "COOPERATE", "KEN", "GHA"),
    ("Kenya enlisted Ghana's help.", "REQUEST", "KEN", "GHA"),
    ("Two Kenyans continue to be held in Ghana.", "COERCE", "GHA", "KEN"),
    ("Chad's president promised a military campaign against Sudan.", "THREATEN", "TCD", "SDN"),
    ("Peru's minister and his counterparts from Chile and Bolivia met.", "CONSULT", "BOL CHL PER", ""),
    ("Kenya launched a rescue operation for Ghana's sailors.", "AID", "KEN", "GHA"),
    ("Ghana's government signalled frustration over Kenya's decision.", "ACCUSE", "GHA", "KEN"),
    ("Chad responded with an attack on Sudan.", "ASSAULT", "TCD", "SDN"),
    ("Chadian vendors endured police raids.", "COERCE", "TCD", "TCD"),
    # who says who did it accuses
    ("Peru's president said Chile was behind the attack.", "ACCUSE", "PER", "CHL"),
    ("Peru's president said Chile was involved in the massacre.", "ACCUSE", "PER", "CHL"),
    ("Peru's president said Chile was responsible for the massacre.", "ACCUSE", "PER", "CHL"),
    ("Kenya's president made the case for Ghana's plan.", "SUPPORT", "KEN", "GHA"),
]


@pytest.mark.parametrize(("sentence", "event", "actors", "recipients"), TOLD)
def test_told(reader: Reader, sentence: str, event: str, actors: str, recipients: str) -> None:
    assert (event, actors, recipients) in told(events_of(reader, sentence))


def test_who_is_on_track_to_do_something_does_not_only_plan_it(reader: Reader) -> None:
    assert ("AID", "KEN", "?") in told(events_of(reader, "Kenya is on track to admit 300 refugees."))


def test_kidnappers_release_those_they_took(reader: Reader) -> None:
    events = events_of(reader, "Twelve sailors abducted by Chadian rebels in May have been released.")
    assert [e.actors[0].country for e in events if e.type is EventType.RETREAT] == ["TCD"]


def test_mention_that_names_who_held_talks_stays(reader: Reader) -> None:
    events = events_of(
        reader,
        "Peru's president Ana Ruiz talked with Chile.",
        "Ana Ruiz and Chile's minister Leo Vial held a video conference on Monday.",
    )
    assert [[a.name for a in e.actors] for e in events] == [["Ana Ruiz", "Leo Vial"]]


def test_who_is_expected_somewhere_plans_a_journey(reader: Reader) -> None:
    (event,) = events_of(reader, "Kenya's foreign minister is expected in Ghana on Friday.")
    assert event.status is Status.PLANNED


def test_who_asks_who_did_it_accuses_nobody(reader: Reader) -> None:
    events = events_of(
        reader, "Peru's president said it was unclear who in Chile was responsible for the attack."
    )
    assert EventType.ACCUSE not in {e.type for e in events}


def test_a_government_and_its_rebels_do_the_same_twice(reader: Reader) -> None:
    events = events_of(
        reader, "Chad's government released 30 prisoners and Chadian rebels freed ten soldiers."
    )
    assert [e.actors[0].name for e in events] == ["Chad", "Chadian rebels"]
