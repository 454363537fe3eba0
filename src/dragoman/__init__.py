"""Dragoman reads diplomatic reporting and keeps the record, each entry pinned to its exact words.

    import dragoman

    coded = dragoman.code("report.txt", outlet="Harbour Wire", published="2024-03-14")
    for statement in coded.statements:
        print(statement.speaker, statement.act, statement.content[0].exact)

What is heavy is loaded when it is first used, not when the package is imported.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman._version import __version__

if TYPE_CHECKING:
    from dragoman.article import Article, Span
    from dragoman.coded import CodedArticle
    from dragoman.coder import Coder
    from dragoman.ledger import Ledger
    from dragoman.positions import Issues
    from dragoman.records import Event, Position, Records, Statement

__all__ = [
    "Article",
    "CodedArticle",
    "Coder",
    "Event",
    "Ledger",
    "Position",
    "Records",
    "Span",
    "Statement",
    "__version__",
    "code",
    "open_ledger",
    "read",
]

_HOMES = {
    "Article": "dragoman.article",
    "CodedArticle": "dragoman.coded",
    "Coder": "dragoman.coder",
    "Event": "dragoman.records",
    "Ledger": "dragoman.ledger",
    "Position": "dragoman.records",
    "Records": "dragoman.records",
    "Span": "dragoman.article",
    "Statement": "dragoman.records",
}


def read(
    source: str | Path | bytes,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | str | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """One report as an article: its text, its zones and where it comes from.

    Args:
        source: the path of a file, or the bytes of one.
        title, outlet, published, language, url: what is known of it; this goes before what the file says.

    Raises:
        SourceError: it cannot be read; the message names the input, the place and the remedy.
    """
    from dragoman.sources import load  # noqa: PLC0415

    return load(source, title=title, outlet=outlet, published=published, language=language, url=url)


def code(
    source: Article | str | Path | bytes,
    *,
    model: str | None = None,
    issues: Issues | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | str | None = None,
    language: str | None = None,
    url: str | None = None,
) -> CodedArticle:
    """One report coded: its statements, events and positions.

    Args:
        source: an article, the path of a file, or the bytes of one.
        model: name of an installed spaCy English pipeline; it is loaded once and kept.
        issues: the issues whose positions are looked for, as `dragoman.positions.load_issues` reads them;
            those that come with Dragoman by default.
        title, outlet, published, language, url: what is known of the report; not with an article.

    Raises:
        SourceError: it cannot be read; the message names the input, the place and the remedy.
        ModelError: the pipeline is not installed.
        TypeError: an article came with what is known of it.
    """
    from dragoman.article import Article  # noqa: PLC0415
    from dragoman.coder import shared_coder  # noqa: PLC0415

    known = {"title": title, "outlet": outlet, "published": published, "language": language, "url": url}
    if isinstance(source, Article):
        if given := [name for name, value in known.items() if value is not None]:
            raise TypeError(f"the article says {', '.join(given)} itself: give them to dragoman.read")
        article = source
    else:
        article = read(source, title=title, outlet=outlet, published=published, language=language, url=url)
    coder = shared_coder(model) if model else shared_coder()
    return (coder.following(issues) if issues else coder).code(article)


def open_ledger(where: str | Path, *, create: bool = True) -> Ledger:
    """The ledger in a file or a database, made if it is not there.

    Args:
        where: the path of an SQLite file, or the URL of a PostgreSQL database.
        create: whether to make what is not there.

    Raises:
        LedgerError: it is no ledger, or cannot be opened; the message says why, and what to do.
    """
    from dragoman.ledger import Ledger  # noqa: PLC0415

    return Ledger.open(where, create=create)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
