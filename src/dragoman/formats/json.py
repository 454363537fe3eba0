"""An article and its records as JSON, without loss.

* one object an article, on one line unless asked otherwise; JSON lines for many
* `format` names this form and its version; a newer version is refused, not guessed at
* every field of every type is written, under its own name; `None` is `null`, a tuple an array
* enumerations are written by their value, dates by ISO 8601
* a span is `{"start", "end", "exact"}`; offsets count Unicode code points of `article.text`
* on reading, types are checked, unknown fields refused, every span held against the text, and every id that
  a record names looked up; all faults are told at once, each with its place
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from dragoman.article import Article, Span, SpanError
from dragoman.records import Event, Position, Problem, Record, Records, Statement

FORMAT = "dragoman 1"
_PARTS: dict[str, Any] = {
    "statements": tuple[Statement, ...],
    "events": tuple[Event, ...],
    "positions": tuple[Position, ...],
    "problems": tuple[Problem, ...],
}
_LINE_ENDS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}  # some readers of lines break there


class FormatError(ValueError):
    """JSON that is not an article with its records.

    Args:
        faults: what is wrong, each with its place ("$.events[2].type: no EventType: 'TREATY'").
    """

    def __init__(self, *faults: str) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def encode(value: Any) -> Any:
    """A value of the article's or the records' types as plain lists, dictionaries, numbers and text.

    Args:
        value: an `Article`, `Records`, a record, a part of one, or plain data.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [encode(v) for v in value]
    return value


def dumps(article: Article, records: Records, *, indent: int | None = None) -> str:
    """An article with its records as JSON text.

    Args:
        article: the article.
        records: what it puts on record.
        indent: spaces a level; by default all stands on one line.

    Raises:
        ValueError: a number is infinite or none.
    """
    document = {
        "format": FORMAT,
        "coder": records.coder,
        "article": {"id": article.id, **encode(article)},
        **{part: encode(getattr(records, part)) for part in _PARTS},
    }
    return as_json(document, indent=indent)


