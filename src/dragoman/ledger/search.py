"""Full-text search, in the way of the database, with one way of asking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Table, column, func, literal_column, select, table, text

from dragoman.ledger.errors import LedgerError
from dragoman.ledger.schema import SEARCHED

# As in the migration that makes the indexes of PostgreSQL: how many characters of a text it searches, and
# marks that it takes for letters under some locales.
LONGEST = 250_000
MARKS = "“”„‘’–—…"
_POSSESSIVE = re.compile(r"['’]s\b")  # PostgreSQL drops it by itself
_TERM = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')


def matches(searched: Table, asked: str, dialect: str) -> ColumnElement[bool]:
    """The condition that a row's words answer to a question.

    Args:
        searched: `articles`, `statements`, `events` or `positions`.
        asked: words that all have to stand there, in any form and order; "words in quotation marks" stand
            side by side; `-word` must not be there; `OR` between two parts asks for either.
        dialect: "sqlite" or "postgresql".

    Raises:
        LedgerError: nothing is asked for.
    """
    parts = list(_parts(asked))
    if not parts:
        raise LedgerError(f"{asked!r} asks for no word: give at least one without '-'")
    if dialect == "postgresql":
        query = " or ".join(" ".join(f'{"-" * minus}"{words}"' for minus, words in terms) for terms in parts)
        return _vector(searched).bool_op("@@")(func.websearch_to_tsquery(literal_column("'english'"), query))
    index = table(f"{searched.name}_search", column("rowid"))
    found = select(index.c.rowid).where(
        text(f"{index.name} MATCH :asked").bindparams(asked=" OR ".join(map(_part, parts)))
    )
    return searched.c.number.in_(found)


def _vector(searched: Table) -> ColumnElement[str]:
    """The words of a row as its index on PostgreSQL has them."""
    words: ColumnElement[str] | None = None
    for name in SEARCHED[searched]:
        one = func.coalesce(searched.c[name], literal_column("''"))
        words = one if words is None else words.op("||")(literal_column("' '")).op("||")(one)
    begun = func.left(words, literal_column(str(LONGEST)))
    plain = func.translate(begun, literal_column(f"'{MARKS}'"), literal_column(f"'{' ' * len(MARKS)}'"))
    return func.to_tsvector(literal_column("'english'"), plain)


def _parts(asked: str) -> Iterator[list[tuple[bool, str]]]:
    """The parts between "OR": whether each word or phrase must not be there, and its words."""
    terms: list[tuple[bool, str]] = []
    for minus_phrase, phrase, minus_word, word in _TERM.findall(asked):
        if word.lower() == "or" and not minus_word:
            if any(not unwanted for unwanted, _ in terms):
                yield terms
            terms = []
        elif any(c.isalnum() for c in phrase or word):
            plain = _POSSESSIVE.sub("", phrase or word).replace('"', " ")
            terms.append((bool(minus_phrase or minus_word), plain))
    if any(not unwanted for unwanted, _ in terms):
        yield terms


def _part(terms: list[tuple[bool, str]]) -> str:
    """A part as SQLite asks for it."""
    wanted, unwanted = ([f'"{words}"' for minus, words in terms if minus is kind] for kind in (False, True))
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])
