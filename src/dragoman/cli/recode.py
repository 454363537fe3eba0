"""`dragoman recode`: the articles of a ledger coded anew."""

from __future__ import annotations

import json as jsonlib
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.add import LedgerName, Linking, Workers, link_all
from dragoman.cli.errors import describe
from dragoman.cli.read import Model

if TYPE_CHECKING:
    from dragoman.bulk import Recoded
    from dragoman.ledger import Ledger

SHOWN = 20  # records shown to a person


def recode(
    ledger: LedgerName,
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="ARTICLE", help="Ids of articles; by default all.")
    ] = None,
    *,
    older: Annotated[
        bool, typer.Option("--older", help="Only what another version coded; so a broken run goes on.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")
    ] = False,
    workers: Workers = None,
    model: Model = None,
    link: Linking = True,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Code the articles of a ledger anew and show what changes; reviews stay."""
    import dragoman  # noqa: PLC0415
    from dragoman import bulk  # noqa: PLC0415
    from dragoman.cli.progress import progress  # noqa: PLC0415
    from dragoman.coder import CODER  # noqa: PLC0415

    with dragoman.open_ledger(ledger, create=False) as opened:
        wanted = opened.ids(superseded=True, coded_before=CODER if older else None)
        chosen = [key for key in wanted if not articles or key in articles]
        if unknown := set(articles or ()) - set(opened.ids(superseded=True)):
            raise typer.BadParameter(f"no article {sorted(unknown)[0]!r} in {ledger}")
        found: list[Recoded] = []
        with progress("coding anew", len(chosen)) as done:
            for recoded in bulk.recode(opened, chosen, dry=dry_run, workers=workers, model=model):
                if recoded.fault is not None:
                    typer.echo(f"dragoman: {describe(recoded.fault, recoded.article)}", err=True)
                found.append(recoded)
                done(1)
        if link and not dry_run and any(r.added or r.removed or r.changed for r in found):
            link_all(opened)
        _show(opened, found, json=json, dry_run=dry_run)
    if any(recoded.fault is not None for recoded in found):
        raise typer.Exit(1)


def _show(ledger: Ledger, found: list[Recoded], *, json: bool, dry_run: bool) -> None:
    changes = {
        change: [record for recoded in found for record in getattr(recoded, change)]
        for change in ("added", "removed", "changed")
    }
    reviewed = ledger.reviewed()
    lost = [record for record in changes["removed"] if record.id in reviewed]
    same = sum(recoded.same for recoded in found)
    if json:
        told: dict[str, Any] = {change: [r.id for r in records] for change, records in changes.items()}
        told |= {
            "articles": len(found),
            "same": same,
            "dry_run": dry_run,
            "reviewed_and_removed": [r.id for r in lost],
        }
        typer.echo(jsonlib.dumps(told))
        return
    would = "would be " if dry_run else ""
    counts = ", ".join(f"{len(records):,} {would}{change}" for change, records in changes.items())
    typer.echo(f"{ledger.name}: {len(found):,} articles coded anew: {counts}, {same:,} records as before")
    for change, records in changes.items():
        kinds = Counter(type(r).__name__.lower() for r in records)
        if kinds:
            typer.echo(f"{change}: " + ", ".join(f"{n:,} {kind}s" for kind, n in kinds.most_common()))
    for record in lost[:SHOWN]:
        typer.echo(f"reviewed, and {would}removed: {type(record).__name__.lower()} {record.id}")
    if len(lost) > SHOWN:
        typer.echo(f"… and {len(lost) - SHOWN:,} more: see record_changes and reviews")
