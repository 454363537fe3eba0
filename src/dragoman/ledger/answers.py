"""What a ledger answers: each answer carries the words it rests on and where they stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record of a report: what it says in a line, its words, and where they stand.

    Args:
        record: the record's id. kind: "statement", "event" or "position".
        says: the record in one line.
        words: the exact words that it rests on, pieces joined by " … ".
        day: the day it is of: its own, or that of publication; None if neither is known.
        date: its date as recorded, None if the report does not let a reader know.
        article: the report's id. outlet, title, published, url: of the report, where known.
        start: where the words begin in the report's text, in code points.
        conditions: the words of its condition, if it has one.
        reviewed: what people said of it: "accepted", or "edited" where it is shown as they corrected it; None
            if nothing.
    """

    record: str
    kind: str
    says: str
    words: str
    day: dt.date | None
    date: str | None
    article: str
    outlet: str | None
    title: str | None
    published: dt.date | None
    url: str | None
    start: int
    conditions: str | None = None
    reviewed: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The fields by name, days in ISO 8601."""
        return {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Count:
    """How often something is on record, in both ways.

    Args:
        occurrences: how many happenings or stands. reports: how many reports tell them, those that print the
            same words in another outlet too.
        independent: how many of these are independent: neither copies nor rewrites of one text, nor of one
            outlet.
    """

    occurrences: int
    reports: int
    independent: int


@dataclass(frozen=True, slots=True)
class Found:
    """A record that answers to a question, once for all reports that tell the same.

    Args:
        evidence: the record, or one of those that tell the same.
        count: how often it is told.
        reports: ids of the reports that tell it.
    """

    evidence: Evidence
    count: Count
    reports: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The fields by name."""
        return self.evidence.to_json() | {"count": asdict(self.count), "reports": list(self.reports)}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an actor stands on an issue, as of a day.

    Args:
        holder: the state's code, or the name of a body or group. issue, stance: names of the issues file.
        counterpart: towards whom, named likewise; None if towards nobody in particular.
        since: the day of the first report of this stance without another between.
        evidence: the last record of it, with the words of its condition.
        count: the records of that stance since then.
        disputed: stances that other reports of the same day give.
    """

    holder: str
    issue: str
    stance: str
    counterpart: str | None
    since: dt.date
    evidence: Evidence
    count: Count
    disputed: tuple[tuple[str, Evidence], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The fields by name."""
        return {
            "holder": self.holder, "issue": self.issue, "stance": self.stance,
            "counterpart": self.counterpart, "since": self.since.isoformat(),
            "count": asdict(self.count), "evidence": self.evidence.to_json(),
            "disputed": [{"stance": s, "evidence": e.to_json()} for s, e in self.disputed],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A stance that became another.

    Args:
        holder, issue, counterpart: whose, on what, towards whom, as in `Standing`.
        before, after: the stances. day: when the new one is first on record.
        earlier, later: the last record of the old one, and the first of the new one.
        reports: how many reports have the new stance that day. within: whether one report tells both.
    """

    holder: str
    issue: str
    counterpart: str | None
    before: str
    after: str
    day: dt.date
    earlier: Evidence
    later: Evidence
    reports: int
    within: bool = False

    def to_json(self) -> dict[str, Any]:
        """The fields by name."""
        return {
            "holder": self.holder, "issue": self.issue, "counterpart": self.counterpart,
            "before": self.before, "after": self.after, "day": self.day.isoformat(),
            "reports": self.reports, "within": self.within,
            "earlier": self.earlier.to_json(), "later": self.later.to_json(),
        }  # fmt: skip
