"""The records that wait for a reviewer, in the order that he asks for."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from dragoman.coded import CodedArticle
from dragoman.ledger.columns import plain
from dragoman.ledger.finding import Question, conditions, kinds
from dragoman.ledger.reading import load
from dragoman.ledger.reviewing import Drawn
from dragoman.ledger.schema import RECORDS, articles
from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import standing
from dragoman.records import Record


class Order(StrEnum):
    """In which order records wait."""

    ARTICLE = "article"  # article by article, the newest first
    UNSURE = "unsure"  # those of little confidence first
    RANDOM = "random"  # at random; a broken-off draw goes on where it was


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records are to be reviewed.

    Args:
        question: what they answer to; background counts, repeats within a report do not.
        order: in which order they wait. seed: of the random order; the same seed gives the same.
    """

    question: Question = field(default_factory=Question)
    order: Order = Order.ARTICLE
    seed: int = 1

    @property
    def drawn(self) -> Drawn:
        """How its records come before a reviewer."""
        if self.order is Order.ARTICLE:
            return Drawn.BY_ARTICLE
        if self.order is Order.UNSURE:
            return Drawn.UNSURE
        only_kinds = Question(kinds=self.question.kinds)
        return Drawn.RANDOM if replace(self.question, background=False) == only_kinds else Drawn.RANDOM_CHOICE


def pending(ledger: Ledger, selection: Selection = Selection()) -> list[str]:
    """The ids of the records on which no decision stands, in the order that is asked for.

    Args:
        ledger: the ledger. selection: which records.

    Raises:
        LedgerError: a party that is asked for is not in the ledger, or the words ask for nothing.
    """
    dialect = "postgresql" if ledger.is_postgresql else "sqlite"
    question = replace(selection.question, background=True)
    decided = select(standing().subquery().c.record_id)
    waiting: list[Any] = []
    with ledger.reading() as connection:
        for place, kind in enumerate(kinds(question)):
            c = RECORDS[kind].c
            query = (
                select(plain(c.id), plain(c.article_id), c.ordinal, c.confidence, articles.c.published)
                .join(articles, articles.c.id == c.article_id)
                .where(*conditions(connection, kind, question, dialect), c.id.not_in(decided))
            )
            if "repeats_id" in c:
                query = query.where(c.repeats_id.is_(None))
            waiting += [(place, *row) for row in connection.execute(query)]
    return [row[1] for row in sorted(waiting, key=_sorting(selection))]


def as_reviewed(ledger: Ledger, record: str) -> tuple[CodedArticle, Record]:
    """A record as it stands, with the edit that stands, and its article.

    Args:
        ledger: the ledger. record: its id, or the beginning of it.

    Raises:
        RecordNotFoundError: no record answers to the id, or several.
    """
    coded, found = ledger.find(record)
    with ledger.reading() as connection:
        (shown,) = load(connection, [coded.article.id], edited=True)
    return shown, shown.find(found.id)


def _sorting(selection: Selection) -> Callable[[Any], Any]:
    match selection.order:
        case Order.ARTICLE:
            return lambda row: (_newest_first(row[5]), row[2], row[0], row[3])
        case Order.UNSURE:
            return lambda row: (row[4], row[1])
        case Order.RANDOM:
            return lambda row: hashlib.blake2b(f"{selection.seed}:{row[1]}".encode(), digest_size=8).digest()


def _newest_first(day: dt.date | None) -> int:
    return -day.toordinal() if day else 0
