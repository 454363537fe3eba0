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
        (
            "Norway says it wants no quarrel with Iceland, but “all the ferries are at sea” if one comes.",
            "it wants no quarrel with Iceland, but “all the ferries are at sea” if one comes",
        ),
        (
            "Lund said the boats did not enter the bay, but the manoeuvres were “part of a plan” of raids.",
            "the boats did not enter the bay, but the manoeuvres were “part of a plan” of raids",
        ),
        (
            "Lund said Norway would send a ferry, but he would neither confirm nor deny tales of a raid.",
            "Norway would send a ferry",
        ),
        (
            "Lund said the ferry sailed on time, but there was fog in the bay.",
            "the ferry sailed on time, but there was fog in the bay",
        ),
        (
            "The statement added that talks would go on, and final terms would be printed within a week.",
            "that talks would go on, and final terms would be printed within a week",
        ),
        # subjects that relative clauses describe, or with clauses and insertions of their own
        ("They closed two ports that Norway said were empty.", "two ports … were empty"),
        (
            "They saw the raid on Iceland that Norway believes was planned at sea.",
            "the raid on Iceland … was planned at sea",
        ),
        (
            "Norway noted boats -- like the Iceland ferry -- cannot sail in winter.",
            "boats -- like the Iceland ferry -- cannot sail in winter",
        ),
        (
            "Norway fears the peace it was used to is coming to a close.",
            "the peace it was used to is coming to a close",
        ),
        # what the speaker did besides
        (
            "Norway warned that Iceland is ready to sail and delivered a sharp rebuke to Denmark.",
            "that Iceland is ready to sail",
        ),
        ("Norway said it would close the port but didn't give details.", "it would close the port"),
        (
            "Norway accused Iceland of closing the port and called it a foe.",
            "Iceland of closing the port",
        ),
        (
            "Norway said that it knew that Iceland would come and left the talks early.",
            "that it knew that Iceland would come and left the talks early",
        ),
        # reasons that the speaker gives, and what the reporter says of the words
        (
            "He added that he could not tell the price, because nobody had shown him the bills.",
            "that he could not tell the price, because nobody had shown him the bills",
        ),
        (
            "Norway said that it no longer counts the boats, reversing decades of Nordic policy.",
            "that it no longer counts the boats",
        ),
        (
            "Norway said that it would close the port, deeply disappointing its neighbours.",
            "that it would close the port",
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
            "Fishing must stop, Norway said, because the nets drown the seals.",
            "Fishing must stop … because the nets drown the seals",
        ),
        (
            "The ferries sail on time, the Norwegian minister said, but nobody knows who steers them.",
            "The ferries sail on time … but nobody knows who steers them",
        ),
        (
            "Three ports have been shut, Norway said, including the one that Iceland had built.",
            "Three ports have been shut … including the one that Iceland had built",
        ),
        (
            "The ferries sail on time, Norway said, but declined to say who steers them.",
            "The ferries sail on time",
        ),
        (
            "If Norway were to close the port, experts say it would be the first such step in years.",
            "If Norway were to close the port … it would be the first such step in years",
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
        # two clauses around a cue, or one of another's
        (
            "It is not clear who will win — the Norwegian government insists it will not yield.",
            "it will not yield",
        ),
        (
            "Norway says the port should be closed for a while, Iceland says that would hurt the fishermen.",
            "the port should be closed for a while",
        ),
        (
            "Norway said on Friday, on the heels of the storm, that it had closed three ports.",
            "that it had closed three ports",
        ),
        (
            "Norway launched a campaign with a pledge that “a port is a port”, and that none would close.",
            "that “a port is a port”, and that none would close",
        ),
        (
            "The ministers met in Oslo to draw up measures to combat storms — in particular, Norwegian "
            "officials said, more lights in the ports; more patrols; and a crackdown on old boats.",
            "in particular … more lights in the ports; more patrols; and a crackdown on old boats",
        ),
        # infinitives
        (
            "Norway and Iceland agreed on a system to avoid clashes between their trawlers.",
            "a system to avoid clashes between their trawlers",
        ),
        (
            "Norway had wanted Iceland to help it win time but then grew tired of the talks.",
            "Iceland to help it win time",
        ),
        (
            "Norway has long wanted to build a port on the island, where it sees its best fishing grounds.",
            "to build a port on the island",
        ),
        # quotations
        (
            "Sensors are blind because of the ice, Norway said, but “you cannot hide from a whale.”",
            "Sensors are blind because of the ice … but “you cannot hide from a whale.”",
        ),
        (
            'Norway said it was grateful to Iceland, which had "tied itself to the port for good".',
            'it was grateful to Iceland, which had "tied itself to the port for good"',
        ),
        (
            "“Ports are dear to us,” says Ana Petrova, a Norwegian minister and author of “Ships and Me.”",
            "“Ports are dear to us,”",
        ),
        (
            'While the minister praised Iceland as a "deal maker," Norway said the turn was a concern.',
            "the turn was a concern",
        ),
        ("Norway told Iceland that the port was “a mess”, calling it a shame.", "it a shame"),
        (
            "“Norway told us the port is closed,” an Icelandic aide wrote to his minister. “Is it?”",
            "the port is closed",
        ),
        (
            "Ana Petrova was “deeply dismayed” by the closing of it, according to a Norwegian statement.",
            "Ana Petrova was “deeply dismayed” by the closing of it",
        ),
        (
            "Norway has already said it will not pay, telling the council in Oslo in June, “We owe nothing.”",
            "it will not pay",
        ),
        (
            "The Post reported on Friday that, according to a Norwegian official, the port has a leak.",
            "the port has a leak",
        ),
        (
            "Ada Hill said Norway had begun to raise the tolls, but the whole work could take months.",
            "Norway had begun to raise the tolls, but the whole work could take months",
        ),
        (
            "Fishermen said the toll was vague on its terms, but that the bay suggested Norway had a plan.",
            "the toll was vague on its terms, but that the bay suggested Norway had a plan",
        ),
        (
            "With help from pro-toll Republicans, Holm said Sunday on Horn, the Democratic-led Senate should "
            "be able to keep it.",
            "the Democratic-led Senate should be able to keep it",
        ),
        # names given, phrases of time and manner
        (
            "Mexico's president called Peru's seizure of the two ships an act of war.",
            "Peru's seizure of the two ships an act of war",
        ),
        ("Ana Petrova called the delay “shameful” and left.", "the delay “shameful”"),
        (
            "They replaced the Port Agreement that Norway labelled a disaster.",
            "the Port Agreement … a disaster",
        ),
        ("Norwegians welcomed the closing of the port with one proposing a song.", "the closing of the port"),
    ],
)
def test_the_words_that_belong_to_the_content(reader: Reader, text: str, content: str) -> None:
    assert content in [said(s) for s in statements_of(reader, text)]


