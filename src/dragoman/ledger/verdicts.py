"""What people said of records, as queries need it."""

from __future__ import annotations

from sqlalchemy import Select, select

from dragoman.ledger.schema import reviews

_later = reviews.alias("later")


def standing() -> Select[tuple[object, ...]]:
    """The last review of each record that no later one undid."""
    undone = select(_later.c.undoes).where(_later.c.undoes.is_not(None))
    newer = (
        select(_later.c.id)
        .where(
            _later.c.record_id == reviews.c.record_id, _later.c.id > reviews.c.id,
            _later.c.decision != "undo", _later.c.id.not_in(undone.correlate(None)),
        )
        .exists()
    )  # fmt: skip
    return select(reviews).where(reviews.c.decision != "undo", reviews.c.id.not_in(undone), ~newer)


def rejected() -> Select[tuple[str]]:
    """The ids of the records that people rejected."""
    found = standing().subquery()
    return select(found.c.record_id).where(found.c.decision == "reject")
