"""Media and networks credited for statements, in invented sentences."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader

CREDITS = [
    (
        "Ana Rojas, Chile's envoy, said in an interview with Der Spiegel that the text was ready.",
        "Der Spiegel",
    ),
    ("“The text is ready,” Ana Rojas of Chile said on the BBC.", "BBC"),
    ("Chile denied it in a statement carried by the daily El Mercurio.", "El Mercurio"),
    ("Asked by Le Monde whether the text was ready, Ana Rojas of Chile said it was.", "Le Monde"),
    ("“The text is ready,” Ana Rojas of Chile told the “Harbour Hour” program.", "Harbour Hour"),
    ("“The text is ready,” Ana Rojas of Chile told NPR's Jane Poe.", "NPR"),
    ("Chile had signed the text, Ana Rojas said, according to a report in The Guardian.", "The Guardian"),
    ("Ana Rojas of Chile wrote on X that the text was ready.", "X"),
    ("Ana Rojas of Chile said in a message posted on Telegram that the text was ready.", "Telegram"),
    ("Chile said on state television that the text was ready.", "state television"),
    ("Chile was ready to sign, its envoy said, the Los Angeles Times reported.", "Los Angeles Times"),
]
UNCREDITED = [
    "Chile said that Der Spiegel had paid for the flight.",
    "Chile said the text was ready after a paper, El Mercurio, said it was not.",
    "Chile said the x in the text was wrong.",
]


@pytest.mark.parametrize(("text", "carrier"), CREDITS)
def test_carriers_are_credited(reader: Reader, text: str, carrier: str) -> None:
    assert carrier in statements_of(reader, text)[-1].via


@pytest.mark.parametrize("text", UNCREDITED)
def test_media_that_are_only_spoken_of_carry_nothing(reader: Reader, text: str) -> None:
    assert statements_of(reader, text)[0].via == ()


def test_a_state_agency_that_relays_others_carries_them(reader: Reader) -> None:
    (statement,) = statements_of(reader, "Xinhua reported that Peru said the port was open.")
    assert statement.speaker is not None
    assert (statement.speaker.country, statement.via) == ("PER", ("Xinhua",))


def test_a_mediums_reporter_speaks_for_nobody(reader: Reader) -> None:
    text = "Chile said the port was open. NPR's Ana Rojas reports that it was shut. “It is so,” Rojas says."
    assert [s.speaker.name for s in statements_of(reader, text) if s.speaker] == ["Chile"]


def test_what_journalists_write_is_no_speaker(reader: Reader) -> None:
    assert statements_of(reader, "The story also noted that the port was closed.") == ()


def test_a_name_that_its_kind_tells_is_a_mediums(reader: Reader) -> None:
    (statement,) = statements_of(
        reader, "Chilean broadcaster Tide Ten reported that Peru said the port was open."
    )
    assert statement.speaker is not None
    assert (statement.speaker.country, statement.via) == ("PER", ("Tide Ten",))
