"""What the command line answers from a ledger, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.cli.app import app
from dragoman.ledger import Ledger
from dragoman.ledger.linking import link
from dragoman.records import Act, EventType
from hand_ledger import Report, person, state

NORWAY, PERU = state("NOR"), state("PER")
QUILL = person("Ada Quill", "NOR", "minister")


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = tmp_path / "desk.db"
    with Ledger.open(where) as ledger:
        for report in (
            Report("Harbour Wire", "2024-05-01")
            .statement(QUILL, "that the embassy would stay open", Act.PLEDGE)
            .position(NORWAY, "mission", "open", PERU, words="the embassy would stay open"),
            Report("Daily Gull", "2024-05-09")
            .statement(person("Quill", "NOR", "minister"), "that the doors were shut")
            .position(NORWAY, "mission", "closed", PERU, words="the doors were shut")
            .event(EventType.CONSULT, NORWAY, PERU),
            Report("Bay Post", "2024-05-09").position(NORWAY, "mission", "open", PERU),
        ):
            ledger.add(report.coded())
        link(ledger)
    return str(where)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def rows(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_find_for_a_person_and_for_programs(place: str) -> None:
    shown = run("find", place, "embassy", "--actor", "NOR").stdout
    assert "│ that the embassy would stay open" in shown
    assert "Harbour Wire · 1 May 2024 · " in shown
    assert "shown; " in shown
    found = rows("find", place, "--act", "pledge")
    assert [(r["words"], r["outlet"], r["start"]) for r in found] == [
        ("that the embassy would stay open", "Harbour Wire", 0)
    ]
    table = csv.DictReader(io.StringIO(run("find", place, "--kind", "event", "--csv").stdout))
    assert [row["says"] for row in table] == ["CONSULT · Norway [NOR] → Peru [PER]"]
    assert run("find", place, "nothing at all").stdout.startswith("Nothing in the ledger")


def test_find_takes_a_phrase_for_words_side_by_side(place: str) -> None:
    assert len(rows("find", place, "stay open", "--kind", "statement")) == 1
    assert rows("find", place, "open stay", "--kind", "statement") == []


def test_positions_as_of_a_day(place: str) -> None:
    shown = run("positions", place, "--as-of", "2024-05-02").stdout
    assert "mission: open → PER  since 2024-05-01 · 1 report" in shown
    (stance,) = rows("positions", place, "--as-of", "2024-06-01", "--holder", "Norway", "--issue", "mission")
    assert stance["disputed"][0]["stance"] in {"open", "closed"}
    assert rows("positions", place, "--confidence", "0.99") == []


def test_changes_and_conflicts(place: str) -> None:
    (dispute,) = rows("changes", place, "--conflicts", "--since", "2024-05-02")
    assert {dispute["stance"], dispute["disputed"][0]["stance"]} == {"open", "closed"}
    assert rows("changes", place) == []  # reports of one day disagree, so the stance of before holds
    assert "Nothing changed." in run("changes", place, "--holder", "PER").stdout


def test_changes_show_both_quotations(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(Report("Harbour Wire", "2024-05-20").position(NORWAY, "mission", "closed", PERU).coded())
    shown = run("changes", place, "--since", "2024-05-15").stdout
    assert "2024-05-20  NOR  mission → PER" in shown
    assert shown.index("was open") < shown.index("now closed")


def test_pledges_and_their_outcome(place: str) -> None:
    (broken,) = rows("pledges", place, "--outcome", "broken")
    assert (broken["what"], broken["later"]["words"]) == ("mission: open", "the doors were shut")
    assert "mission: open  BROKEN" in run("pledges", place).stdout
    assert "give kept, broken, open" in run("pledges", place, "--outcome", "lost").output


def test_timelines(place: str) -> None:
    found = rows("timeline", place, "Ada Quill")
    assert [r["words"] for r in found] == ["that the embassy would stay open", "that the doors were shut"]
    assert {r["kind"] for r in rows("timeline", place, "mission")} == {"position"}


def test_links_are_found_anew(place: str) -> None:
    assert json.loads(run("link", place, "--json").stdout)["actors"] == 3
    assert "actors; told by several reports" in run("link", place).stdout


def test_actors_are_shown_split_and_undone(place: str) -> None:
    (quill,) = rows("actors", place, "quill")
    assert set(quill["names"]) == {"Ada Quill", "Quill"}
    assert quill["offices"] == [
        {"office": "minister", "first": "2024-05-01", "last": "2024-05-09", "records": 2}
    ]
    split = run("actors", place, "--split", "Quill", "Ada Quill", "--reviewer", "desk", "--note", "sisters")
    assert "decision 1: split Ada Quill and Quill" in split.stderr
    assert len(rows("actors", place, "quill")) == 2
    assert "1  split Ada Quill and Quill" in run("actors", place, "--decisions").stdout
    assert run("actors", place, "--undo", "1", "--reviewer", "desk").exit_code == 0
    assert len(rows("actors", place, "quill")) == 1
    run("actors", place, "--merge", "Peru", "Ada Quill", "--reviewer", "desk")
    assert "also " in run("actors", place, "quill").stdout
    assert "No such actor" in run("actors", place, "nobody").stdout


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["find", str(tmp_path / "none.db")])
    assert ended.value.code == 1
    assert "no such ledger" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_a_record_is_explained_where_it_is_kept(place: str) -> None:
    (found,) = rows("find", place, "--act", "pledge")
    told = run("explain", place, found["record"][:12])
    assert told.exit_code == 0, told.output
    assert "that the embassy would stay open" in told.stdout
    assert "Ada Quill" in told.stdout
    missing = run("explain", place, "ffffffff")
    assert missing.exit_code != 0
