from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coder import Coder
from dragoman.evaluation import sampling
from dragoman.evaluation.polnear import CorpusError
from dragoman.evaluation.sampling import (
    choose_reports,
    draw,
    judged_reports,
    keep_verdicts,
    read_reports,
    read_verdicts,
    tally,
    write_sheet,
)
from dragoman.formats.phrases import kind
from dragoman.language import Reader

LINES = [
    {
        "id": f"r{n}",
        "title": f"Report {n}",
        "outlet": "Harbour Wire",
        "published": "2024-03-14",
        "text": f"OSLO (Harbour Wire) - Norway said on Monday that it would send {n} boats to Peru.\n\n"
        "Foreign Minister Ada Quill thanked Peru. “We will come back,” she said.",
    }
    for n in range(2, 12)
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in [*LINES, {"id": "empty", "text": ""}])
    return path


def test_the_same_seed_chooses_the_same_reports_in_order(corpus: Path) -> None:
    names = [name for name, _ in choose_reports(corpus, count=6, seed=5)]
    assert names == [name for name, _ in choose_reports(corpus, count=6, seed=5)]
    assert names == sorted(names, key=lambda name: int(name[1:]))
    assert any(names != [n for n, _ in choose_reports(corpus, count=6, seed=s)] for s in range(6, 12))


def test_what_is_no_report_is_passed_over_and_all_others_are_had(corpus: Path) -> None:
    reports = choose_reports(corpus, count=100, seed=1)
    assert [name for name, _ in reports] == [line["id"] for line in LINES]
    assert reports[0][1].outlet == "Harbour Wire"


def test_reports_with_verdicts_are_passed_over(corpus: Path, tmp_path: Path) -> None:
    keep_verdicts(
        tmp_path / "events-1.csv", [{"report": "r2", "record": "a", "verdict": "right", "cause": ""}]
    )
    keep_verdicts(
        tmp_path / "events-2.csv.gz", [{"report": "r3", "record": "b", "verdict": "wrong", "cause": "x"}]
    )
    (tmp_path / "notes.csv.txt").write_text("no verdicts", encoding="utf-8")
    assert (tmp_path / "events-2.csv.gz").read_bytes()[:2] == b"\x1f\x8b"
    known = judged_reports(tmp_path)
    assert known == {"r2", "r3"}
    left = [name for name, _ in choose_reports(corpus, count=100, seed=1, without=known)]
    assert left == [str(line["id"]) for line in LINES if line["id"] not in known]
    assert [name for name, _ in read_reports(corpus, known)] == ["r2", "r3"]


@pytest.mark.parametrize("line", ["no json", '"a string"', '{"title": "no text"}'])
def test_a_line_that_is_no_report_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "Good."}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"bad\.jsonl:2: .*should be"):
        choose_reports(path, count=1, seed=1)


def test_records_of_the_kind_are_drawn_with_their_words_in_brackets(corpus: Path, reader: Reader) -> None:
    reports = choose_reports(corpus, count=10, seed=1)
    coded = [
        (name, c) for (name, _), c in zip(reports, Coder(reader).code_all(a for _, a in reports), strict=True)
    ]
    drawn = draw(coded, of="statement", count=7, seed=2)
    assert len({d.record.id for d in drawn}) == 7
    assert {kind(d.record) for d in drawn} == {"statement"}
    assert drawn == draw(coded, of="statement", count=7, seed=2)
    for d in drawn:
        marked = d.context.replace("[[", "").replace("]]", "")
        assert marked in dict(coded)[d.report].article.text
        assert f"[[{d.record.content[0].exact}]]" in d.context  # type: ignore[union-attr]
        assert "Harbour Wire" in d.title
    assert len(draw(coded, of="statement", count=10_000, seed=2)) > 7


def test_sheets_are_filled_counted_and_kept_without_words(
    corpus: Path, reader: Reader, tmp_path: Path
) -> None:
    reports = choose_reports(corpus, count=4, seed=1)
    coded = zip((n for n, _ in reports), Coder(reader).code_all(a for _, a in reports), strict=True)
    sheet, kept = tmp_path / "sheet.csv", tmp_path / "kept.csv"
    write_sheet(sheet, draw(coded, of="statement", count=4, seed=3))
    rows = read_verdicts(sheet)
    assert [row["verdict"] for row in rows] == [""] * 4
    with pytest.raises(CorpusError, match=r'sheet, record 1: verdict \'\'; write "right" or "wrong"'):
        tally(rows, name="sheet")
    for row, verdict in zip(rows, ["right", "wrong", "right", "wrong"], strict=True):
        row["verdict"] = verdict
    rows[1]["cause"] = "speaker"
    keep_verdicts(kept, rows)
    assert "boats" in sheet.read_text(encoding="utf-8")
    assert "boats" not in kept.read_text(encoding="utf-8")
    result = tally(read_verdicts(kept), name="kept")
    assert (result.right, result.judged, result.share) == (2, 4, 0.5)
    assert dict(result.causes) == {"speaker": 1, "no cause given": 1}
    assert result.to_json()["share"] == 0.5


def test_the_interval_is_wilsons() -> None:
    rows = [{"verdict": "right"}] * 85 + [{"verdict": "wrong"}] * 15
    result = tally(rows, name="rows")
    assert result.low == pytest.approx(0.7672, abs=1e-4)  # worked by hand from the formula
    assert result.high == pytest.approx(0.9069, abs=1e-4)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_interval_holds_the_share(right: int, wrong: int) -> None:
    result = tally([{"verdict": "right"}] * right + [{"verdict": "wrong"}] * wrong, name="rows")
    assert 0 <= result.low <= result.high <= 1
    if result.judged:
        assert result.low - 1e-9 <= result.share <= result.high + 1e-9


def test_both_kinds_of_sheet_have_what_a_tally_needs() -> None:
    assert {"report", "record", "verdict", "cause"} == set(sampling.KEPT) <= set(sampling.SHEET)
