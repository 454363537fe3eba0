"""`dragoman export`: records in the formats of others."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, TypeVar

import typer

from dragoman.cli.read import Model
from dragoman.formats.registry import EXPORTERS, exporter

if TYPE_CHECKING:
    from dragoman.formats.losses import Losses

STDOUT = "-"
_T = TypeVar("_T")


class StatusName(StrEnum):
    """The statuses of events, named here so that help costs nothing."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


def export(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="A ledger, JSON lines written by 'dragoman read --json' (- is standard input), an answer "
            "key or a folder of them, or a report.",
        ),
    ],
    name: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}.")],
    out: Annotated[
        str, typer.Argument(metavar="OUT", help="The file or folder to write; - is standard output.")
    ],
    *,
    repeats: Annotated[
        bool, typer.Option("--repeats", help="Also write records that repeat another of the same report.")
    ] = False,
    status: Annotated[
        list[StatusName] | None,
        typer.Option(
            help="Write the events of this status, instead of the format's choice; may be given again."
        ),
    ] = None,
    with_text: Annotated[
        bool,
        typer.Option(
            "--with-text", help="Also write the articles' text, where the format has a place for it."
        ),
    ] = False,
    as_read: Annotated[
        bool,
        typer.Option(
            "--as-read", help="Of a ledger: records as the machine read them, whatever reviewers decided."
        ),
    ] = False,
    loss: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Write what was not carried over to this file, as JSON."),
    ] = None,
    model: Model = None,
) -> None:
    """Write records in the formats of others, and tell what these cannot carry."""
    if name not in EXPORTERS:
        raise typer.BadParameter(f"no format {name!r}: there are {', '.join(EXPORTERS)}", param_hint="FORMAT")
    if exporter(name).folder and out == STDOUT:
        raise typer.BadParameter(f"{name} is several files: name a folder", param_hint="OUT")
    from dragoman.coded_sources import coded_articles  # noqa: PLC0415
    from dragoman.formats.exporting import Options  # noqa: PLC0415
    from dragoman.formats.losses import Losses  # noqa: PLC0415
    from dragoman.formats.registry import export as write  # noqa: PLC0415
    from dragoman.records import Status  # noqa: PLC0415

    faults = 0

    def told(message: str) -> None:
        nonlocal faults
        faults += 1
        typer.echo(f"dragoman: {message}", err=True)

    losses = Losses()
    articles = _shown(coded_articles(source, losses, told, model=model, as_read=as_read))
    with ExitStack() as files:
        statuses = frozenset(Status(s.value) for s in status) if status else None
        sidecar = None
        if exporter(name).words and out != STDOUT:
            sidecar = files.enter_context(_file(Path(out).with_suffix(".spans.jsonl")))
        target = Path(out) if exporter(name).folder else files.enter_context(_stream(out))
        options = Options(repeats=repeats, statuses=statuses, text=with_text, sidecar=sidecar)
        for lost in write(articles, name, target, options):
            losses.add(lost.what, lost.why, lost.count)
    _tell(losses, loss)
    if faults:
        raise typer.Exit(1)


@contextmanager
def _stream(out: str) -> Iterator[BinaryIO]:
    """Where to write a format of one file."""
    if out == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with _file(Path(out)) as file:
            yield file


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    """A file that gets its name when it is whole, so that an error leaves none that is not."""
    partial = path.with_name(f"{path.name}.part")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _shown(articles: Iterable[_T]) -> Iterable[_T]:
    """Articles with a progress bar, where somebody watches."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    return track(articles, "exporting", console=console, transient=True, disable=not console.is_terminal)


def _tell(losses: Losses, path: Path | None) -> None:
    for lost in losses:
        typer.echo(f"dragoman: not carried over: {lost}", err=True)
    if path is not None:
        path.write_text(json.dumps(losses.as_rows(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
