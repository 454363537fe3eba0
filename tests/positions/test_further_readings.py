"""Stances in words that stand further off: nouns of deeds, media of a state, what a clause below tells."""

from __future__ import annotations

import pytest

from dragoman.coder import all_records
from dragoman.language import Reader
from dragoman.positions.parties import holder_of
from dragoman.records import Actor, ActorKind
from dragoman.sources import from_text


def told(reader: Reader, text: str) -> set[str]:
    article = from_text(f"The report.\n\n{text}", title="The report.", published="2024-03-14")
    return {
        f"{p.holder.name}: {p.issue} {p.stance} -> {p.counterpart.name if p.counterpart else 'nobody'}"
        for p in all_records(reader.read(article)).positions
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose a deed is that a noun tells, by the verb that it hangs on or that hangs on it
        ("A freeze of aid for Mali was announced by Norway.", "Norway: aid suspends -> Mali"),
        (
            "The freeze of aid for Mali announced by Norway starts today.",
            "Norway: aid suspends -> Mali",
        ),
        ("Ghana resents Chad's call for Norway to scrap its tariffs.", "Chad: sanctions opposes -> Norway"),
        # what is judged in a clause below
        ("Peru's minister said she was worried Chile might fish there.", "Peru: conduct concerned -> Chile"),
        ("Peru's minister called Chile's fleet a menace.", "Peru: conduct condemns -> Chile"),
        # who welcomes a decision to do something greets nobody
        ("Ghana welcomed Chad's decision to open the bridge.", "Ghana: conduct supports -> Chad"),
        # what has long been so still is
        ("Ghana has long refused to negotiate peace with Chad.", "Ghana: talks refuses -> Chad"),
        # what somebody insists on is asked for only if it is not so
        (
            "Denmark insisted that its embassy in Mali would not be closed.",
            "Denmark: mission open -> Mali",
        ),
        # meetings that are the news need no date; visits called off
        ("Ghana's president met Chad's prime minister.", "Ghana: talks holds -> Chad"),
        ("Ghana put off a state visit to Chad.", "Ghana: talks suspends -> Chad"),
        # trade, aid, ties and pacts in other words
        ("Chile halted imports of copper from Peru.", "Chile: sanctions imposes -> Peru"),
        ("Peru seeks closer ties with Chile.", "Peru: relations deepens -> Chile"),
        ("Ghana turned down aid from Chad.", "Ghana: aid refuses -> Chad"),
        ("Norway sent medical supplies to Mali.", "Norway: aid provides -> Mali"),
        ("Ghana urged Chad to leave the river treaty with Mali.", "Ghana: agreement opposes -> Mali"),
        ("Chile withdrew from the whaling treaty.", "Chile: agreement withdraws -> nobody"),
        (
            '"We continue to press Chad to free the detainees," Ghana\'s minister said.',
            "Ghana: assurance seeks -> Chad",
        ),
        ("Norway reinstated its sanctions on Mali.", "Norway: sanctions imposes -> Mali"),
        ("Norway dropped its tariffs on steel from Chad.", "Norway: sanctions lifts -> Chad"),
        ("Norway decided to hold off on new sanctions against Mali.", "Norway: sanctions eases -> Mali"),
        # at whom the matter is aimed where it is named
        (
            "Firms fear the sanctions on Mali. Ghana supports the sanctions.",
            "Ghana: sanctions supports -> Mali",
        ),
        # who will answer in kind speaks of the same matter
        (
            "Chad threatened to retaliate if Ghana imposes new tariffs on its cotton.",
            "Chad: sanctions threatens -> Ghana",
        ),
    ],
)
def test_a_stance_is_read(reader: Reader, text: str, expected: str) -> None:
    assert expected in told(reader, text)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Chad's president threatened to close the dam if Ghana's sanctions remained.", "sanctions"),
        ("Ghana told Chad the Malian decision to quit the treaty came late.", "agreement"),
        ("Ghana's sanctions over Chad's raid on Mali hurt.", "talks"),
    ],
)
def test_a_stance_is_not_read(reader: Reader, text: str, issue: str) -> None:
    assert not {line for line in told(reader, text) if f": {issue} " in line}


def test_whose_deed_sanctions_are_over_is_their_target(reader: Reader) -> None:
    found = told(reader, "Ghana imposed sanctions over Chad's seizure of Mali's gold.")
    assert found == {"Ghana: sanctions imposes -> Chad"}


@pytest.mark.parametrize(
    ("name", "holder"),
    [("Xinhua", "China"), ("Chinese state television", "China"), ("Caixin", None)],
)
def test_media_that_voice_their_state_stand_for_it(name: str, holder: str | None) -> None:
    party = holder_of(Actor(name, ActorKind.MEDIA, "CHN", sectors=("JRN",)))
    assert (party.name if party else None) == holder


def test_where_a_counterpart_that_is_not_named_comes_from_is_told(reader: Reader) -> None:
    text = "Ghana imposed sanctions on Mali on Monday. On Tuesday Chad announced tough sanctions too."
    article = from_text(f"The report.\n\n{text}", title="The report.", published="2024-03-14")
    found = {p.holder.name: p for p in all_records(reader.read(article)).positions}
    assert found["Ghana"].why.resolved == ()
    assert found["Chad"].why.resolved == (("counterpart from record", "Mali"),)


def test_the_one_power_that_the_words_name_is_the_counterpart(reader: Reader) -> None:
    text = "Ghana imposed sanctions on Mali. Chad announced sanctions as well after Niger shut the border."
    assert "Chad: sanctions imposes -> Niger" in told(reader, text)
