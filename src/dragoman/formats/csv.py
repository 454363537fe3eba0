"""CSV: the tidy tables as files in a folder; lists are JSON, an empty cell is no value (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dragoman.formats.exporting import Coded, Options, utf8
from dragoman.formats.json import as_json
from dragoman.formats.losses import Losses
from dragoman.formats.tables import TABLES, plain, rows


def write(coded: Iterable[Coded], out: Path, options: Options, losses: Losses) -> None:
    """Each table as a file of its name."""
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


def _cell(value: Any, losses: Losses) -> Any:
    if isinstance(value, list):
        return as_json(value)
    losses.add("empty texts", "in CSV they read like no value", int(value == ""))
    return utf8(value, losses) if isinstance(value, str) else plain(value)
