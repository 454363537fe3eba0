"""Answers of a ledger as lines for a person; exact words stand behind a bar, everything else is ours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from dragoman.ledger.answers import Change, Count, Evidence, Standing
from dragoman.ledger.finding import Answer
from dragoman.ledger.pledges import Outcome, Pledge

LONGEST = 240  # letters of the words shown in a list; `dragoman explain` shows them all


def found_lines(answer: Answer) -> Iterator[str]:
    """What was found: each record with its words and its source, and how much there is."""
    for found in answer.found:
        yield from _block(found.evidence, told(found.count))
    shown, total = len(answer.found), answer.total
    if not shown:
        yield "Nothing in the ledger answers to that."
        return
    yield f"{shown} of {total.occurrences:,} shown; {told(total)}"


def standing_lines(standings: Sequence[Standing]) -> Iterator[str]:
    """The matrix of holders and issues, holder by holder."""
    if not standings:
        yield "No position is on record."
    for holder, held in groupby(standings, key=lambda s: s.holder):
        yield holder
        for s in held:
            towards = f" → {s.counterpart}" if s.counterpart else ""
            yield f"  {s.issue}: {s.stance}{towards}  since {s.since} · {told(s.count)}"
            yield from _words(s.evidence, "    ")
            if s.evidence.conditions:
                yield f"    on condition: {_short(s.evidence.conditions)}"
            for stance, evidence in s.disputed:
                yield f"    disputed: {stance}"
                yield from _words(evidence, "    ")


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Each change with the words of both stances."""
    if not changes:
        yield "Nothing changed."
    for c in changes:
        towards = f" → {c.counterpart}" if c.counterpart else ""
        how = " · told in one report" if c.within else ""
        reports = f" · {c.reports} reports" if c.reports > 1 else ""
        yield f"{c.day}  {c.holder}  {c.issue}{towards}{reports}{how}"
        for mark, stance, evidence in (("was", c.before, c.earlier), ("now", c.after, c.later)):
            yield f"  {mark} {stance}  {evidence.day or ''}".rstrip()
            yield from _words(evidence, "  ")


def pledge_lines(pledges: Sequence[Pledge]) -> Iterator[str]:
    """Each pledge with what became of it."""
    if not pledges:
        yield "No pledge is on record."
    for p in pledges:
        towards = f" → {p.counterpart}" if p.counterpart else ""
        yield f"{p.evidence.day}  {p.holder}{towards}  {p.what}  {p.outcome.upper()}"
        yield from _words(p.evidence, "  ")
        if p.evidence.conditions:
            yield f"  on condition: {_short(p.evidence.conditions)}"
        if p.later and p.outcome is not Outcome.OPEN:
            yield f"  {p.later.day}  {p.later.says}"
            yield from _words(p.later, "  ")


def told(count: Count) -> str:
    """A count in both ways: "3 reports, 2 independent"."""
    if count.reports == 1:
        return "1 report"
    return f"{count.reports:,} reports, {count.independent:,} independent"


def source(evidence: Evidence) -> str:
    """Where words stand: outlet, day and record; and what people said of it."""
    day = evidence.published
    about = [evidence.outlet or "outlet unknown", _day(day) if day else "undated", evidence.record[:8]]
    return " · ".join(filter(None, [*about, evidence.reviewed]))


def _block(evidence: Evidence, how_often: str) -> Iterator[str]:
    yield f"{evidence.day or 'undated'}  {evidence.says} · {how_often}"
    yield from _words(evidence, "  ")


def _words(evidence: Evidence, indent: str) -> Iterator[str]:
    yield f"{indent}│ {_short(evidence.words)}"
    yield f"{indent}  {source(evidence)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"
