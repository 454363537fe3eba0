"""The main job: an article is read and coded."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from dragoman._version import __version__
from dragoman.actors import ActorIndex
from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.confidence import doubted, kept, weigh
from dragoman.events import find_events, left_out
from dragoman.language import Reader, Reading
from dragoman.language.reader import MODEL
from dragoman.positions import Issues, find_positions
from dragoman.records import Event, Records
from dragoman.statements import find_statements

CODER = f"dragoman {__version__}"

__all__ = ["CODER", "CodedArticle", "Coder", "code_reading", "shared_coder"]


def code_reading(reading: Reading, *, issues: Issues | None = None) -> Records:
    """The statements, events and positions of a reading that are not too doubtful.

    Args:
        reading: the reading.
        issues: the issues whose positions are looked for; those that come with Dragoman by default.
    """
    return kept(reading, all_records(reading, issues=issues))


def all_records(reading: Reading, *, issues: Issues | None = None) -> Records:
    """All statements, events and positions of a reading, however doubtful, each with its confidence.

    Args:
        reading: the reading.
        issues: the issues whose positions are looked for; those that come with Dragoman by default.
    """
    actors = ActorIndex(reading)
    statements = find_statements(reading, actors)
    events = find_events(reading, actors, statements)
    positions = find_positions(reading, actors, statements, events, issues=issues)
    records = Records(reading.article.id, statements, events, positions, coder=CODER)
    return weigh(reading, records, actors)


class Coder:
    """Reads and codes articles with one loaded language model.

    Args:
        reader: the reader; by default one with the standard English model.
        issues: the issues whose positions are looked for (`dragoman.positions.load_issues` reads users'
            files); those that come with Dragoman by default.
    """

    def __init__(self, reader: Reader | None = None, *, issues: Issues | None = None) -> None:
        self._reader = reader or Reader()
        self._issues = issues

    def following(self, issues: Issues | None) -> Coder:
        """A coder with the same language model that looks for the positions on other issues.

        Args:
            issues: the issues; None for those that come with Dragoman.
        """
        return Coder(self._reader, issues=issues)

    def code(self, article: Article) -> CodedArticle:
        """One article coded."""
        return next(self.code_all([article]))

    def code_all(self, articles: Iterable[Article]) -> Iterator[CodedArticle]:
        """Articles coded, one by one, in order."""
        readings = self._reader.read_all(articles)
        while (coded := self._next_coded(readings)) is not None:
            yield coded

    def left_out(self, article: Article) -> CodedArticle:
        """What an article mentions without record, as records of a coded article; `explain` tells why.

        They are the events that a rule leaves out, and all that is too doubtful.

        Args:
            article: the article.
        """
        reading = self._reader.read(article)
        records = all_records(reading, issues=self._issues)
        doubtful = doubted(reading, records)
        mentioned = left_out(reading, ActorIndex(reading), records.statements)
        return CodedArticle(
            reading.article,
            replace(doubtful, events=tuple(sorted((*doubtful.events, *mentioned), key=_place))),
        )

    def _next_coded(self, readings: Iterator[Reading]) -> CodedArticle | None:
        with _collector_paused():
            reading = next(readings, None)
            if reading is None:
                return None
            return CodedArticle(reading.article, code_reading(reading, issues=self._issues))


def _place(event: Event) -> int:
    return event.trigger[0].start


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from searching the many objects of a reading while it is made.

    It takes a tenth of the time otherwise; between two articles it does its work.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@cache
def shared_coder(model: str = MODEL) -> Coder:
    """The coder of this process for a language model, loaded once, when it is first asked for.

    Args:
        model: name of an installed spaCy English pipeline.

    Raises:
        ModelError: the pipeline is not installed.
    """
    return Coder(Reader(model))
