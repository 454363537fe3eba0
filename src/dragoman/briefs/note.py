"""A briefing note as plain data: sections of entries, each with exact words, references and sources."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from dragoman.formats.addresses import followable

SHORTEST = 8  # digits of a record's id in a reference; the sources have them all


@dataclass(frozen=True, slots=True)
class Reference:
    """What a sentence rests on: the number of a source, and the id of a record of the ledger."""

    source: int
    record: str

    def __str__(self) -> str:
        return f"[{self.source} · {self.short}]"

    @property
    def short(self) -> str:
        """The beginning of the record's id."""
        return self.record[:SHORTEST]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Exact words of a report.

    Args:
        pieces: the words, each piece as it stands in the report's text. cut: whether the last one goes on.
        reference: whose words they are.
        label: what they are to the entry ("Before: open"); "" where that goes without saying.
        outlet, day: of the report, where known.
    """

    pieces: tuple[str, ...]
    reference: Reference
    label: str = ""
    outlet: str | None = None
    day: dt.date | None = None
    cut: bool = False

    @property
    def words(self) -> str:
        """The pieces in a line."""
        return " … ".join(self.pieces) + (" …" if self.cut else "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter: a sentence of ours, and the words that it rests on.

    Args:
        says: the sentence. quotations: the words, at least one quotation.
    """

    says: str
    quotations: tuple[Quotation, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """What the sentence rests on, each once."""
        return tuple(dict.fromkeys(q.reference for q in self.quotations))


@dataclass(frozen=True, slots=True)
class Part:
    """Entries under a heading of their own; `title` is "" where they need none."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a note.

    Args:
        name: a short name that stays ("changes"). title: its heading.
        parts: its entries. total: how many there are, shown or not.
        empty: what it says where there is none.
        abreast: whether the quotations of an entry stand side by side.
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    total: int
    empty: str
    abreast: bool = False

    @property
    def shown(self) -> int:
        """How many entries it shows."""
        return sum(len(part.entries) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Source:
    """A report that is cited.

    Args:
        number: what references call it. article: its id in the ledger.
        outlet, title, published, url: where known. records: ids of the records cited from it.
    """

    number: int
    article: str
    outlet: str | None
    title: str | None
    published: dt.date | None
    url: str | None
    records: tuple[str, ...]

    @property
    def link(self) -> str | None:
        """Its address, if it is one that may be followed."""
        return followable(self.url)


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing note.

    Args:
        country: the code. name: what to call it. since, until: the first and the last day.
        issues: those that it is about; all if empty.
        occurrences, reports, independent, outlets: how much it rests on.
        sections: what it says. sources: the reports that it cites, by number.
    """

    country: str
    name: str
    since: dt.date
    until: dt.date
    issues: tuple[str, ...]
    occurrences: int
    reports: int
    independent: int
    outlets: int
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]

    @property
    def title(self) -> str:
        """Its title."""
        return f"{self.name}: briefing note"

    def entries(self) -> Iterator[Entry]:
        """All its entries."""
        for section in self.sections:
            for part in section.parts:
                yield from part.entries

    def to_markdown(self) -> str:
        """The note as Markdown (CommonMark)."""
        from dragoman.briefs.pages import markdown  # noqa: PLC0415

        return markdown(self)

    def to_html(self) -> str:
        """The note as a page that stands alone and prints well."""
        from dragoman.briefs.pages import html  # noqa: PLC0415

        return html(self)

    def to_docx(self) -> bytes:
        """The note as a Word document.

        Raises:
            MissingExtraError: python-docx is not installed.
        """
        from dragoman.briefs.word import document  # noqa: PLC0415

        return document(self)

    def to_json(self, indent: int | None = None) -> str:
        """The note as JSON, days in ISO 8601."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=indent, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")
