"""The export formats, found by name; each is one module with a function `write`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dragoman.formats.losses import Losses

if TYPE_CHECKING:
    from dragoman.formats.exporting import Coded, Options


class UnknownExportError(LookupError):
    """No export format has this name; the message says which there are."""


class ExtraError(RuntimeError):
    """A format needs a library that is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """An export format.

    Args:
        name: what it is called.
        module: the module that writes it.
        content: what it holds, and for whom, in a few words.
        folder: whether it is several files in a folder, and not one.
        words: whether the exact words go into a second file beside it.
        extra: the optional dependencies that it needs, "" for none.
    """

    name: str
    module: str
    content: str
    folder: bool = False
    words: bool = False
    extra: str = ""


EXPORTERS = {
    exporter.name: exporter
    for exporter in (
        Exporter("jsonl", "jsonl", "everything, as JSON lines"),
        Exporter("csv", "csv", "tidy tables as CSV, in a folder", folder=True),
        Exporter("parquet", "parquet", "tidy tables as Parquet, in a folder", folder=True, extra="parquet"),
        Exporter("arrow", "arrow", "tidy tables as Arrow files, in a folder", folder=True, extra="parquet"),
        Exporter("plover", "plover", "events, PLOVER JSON lines"),
        Exporter("polecat", "polecat", "events, POLECAT table of 40 columns", words=True),
        Exporter("icews", "icews", "events, ICEWS table of 20 columns", words=True),
        Exporter("gdelt", "gdelt", "events, GDELT 2.0 table of 61 columns", words=True),
        Exporter("cameo", "cameo", "events, CAMEO dyads", words=True),
        Exporter("dyads", "dyads", "events counted and scored by day and pair of countries"),
        Exporter("annotations", "annotations", "all records, W3C Web Annotations in JSON-LD"),
        Exporter("prov", "prov", "where each record comes from, PROV-JSON"),
        Exporter("geojson", "geojson", "events with coordinates, GeoJSON"),
        Exporter("bibtex", "bibtex", "the reports as sources, BibTeX"),
        Exporter("csl", "csl", "the reports as sources, CSL-JSON"),
        Exporter("brat", "brat", "statements, brat standoff in a folder", folder=True),
        Exporter("citron", "citron", "statements, Citron JSON lines"),
        Exporter("gold", "gold", "records as answer keys of the gold set, in a folder", folder=True),
    )
}


def exporter(name: str) -> Exporter:
    """An export format by its name.

    Raises:
        UnknownExportError: there is none of this name.
    """
    if name not in EXPORTERS:
        raise UnknownExportError(f"no export format {name!r}: there are {', '.join(EXPORTERS)}")
    return EXPORTERS[name]


def export(coded: Iterable[Coded], name: str, out: BinaryIO | Path, options: Options | None = None) -> Losses:
    """Write coded articles in a format of others.

    The articles are taken one by one, so that memory stays flat.

    Args:
        coded: the articles with their records, such as `CodedArticle`s.
        name: the format ("polecat").
        out: where to write: a binary stream, or a folder for a format of several files (it is made).
        options: what may be chosen.

    Returns:
        What the format could not carry.

    Raises:
        UnknownExportError: there is no such format.
        ExtraError: it needs a library that is not installed.
        TypeError: a folder came for a format of one file, or the reverse.
    """
    chosen = exporter(name)
    if chosen.folder != isinstance(out, Path):
        wanted = "several files: give a folder" if chosen.folder else "one file: give a binary stream"
        raise TypeError(f"{name} is {wanted}")
    try:
        module = import_module(f"dragoman.formats.{chosen.module}")
    except ModuleNotFoundError as error:
        if not chosen.extra:
            raise
        raise ExtraError(
            f"{name} needs {error.name}, which is not installed: pip install 'dragoman[{chosen.extra}]'"
        ) from error
    losses = Losses()
    if isinstance(out, Path):
        out.mkdir(parents=True, exist_ok=True)
    module.write(coded, out, options or _defaults(), losses)
    return losses


def _defaults() -> Options:
    from dragoman.formats.exporting import Options  # noqa: PLC0415 - to list the formats costs nothing

    return Options()
