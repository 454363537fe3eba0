"""Citron's JSON: a text and its quotes, each with cue, sources and contents.

The format of the BBC's quote extractor, described in its repository (bbc/citron, docs/data_format.md): one
object a text with `text` and `quotes`; a quote has `cue`, `sources` and `contents`, and may have `id`,
`confidence` and `coreferences`; a span is `{"start", "end", "text"}`, counted in code points. What more a
statement and an article say stands under the key `dragoman`, which other programs skip.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from dragoman.article import Article, Segment, Span, zones
from dragoman.formats.attributions import Found, Imported, left_behind, rest_of, statements_from
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.json import FormatError, as_json, decode, encode
from dragoman.formats.losses import Losses
from dragoman.records import Records, Statement

OWN = "dragoman"


def dumps(article: Article, records: Records, losses: Losses, *, indent: int | None = None) -> str:
    """An article and its statements as Citron's JSON.

    Args:
        article: the article.
        records: what it puts on record.
        losses: where to tell what the file cannot carry.
        indent: spaces a level; by default all stands on one line.
    """
    left_behind(records, losses)
    quotes = [quote for s in records.statements if (quote := _quote(s, losses)) is not None]
    losses.add("coreferences", "a statement names its speaker, and no other mentions of him", len(quotes))
    about = encode(article)
    del about["text"]
    own = {"article": about, "coder": records.coder}
    return as_json({"text": article.text, "quotes": quotes, OWN: own}, indent=indent)


def _quote(statement: Statement, losses: Losses) -> dict[str, Any] | None:
    if not statement.cue:
        losses.add("statements", "they have no cue, and a quote of Citron's needs one")
        return None
    own = rest_of(statement)
    confidence = own.pop("confidence", statement.confidence)
    if len(statement.cue) > 1:
        own["cue"] = [_span(piece) for piece in statement.cue]
    return {
        "id": statement.id,
        "cue": _span(statement.cue[0]),
        "sources": [_span(statement.source)] if statement.source else [],
        "contents": [_span(piece) for piece in statement.content],
        "confidence": confidence,
        OWN: own,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.exact}


def loads(text: str | bytes, losses: Losses) -> Imported:
    """A text and its statements from Citron's JSON.

    A quote whose words are not those of the text is left out and told; the others are read.

    Args:
        text: one object; what `dumps` or Citron wrote.
        losses: where to tell what could not be read.

    Raises:
        FormatError: it is not JSON, or no object with `text` and `quotes`.
    """
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"$: not JSON: {error}") from error
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise FormatError("$.text: no text here; Citron's files are objects with text and quotes")
    if not isinstance(document.get("quotes"), list):
        raise FormatError("$.quotes: no array here; Citron's files are objects with text and quotes")
    own = document.get(OWN)
    own = own if isinstance(own, dict) else {}
    article = _article(document["text"], own.get("article"))
    if document.get("coreference_groups"):
        losses.add(
            "coreference groups",
            "the records keep no chains of mentions",
            len(document["coreference_groups"]),
        )
    statements = statements_from(article, _found(article, document["quotes"], losses), losses)
    coder = own.get("coder")
    return Imported(article, Records(article.id, statements, coder=coder if isinstance(coder, str) else ""))


def _article(text: str, about: Any) -> Article:
    if isinstance(about, dict):
        article: Article = decode(Article, {"text": text, **about}, "$.dragoman.article")
        return article
    zoned = zones(text)
    segments: tuple[Segment, ...] = zoned.segments
    return Article(text, segments, title=zoned.headline, wires=zoned.wires)


def _found(article: Article, quotes: list[Any], losses: Losses) -> Iterator[Found]:
    for number, quote in enumerate(quotes):
        try:
            yield _attribution(article, quote, losses)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            losses.add("quotes", f"$.quotes[{number}]: {type(error).__name__}: {error}")


def _attribution(article: Article, quote: Mapping[str, Any], losses: Losses) -> Found:
    own = quote.get(OWN)
    rest = dict(own) if isinstance(own, dict) else {}
    first = _words(article, quote["cue"])
    pieces = tuple(_words(article, piece) for piece in rest.pop("cue", ()))
    losses.add("coreferences", "the records keep no chains of mentions", len(quote.get("coreferences") or ()))
    if "confidence" in quote:
        rest["confidence"] = _confidence(quote["confidence"])
    return Found(
        tuple(_words(article, piece) for piece in quote.get("sources") or ()),
        pieces if first in pieces[:1] else (first,),  # who corrects the cue in the file means that one
        tuple(_words(article, piece) for piece in quote["contents"]),
        str(quote.get("id", "")),
        rest,
    )


def _confidence(value: Any) -> float:
    """A number from 0 to 1; Citron writes it as text too."""
    number = float(value)
    if not 0 <= number <= 1:
        raise ValueError(f"confidence {value!r} is no number from 0 to 1")
    return number


def _words(article: Article, span: Mapping[str, Any]) -> Span:
    made = Span(span["start"], span["end"], span["text"])
    made.check(article.text)
    return made


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Each article as Citron's JSON on a line of its own."""
    lines = Lines(out, losses)
    for one in coded:
        lines.line(dumps(one.article, one.records, losses))
