"""`dragoman explain`: why a record stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.read import (
    Language,
    Model,
    Outlet,
    Published,
    Title,
    Url,
    code_source,
    taken,
)

if TYPE_CHECKING:
    from dragoman.coded import CodedArticle


def explain(
    file: Annotated[
        str,
        typer.Argument(help="The report, or JSON written by 'dragoman read --json'; - is standard input."),
    ],
    record: Annotated[str, typer.Argument(help="A label (S3, E1, P2), an id, or the beginning of an id.")],
    *,
    title: Title = None,
    outlet: Outlet = None,
    published: Published = None,
    language: Language = None,
    url: Url = None,
    model: Model = None,
) -> None:
    """Show why a record stands: its words, the rule that made it, what was resolved, what it rests on."""
    source = taken(file)
    coded = _from_json(source, record) or code_source(
        file, source, model=model, title=title, outlet=outlet, language=language, url=url,
        published=published.date() if published else None,
    )  # fmt: skip
    typer.echo(str(coded.explain(record)))


def _from_json(source: Path | bytes, record: str) -> CodedArticle | None:
    """The coded article with the record, if the source is JSON lines of ours."""
    from dragoman.coded import CodedArticle  # noqa: PLC0415
    from dragoman.formats.json import FORMAT  # noqa: PLC0415
    from dragoman.formats.labels import RecordNotFoundError  # noqa: PLC0415

    lines = (source if isinstance(source, bytes) else source.read_bytes()).splitlines()
    if not lines or not lines[0].startswith(f'{{"format": "{FORMAT}"'.encode()):
        return None
    for line in lines:
        coded = CodedArticle.from_json(line)
        try:
            coded.find(record)
        except RecordNotFoundError:
            if line is lines[-1]:
                raise
        else:
            return coded
    return None
