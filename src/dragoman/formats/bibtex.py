"""BibTeX: the reports as sources, one `@online` each (BibLaTeX's fields)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from dragoman.formats.citations import Citation, citations
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.losses import Losses

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_NOT_IN_URLS = re.compile(r"[{}\\\s]")


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """The reports as BibTeX entries."""
    lines = Lines(out, losses)
    for citation in citations(coded, losses):
        lines.line(_entry(citation))


def _entry(citation: Citation) -> str:
    article = citation.article
    fields = {
        "title": _escaped(article.title, whole=True),
        "organization": _escaped(article.outlet),
        "date": article.day,
        "url": _NOT_IN_URLS.sub(lambda m: f"%{ord(m[0]):02X}", article.url or ""),
        "language": _escaped(article.language),
        "note": _escaped(citation.note),
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{citation.key},\n{body}}}\n"


def _escaped(text: str | None, *, whole: bool = False) -> str:
    """Text for TeX; `whole` keeps its capitals as they are."""
    flat = " ".join((text or "").split())
    escaped = _SPECIAL.sub(lambda m: _ESCAPES.get(m[0], f"\\{m[0]}"), flat)
    return f"{{{escaped}}}" if whole and escaped else escaped
