"""Spans: exact words and where they stand."""

from __future__ import annotations

from dataclasses import dataclass


class SpanError(ValueError):
    """A span whose words are not the words of the text at its place."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Exact words of a text and their place, in Unicode code points.

    Args:
        start: offset of the first code point, 0 or more.
        end: offset behind the last code point, greater than `start`.
        exact: the words themselves; `text[start:end] == exact` for the text they come from.
    """

    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.exact) or not self.exact:
            raise SpanError(f"span {self.start}:{self.end} cannot hold {self.exact!r}")

    def check(self, text: str) -> None:
        """Raise `SpanError` unless the words stand in `text` at this place."""
        if text[self.start : self.end] != self.exact:
            raise SpanError(
                f"the text has {text[self.start : self.end]!r} at {self.start}:{self.end}, not {self.exact!r}"
            )

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end
