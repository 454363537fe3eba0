"""The main job: an article is read and coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman._version import __version__
from dragoman.actors import ActorIndex
from dragoman.article import Article
from dragoman.events import find_events
from dragoman.language import Reader, Reading
from dragoman.positions import find_positions
from dragoman.records import Records
from dragoman.statements import find_statements

CODER = f"dragoman {__version__}"


@dataclass(frozen=True)
class CodedArticle:
    """An article and what it puts on record."""

    article: Article
    records: Records


def code_reading(reading: Reading) -> Records:
    """The statements, events and positions of a reading."""
    actors = ActorIndex(reading)
    statements = find_statements(reading, actors)
    events = find_events(reading, actors, statements)
    positions = find_positions(reading, actors, statements, events)
    return Records(reading.article.id, statements, events, positions, coder=CODER)


class Coder:
    """Reads and codes articles with one loaded language model.

    Args:
        reader: the reader; by default one with the standard English model.
    """

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader or Reader()

    def code(self, article: Article) -> CodedArticle:
        """One article coded."""
        return next(self.code_all([article]))

    def code_all(self, articles: Iterable[Article]) -> Iterator[CodedArticle]:
        """Articles coded, one by one, in order."""
        for reading in self._reader.read_all(articles):
            yield CodedArticle(reading.article, code_reading(reading))
