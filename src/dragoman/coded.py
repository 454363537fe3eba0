"""A coded article: the text, what it puts on record, and the forms it takes for people and programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.article import Article
from dragoman.records import Event, Position, Record, Records, Statement

if TYPE_CHECKING:
    from dragoman.formats.explanation import Explanation


@dataclass(frozen=True)
class CodedArticle:
    """An article and what it puts on record.

    Args:
        article: the article.
        records: its statements, events and positions, and what could not be carried.
    """

    article: Article
    records: Records

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who said what, in order of the text."""
        return self.records.statements

    @property
    def events(self) -> tuple[Event, ...]:
        """Who did what to whom, in order of the text."""
        return self.records.events

    @property
    def positions(self) -> tuple[Position, ...]:
        """Where actors stand on the issues, in order of the text."""
        return self.records.positions

    @property
    def changes(self) -> tuple[tuple[Position, Position], ...]:
        """The pairs of positions, old and new, where the new one supersedes the old."""
        from dragoman.formats.phrases import changes  # noqa: PLC0415 - forms are loaded when asked for

        return changes(self.records)

    def find(self, name: str) -> Record:
        """The record with a label ("S3"), an id, or the beginning of an id.

        Raises:
            RecordNotFoundError: none or several answer to it.
        """
        from dragoman.formats.labels import find  # noqa: PLC0415

        return find(self.records, name)

    def explain(self, record: Record | str) -> Explanation:
        """Why a record stands: its words, the rule that made it, what was resolved, what it rests on.

        Args:
            record: a record, its label, its id, or the beginning of its id.

        Raises:
            RecordNotFoundError: none or several answer to the name.
        """
        from dragoman.formats.explanation import explain  # noqa: PLC0415

        found = self.find(record) if isinstance(record, str) else self.find(record.id)
        return explain(self.article, self.records, found)

    def to_json(self, *, indent: int | None = None) -> str:
        """The article and its records as JSON text, without loss (see `dragoman.formats.json`)."""
        from dragoman.formats.json import dumps  # noqa: PLC0415

        return dumps(self.article, self.records, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> CodedArticle:
        """A coded article from what `to_json` wrote.

        Raises:
            FormatError: it is not JSON of this form, or a record's words are not in the text.
        """
        from dragoman.formats.json import loads  # noqa: PLC0415

        return cls(*loads(text))

    def to_html(self) -> str:
        """A page that stands alone: the article with its records in the margin."""
        from dragoman.formats.html import page  # noqa: PLC0415

        return page(self.article, self.records)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from dragoman.formats.html import fragment  # noqa: PLC0415

        return fragment(self.article, self.records)
