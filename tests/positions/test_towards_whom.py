"""Towards whom a stance is: whom it judges, meets or is aimed at."""

from __future__ import annotations

import pytest

from dragoman.coder import code_reading
from dragoman.language import Reader
from dragoman.sources import from_text

PUBLISHED = "2024-03-14"  # a Thursday


def told(reader: Reader, text: str, issue: str) -> set[str]:
    article = from_text(f"The report.\n\n{text}", title="The report.", published=PUBLISHED)
    return {
        f"{p.holder.name}: {p.stance} -> {p.counterpart.name if p.counterpart else 'nobody'}"
        for p in code_reading(reader.read(article)).positions
        if p.issue == issue
    }


@pytest.mark.parametrize(
    ("text", "issue", "expected"),
    [
        # whose deed is judged
        (
            "Chad's drone strike hit a bridge. Mali's army was absent. Ghana condemned the strike.",
            "conduct",
            {"Ghana: condemns -> Chad"},
        ),
        ("Ghana scolded Mali's closest ally, Chad, on Monday.", "conduct", {"Ghana: condemns -> Chad"}),
        (
            "The Malian dam, opposed by Ghana and Chad, is nearly full.",
            "conduct",
            {"Ghana: condemns -> Mali", "Chad: condemns -> Mali"},
        ),
        # whose deed was told in the same sentence, not who thought of it
        (
            "Chad rested. Mali's minister proposed a dam, and Ghana's president said she welcomed the plan.",
            "conduct",
            {"Ghana: supports -> Mali"},
        ),
        ("Mali's generals see in this a shield. Ghana's president hailed the move.", "conduct", set()),
        # who does it by doing another thing to somebody
        (
            "Ghana's president snubbed Chad by pulling out of the treaty with Mali.",
            "agreement",
            {"Ghana: withdraws -> Mali"},
        ),
        # who asks both to renew their pact is for the pact
        (
            "Chad urged Ghana and Mali to renew the river treaty.",
            "agreement",
            {"Chad: supports -> nobody"},
        ),
        # who is spared
        (
            "Ghana imposed tariffs on steel from Mali with exemptions for Chad.",
            "sanctions",
            {"Ghana: imposes -> Mali"},
        ),
        # whom somebody met there, not where
        (
            "Ghana's president flew to the African Union, where he met with Mali's president on Monday.",
            "talks",
            {"Ghana: holds -> Mali", "Mali: holds -> Ghana"},
        ),
        # people and firms of a state do not act for it
        ("Ghana's president praised Malian car companies.", "conduct", set()),
        # where two are to meet
        ("Ghana's president proposed a meeting in Bamako on a dam.", "talks", set()),
        # whose ally it is
        ("Ghana threatened to impose sanctions on its NATO ally.", "sanctions", set()),
        # who is to stop is meant, not who is hit
        (
            "Mali must stop its attacks on Chad, Ghana's president said.",
            "ceasefire",
            {"Ghana: seeks -> Mali"},
        ),
        # one's own ranks, and all of a kind, are no party abroad
        ("Malian troops rested. Ghana's president thanked the troops.", "conduct", set()),
        (
            "Mali's dictators met on Monday. Ghana's president rebuked dictators who jail poets.",
            "conduct",
            set(),
        ),
        # rebels are not the state that they are up against
        ("Ghana sent weapons to the Malian opposition.", "aid", set()),
        # who is blamed is known, and is no party abroad
        ("Ghana's president blamed the press for the strikes in Mali.", "conduct", set()),
        ("Ghana's president criticised the Ghanaian cabinet for the raid in Mali.", "conduct", set()),
        (
            "Ghana's envoy aimed her words at Mali, which she called “Chad's chief accomplice”.",
            "conduct",
            {"Ghana: condemns -> Mali"},
        ),
        (
            "Mali lifted the ban. In Accra, Ghana's ministry praised the move, with a spokeswoman smiling.",
            "conduct",
            {"Ghana: supports -> Mali"},
        ),
        # whom somebody meets, one by one, and not where
        (
            "Ghana's minister discussed the plan with his Malian and Chadian counterparts on Wednesday.",
            "talks",
            {
                "Ghana: holds -> Mali",
                "Mali: holds -> Ghana",
                "Ghana: holds -> Chad",
                "Chad: holds -> Ghana",
            },
        ),
        (
            "Ghana's president held a meeting with the Malian leader in Chad on Wednesday.",
            "talks",
            {"Ghana: holds -> Mali", "Mali: holds -> Ghana"},
        ),
        (
            "Ghana's president rejected a summit with Mali's president in Chad.",
            "talks",
            {"Ghana: refuses -> Mali"},
        ),
        (
            "Ghana has pulled out of the summit with Malian leaders in Chad.",
            "talks",
            {"Ghana: refuses -> Mali"},
        ),
        # one who meets two, who need not meet each other
        (
            "Ghana's president is holding talks with Mali and Chad.",
            "talks",
            {
                "Ghana: holds -> Mali",
                "Mali: holds -> Ghana",
                "Ghana: holds -> Chad",
                "Chad: holds -> Ghana",
            },
        ),
        # "US" is no pronoun
        (
            "Ghana's minister said that the US recognised Chad.",
            "recognition",
            {"United States: recognises -> Chad"},
        ),
        # where an office stands
        (
            "Ghana's envoy returned from Mali to Chad, where Ghana keeps an embassy.",
            "mission",
            {"Ghana: open -> Chad"},
        ),
        # who thinks ill of a deed has not done it
        ("Mali's minister criticised the road. Ghana condemned the move.", "conduct", set()),
        # whose names a hyphen joins
        (
            "Ghana welcomed the U.S.-Chile treaty.",
            "agreement",
            {"Ghana: supports -> United States", "Ghana: supports -> Chile"},
        ),
        # who is blamed for an attack, not where that was
        (
            "Ghana and the Malian army blamed Chad for an attack on a base in Mali.",
            "conduct",
            {"Ghana: condemns -> Chad", "Mali: condemns -> Chad"},
        ),
        # whose deed is feared, not who may profit by it
        (
            "Ghana voiced concern that Malian weapons could be handed to Chad.",
            "conduct",
            {"Ghana: concerned -> Mali"},
        ),
        # whom a deed is aimed at, not who is asked to help
        (
            "Ghana's minister will press the U.N. Security Council on sanctions to isolate Mali.",
            "sanctions",
            {"Ghana: supports -> Mali"},
        ),
    ],
)
def test_towards_whom(reader: Reader, text: str, issue: str, expected: set[str]) -> None:
    assert told(reader, text, issue) == expected


def test_whose_a_deal_is_does_not_tell_who_carried_it(reader: Reader) -> None:
    text = "A Malian deal was approved on Monday, and Ghana's farmers were glad."
    assert not [p for p in told(reader, text, "agreement") if p.startswith("Mali")]
