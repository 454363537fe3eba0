"""Scoring expressions of time against TimeML: what is found, and whether it names the right date.

Counted is every TIMEX3 of type DATE, TIME or DURATION in the text whose value names a calendar date: a year
("1998"), month ("1998-03"), day ("1998-03-12", with or without an hour), week ("1998-W11"; a weekend is its
week), and a quarter or season, of which the year counts because `Time` has nothing finer for it. A value
known in part ("1998-WXX", "1998-XX-XX") counts with the part that is known. Left out are durations ("P20Y"),
decades and centuries ("198"), the vague ("PAST_REF") and sets ("every Thursday").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

from lxml import etree

from dragoman.article import Article, Segment, Zone
from dragoman.evaluation.figures import Scores, Tally
from dragoman.language import Reading, Time

_COUNTED = frozenset({"DATE", "TIME", "DURATION"})
_CALENDAR = re.compile(r"(?P<year>\d{4})(?:-(?P<rest>.+))?")
_PARAGRAPHS = re.compile(r"\n\s*\n")


class TimesError(ValueError):
    """A TimeML file that cannot be scored, with the file and the reason."""


class ReadsArticles(Protocol):
    """What the scorer needs of a reader."""

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Articles read, one by one, in order."""


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time that the key marks: offsets in the article's text and the calendar date that it names."""

    start: int
    end: int
    value: str


def calendar_value(value: str) -> str | None:
    """The calendar date that a TIMEX3 value names, as far as `Time` can say it; None if it names none."""
    match = _CALENDAR.fullmatch(value)
    if match is None:
        return None
    year, rest = match["year"], (match["rest"] or "").partition("T")[0]
    if re.fullmatch(r"W\d\d?(-WE)?", rest):
        return f"{year}-W{int(rest[1:].partition('-')[0]):02}"
    if day := re.fullmatch(r"(\d\d)-(\d\d)", rest):
        return f"{year}-{day[1]}-{day[2]}"
    if month := re.fullmatch(r"(\d\d)(-XX)?", rest):
        return f"{year}-{month[1]}"
    return year


def read_timeml(path: Path) -> tuple[Article, list[GoldTime]]:
    """The article of a TimeML file, dated by its document creation time, and the times of its key.

    Raises:
        TimesError: the file is no TimeML, or lacks its text or creation time.
    """
    try:
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise TimesError(
            f"{path}: not a TimeML file: {error}; give files from the TempEval-3 data"
        ) from error
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise TimesError(f"{path}: no TEXT or no DCT element; give files from the TempEval-3 data")
    gold: list[GoldTime] = []
    pieces: list[str] = []
    _walk(body, pieces, gold, 0)
    text = "".join(pieces)
    try:
        published = dt.date.fromisoformat((created.get("value") or "")[:10])
    except ValueError as error:
        raise TimesError(f"{path}: the creation time is no date: {error}; mend the DCT element") from error
    return Article(text, tuple(_paragraphs(text)), published=published), gold


def _walk(element: Any, pieces: list[str], gold: list[GoldTime], offset: int) -> int:
    """Collect the text below an element and the times in it; returns the offset behind it."""
    start = offset
    if element.text:
        pieces.append(element.text)
        offset += len(element.text)
    for child in element:
        offset = _walk(child, pieces, gold, offset)
        if child.tail:
            pieces.append(child.tail)
            offset += len(child.tail)
    if element.tag == "TIMEX3" and element.get("type") in _COUNTED:
        value = calendar_value(element.get("value") or "")
        if value is not None and offset > start:
            gold.append(GoldTime(start, offset, value))
    return offset


def _paragraphs(text: str) -> Iterator[Segment]:
    cuts = [0, *(m.end() for m in _PARAGRAPHS.finditer(text)), len(text)]
    for start, end in pairwise(cuts):
        if text[start:end].strip():
            yield Segment(Zone.BODY, start, end)


def score_times(paths: Iterable[Path], reader: ReadsArticles) -> Scores:
    """Figures over TimeML files: "times found" (any overlap) and "times right" of all times of the key.

    Args:
        paths: TimeML files. reader: reads the articles made of them.
    """
    tally = Tally()
    files = [read_timeml(path) for path in paths]
    readings = reader.read_all(article for article, _ in files)
    for reading, (_, gold) in zip(readings, files, strict=True):
        _count(tally, reading, gold)
    return tally.scores()


def _count(tally: Tally, reading: Reading, gold: list[GoldTime]) -> None:
    met = [[t for t in reading.times if _overlaps(reading, t, g)] for g in gold]
    found = sum(any(_overlaps(reading, t, g) for g in gold) for t in reading.times)
    missed = sum(not times for times in met)
    tally.figure("times found", found, found + missed, len(reading.times))
    tally.accuracy(
        "times right", [any(t.value == g.value for t in times) for times, g in zip(met, gold, strict=True)]
    )


def _overlaps(reading: Reading, time: Time, gold: GoldTime) -> bool:
    span = reading.span(time.first, time.last)
    return span.start < gold.end and gold.start < span.end
