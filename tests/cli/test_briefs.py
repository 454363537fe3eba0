"""`dragoman brief`, and changes told to others, from the shell."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from command_line import Run
from dragoman.ledger import Ledger
from hand_ledger import Report, state

NORWAY, PERU = state("NOR"), state("PER")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    where = tmp_path / "desk.db"
    with Ledger.open(where) as ledger:
        for day, stance in (("2024-05-01", "open"), ("2024-05-10", "closed")):
            ledger.add(Report("Harbour Wire", day).position(NORWAY, "mission", stance, PERU).coded())
        ledger.add(Report("Bay Post", "2024-05-12").position(PERU, "talks", "willing", NORWAY).coded())
    return where


@pytest.fixture
def hook() -> Iterator[tuple[str, list[int], list[bytes]]]:
    """A service on this machine: its address, the answers that it will give in turn, and what it got."""
    answers: list[int] = []
    got: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(answers.pop(0) if answers else 204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", answers, got
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_note_on_standard_output(run: Run, place: Path) -> None:
    period = ("--since", "2024-05-02", "--until", "2024-05-31")
    code, shown, err = run("brief", place, "--country", "Norway", *period)
    assert (code, err) == (0, "")
    assert shown.startswith("# Norway: briefing note\n\n2 May 2024 to 31 May 2024\n")
    assert "open became closed" in shown
    note = json.loads(run("brief", place, "--country", "NOR", *period, "--json")[1])
    assert [s["total"] for s in note["sections"]] == [1, 2, 0, 2, 0]
    only = json.loads(run("brief", place, "--country", "NOR", *period, "--issue", "talks", "--json")[1])
    assert [s["total"] for s in only["sections"]] == [0, 1, 0, 1, 0]
    few = json.loads(run("brief", place, "--country", "NOR", *period, "--limit", "1", "--json")[1])
    assert len(few["sections"][1]["parts"]) == 1


def test_the_period_ends_today_unless_told(run: Run, place: Path) -> None:
    import datetime as dt  # noqa: PLC0415

    note = json.loads(run("brief", place, "--country", "NOR", "--since", "2024-05-02", "--json")[1])
    assert note["until"] == dt.date.today().isoformat()


@pytest.mark.parametrize("form", ["md", "html", "docx", "json"])
def test_a_note_in_a_file(run: Run, place: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"note.{form}"
    code, shown, _ = run("brief", place, "--country", "NOR", "--since", "2024-05-02", "--to", out)
    assert (code, shown) == (0, "")
    starts = {"md": b"# Norway", "html": b"<!DOCTYPE html>", "docx": b"PK", "json": b"{"}
    assert out.read_bytes().startswith(starts[form])


def test_what_cannot_be_written_is_told(
    run: Run, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("brief", place, "--country", "NOR", "--since", "2024-05-02", "--to")
    code, _, err = run(*asked, tmp_path / "note.pdf")
    assert code == 1
    assert "note.pdf: a note is written to .md, .html, .docx, .json" in err
    monkeypatch.setitem(sys.modules, "docx", None)
    code, _, err = run(*asked, tmp_path / "note.docx")
    assert code == 1
    assert "pip install 'dragoman[docx]'" in err
    assert not (tmp_path / "note.docx").exists()
    assert run("brief", place, "--country", "Atlantis", "--since", "2024-05-02")[0] == 1


def test_changes_and_positions_of_a_country(run: Run, place: Path) -> None:
    assert "now closed" in run("changes", place, "--country", "Peru")[1]
    assert "Nothing changed." in run("changes", place, "--country", "Fiji")[1]
    assert "talks: willing" in run("positions", place, "--country", "NOR")[1]
    assert "mission: open  BROKEN" in run("pledges", place, "--country", "NOR")[1]
    assert "No pledge" in run("pledges", place, "--country", "Fiji")[1]


def test_changes_as_a_feed(run: Run, place: Path, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    code, shown, err = run("changes", place, "--country", "NOR", "--atom", feed)
    assert (code, shown, err) == (0, "", f"{feed}: 1 change\n")
    first = feed.read_bytes()
    assert b"(country NOR)" in first
    run("changes", place, "--country", "NOR", "--atom", feed)
    assert feed.read_bytes() == first


def test_changes_are_posted_once(run: Run, place: Path, hook: tuple[str, list[int], list[bytes]]) -> None:
    url, answers, got = hook
    answers.append(503)
    code, _, err = run("changes", place, "--webhook", url, "--retries", "1", "--timeout", "5")
    assert (code, err) == (0, "webhook: 1 change delivered, 0 before\n")
    assert len(got) == 2
    assert json.loads(got[1])["change"]["after"] == "closed"
    assert run("changes", place, "--webhook", url)[2] == "webhook: 0 changes delivered, 1 before\n"
    assert len(got) == 2


def test_a_webhook_that_fails_is_told(
    run: Run, place: Path, tmp_path: Path, hook: tuple[str, list[int], list[bytes]]
) -> None:
    url, answers, got = hook
    answers.append(500)
    feed = tmp_path / "feed.xml"
    code, _, err = run("changes", place, "--webhook", url, "--retries", "0", "--atom", feed)
    assert code == 1
    assert "dragoman: 127.0.0.1: answered 500, once: 0 of 1 new changes were delivered" in err
    assert feed.exists()
    assert len(got) == 1
    assert run("changes", place, "--webhook", url)[0] == 0


def test_conflicts_are_shown_only(run: Run, place: Path, tmp_path: Path) -> None:
    assert run("changes", place, "--conflicts", "--atom", tmp_path / "feed.xml")[0] == 2
