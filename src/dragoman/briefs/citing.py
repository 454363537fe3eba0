"""Records as exact words with a reference, and the reports that they stand in as numbered sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.article import Span
from dragoman.briefs.note import Quotation, Reference, Source
from dragoman.coded import CodedArticle
from dragoman.formats.phrases import evidence
from dragoman.formats.sentences import sentences
from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.answers import Evidence
from dragoman.records import Event, Record, Statement

LONGEST = 600  # letters of one quotation; what goes beyond is cut after a word


class Citations:
    """The reports that a note cites, numbered in the order in which they come.

    Args:
        ledger: where they are. cited: all records that may be cited.

    Raises:
        LedgerError: one of them is there no more, for somebody coded its report anew meanwhile.
    """

    def __init__(self, ledger: Ledger, cited: Iterable[Evidence]) -> None:
        several = list(cited)
        ids = dict.fromkeys(e.article for e in several)
        self._articles: dict[str, CodedArticle] = {c.article.id: c for c in ledger.all_coded(ids)}
        self._records = {r.id: r for coded in self._articles.values() for r in coded.records}
        if gone := [e.record for e in several if e.record not in self._records]:
            raise LedgerError(
                f"{ledger.name}: record {gone[0]} went while the note was written: write it again"
            )
        self._cited: dict[str, dict[str, None]] = {}

    def record(self, of: Evidence) -> Record:
        """The record behind some evidence."""
        return self._records[of.record]

    def quote(self, of: Evidence, label: str = "") -> Quotation:
        """The words that a record rests on; those of events and positions, which are few, in their sentence.

        Args:
            of: the record. label: what they are to the entry.
        """
        record = self._records[of.record]
        article = self._articles[of.article].article
        words = evidence(record)
        spans = words if isinstance(record, Statement) else sentences(article, words)
        return self._quotation(of, spans, label)

    def condition(self, of: Evidence) -> list[Quotation]:
        """The words of a record's condition, if it has one."""
        record = self._records[of.record]
        spans = () if isinstance(record, Event) else record.conditions
        return [self._quotation(of, spans, "On condition")] if spans else []

    def sources(self) -> tuple[Source, ...]:
        """What was cited, by number."""
        return tuple(
            Source(number, a.id, a.outlet, a.title, a.published, a.url, tuple(records))
            for number, (key, records) in enumerate(self._cited.items(), 1)
            for a in (self._articles[key].article,)
        )

    def _quotation(self, of: Evidence, spans: Sequence[Span], label: str) -> Quotation:
        self._cited.setdefault(of.article, {})[of.record] = None
        number = list(self._cited).index(of.article) + 1
        pieces, cut = _shortened([span.exact for span in spans])
        return Quotation(pieces, Reference(number, of.record), label, of.outlet, of.published, cut)


def _shortened(pieces: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The first pieces of a quotation, so many as are read with patience, and whether more follows."""
    kept: list[str] = []
    room = LONGEST
    for piece in pieces:
        if len(piece) > room:
            start = piece[:room].rstrip()
            whole_words = start if piece[len(start)].isspace() else start.rpartition(" ")[0]
            return (*kept, *([whole_words] if whole_words else [])) or (start,), True
        kept.append(piece)
        room -= len(piece)
    return tuple(kept), False
