"""Statements as attributions: what the formats of quote extractors share.

They hold three things of a statement in their own way: the source, the cue and the content. What else a
statement says is kept beside them as plain data, which other programs skip and we read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, get_type_hints

from dragoman.article import Article, Span
from dragoman.formats.json import FormatError, decode, encode
from dragoman.formats.losses import Losses
from dragoman.records import Act, Form, Records, Statement, record_id

_HELD = frozenset({"id", "article", "source", "cue", "content"})  # each format has its own place for these
_ID = re.compile(r"[0-9a-f]{16}")
_QUOTED = re.compile(r"“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|\"[^\"]*\"")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Imported:
    """A text and the statements read for it.

    Args:
        article: the text.
        records: its statements.
    """

    article: Article
    records: Records


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as a file has it.

    Args:
        source, cue, content: its words.
        id: its name in the file, "" if it has none.
        rest: what `rest_of` made of the statement's other fields; of files by others, what they tell.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    id: str
    rest: Mapping[str, Any]


def rest_of(statement: Statement) -> dict[str, Any]:
    """What a statement says beside source, cue and content, as plain data; defaults are left out."""
    return {
        f.name: encode(getattr(statement, f.name))
        for f in fields(Statement)
        if f.name not in _HELD and getattr(statement, f.name) != f.default
    }


def left_behind(records: Records, losses: Losses) -> None:
    """Tell what a file of attributions has no place for."""
    why = "a file of attributions holds statements alone; export them as events, tables or JSON"
    losses.add("events", why, len(records.events))
    losses.add("positions", why, len(records.positions))
    losses.add(
        "problems", "a file of attributions has no place for what could not be read", len(records.problems)
    )


def statements_from(article: Article, found: Iterable[Found], losses: Losses) -> tuple[Statement, ...]:
    """Statements from attributions.

    Args:
        article: the text.
        found: the attributions, in order.
        losses: where to tell what does not fit.
    """
    made: dict[str, Statement] = {}
    names: dict[str, str] = {}
    for one in found:
        statement = _statement(article, one, losses)
        if statement.id in made:
            losses.add("attributions", f"the file has {one.id or statement.id} twice; the first is kept")
            continue
        made[statement.id] = statement
        names[one.id] = statement.id
    return tuple(_linked(s, names, losses) for s in made.values())


def _statement(article: Article, found: Found, losses: Losses) -> Statement:
    rest = {name: value for name, value in found.rest.items() if name not in _HELD}
    given = _decoded(rest, article, found.id, losses)
    if "act" not in given:
        losses.add("speech acts", 'the file gives none; "inform" was put')
    if len(found.source) > 1:
        losses.add(
            "pieces of sources", "a statement has one source; the first piece is kept", len(found.source) - 1
        )
    source = found.source[0] if found.source else None
    given.setdefault("act", Act.INFORM)
    given.setdefault("form", form_of(article.text, found.content))
    identity = (found.content, found.cue, source, given.get("speaker"), given["act"])
    name = found.id if _ID.fullmatch(found.id) else record_id("statement", article.id, *identity)
    return Statement(name, article.id, source, given.pop("speaker", None), found.cue, found.content, **given)


def _decoded(rest: Mapping[str, Any], article: Article, name: str, losses: Losses) -> dict[str, Any]:
    """The fields that are what they should be; the others are told and left at their defaults."""
    hints = get_type_hints(Statement)
    given: dict[str, Any] = {}
    for field, value in rest.items():
        try:
            if field not in hints:
                raise FormatError(f"{field}: unknown field")
            made = decode(hints[field], value, field)
            for span in made if field == "conditions" else ():
                span.check(article.text)
            given[field] = made
        except ValueError as error:
            losses.add("fields", f"{name or 'an attribution'}: {error}")
    return given


def _linked(statement: Statement, names: Mapping[str, str], losses: Losses) -> Statement:
    """A statement whose links lead to the statements of this file."""

    def there(field: str, target: str | None) -> str | None:
        if target is not None and target not in names:
            losses.add("links", f"{field}: the file has no statement {target!r}")
        return None if target is None else names.get(target)

    within, repeats = there("within", statement.within), there("repeats", statement.repeats)
    return replace(statement, within=within, repeats=repeats)


def form_of(text: str, content: Iterable[Span]) -> Form:
    """Direct if all words of some content stand in quotation marks, indirect if none do, else mixed.

    Args:
        text: the article's text.
        content: the pieces; marks that stand just outside a piece count too.
    """
    covered = total = 0
    for piece in content:
        start, end = max(0, piece.start - 1), min(len(text), piece.end + 1)
        quoted = [m.span() for m in _QUOTED.finditer(text, start, end)]
        for word in _WORD.finditer(text, piece.start, piece.end):
            total += 1
            covered += any(a < word.start() < b for a, b in quoted)
    if total and covered == total:
        return Form.DIRECT
    return Form.MIXED if covered else Form.INDIRECT
