"""Articles with what people let stand of their records: what is exported, and the ground of answer keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import select

from dragoman.coded import CodedArticle
from dragoman.ledger.reading import load
from dragoman.ledger.schema import articles, reviews
from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import rejected, reviewed
from dragoman.records import Record

_R = TypeVar("_R", bound=Record)
_LINKS = ("within", "repeats", "statement", "event", "supersedes")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article of which people reviewed records.

    Args:
        coded: the article with the records that they accepted or edited, as they edited them.
        waiting: how many of its records nobody reviewed; repeats within it do not count.
    """

    coded: CodedArticle
    waiting: int


def reviewed_articles(ledger: Ledger) -> Iterator[Reviewed]:
    """The articles on whose records a decision stands, in order of publication.

    Args:
        ledger: the ledger.
    """
    with ledger.reading() as connection:
        query = (
            select(articles.c.id)
            .where(articles.c.id.in_(select(reviews.c.article_id)))
            .order_by(articles.c.published.nulls_first(), articles.c.id)
        )
        for article_id in list(connection.scalars(query)):
            (coded,) = load(connection, [article_id], edited=True)
            verdicts = reviewed(connection, [record.id for record in coded.records])
            if verdicts:
                waiting = [
                    r for r in coded.records if r.id not in verdicts and getattr(r, "repeats", None) is None
                ]
                kept = {key for key, verdict in verdicts.items() if verdict != "rejected"}
                yield Reviewed(_only(coded, kept), len(waiting))


def standing_articles(ledger: Ledger) -> Iterator[CodedArticle]:
    """All articles as answers show them: records as people edited them, and none that they rejected.

    Args:
        ledger: the ledger; its articles are given in order of publication.
    """
    with ledger.reading() as connection:
        struck = set(connection.scalars(rejected()))
    for coded in ledger.all_coded(edited=True):
        found = {record.id for record in coded.records}
        yield _only(coded, found - struck) if found & struck else coded


def _only(coded: CodedArticle, kept: set[str]) -> CodedArticle:
    """A coded article with some of its records, and no links to the others."""
    records = replace(
        coded.records,
        statements=tuple(_linked(r, kept) for r in coded.statements if r.id in kept),
        events=tuple(_linked(r, kept) for r in coded.events if r.id in kept),
        positions=tuple(_linked(r, kept) for r in coded.positions if r.id in kept),
    )
    return CodedArticle(coded.article, records)


def _linked(record: _R, kept: set[str]) -> _R:
    lost: dict[str, Any] = {name: None for name in _LINKS if getattr(record, name, None) not in {None, *kept}}
    return replace(record, **lost)
