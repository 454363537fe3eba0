"""What a change is called, so that it is told once, whoever reports it later too."""

from __future__ import annotations

import uuid

from dragoman.ledger.answers import Change

_OURS = uuid.UUID("5b2dc9d3-7e0c-4f0e-9d64-4f6c1f0a7c11")  # the namespace of our names (RFC 9562, version 5)


def change_id(change: Change) -> str:
    """The id of a change: a URN that is the same in every ledger and at every time.

    It is made of who changed, on what, towards whom, from which stance to which, and when; not of the records
    that show it, for a second report of the day must not make another change of it.

    Args:
        change: the change.
    """
    c = change
    return urn("change", c.holder, c.issue, c.counterpart or "", c.before, c.after, c.day.isoformat())


def urn(*parts: str) -> str:
    """A URN made of some words: the same words give the same."""
    return uuid.uuid5(_OURS, "\x1f".join(parts)).urn
