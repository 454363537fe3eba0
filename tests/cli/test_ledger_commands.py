"""`dragoman add`, `check` and `recode`: what they store, print and exit with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert, text, update

import dragoman
from command_line import Run
from dragoman.ledger import schema

REPORT = "Norway will close its embassy in Comoros, Foreign Minister Ingrid Solvang said on Thursday."
CORRECTED = REPORT.replace("Thursday", "Friday")
LATER = "Portugal recognised the council of Comoros on Monday, its foreign minister told reporters."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "b.txt").write_text(LATER, encoding="utf-8")
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    told = {"outlet": "Harbour Wire", "published": "2024-05-16"}
    lines = [
        {"id": 1, "text": REPORT, "topic": "missions", **told},
        {"id": 2, "text": LATER, "topic": "recognition", **told},
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_a_folder_is_added_once(run: Run, place: str, reports: Path) -> None:
    code, out, err = run("add", place, reports, "--published", "2024-05-16", "--json")
    assert (code, err) == (0, "")
    first = json.loads(out)
    assert (first["reports"], first["new"], first["failed"]) == (2, 2, 0)
    assert first["statements"] >= 2
    with dragoman.open_ledger(place) as ledger:
        before = ledger.counts()
        assert {c.article.text for c in ledger} == {REPORT, LATER}
    code, out, _ = run("add", place, reports, "--published", "2024-05-16", "--json")
    assert json.loads(out)["same"] == 2
    with dragoman.open_ledger(place) as ledger:
        assert ledger.counts() == before
    assert run("check", place)[0] == 0


def test_what_the_ledger_has_is_not_coded_again(
    run: Run, tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", tmp_path / "l.db", reports)
    monkeypatch.setattr("dragoman.coder.shared_coder", None)
    code, out, _ = run("add", tmp_path / "l.db", reports)
    assert code == 0
    assert "2 there already" in out


def test_a_corrected_file_is_a_version_and_shows_what_changed(run: Run, place: str, reports: Path) -> None:
    run("add", place, reports / "a.txt", "--published", "2024-05-16")
    (reports / "a.txt").write_text(CORRECTED, encoding="utf-8")
    code, out, _ = run("add", place, reports / "a.txt", "--published", "2024-05-16", "--json")
    (version,) = json.loads(out)["versions"]
    assert code == 0
    assert version["added"] == version["removed"] > 0
    assert run("check", place)[0] == 0


def test_reports_of_a_corpus_are_chosen(run: Run, tmp_path: Path, corpus: Path) -> None:
    place = tmp_path / "l.db"
    assert json.loads(run("add", place, corpus, "--topic", "missions", "--json")[1])["new"] == 1
    assert json.loads(run("add", place, corpus, "--where", "topic=Missions", "--json")[1])["same"] == 1
    assert json.loads(run("add", place, corpus, "--limit", "1", "--json")[1])["reports"] == 1
    assert json.loads(run("add", place, corpus, "--json")[1])["new"] == 1
    with dragoman.open_ledger(place) as ledger, ledger.reading() as connection:
        topics = connection.scalars(
            text("SELECT value FROM article_fields WHERE name = 'topic' ORDER BY value")
        )
        assert topics.all() == ["missions", "recognition"]
    code, _, err = run("add", place, corpus, "--where", "topic")
    assert code == 2
    assert "FIELD=VALUE" in err


def test_several_processes_store_the_same(run: Run, tmp_path: Path, corpus: Path) -> None:
    lines = corpus.read_text(encoding="utf-8")
    places = ("Fiji", "Peru", "Chad")
    corpus.write_text("\n".join(lines.replace("Comoros", p).replace('"id"', '"n"') for p in places))
    for workers in (1, 2):
        code, out, _ = run("add", tmp_path / f"{workers}.db", corpus, "--workers", workers, "--json")
        assert code == 0
        assert json.loads(out)["new"] == 6
    with dragoman.open_ledger(tmp_path / "1.db") as one, dragoman.open_ledger(tmp_path / "2.db") as two:
        assert list(one) == list(two)


def test_a_bad_file_is_told_and_the_others_are_stored(run: Run, tmp_path: Path, reports: Path) -> None:
    (reports / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n....")
    code, out, err = run("add", tmp_path / "l.db", reports, tmp_path / "missing.txt")
    assert code == 0
    assert "2 new, 2 failed" in out
    assert err.count("\n") == 2
    assert "bad.txt" in err
    assert "missing.txt" in err
    assert run("add", tmp_path / "l.db", reports, "--strict")[0] == 1
    assert run("add", tmp_path / "l.db", tmp_path / "missing.txt")[0] == 1


def test_what_is_coded_already_is_stored_as_it_is(
    run: Run, tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded = tmp_path / "coded.jsonl"
    code, out, _ = run("read", reports / "a.txt", "--json", "--published", "2024-05-16")
    coded.write_text(out, encoding="utf-8")
    monkeypatch.setattr("dragoman.coder.shared_coder", None)
    code, out, _ = run("add", tmp_path / "l.db", coded, "--json")
    assert (code, json.loads(out)["new"]) == (0, 1)
    with dragoman.open_ledger(tmp_path / "l.db") as ledger:
        assert [c.to_json() for c in ledger] == coded.read_text(encoding="utf-8").splitlines()


def test_each_report_has_its_line_when_it_is_stored(run: Run, tmp_path: Path, reports: Path) -> None:
    _, out, _ = run("add", tmp_path / "l.db", reports, "--each", "--json")
    *lines, summary = map(json.loads, out.splitlines())
    with dragoman.open_ledger(tmp_path / "l.db") as ledger:
        assert sorted(line["article"] for line in lines) == sorted(ledger.ids())
    assert summary["new"] == 2


def test_a_check_that_fails_exits_with_3(run: Run, place: str, reports: Path) -> None:
    run("add", place, reports)
    with dragoman.open_ledger(place) as ledger, ledger.writing() as connection:
        connection.execute(text("UPDATE spans SET exact = 'x' || exact WHERE role = 'cue'"))
    code, out, err = run("check", place)
    assert code == 3
    assert "faults" in out
    assert "cannot be read back" in err
    code, out, _ = run("check", place, "--json")
    assert code == 3
    assert json.loads(out)["clean"] is False


def test_coding_anew_shows_what_changes_and_keeps_reviews(run: Run, place: str, reports: Path) -> None:
    run("add", place, reports, "--published", "2024-05-16")
    assert "0 added, 0 removed, 0 changed" in run("recode", place)[1]
    with dragoman.open_ledger(place) as ledger, ledger.writing() as connection:
        (record,) = connection.execute(text("SELECT id, article_id FROM statements LIMIT 1")).all()
        review = {
            "record_kind": "statement", "article_id": record.article_id, "decision": "accept",
            "reviewer": "Ada", "reviewed": "2026-01-02T03:04:05.000Z",
        }  # fmt: skip
        reviews = [{"record_id": key, **review} for key in (record.id, "f" * 16)]
        connection.execute(insert(schema.reviews), reviews)
        doubt = update(schema.statements).where(schema.statements.c.id == record.id)
        connection.execute(doubt.values(confidence=0.01))
        older = update(schema.articles).where(schema.articles.c.id == record.article_id)
        connection.execute(older.values(coder="dragoman 0.0.1"))
    dry = json.loads(run("recode", place, "--dry-run", "--json")[1])
    assert (dry["changed"], dry["added"], dry["removed"]) == ([record.id], [], [])
    done = json.loads(run("recode", place, "--older", "--json")[1])
    assert (done["articles"], done["changed"]) == (1, [record.id])
    assert json.loads(run("recode", place, "--older", "--json")[1])["articles"] == 0
    with dragoman.open_ledger(place) as ledger:
        assert ledger.reviewed() == {record.id, "f" * 16}
    assert run("check", place)[0] == 0
    assert run("recode", place, "no such id")[0] == 2


@pytest.mark.parametrize("command", ["check", "recode"])
def test_a_ledger_that_is_not_there_is_told(run: Run, new_place: Callable[[], str], command: str) -> None:
    code, out, err = run(command, new_place())
    assert (code, out) == (1, "")
    assert "dragoman add" in err
