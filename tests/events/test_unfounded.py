"""Deeds that there is no ground to believe in, in invented reports read with the real model."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that Ecuador attacked Peru.",
        "Peru did not see any sign that Ecuador attacked Chile.",
        "Nothing suggests that Ecuador attacked Peru.",
        "Chile does not believe that Ecuador attacked Peru.",
        "The minister does not recall meeting Peru's president.",
        "There is no reason to believe that Ecuador will accept Peru's demands.",
        "It is possible that Ecuador attacked Peru.",
        "The war could take the form of Ecuadorean air strikes on Peru.",
    ],
)
def test_what_there_is_no_ground_for_is_not_told(reader: Reader, text: str) -> None:
    assert not [e for e in events_of(reader, text) if e.type in ("ASSAULT", "CONSULT", "AGREE")]


@pytest.mark.parametrize(
    "text",
    [
        "There is evidence that Ecuador attacked Peru.",
        "Reports suggest that Ecuador attacked Peru.",
        "Chile condemned the Ecuadorean air strikes on Peru.",
    ],
)
def test_what_there_is_ground_for_is_told(reader: Reader, text: str) -> None:
    assert events_of(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "A majority of Peruvians want Ecuador to withdraw its troops.",
        "61 percent of voters oppose Ecuador.",
        "Most Peruvians support the government of Ecuador.",
    ],
)
def test_what_a_share_of_those_polled_want_is_no_deed(reader: Reader, text: str) -> None:
    assert not events_of(reader, text)


@pytest.mark.parametrize("who", ["A majority of Peru's senators", "Most Democrats"])
def test_what_lawmakers_want_is_one(reader: Reader, who: str) -> None:
    assert events_of(reader, f"{who} want Ecuador to withdraw its troops.")


def test_what_somebody_thinks_that_another_should_not_do_is_asked(reader: Reader) -> None:
    (event,) = events_of(reader, "Chile's president does not think that Peru should attack Ecuador.")
    assert event.type == "REQUEST"
