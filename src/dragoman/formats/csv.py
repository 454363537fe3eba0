"""CSV: the tidy tables as files in a folder; lists are JSON, an empty cell is no value (RFC 4180, UTF-8).

A Frictionless data package beside them (`datapackage.json`) says what each column holds and names.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dragoman.formats.exporting import Coded, Options, utf8
from dragoman.formats.json import as_json
from dragoman.formats.losses import Losses
from dragoman.formats.tables import TABLES, plain, rows

_TYPES = {
    "text": "string",
    "whole": "integer",
    "number": "number",
    "truth": "boolean",
    "day": "date",
    "texts": "array",
}
_LEADS_TO = {
    "document": "documents", "actor": "actors", "speaker": "actors", "holder": "actors",
    "counterpart": "actors", "place": "places", "statement": "statements", "event": "events",
    "within": "statements", "supersedes": "positions",
}  # fmt: skip


def write(coded: Iterable[Coded], out: Path, options: Options, losses: Losses) -> None:
    """Each table as a file of its name, and the data package that describes them."""
    package = as_json({"name": "dragoman-records", "resources": list(_resources())}, indent=1)
    (out / "datapackage.json").write_text(f"{package}\n", encoding="utf-8")
    with ExitStack() as files:
        writers = {
            name: csv.writer(
                files.enter_context((out / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            )
            for name in TABLES
        }
        for name, columns in TABLES.items():
            writers[name].writerow(columns)
        for name, row in rows(coded, options, losses):
            writers[name].writerow(_cell(value, losses) for value in row.values())


def _resources() -> Iterator[dict[str, Any]]:
    for name, columns in TABLES.items():
        schema: dict[str, Any] = {
            "fields": [{"name": column, "type": _TYPES[kind]} for column, kind in columns.items()],
            "missingValues": [""],
            "foreignKeys": [
                {"fields": [column], "reference": {"resource": table, "fields": ["record_id"]}}
                for column, table in _LEADS_TO.items()
                if column in columns
            ],
        }
        if "record_id" in columns:
            schema["primaryKey"] = ["record_id"]
        yield {"name": name, "path": f"{name}.csv", "format": "csv", "encoding": "utf-8", "schema": schema}


def _cell(value: Any, losses: Losses) -> Any:
    if isinstance(value, list):
        return as_json(value)
    losses.add("empty texts", "in CSV they read like no value", int(value == ""))
    return utf8(value, losses) if isinstance(value, str) else plain(value)
