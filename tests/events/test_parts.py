"""Attacks that are the means or the outcome of another, in invented reports read with the real model."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian troops attacked a Danish convoy, killing two Swedish doctors.",
        "Two Swedish doctors were killed in a Norwegian air strike on Denmark.",
    ],
)
def test_the_means_and_the_outcome_of_an_attack_are_no_second_attack(reader: Reader, sentence: str) -> None:
    assert [e.type.value for e in events_of(reader, sentence)] == ["ASSAULT"]


def test_attacks_side_by_side_are_two(reader: Reader) -> None:
    sentence = "Norwegian troops attacked a Danish convoy and later killed two Swedish doctors."
    assert [e.type.value for e in events_of(reader, sentence)] == ["ASSAULT", "ASSAULT"]
