"""Verbs and nouns that name a deed of one type with one object, and another or none with others."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

EVENTS = [
    # what is given in being offered, and what is only offered
    ("Norway offered condolences to Denmark.", ("SUPPORT", "NOR", "DNK")),
    ("Norway's king offered an apology to Denmark.", ("CONCEDE", "NOR", "DNK")),
    ("Norway has offered Denmark emergency loans.", ("AGREE", "NOR", "DNK")),
    ("Norway's prime minister offered various types of assistance to Denmark.", ("AGREE", "NOR", "DNK")),
    # who leaves a treaty refuses it
    ("Norway abandoned the fisheries treaty with Denmark.", ("REJECT", "NOR", "DNK")),
    ("Norway dropped its demand for access to Denmark.", ("CONCEDE", "NOR", "DNK")),
    # manoeuvres of two states
    ("Togo watched Norway's military exercises with Denmark.", ("COOPERATE", "NOR", "DNK")),
    # deadlines ask, ultimatums threaten
    ("Norway gave Denmark a deadline to free the captain.", ("REQUEST", "NOR", "DNK")),
    ("Norway gave Denmark an ultimatum.", ("THREATEN", "NOR", "DNK")),
    # calls on the telephone and calls for something
    ("Norway's prime minister made a call to Denmark's queen.", ("CONSULT", "DNK NOR", "")),
    ("Norway renewed its call for Denmark to open the strait.", ("REQUEST", "NOR", "DNK")),
    ("Norway called on Denmark to open the strait.", ("REQUEST", "NOR", "DNK")),
    ("Norway's minister pressed Denmark for an answer.", ("REQUEST", "NOR", "DNK")),
    ("Norway has suspended its military exercises with Denmark.", ("CONCEDE", "NOR", "DNK")),
    # what is vowed: help, defiance, and what another side is told that it will not do
    ("Norway vowed to review the case of the Danish captain.", ("AGREE", "NOR", "DNK")),
    ("Norway vowed to ignore the Danish ruling.", ("REJECT", "NOR", "DNK")),
    ("Norway's prime minister vowed that Denmark would never get the island.", ("THREATEN", "NOR", "DNK")),
    ("Norway's prime minister vowed that Norway would never leave Denmark.", ("AGREE", "NOR", "DNK")),
    # arms fired in a fight and on trial
    ("After the raid, Norway fired sixteen missiles.", ("ASSAULT", "NOR", "")),
    ("Norway fired a missile that fell into the sea.", ("MOBILIZE", "NOR", "")),
    # raids of the police
    ("Norwegian police carried out a raid on a Danish mosque.", ("COERCE", "NOR", "DNK")),
    # out of office by force and by vote
    ("The Norwegian army ousted President Ana Sol of Norway.", ("ASSAULT", "NOR", "NOR")),
    # with whom one stands
    ("Norway stands with Denmark.", ("SUPPORT", "NOR", "DNK")),
    ("“We stand in solidarity with Denmark,” Norway's minister said.", ("SUPPORT", "NOR", "DNK")),
]


@pytest.mark.parametrize(("sentence", "event"), EVENTS)
def test_the_object_tells_the_type(reader: Reader, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(events_of(reader, sentence))


NONE = [
    ("Norway's king is set to leave Denmark on Friday.", "RETREAT"),
    ("Norway's minister stood behind the Danish queen in the picture.", "SUPPORT"),
    ("Norway's minister called the Danish plan for the strait “a folly”.", "REQUEST"),
    ("Norway's minister spoke of what he called “a great day” for Denmark.", "REQUEST"),
    ("Norway's minister called the Danish queen “a great lady”, and the king too.", "CONSULT"),
    ("Norway's parliament ousted the Norwegian president.", "ASSAULT"),
    ("President Ana Sol of Norway was ousted in May.", "ASSAULT"),
    ("Norway's prime minister wants Denmark to win.", "REQUEST"),
    ("Norway's prime minister wanted Denmark to know the truth.", "REQUEST"),
    ("Norway's minister pressed a red button with the Danish minister.", "REQUEST"),
    ("Norway's prime minister made a call to Denmark's queen.", "REQUEST"),
]


@pytest.mark.parametrize(("sentence", "event"), NONE)
def test_other_objects(reader: Reader, sentence: str, event: str) -> None:
    assert event not in [e.type for e in events_of(reader, sentence)]


def test_where_forces_stand_is_no_news(reader: Reader) -> None:
    opening = "Peru and Chile talked in Lima on Monday."
    told_by_the_way = "The cost of the troops deployed by Norway in Denmark is high."
    as_news = "Norway deployed troops in Denmark on Sunday."
    assert "MOBILIZE" not in [e.type for e in events_of(reader, opening, told_by_the_way)]
    assert "MOBILIZE" in [e.type for e in events_of(reader, opening, as_news)]
