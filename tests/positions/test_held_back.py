"""What a clause, a condition or a time holds back: stances told as wished, feared, limited or long past."""

from __future__ import annotations

import pytest

from dragoman.coder import code_reading
from dragoman.language import Reader
from dragoman.records import Position
from dragoman.sources import from_text

PUBLISHED = "2024-03-14"  # a Thursday


def told(reader: Reader, text: str, issue: str) -> list[str]:
    article = from_text(f"The report.\n\n{text}", title="The report.", published=PUBLISHED)
    positions = code_reading(reader.read(article)).positions
    return [_told(p) for p in positions if p.issue == issue]


def _told(position: Position) -> str:
    counterpart = position.counterpart.name if position.counterpart else "nobody"
    return f"{position.holder.name}: {position.stance} -> {counterpart}"


@pytest.mark.parametrize(
    ("text", "issue", "expected"),
    [
        # what a condition makes of it
        (
            "Ghana's minister said he would meet Mali's president when the shelling stops.",
            "talks",
            "conditional",
        ),
        ("The minute the shelling stops, Ghana is ready to resume talks with Mali.", "talks", "conditional"),
        # "going" is not "going to"
        ("Ghana's president went to Bamako on Monday to meet Mali's president.", "talks", "holds"),
        ("Ghana's president is going to meet Mali's president on Monday.", "talks", "willing"),
        # what is not yet agreed
        ("Ghana and Mali have reached a tentative agreement on cattle.", "agreement", "negotiates"),
        ("Ghana pledged to forge closer ties with Mali.", "relations", "deepens"),
        ("Ghana announced that it would pull back from the treaty with Mali.", "agreement", "withdraws"),
        # each clause has its own "not"
        ("The road is not open yet, and Ghana will hold talks with Mali on Monday.", "talks", "willing"),
    ],
)
def test_how_far_a_holder_goes(reader: Reader, text: str, issue: str, expected: str) -> None:
    assert f"Ghana: {expected} -> Mali" in told(reader, text, issue)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Traders fear that Ghana will lift its sanctions on Mali.", "sanctions"),
        ("The talk of lifting Ghana's sanctions on Mali worries traders.", "sanctions"),
        ("A farmer said: “I do not think Ghana will impose sanctions on Mali.”", "sanctions"),
        ("Ghana's government does not have the power to start talks with Mali.", "talks"),
        ("Officials told reporters that Ghana might not attend the summit with Mali.", "talks"),
        ("Ghana said it will not just ask for talks with Mali.", "talks"),
        ("Ghana and Mali could finalise a deal one day.", "agreement"),
        ("Ghana declined to criticise the treaty with Mali.", "agreement"),
        # where something was done is not what it was done to
        ("Ghana's minister rejected this in recent talks with Mali.", "talks"),
        # long ago, as the words around it tell
        ("In 2009, when Ghana signed a treaty with Mali, the river was full.", "agreement"),
        ("In 2011, Ghana condemned Mali for closing the river.", "conduct"),
        # a promise spoken of, not given
        ("Mali praised Ghana's commitment to protect the border.", "assurance"),
        ("Ghana promised Mali a road in a plan that protects its miners.", "assurance"),
    ],
)
def test_what_shows_no_stance_of_its_holder(reader: Reader, text: str, issue: str) -> None:
    assert not [p for p in told(reader, text, issue) if p.startswith("Ghana")]


def test_a_polite_phrase_is_no_condition(reader: Reader) -> None:
    text = "“Ghana will continue its talks with Mali, if you will,” the Ghanaian minister said."
    assert "Ghana: willing -> Mali" in told(reader, text, "talks")
