"""CAMEO's dyads: one pair of actors a line; day, source, target and code between tabs, then the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from dragoman.formats.codes import NOBODY, cameo_actor, cameo_event
from dragoman.formats.event_rows import (
    HAPPENED,
    compact,
    dyads,
    event_rows,
    tell_first_day,
    write_words,
)
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.losses import Losses
from dragoman.records import Status

COLUMNS = ("date", "source", "target", "code", "quad", "score", "event", "url")


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Events as CAMEO's dyads, without a header; by default those that happened."""
    lines = Lines(out, losses)
    for row in event_rows(coded, options, losses, statuses=HAPPENED):
        tell_first_day(row, losses)
        event = row.event
        losses.add(
            "statuses", "CAMEO reads every event as one that happened", int(event.status is not Status.ACTUAL)
        )
        losses.add("places", "a dyad has none", int(event.place is not None))
        losses.add("names, modes, contexts and confidence", "a dyad has no place for them")
        pairs = [(source, target) for source, target in dyads(event) if target is not None]
        losses.add("events", "a dyad needs somebody who acts and somebody acted on", int(not pairs))
        for source, target in pairs:
            codes = cameo_actor(source, losses), cameo_actor(target, losses)
            losses.add(
                "actors", f"neither country nor role is known; {NOBODY} is written", codes.count(NOBODY)
            )
            day, code = compact(row.day), cameo_event(event).code
            lines.row([day, *codes, code, event.quad, event.score, event.id, row.article.url])
        if pairs:
            write_words(row, event.id, options, losses)
