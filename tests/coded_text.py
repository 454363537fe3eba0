"""Coding small invented reports in tests."""

from __future__ import annotations

import datetime as dt

from dragoman.actors import ActorIndex
from dragoman.language import Reader
from dragoman.records import Statement
from dragoman.sources import from_text
from dragoman.statements import find_statements

PUBLISHED = dt.date(2024, 3, 14)  # a Thursday


def statements_of(reader: Reader, text: str, *, outlet: str | None = None) -> tuple[Statement, ...]:
    """The statements of a text of one or more paragraphs."""
    article = from_text(text, title="A title", outlet=outlet, published=PUBLISHED, language="en")
    reading = reader.read(article)
    return find_statements(reading, ActorIndex(reading))


def said(statement: Statement) -> str:
    """The content of a statement, its pieces joined."""
    return " … ".join(span.exact for span in statement.content)


def cue(statement: Statement) -> str:
    """The cue of a statement, its pieces joined."""
    return " … ".join(span.exact for span in statement.cue)
