"""The tidy tables hold all of the records, in every form alike."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from dragoman.article import Article, Segment, Span, Zone
from dragoman.coded import CodedArticle
from dragoman.formats import frames
from dragoman.formats.arrow_tables import batches
from dragoman.formats.exporting import Options
from dragoman.formats.losses import Losses
from dragoman.formats.registry import ExtraError, export
from dragoman.formats.tables import TABLES, rows
from dragoman.records import (
    Act,
    Actor,
    ActorKind,
    Date,
    Event,
    EventType,
    Form,
    Location,
    Position,
    Problem,
    Records,
    Statement,
    Status,
    Why,
)
from hand_records import ARTICLE, RECORDS, coded

CODED = CodedArticle(ARTICLE, RECORDS)
Tables = dict[str, list[dict[str, Any]]]


def _tables(*articles: CodedArticle, text: bool = True) -> Tables:
    tables: Tables = {name: [] for name in TABLES}
    for name, row in rows(articles, Options(text=text), Losses()):
        tables[name].append(row)
    return tables


class _Rebuilt:
    """An article and its records, made again from the rows of their tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._actors = {row["record_id"]: row for row in tables["actors"]}
        self._places = {row["record_id"]: row for row in tables["places"]}

    def article(self) -> Article:
        (document,) = self._tables["documents"]
        zones = tuple(Segment(Zone(z["zone"]), z["start"], z["end"]) for z in self._tables["zones"])
        d = document
        return Article(
            d["text"],
            zones,
            d["title"],
            d["outlet"],
            d["published"],
            d["language"],
            d["url"],
            tuple(d["wires"]),
        )

    def records(self) -> Records:
        (document,) = self._tables["documents"]
        problems = [
            Problem(p["message"], None if p["start"] is None else Span(p["start"], p["end"], p["exact"]))
            for p in self._tables["problems"]
        ]
        return Records(
            document["record_id"],
            tuple(map(self._statement, self._tables["statements"])),
            tuple(map(self._event, self._tables["events"])),
            tuple(map(self._position, self._tables["positions"])),
            tuple(problems),
            document["coder"],
        )

    def _words(self, row: dict[str, Any], kind: str, role: str) -> tuple[Span, ...]:
        return tuple(
            Span(s["start"], s["end"], s["exact"])
            for s in self._tables["spans"]
            if (s["record"], s["kind"], s["role"]) == (row["record_id"], kind, role)
        )

    def _actor(self, name: str | None) -> Actor | None:
        if name is None:
            return None
        a = self._actors[name]
        return Actor(
            a["name"], ActorKind(a["kind"]), a["country"], tuple(a["sectors"]), a["office"], a["wikidata"]
        )

    def _several(self, row: dict[str, Any], role: str) -> tuple[Actor, ...]:
        found = (
            self._actor(p["actor"])
            for p in self._tables["participants"]
            if (p["event"], p["role"]) == (row["record_id"], role)
        )
        return tuple(actor for actor in found if actor is not None)

    def _place(self, name: str | None) -> Location | None:
        if name is None:
            return None
        p = self._places[name]
        return Location(p["name"], p["country"], p["latitude"], p["longitude"], p["geonameid"])

    def _statement(self, r: dict[str, Any]) -> Statement:
        source = self._words(r, "statement", "source")
        return Statement(
            r["record_id"],
            r["document"],
            source[0] if source else None,
            self._actor(r["speaker"]),
            self._words(r, "statement", "cue"),
            self._words(r, "statement", "content"),
            Form(r["form"]),
            Act(r["act"]),
            r["addressee"],
            _date(r["said"], r["said_precision"]),
            tuple(r["via"]),
            r["within"],
            self._words(r, "statement", "condition"),
            r["repeats"],
            r["negated"],
            r["confidence"],
            _why(r),
        )

    def _event(self, r: dict[str, Any]) -> Event:
        return Event(
            r["record_id"],
            r["document"],
            EventType(r["type"]),
            self._words(r, "event", "trigger"),
            self._several(r, "actor"),
            self._several(r, "recipient"),
            tuple(r["modes"]),
            tuple(r["contexts"]),
            r["quad"],
            r["score"],
            _date(r["on"], r["on_precision"]),
            self._place(r["place"]),
            Status(r["status"]),
            r["historical"],
            r["statement"],
            r["repeats"],
            r["confidence"],
            _why(r),
        )

    def _position(self, r: dict[str, Any]) -> Position:
        holder = self._actor(r["holder"])
        assert holder is not None
        return Position(
            r["record_id"],
            r["document"],
            holder,
            r["issue"],
            r["stance"],
            self._words(r, "position", "evidence"),
            self._actor(r["counterpart"]),
            self._words(r, "position", "condition"),
            _date(r["on"], r["on_precision"]),
            r["statement"],
            r["event"],
            r["supersedes"],
            r["confidence"],
            _why(r),
        )


def _date(value: str | None, precision: str) -> Date | None:
    return None if value is None else Date(value, precision)


def _why(row: dict[str, Any]) -> Why:
    parts = row["resolved"]
    return Why(row["rule"], tuple(zip(parts[::2], parts[1::2], strict=True)))


