"""Repeats: captions and pull quotes that say again what the body has said."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.article import Zone
from dragoman.language import Reading
from dragoman.records import Statement

_WORD = re.compile(r"\w+")
_SHARED = 0.6  # share of a caption's words that the statement repeated must have


def mark_repeats(statements: tuple[Statement, ...], reading: Reading) -> tuple[Statement, ...]:
    """The statements; captions and signed pull quotes that say again what the body says point to it."""
    body = [(s, _words(s)) for s in statements if not _is_display(s, reading)]
    return tuple(replace(s, repeats=_repeated(s, body)) if _is_display(s, reading) else s for s in statements)


def _is_display(statement: Statement, reading: Reading) -> bool:
    """Whether a statement stands beside the running text, as a caption or a signed quotation does."""
    return _zone(statement, reading) is Zone.CAPTION or statement.why.rule == "quote:signed"


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
