"""What another version of a report says that the earlier one did not, and the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from sqlalchemy import select

from dragoman.coded import CodedArticle
from dragoman.ledger.schema import articles
from dragoman.ledger.store import Ledger
from dragoman.records import Event, Position, Record, Statement


@dataclass(frozen=True, slots=True)
class Difference:
    """How the records of two versions differ; where a record stands in the text does not matter.

    Args:
        added: what only the later one puts on record.
        removed: what only the earlier one does.
        same: how many records both have.
    """

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    same: int


def difference(earlier: CodedArticle, later: CodedArticle) -> Difference:
    """How the records of two versions of a report differ."""
    old, new = (Counter(map(_says, coded.records)) for coded in (earlier, later))
    return Difference(_only(later, new - old), _only(earlier, old - new), (old & new).total())


def _only(coded: CodedArticle, wanted: Counter[Hashable]) -> tuple[Record, ...]:
    left = Counter(wanted)
    found = []
    for record in coded.records:
        if left[_says(record)] > 0:
            left[_says(record)] -= 1
            found.append(record)
    return tuple(found)


def _says(record: Record) -> Hashable:
    """What a record says, without its place in the text."""
    if isinstance(record, Statement):
        words = tuple(span.exact for span in record.content)
        return "statement", record.speaker, record.act, record.negated, record.said, words
    if isinstance(record, Event):
        words = tuple(span.exact for span in record.trigger)
        return "event", record.type, record.actors, record.recipients, record.status, record.on, words
    assert isinstance(record, Position)
    return "position", record.holder, record.issue, record.stance, record.counterpart, record.on


def versions_of(ledger: Ledger, article_id: str) -> list[tuple[str, Difference]]:
    """The earlier versions of an article, the first one first, each with what the next one changed.

    Args:
        ledger: the ledger.
        article_id: the article's id.

    Raises:
        NoArticleError: the ledger does not have it.
    """
    later = ledger.coded(article_id)
    found: list[tuple[str, Difference]] = []
    while earlier_id := _superseded(ledger, later.article.id):
        earlier = ledger.coded(earlier_id)
        found.append((earlier_id, difference(earlier, later)))
        later = earlier
    return found[::-1]


def _superseded(ledger: Ledger, article_id: str) -> str | None:
    with ledger.reading() as connection:
        return connection.scalar(select(articles.c.supersedes).where(articles.c.id == article_id))
