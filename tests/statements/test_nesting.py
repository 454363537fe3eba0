"""Nesting has no circles; a speaker's earlier words are apart from what he says now."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coded_text import said, statements_of
from dragoman.language import Reader
from dragoman.records import Act
from dragoman.statements.draft import Content, Draft
from dragoman.statements.nesting import nest
from hand_readings import reading_of

_WORDS = 12
_READING = reading_of("\n".join(f"w{n} _ VBD VERB {'ROOT 0' if n == 0 else 'conj 1'}" for n in range(_WORDS)))
_PIECES = st.tuples(st.integers(0, _WORDS - 1), st.integers(0, _WORDS - 1)).map(sorted)


@given(st.lists(st.tuples(st.integers(0, _WORDS - 1), _PIECES), max_size=8))
def test_no_two_attributions_enclose_each_other(places: list[tuple[int, list[int]]]) -> None:
    tokens = _READING.tokens
    drafts = [
        Draft(
            tokens[cue],
            [tokens[cue]],
            tokens[cue],
            Content([(tokens[first].start, tokens[last].end)], "clause"),
            Act.INFORM,
            "verb:test",
        )
        for cue, (first, last) in places
    ]
    for draft in nest(drafts):
        seen: list[Draft] = []
        above = draft.within
        while above is not None:
            assert all(above is not d for d in seen)
            seen.append(above)
            above = above.within


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Norway said it told Iceland to leave the bay.", "to leave the bay"),
        ("Norway said it had asked Iceland for two trawlers.", "two trawlers"),
        ("Norway said it would carry out its threat to close the bay.", "to close the bay"),
        (
            "Norway said on Friday it has cut aid over what it calls Iceland's failure to act against crews.",
            "Iceland's failure to act against crews",
        ),
        ("“We have urged Iceland to leave the bay,” Ana Petrova said.", "to leave the bay"),
    ],
)
def test_what_a_speaker_said_before_is_another_statement(reader: Reader, text: str, earlier: str) -> None:
    now, before = statements_of(reader, text)
    assert (said(before), before.within) == (earlier, now.id)


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it welcomed the new toll.",
        "Norway said it had agreed to lower the toll.",
        "Norway said it would not change its promises to the crews.",
        "“I said we would stay,” said Ana Petrova.",
    ],
)
def test_what_a_speaker_does_by_his_words_is_not_nested(reader: Reader, text: str) -> None:
    assert len(statements_of(reader, text)) == 1
