"""How a note words what is on record: plainly, and without a word of judgement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

from dragoman.briefs.note import Brief, Quotation, Section, Source
from dragoman.knowledge import load_yaml
from dragoman.ledger.answers import Count, Evidence
from dragoman.ledger.sides import name_of
from dragoman.records import Actor, ActorKind, Date, Event, Statement

_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # strftime would follow the machine's language


def day(when: dt.date) -> str:
    """A day in full: "16 May 2024"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def date(when: Date) -> str:
    """A date as far as it is known: "16 May 2024", "May 2024", "the week of 26 February 2018", "2024"."""
    parts = when.value.split("-")
    match when.precision:
        case "day":
            return day(dt.date.fromisoformat(when.value))
        case "week":
            return f"the week of {day(dt.date.fromisocalendar(int(parts[0]), int(parts[1][1:]), 1))}"
        case "month":
            return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
        case _:
            return when.value


def told(count: Count) -> str:
    """A count in both ways: "3 reports, 2 independent"."""
    if count.reports == 1:
        return "1 report"
    return f"{count.reports:,} reports, {count.independent:,} independent"


def actor(who: Actor | None) -> str:
    """Somebody with office and country: "Ada Quill, foreign minister (Norway)"."""
    if who is None:
        return "somebody unnamed"
    office = f", {who.office}" if who.office and who.office.casefold() not in who.name.casefold() else ""
    state = name_of(who.country) if who.country else ""
    known = not state or who.kind is ActorKind.GOVERNMENT or state.casefold() in who.name.casefold()
    return f"{who.name}{office}" if known else f"{who.name}{office} ({state})"


def actors(several: Iterable[Actor]) -> str:
    """Several of them in a row."""
    named = [actor(who) for who in several]
    return " and ".join(filter(None, [", ".join(named[:-1]), *named[-1:]])) or "somebody unnamed"


def towards(counterpart: str | None) -> str:
    """Towards whom, if towards anybody: " towards Peru"."""
    return f" towards {name_of(counterpart)}" if counterpart else ""


def issue(name: str) -> str:
    """What an issue is about: "embassies, consulates and envoys"; an issue of one's own by its name."""
    return str(_issues().get(name, {}).get("about", name))


def statement(said: Statement, published: dt.date | None, count: Count) -> str:
    """Who said something to whom and when: "16 May 2024: Ada Quill, foreign minister (Norway), said …"."""
    verbs = _words()["acts"].get(said.act, {"says": "said", "not": "is reported not to have said"})
    when = _said_on(said, published)
    who = actor(said.speaker)
    pause = "," if "," in who else ""
    to = f", addressing {said.addressee}" if said.addressee else ""
    via = f" (as carried by {', '.join(said.via)})" if said.via else ""
    return f"{when}: {who}{pause} {verbs['not' if said.negated else 'says']}{to}{via}; {told(count)}."


def kind(event: Event) -> str:
    """What happens, as a noun with its codes: "consultation (CONSULT, visit)"."""
    name = _words()["events"].get(event.type, event.type.lower())
    return f"{name} ({', '.join([event.type, *event.modes])})"


def plan(event: Event, evidence: Evidence, until: dt.date) -> str:
    """What is planned: "Planned for 20 June 2024: consultation (CONSULT) by Norway, towards Peru."

    Args:
        event: what is planned. evidence: the same as the ledger answers it. until: the last day of the note.
    """
    reported = f", as reported on {day(evidence.published)}" if evidence.published else ""
    when = f"Planned for {date(event.on)}" if event.on else f"Planned without a day{reported}"
    met = f", towards {actors(event.recipients)}" if event.recipients else ""
    where = f", in {event.place.name}" if event.place else ""
    passed = event.on and evidence.day and evidence.day <= until
    remark = f" No report until {day(until)} says that it was done." if passed else ""
    return f"{when}: {kind(event)} by {actors(event.actors)}{met}{where}.{remark}"


def _said_on(said: Statement, published: dt.date | None) -> str:
    if said.said:
        when = date(said.said)
        return f"{when[0].upper()}{when[1:]}"
    return f"Reported on {day(published)}" if published else "Undated"


@cache
def _issues() -> dict[str, Any]:
    found: dict[str, Any] = load_yaml("issues.yaml")["issues"]
    return found


@cache
def _words() -> dict[str, Any]:
    found: dict[str, Any] = load_yaml("briefs.yaml")
    return found


def rests_on(brief: Brief) -> str:
    """How much a note rests on."""
    if not brief.reports:
        return "Nothing is on record for the period."
    return (
        f"Rests on {_many(brief.occurrences, 'occurrence')} on record in {_many(brief.reports, 'report')}, "
        f"{brief.independent:,} of them independent, of {_many(brief.outlets, 'outlet')}."
    )


def period(brief: Brief) -> str:
    """The period of a note, and its issues."""
    about = f"; on {', '.join(map(issue, brief.issues))}" if brief.issues else ""
    return f"{day(brief.since)} to {day(brief.until)}{about}"


def caption(quotation: Quotation) -> str:
    """Whose words these are: "Before: open, 1 May 2024 · Harbour Wire"."""
    published = day(quotation.day) if quotation.day else ""
    if published and quotation.label.endswith(f", {published}"):
        published = ""  # the day of the record is that of its report
    report = ", ".join(filter(None, [quotation.outlet, published]))
    return " · ".join(filter(None, [quotation.label, report or "outlet unknown"]))


def source(cited: Source) -> str:
    """A source in a line, but for its address and ids."""
    title = f"{cited.title}." if cited.title else "Untitled."
    outlet = f" {cited.outlet or 'Outlet unknown'}, "
    return f"{title}{outlet}{day(cited.published) if cited.published else 'undated'}."


def shown(section: Section) -> str:
    """How many of a section's entries are shown, if not all are."""
    return f"{section.shown:,} of {section.total:,} shown." if section.shown < section.total else ""


KEY = (
    "Quoted words are the reports' own. A reference names a source by its number and a record of the ledger "
    "by the beginning of its id."
)


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
