"""What all exporters share: what they take, what may be chosen, and how lines are written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from dragoman.article import Article
from dragoman.formats.json import as_json
from dragoman.formats.losses import Losses
from dragoman.records import Records, Status

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Coded(Protocol):
    """An article with what it puts on record, such as `dragoman.CodedArticle`."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def records(self) -> Records:
        """What it puts on record."""


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen of an export.

    Args:
        repeats: whether records that repeat another of the same report (a caption that repeats the body) are
            written too; by default only the first of them is.
        statuses: the events to write, by status; None for those that the format can tell apart.
        text: whether the articles' text is written too, where the format has a place for it: rights may
        forbid. sidecar: where to write the exact words of each event, as JSON lines, for formats that
        cannot hold them.
    """

    repeats: bool = False
    statuses: frozenset[Status] | None = None
    text: bool = False
    sidecar: BinaryIO | None = None


class Lines:
    """Writes lines of text as UTF-8.

    Args:
        out: where to write.
        losses: where to tell what UTF-8 or a table's cell cannot hold.
    """

    def __init__(self, out: BinaryIO, losses: Losses) -> None:
        self._out = out
        self._losses = losses

    def line(self, text: str) -> None:
        """Write a line."""
        self._out.write(f"{utf8(text, self._losses)}\n".encode())

    def json(self, value: object) -> None:
        """Write plain data as JSON on one line."""
        self.line(as_json(value))

    def row(self, cells: Iterable[object], *, empty: str = "") -> None:
        """Write cells between tabs; white space in a cell becomes single spaces.

        Args:
            cells: their values; None is an empty cell.
            empty: what stands in an empty cell.
        """
        self.line("\t".join(self._cell(cell) or empty for cell in cells))

    def _cell(self, value: object) -> str:
        text = "" if value is None else str(value)
        flat = " ".join(text.split()) if any(c.isspace() and c != " " for c in text) else text
        self._losses.add("line breaks and tabs", "a cell of a table cannot hold them", int(flat != text))
        return flat


def utf8(text: str, losses: Losses) -> str:
    """Text that UTF-8 can hold, as many code points as before."""
    try:
        text.encode()
    except UnicodeEncodeError:
        losses.add("lone surrogates", "UTF-8 cannot hold them; U+FFFD stands in their place")
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
