"""`dragoman explain`: why a record stands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.read import (
    STDIN,
    IssueFiles,
    Language,
    Model,
    Outlet,
    Published,
    Title,
    Url,
    code_source,
    followed_issues,
    named,
)

if TYPE_CHECKING:
    from dragoman.coded import CodedArticle


def explain(
    file: Annotated[
        str,
        typer.Argument(
            help="The report, a ledger, or JSON written by 'dragoman read --json'; - is standard input."
        ),
    ],
    record: Annotated[
        str,
        typer.Argument(help="A label (S3, E1, P2; not in ledgers), an id, or the beginning of an id."),
    ] = "",
    *,
    left_out: Annotated[
        bool, typer.Option("--left-out", help="Instead of a record: what a report mentions without record.")
    ] = False,
    title: Title = None,
    outlet: Outlet = None,
    published: Published = None,
    language: Language = None,
    url: Url = None,
    model: Model = None,
    issues: IssueFiles = None,
) -> None:
    """Show why a record stands: its words, the rule that made it, what was resolved, what it rests on."""
    if bool(record) is left_out:
        raise typer.BadParameter("name a record, or ask with --left-out for what is not on record")
    if left_out:
        _echo_left_out(
            file, model=model, title=title, outlet=outlet, language=language, url=url,
            published=published.date() if published else None,
        )  # fmt: skip
        return
    from dragoman.coded_sources import is_ledger  # noqa: PLC0415

    if file != STDIN and is_ledger(file):
        typer.echo(_from_ledger(file, record))
        return
    data = sys.stdin.buffer.read() if file == STDIN else None
    coded = _from_json(_file(file) if data is None else data, record) or code_source(
        named(file), file if data is None else data, model=model, title=title, outlet=outlet,
        language=language, url=url, published=published.date() if published else None,
        issues=followed_issues(issues),
    )  # fmt: skip
    typer.echo(str(coded.explain(record)))


def _echo_left_out(file: str, *, model: str | None, **known: Any) -> None:
    """Show what a report mentions that is not put on record, and on which grounds."""
    import dragoman  # noqa: PLC0415
    from dragoman.coder import shared_coder  # noqa: PLC0415
    from dragoman.language.reader import MODEL  # noqa: PLC0415

    source = sys.stdin.buffer.read() if file == STDIN else file
    coded = shared_coder(model or MODEL).left_out(dragoman.read(source, **known))
    typer.echo("\n\n".join(str(coded.explain(record)) for record in coded.records) or "Nothing is left out.")


def _from_ledger(where: str, record: str) -> str:
    """Why a record of a ledger stands, as the machine read it."""
    from dragoman.ledger import Ledger  # noqa: PLC0415

    with Ledger.open(where, create=False) as ledger:
        coded, found = ledger.find(record)
        return str(coded.explain(found.id))


def _file(path: str) -> bytes:
    """The bytes of a file, or none if it cannot be read: `dragoman.read` says best why not."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def _from_json(data: bytes, record: str) -> CodedArticle | None:
    """The coded article with the record, if these are JSON lines of ours."""
    from dragoman.coded import CodedArticle  # noqa: PLC0415
    from dragoman.formats.json import FORMAT  # noqa: PLC0415
    from dragoman.formats.labels import matching  # noqa: PLC0415

    if not data.startswith(f'{{"format": "{FORMAT}"'.encode()):
        return None
    articles = [CodedArticle.from_json(line) for line in data.splitlines()]
    return next((a for a in articles if matching(a.records, record)), articles[0])
