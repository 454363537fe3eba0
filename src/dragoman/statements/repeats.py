"""Repeats: captions that say again what the body has said."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.article import Zone
from dragoman.language import Reading
from dragoman.records import Statement

_WORD = re.compile(r"\w+")
_SHARED = 0.6  # share of a caption's words that the statement repeated must have


def mark_repeats(statements: tuple[Statement, ...], reading: Reading) -> tuple[Statement, ...]:
    """The statements; those of a caption that say again what one of the body says point to it."""
    body = [(s, _words(s)) for s in statements if _zone(s, reading) is not Zone.CAPTION]
    return tuple(
        s if _zone(s, reading) is not Zone.CAPTION else replace(s, repeats=_repeated(s, body))
        for s in statements
    )


def _zone(statement: Statement, reading: Reading) -> Zone | None:
    return reading.article.zone_at(statement.content[0].start)


def _words(statement: Statement) -> frozenset[str]:
    return frozenset(w.lower() for span in statement.content for w in _WORD.findall(span.exact))


def _repeated(caption: Statement, body: list[tuple[Statement, frozenset[str]]]) -> str | None:
    words = _words(caption)
    best = max(body, key=lambda b: len(b[1] & words), default=None)
    if best is None or not words or len(best[1] & words) / len(words) < _SHARED:
        return None
    return best[0].id
