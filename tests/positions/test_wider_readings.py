"""Stances that records show where the sentence alone does not, and those of less usual words."""

from __future__ import annotations

import pytest

from dragoman.coder import all_records
from dragoman.language import Reader
from dragoman.positions.parties import Parties
from dragoman.sources import from_text


def told(reader: Reader, text: str, published: str = "2024-03-14") -> set[str]:
    article = from_text(f"The report.\n\n{text}", title="The report.", published=published)
    return {
        f"{p.holder.name}: {p.issue} {p.stance} -> {p.counterpart.name if p.counterpart else 'nobody'}"
        for p in all_records(reader.read(article)).positions
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who judges a deal or a penalty stands on it
        ("Chad's president called the deal with Ghana a disaster.", "Chad: agreement opposes -> Ghana"),
        ("Peru's minister hailed the trade deal with Chile.", "Peru: agreement supports -> Chile"),
        ("Ghana remains committed to the river pact with Mali.", "Ghana: agreement supports -> Mali"),
        # troops that are there, and what else is deployed
        ("Ghana has about 800 troops in Mali.", "Ghana: forces keeps -> Mali"),
        ("Ghana will deploy drones and a radar to Chad.", "Ghana: forces deploys -> Chad"),
        # a plain verb of saying reports a charge that its own words make
        (
            "Norway's minister said that Mali violates the law of the sea and endangers sailors.",
            "Norway: conduct condemns -> Mali",
        ),
        ("Peru's president remains concerned about Chile's fleet.", "Peru: conduct concerned -> Chile"),
        ("Peru's minister warned against Chile's dam.", "Peru: conduct concerned -> Chile"),
        ("Ghana sided with Mali in the dispute.", "Ghana: conduct supports -> Mali"),
        # those who are to meet, and who visits whom
        (
            "Kenya's and Chad's presidents will meet on Friday in Oslo.",
            "Kenya: talks willing -> Chad",
        ),
        ("Ghana's foreign minister visited Mali on Wednesday.", "Mali: talks holds -> Ghana"),
        # help told as a deed, penalties in other words
        ("Norway is training and equipping the Malian army.", "Norway: aid provides -> Mali"),
        ("Ghana authorised sanctions against Mali.", "Ghana: sanctions imposes -> Mali"),
        ("Ghana said it was cutting tariffs on Malian steel.", "Ghana: sanctions eases -> Mali"),
        # a people whose leadership reports call by its name
        ("The Palestinians accused Ghana of bias.", "Palestinian Territories: conduct condemns -> Ghana"),
        # a judgement is not that of the fellow verb beside it
        ("Chile condemned the Peruvian raid and urged restraint.", "Chile: conduct condemns -> Peru"),
    ],
)
def test_a_stance_is_read(reader: Reader, text: str, expected: str) -> None:
    assert expected in told(reader, text)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Peru's premier denounced all acts of terrorism.", "agreement"),
        ("Ghana had 800 troops in Mali in those years.", "forces"),
        ("Norway's minister said that Mali borders on Chad.", "conduct"),
        ("Peru's minister said he would not negotiate with Chile's press.", "talks"),
        ("Did Norway's minister side with Mali in the dispute?", "conduct"),
    ],
)
def test_a_stance_is_not_read(reader: Reader, text: str, issue: str) -> None:
    assert not {line for line in told(reader, text) if f": {issue} " in line}


def test_a_shared_doer_is_a_piece_of_evidence_of_its_own(reader: Reader) -> None:
    article = from_text(
        "The report.\n\nChile condemned the Peruvian raid and urged restraint.",
        title="The report.",
        published="2024-03-14",
    )
    position = next(p for p in all_records(reader.read(article)).positions if p.issue == "ceasefire")
    assert [span.exact for span in position.evidence] == ["Chile", "urged restraint"]


def test_who_governed_on_the_day_holds_his_states_stance_by_name_alone(reader: Reader) -> None:
    text = "Obama rebuked Chile over its fisheries."
    assert "United States: conduct condemns -> Chile" in told(reader, text, "2014-05-05")


def test_a_topic_is_no_deed(reader: Reader) -> None:
    article = from_text(
        "The report.\n\nThe Malian crisis began.", title="The report.", published="2024-03-14"
    )
    reading = reader.read(article)
    deed = next(t for t in reading.tokens if t.text == "crisis")
    assert Parties.is_only_topic(deed)
