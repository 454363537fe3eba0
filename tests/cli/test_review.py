"""`dragoman review`: by keyboard, by options, and in a terminal."""

from __future__ import annotations

import json
import os
import select
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import dragoman
from dragoman.cli.app import app
from dragoman.coded import CodedArticle
from dragoman.ledger import Ledger
from dragoman.ledger.reviewing import reviews
from dragoman.records import Act, EventType
from hand_ledger import Report, person, state

NORWAY, PERU = state("NOR"), state("PER")


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = tmp_path / "desk.db"
    report = Report("Harbour Wire", "2024-05-01")
    report.statement(person("Ada Quill", "NOR", "minister"), "that the embassy would stay open", Act.PLEDGE)
    report.event(EventType.CONSULT, NORWAY, PERU, words="Oslo met Lima")
    report.position(NORWAY, "mission", "open", PERU, words="the embassy stays")
    with Ledger.open(where) as ledger:
        ledger.add(report.coded("A last paragraph."))
    return str(where)


def run(*arguments: str, keys: str = "") -> Result:
    return CliRunner().invoke(app, ["review", *arguments, "--reviewer", "Ana"], input=keys)


def decided(place: str) -> list[tuple[str, str, str]]:
    with Ledger.open(place) as ledger:
        return [(k.review.kind, k.review.decision, k.state) for k in reviews(ledger)]


def keys_of(place: str) -> dict[str, str]:
    with Ledger.open(place) as ledger:
        (coded,) = ledger
        return {type(r).__name__.lower(): r.id for r in coded.records}


def test_a_key_decides_and_the_next_record_comes(place: str) -> None:
    result = run(place, keys="asr")
    assert result.exit_code == 0, result.output
    assert "1 of 3" in result.stdout
    assert "Ada Quill [NOR] · pledge · 1 May 2024" in result.stdout
    assert "│ [[that the embassy would stay open]]" in result.stdout
    assert "Harbour Wire · 2024-05-01" in result.stdout
    assert "confidence" in result.stdout
    assert "2 decided, 0 left" in result.stderr
    assert decided(place) == [("statement", "accept", "stands"), ("position", "reject", "stands")]
    assert "1 of 1" in run(place, keys="q").stdout


def test_what_was_decided_is_undone_and_shown_again(place: str) -> None:
    result = run(place, keys="uauxwnplain\naq")
    assert "nothing was decided in this session yet" in result.stderr
    assert result.stdout.count("1 of 3") == 2
    assert "'x' is no key" in result.stderr
    assert "made by" in result.stdout
    states = [(decision, state) for _, decision, state in decided(place)]
    assert states == [("accept", "undone"), ("undo", "undoing"), ("accept", "stands")]
    with Ledger.open(place) as ledger:
        assert [k.review.note for k in reviews(ledger)] == [None, None, "plain"]


def test_fields_are_edited_one_by_one(place: str) -> None:
    keys = "e3\ndeny\nact\nshout\n12\naddressee\nreporters\nsource\nthe embassy stays\n\ne\nq"
    result = run(place, "--kind", "statement", keys=keys)
    assert "act: no 'shout': give one of inform" in result.stderr
    assert "'12' is no field" in result.stderr
    assert decided(place) == [("statement", "edit", "stands")]
    with Ledger.open(place) as ledger:
        (kept,) = reviews(ledger)
    assert kept.review.edit is not None
    source = kept.review.edit["source"]
    assert source["exact"] == "the embassy stays"
    assert kept.review.edit == {"source": source, "act": "deny", "addressee": "reporters"}


def test_a_new_issue_asks_for_its_stance(place: str) -> None:
    run(place, "--issue", "mission", keys="eissue\ntalks\nrefuses\ncounterpart\n-\n\nq")
    shown = CliRunner().invoke(app, ["positions", place])
    assert "talks: refuses  since 2024-05-01" in shown.stdout
    assert "· edited" in shown.stdout


def test_an_edit_of_nothing_decides_nothing(place: str) -> None:
    run(place, keys="e\nq")
    assert decided(place) == []


def test_records_are_chosen(place: str) -> None:
    assert "1 of 1" in run(place, "--kind", "event", "--random", "--seed", "4", keys="a").stdout
    assert "1 of 1" in run(place, "--unsure", "--limit", "1", keys="q").stdout
    assert run(place, "--since", "2024-06-01").stdout == "Nothing waits for review.\n"
    assert (
        "Nothing waits"
        in run(place, "--outlet", "Daily Gull", "--actor", "NOR", "--until", "2024-12-01").stdout
    )


def test_decisions_by_options(place: str) -> None:
    keys = keys_of(place)
    done = run(place, "--accept", keys["event"], "--reject", keys["statement"][:9], "--note", "read twice")
    assert done.exit_code == 0, done.output
    assert f"review 1: accept {keys['event']}" in done.stderr
    assert (
        run(place, "--edit", keys["position"], "--set", "stance=closed", "--set", "counterpart=-").exit_code
        == 0
    )
    listed = run(place, "--list").stdout.splitlines()
    assert [line.split("  ")[1].split()[0] for line in listed] == ["accept", "reject", "edit"]
    assert listed[0].endswith("stands: read twice")
    rows = [json.loads(line) for line in run(place, "--list", "--json").stdout.splitlines()]
    assert rows[2]["edit"] == {"stance": "closed", "counterpart": None}
    assert run(place, "--undo", keys["event"]).exit_code == 0
    assert decided(place)[0] == ("event", "accept", "undone")


