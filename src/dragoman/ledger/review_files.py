"""Decisions on records as JSON lines, to carry them between ledgers and reviewers.

A line is a decision: `id` (a hash of what it says, the same in every ledger), `record`, `kind`, `article`,
`decision`, `reviewer`, `reviewed`, `edit`, `undoes` (the `id` of another line), `note`, `seen`, `drawn`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection

from dragoman.formats.json import FormatError, as_json, decode
from dragoman.ledger.amending import settle
from dragoman.ledger.editing import apply
from dragoman.ledger.reading import load
from dragoman.ledger.reviewing import Decision, Review, history, keep
from dragoman.ledger.store import Ledger
from dragoman.records import Event, Position, Record, Statement

_TYPES: Mapping[str, type[Record]] = {"statement": Statement, "event": Event, "position": Position}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file of decisions.

    Args:
        added: how many were new. known: how many were there already.
        faults: lines that were not taken, each with its place, what is wrong, and the remedy.
    """

    added: int
    known: int
    faults: tuple[str, ...]


def export_reviews(ledger: Ledger) -> Iterator[str]:
    """All decisions of a ledger, undoings too, as lines of JSON."""
    with ledger.reading() as connection:
        known = history(connection)
    keys = _keys(known)
    for review in known:
        row = asdict(review) | {"id": keys[review.id], "undoes": keys.get(review.undoes or 0)}
        yield as_json(row)


def import_reviews(ledger: Ledger, lines: Iterable[str], *, name: str = "reviews") -> Imported:
    """Take over decisions that `export_reviews` wrote; those that are there already change nothing.

    What is decided last stands, whichever ledger it was decided in.

    Args:
        ledger: the ledger. lines: of JSON. name: what to call the file in messages.

    Raises:
        BusyLedgerError: another writer does not end.
    """
    faults: list[str] = []
    added = known = 0
    touched: dict[str, set[str]] = defaultdict(set)
    with ledger.writing() as connection:
        numbers = {key: number for number, key in _keys(history(connection)).items()}
        for place, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                key, review = _review(connection, line, numbers)
            except ValueError as error:
                faults.append(f"{name}:{place}: {error}")
                continue
            if key in numbers:
                known += 1
                continue
            numbers[key] = keep(connection, review).id
            touched[review.article].add(review.record)
            added += 1
        for article, records in touched.items():
            settle(connection, article, records)
    return Imported(added, known, tuple(faults))


def _keys(known: Iterable[Review]) -> dict[int, str]:
    """What names each decision in every ledger, by its number here."""
    keys: dict[int, str] = {}
    for review in known:
        keys[review.id] = _key(review, keys.get(review.undoes or 0))
    return keys


def _key(review: Review, undoes: str | None) -> str:
    parts = review.record, review.decision, review.reviewer, review.reviewed, undoes
    edit = json.dumps(review.edit, sort_keys=True)
    content = "\x1f".join([*map(str, parts), edit])
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _review(connection: Connection, line: str, numbers: Mapping[str, int]) -> tuple[str, Review]:
    """A decision from a line, and what names it.

    Raises:
        ValueError: it is none, or does not fit the ledger.
    """
    row = json.loads(line)
    if not isinstance(row, dict):
        raise FormatError("no JSON object: give lines that 'dragoman review --export' wrote")
    undoes = row.get("undoes")
    plain = {name: row.pop(name, None) for name in ("edit", "seen")}
    for name, value in plain.items():
        if not isinstance(value, dict | None):
            raise FormatError(f"{name}: {value!r} is no object")
    bare = decode(Review, {**row, "id": 0, "undoes": numbers.get(undoes) if undoes else None}, "$")
    review = replace(bare, **plain)
    key = _key(review, undoes)
    if row.get("id") not in (None, key):
        raise FormatError(f"its id is {row['id']!r}, but what it says has {key!r}: the line was changed")
    if key not in numbers:
        _check(connection, review, undoes)
    return key, review


def _check(connection: Connection, review: Review, undoes: str | None) -> None:
    """Hold a decision against the ledger."""
    try:
        dt.datetime.fromisoformat(review.reviewed)
    except ValueError as error:
        raise FormatError(f"reviewed: {review.reviewed!r} is no moment in ISO 8601") from error
    if (review.decision is Decision.UNDO) != (undoes is not None):
        raise FormatError("an undoing, and nothing else, has an `undoes`")
    if undoes and review.undoes is None:
        raise FormatError(f"undoes {undoes!r}, which is neither in the ledger nor before: import that first")
    if (review.decision is Decision.EDIT) != (review.edit is not None):
        raise FormatError("an edit, and nothing else, has an `edit`")
    if review.kind not in _TYPES:
        raise FormatError(f"kind: {review.kind!r} is none of {', '.join(_TYPES)}")
    there = list(load(connection, [review.article]))
    if not there:
        raise FormatError(f"the ledger has no article {review.article!r}: add it, and import this again")
    if review.edit is not None:
        known = [record for record in there[0].records if record.id == review.record]
        if not known and review.seen is not None:
            known = [decode(_TYPES[review.kind], review.seen, "seen")]
        for record in known:
            apply(record, review.edit, there[0].article.text)
