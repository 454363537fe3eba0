"""Records as evidence: in a line, with their words and where these stand; and how often all is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dragoman.ledger.answers import Count, Evidence
from dragoman.ledger.columns import plain
from dragoman.ledger.schema import RECORDS, articles, copies, spans
from dragoman.ledger.verdicts import reviewed
from dragoman.linking.unions import Unions

CHUNK = 500  # ids asked for at once
_RESTS_ON = {"statement": "content", "event": "trigger", "position": "evidence"}  # roles of spans


def evidence(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Evidence]:
    """Records as evidence, by id.

    Args:
        connection: to the ledger. kind: "statement", "event" or "position". ids: of the records.
    """
    found = {}
    for some in chunks(dict.fromkeys(ids)):
        verdicts = reviewed(connection, some)
        for row in connection.execute(_query(kind).where(RECORDS[kind].c.id.in_(some))):
            found[row.id] = Evidence(
                row.id, kind, _says(kind, row), row.words, row.day, row.date, row.article_id, row.outlet,
                row.title, row.published, row.url, row.start or 0, getattr(row, "condition_words", None),
                verdicts.get(row.id),
            )  # fmt: skip
    return found


class Voices:
    """Which reports are one voice: those that print or rework one text, and those of one outlet.

    Args:
        connection: to the ledger. reports: ids of all reports that will be asked about.
    """

    def __init__(self, connection: Connection, reports: Iterable[str]) -> None:
        columns = plain(articles.c.id), articles.c.outlet, plain(articles.c.origin)
        printed = select(plain(copies.c.article_id), func.count()).where(copies.c.current)
        self._known: dict[str, tuple[str | None, str | None]] = {}
        self._copies: dict[str, int] = {}
        for some in chunks(dict.fromkeys(reports)):
            query = printed.where(copies.c.article_id.in_(some)).group_by(copies.c.article_id)
            self._copies.update((key, number) for key, number in connection.execute(query))
            for key, outlet, origin in connection.execute(select(*columns).where(articles.c.id.in_(some))):
                self._known[key] = outlet and f"outlet {outlet.casefold()}", origin

    def count(self, occurrences: int, reports: Iterable[str]) -> Count:
        """How often something is on record.

        Args:
            occurrences: how many happenings or stands. reports: ids of the reports that tell them.
        """
        unions: Unions[str] = Unions()
        several = set(reports)
        for report in several:
            unions.find(report)
            for other in filter(None, self._known.get(report, ())):
                unions.join(report, other)
        printed = len(several) + sum(self._copies.get(report, 0) for report in several)
        return Count(occurrences, printed, len({unions.find(report) for report in several}))


def chunks(ids: Iterable[str]) -> Iterator[Sequence[str]]:
    """Ids, some hundreds at a time, as databases take them."""
    several = list(ids)
    for start in range(0, len(several), CHUNK):
        yield several[start : start + CHUNK]


def _query(kind: str) -> Select[Any]:
    table = RECORDS[kind]
    start = (
        select(func.min(spans.c.start_offset))
        .where(spans.c.record_id == table.c.id, spans.c.role == _RESTS_ON[kind])
        .scalar_subquery()
    )
    about = articles.c.outlet, articles.c.title, articles.c.published, articles.c.url, start.label("start")
    return select(*table.c, *about).select_from(table).join(articles, articles.c.id == table.c.article_id)


def _says(kind: str, row: Any) -> str:
    match kind:
        case "statement":
            to = f" → {row.addressee}" if row.addressee else ""
            act = f"not: {row.act}" if row.negated else row.act
            return f"{_named(row.speaker, row.speaker_country)} · {act}{to}"
        case "event":
            name = " ".join(filter(None, [row.type, row.mode]))
            sides = _sides(row.actor, row.actor_country, row.recipient, row.recipient_country)
            return " · ".join([name, sides, *([row.status] if row.status != "actual" else [])])
        case _:
            sides = _sides(row.holder, row.holder_country, row.counterpart, row.counterpart_country)
            return f"{sides} · {row.issue}: {row.stance}"


def _sides(one: str | None, country: str | None, other: str | None, other_country: str | None) -> str:
    towards = f" → {_named(other, other_country)}" if other else ""
    return f"{_named(one, country)}{towards}"


def _named(name: str | None, country: str | None) -> str:
    if not name:
        return "somebody unnamed"
    return f"{name} [{country}]" if country else name
