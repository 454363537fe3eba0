"""Dyads by the day: how two countries dealt with each other, in events and scores.

One row for each day, source and target. Counts come both ways: `events` counts what happened, `reports`
counts each time it was told, repetitions in one report included.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from dragoman.formats.event_rows import HAPPENED, QUADS, dyads, event_rows, tell_first_day
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.losses import Losses

COLUMNS = (
    "date", "source", "target", "events", "reports", *(name.lower().replace(" ",
    "_") for name in QUADS.values()), "score_sum", "score_mean",
)  # fmt: skip


@dataclass(slots=True)
class _Count:
    events: int = 0
    reports: int = 0
    quads: dict[int, int] = field(default_factory=lambda: dict.fromkeys(QUADS, 0))
    score: float = 0.0


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Counts of events and sums of scores for each day and pair of countries; by default of what happened."""
    counts: dict[tuple[str, str, str], _Count] = {}
    for row in event_rows(coded, replace(options, repeats=True), losses, statuses=HAPPENED):
        tell_first_day(row, losses)
        losses.add("single events", "they are counted; export cameo or plover for each", 1)
        pairs = {(a.country, b.country if b else None) for a, b in dyads(row.event)}
        whole = [(source, target) for source, target in sorted(pairs, key=str) if source and target]
        losses.add("events", "no country is known on one of the two sides", int(not whole))
        for source, target in whole:
            count = counts.setdefault((row.day.isoformat(), source, target), _Count())
            count.reports += 1
            if row.event.repeats is None or options.repeats:
                count.events += 1
                count.quads[row.event.quad] += 1
                count.score += row.event.score
    lines = Lines(out, losses)
    lines.row(COLUMNS)
    for key, count in sorted(counts.items()):
        mean = f"{count.score / count.events:.2f}" if count.events else None
        lines.row([*key, count.events, count.reports, *count.quads.values(), f"{count.score:.2f}", mean])
