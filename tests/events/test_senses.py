"""Words that are events in one sense only: what they need around them, and what is told of nobody's deed."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

EVENTS = [
    # under verbs that bring about what stands below them
    ("Norway forced Denmark to withdraw its troops from Mali.", ("RETREAT", "DNK", "MLI")),
    ("Ghanaian lawmakers voted to extend sanctions against Togo.", ("SANCTION", "GHA", "TGO")),
    ("Chad's president spoke for an hour, with villagers accusing Libya of theft.", ("ACCUSE", "TCD", "LBY")),
    # two sides agree on what is so, one side on what it will do
    ("Peru and Chile agreed that the border should be marked.", ("AGREE", "CHL PER", "")),
    ("Peru agreed to mark the border with Chile.", ("AGREE", "PER", "CHL")),
    ("Norway is willing to work with Denmark.", ("AGREE", "NOR", "DNK")),
    ("Norway offered support to Denmark.", ("AGREE", "NOR", "DNK")),
    ("Ghana's president said Togo must return the boats.", ("REQUEST", "GHA", "TGO")),
    ("Kenya's foreign minister said Uganda's arrest of the captain was a crime.", ("ACCUSE", "KEN", "UGA")),
    ("Norway's warplanes bombed Denmark.", ("ASSAULT", "NOR", "DNK")),
    ("A statement of Norway's government condemned Denmark.", ("ACCUSE", "NOR", "DNK")),
    # an object behind the day, a sentence that the parser takes for a phrase
    ("Norwegian police arrested on Sunday the Danish captain of the ship.", ("COERCE", "NOR", "DNK")),
    (
        "Norway's minister said that lifting the sanctions on Denmark was out of the question.",
        ("REJECT", "NOR", "DNK"),
    ),
    ("The first Kenyan peacekeeping troops arrived in Haiti on Sunday.", ("AID", "KEN", "HTI")),
    ("Ghana charged a Togolese officer with fraud.", ("ACCUSE", "GHA", "TGO")),
    # who tells of a breach accuses; people without arms attack in words
    ("Norway's minister said Denmark was violating the sanctions.", ("ACCUSE", "NOR", "DNK")),
    (
        "President Luis Prado of Peru attacked Senator Ana Sol of Peru for failing to vote.",
        ("ACCUSE", "PER", "PER"),
    ),
    ("Peru's party propped up President Luis Prado of Peru.", ("SUPPORT", "PER", "PER")),
]


@pytest.mark.parametrize(("sentence", "event"), EVENTS)
def test_senses_of_politics(reader: Reader, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(events_of(reader, sentence))


NONE = [
    # allowed, known or struggling to do it is not doing it
    ("Norway's army said it was authorised to attack Denmark.", "ASSAULT"),
    ("The plan would enable Norway to bomb Denmark.", "ASSAULT"),
    ("Peru's rebels hope to be known to kill Chilean soldiers.", "ASSAULT"),
    # claims, deals and troubles do nothing
    ("Norway's troubles failed to reach a deal with Denmark.", "REJECT"),
    ("Ghana's troubles threatened Togo.", "THREATEN"),
    ("The Norwegian deal welcomed Denmark.", "SUPPORT"),
    # opinions shared, accounts offered, readiness for whatever comes
    ("President Luis Prado of Peru agreed that winters are cold.", "AGREE"),
    ("President Luis Prado of Peru agrees with President Ana Sol of Chile.", "AGREE"),
    ("Norway's police offered an account of the storm.", "AGREE"),
    ("Kenya's army is ready to respond.", "AGREE"),
    ("Kenya's president refused to call it a famine.", "REJECT"),
    # questions, conditions, advice on what to think
    ("Kenya's president asked: “Did Uganda see the ship?”", "REQUEST"),
    ("A Kenyan officer asked not to be named.", "REQUEST"),
    ("Peru's president said prices would rise should Chile close the pass.", "REQUEST"),
    ("Peru's president said Chile should expect rain.", "REQUEST"),
    ("Peru's president said all of us must speak up.", "REQUEST"),
    ("Kenya's minister got a call from a Ugandan diplomat.", "REQUEST"),
    ("Kenya's police used gas and warning shots to disperse the crowd.", "REQUEST"),
    ("Norway's minister told Radio Vest that if Denmark wants, talks can return to Oslo.", "REQUEST"),
    # weak objects
    ("Norway's experts treated the Danish law with respect.", "AID"),
    ("Ghana charges tariffs on Togolese rice.", "ACCUSE"),
    ("Norway's ministry issued a travel alert for Denmark.", "MOBILIZE"),
    ("Norway announced a law on fishing in Denmark.", "COERCE"),
    ("Mali's army removed militants from the buildings.", "RETREAT"),
    ("President Luis Prado of Peru set his sights on free trade.", "RETREAT"),
    # nobody's hand, nobody's deed
    ("Three Danish tourists were killed in the crash of a plane.", "ASSAULT"),
    ("The storm reached Denmark, destroying hundreds of Danish homes.", "ASSAULT"),
    ("“Arrest the Danish captain,” a farmer shouted.", "COERCE"),
    ("“Let us not bomb Denmark,” Norway's president said.", "ASSAULT"),
    ("President Luis Prado of Peru attacked Senator Ana Sol of Peru for failing to vote.", "ASSAULT"),
    ("A group of Danish tourists left Oslo.", "RETREAT"),
    ("A Danish teacher travelled to Norway.", "CONSULT"),
    # who travels home or for himself
    ("Prime Minister Hana Mori of Japan will land in Tokyo on Sunday.", "AGREE"),
    # a poor opinion of nobody in particular
    ("Kenya's president found the drought a disaster.", "ACCUSE"),
]


def test_the_clause_above_does_not_put_off_what_is_told(reader: Reader) -> None:
    sentence = "Chile's minister must wait until Peru says that Norway bombed Denmark."
    assert ("THREATEN", "NOR", "DNK") not in told(events_of(reader, sentence))


@pytest.mark.parametrize(("sentence", "event"), NONE)
def test_other_senses(reader: Reader, sentence: str, event: str) -> None:
    assert event not in [e.type for e in events_of(reader, sentence)]
