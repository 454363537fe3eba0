"""The article: one canonical text, its zones and where it comes from."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dragoman.article.spans import Span, SpanError


class Zone(StrEnum):
    """What a piece of an article's text is."""

    SECTION = "section"  # "World", "US News": the label above a headline
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"  # "KABUL, Aug. 16 (AFP) —", inside the paragraph that it opens
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"  # "AFP via Getty Images", at a caption's end or on its own line
    NOTES = "notes"  # "With Post wires", "Additional reporting by …"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the article's text of one zone; segments are in order and do not overlap.

    Args:
        zone: what the stretch is.
        start: offset of its first code point.
        end: offset behind its last code point.
    """

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """One report as text.

    Args:
        text: the canonical text; every offset of every record counts its Unicode code points.
        segments: the zones of the text, in order, without overlap; white space between may be in none.
        title: the headline, from the page or the text; None if there is none.
        outlet: who published it ("New York Post"); None if unknown.
        published: the day of publication, against which "Monday" and "last month" are resolved.
        language: ISO 639-1 code ("en").
        url: where it was published.
        wires: agencies credited for the report or its pictures ("AFP", "Reuters"), in order, once each.
    """

    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    language: str = "en"
    url: str | None = None
    wires: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """The content hash: the first 16 hexadecimal digits of the text's SHA-256."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def day(self) -> str:
        """The day of publication as an ISO date; "" if it is not known."""
        return self.published.isoformat() if self.published else ""

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets.

        Raises:
            SpanError: the offsets are out of order or out of the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"no words at {start}:{end} of a text of {len(self.text)} code points")
        return Span(start, end, self.text[start:end])

    def zone_at(self, offset: int) -> Zone | None:
        """The zone that holds an offset, or None between zones."""
        return next((s.zone for s in self.segments if s.start <= offset < s.end), None)
