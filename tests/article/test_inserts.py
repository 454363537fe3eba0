"""Cards of links that pages set behind names, in invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import without_inserts

CARDS = [
    ("Senator Ann {}Holm Ada (Ann) HolmTalks fail again Holm: 'No deal' MORE{} (Ohio) said no.", "Holm"),
    ("President Boris {}Marlow Boris John Marlow Envoys leave in anger MORE{}'s aide left.", "Marlow"),
    ("The leader Kam Jong {}Ul Kam Jong UlSummit called off MORE{} left.", "Ul"),
]
RUNNING = [
    "Ann Holm wants MORE from the talks.",
    "Holm met Ann Holm in Oslo and asked for more.",
    "Marlow said that Marlow and Holm had left.\n\nREAD MORE",
]


@pytest.mark.parametrize(("marked", "surname"), CARDS)
def test_a_card_of_links_behind_a_name_is_blank(marked: str, surname: str) -> None:
    text = marked.format("", "")
    start, end = marked.index("{") + len(surname), marked.index("{", marked.index("{") + 1) - len("{}")
    assert without_inserts(text) == text[:start] + " " * (end - start) + text[end:]


@pytest.mark.parametrize("text", RUNNING)
def test_running_text_stays_as_it_is(text: str) -> None:
    assert without_inserts(text) == text


@given(st.text() | st.from_regex(r"([A-Z][a-z]* ){0,8}MORE\n?", fullmatch=True))
def test_offsets_hold(text: str) -> None:
    left = without_inserts(text)
    assert len(left) == len(text)
    assert all(a in (b, " ") for a, b in zip(left, text, strict=True))
