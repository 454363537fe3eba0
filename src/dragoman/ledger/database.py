"""The database behind a ledger: an SQLite file or a PostgreSQL server, opened, upgraded, read and written."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select, table, text
from sqlalchemy import column as named_column
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from dragoman.ledger.errors import BusyLedgerError, LedgerError, NewerLedgerError, NoLedgerError

MIGRATIONS = Path(__file__).with_name("migrations") / "versions"
PATIENCE = 300.0  # seconds that a writer waits for another
WRITERS = 0x64726167  # the advisory lock that writers take in turn on PostgreSQL ("drag")
_log = logging.getLogger(__name__)
_version = table("alembic_version", named_column("version_num"))
_SETTINGS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # what was reported as stored outlives a power cut
    "PRAGMA cache_size = -65536",
    "PRAGMA mmap_size = 268435456",
    "PRAGMA temp_store = MEMORY",
)


@cache
def newest_revision() -> str:
    """The number of the newest migration: what this version reads and writes."""
    return max(path.name[:4] for path in MIGRATIONS.glob("[0-9]*.py"))


def url_of(where: str | Path) -> URL:
    """The address of a ledger.

    Args:
        where: the path of an SQLite file, or the URL of a PostgreSQL database ("postgresql://host/name").

    Raises:
        LedgerError: it is a URL of another kind.
    """
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(f"{where}: no database URL: write postgresql://user@host/name") from error
    kind = url.drivername.partition("+")[0]
    if kind in {"sqlite", "postgres", "postgresql"}:
        return url.set(drivername="sqlite" if kind == "sqlite" else "postgresql+psycopg")
    raise LedgerError(f"{where}: no ledger is kept in {kind}: give a file, or postgresql://user@host/name")


class Database:
    """One open database.

    Args:
        where: a path or a URL, as `url_of` takes it.
        create: whether to make what is not there.

    Raises:
        NoLedgerError: there is none, and `create` does not ask for it.
        NewerLedgerError: a newer Dragoman wrote it.
        LedgerError: it is no ledger, or cannot be opened.
    """

    def __init__(self, where: str | Path, *, create: bool) -> None:
        self.url = url_of(where)
        self.name = str(where)
        if self.is_postgresql:
            self.name = self.url.set(drivername="postgresql").render_as_string(hide_password=True)
        if not self.is_postgresql:
            _check_file(self.name, self.url.database or "", create=create)
        self.engine = self._engine()
        try:
            self._prepare(create=create)
        except BaseException:
            self.close()
            raise

    @property
    def is_postgresql(self) -> bool:
        """Whether a PostgreSQL server keeps it."""
        return self.url.get_backend_name() == "postgresql"

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger, whoever writes to it meanwhile."""
        with self.engine.connect() as connection:
            if self.is_postgresql:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work is kept whole when the block ends, and not at all if it fails.

        Writers take turns: one waits until the other has ended.

        Raises:
            BusyLedgerError: the other does not end.
        """
        with self.engine.connect() as connection:
            if self.is_postgresql:
                with connection.begin():
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS})
                    yield connection
                return
            with self._turn(connection.execution_options(writes=True)):
                yield connection

    @contextmanager
    def _turn(self, connection: Connection) -> Iterator[None]:
        """A transaction that writes from its start, so that it cannot lose its turn halfway."""
        started = time.monotonic()
        while True:
            try:
                transaction = connection.begin()
                break
            except OperationalError as error:
                if not _is_busy(error):
                    raise
                if time.monotonic() - started > PATIENCE:
                    raise BusyLedgerError(
                        f"{self.name}: another program has been writing for {PATIENCE:.0f} seconds: "
                        "let it end, or end it, and run this again"
                    ) from error
                time.sleep(0.05)
        with transaction:
            yield

    def _engine(self) -> Engine:
        try:
            engine = create_engine(self.url)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise LedgerError(
                f"{self.name}: psycopg is not installed: pip install 'dragoman[postgresql]'"
            ) from error
        if not self.is_postgresql:
            event.listen(engine, "connect", _set_up)
            event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self, *, create: bool) -> None:
        """Make or upgrade the tables."""
        try:
            with self.reading() as connection:
                found = self._revision(connection, create=create)
            if found != newest_revision():
                self._upgrade(found)
        except DatabaseError as error:
            reason = " ".join(str(error.orig).split())
            raise LedgerError(
                f"{self.name}: cannot be opened: {reason}: check the name and your rights"
            ) from error

    def _upgrade(self, found: str | None) -> None:
        from dragoman.ledger.migrating import upgrade  # noqa: PLC0415 - slow to import, and seldom needed

        if found is not None:
            _log.warning("%s: its tables are upgraded from %s to %s", self.name, found, newest_revision())
        with self.writing() as connection:
            upgrade(connection)

    def _revision(self, connection: Connection, *, create: bool) -> str | None:
        """The migration that the tables are at; None if there are none yet."""
        tables = inspect(connection).get_table_names()
        if "alembic_version" in tables:
            found = connection.scalar(select(_version.c.version_num))
            if found and "articles" in tables:
                return self._known(str(found))
        if "articles" in tables or (tables and not self.is_postgresql):
            raise LedgerError(f"{self.name}: another program's database: give a new name")
        if not create:
            raise NoLedgerError(f"{self.name}: no ledger in it: make one with 'dragoman add'")
        return None

    def _known(self, revision: str) -> str:
        if revision > newest_revision():
            raise NewerLedgerError(
                f"{self.name}: written by a newer Dragoman (its tables are at {revision}, this version knows "
                f"{newest_revision()}): upgrade Dragoman"
            )
        return revision


def _check_file(name: str, path: str, *, create: bool) -> None:
    file = Path(path)
    if file.is_dir():
        raise LedgerError(f"{name}: a folder: give the name of a file in it")
    if not file.exists() and not create:
        raise NoLedgerError(f"{name}: no such ledger: check the name, or make one with 'dragoman add'")
    if not file.parent.is_dir():
        raise LedgerError(f"{name}: no folder {file.parent}: make it first")
    if file.exists() and file.stat().st_size and not holds_database(file):
        raise LedgerError(f"{name}: no ledger but another file: give a new name")


def holds_database(file: Path) -> bool:
    """Whether a file is an SQLite database, by the word of SQLite itself.

    Closing a file that a program opened by itself would take away the locks that the same program's SQLite
    holds on it, and with them the safety of what is stored (sqlite.org/howtocorrupt.html, section 2.2).

    Args:
        file: a file that is there.
    """
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.DatabaseError as error:
            return "not a database" not in str(error)
    return True


def _set_up(connection: sqlite3.Connection, _: Any) -> None:
    """Set up a new connection to SQLite."""
    connection.isolation_level = None  # transactions begin when `_begin` says so
    for setting in _SETTINGS:
        connection.execute(setting)
    started = time.monotonic()
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:  # two programs that make one ledger at the same moment
            if "locked" not in str(error) or time.monotonic() - started > PATIENCE:
                raise
            time.sleep(0.05)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(
        "BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN"
    )


def _is_busy(error: OperationalError) -> bool:
    return getattr(error.orig, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
