"""Tables of figures and mistakes for the terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dragoman.evaluation.figures import Scores
from dragoman.evaluation.mistakes import Mistake
from dragoman.evaluation.reliability import Bin


def print_scores(console: Console, title: str, scores: Scores) -> None:
    """Print figures and accuracies as tables.

    Args:
        console: where to.
        title: what was measured.
        scores: the figures.
    """
    console.print(f"[bold]{escape(title)}[/bold]")
    if scores.figures:
        table = _table("P", "R", "F1", "hits", "gold", "predicted")
        for f in scores.figures:
            shares = (f"{value:.3f}" for value in (f.precision, f.recall, f.f1))
            table.add_row(f.name, *shares, f"{f.hits:,}", f"{f.gold:,}", f"{f.predicted:,}")
        console.print(table)
    if scores.accuracies:
        table = _table("share", "right", "of")
        for a in scores.accuracies:
            table.add_row(a.name, f"{a.share:.3f}", f"{a.right:,}", f"{a.of:,}")
        console.print(table)


def print_reliability(console: Console, bins: Iterable[Bin]) -> None:
    """Print how often records of a confidence are right.

    Args:
        console: where to.
        bins: the records by layer and confidence.
    """
    table = _table("confidence", "n", "right", "share right")
    for b in bins:
        table.add_row(b.layer, f"{b.low:.1f}-{b.high:.1f}", f"{b.of:,}", f"{b.right:,}", f"{b.share:.3f}")
    console.print(table)


def print_mistakes(console: Console, mistakes: Iterable[Mistake], *, each: int) -> None:
    """Print the first mistakes of every group, the largest group of each layer first.

    Args:
        console: where to.
        mistakes: the mistakes.
        each: how many of a group to print.
    """
    groups: dict[tuple[str, str], list[Mistake]] = defaultdict(list)
    for mistake in mistakes:
        groups[mistake.layer, mistake.group].append(mistake)
    for (_, group), members in sorted(
        groups.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])
    ):
        console.print(f"\n[bold]{escape(group)}[/bold] ({len(members)})")
        for mistake in members[:each]:
            sides = [
                f"gold {mistake.gold}" if mistake.gold else "",
                f"found {mistake.found}" if mistake.found else "",
            ]
            console.print(
                f"- {mistake.article}: {' | '.join(filter(None, sides))}",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
            if mistake.words:
                console.print(f"    {mistake.words}", markup=False, highlight=False, soft_wrap=True)


def _table(*headings: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("", no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    return table
