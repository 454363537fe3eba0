"""The plain text format: what is not in any other."""

from __future__ import annotations

import re

from dragoman.article import Article
from dragoman.sources.decoding import decode, repair
from dragoman.sources.errors import UnknownFormatError
from dragoman.sources.known import Known
from dragoman.sources.plain import LONGEST_PARAGRAPH, article_of
from dragoman.sources.registry import Format

_OTHER = (
    (re.compile(r"\s*<\?xml|\s*<(?:rss|feed|newsitem|nitf)\b"), "XML"),
    (re.compile(r'\s*[\[{]\s*["{]'), "JSON"),
    (re.compile(r"\s*\{\\rtf"), "RTF"),
    (re.compile(r"WARC/\d"), "a web archive"),
)


def _knows(data: bytes) -> bool:
    return True


def _read(data: bytes, known: Known) -> Article:
    text = decode(data, name=known.name)
    kind = next((kind for pattern, kind in _OTHER if pattern.match(text)), None)
    if kind:
        raise UnknownFormatError(f"{known.name}: {kind}, which is not read: give plain text or a web page")
    if max(map(len, text.split("\n"))) <= LONGEST_PARAGRAPH:  # else it will be refused
        text = repair(text)
    return article_of(text, known)


FORMAT = Format("text", _knows, _read)
