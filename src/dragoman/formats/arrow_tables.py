"""The tidy tables in Arrow's columns: schemas, and batches of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from dragoman.formats.exporting import Coded, Options, utf8
from dragoman.formats.losses import Losses
from dragoman.formats.tables import TABLES, Row, rows

BATCH = 10_000  # rows held in memory for each table
_LARGEST = 2**63
_KINDS = {
    "text": pa.string(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "truth": pa.bool_(),
    "day": pa.date32(),
    "texts": pa.list_(pa.string()),
}


def schemas() -> dict[str, Any]:
    """The schema of each table."""
    return {
        name: pa.schema([(column, _KINDS[kind]) for column, kind in columns.items()])
        for name, columns in TABLES.items()
    }


def batches(
    coded: Iterable[Coded], options: Options, losses: Losses, *, size: int = BATCH
) -> Iterator[tuple[str, Any]]:
    """Batches of rows, each with its table's name.

    Args:
        coded: the articles, taken one by one.
        options: what was chosen.
        losses: where to tell what is left out.
        size: rows in a batch.
    """
    held: dict[str, list[Row]] = {name: [] for name in TABLES}
    known = schemas()
    for name, row in rows(coded, options, losses):
        held[name].append({column: _value(value, losses) for column, value in row.items()})
        if len(held[name]) == size:
            yield name, pa.RecordBatch.from_pylist(held[name], schema=known[name])
            held[name] = []
    for name, left in held.items():
        if left:
            yield name, pa.RecordBatch.from_pylist(left, schema=known[name])


def _value(value: Any, losses: Losses) -> Any:
    """A value that Arrow can hold."""
    if isinstance(value, str):
        return utf8(value, losses)
    if isinstance(value, list):
        return [utf8(item, losses) for item in value]
    if isinstance(value, int) and abs(value) >= _LARGEST:
        losses.add("numbers", "they need more than 64 bits")
        return None
    return value
