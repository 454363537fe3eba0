"""Where contents end: what the reporter adds, and what belongs to them though it stands apart."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader
from dragoman.statements.attributions import find_attributions
from hand_readings import reading_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # what the reporter adds
        (
            "Norway asked whether Iceland would “close the port in Bergen” — a question not likely to please "
            "the fishermen.",
            "whether Iceland would “close the port in Bergen”",
        ),
        ("Norway said later it would close the port in Bergen.", "it would close the port in Bergen"),
        ("Norway said later this year it would close the port.", "later this year it would close the port"),
        (
            "Speaking of the port in Bergen, Ana Petrova of Norway said, “We will never close it to ships.”",
            "“We will never close it to ships.”",
        ),
        (
            "Asked about the port in Bergen, “We will never close it to ships,” Norway said.",
            "“We will never close it to ships,”",
        ),
        # what a content counts
        (
            "Norway said two storms delayed the boats: the first struck in May, and the second in June.",
            "two storms delayed the boats: the first struck in May, and the second in June",
        ),
        # what the speaker did next
        (
            "Norway said Iceland was a good neighbour and thanked the fishermen for their patience.",
            "Iceland was a good neighbour",
        ),
        (
            "Norway said Iceland sank the boats but declined to say when.",
            "Iceland sank the boats",
        ),
        ("Norway said Iceland came in May and asked for a port.", "Iceland came in May and asked for a port"),
        (
            "Norway said Iceland would close the port in Bergen, a nod to the fishermen on the islands.",
            "Iceland would close the port in Bergen",
        ),
        (
            "Norway said the boats had sailed in May, an attack that Iceland has blamed on the crews.",
            "the boats had sailed in May",
        ),
        (
            "Norway has alleged that Iceland could use the boats for smuggling — claims the island denies.",
            "that Iceland could use the boats for smuggling",
        ),
        (
            "Norway says the toll is fair while Icelanders want the harbour to lower it.",
            "the toll is fair",
        ),
        (
            "OSLO — The toll on the harbour will rise by a third, Foreign Minister Ana Petrova said.",
            "The toll on the harbour will rise by a third",
        ),
        (
            "For years, Norway has claimed the island is within its waters, making angry statements each "
            "time the boats sail.",
            "the island is within its waters",
        ),
        (
            "Norway said the port is closed, even as Iceland urged it to open the docks.",
            "the port is closed",
        ),
        (
            "Norway said the talks were going well, just a day after it cancelled the meeting.",
            "the talks were going well",
        ),
        (
            "Norway says the letter was forged, which raises its own set of questions.",
            "the letter was forged",
        ),
        (
            "Lund announced he is leaving the fishing pact, pitting him against the islands' oldest friends.",
            "he is leaving the fishing pact",
        ),
        (
            "Norway determined that six crews were at fault, according to a letter sent to Iceland last week "
            "and released Friday.",
            "that six crews were at fault",
        ),
        (
            "Norway called upon Iceland to hand over the port but did not say it would pay.",
            "to hand over the port",
        ),
        (
            "Norway said it would send no ships to the bay after Iceland warned of a storm.",
            "it would send no ships to the bay",
        ),
        ("Norway said on Monday it would close the port.", "it would close the port"),
        (
            "Norway admitted the toll was an error in an interview with the radio's “Hour” on Thursday.",
            "the toll was an error",
        ),
        (
            "She gave the council a reason: The port was full of boats, she said.",
            "The port was full of boats",
        ),
        ("Norway says the toll is fair and Icelanders claim it is not.", "the toll is fair"),
        (
            "“He said that he'll pay for the boats so I'll find out in May,” said Ada Hill.",
            "that he'll pay for the boats",
        ),
        (
            "Norway denied press reports that the tolls had been raised and said the ships are safe.",
            "press reports that the tolls had been raised",
        ),
        (
            "Iceland denied that its sailors had sunk the ferry and suggested there had been a leak.",
            "that its sailors had sunk the ferry",
        ),
        (
            '"The sailors treated the people who had come with patience and care," Erik Lund said, before '
            'warning that "those who intend to close the port" would face trials.',
            '"The sailors treated the people who had come with patience and care,"',
        ),
        (
            "The bay, which, according to the Icelandic coast guard, was full of ice, is open again.",
            "was full of ice",
        ),
        (
            "Radio Horn reported Friday that Erik Hansen, one of the freed sailors, promised to return to "
            "Iceland, according to a Norwegian minister.",
            "Erik Hansen, one of the freed sailors, promised to return to Iceland",
        ),
        (
            'He said Lund had "never been in pain" and that "he wouldn\'t hurt a fly," Radio Horn reported.',
            'Lund had "never been in pain" and that "he wouldn\'t hurt a fly,"',
        ),
        ("Norway told reporters ships were safe.", "ships were safe"),
        ("Norway pressed Iceland on whether it would open the port.", "whether it would open the port"),
        # what belongs to the content
        (
            "Norway determined that the toll is fair, and because the ships are old.",
            "that the toll is fair, and because the ships are old",
        ),
        (
            "The old port is full because of Lund and Icelandic captain Ada Hill's friendship, he notes, but "
            "tolls could rise if Lund leaves his office.",
            "The old port is full because of Lund and Icelandic captain Ada Hill's friendship … but tolls "
            "could rise if Lund leaves his office",
        ),
        (
            "Though the port “looked” at the toll, Ada Hill writes, it “decided not to raise it at all.”",
            "Though the port “looked” at the toll … it “decided not to raise it at all.”",
        ),
        (
            "Norway said some owners have heard about the port and asked for advice.",
            "some owners have heard about the port and asked for advice",
        ),
        (
            "Three senior Norwegian ministers urged Erik Hill in a letter to exert “proper pressure to keep "
            "the ferries of these islands from sinking the boats of the north.”",
            "to exert “proper pressure to keep the ferries of these islands from sinking the boats of the "
            "north.”",
        ),
        ("Norway labelled Iceland a threat to the ports.", "Iceland a threat to the ports"),
        (
            "Norway says the first step is closing the ports, while training the crews of Iceland.",
            "the first step is closing the ports, while training the crews of Iceland",
        ),
        (
            "Norway said it will name Ada Hill, the head of the port and a friend of the crews, as the "
            "acting governor of the islands.",
            "it will name Ada Hill, the head of the port and a friend of the crews, as the acting governor "
            "of the islands",
        ),
        (
            "Norway asked Iceland to examine the ferry's papers and whether its crew was being paid.",
            "to examine the ferry's papers and whether its crew was being paid",
        ),
        ("Ana Petrova concluded that he couldn’t.", "that he couldn’t"),
        (
            '"The old ferry has sunk," Ada Hill said, according to the Oslo Post. "We look at all boats."',
            '"The old ferry has sunk," … "We look at all boats."',
        ),
        # what belongs to an object
        ("Norway ordered the sailors off the island.", "the sailors off the island"),
        ("Norway seeks fewer tolls in the islands.", "fewer tolls in the islands"),
        (
            "Norway rejected Icelandic meddling in the 2016 election.",
            "Icelandic meddling in the 2016 election",
        ),
        (
            "Norway announced $40 million in aid to rebuild the ports of Iceland.",
            "$40 million in aid to rebuild the ports of Iceland",
        ),
        (
            "Norway told reporters that its divers found a mine and suggested they had seen others.",
            "that its divers found a mine",
        ),
        (
            "Norway says its aims are to calm the bay and sends ten trawlers there.",
            "its aims are to calm the bay",
        ),
        (
            "Norway said any talks must end the raids after Icelandic captains said they were ready to meet.",
            "any talks must end the raids",
        ),
        (
            "Norway said it “did not wish to disturb” the seals, even though it shot two of them.",
            "it “did not wish to disturb” the seals",
        ),
        (
            "Norway said that it had lost the maps, adding that it would draw new ones, but it has no pens.",
            "that it had lost the maps",
        ),
        (
            "Norway said that the boat did not turn back, challenging an earlier account by Iceland.",
            "that the boat did not turn back",
        ),
        (
            "Norway said Iceland had nearly finished its port and called for “new efforts” to match it.",
            "Iceland had nearly finished its port",
        ),
        (
            "Norway said the ferry would sail “within a week” when asked about its engine.",
            "the ferry would sail “within a week”",
        ),
        (
            "Norway described the raid as a shameful act of pirates, a theory that nobody in Iceland held.",
            "the raid as a shameful act of pirates",
        ),
        (
            "Norway has refused to say whether the port will close, raising the question of who will pay.",
            "whether the port will close",
        ),
        (
            "Norway has held talks with Iceland, according to two captains, even as it sends out its ships.",
            "Norway has held talks with Iceland",
        ),
        # where they do not end
        (
            "Norway accuses Iceland of hiding its nets, of painting its boats and of burning its maps.",
            "Iceland of hiding its nets, of painting its boats and of burning its maps",
        ),
        (
            "Norway defended its action in ordering a new fence.",
            "its action in ordering a new fence",
        ),
        (
            "Norway proposed a brief halt to the raids to pave the way for talks.",
            "a brief halt to the raids to pave the way for talks",
        ),
        (
            "Iceland promised a full inquiry, inviting experts from Norway to take part.",
            "a full inquiry",
        ),
    ],
)
def test_where_contents_end(reader: Reader, text: str, content: str) -> None:
    assert content in [said(s) for s in statements_of(reader, text)]


@pytest.mark.parametrize(
    ("rows", "content"),
    [
        (  # what a report between dashes says
            """
            The _ DT DET det 2
            toll _ NN NOUN nsubj 10
            — _ : PUNCT punct 5
            Oslo _ NNP PROPN nsubj 5 GPE
            said say VBD VERB ROOT 0
            it _ PRP PRON nsubj 7
            was be VBD AUX ccomp 5
            fair _ JJ ADJ acomp 7
            — _ : PUNCT punct 7
            rises rise VBZ VERB conj 7
            """,
            "it was fair",
        ),
        (  # two clauses before their cue
            """
            Ships ship NNS NOUN nsubj 2
            sank sink VBD VERB ccomp 8
            , _ , PUNCT punct 2
            but _ CC CCONJ cc 2
            crews crew NNS NOUN nsubj 6
            lived live VBD VERB ccomp 8
            Oslo _ NNP PROPN nsubj 8 GPE
            said say VBD VERB ROOT 0
            """,
            "Ships sank , but crews lived",
        ),
        (  # a condition without "if"
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            said say VBD VERB ROOT 0
            it _ PRP PRON nsubj 5
            would will MD AUX aux 5
            sink _ VB VERB ccomp 2
            ships ship NNS NOUN dobj 5
            should _ MD AUX aux 9
            Lima _ NNP PROPN nsubj 9 GPE
            come _ VB VERB advcl 2
            """,
            "it would sink ships should Lima come",
        ),
        (  # a subject that the parser took for an object
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            worried worry VBD VERB ROOT 0
            the _ DT DET det 4
            leak _ NN NOUN dobj 2
            could _ MD AUX aux 6
            sink _ VB VERB conj 2
            ships ship NNS NOUN dobj 6
            """,
            "the leak could sink ships",
        ),
        (  # the head of a subject that the parser took for an object
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            said say VBD VERB ROOT 0
            time _ NN NOUN dobj 2
            to _ TO PART aux 5
            mend _ VB VERB relcl 3
            the _ DT DET det 7
            pact _ NN NOUN nsubj 8
            is be VBZ AUX ccomp 2
            short _ JJ ADJ acomp 8
            """,
            "time to mend the pact is short",
        ),
        (  # a rough number before a lost subject
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            said say VBD VERB ROOT 0
            between _ IN ADP prep 2
            two _ CD NUM nummod 6
            - _ HYPH PUNCT punct 6
            thirds third NNS NOUN pobj 3
            were be VBD AUX ccomp 2
            lost _ JJ ADJ acomp 7
            """,
            "between two - thirds were lost",
        ),
        (  # what the speaker did next
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            said say VBD VERB ROOT 0
            Lima _ NNP PROPN nsubj 4 GPE
            was be VBD AUX ccomp 2
            late _ JJ ADJ acomp 4
            and _ CC CCONJ cc 4
            added add VBD VERB ccomp 2
            that _ IN SCONJ mark 10
            it _ PRP PRON nsubj 10
            rained rain VBD VERB ccomp 7
            """,
            "Lima was late",
        ),
        (  # what goes on with an object though it hangs on the cue
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            demanded demand VBD VERB ROOT 0
            relief _ NN NOUN dobj 2
            from _ IN ADP prep 2
            tolls toll NNS NOUN pobj 4
            """,
            "relief from tolls",
        ),
        (  # where somebody was named is no part of it
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            criticised criticise VBD VERB ROOT 0
            Hill _ NNP PROPN dobj 2 PERSON
            at _ IN ADP prep 2
            marches march NNS NOUN pobj 4
            """,
            "Hill",
        ),
        (  # a second object that the parser joined to the cue
            """
            Oslo _ NNP PROPN nsubj 2 GPE
            demanded demand VBD VERB ROOT 0
            grain _ NN NOUN dobj 2
            from _ IN ADP prep 3
            Lima _ NNP PROPN pobj 4 GPE
            , _ , PUNCT punct 2
            and _ CC CCONJ cc 2
            oil _ NN NOUN conj 2
            """,
            "grain from Lima , and oil",
        ),
    ],
)
def test_contents_of_broken_trees(rows: str, content: str) -> None:
    found = find_attributions(reading_of(rows))
    assert content in [" … ".join(span.exact for span in a.content) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "There were parts of the act that made Norway prefer restraint.",
        "Norway has angered even its best friends by leaving the fishing pact.",
        "Norwegian ministers took many Icelanders aback, especially considering Norway began a strike with "
        "the crews early last year.",
        "Norway 'prepared to sign no-toll agreement with Icelandic government' Read more",
    ],
)
def test_what_only_looks_like_a_report(reader: Reader, text: str) -> None:
    assert statements_of(reader, text) == ()


def test_the_reporters_note_behind_a_cue_is_no_content(reader: Reader) -> None:
    text = '"The port is shut for good," Ada Hill wrote (the stress is mine).'
    assert [said(s) for s in statements_of(reader, text)] == ['"The port is shut for good,"']


def test_nor_negates(reader: Reader) -> None:
    text = "Nor did Norwegian officials reveal that the ferry had already been sold to Iceland."
    assert [s.negated for s in statements_of(reader, text)] == [True]
