"""`dragoman export`: every format from the shell, with its losses."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import dragoman
from command_line import Run
from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.formats.registry import EXPORTERS
from hand_records import ARTICLE, EXPULSION, PLEDGE, RECORDS

GOLD = Path(__file__).parents[2] / "gold" / "reports"
LINE = CodedArticle(ARTICLE, RECORDS).to_json()


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_text(f"{LINE}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_is_written_and_tells_its_losses(
    run: Run, coded: Path, tmp_path: Path, name: str
) -> None:
    out, loss = tmp_path / f"out-{name}.tsv", tmp_path / "loss.json"
    code, shown, err = run("export", coded, name, out, "--loss", loss)
    assert (code, shown) == (0, "")
    written = [out] if out.is_file() else sorted(out.iterdir())
    assert all(path.stat().st_size for path in written)
    losses = json.loads(loss.read_text(encoding="utf-8"))
    assert len(losses) == err.count("\n")
    assert all(entry.keys() == {"what", "count", "why"} for entry in losses)
    assert all(line.startswith("dragoman: not carried over: ") for line in err.splitlines())
    assert bool(losses) == (name != "jsonl")
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("name", [name for name, e in EXPORTERS.items() if not e.folder])
def test_one_file_may_go_to_standard_output(run: Run, coded: Path, name: str) -> None:
    code, shown, _ = run("export", coded, name, "-")
    assert code == 0
    assert shown.endswith("\n")


@pytest.mark.parametrize("name", [name for name, e in EXPORTERS.items() if e.words])
def test_the_words_of_events_go_beside_their_table(run: Run, coded: Path, tmp_path: Path, name: str) -> None:
    run("export", coded, name, tmp_path / "events.tsv", "--status", "actual", "--status", "planned")
    words = [json.loads(line) for line in (tmp_path / "events.spans.jsonl").read_text().splitlines()]
    assert EXPULSION.id in {line["record_id"] for line in words}


def test_lines_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{LINE}\n\n{LINE}\n".encode())))
    code, shown, _ = run("export", "-", "jsonl", "-")
    assert (code, shown) == (0, f"{LINE}\n{LINE}\n")


def test_a_bad_line_is_told_and_the_others_go_over(run: Run, coded: Path) -> None:
    coded.write_text(f'{LINE}\n{{"format": "dragoman 99"}}\n{LINE}\n', encoding="utf-8")
    code, shown, err = run("export", coded, "jsonl", "-")
    assert code == 1
    assert shown.count("\n") == 2
    assert f"{coded}:2: $.format: 'dragoman 99' is not 'dragoman 1'" in err


def test_repeats_and_text_are_chosen(run: Run, coded: Path) -> None:
    assert '"text":' not in run("export", coded, "plover", "-")[1].replace('"text_info"', "")
    assert "Ada Quill" in run("export", coded, "plover", "-", "--with-text", "--repeats")[1]


def test_a_report_is_coded_first(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def code(source: str, *, model: str | None = None) -> CodedArticle:
        assert (source, model) == (str(report), "en_other")
        return CodedArticle(ARTICLE, RECORDS)

    monkeypatch.setattr(dragoman, "code", code)
    report = tmp_path / "report.txt"
    report.write_text("Norway will close its embassy in Comoros.", encoding="utf-8")
    assert PLEDGE.id in run("export", report, "citron", "-", "--model", "en_other")[1]


def test_a_ledger_goes_over(run: Run, tmp_path: Path) -> None:
    with dragoman.open_ledger(tmp_path / "desk.db") as ledger:
        ledger.add(CodedArticle(ARTICLE, RECORDS))
    code, shown, err = run("export", tmp_path / "desk.db", "jsonl", "-")
    assert (code, err) == (0, "")
    assert CodedArticle.from_json(shown) == CodedArticle(ARTICLE, RECORDS)


def test_answer_keys_go_over(run: Run) -> None:
    code, shown, err = run("export", GOLD, "plover", "-")
    assert code == 0
    assert json.loads(shown.splitlines()[0])["coder"] == "gold"
    assert "kinds of actors" in err
    (key, *_) = sorted(GOLD.glob("*.yaml"))
    assert run("export", key, "dyads", "-")[1].startswith("date\tsource\ttarget\tevents\treports")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["{}", "xlsx", "-"], "no format 'xlsx': there are jsonl, csv"),
        (["{}", "csv", "-"], "csv is several files: name a folder"),
        (["{}", "plover", "-", "--status", "maybe"], "'maybe' is not one of"),
        (["{}", "plover"], "Missing argument 'OUT'"),
    ],
)
def test_wrong_usage_exits_with_2(run: Run, coded: Path, arguments: list[str], told: str) -> None:
    code, shown, err = run("export", *(a.format(coded) for a in arguments))
    assert (code, shown) == (2, "")
    assert told in " ".join(err.split())


def test_a_missing_source_leaves_no_file(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", tmp_path / "missing.jsonl", "plover", tmp_path / "out.jsonl")
    assert code == 1
    assert "No such file or directory" in err
    assert not list(tmp_path.iterdir())


def test_an_article_without_records_is_no_error(run: Run, tmp_path: Path) -> None:
    bare = Article("Nothing was said.", ())
    path = tmp_path / "bare.jsonl"
    path.write_text(CodedArticle(bare, dragoman.Records(bare.id)).to_json(), encoding="utf-8")
    assert run("export", path, "polecat", "-")[1].startswith("Event ID\tEvent Date")
