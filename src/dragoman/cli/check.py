"""`dragoman check`: whether a ledger keeps its laws."""

from __future__ import annotations

import json as jsonlib
from typing import Annotated

import typer

from dragoman.cli.add import LedgerName

CHECK_FAILED = 3  # exit code


def check(
    ledger: LedgerName,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check every span, id and link of a ledger; exit 3 on a fault."""
    import dragoman  # noqa: PLC0415
    from dragoman.cli.progress import progress  # noqa: PLC0415
    from dragoman.ledger import checking  # noqa: PLC0415

    with dragoman.open_ledger(ledger, create=False) as opened:
        with progress("checking", checking.size(opened)) as done:
            faults = list(checking.check(opened, told=done))
        counts = opened.counts()
    if json:
        found = [{"place": fault.place, "message": fault.message} for fault in faults]
        typer.echo(
            jsonlib.dumps({"clean": not faults, "faults": found, "counts": counts}, ensure_ascii=False)
        )
    else:
        for fault in faults:
            typer.echo(f"{ledger}: {fault}", err=True)
        kinds = ", ".join(
            f"{counts[kind]:,} {kind}" for kind in ("articles", "statements", "events", "positions")
        )
        typer.echo(f"{ledger}: {len(faults):,} faults in {kinds}" if faults else f"{ledger}: clean: {kinds}")
    if faults:
        raise typer.Exit(CHECK_FAILED)
