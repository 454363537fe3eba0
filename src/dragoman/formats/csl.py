"""CSL-JSON: the reports as sources, for Zotero, pandoc and citeproc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from dragoman.formats.annotations import digest
from dragoman.formats.citations import Citation, citations
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.json import as_json
from dragoman.formats.losses import Losses


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """The reports as an array of CSL items."""
    lines = Lines(out, losses)
    lines.line("[")
    comma = ""
    for citation in citations(coded, losses):
        lines.line(comma + as_json(_item(citation)))
        comma = ","
    lines.line("]")


def _item(citation: Citation) -> dict[str, Any]:
    article = citation.article
    day = article.published
    item: dict[str, Any] = {
        "id": citation.key,
        "type": "article-newspaper" if article.outlet else "webpage",
        "title": article.title,
        "container-title": article.outlet,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": article.url,
        "language": article.language,
        "note": citation.note,
        "custom": {"sha256": digest(article).hex(), "dragoman": article.id},
    }
    return {name: value for name, value in item.items() if value}
