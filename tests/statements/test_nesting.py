"""Nesting has no circles, whatever the contents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

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
