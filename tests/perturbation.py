"""Predictions that are nearly right: gold answers with faults of every sort, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from dragoman.evaluation.answers import Answers, EventAnswer, Pieces, PositionAnswer, StatementAnswer

_R = TypeVar("_R", StatementAnswer, EventAnswer, PositionAnswer)
_NAMES = (None, "", "President", "the Foreign Ministry", "Ranthako")
_CODES = (None, "ZAF", "USA", "IGO")
_SPANS = frozenset({"content", "cue", "trigger", "evidence", "condition"})
_PEOPLE = frozenset({"speaker", "addressee", "holder", "counterpart"})


def perturbed(gold: Answers, length: int, rng: random.Random) -> Answers:
    """Gold answers with some left out, some twice, and any part of them wrong now and then.

    Args:
        gold: the answers. length: that of the article's text. rng: what decides.
    """
    return Answers(
        gold.id,
        _layer(gold.statements, length, rng),
        _layer(gold.events, length, rng),
        _layer(gold.positions, length, rng),
    )


def _layer(records: Sequence[_R], length: int, rng: random.Random) -> tuple[_R, ...]:
    found = [_record(r, records, length, rng) for r in records for _ in range(rng.choice((0, 1, 1, 1, 1, 2)))]
    if rng.random() < 0.5:
        rng.shuffle(found)
    return tuple(found)


def _record(record: _R, others: Sequence[_R], length: int, rng: random.Random) -> _R:
    changes: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in _SPANS and rng.random() < 0.5:
            value = _moved(value, length, rng)
        elif field.name in _PEOPLE and rng.random() < 0.25:
            value = rng.choice(_NAMES) or ("" if field.name == "holder" else None)
        elif field.name == "country" and rng.random() < 0.1:
            value = rng.choice(_CODES)
        elif field.name not in _SPANS and rng.random() < 0.15:
            value = getattr(rng.choice(others), field.name)
        changes[field.name] = value
    if isinstance(record, EventAnswer):
        changes["historical"] = False  # only gold says so
    return replace(record, **changes)


def _moved(pieces: Pieces, length: int, rng: random.Random) -> Pieces:
    return tuple(
        (max(0, start + rng.choice((0, 0, -9, 5))), min(length, end + rng.choice((0, 0, 7, -4, -30))))
        for start, end in pieces
    )
