"""`dragoman read`: reports in, their statements, events and positions out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.errors import describe

if TYPE_CHECKING:
    from dragoman.coded import CodedArticle
    from dragoman.positions import Issues

STDIN = "-"
Model = Annotated[
    str | None, typer.Option(help="An installed spaCy English pipeline; by default the one that ships.")
]
Title = Annotated[str | None, typer.Option(help="The headline.")]
Outlet = Annotated[str | None, typer.Option(help='Who published it ("Harbour Wire").')]
Published = Annotated[
    dt.datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help='The day of publication, against which "Monday" is resolved.',
    ),
]
Language = Annotated[str | None, typer.Option(help="ISO 639-1 code of its language.")]
IssueFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--issues",
        metavar="FILE",
        help="Issues of your own, a YAML file read beside those that come with Dragoman; may be given again.",
    ),
]
Url = Annotated[str | None, typer.Option(help="Where it was published.")]


def read(
    ctx: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Text files or saved pages; - is standard input.")
    ],
    *,
    html: Annotated[
        Path | None,
        typer.Option(help="Write the annotated page here; for several files, the folder of the pages."),
    ] = None,
    title: Title = None,
    outlet: Outlet = None,
    published: Published = None,
    language: Language = None,
    url: Url = None,
    model: Model = None,
    issues: IssueFiles = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one line an article.")] = False,
) -> None:
    """Put on record what reports say: statements, events, positions and what changed."""
    known = {
        "title": title, "outlet": outlet, "published": published.date() if published else None,
        "language": language, "url": url,
    }  # fmt: skip
    if len(files) > 1 and (title or url):
        raise typer.BadParameter("--title and --url belong to one report: give one FILE with them")
    followed = followed_issues(issues)
    failed = False
    for source in files:
        try:
            coded = code_source(named(source), source, model=model, issues=followed, **known)
            _write(coded, source, json=json, html=_page_path(html, source, len(files)))
        except Exception as error:
            if ctx.obj["debug"]:
                raise
            typer.echo(f"dragoman: {describe(error, named(source))}", err=True)
            failed = True
    if failed:
        raise typer.Exit(1)


def named(source: str) -> str:
    """What to call an input in messages."""
    return "standard input" if source == STDIN else source


def followed_issues(files: list[Path] | None) -> Issues | None:
    """The issues of some files beside those that come with Dragoman; None for these alone.

    Raises:
        KnowledgeError: a file cannot be read or says what it should not.
    """
    if not files:
        return None
    from dragoman.positions import load_issues  # noqa: PLC0415

    return load_issues(files)


def code_source(
    name: str,
    source: str | bytes,
    *,
    model: str | None = None,
    issues: Issues | None = None,
    **known: Any,
) -> CodedArticle:
    """A report coded.

    Args:
        name: what to call it in warnings.
        source: a path, "-" for standard input, or the bytes of a file.
        model: a spaCy pipeline's name.
        issues: the issues to follow; None for those that come with Dragoman.
        known: what is known of the report (see `dragoman.read`).
    """
    import dragoman  # noqa: PLC0415

    article = dragoman.read(source, **known)
    if article.published is None:
        doubt = 'no day of publication found, so "Monday" has no date: give --published YYYY-MM-DD'
        typer.echo(f"dragoman: {name}: {doubt}", err=True)
    return dragoman.code(article, model=model, issues=issues)


def _page_path(html: Path | None, source: str, count: int) -> Path | None:
    if html is None or count == 1:
        return html
    html.mkdir(parents=True, exist_ok=True)
    return html / f"{'stdin' if source == STDIN else Path(source).name}.html"


def _write(coded: CodedArticle, source: str, *, json: bool, html: Path | None) -> None:
    if html is not None:
        html.write_text(coded.to_html(), encoding="utf-8")
        typer.echo(f"dragoman: {named(source)}: page written to {html}", err=True)
    if json:
        typer.echo(coded.to_json().encode() + b"\n", nl=False)
    elif html is None:
        show(coded)


def show(coded: CodedArticle) -> None:
    """Print a coded article for a person."""
    from rich.console import Console  # noqa: PLC0415

    from dragoman.formats.console import render  # noqa: PLC0415

    console = Console(highlight=False)
    if console.is_terminal:
        console.print(render(coded.article, coded.records), "")
        return
    with console.capture() as captured:
        console.print(render(coded.article, coded.records), "")
    typer.echo("\n".join(line.rstrip() for line in captured.get().split("\n")), nl=False)
