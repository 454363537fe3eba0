"""The tidy tables in memory: Arrow tables, Polars or pandas frames (the extras `parquet` and `frames`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.formats.exporting import Coded, Options
from dragoman.formats.losses import Losses
from dragoman.formats.registry import ExtraError


def to_arrow(coded: Iterable[Coded], losses: Losses, *, text: bool = False) -> dict[str, Any]:
    """The tidy tables as `pyarrow.Table`s, by name (see `dragoman.formats.tables`).

    Args:
        coded: the articles with their records.
        losses: where to tell what is left out.
        text: whether the articles' text goes in.

    Raises:
        ExtraError: pyarrow is not installed.
    """
    pa = _library("pyarrow", "parquet")
    from dragoman.formats.arrow_tables import batches, schemas  # noqa: PLC0415 - needs pyarrow

    held: dict[str, list[Any]] = {name: [] for name in schemas()}
    for name, batch in batches(coded, Options(text=text), losses):
        held[name].append(batch)
    return {name: pa.Table.from_batches(held[name], schema=schema) for name, schema in schemas().items()}


def to_polars(coded: Iterable[Coded], losses: Losses, *, text: bool = False) -> dict[str, Any]:
    """The tidy tables as `polars.DataFrame`s, by name.

    Args:
        coded, losses, text: as for `to_arrow`.

    Raises:
        ExtraError: polars is not installed.
    """
    polars = _library("polars", "frames")
    return {name: polars.from_arrow(table) for name, table in to_arrow(coded, losses, text=text).items()}


def to_pandas(coded: Iterable[Coded], losses: Losses, *, text: bool = False) -> dict[str, Any]:
    """The tidy tables as `pandas.DataFrame`s, by name.

    Args:
        coded, losses, text: as for `to_arrow`.

    Raises:
        ExtraError: pandas is not installed.
    """
    _library("pandas", "frames")
    return {name: table.to_pandas() for name, table in to_arrow(coded, losses, text=text).items()}


def _library(name: str, extra: str) -> Any:
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ExtraError(f"{name} is not installed: pip install 'dragoman[{extra}]'") from error
