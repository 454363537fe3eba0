"""The reports as sources to be cited: what BibTeX and CSL-JSON share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.article import Article
from dragoman.formats.annotations import digest
from dragoman.formats.exporting import Coded
from dragoman.formats.losses import Losses

_NO_KEY = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """A report to be cited.

    Args:
        key: what it is cited by, the same for the same text ("HarbourWire2024-3f9c2a41").
        article: the report.
        note: which text was read: its SHA-256, and the agencies credited.
    """

    key: str
    article: Article
    note: str


def citations(coded: Iterable[Coded], losses: Losses) -> Iterator[Citation]:
    """The reports, once each; what a reference cannot hold is told."""
    seen: set[str] = set()
    for one in coded:
        article, records = one.article, one.records
        if article.id in seen:
            losses.add("articles", "the same text comes again and is cited once")
            continue
        seen.add(article.id)
        why = "a reference names the report alone"
        losses.add("statements", why, len(records.statements))
        losses.add("events", why, len(records.events))
        losses.add("positions", why, len(records.positions))
        losses.add("authors", "an article keeps its byline as text, not its writers' names")
        losses.add("days of publication", "the article gives none", int(article.published is None))
        yield Citation(_key(article), article, _note(article))


def _key(article: Article) -> str:
    plain = unicodedata.normalize("NFKD", article.outlet or "report").encode("ascii", "ignore").decode()
    year = article.published.isoformat()[:4] if article.published else ""
    return f"{_NO_KEY.sub('', plain) or 'report'}{year}-{article.id[:8]}"


def _note(article: Article) -> str:
    credited = f"; credits {', '.join(article.wires)}" if article.wires else ""
    return f"SHA-256 of the text read: {digest(article).hex()}{credited}"