def _distinct(records: Records) -> Records:
    """The records with ids that no two of them share, as real ones have."""
    names = iter(f"{n:016x}" for n in range(100))
    events = tuple(replace(e, id=next(names)) for e in records.events)
    return replace(
        records, events=events, positions=tuple(replace(p, id=next(names)) for p in records.positions)
    )


@settings(max_examples=50)
@given(coded())
def test_records_are_made_again_from_their_rows(both: tuple[Article, Records]) -> None:
    article, records = both[0], _distinct(both[1])
    rebuilt = _Rebuilt(_tables(CodedArticle(article, records)))
    assert (rebuilt.article(), rebuilt.records()) == (article, records)


def test_rows_hold_the_columns_of_their_tables() -> None:
    for name, row in rows([CODED], Options(), Losses()):
        assert list(row) == list(TABLES[name])


def test_actors_and_articles_come_once() -> None:
    once, twice = _tables(CODED), _tables(CODED, CODED)
    assert once == twice
    assert len(once["actors"]) == len({row["record_id"] for row in once["actors"]}) == 3


def test_the_text_is_left_out_unless_asked_for() -> None:
    losses = Losses()
    (document,) = [row for name, row in rows([CODED], Options(), losses) if name == "documents"]
    assert document["text"] is None
    assert "articles' text" in {loss.what for loss in losses}


def _read_csv(folder: Path) -> Tables:
    tables: Tables = {}
    for name, columns in TABLES.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = [
                {column: _cell(value, columns[column]) for column, value in row.items()}
                for row in csv.DictReader(file)
            ]
    return tables


def _cell(value: str, kind: str) -> Any:
    if kind == "texts":
        return json.loads(value)
    if kind == "truth":
        return value == "True"
    return None if not value else {"whole": int, "number": float}.get(kind, str)(value)


def _plain(tables: Tables) -> Tables:
    return {
        name: [{c: v.isoformat() if hasattr(v, "isoformat") else v for c, v in row.items()} for row in table]
        for name, table in tables.items()
    }


def test_csv_says_the_same(tmp_path: Path) -> None:
    export([CODED], "csv", tmp_path, Options(text=True))
    assert _read_csv(tmp_path) == _plain(_tables(CODED))


def test_the_data_package_describes_the_tables(tmp_path: Path) -> None:
    export([CODED], "csv", tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    tables = _read_csv(tmp_path)
    for resource in package["resources"]:
        schema, table = resource["schema"], tables[resource["name"]]
        assert [field["name"] for field in schema["fields"]] == list(TABLES[resource["name"]])
        for key in schema["foreignKeys"]:
            (column,), there = key["fields"], key["reference"]["resource"]
            named = {row[column] for row in table} - {None}
            assert named <= {row["record_id"] for row in tables[there]}, (resource["name"], column)


def test_parquet_and_arrow_say_the_same(tmp_path: Path) -> None:
    for name in ("parquet", "arrow"):
        export([CODED], name, tmp_path, Options(text=True))
    for name, expected in _tables(CODED).items():
        assert pq.read_table(tmp_path / f"{name}.parquet").to_pylist() == expected
        with pa.ipc.open_file(str(tmp_path / f"{name}.arrow")) as file:
            assert file.read_all().to_pylist() == expected


@settings(max_examples=20)
@given(coded())
def test_any_tables_go_into_parquet(both: tuple[Article, Records]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        losses = export([CodedArticle(*both)], "parquet", Path(folder), Options(text=True))
        table = pq.read_table(Path(folder) / "spans.parquet")
    told = {loss.what for loss in losses}
    if not told:
        assert table.to_pylist() == _tables(CodedArticle(*both))["spans"]
    assert told <= {"lone surrogates", "numbers"}


def test_data_frames_say_the_same() -> None:
    expected = _tables(CODED, text=False)
    polars = frames.to_polars([CODED], Losses())
    pandas = frames.to_pandas([CODED], Losses())
    for name, table in frames.to_arrow(iter([CODED]), Losses()).items():
        assert table.to_pylist() == expected[name]
        assert polars[name].to_dicts() == expected[name]
        assert len(pandas[name]) == len(expected[name])
    assert list(pandas["events"]["type"]) == ["SANCTION", "THREATEN"]


def test_batches_are_written_while_articles_come() -> None:
    taken = 0

    def source() -> Iterable[CodedArticle]:
        nonlocal taken
        for number in range(3):
            taken += 1
            article = replace(ARTICLE, text=f"{ARTICLE.text}{' ' * number}")
            yield CodedArticle(article, RECORDS)

    found = batches(source(), Options(), Losses(), size=8)
    assert next(found)[0] == "spans"
    assert taken == 1
    left = list(found)
    assert all(batch.num_rows <= 8 for _, batch in left)
    assert 8 + sum(batch.num_rows for name, batch in left if name == "spans") == 3 * len(
        _tables(CODED)["spans"]
    )


@pytest.mark.parametrize(("make", "library"), [(frames.to_polars, "polars"), (frames.to_pandas, "pandas")])
def test_a_missing_library_is_told_with_its_extra(
    make: Any, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(ExtraError, match=rf"{library} is not installed: pip install 'dragoman\[frames\]'"):
        make([CODED], Losses())
