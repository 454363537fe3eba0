"""W3C Web Annotations in JSON-LD: one annotation a record, one target a stretch of its words.

Each target has both selectors, by the words and by their place; both hold for the text that the hash names
(RFC 6920). The record itself goes along as a JSON literal under `dragoman:record`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dragoman.article import Article, Span
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.json import as_json, encode
from dragoman.formats.losses import Losses
from dragoman.formats.phrases import kind, summary
from dragoman.records import Event, Position, Record, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dragoman": "urn:dragoman:vocabulary:"}]
_AROUND = 32  # code points before and after the words


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """All records as one page of annotations."""
    lines = Lines(out, losses)
    lines.line(f'{{"@context": {as_json(CONTEXT)}, "type": "AnnotationPage", "items": [')
    comma = ""
    for one in coded:
        losses.add("articles' text and zones", "annotations point at the text; keep the JSON beside them")
        losses.add("problems", "an annotation is of a record", len(one.records.problems))
        about = _source(one.article)
        for record in one.records:
            lines.line(comma + as_json(_annotation(record, one.article, about, one.records.coder, losses)))
            comma = ","
    lines.line("]}")


def digest(article: Article) -> bytes:
    """The SHA-256 of an article's text."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()


def _source(article: Article) -> dict[str, Any]:
    """What every target of an article says: where the text is from, and which text it is."""
    hashed = digest(article)
    name = base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()
    state = {"type": "TimeState", "cached": f"ni:///sha-256;{name}", "dragoman:sha256": hashed.hex()}
    if article.published:
        state["sourceDate"] = f"{article.published.isoformat()}T00:00:00Z"
    return {"source": article.url or f"urn:dragoman:article:{article.id}", "state": state}


def _annotation(
    record: Record, article: Article, about: dict[str, Any], coder: str, losses: Losses
) -> dict[str, Any]:
    targets = [_target(role, span, article.text, about) for role, span in words(record)]
    losses.add("records", "they have no words; their annotation is of the whole report", int(not targets))
    return {
        "id": f"urn:dragoman:annotation:{record.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": coder or "dragoman"},
        "body": [
            {"type": "SpecificResource", "source": f"urn:dragoman:{kind(record)}:{record.id}"},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": summary(record),
            },
        ],
        "target": targets or [about],
        "dragoman:record": {"@type": "@json", "@value": encode(record)},
    }


def words(record: Record) -> Iterator[tuple[str, Span]]:
    """What each stretch of a record's words is, and the stretch."""
    match record:
        case Statement():
            held = [("cue", record.cue), ("content", record.content), ("condition", record.conditions)]
            if record.source:
                yield "source", record.source
        case Event():
            held = [("trigger", record.trigger)]
        case Position():
            held = [("evidence", record.evidence), ("condition", record.conditions)]
    for role, spans in held:
        yield from ((role, span) for span in spans)


def _target(role: str, span: Span, text: str, about: dict[str, Any]) -> dict[str, Any]:
    return {
        **about,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.exact,
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
        "dragoman:role": role,
    }
