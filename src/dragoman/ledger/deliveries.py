"""What has been told to whom, and when reports came in: what alerts need to know of a ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import insert, select

from dragoman.ledger.columns import now, plain
from dragoman.ledger.evidence import chunks
from dragoman.ledger.schema import articles, deliveries
from dragoman.ledger.store import Ledger


def target_of(url: str) -> str:
    """What a ledger calls an address: a hash of it, as addresses of webhooks hold secrets.

    Args:
        url: the address.
    """
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def delivered(ledger: Ledger, url: str) -> frozenset[str]:
    """The ids of the changes that an address has accepted.

    Args:
        ledger: the ledger. url: the address.
    """
    query = select(deliveries.c.change).where(deliveries.c.target == target_of(url))
    with ledger.reading() as connection:
        return frozenset(connection.scalars(query))


def note_delivery(ledger: Ledger, url: str, change: str) -> None:
    """Note that an address has accepted a change.

    Args:
        ledger: the ledger. url: the address. change: the id of the change.
    """
    row = {"target": target_of(url), "change": change}
    with ledger.writing() as connection:
        known = select(deliveries.c.change).filter_by(**row)
        if connection.scalar(known) is None:  # another run may have told the same meanwhile
            connection.execute(insert(deliveries).values(**row, delivered=now()))


def added(ledger: Ledger, reports: Iterable[str]) -> dict[str, str]:
    """When reports came into a ledger: moments in ISO 8601 (UTC), by id.

    Args:
        ledger: the ledger. reports: ids of the reports.
    """
    found: dict[str, str] = {}
    query = select(plain(articles.c.id), articles.c.added)
    with ledger.reading() as connection:
        for some in chunks(dict.fromkeys(reports)):
            rows = connection.execute(query.where(articles.c.id.in_(some)))
            found.update((key, moment) for key, moment in rows)
    return found