def test_what_cannot_be_decided_leaves_the_rest(place: str) -> None:
    done = run(place, "--accept", "ffff", "--accept", keys_of(place)["event"])
    assert done.exit_code == 1
    assert "'ffff' is no record's id" in done.stderr
    assert decided(place) == [("event", "accept", "stands")]


@pytest.mark.parametrize(
    "options",
    [("--list", "--precision"), ("--unsure", "--random"), ("--edit", "ff"), ("--edit", "ff", "--set", "act")],
)
def test_wrong_usage(place: str, options: tuple[str, ...]) -> None:
    assert run(place, *options).exit_code == 2


def test_decisions_are_carried_by_files(place: str, tmp_path: Path) -> None:
    keys = keys_of(place)
    run(place, "--accept", keys["event"])
    file = tmp_path / "reviews.jsonl"
    assert run(place, "--export", str(file)).exit_code == 0
    assert run(place, "--export", "-").stdout == file.read_text(encoding="utf-8")
    again = run(place, "--import", str(file))
    assert "0 added, 1 were there already, 0 not taken" in again.stderr
    CliRunner().invoke(app, ["review", place, "--reject", keys["event"], "--reviewer", "Ben"])
    assert "reviewers disagree: Ana: accept; Ben: reject: the last stands" in run(place, "--list").stderr
    file.write_text("{}\n", encoding="utf-8")
    bad = run(place, "--import", str(file))
    assert bad.exit_code == 1
    assert f"{file}:1: " in bad.stderr


def test_precision_is_told_with_its_ground(place: str) -> None:
    run(place, "--kind", "event", "--random", keys="a")
    found = run(place, "--precision")
    assert "event         " in found.stdout
    assert "100.0%  20.7% to 100.0%" in found.stdout
    assert found.stderr == ""
    run(place, "--accept", keys_of(place)["position"])
    told = run(place, "--precision", "--json")
    assert "1 of 2 reviewed records were not drawn at random" in told.stderr
    assert json.loads(told.stdout)["at_random"] == 1


def test_gold_that_evaluation_accepts(tmp_path: Path) -> None:
    place = str(tmp_path / "desk.db")
    text = "Norway will close its embassy in Comoros, Foreign Minister Ingrid Solvang said on Thursday."
    report = tmp_path / "report.txt"
    report.write_text(text, encoding="utf-8")
    coded = dragoman.code(report, outlet="Harbour Wire", published="2024-05-16")
    with Ledger.open(place) as ledger:
        ledger.add(coded)
    folder = tmp_path / "gold"
    first, *others = coded.records
    run(place, "--accept", first.id)
    left = run(place, "--gold", str(folder))
    assert "1 articles left out, as not all of their records are reviewed" in left.stderr
    assert not list(folder.glob("*.yaml"))
    run(place, *(word for record in others for word in ("--accept", record.id)))
    assert run(place, "--gold", str(folder)).exit_code == 0
    checked = CliRunner().invoke(app, ["evaluate", "check", str(folder)])
    assert checked.exit_code == 0, checked.output
    scored = CliRunner().invoke(app, ["evaluate", "records", str(folder), "--json"])
    assert scored.exit_code == 0, scored.output
    figures = json.loads(scored.stdout)["figures"]
    assert figures["statements: content + speaker + act"]["hits"] > 0
    assert all(f["f1"] == 1 for f in figures.values() if f["gold"])  # the coder agrees with what it made


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_single_keys_in_a_terminal(place: str) -> None:
    """Keys count at once, without the Enter key, and an edit is written on a line."""
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    child, terminal = pty.fork()
    if not child:  # the program in the terminal
        os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
        os.execv(
            sys.executable, [sys.executable, "-c", "from dragoman.cli import main; main()", "review", place]
        )
    shown = b""
    for keys in (b"a", b"e", b"status\r", b"planned\r", b"\r", b"q"):
        shown += _until(terminal, (b"[q]uit\r\n", b"done: ", b"status: "))
        while len(keys) == 1 and keys.isalpha() and termios.tcgetattr(terminal)[3] & termios.ICANON:
            time.sleep(0.01)  # the program is about to ask for single keys
        os.write(terminal, keys)
    while chunk := _read(terminal):
        shown += chunk
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0, shown.decode()
    assert b"2 decided, 1 left" in shown
    assert decided(place) == [("statement", "accept", "stands"), ("event", "edit", "stands")]


def _until(terminal: int, ends: tuple[bytes, ...]) -> bytes:
    """What a program shows until it waits for a key."""
    shown = b""
    while not shown.endswith(ends):
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, f"no answer after: {shown.decode()}"
        chunk = _read(terminal)
        assert chunk, f"ended after: {shown.decode()}"
        shown += chunk
    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the program has ended
        return b""


def test_exports_hold_what_reviewers_let_stand(place: str) -> None:
    keys = keys_of(place)
    assert run(place, "--reject", keys["event"]).exit_code == 0

    def exported(*options: str) -> set[str]:
        result = CliRunner().invoke(app, ["export", place, "jsonl", "-", *options])
        assert result.exit_code == 0, result.output
        (coded,) = map(CodedArticle.from_json, result.stdout.splitlines())
        return {record.id for record in coded.records}

    assert exported() == {keys["statement"], keys["position"]}
    assert exported("--as-read") == set(keys.values())
