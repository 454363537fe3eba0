"""The JSON lines format: a corpus with a report a line, an object with its text and what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import IO, Any

from dragoman.sources.errors import EmptyError, SourceError, TooLongError, UnknownFormatError
from dragoman.sources.known import Known, as_day
from dragoman.sources.registry import Corpus, Item

LONGEST_LINE = 64 * 1024 * 1024  # bytes
SUFFIXES = (".jsonl", ".ndjson", ".jl")
CODED = "dragoman "  # how the form of articles that are coded already begins to name itself
# The names under which corpora give what is known of a report; the first that has words is taken.
NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "full_text"),
    "html": ("html", "body_html", "page"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "source_name", "source"),
    "published": ("published", "date", "published_at", "publication_date", "date_publish", "datePublished"),
    "language": ("language", "lang"),
    "url": ("url", "link", "source_url"),
    "id": ("id", "uri", "guid"),
}


def _knows(head: bytes, name: str) -> bool:
    return PurePath(name).suffix.lower() in SUFFIXES or head.lstrip()[:2] in {b'{"', b"{}"}


def _read(lines: IO[bytes], name: str) -> Iterator[Item]:
    number = 0
    while line := lines.readline(LONGEST_LINE + 1):
        number += 1
        if not line.strip():
            continue
        place = f"{name}:{number}"
        if len(line) > LONGEST_LINE:
            yield _faulty(place, TooLongError(f"{place}: a line of more than {LONGEST_LINE:,} bytes"), {})
            return
        told: dict[str, Any] = {}
        try:
            told = _object(line, place)
            yield _item(line, told, place)
        except SourceError as error:
            yield _faulty(place, error, told)


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnknownFormatError(f"{place}: not JSON ({error}): give one object a line") from error
    if not isinstance(told, dict):
        raise UnknownFormatError(f"{place}: {type(told).__name__}, not an object: give one object a line")
    return told


def _item(line: bytes, told: dict[str, Any], place: str) -> Item:
    if str(told.get("format", "")).startswith(CODED):
        article = told.get("article")
        fields = article if isinstance(article, dict) else {}
        return Item(Known(place), coded=line, told=fields)
    used = {part: _first(told, names) for part, names in NAMES.items()}
    said = {part: value for part, (_, value) in used.items()}
    content = said["text"] or (said["html"].encode("utf-8", "surrogatepass") if said["html"] else None)
    if content is None:
        raise EmptyError(f"{place}: no text: give it as {' or '.join(NAMES['text'][:3])}")
    known = Known(
        place,
        said["title"],
        said["outlet"],
        as_day(said["published"], name=place),
        said["language"],
        said["url"],
    )
    spent = {name for part, (name, _) in used.items() if part != "id"}
    return Item(known, said["id"], content, _others(told, spent), told=told)


def _first(told: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The first of some fields that has words, and these."""
    for name in names:
        value = told.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return name, str(value) if names is NAMES["text"] else str(value).strip()
    return None, None


def _others(told: Mapping[str, Any], spent: set[str | None]) -> dict[str, str]:
    """What else an object says, as text."""
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in told.items()
        if name not in spent and value is not None and value != ""
    }


def _faulty(place: str, error: SourceError, told: Mapping[str, Any]) -> Item:
    return Item(Known(place), fault=error, told=told)


CORPUS = Corpus("jsonl", SUFFIXES, _knows, _read)
