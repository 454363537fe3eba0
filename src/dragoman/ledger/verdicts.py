"""What people said of records, as queries need it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Select, and_, or_, select

from dragoman.ledger.columns import plain
from dragoman.ledger.schema import reviews

_later = reviews.alias("later")
_SAID = {"accept": "accepted", "edit": "edited", "reject": "rejected"}


def standing() -> Select[tuple[object, ...]]:
    """The last review of each record that none undid; of one moment, that of the higher number."""
    undone = select(_later.c.undoes).where(_later.c.undoes.is_not(None))
    same_moment = and_(_later.c.reviewed == reviews.c.reviewed, _later.c.id > reviews.c.id)
    newer = (
        select(_later.c.id)
        .where(
            _later.c.record_id == reviews.c.record_id,
            or_(_later.c.reviewed > reviews.c.reviewed, same_moment),
            _later.c.decision != "undo", _later.c.id.not_in(undone.correlate(None)),
        )
        .exists()
    )  # fmt: skip
    return select(reviews).where(reviews.c.decision != "undo", reviews.c.id.not_in(undone), ~newer)


def rejected() -> Select[tuple[str]]:
    """The ids of the records that people rejected."""
    found = standing().subquery()
    return select(found.c.record_id).where(found.c.decision == "reject")


def reviewed(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What people said of records, by id: "accepted", "edited" or "rejected".

    Args:
        connection: to the ledger. ids: of the records, some hundreds at most.
    """
    found = standing().where(reviews.c.record_id.in_(ids)).subquery()
    query = select(plain(found.c.record_id), plain(found.c.decision))
    return {record: _SAID[decision] for record, decision in connection.execute(query)}
