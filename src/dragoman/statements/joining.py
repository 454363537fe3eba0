"""Joining: quotations and the pieces of contents, how they overlap and grow together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from dragoman.language import Reading
from dragoman.statements.draft import Draft, Piece
from dragoman.statements.quotes import Quote

MARKS_ONLY = re.compile(r"^[\s,.;:!?—–…'\"“”‘’-]*$")


def inside(draft: Draft, quote: Quote) -> bool:
    """Whether the cue is itself quoted."""
    return draft.cue is not None and quote.start <= draft.cue.start < quote.end


def overlaps(draft: Draft, quote: Quote) -> bool:
    """Whether some of a draft's content stands in a quotation."""
    return any(start < quote.end and quote.start < end for start, end in draft.content.pieces)


def quotes_over(quotes: list[Quote], start: int, end: int) -> list[Quote]:
    """The quotations of which some stands between two offsets.

    Args:
        quotes: the quotations of an article, in order. start, end: the offsets.
    """
    return quotes[bisect_right(quotes, start, key=_end) : bisect_left(quotes, end, key=_start)]


def quote_around(quotes: list[Quote], offset: int) -> Quote | None:
    """The quotation that an offset stands in.

    Args:
        quotes: the quotations of an article, in order. offset: the offset.
    """
    return next(iter(quotes_over(quotes, offset, offset + 1)), None)


def quotes_of(draft: Draft, quotes: list[Quote]) -> list[Quote]:
    """The quotations that some of a draft's content stands in.

    Args:
        draft: the draft. quotes: the quotations of its article, in order.
    """
    return [q for start, end in draft.content.pieces for q in quotes_over(quotes, start, end)]


def _start(quote: Quote) -> int:
    return quote.start


def _end(quote: Quote) -> int:
    return quote.end


def add_quote(quote: Quote, draft: Draft, reading: Reading, start: int | None = None) -> None:
    """Let a draft's content hold a quotation, or what stands from a start to the quotation's end."""
    pieces = [*draft.content.pieces, (quote.start if start is None else start, quote.end)]
    draft.content.pieces = merge(pieces, reading.article.text)


def merge(pieces: list[Piece], text: str) -> list[Piece]:
    """Pieces in order, those that overlap or are parted by marks alone joined."""
    merged: list[Piece] = []
    for start, end in sorted(pieces):
        if merged and (start <= merged[-1][1] or (text and _joined(text, merged[-1][1], start))):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _joined(text: str, end: int, start: int) -> bool:
    return bool(MARKS_ONLY.match(text[end:start])) and "\n" not in text[end:start]