def test_what_the_reporter_joins_is_no_content(reader: Reader) -> None:
    text = "Norway told reporters that the port was closed but it also declined to comment on the leak."
    assert "that the port was closed" in [said(s) for s in statements_of(reader, text)]


def test_a_second_report_joined_to_the_first_keeps_its_speaker(reader: Reader) -> None:
    text = "Norway told reporters that Erik Lund would stay and said it would close the port."
    found = {said(s): s.speaker and s.speaker.country for s in statements_of(reader, text)}
    assert found == {"that Erik Lund would stay": "NOR", "it would close the port": "NOR"}


def test_a_second_report_joined_to_what_has_yet_to_be_keeps_its_speaker(reader: Reader) -> None:
    text = (
        "Norway added that it was “only a matter of days” before Iceland takes the harbour and said the "
        "crews must leave it."
    )
    assert [said(s) for s in statements_of(reader, text)][1:] == ["the crews must leave it"]


def test_a_speaker_beside_a_quotation_that_names_others(reader: Reader) -> None:
    text = (
        "The letters are in danger and the network may cost us “sources and lives,” an Icelandic aide said."
    )
    assert {s.speaker.country for s in statements_of(reader, text) if s.speaker} == {"ISL"}


def test_a_quotation_begun_in_the_paragraph_before_its_cue(reader: Reader) -> None:
    text = (
        "Ana Petrova spoke of the storm in Oslo.\n\n“We saw the wave come in at noon.\n\n"
        "“Nobody was at the pier,” Ana Petrova said. “It was a Sunday.”"
    )
    assert "“We saw the wave come in at noon. … “Nobody was at the pier,” … “It was a Sunday.”" in [
        said(s) for s in statements_of(reader, text)
    ]


def test_a_quotation_goes_on_behind_its_cue_without_a_verb_in_its_first_sentence(reader: Reader) -> None:
    text = "“I sail with everyone,” the Norwegian minister said. “Except Lund. He never learned to swim.”"
    assert [said(s) for s in statements_of(reader, text)] == [
        "“I sail with everyone,” … “Except Lund. He never learned to swim.”"
    ]


def test_the_addressee_before_that_is_no_content(reader: Reader) -> None:
    text = "Norway told NRK that landing fishermen should be “cheered like heroes and not chased.”"
    assert [said(s) for s in statements_of(reader, text)] == [
        "that landing fishermen should be “cheered like heroes and not chased.”"
    ]


def test_a_signed_pull_quote_repeats_the_body(reader: Reader) -> None:
    said_first = "“The port is closed for good and all,” Ana Petrova said."
    text = f"{said_first}\n\n“The port is closed for good.” — Ana Petrova"
    found = statements_of(reader, text)
    assert [s.repeats for s in found] == [None, found[0].id]


def test_a_quotation_with_others_left_open_in_it_is_read(reader: Reader) -> None:
    text = (
        '"One day, the owners say, "Oh, our ports can stand a storm," and the next day, '
        'they say, "no, no, do not ask us to stand that storm," Ana Petrova said.'
    )
    assert all(span.exact for s in statements_of(reader, text) for span in s.content)
