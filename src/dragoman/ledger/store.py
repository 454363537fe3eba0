"""The ledger: many reports, coded, in one database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, distinct, func, insert, select, update

from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.ledger import schema
from dragoman.ledger.columns import now
from dragoman.ledger.database import Database
from dragoman.ledger.errors import LedgerError, NoArticleError
from dragoman.ledger.faults import faults_of
from dragoman.ledger.reading import load
from dragoman.ledger.standing import Plan, Standing, plan
from dragoman.ledger.writing import replace_records, write
from dragoman.records import Record

BATCH = 64  # articles read at once


@dataclass(slots=True)
class Run:
    """One pass of a coder over reports; the ledger notes it with the first article that it brings.

    Args:
        command: what was asked ("add", "recode").
        coder: name and version of the coder.
        inputs: what was read: paths and filters.
        id: its number in the ledger; None as long as it brought nothing.
    """

    command: str
    coder: str
    inputs: Sequence[str] = ()
    id: int | None = None
    started: str = field(default_factory=now)


class Ledger:
    """Reports, what they put on record, and what people say of it.

    It is iterable: its coded articles, in order of publication, without superseded versions.

    Args:
        where: the path of an SQLite file, or the URL of a PostgreSQL database.
        create: whether to make what is not there.

    Raises:
        LedgerError: it is no ledger, or cannot be opened; the message says why, and what to do.
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        self._database = Database(where, create=create)

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """The ledger in a file or a database; see `Ledger`."""
        return cls(where, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({self.name!r})"

    @property
    def name(self) -> str:
        """What to call it in messages: its path, or its URL without the password."""
        return self._database.name

    @property
    def address(self) -> str:
        """What another process opens it by: its path, or its URL with the password."""
        url = self._database.url
        return url.render_as_string(hide_password=False) if self.is_postgresql else str(url.database)

    @property
    def is_postgresql(self) -> bool:
        """Whether a PostgreSQL server keeps it."""
        return self._database.is_postgresql

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for queries over `dragoman.ledger.schema`: one state, whoever writes meanwhile."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction: all of it is kept when the block ends, nothing if it fails; writers take turns.

        Raises:
            BusyLedgerError: another writer does not end.
        """
        return self._database.writing()

    # ---- in

    def plan(self, article: Article, *, identity: str | None = None) -> Plan:
        """How a report stands to the ledger, and so whether it needs to be coded.

        Args:
            article: the report.
            identity: what stays when its text is corrected, such as its path; its URL by default.
        """
        with self.reading() as connection:
            return plan(connection, article, article.url or identity)

    def add(
        self,
        coded: CodedArticle,
        *,
        identity: str | None = None,
        fields: Mapping[str, str] | None = None,
        run: Run | None = None,
    ) -> Standing:
        """Put a coded report into the ledger, whole or not at all.

        Args:
            coded: the report with its records.
            identity: what stays when its text is corrected, such as its path; its URL by default.
            fields: what else is known of it, by name.
            run: the pass that coded it.

        Returns:
            How it stood to the ledger: what is there already changes nothing, another text of a known report
            supersedes the earlier one.

        Raises:
            LedgerError: its records and its text do not agree; nothing is stored.
        """
        known_as = coded.article.url or identity
        if faults := faults_of(coded):
            raise LedgerError(f"article {coded.article.id}: {'; '.join(faults[:3])}: code it again")
        with self.writing() as connection:
            planned = plan(connection, coded.article, known_as)
            if planned.standing is Standing.SAME:
                return Standing.SAME
            number = self._noted(connection, run)
            write(connection, coded, planned, identity=known_as, fields=fields or {}, run=number)
        if run is not None:
            run.id = number
        return planned.standing

    def replace(self, coded: CodedArticle, *, run: Run | None = None) -> None:
        """Put new records of an article of the ledger in the place of its earlier ones.

        What was added, removed or changed is kept in the table `record_changes`; reviews stay.

        Args:
            coded: the article, coded anew.
            run: the pass that coded it.

        Raises:
            NoArticleError: the ledger does not have the article.
            LedgerError: its records and its text do not agree; nothing is stored.
        """
        if faults := faults_of(coded):
            raise LedgerError(f"article {coded.article.id}: {'; '.join(faults[:3])}: code it again")
        with self.writing() as connection:
            if not list(load(connection, [coded.article.id])):
                raise self._no_article(coded.article.id)
            number = self._noted(connection, run)
            replace_records(connection, coded, number)
        if run is not None:
            run.id = number

    def finish(self, run: Run, summary: Mapping[str, Any]) -> None:
        """Note that a run has ended, if it brought anything.

        Args:
            run: the run.
            summary: its figures.
        """
        if run.id is not None:
            with self.writing() as connection:
                query = update(schema.runs).where(schema.runs.c.id == run.id)
                connection.execute(query.values(finished=now(), summary=dict(summary)))

    def _noted(self, connection: Connection, run: Run | None) -> int | None:
        """The number of a run, which is noted in the transaction of the first article that it brings."""
        if run is None:
            return None
        if run.id is not None:
            return run.id
        number = (connection.scalar(select(func.max(schema.runs.c.id))) or 0) + 1
        connection.execute(insert(schema.runs).values(
            id=number, command=run.command, coder=run.coder, inputs=list(run.inputs), started=run.started
        ))  # fmt: skip
        return number

    # ---- out

    def ids(self, *, superseded: bool = False, coded_before: str | None = None) -> list[str]:
        """The ids of its articles, in order of publication.

        Args:
            superseded: whether earlier versions of corrected reports are among them.
            coded_before: only those that another coder than this one coded.
        """
        table = schema.articles
        query = select(table.c.id).order_by(table.c.published.nulls_first(), table.c.id)
        if not superseded:
            query = query.where(table.c.current)
        if coded_before is not None:
            query = query.where(table.c.coder != coded_before)
        with self.reading() as connection:
            return list(connection.scalars(query))

    def reviewed(self) -> set[str]:
        """The ids of the records that people have reviewed, of those too that are gone."""
        with self.reading() as connection:
            return set(connection.scalars(select(schema.reviews.c.record_id).distinct()))

    def all_coded(
        self, ids: Iterable[str] | None = None, *, superseded: bool = False, edited: bool = False
    ) -> Iterator[CodedArticle]:
        """Its coded articles, in order of publication or of the ids; read as they are needed.

        Args:
            ids: of the articles; those that are not there are passed over.
            superseded: whether earlier versions of corrected reports are among them.
            edited: whether records are wanted as people edited them, and not as the machine read them.
        """
        wanted = self.ids(superseded=superseded) if ids is None else ids
        for some in _batches(wanted):
            with self.reading() as connection:
                found = list(load(connection, some, edited=edited))
            yield from found

    def __iter__(self) -> Iterator[CodedArticle]:
        return self.all_coded()

    def __len__(self) -> int:
        with self.reading() as connection:
            query = select(func.count()).select_from(schema.articles).where(schema.articles.c.current)
            return connection.scalar(query) or 0

    def articles(self, *, superseded: bool = False) -> Iterator[Article]:
        """Its articles, in order of publication.

        Args:
            superseded: whether earlier versions of corrected reports are among them.
        """
        return (coded.article for coded in self.all_coded(superseded=superseded))

    def coded(self, article_id: str) -> CodedArticle:
        """An article with its records.

        Raises:
            NoArticleError: there is none of this id.
        """
        with self.reading() as connection:
            for coded in load(connection, [article_id]):
                return coded
        raise self._no_article(article_id)

    def find(self, name: str) -> tuple[CodedArticle, Record]:
        """A record, and the article that it stands in.

        Args:
            name: the record's id, or the beginning of it.

        Raises:
            RecordNotFoundError: none or several answer to it.
        """
        from dragoman.formats.labels import RecordNotFoundError  # noqa: PLC0415

        found: dict[str, str] = {}
        with self.reading() as connection:
            for table in schema.RECORDS.values():
                query = select(table.c.id, table.c.article_id).where(table.c.id.between(name, f"{name}g"))
                found.update(map(tuple, connection.execute(query.limit(2))))
        exact = {name: found[name]} if name in found else found
        if not name or len(exact) != 1:
            how_many = f"begins the ids of {len(exact)} records or more" if exact else "is no record's id"
            raise RecordNotFoundError(f"{self.name}: {name!r} {how_many}: give more of the id")
        ((record_id, article_id),) = exact.items()
        coded = self.coded(article_id)
        return coded, coded.find(record_id)

    def counts(self) -> dict[str, int]:
        """How much there is: articles, and their records without those of superseded versions."""
        everything = {
            "copies": schema.copies,
            "actors": schema.actors,
            "reviews": schema.reviews,
            "runs": schema.runs,
        }
        current = {"articles": schema.articles, "statements": schema.statements, "events": schema.events,
                   "positions": schema.positions}  # fmt: skip
        with self.reading() as connection:
            counts = {
                name: connection.scalar(select(func.count()).select_from(t).where(t.c.current)) or 0
                for name, t in current.items()
            }
            counts |= {
                name: connection.scalar(select(func.count()).select_from(t)) or 0
                for name, t in everything.items()
            }
            counts["superseded"] = (
                connection.scalar(
                    select(func.count()).select_from(schema.articles).where(~schema.articles.c.current)
                )
                or 0
            )
            counts["outlets"] = connection.scalar(select(func.count(distinct(schema.articles.c.outlet)))) or 0
        return counts

    def _no_article(self, article_id: str) -> NoArticleError:
        return NoArticleError(f"{self.name}: no article {article_id!r}: check the id")


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    left = iter(ids)
    while some := list(islice(left, BATCH)):
        yield some
