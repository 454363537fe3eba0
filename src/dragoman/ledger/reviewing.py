"""What people say of records: they accept, edit or reject them, and undo what they said.

Decisions are only ever added to, and know records by their ids, so that they outlive coding anew. The last
decision on a record that nobody undid is the one that stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, insert, select

from dragoman.coded import CodedArticle
from dragoman.formats.json import as_json, encode
from dragoman.ledger.amending import settle, sources
from dragoman.ledger.columns import now
from dragoman.ledger.editing import EditError, apply, difference, edited
from dragoman.ledger.errors import LedgerError
from dragoman.ledger.rows import kind_of
from dragoman.ledger.schema import RECORDS
from dragoman.ledger.schema import reviews as table
from dragoman.ledger.store import Ledger
from dragoman.records import Record


class Decision(StrEnum):
    """What may be decided of a record."""

    ACCEPT = "accept"  # it is right
    EDIT = "edit"  # it is right with other values
    REJECT = "reject"  # it is wrong
    UNDO = "undo"  # an earlier decision does not hold


class Drawn(StrEnum):
    """How a record came before its reviewer."""

    NAMED = "named"  # by its id
    BY_ARTICLE = "by article"
    UNSURE = "unsure"  # those of little confidence first
    RANDOM = "random"  # at random among all of its kind
    RANDOM_CHOICE = "random choice"  # at random among those of one issue, actor, time …


@dataclass(frozen=True, slots=True)
class Review:
    """A decision on a record.

    Args:
        id: its number in the ledger. record, kind, article: what it is on.
        decision: what was decided. reviewer: who decided. reviewed: when, ISO 8601 in UTC.
        edit: the fields of the record that are otherwise, in the form of `dragoman.formats.json`.
        undoes: the number of the decision that does not hold. note: why.
        seen: the record as the machine had read it. drawn: how it came before the reviewer.
    """

    id: int
    record: str
    kind: str
    article: str
    decision: Decision
    reviewer: str
    reviewed: str
    edit: Mapping[str, Any] | None = None
    undoes: int | None = None
    note: str | None = None
    seen: Mapping[str, Any] | None = None
    drawn: Drawn | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision, and what became of it.

    Args:
        review: the decision. stands: whether it is the one that counts for its record.
        orphaned: whether the ledger has its record no more, since the article was coded anew.
        undone: whether it was undone later.
    """

    review: Review
    stands: bool
    orphaned: bool
    undone: bool = False

    @property
    def state(self) -> str:
        """In a word or two: "stands", "superseded", "undone", "undoing"; "orphaned" goes before "stands"."""
        if self.review.decision is Decision.UNDO:
            return "undoing"
        if self.undone:
            return "undone"
        if not self.stands:
            return "superseded"
        return "orphaned" if self.orphaned else "stands"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Reviewers who decided otherwise on one record.

    Args:
        record: its id. reviews: the last decision of each, in order of time; the last one stands.
    """

    record: str
    reviews: tuple[Review, ...]


def accept(
    ledger: Ledger, record: str, *, reviewer: str, note: str | None = None, drawn: Drawn = Drawn.NAMED
) -> Review:
    """Decide that a record is right as it stands: with the edit that stands, if one does.

    Args:
        ledger: the ledger. record: its id, or the beginning of it.
        reviewer: who decides. note: why. drawn: how it came before the reviewer.

    Raises:
        RecordNotFoundError: no record answers to the id, or several.
    """
    return _decide(ledger, record, Decision.ACCEPT, _By(reviewer, note, drawn))


def reject(
    ledger: Ledger, record: str, *, reviewer: str, note: str | None = None, drawn: Drawn = Drawn.NAMED
) -> Review:
    """Decide that a record is wrong, so that no answer shows it; args and errors as for `accept`."""
    return _decide(ledger, record, Decision.REJECT, _By(reviewer, note, drawn))


def edit(
    ledger: Ledger, record: str, values: Mapping[str, Any], *, reviewer: str, note: str | None = None,
    drawn: Drawn = Drawn.NAMED,
) -> Review:  # fmt: skip
    """Decide that a record is right with other values; what was edited before stays so.

    Args:
        ledger: the ledger. record: its id, or the beginning of it.
        values: new values by the names of `dragoman.ledger.editing.FIELDS`; None for none.
        reviewer: who decides. note: why. drawn: how it came before the reviewer.

    Raises:
        RecordNotFoundError: no record answers to the id, or several.
        EditError: a field cannot have the value, or nothing would change.
    """
    return _decide(ledger, record, Decision.EDIT, _By(reviewer, note, drawn), values)


def undo(ledger: Ledger, record: str, *, reviewer: str, note: str | None = None) -> Review:
    """Decide that the decision that stands on a record does not hold; the one before it stands again.

    Args:
        ledger: the ledger. record: its id or the beginning of it, of a record that is no more, too.
        reviewer: who decides. note: why.

    Raises:
        LedgerError: no decision stands on such a record, or the beginning is that of several.
    """
    with ledger.writing() as connection:
        begun = select(table.c.record_id).distinct().where(table.c.record_id.between(record, f"{record}g"))
        names = {record} & {*(ids := list(connection.scalars(begun)))} or ids
        earlier = [review for name in names for review in history(connection, name)]
        standing = list(fold(earlier).values()) if record else []
        if len(standing) != 1:
            raise LedgerError(
                f"{record!r} begins the ids of {len(standing)} reviewed records: give more of it"
                if standing
                else f"{record!r}: no decision stands on such a record: look with 'dragoman review --list'"
            )
        last = standing[0]
        made = keep(connection, Review(
            0, last.record, last.kind, last.article, Decision.UNDO, reviewer, _moment(earlier),
            undoes=last.id, note=note,
        ))  # fmt: skip
        settle(connection, last.article, [last.record])
        return made


def reviews(ledger: Ledger) -> list[Kept]:
    """All decisions in the order in which they came to the ledger, undoings too."""
    with ledger.reading() as connection:
        known = history(connection)
        standing = {review.id for review in fold(known).values()}
        there = {
            record
            for kind, records in RECORDS.items()
            for record in connection.scalars(
                select(records.c.id).where(
                    records.c.id.in_(select(table.c.record_id).where(table.c.record_kind == kind))
                )
            )
        }
    undone = {review.undoes for review in known}
    return [Kept(r, r.id in standing, r.record not in there, r.id in undone) for r in known]


def disagreements(ledger: Ledger) -> list[Disagreement]:
    """The records on which reviewers do not agree, each by his last decision that none undid."""
    with ledger.reading() as connection:
        alive = _alive(history(connection))
    last: dict[str, dict[str, Review]] = defaultdict(dict)
    for review in alive:
        last[review.record][review.reviewer] = review
    return [
        Disagreement(record, tuple(sorted(mine.values(), key=_order)))
        for record, mine in last.items()
        if len({(review.decision, as_json(review.edit)) for review in mine.values()}) > 1
    ]


def fold(known: Iterable[Review]) -> dict[str, Review]:
    """The decision that stands on each record, of those on which one does: the last that none undid.

    Args:
        known: decisions, undoings with them, in any order.
    """
    return {review.record: review for review in _alive(known)}


def history(connection: Connection, record: str | None = None) -> list[Review]:
    """The decisions of a ledger, by number.

    Args:
        connection: to the ledger. record: the id of the record on which they are; by default all.
    """
    query = select(table) if record is None else select(table).where(table.c.record_id == record)
    return [
        Review(
            row.id, row.record_id, row.record_kind, row.article_id, Decision(row.decision), row.reviewer,
            row.reviewed, row.edit, row.undoes, row.note, row.seen, Drawn(row.drawn) if row.drawn else None,
        )
        for row in connection.execute(query.order_by(table.c.id))
    ]  # fmt: skip


def keep(connection: Connection, review: Review) -> Review:
    """Add a decision under the next number; `settle` makes its record's rows say so.

    Args:
        connection: in a transaction. review: the decision; its number does not matter.
    """
    made = replace(review, id=(connection.scalar(select(func.max(table.c.id))) or 0) + 1)
    row = {f.name: getattr(made, f.name) for f in fields(Review)}
    for name in ("record", "article"):
        row[f"{name}_id"] = row.pop(name)
    row["record_kind"] = row.pop("kind")
    connection.execute(insert(table).values(**row))
    return made


def _alive(known: Iterable[Review]) -> list[Review]:
    """The decisions that none undid, in order of time."""
    several = list(known)
    undone = {review.undoes for review in several}
    alive = [r for r in several if r.decision is not Decision.UNDO and r.id not in undone]
    return sorted(alive, key=_order)


def _order(review: Review) -> tuple[str, int]:
    return review.reviewed, review.id


@dataclass(frozen=True, slots=True)
class _By:
    reviewer: str
    note: str | None
    drawn: Drawn


def _decide(
    ledger: Ledger, name: str, decision: Decision, by: _By, values: Mapping[str, Any] | None = None
) -> Review:
    coded, read = ledger.find(name)
    with ledger.writing() as connection:
        earlier = history(connection, read.id)
        last = fold(earlier).get(read.id)
        change = last.edit if last and last.decision is Decision.EDIT else None
        if decision is Decision.EDIT:
            change = _change(connection, coded, read, change, values or {})
        if decision is not Decision.REJECT:
            decision = Decision.EDIT if change else Decision.ACCEPT
        made = keep(connection, Review(
            0, read.id, kind_of(read), read.article, decision, by.reviewer, _moment(earlier),
            change if decision is Decision.EDIT else None, None, by.note, encode(read), by.drawn,
        ))  # fmt: skip
        settle(connection, read.article, [read.id])
        return made


def _change(
    connection: Connection, coded: CodedArticle, read: Record, earlier: Mapping[str, Any] | None,
    values: Mapping[str, Any],
) -> Mapping[str, Any]:  # fmt: skip
    """All that is otherwise than the machine read it, with new values on top of an earlier edit."""
    text = coded.article.text
    before = apply(read, earlier, text)
    after = edited(before, values, sources(connection, text))
    if after == before:
        raise EditError(f"record {read.id}: nothing would change: give another value, or accept it")
    return difference(read, after)


def _moment(earlier: Iterable[Review]) -> str:
    """Now, or the moment of the last decision, where a clock was set back since."""
    return max([now(), *(review.reviewed for review in earlier)])