def as_json(value: Any, *, indent: int | None = None) -> str:
    """Plain data as JSON text that UTF-8 can hold and every reader of lines leaves whole.

    Args:
        value: lists, dictionaries, numbers and text.
        indent: spaces a level; by default all stands on one line.

    Raises:
        ValueError: a number is infinite or none.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate cannot stand in UTF-8, but its escape can
        text = json.dumps(value, allow_nan=False, indent=indent)
    return text.translate(_LINE_ENDS)


def loads(text: str | bytes) -> tuple[Article, Records]:
    """An article with its records from JSON text.

    Args:
        text: what `dumps` wrote.

    Raises:
        FormatError: it is not JSON, not of this form, or a record's words are not in the text.
    """
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"$: not JSON: {error}") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        found = document.get("format") if isinstance(document, dict) else None
        raise FormatError(f"$.format: {found!r} is not {FORMAT!r}, the form that this version reads")
    faults: list[str] = []
    known = {"format", "coder", "article", *_PARTS}
    faults.extend(f"$.{name}: unknown field" for name in document if name not in known)
    body = dict(document["article"]) if isinstance(document.get("article"), dict) else {}
    claimed = body.pop("id", None)
    article = _decode(Article, body, "$.article", faults)
    parts = {
        part: _decode(kind, document.get(part, []), f"$.{part}", faults) for part, kind in _PARTS.items()
    }
    coder = _decode(str, document.get("coder", ""), "$.coder", faults)
    if faults:
        raise FormatError(*faults)
    records = Records(article.id, **parts, coder=coder)
    faults.extend(disagreements(article, records, claimed))
    if faults:
        raise FormatError(*faults)
    return article, records


def decode(kind: Any, value: Any, place: str) -> Any:
    """What `encode` made of a value of the article's or the records' types, made that value again.

    Args:
        kind: the type; `X | None` and tuples of types too.
        value: plain data.
        place: where it comes from, for the message ("$.speaker").

    Raises:
        FormatError: it is not of the type; the message names every fault with its place.
    """
    faults: list[str] = []
    made = _decode(kind, value, place, faults)
    if faults:
        raise FormatError(*faults)
    return made


def _decode(kind: Any, value: Any, place: str, faults: list[str]) -> Any:
    """A value of a type from plain data; what does not fit is added to `faults`."""
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        if value is None and NoneType in get_args(kind):
            return None
        (inner,) = (k for k in get_args(kind) if k is not NoneType)
        return _decode(inner, value, place, faults)
    if origin is tuple:
        return _decode_tuple(get_args(kind), value, place, faults)
    if is_dataclass(kind):
        return _decode_object(kind, value, place, faults)
    return _decode_plain(kind, value, place, faults)


def _decode_plain(kind: type, value: Any, place: str, faults: list[str]) -> Any:
    if kind is dt.date or issubclass(kind, Enum):
        return _decode_name(kind, value, place, faults)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        faults.append(f"{place}: {value!r} is not {kind.__name__}")
    return value


def _decode_tuple(kinds: tuple[Any, ...], value: Any, place: str, faults: list[str]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        faults.append(f"{place}: {value!r} is not an array")
        return ()
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        faults.append(f"{place}: {len(value)} values for {len(kinds)}")
        return ()
    return tuple(
        _decode(k, v, f"{place}[{i}]", faults) for i, (k, v) in enumerate(zip(kinds, value, strict=True))
    )


def _decode_object(kind: Any, value: Any, place: str, faults: list[str]) -> Any:
    if not isinstance(value, Mapping):
        faults.append(f"{place}: {value!r} is not an object")
        return None
    shape = _shape(kind)
    before = len(faults)
    faults.extend(f"{place}.{name}: unknown field" for name in value if name not in shape)
    given = {}
    for name, (field, hint) in shape.items():
        if name in value:
            given[name] = _decode(hint, value[name], f"{place}.{name}", faults)
        elif field.default is MISSING:
            faults.append(f"{place}.{name}: field missing")
    if len(faults) > before:
        return None
    try:
        return kind(**given)
    except SpanError as error:
        faults.append(f"{place}: {error}")
        return None


@cache
def _shape(kind: type) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return {f.name: (f, hints[f.name]) for f in fields(kind)}


def _decode_name(kind: Any, value: Any, place: str, faults: list[str]) -> Any:
    try:
        return dt.date.fromisoformat(value) if kind is dt.date else kind(value)
    except (ValueError, TypeError):
        faults.append(f"{place}: {value!r} is no {kind.__name__}")
        return None


def disagreements(article: Article, records: Records, claimed: Any = None) -> Iterator[str]:
    """What the types cannot hold: ids that lead nowhere, words that are not in the text.

    Args:
        article: the article.
        records: what it puts on record.
        claimed: the id that its file gives the article, if it gives one.
    """
    if claimed is not None and claimed != article.id:
        yield f"$.article.id: {claimed!r}, but the text's is {article.id!r}: the text was changed"
    end = 0
    for number, segment in enumerate(article.segments):
        if not end <= segment.start <= segment.end <= len(article.text):
            yield f"$.article.segments[{number}]: {segment.start}:{segment.end} overlaps or leaves the text"
        end = segment.end
    ids = {r.id for r in records}
    for part in _PARTS:
        for number, record in enumerate(getattr(records, part)):
            place = f"$.{part}[{number}]"
            yield from _bad_spans(record, article.text, place)
            if not isinstance(record, Problem):
                yield from _bad_links(record, article.id, ids, place)


def _bad_spans(value: Any, text: str, place: str) -> Iterator[str]:
    if isinstance(value, Span):
        try:
            value.check(text)
        except SpanError as error:
            yield f"{place}: {error}"
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _bad_spans(item, text, f"{place}[{number}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _bad_spans(getattr(value, field.name), text, f"{place}.{field.name}")


def _bad_links(record: Record, article: str, ids: set[str], place: str) -> Iterator[str]:
    if record.article != article:
        yield f"{place}.article: {record.article!r}, but the article's id is {article!r}"
    for name in ("within", "repeats", "statement", "event", "supersedes"):
        target = getattr(record, name, None)
        if target is not None and target not in ids:
            yield f"{place}.{name}: no record {target!r}"
