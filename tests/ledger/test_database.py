"""Opening ledgers: what is there, what is not, what is older or newer, and who else writes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, select, text

from dragoman.coded import CodedArticle
from dragoman.ledger import (
    BusyLedgerError,
    Ledger,
    LedgerError,
    NewerLedgerError,
    NoLedgerError,
    database,
    schema,
)
from dragoman.ledger.database import Database, newest_revision
from dragoman.ledger.migrating import upgrade
from hand_records import ARTICLE, RECORDS

CODED = CodedArticle(ARTICLE, RECORDS)


def test_what_is_not_there_is_told(new_place: Callable[[], str]) -> None:
    with pytest.raises(NoLedgerError, match="dragoman add"):
        Ledger.open(new_place(), create=False)


def test_the_migrations_make_the_tables_of_the_schema(ledger: Ledger) -> None:
    def ours(_: object, name: str | None, kind: str, __: object, ___: object) -> bool:
        return "_search" not in (name or "")  # made by hand in a migration

    with ledger.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": ours, "compare_type": True, "target_metadata": schema.metadata},
        )
        assert compare_metadata(context, schema.metadata) == []


def test_an_older_ledger_is_upgraded(place: str) -> None:
    old = Database.__new__(Database)
    old.url = database.url_of(place)
    old.name = place
    old.engine = old._engine()
    with old.writing() as connection:
        upgrade(connection, to="0001")
        actor = {"id": "a" * 16, "name": "Velmark", "kind": "government", "sectors": []}
        connection.execute(insert(schema.actors), actor)
    old.close()
    with Ledger.open(place) as ledger:
        ledger.add(CODED)
        with ledger.reading() as connection:
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == newest_revision()
            assert "a" * 16 in connection.scalars(select(schema.actors.c.id)).all()
            assert connection.scalar(text("SELECT count(*) FROM records")) == len(list(RECORDS))


def test_a_newer_ledger_is_not_guessed_at(ledger: Ledger, place: str) -> None:
    with ledger.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerLedgerError, match="upgrade Dragoman"):
        Ledger.open(place)


@pytest.mark.parametrize("view", ["records", "statement_list", "event_list", "position_list"])
def test_the_views_read(ledger: Ledger, view: str) -> None:
    ledger.add(CODED)
    with ledger.reading() as connection:
        assert connection.execute(text(f"SELECT * FROM {view}")).mappings().all()


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE articles (id)")
    other.close()
    with pytest.raises(LedgerError, match="another program's"):
        Ledger.open(path)
    (tmp_path / "notes.txt").write_text("The envoy left.", encoding="utf-8")
    with pytest.raises(LedgerError, match="another file"):
        Ledger.open(tmp_path / "notes.txt")
    with pytest.raises(LedgerError, match="a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(LedgerError, match="make it first"):
        Ledger.open(tmp_path / "nowhere" / "ledger.db")


@pytest.mark.parametrize("url", ["mysql://host/name", "://", "postgresql://host:port/name"])
def test_other_urls_are_refused(url: str) -> None:
    with pytest.raises(LedgerError, match="postgresql://user@host/name"):
        Ledger.open(url)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open("postgresql://nobody@/none?host=/nowhere")


def test_a_password_is_not_shown() -> None:
    with pytest.raises(LedgerError) as told:
        Ledger.open("postgresql://nobody:secret@/none?host=/nowhere")
    assert "secret" not in str(told.value)


def test_readers_see_one_state_while_others_write(ledger: Ledger, place: str) -> None:
    with ledger.reading() as connection:
        count = text("SELECT count(*) FROM articles")
        assert connection.scalar(count) == 0
        with Ledger.open(place) as other:
            other.add(CODED)
        assert connection.scalar(count) == 0
    assert len(ledger) == 1


def test_writers_take_turns(ledger: Ledger, place: str) -> None:
    """Each of many writers reads a number and writes the next; none is lost."""

    def count_up() -> None:
        with Ledger.open(place) as own:
            for _ in range(10):
                with own.writing() as connection:
                    found = connection.scalar(select(schema.groups.c.size)) or 0
                    query = schema.groups.update() if found else insert(schema.groups)
                    values = {"id": "g", "kind": "article", "method": "none"} if not found else {}
                    connection.execute(query.values(size=found + 1, **values))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with ledger.reading() as connection:
        assert connection.scalar(select(schema.groups.c.size)) == 40


def test_a_writer_that_does_not_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    monkeypatch.setattr(database, "_SETTINGS", ("PRAGMA busy_timeout = 50", "PRAGMA foreign_keys = ON"))
    one, other = Ledger.open(tmp_path / "l.db"), Ledger.open(tmp_path / "l.db")
    with one, other, one.writing(), pytest.raises(BusyLedgerError, match="let it end"):
        other.add(CODED)
