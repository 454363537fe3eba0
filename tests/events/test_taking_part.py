"""Who takes part in what is told, and in what sense: invented sentences read with the real model."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

TAKING_PART = [
    # beside the subject, and at the head of a list of whom only the others are known
    ("Norway, along with Peru, has backed down.", ("CONCEDE", "NOR PER")),
    ("Norway, together with Peru, criticised Chile.", ("ACCUSE", "NOR PER")),
    ("Six Nordic nations, as well as Peru and Chile, have backed Togo.", ("SUPPORT", "? CHL PER")),
    # where talks are held and in whose frame is none who talks
    ("Norway's historic Lima summit with Denmark ended on Sunday.", ("CONSULT", "DNK NOR")),
    ("The Danish ministers' G20 talks with Norway ended on Sunday.", ("CONSULT", "DNK NOR")),
    ("The Geneva talks between Norway and Denmark ended on Sunday.", ("CONSULT", "DNK NOR")),
    # lists that the parser reads as something else
    (
        "Envoys told Reuters that during the long closed session, Peru and Chile, which support the Togolese "
        "king, blocked a stronger press statement.",
        ("REJECT", "CHL PER"),
    ),
    (
        "He added that it is likely Holm and Chilean President Ana Sol will meet at next month’s fair.",
        ("AGREE", "CHL NOR"),
    ),
    # the exercises of two states are common ones
    ("Norway and Peru prepared for military exercises in May.", ("COOPERATE", "NOR PER")),
    (
        "Leaders from Norway and Peru met on Sunday and said that they criticised Togo.",
        ("ACCUSE", "NOR PER"),
    ),
]
SENSES = [
    # what is called something is not called on
    ("Norway's minister called the Peruvian stance on fishing feeble.", ("ACCUSE", "NOR", "PER")),
    ("Norway's minister called on Peru to withdraw.", ("REQUEST", "NOR", "PER")),
    ("Norway's minister labelled Peru a threat.", ("ACCUSE", "NOR", "PER")),
    # vows to make others suffer, and vows to do good
    ("Norway's king vowed that Peru would pay a heavy price.", ("THREATEN", "NOR", "PER")),
    ("Norway's king vowed that Peru's raid would not go unpunished.", ("THREATEN", "NOR", "PER")),
    ("Norway's ministers agreed to retaliate against Peru.", ("THREATEN", "NOR", "PER")),
    ("Norway's king vowed to rescue the Peruvian sailors.", ("AGREE", "NOR", "PER")),
    # attacks in words, on alliances and by one political camp
    (
        "Prado's attacks on NATO began after President Luis Prado of Peru left.",
        ("ACCUSE", "PER", "IGO"),
    ),
    (
        "Senator Ana Sol of Peru pummelled President Luis Prado of Peru during a hearing.",
        ("ACCUSE", "PER", "PER"),
    ),
    (
        "President Luis Prado of Peru has come under attack from Senator Ana Sol of Peru and her allies.",
        ("ACCUSE", "PER", "PER"),
    ),
    # spies get in without violence, soldiers with it
    ("Norwegian spies infiltrated Peru's power grid.", ("COERCE", "NOR", "PER")),
    ("Norwegian soldiers infiltrated Peru.", ("ASSAULT", "NOR", "PER")),
    ("Norway's minister dismissed Peru's complaints.", ("REJECT", "NOR", "PER")),
]


@pytest.mark.parametrize(("sentence", "event"), TAKING_PART)
def test_who_takes_part(reader: Reader, sentence: str, event: tuple[str, str]) -> None:
    before = "Prime Minister Ola Holm of Norway arrived."
    assert event in [(kind, actors) for kind, actors, _ in told(events_of(reader, before, sentence))]


@pytest.mark.parametrize(("sentence", "event"), SENSES)
def test_in_what_sense(reader: Reader, sentence: str, event: tuple[str, str, str]) -> None:
    assert told(events_of(reader, sentence)) == [event]


def test_what_is_ruled_out_is_not_done(reader: Reader) -> None:
    assert told(events_of(reader, "Norway has ruled out sending ground troops to Peru.")) == []
    (event,) = events_of(reader, "Norway has ruled out meeting Peru.")
    assert event.type == "REJECT"


def test_who_is_angered_by_a_speech_does_not_make_it(reader: Reader) -> None:
    events = events_of(reader, "Norway, clearly angered by an address criticising Peru, kept silent.")
    assert "NOR" not in [actors for _, actors, _ in told(events)]


def test_what_speakers_must_do_together_is_asked_of_none_of_them(reader: Reader) -> None:
    text = "Norway and Peru warned that the ice is thin and said they must sail with more care."
    assert told(events_of(reader, text)) == []
