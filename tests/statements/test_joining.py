"""Which quotations stand where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.statements.joining import quote_around, quotes_over
from dragoman.statements.quotes import Quote

_QUOTES = st.lists(st.integers(0, 60), unique=True, max_size=12).map(
    lambda marks: [
        Quote(a, b, 0, True) for a, b in zip(sorted(marks)[::2], sorted(marks)[1::2], strict=False)
    ]
)


@given(_QUOTES, st.integers(0, 60), st.integers(1, 20))
def test_quotations_over_a_stretch_are_those_that_share_some_of_it(
    quotes: list[Quote], start: int, size: int
) -> None:
    end = start + size

    assert quotes_over(quotes, start, end) == [q for q in quotes if q.start < end and start < q.end]


@given(_QUOTES, st.integers(0, 60))
def test_a_quotation_is_around_what_stands_in_it(quotes: list[Quote], offset: int) -> None:
    assert quote_around(quotes, offset) == next((q for q in quotes if q.start <= offset < q.end), None)
