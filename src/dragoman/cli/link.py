"""`dragoman link` and `dragoman actors`: what belongs together across the reports of a ledger."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.ask import AsCsv, AsJson, Limit, Where, opened, write

if TYPE_CHECKING:
    from dragoman.ledger.decisions import Decided

Reviewer = Annotated[str | None, typer.Option(help="Who decides; by default the user's name.")]
Note = Annotated[str | None, typer.Option(help="Why.")]


def link(
    where: Where,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Find what belongs together across reports: copies of a text, quotations, happenings, actors."""
    from dragoman.ledger.linking import link as pass_over  # noqa: PLC0415

    with opened(where) as ledger:
        found = pass_over(ledger)
    if as_json:
        typer.echo(json.dumps(asdict(found)))
        return
    typer.echo(
        f"{found.actors:,} actors; told by several reports: {found.texts:,} texts, {found.quotations:,} "
        f"quotations, {found.events:,} events, {found.positions:,} positions"
    )


def actors(
    where: Where,
    name: Annotated[str | None, typer.Argument(help="Only those with a name that holds this.")] = None,
    *,
    merge: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ONE OTHER", help="Decide that two actors are one.")
    ] = None,
    split: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="NAME ACTOR", help="Decide that a name is not an actor's."),
    ] = None,
    undo: Annotated[int | None, typer.Option(metavar="NUMBER", help="Undo a decision.")] = None,
    decisions: Annotated[bool, typer.Option("--decisions", help="List what was decided.")] = False,
    reviewer: Reviewer = None,
    note: Note = None,
    limit: Limit = 50,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Show the actors behind the names in reports with their offices; merge or split them."""
    from dragoman.ledger import decisions as decided  # noqa: PLC0415
    from dragoman.ledger.linking import link as pass_over  # noqa: PLC0415
    from dragoman.ledger.people import people, people_lines  # noqa: PLC0415

    by: dict[str, Any] = {"reviewer": reviewer or getpass.getuser(), "note": note}
    asked: list[Callable[[Any], Decided]] = []
    if merge:
        asked.append(lambda ledger: decided.merge(ledger, *merge, **by))
    if split:
        asked.append(lambda ledger: decided.split(ledger, *split, **by))
    if undo is not None:
        asked.append(lambda ledger: decided.undo(ledger, undo, **by))
    with opened(where) as ledger:
        for decide in asked:
            made = decide(ledger)
            typer.echo(f"decision {made.id}: {made.decision} {made.one.name} and {made.other.name}", err=True)
        if asked:
            pass_over(ledger)
            return
        if decisions:
            known = decided.decisions(ledger)
            write([asdict(d) for d in known], map(_told, known), as_json=json, as_csv=csv)
            return
        found = people(ledger, name, limit=limit)
    write([p.to_json() for p in found], people_lines(found), as_json=json, as_csv=csv)


def _told(made: Decided) -> str:
    """A decision in a line."""
    undone = ", undone" if made.undone else ""
    why = f": {made.note}" if made.note else ""
    when = f"{made.decided[:10]} {made.reviewer}"
    return f"{made.id}  {made.decision} {made.one.name} and {made.other.name}  {when}{undone}{why}"
