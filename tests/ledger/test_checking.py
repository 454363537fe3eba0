"""What a check finds: nothing in a sound ledger, and each thing that was tampered with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from dragoman.coded import CodedArticle
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check, size
from dragoman.ledger.differences import difference, versions_of
from hand_records import ARTICLE, EXPULSION, OPEN, PLEDGE, RECORDS, span

CODED = CodedArticle(ARTICLE, RECORDS)


def corrected() -> CodedArticle:
    """The report with other letters at its end."""
    article = replace(ARTICLE, text=f"{ARTICLE.text}!")
    statements = tuple(replace(s, id=f"c{s.id[1:]}", article=article.id) for s in RECORDS.statements)
    ids = {old.id: new.id for old, new in zip(RECORDS.statements, statements, strict=True)}
    event = replace(EXPULSION, id="c" * 16, article=article.id, trigger=(span("expelled"),))
    opened = replace(OPEN, id="d" * 16, article=article.id, stance="closed")
    assert ids
    return CodedArticle(
        article,
        replace(RECORDS, article=article.id, statements=statements, events=(event,), positions=(opened,)),
    )


def test_a_sound_ledger_is_clean(ledger: Ledger) -> None:
    ledger.add(CODED)
    ledger.add(corrected())
    told: list[int] = []
    assert list(check(ledger, told=told.append)) == []
    assert sum(told) == size(ledger) == 2


@pytest.mark.parametrize(
    ("tampering", "at", "message"),
    [
        ("UPDATE articles SET text = text || ' '", f"articles {ARTICLE.id}", "its text was changed"),
        (
            "UPDATE spans SET start_offset = 0, end_offset = 4, exact = 'Peru' WHERE role = 'cue'",
            "articles",
            "Peru",
        ),
        (
            "UPDATE spans SET end_offset = end_offset + 1 WHERE role = 'evidence'",
            "articles",
            "cannot be read",
        ),
        (
            "UPDATE statements SET speaker = 'Ada Quill' WHERE act = 'pledge'",
            f"statements {PLEDGE.id}",
            "Ada Quill",
        ),
        ("UPDATE positions SET day = '2020-01-01'", "positions", "day"),
        ("UPDATE events SET words = 'left'", "events", "words"),
        ("UPDATE statements SET act = 'sing' WHERE act = 'pledge'", "articles", "sing"),
        ("UPDATE articles SET current = false", f"articles {ARTICLE.id}", "current"),
        ("UPDATE positions SET current = false", "positions", "current"),
        ("UPDATE actors SET country = 'PER' WHERE name = 'Taravia'", "actors", "no longer its hash"),
        ("UPDATE event_actors SET name = 'Peru' WHERE role = 'actor'", "event_actors", "names another"),
        ("DELETE FROM spans WHERE role = 'content'", "statements", "words"),
        ("UPDATE spans SET record_id = 'x' || record_id WHERE role = 'trigger'", "spans x", "no such event"),
        (
            "INSERT INTO groups VALUES ('g', 'event', 'm', 1, NULL); "
            "INSERT INTO group_members VALUES ('g', 'x', 'event', 'original', 1)",
            "group_members x",
            "no such event",
        ),
    ],
)
def test_what_was_tampered_with_is_found(ledger: Ledger, tampering: str, at: str, message: str) -> None:
    ledger.add(CODED)
    with ledger.writing() as connection:
        for command in tampering.split("; "):
            connection.execute(text(command))
    faults = [str(fault) for fault in check(ledger)]
    assert any(fault.startswith(at) and message in fault for fault in faults), faults


def test_search_out_of_step_is_found(tmp_path: object) -> None:
    with Ledger.open(f"{tmp_path}/ledger.db") as ledger:
        ledger.add(CODED)
        with ledger.writing() as connection:
            connection.execute(text("INSERT INTO statements_search (rowid, words) VALUES (99, 'nothing')"))
        (fault,) = check(ledger)
        assert "statements_search" in fault.place
        with ledger.writing() as connection:
            connection.execute(text(fault.message.partition("run ")[2]))
        assert list(check(ledger)) == []


def test_versions_show_what_they_changed(ledger: Ledger) -> None:
    ledger.add(CODED)
    new = corrected()
    ledger.add(new)
    ((earlier, changes),) = versions_of(ledger, new.article.id)
    assert earlier == ARTICLE.id
    assert changes == difference(CODED, new)
    assert [r.id for r in changes.added] == ["d" * 16]
    assert set(changes.removed) == {RECORDS.events[1], *RECORDS.positions}
    assert changes.same == 4
    assert versions_of(ledger, ARTICLE.id) == []
