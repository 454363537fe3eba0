"""Every export format: it takes any article, streams, is UTF-8, and tells what it leaves behind."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.formats.exporting import Options
from dragoman.formats.registry import EXPORTERS, ExtraError, UnknownExportError, export, exporter
from dragoman.records import Records, Status
from exports import LIMA, written
from hand_records import ARTICLE, EXPULSION, MENACE, RECORDS, coded

CODED = CodedArticle(ARTICLE, RECORDS)
ONE_FILE = [name for name, e in EXPORTERS.items() if not e.folder]
FOLDERS = [name for name, e in EXPORTERS.items() if e.folder]


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_report_goes_over(name: str) -> None:
    text, losses = written(name, CODED)
    assert text
    assert bool(list(losses)) == (name != "jsonl")
    assert all(loss.count > 0 and loss.why for loss in losses)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_report_goes_into_a_folder(name: str, tmp_path: Path) -> None:
    losses = export([CODED], name, tmp_path / "new")
    assert any((tmp_path / "new").iterdir())
    assert list(losses)


@pytest.mark.parametrize("name", ONE_FILE)
def test_nothing_to_write_is_no_error(name: str) -> None:
    _, losses = written(name)
    assert not list(losses)


@pytest.mark.parametrize("name", ONE_FILE)
@settings(max_examples=12)
@given(both=coded())
def test_any_article_goes_over(name: str, both: tuple[Article, Records]) -> None:
    options = Options(repeats=True, statuses=frozenset(Status), text=True)
    text, _ = written(name, CodedArticle(*both), options=options)
    assert "\ud800" not in text


@pytest.mark.parametrize("name", FOLDERS)
@settings(max_examples=8)
@given(both=coded())
def test_any_article_goes_into_a_folder(name: str, both: tuple[Article, Records]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        export([CodedArticle(*both)], name, Path(folder), Options(repeats=True, text=True))


@pytest.mark.parametrize("name", [n for n in ONE_FILE if n != "dyads"])
def test_articles_are_taken_one_by_one(name: str) -> None:
    out = io.BytesIO()
    sizes: list[int] = []

    def source() -> Iterator[CodedArticle]:
        for number in range(3):
            sizes.append(out.tell())
            article = replace(ARTICLE, text=ARTICLE.text + " " * (number + 1))
            events = (replace(EXPULSION, place=LIMA),)
            yield CodedArticle(article, replace(RECORDS, article=article.id, events=events))

    export(source(), name, out)
    assert sizes[0] <= sizes[1] < sizes[2], "all was held back until the end"


@pytest.mark.parametrize("name", ["plover", "polecat", "icews", "gdelt", "cameo"])
def test_repeats_are_left_out_or_counted(name: str) -> None:
    again = replace(EXPULSION, id="e3" * 8, repeats=EXPULSION.id)
    coded_twice = CodedArticle(ARTICLE, replace(RECORDS, events=(EXPULSION, again)))
    once, losses = written(name, coded_twice)
    assert any("--repeats" in loss.why and loss.count == 1 for loss in losses)
    both, _ = written(name, coded_twice, options=Options(repeats=True))
    assert both.count("\n") == once.count("\n") + 1


@pytest.mark.parametrize("name", ["plover", "polecat", "icews", "gdelt", "cameo", "geojson", "dyads"])
def test_events_that_did_not_happen_are_left_out_and_told(name: str) -> None:
    denied = CodedArticle(ARTICLE, replace(RECORDS, events=(replace(EXPULSION, status=Status.NEGATED),)))
    text, losses = written(name, denied)
    assert EXPULSION.id not in text
    assert any("--status negated" in loss.why for loss in losses)
    chosen, _ = written(name, denied, options=Options(statuses=frozenset({Status.NEGATED})))
    assert len(chosen) > len(text) or name == "geojson"


@pytest.mark.parametrize("name", ["icews", "gdelt", "cameo"])
def test_planned_events_read_as_done_are_told(name: str) -> None:
    planned = CodedArticle(ARTICLE, replace(RECORDS, events=(MENACE,)))
    assert written(name, planned)[0].count("\n") == (1 if name == "icews" else 0)
    _, losses = written(name, planned, options=Options(statuses=frozenset({Status.PLANNED})))
    assert "statuses" in {loss.what for loss in losses}


def test_the_words_go_beside_the_table() -> None:
    beside = io.BytesIO()
    table, losses = written("polecat", CODED, options=Options(sidecar=beside))
    words = [json.loads(line) for line in beside.getvalue().splitlines()]
    ids = [line.split("\t")[0] for line in table.splitlines()[1:]]
    assert [w["event_id"] for w in words] == ids
    assert words[0]["trigger"][0]["exact"] == "expelled"
    assert words[1]["statement"]["act"] == "threaten"
    assert not [loss for loss in losses if "exact words" in loss.what]


def test_what_cannot_be_is_told_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnknownExportError, match="no export format 'xlsx': there are jsonl, csv"):
        exporter("xlsx")
    with pytest.raises(TypeError, match="csv is several files: give a folder"):
        export([], "csv", io.BytesIO())
    with pytest.raises(TypeError, match="plover is one file: give a binary stream"):
        export([], "plover", tmp_path)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    monkeypatch.delitem(__import__("sys").modules, "dragoman.formats.parquet", raising=False)
    with pytest.raises(ExtraError, match=r"pip install 'dragoman\[parquet\]'"):
        export([], "parquet", tmp_path)
