"""Parquet: the tidy tables as files in a folder (needs pyarrow)."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import pyarrow.parquet as pq

from dragoman.formats.arrow_tables import batches, schemas
from dragoman.formats.exporting import Coded, Options
from dragoman.formats.losses import Losses


def write(coded: Iterable[Coded], out: Path, options: Options, losses: Losses) -> None:
    """Each table as a file of its name, compressed with Zstandard."""
    with ExitStack() as files:
        writers = {
            name: files.enter_context(pq.ParquetWriter(out / f"{name}.parquet", schema, compression="zstd"))
            for name, schema in schemas().items()
        }
        for name, batch in batches(coded, options, losses):
            writers[name].write_batch(batch)
