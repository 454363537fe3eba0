"""Composing a briefing note: each section is one question to the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from dragoman.briefs import wording
from dragoman.briefs.citing import Citations
from dragoman.briefs.note import Brief, Entry, Part, Section
from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.answers import Change, Evidence, Found, Standing
from dragoman.ledger.following import Asked, changes, positions_as_of
from dragoman.ledger.pledges import Outcome, Pledge, pledges
from dragoman.ledger.scope import Scope, basis, issues_of, most_reported, planned
from dragoman.ledger.sides import country, name_of
from dragoman.records import Event, Statement

LIMIT = 20  # entries of a section


def compose(
    ledger: Ledger,
    of: str,
    since: dt.date,
    until: dt.date | None = None,
    *,
    issues: Sequence[str] = (),
    limit: int = LIMIT,
) -> Brief:
    """A briefing note on a country: what changed, who stands where, what was said, pledged and planned.

    It is written as of the last day: nothing that is on record of a later day is used, but for plans.

    Args:
        ledger: the ledger; `dragoman.ledger.linking.link` should have gone over it.
        of: the country: a code ("AFG") or a name. since, until: the first and the last day; by default today.
        issues: only these issues; all by default. limit: how many entries a section shows at most.

    Raises:
        LedgerError: there is no such country or issue, or the period ends before it begins.
    """
    party, last = country(of), until or dt.date.today()
    if last < since:
        raise LedgerError(f"{since} to {last}: the period ends before it begins: exchange the days")
    known = issues_of(ledger) if issues else frozenset()
    if unknown := [issue for issue in issues if issue not in known]:
        raise LedgerError(f"{unknown[0]}: no issue: there are {', '.join(sorted(known))}")
    asked = [Asked(country=party.side, issue=issue) for issue in issues] or [Asked(country=party.side)]
    scope = Scope(party.side, since, last, tuple(issues))

    changed = sorted(
        chain.from_iterable(changes(ledger, a, since=since, until=last) for a in asked),
        key=lambda c: (c.day, c.holder),
    )
    standing = list(chain.from_iterable(positions_as_of(ledger, last, a) for a in asked))
    said = most_reported(ledger, scope, limit=limit)
    promised = _promised(ledger, scope)
    ahead = planned(ledger, scope)

    newest = changed[-limit:]
    foremost = _foremost(standing, limit)
    cited = Citations(
        ledger,
        chain(
            (e for c in newest for e in (c.earlier, c.later)),
            (e for s in foremost for e in (s.evidence, *(d for _, d in s.disputed))),
            (f.evidence for f in said.found),
            (e for p in promised[-limit:] for e in (p.evidence, p.later) if e),
            (f.evidence for f in ahead[:limit]),
        ),
    )
    sections = (
        _section(
            "changes", "What changed", [_change(cited, c) for c in newest], len(changed),
            "No change of a position is on record for the period.", abreast=True,
        ),
        Section(
            "positions", "Who stands where", tuple(_standings(cited, foremost)), len(standing),
            "No position is on record. Silence is not a stance.",
        ),
        _section(
            "statements", "Who said what to whom", list(_statements(cited, said.found)),
            said.total.occurrences, "No statement is on record for the period. Silence is not a stance.",
        ),
        _section(
            "pledges", "What is pledged", [_pledge(cited, p, last) for p in promised[-limit:]], len(promised),
            "No pledge or threat is on record for the period.",
        ),
        _section(
            "planned", "What is planned next", list(_plans(cited, ahead[:limit], last)), len(ahead),
            "Nothing that reports of the period call planned is outstanding on record.",
        ),
    )  # fmt: skip
    rests = basis(ledger, scope)
    return Brief(
        party.side, party.name, since, last, tuple(issues), rests.count.occurrences, rests.count.reports,
        rests.count.independent, rests.outlets, sections, cited.sources(),
    )  # fmt: skip


def _section(
    name: str, title: str, entries: Iterable[Entry], total: int, empty: str, *, abreast: bool = False
) -> Section:
    found = tuple(entries)
    return Section(name, title, (Part("", found),) if found else (), total, empty, abreast)


def _change(cited: Citations, c: Change) -> Entry:
    matter = f"{name_of(c.holder)}{wording.towards(c.counterpart)}, on {wording.issue(c.issue)}"
    reports = f"{c.reports:,} reports" if c.reports > 1 else "1 report"
    how = "both told in one report" if c.within else reports
    return Entry(
        f"{matter}: {c.before} became {c.after}, first on record on {wording.day(c.day)}; {how}.",
        (
            cited.quote(c.earlier, f"Before: {c.before}{_on(c.earlier)}"),
            cited.quote(c.later, f"After: {c.after}{_on(c.later)}"),
        ),
    )


def _foremost(standing: Sequence[Standing], limit: int) -> list[Standing]:
    """The standings to show: those last on record most recently, then those most told; in order of holder."""
    ranked = sorted(standing, key=lambda s: (-_ordinal(s.evidence), -s.count.independent))
    return sorted(ranked[:limit], key=lambda s: (name_of(s.holder), s.issue, s.counterpart or ""))


def _standings(cited: Citations, standing: Iterable[Standing]) -> Iterator[Part]:
    for holder, held in groupby(standing, key=lambda s: s.holder):
        yield Part(name_of(holder), tuple(_standing(cited, s) for s in held))


def _standing(cited: Citations, s: Standing) -> Entry:
    matter = f"{name_of(s.holder)}{wording.towards(s.counterpart)}, on {wording.issue(s.issue)}"
    others = ", ".join(stance for stance, _ in s.disputed)
    disputed = f" Disputed: other reports of the last day have {others}." if others else ""
    return Entry(
        f"{matter}: {s.stance}, on record since {wording.day(s.since)}; {wording.told(s.count)}.{disputed}",
        (
            cited.quote(s.evidence, f"{s.stance.capitalize()}{_on(s.evidence)}"),
            *cited.condition(s.evidence),
            *(cited.quote(e, f"Disputed: {stance}{_on(e)}") for stance, e in s.disputed),
        ),
    )


def _statements(cited: Citations, found: Iterable[Found]) -> Iterator[Entry]:
    for f in found:
        record = cited.record(f.evidence)
        assert isinstance(record, Statement)
        says = wording.statement(record, f.evidence.published, f.count)
        yield Entry(says, (cited.quote(f.evidence), *cited.condition(f.evidence)))


def _promised(ledger: Ledger, scope: Scope) -> list[Pledge]:
    """The pledges made in the period, and those that it showed to be kept or broken, as of its last day.

    Announcements of which nothing became yet are plans, and stand there.
    """
    found = []
    for p in pledges(ledger, until=scope.until, country=scope.country):
        settled = p.later is not None and p.later.day is not None and p.later.day <= scope.until
        if scope.issues and p.what.partition(":")[0] not in scope.issues:
            continue
        if not settled and p.evidence.kind == "event":
            continue
        in_period = (p.evidence.day or dt.date.min) >= scope.since
        settled_now = settled and p.later is not None and (p.later.day or dt.date.min) >= scope.since
        if in_period or settled_now:
            found.append(p if settled else replace(p, outcome=Outcome.OPEN, later=None))
    return found


def _pledge(cited: Citations, p: Pledge, until: dt.date) -> Entry:
    issue, _, stance = p.what.partition(": ")
    record = cited.record(p.evidence)
    what = f"{wording.issue(issue)}: {stance}" if stance else p.what
    if isinstance(record, Event):
        what = wording.kind(record)
    sides = f"{name_of(p.holder)}{wording.towards(p.counterpart)}"
    became = f"No report until {wording.day(until)} says what became of it."
    later = []
    if p.later and p.later.day:
        became = f"{p.outcome.capitalize()}, as of {wording.day(p.later.day)}."
        later = [cited.quote(p.later, f"{p.outcome.capitalize()}{_on(p.later)}")]
    quoted = cited.quote(p.evidence, f"Announced{_on(p.evidence)}")
    when = wording.day(p.evidence.day) if p.evidence.day else "Undated"
    return Entry(f"{when}: {sides}, {what}. {became}", (quoted, *cited.condition(p.evidence), *later))


def _plans(cited: Citations, found: Iterable[Found], until: dt.date) -> Iterator[Entry]:
    for f in found:
        record = cited.record(f.evidence)
        assert isinstance(record, Event)
        yield Entry(wording.plan(record, f.evidence, until), (cited.quote(f.evidence),))


def _on(evidence: Evidence) -> str:
    return f", {wording.day(evidence.day)}" if evidence.day else ""


def _ordinal(evidence: Evidence) -> int:
    return evidence.day.toordinal() if evidence.day else 0
