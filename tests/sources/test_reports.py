"""Reports found in files, folders, patterns and corpora."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from dragoman.sources import SourceError
from dragoman.sources.known import Known
from dragoman.sources.reports import Found, Report

TEXT = "Velmark reopened its embassy in Taravia on Monday, its foreign minister said."
LINES = [
    {"id": "r1", "outlet": "Harbour Wire", "title": "Embassy reopens", "published": "2024-03-14",
     "url": "https://hw.example/1", "topic": "missions", "tags": ["north", "envoys"], "rank": 3,
     "text": TEXT},
    {"id": "r2", "headline": "Talks", "date": "", "body": f"{TEXT} Talks go on.", "topic": "talks"},
    {"id": "r3", "text": f"{TEXT} No more was said.", "topic": "Talks", "published": "soon"},
    {"id": "r4", "topic": "talks"},
]  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)) + "\n\nno JSON\n[1]\n", encoding="utf-8")
    return path


def test_a_corpus_gives_its_reports_with_what_it_says_of_them(corpus: Path) -> None:
    first, second, *_ = Found([corpus])
    article = first.read()
    assert (article.text, article.title, article.outlet) == (TEXT, "Embassy reopens", "Harbour Wire")
    assert (article.published, article.url) == (dt.date(2024, 3, 14), "https://hw.example/1")
    assert first.identity == "r1"
    assert first.fields == {"id": "r1", "topic": "missions", "tags": '["north", "envoys"]', "rank": "3"}
    assert second.read().title == "Talks"
    assert second.read().published is None


def test_what_cannot_be_read_is_told_with_its_place_and_leaves_the_others(corpus: Path) -> None:
    faults = {}
    for report in Found([corpus]):
        try:
            report.read()
        except SourceError as error:
            faults[report.name] = str(error)
    assert list(faults) == [f"{corpus}:{number}" for number in (3, 4, 6, 7)]
    third, fourth, sixth, seventh = faults.values()
    assert "no day" in third
    assert "no text" in fourth
    assert "not JSON" in sixth
    assert "not an object" in seventh


@pytest.mark.parametrize("packed", [False, True])
def test_a_corpus_may_be_packed_or_stand_on_standard_input(
    corpus: Path, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = gzip.compress(corpus.read_bytes()) if packed else corpus.read_bytes()
    (corpus.parent / "packed.jsonl.gz").write_bytes(gzip.compress(corpus.read_bytes()))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert len(list(Found(["-"]))) == len(list(Found([corpus]))) == 6
    assert len(list(Found([corpus.parent / "packed.jsonl.gz"]))) == 6
    assert Found(["-"]).count() is None
    assert Found([corpus]).count() == 6


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"topic": ["talks"]}, ["r2", "r3", "r4"]),
        ({"topic": ["talks", "missions"]}, ["r1", "r2", "r3", "r4"]),
        ({"topic": ["talks"], "date": ["2024"]}, []),
        ({"tags": ["envoys"]}, ["r1"]),
        ({"rank": ["3"], "topic": ["missions"]}, ["r1"]),
        ({"colour": ["red"]}, []),
    ],
)
def test_reports_are_chosen_by_the_fields_of_their_corpus(
    corpus: Path, where: dict[str, list[str]], found: list[str]
) -> None:
    corpus.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    chosen = [f"r{report.name.rpartition(':')[2]}" for report in Found([corpus], where=where)]
    assert chosen == found


def test_a_limit_ends_the_search(corpus: Path) -> None:
    assert [r.identity for r in Found([corpus, corpus], limit=2)] == ["r1", "r2"]


def test_what_is_given_goes_before_what_the_corpus_says(corpus: Path) -> None:
    known = Known("", outlet="Port Arlen Post", published=dt.date(2024, 5, 1))
    article = next(iter(Found([corpus], known))).read()
    assert (article.outlet, article.published, article.title) == (
        "Port Arlen Post", dt.date(2024, 5, 1), "Embassy reopens",
    )  # fmt: skip


def test_folders_and_patterns(tmp_path: Path, corpus: Path) -> None:
    folder = tmp_path / "desk"
    for name in ("b.txt", "a.txt", "deep/c.html", "notes.pdf", ".hidden/d.txt", "deep/e.txt.gz"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(TEXT.encode()) if name.endswith("gz") else TEXT.encode())
    found = Found([folder])
    names = [Path(r.name).relative_to(folder).as_posix() for r in found]
    assert names == ["a.txt", "b.txt", "deep/c.html", "deep/e.txt.gz"]
    assert found.passed_over == {".pdf": 1}
    assert [Path(r.name).name for r in Found([str(folder / "*.txt")])] == ["a.txt", "b.txt"]
    assert next(iter(Found([folder / "deep" / "e.txt.gz"]))).read().text == TEXT
    path = folder / "a.txt"
    assert [r.identity for r in Found([path])] == [str(path.resolve())]


def test_a_file_that_is_not_there_is_a_report_with_a_fault(tmp_path: Path) -> None:
    (report,) = Found([tmp_path / "missing.txt"])
    with pytest.raises(SourceError, match=r"missing\.txt: no such file"):
        report.read()


def test_a_broken_archive_is_told(tmp_path: Path, corpus: Path) -> None:
    path = tmp_path / "broken.jsonl.gz"
    path.write_bytes(gzip.compress(corpus.read_bytes())[:-30])
    *_, last = Found([path])
    with pytest.raises(SourceError, match="cannot be read"):
        last.read()


def test_a_line_that_is_coded_already_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_text('{"format": "dragoman 1", "article": {"text": "x", "outlet": "Harbour Wire"}}\n')
    (report,) = Found([path], where={"outlet": ["harbour wire"]})
    assert report.coded == path.read_bytes()
    assert isinstance(report, Report)
