"""Contents that go on behind their first clause, and the reporter's words that only seem to."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader
from dragoman.statements.attributions import find_attributions
from hand_readings import reading_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # predicates and clauses that go on with what is said
        (
            "Norway said it was open to a truce with Iceland, but would not rush into one.",
            "it was open to a truce with Iceland, but would not rush into one",
        ),
        (
            "Lund said he would vote for the treaty, but was “no friend of it.”",
            "he would vote for the treaty, but was “no friend of it.”",
        ),
        (
            "Lund says he needs the ferry for his work, but he does not trust its crew.",
            "he needs the ferry for his work, but he does not trust its crew",
        ),
        (
            "Norway said it would talk to Iceland, but only if the ferries come back.",
            "it would talk to Iceland, but only if the ferries come back",
        ),
        (
            "Ana Petrova told the Harbour Post that the gangs have grown quickly and now threaten “every "
            "town on the coast.”",
            "that the gangs have grown quickly and now threaten “every town on the coast.”",
        ),
        (
            "Denmark condemned Iceland for sinking a Norwegian ferry, closing the port of Bergen, and hiding "
            "its gold.",
            "Iceland for sinking a Norwegian ferry, closing the port of Bergen, and hiding its gold",
        ),
        (
            "Norway says dozens of its sailors have joined the raiders and have committed some of the crimes "
            "at sea.",
            "dozens of its sailors have joined the raiders and have committed some of the crimes at sea",
        ),
        (
            "Lund said the storm took out a bridge and hit a fuel depot.",
            "the storm took out a bridge and hit a fuel depot",
        ),
        (
            "Mr. Lund told the Harbour Post that he did not know Petrova and did not recognise her name.",
            "that he did not know Petrova and did not recognise her name",
        ),
        (
            "Ana Petrova said the port “is broken” and needs to be shut for repairs.",
            "the port “is broken” and needs to be shut for repairs",
        ),
        (
            "Iceland said the treaty will be signed in May, and until then the ferries will stay in port.",
            "the treaty will be signed in May, and until then the ferries will stay in port",
        ),
        # reasons and prospects that the speaker gives
        (
            "Lund said tolls will have an effect, since they keep ships from the port.",
            "tolls will have an effect, since they keep ships from the port",
        ),
        (
            "Norway said it will take in 900 sailors, of whom Bergen would feed 40.",
            "it will take in 900 sailors, of whom Bergen would feed 40",
        ),
        (
            "Norway said it works on a plan, which will be shown to Iceland soon.",
            "it works on a plan, which will be shown to Iceland soon",
        ),
        (
            "The storm has spread to the ports of the south, which has left the islands without food, "
            "according to the United Nations.",
            "The storm has spread to the ports of the south, which has left the islands without food",
        ),
        (
            "Lund said he never spoke to Ana Petrova, though he knew that she was in Bergen.",
            "he never spoke to Ana Petrova, though he knew that she was in Bergen",
        ),
        # lists and clauses without a verb that the parser took for objects of the cue
        (
            "Norway asked the captains of the ferries to write down their names, home ports and ages.",
            "to write down their names, home ports and ages",
        ),
        (
            "Ana Petrova told the envoys that she was led away by a guard who held her arm, tears coming to "
            "her eyes.",
            "that she was led away by a guard who held her arm, tears coming to her eyes",
        ),
        (
            "Norway said it would no longer limit the size of its nets, the length of its boats, or the "
            "catch of cod and herring.",
            "it would no longer limit the size of its nets, the length of its boats, or the catch of cod and "
            "herring",
        ),
        (
            "Norway denied meeting the sailors (and their families).",
            "meeting the sailors (and their families)",
        ),
        # what two dashes set apart
        (
            "Norway said Iceland would stop building ferries -- a key step to a truce -- and open the port "
            "to ships.",
            "Iceland would stop building ferries -- a key step to a truce -- and open the port to ships",
        ),
        (
            "Norway called on Iceland to lift the toll -- doubled by the last minister in May -- on its "
            "fishing boats.",
            "to lift the toll -- doubled by the last minister in May -- on its fishing boats",
        ),
        (
            "But Norwegian ministers worry that Iceland could use the new piers — at least one of which has "
            "a deep harbour — to gain control of the strait and have called on it to halt work.",
            "that Iceland could use the new piers — at least one of which has a deep harbour — to gain "
            "control of the strait",
        ),
        # what goes on behind a report that interrupts it
        (
            "The bridge will be closed all winter, Ana Petrova vowed Monday, unless Iceland pays for the "
            "repairs.",
            "The bridge will be closed all winter … unless Iceland pays for the repairs",
        ),
        (
            "The treaty does not hurt the ferries, Lund added, and has the power to strengthen the fleet.",
            "The treaty does not hurt the ferries … and has the power to strengthen the fleet",
        ),
        (
            "The dam would need a new wall, Lund said, and it would never be cheap.",
            "The dam would need a new wall … and it would never be cheap",
        ),
        # whose deed an object is
        ("Norway denied any talks with the rebels by its envoys.", "any talks with the rebels by its envoys"),
        # what a relative clause names
        (
            "The raid came a day after the new toll, a plan Norway strongly condemned as “a provocation.”",
            "a plan … as “a provocation.”",
        ),
        # what goes on behind a parenthesis or a quotation
        ("“To close the port,” she said, “is a crime.”", "“To close the port,” … “is a crime.”"),
        (
            "“It would be wise to talk to our friends first,” Lund said. “Instead, we quarrelled and went "
            "alone” to Iceland.",
            "“It would be wise to talk to our friends first,” … “Instead, we quarrelled and went alone” to "
            "Iceland",
        ),
        (
            "The port is the largest in the country, Lund said, serving about 900 ships.",
            "The port is the largest in the country … serving about 900 ships",
        ),
        (
            "The treaty will not be enough, he said, to win over Iceland.",
            "The treaty will not be enough … to win over Iceland",
        ),
        ("“The port is shut,” Lund said, folding his map.", "“The port is shut,”"),
    ],
)
def test_what_goes_on(reader: Reader, text: str, content: str) -> None:
    assert content in [said(s) for s in statements_of(reader, text)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Norwegian ministers have said the port lacked guards and have been critical of the army since "
            "the raid.",
            ["the port lacked guards", "the army"],
        ),
        (
            "Iceland has said any treaty must be fair and rejects complaints about its fishing boats.",
            ["any treaty must be fair", "complaints about its fishing boats"],
        ),
        (
            "Norway says the raid on its port remains a crime and has blamed Iceland for attacks on its "
            "ferries.",
            ["the raid on its port remains a crime", "Iceland for attacks on its ferries"],
        ),
        (
            "Iceland said the boats were unsafe while Denmark vowed to keep them at sea.",
            ["the boats were unsafe", "to keep them at sea"],
        ),
        (
            "Norway reacted badly, vowing to close the port and threatening to sink the ferries.",
            ["to close the port"],
        ),
        (
            "Norway said Iceland has accepted a plan to open the port, possibly ending a quarrel over cod.",
            ["Iceland has accepted a plan to open the port"],
        ),
        (
            "Iceland said it may leave the treaty within days (though it has not said when it plans to close "
            "the port).",
            ["it may leave the treaty within days"],
        ),
        (
            "Norway has hailed a pact reached with Iceland to open the port to ships after it sent a ferry.",
            ["a pact reached with Iceland to open the port to ships"],
        ),
        (
            "Norway said it was a bad offer as it warned that Iceland had already sunk a ferry.",
            ["it was a bad offer", "that Iceland had already sunk a ferry"],
        ),
        (
            "Norway said the storm was near even as it urged sailors to stay calm.",
            ["the storm was near", "to stay calm"],
        ),
        (
            "Mr. Lund denied that the quarrel would last, writing on Monday that Iceland needed the port "
            "more than Norway did.",
            ["that the quarrel would last", "that Iceland needed the port more than Norway did"],
        ),
        (
            "Norway said there was a will to pass the law although it conceded that doubts had been aired.",
            ["there was a will to pass the law", "that doubts had been aired"],
        ),
        ("Norway claimed credit for the raid in a video last week.", ["credit for the raid"]),
        (
            "Norway has announced plans to shut the port by May during its summit with Iceland last week.",
            ["plans to shut the port by May"],
        ),
        ("Norway announced plans to shut the port in May on its website.", ["plans to shut the port in May"]),
        (
            "Norway said 90 sailors had come ashore, but did not give their names.",
            ["90 sailors had come ashore"],
        ),
        ("Norway said Lund had seen the map but did not name its author.", ["Lund had seen the map"]),
        (
            "Norway said the figure of 90 sailors was an estimate but provided no further detail.",
            ["the figure of 90 sailors was an estimate"],
        ),
        (
            "Norway said it was unfair that Iceland held talks without Lund and did not give him a chance to "
            "speak.",
            ["it was unfair that Iceland held talks without Lund and did not give him a chance to speak"],
        ),
        (
            "Ana Petrova again rejected the Icelandic assessment that Norway meddled in the vote and called "
            "for an end to the talks.",
            ["that Norway meddled in the vote", "an end to the talks"],
        ),
    ],
)
def test_what_the_reporter_says_next(reader: Reader, text: str, contents: list[str]) -> None:
    assert [said(s) for s in statements_of(reader, text)] == contents


def test_what_the_speaker_says_meanwhile_is_his(reader: Reader) -> None:
    text = "Mr. Lund denied that the raid was a mistake while saying he wanted more talks with Iceland."
    assert [(said(s), s.speaker.name if s.speaker else None) for s in statements_of(reader, text)] == [
        ("that the raid was a mistake", "Lund"),
        ("he wanted more talks with Iceland", "Lund"),
    ]


@pytest.mark.parametrize(
    ("text", "content", "addressee"),
    [
        ("Norway pressed the Icelandic government for its letters.", "its letters", "Iceland"),
        ("Norway has urged joint action against piracy.", "joint action against piracy", None),
        ("Norwegian ministers criticised Iceland over cod and tolls.", "Iceland over cod and tolls", None),
        (
            "Mr. Lund described the treaty to Danish reporters as “a bunch of lies.”",
            "the treaty … as “a bunch of lies.”",
            None,
        ),
        (
            'Norway called the treaty "a first step" to ending the quarrel over cod.',
            'the treaty "a first step" to ending the quarrel over cod',
            None,
        ),
        ("Norway credited Danish sailors with saving the port.", "Danish sailors with saving the port", None),
    ],
)
def test_whom_and_what_a_cue_takes(reader: Reader, text: str, content: str, addressee: str | None) -> None:
    found = statements_of(reader, text)
    assert [(said(s), s.addressee) for s in found] == [(content, addressee)]


def test_the_subject_of_the_next_clause_is_no_object() -> None:
    reading = reading_of(
        """
        Oslo _ NNP PROPN nsubj 2 GPE
        denied deny VBD VERB ROOT 0
        the _ DT DET det 4
        raid _ NN NOUN dobj 2
        and _ CC CCONJ cc 4
        Lima _ NNP PROPN conj 4 GPE
        slept sleep VBD VERB conj 2
        """
    )
    assert [span.exact for a in find_attributions(reading) for span in a.content] == ["the raid"]
