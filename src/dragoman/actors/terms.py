"""The completed terms of those who governed or spoke for a state."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import load_table

_RETURN = 30  # years after which nobody comes back into an office


@dataclass(frozen=True, slots=True)
class Term:
    """A completed term of a head of state or government."""

    country: str
    office: str
    since: str
    until: str


@cache
def _terms() -> tuple[dict[str, tuple[Term, ...]], dict[str, tuple[Term, ...]]]:
    """The terms by full name, and by surname."""
    full: dict[str, tuple[Term, ...]] = {}
    short: dict[str, tuple[Term, ...]] = {}
    for row in load_table("leaders.tsv"):
        name, term = row["name"], Term(row["country"], row["office"], row["from"], row["to"])
        for spelling in {name, name.replace(".", "")}:  # "George W Bush"
            full[spelling] = (*full.get(spelling, ()), term)
        surname = name.rsplit(" ", 1)[-1]
        short[surname] = (*short.get(surname, ()), term)
    return full, short


def past_leader(name: str, day: str, office: str | None = None) -> Term | None:
    """The term of a past leader: by full name, or by surname with its day or office; None if not known.

    Args:
        name: as the article gives it. day: ISO date of the article; "" if unknown.
        office: the office that the article gives.
    """
    full, short = _terms()
    if terms := full.get(name):  # the term in that office, that of the day, the last before it
        return max(
            terms, key=lambda t: (t.office == office, t.since <= day <= t.until, t.since <= day, t.since)
        )
    terms = short.get(name.rsplit(" ", 1)[-1], ()) if office or " " not in name else ()
    terms = tuple(t for t in terms if " " not in name or t.office == office)
    if serving := next((t for t in terms if t.since <= day <= t.until), None):
        return serving
    held = [t for t in terms if t.office == office and " " not in name]  # "President Thatcher": no such one
    return held[-1] if len({t.country for t in held}) == 1 else None


def left_office(name: str, day: str, offices: Collection[str], *, alone: bool = False) -> str | None:
    """The day on which a past leader left the last office held before a day; None if not known.

    Who holds another office is not out of office. Nobody is known to be where the table does not name who
    held the office on that day: the term might be going on, or a later one.

    Args:
        name: a full name, or a surname. day: ISO date; "" if unknown.
        offices: the offices that count.
        alone: whether a surname must not be that of anybody else in the table.
    """
    over = [t for t in _held(name, offices, alone=alone) if t.until < day]
    if not day or not over or any(t.since <= day <= t.until for n in _bearers(name) for t in _terms()[0][n]):
        return None
    last = max(over, key=lambda t: t.until)
    if int(day[:4]) - int(last.until[:4]) > _RETURN or _is_filled(last, day):
        return last.until
    return None


def fell(name: str, day: str) -> str | None:
    """The day on which a leader's last term ended before a day, whoever governs since; None if not known.

    Args:
        name: a full name. day: ISO date; "" if unknown.
    """
    return max((t.until for t in _terms()[0].get(name, ()) if t.until < day), default=None)


def took_office(name: str, day: str, offices: Collection[str]) -> str | None:
    """The day on which a leader took the office held on a day; None if not known.

    Args:
        name: a full name, or a surname that only one in the table has. day: ISO date; "" if unknown.
        offices: the offices that count.
    """
    return next((t.since for t in _held(name, offices, alone=True) if t.since <= day <= t.until), None)


def _is_filled(term: Term, day: str) -> bool:
    """Whether an office is known to have been somebody's on a day."""
    return any(
        t.since <= day <= t.until and (t.country, t.office) == (term.country, term.office)
        for held in _terms()[0].values()
        for t in held
    )


@cache
def _namesakes() -> dict[str, tuple[str, ...]]:
    """The full names of the table by surname."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _terms()[0]:
        surname = name.rsplit(" ", 1)[-1]
        found[surname] = (*found.get(surname, ()), name)
    return found


def _held(name: str, offices: Collection[str], *, alone: bool) -> list[Term]:
    """The terms in some offices of whoever goes by a name."""
    held = [[t for t in _terms()[0][n] if t.office in offices] for n in _bearers(name)]
    if alone and any(terms != held[0] for terms in held):  # two spellings of one name have the same terms
        return []
    return [t for terms in held for t in terms]


def _bearers(name: str) -> tuple[str, ...]:
    """The full names of the table that a name may stand for."""
    if " " not in name and name not in _terms()[0]:
        return _namesakes().get(name, ())
    return (name,) if name in _terms()[0] else ()
