"""Contents whose words the parser hung on the cue, or took for something else."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # clauses joined to the cue that go on with what is said
        (
            "Mr. Lund said it was a mistake and Norway would pay a price.",
            "it was a mistake and Norway would pay a price",
        ),
        (
            "Lund told Nordic Radio that his radio had been silent for some time but he never had it mended.",
            "that his radio had been silent for some time but he never had it mended",
        ),
        # what surrounds a cue that only interrupts
        (
            "Of the 90 people hurt on Friday, two have died, Norwegian officials said.",
            "Of the 90 people hurt on Friday, two have died",
        ),
        (
            "But there is a difference, Norway said, between fear and the kind of care that one can feel.",
            "But there is a difference … between fear and the kind of care that one can feel",
        ),
        (
            "If Norway closed the port for a year, notes Ana Petrova in the Post, “the fish would win.”",
            "If Norway closed the port for a year … “the fish would win.”",
        ),
        # subjects that the tree lost
        (
            "Norway’s treasury said tolls, coming in after a trial of 90 days, would target lorries.",
            "tolls, coming in after a trial of 90 days, would target lorries",
        ),
        (
            "Norwegian police said on Wednesday search warrants for the ferry owners had come from Oslo.",
            "search warrants for the ferry owners had come from Oslo",
        ),
        (
            "Indeed, according to Norway Fishing, other Nordic countries have filled half of the gap.",
            "Indeed … other Nordic countries have filled half of the gap",
        ),
        # questions, names and calls
        (
            "Norway asked Mr. Lund if his boat was “searched or stopped” at any point.",
            "if his boat was “searched or stopped” at any point",
        ),
        (
            "What Norway has described as Icelandic caution in fishing talks has come up again.",
            "Icelandic caution in fishing talks",
        ),
        (
            "The report repeats Norway’s call for Iceland to avoid hasty steps.",
            "Iceland to avoid hasty steps",
        ),
        (
            "Norway cited the tolls as harming the ports of the south.",
            "the tolls as harming the ports of the south",
        ),
        ("Norway declined comment on Monday on the leak from its port.", "the leak from its port"),
        # where the reporter goes on
        (
            "Norway said the port is closed, without saying when the ferries will sail again.",
            "the port is closed",
        ),
        (
            "Norway denounced the harbour master as a “pirate” on Tuesday.",
            "the harbour master as a “pirate”",
        ),
        # where he does not
        (
            "Norway agreed to settle the matter on the facts as Iceland found them.",
            "to settle the matter on the facts as Iceland found them",
        ),
        (
            "Norway said it is worried about nets drifting into the port, making it “less and less safe.”",
            "it is worried about nets drifting into the port, making it “less and less safe.”",
        ),
    ],
)
def test_the_words_that_belong_to_the_content(reader: Reader, text: str, content: str) -> None:
    assert content in [said(s) for s in statements_of(reader, text)]


def test_what_the_reporter_joins_is_no_content(reader: Reader) -> None:
    text = "Norway told reporters that the port was closed but it also declined to comment on the leak."
    assert "that the port was closed" in [said(s) for s in statements_of(reader, text)]


def test_a_speaker_beside_a_quotation_that_names_others(reader: Reader) -> None:
    text = (
        "The letters are in danger and the network may cost us “sources and lives,” an Icelandic aide said."
    )
    assert {s.speaker.country for s in statements_of(reader, text) if s.speaker} == {"ISL"}
