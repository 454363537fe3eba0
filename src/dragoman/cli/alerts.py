"""Changes told to others: the part of `dragoman changes` that writes feeds and posts to webhooks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.ledger.answers import Change
    from dragoman.ledger.following import Asked


def tell(
    ledger: Ledger, changes: Sequence[Change], asked: Asked, *, atom: Path | None, webhook: str | None,
    retries: int, timeout: float,
) -> None:  # fmt: skip
    """Write changes as a feed, and post them; each is told on standard error.

    Args:
        ledger: where they are from. changes: the changes. asked: what was asked for.
        atom: the file of the feed. webhook: where to post. retries: how often to post again.
        timeout: seconds that an answer may take.
    """
    if atom:
        from dragoman.alerts import write_feed  # noqa: PLC0415

        about = ", ".join(f"{name} {value}" for name, value in asdict(asked).items() if value)
        entries = write_feed(ledger, changes, atom, about=about.replace("_", " "))
        typer.echo(f"{atom}: {_changes(entries)}", err=True)
    if webhook:
        from dragoman.alerts import Patience, deliver  # noqa: PLC0415

        done = deliver(ledger, changes, webhook, Patience(retries=retries, timeout=timeout))
        typer.echo(f"webhook: {_changes(done.now)} delivered, {done.before:,} before", err=True)


def _changes(number: int) -> str:
    return f"{number:,} change" if number == 1 else f"{number:,} changes"
