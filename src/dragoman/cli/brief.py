"""`dragoman brief`: a briefing note from a ledger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.ask import Until, Where, opened


def brief(
    where: Where,
    *,
    country: Annotated[str, typer.Option(help='On which country: a code ("AFG") or a name ("Afghanistan").')],
    since: Annotated[
        dt.datetime, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The first day.")
    ],
    until: Until = None,
    issue: Annotated[
        list[str] | None, typer.Option(help='Only on this issue ("recognition"); may be given again.')
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, help="Show so many entries a section at most.")
    ] = 20,
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write it here instead, in the form that the ending names: .md, .html, .docx or .json.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Write a briefing note on a country: what changed, who stands where, who said what, what is planned."""
    from dragoman.briefs import compose, form_of, write  # noqa: PLC0415

    if to is not None:
        form_of(to)  # what cannot be written is told before the work
    with opened(where) as ledger:
        made = compose(
            ledger, country, since.date(), until.date() if until else None, issues=issue or (), limit=limit
        )
    if to is not None:
        write(made, to)
    elif json:
        typer.echo(made.to_json())
    else:
        typer.echo(made.to_markdown(), nl=False)
