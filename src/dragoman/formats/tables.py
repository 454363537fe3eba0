"""Tidy tables: articles and records as rows, the form that CSV, Parquet, Arrow and data frames share.

One row a thing, one column a fact. `record_id` names a row; columns named after a table hold its ids. Lists
are lists. Nothing of the records is lost; `spans` holds all their words, `participants` who takes part in
events.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.article import Article
from dragoman.formats.annotations import words
from dragoman.formats.exporting import Coded, Options
from dragoman.formats.losses import Losses
from dragoman.formats.phrases import kind
from dragoman.records import Actor, Date, Event, Location, Position, Record, Statement

Row = dict[str, Any]

# What the columns of each table hold: text, whole, number, truth, day, or texts (a list of them).
TABLES: dict[str, dict[str, str]] = {
    "documents": {
        "record_id": "text", "title": "text", "outlet": "text", "published": "day", "language": "text",
        "url": "text", "wires": "texts", "sha256": "text", "length": "whole", "coder": "text",
        "text": "text",
    },
    "zones": {"document": "text", "number": "whole", "zone": "text", "start": "whole", "end": "whole"},
    "spans": {
        "document": "text", "record": "text", "kind": "text", "role": "text", "number": "whole",
        "zone": "text", "start": "whole", "end": "whole", "exact": "text",
    },
    "statements": {
        "record_id": "text", "document": "text", "speaker": "text", "speaker_name": "text",
        "speaker_country": "text", "form": "text", "act": "text", "addressee": "text", "said": "text",
        "said_precision": "text", "via": "texts", "within": "text", "repeats": "text", "negated": "truth",
        "confidence": "number", "rule": "text", "resolved": "texts",
    },
    "events": {
        "record_id": "text", "document": "text", "type": "text", "modes": "texts", "contexts": "texts",
        "quad": "whole", "score": "number", "actor_names": "texts", "recipient_names": "texts", "on": "text",
        "on_precision": "text", "place": "text", "place_name": "text", "status": "text",
        "historical": "truth", "statement": "text", "repeats": "text", "confidence": "number",
        "rule": "text", "resolved": "texts",
    },
    "participants": {
        "event": "text", "document": "text", "role": "text", "number": "whole", "actor": "text",
    },
    "positions": {
        "record_id": "text", "document": "text", "holder": "text", "holder_name": "text",
        "holder_country": "text", "issue": "text", "stance": "text", "counterpart": "text",
        "counterpart_name": "text", "counterpart_country": "text", "on": "text", "on_precision": "text",
        "statement": "text", "event": "text", "supersedes": "text", "confidence": "number", "rule": "text",
        "resolved": "texts",
    },
    "actors": {
        "record_id": "text", "name": "text", "kind": "text", "country": "text", "sectors": "texts",
        "office": "text", "wikidata": "text",
    },
    "places": {
        "record_id": "text", "name": "text", "country": "text", "latitude": "number", "longitude": "number",
        "geonameid": "whole",
    },
    "problems": {"document": "text", "message": "text", "start": "whole", "end": "whole", "exact": "text"},
}  # fmt: skip


def rows(coded: Iterable[Coded], options: Options, losses: Losses) -> Iterator[tuple[str, Row]]:
    """The rows of all tables, each with its table's name, article by article.

    Args:
        coded: the articles, taken one by one.
        options: what was chosen.
        losses: where to tell what is left out.
    """
    seen: set[str] = set()
    for one in coded:
        article, records = one.article, one.records
        if article.id in seen:
            losses.add("articles", "the same text comes again; its first rows are kept")
            continue
        seen.add(article.id)
        losses.add(
            "articles' text", "rights may forbid it: choose it with --with-text", int(not options.text)
        )
        yield "documents", _document(article, records.coder, options)
        for number, zone in enumerate(article.segments):
            yield "zones", _row("zones", article.id, number, zone.zone.value, zone.start, zone.end)
        for record in records:
            yield from _spans(record, article)
            yield from _record(record, seen)
        for problem in records.problems:
            span = problem.span
            place = (span.start, span.end, span.exact) if span else (None, None, None)
            yield "problems", _row("problems", article.id, problem.message, *place)


def _row(table: str, *values: object) -> Row:
    return dict(zip(TABLES[table], values, strict=True))


def _document(article: Article, coder: str, options: Options) -> Row:
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return _row(
        "documents", article.id, article.title, article.outlet, article.published, article.language,
        article.url, list(article.wires), digest, len(article.text), coder,
        article.text if options.text else None,
    )  # fmt: skip


def _spans(record: Record, article: Article) -> Iterator[tuple[str, Row]]:
    counts: dict[str, int] = {}
    for role, span in words(record):
        number = counts[role] = counts.get(role, -1) + 1
        zone = article.zone_at(span.start)
        yield "spans", _row(
            "spans", article.id, record.id, kind(record), role, number, zone.value if zone else None,
            span.start, span.end, span.exact,
        )  # fmt: skip


def _record(record: Record, seen: set[str]) -> Iterator[tuple[str, Row]]:
    match record:
        case Statement():
            yield from _actors([record.speaker], seen)
            yield "statements", _statement(record)
        case Event():
            yield from _actors([*record.actors, *record.recipients], seen)
            yield from _place(record.place, seen)
            yield "events", _event(record)
            for role, actors in (("actor", record.actors), ("recipient", record.recipients)):
                for number, actor in enumerate(actors):
                    yield (
                        "participants",
                        _row("participants", record.id, record.article, role, number, actor_id(actor)),
                    )
        case Position():
            yield from _actors([record.holder, record.counterpart], seen)
            yield "positions", _position(record)


def _statement(s: Statement) -> Row:
    return _row(
        "statements", s.id, s.article, *_who(s.speaker), s.form.value, s.act.value, s.addressee,
        *_when(s.said), list(s.via), s.within, s.repeats, s.negated, s.confidence, s.why.rule,
        _resolved(s),
    )  # fmt: skip


def _event(e: Event) -> Row:
    return _row(
        "events", e.id, e.article, e.type.value, list(e.modes), list(e.contexts), e.quad, e.score,
        [a.name for a in e.actors], [r.name for r in e.recipients], *_when(e.on),
        place_id(e.place) if e.place else None, e.place.name if e.place else None, e.status.value,
        e.historical, e.statement, e.repeats, e.confidence, e.why.rule, _resolved(e),
    )  # fmt: skip


def _position(p: Position) -> Row:
    return _row(
        "positions", p.id, p.article, *_who(p.holder), p.issue, p.stance, *_who(p.counterpart), *_when(p.on),
        p.statement, p.event, p.supersedes, p.confidence, p.why.rule, _resolved(p),
    )  # fmt: skip


def _who(actor: Actor | None) -> tuple[str | None, str | None, str | None]:
    return (actor_id(actor), actor.name, actor.country) if actor else (None, None, None)


def _when(date: Date | None) -> tuple[str | None, str | None]:
    return (date.value, date.precision) if date else (None, None)


def _resolved(record: Record) -> list[str]:
    """What was resolved from what: name and words in turn, so that nothing needs to be escaped."""
    return [part for pair in record.why.resolved for part in pair]


def _actors(several: Iterable[Actor | None], seen: set[str]) -> Iterator[tuple[str, Row]]:
    for actor in several:
        if actor is not None and (name := actor_id(actor)) not in seen:
            seen.add(name)
            yield "actors", _row(
                "actors", name, actor.name, actor.kind.value, actor.country, list(actor.sectors),
                actor.office, actor.wikidata,
            )  # fmt: skip


def _place(place: Location | None, seen: set[str]) -> Iterator[tuple[str, Row]]:
    if place is not None and (name := place_id(place)) not in seen:
        seen.add(name)
        degrees = place.latitude, place.longitude
        yield "places", _row("places", name, place.name, place.country, *degrees, place.geonameid)


def actor_id(actor: Actor) -> str:
    """The id of an actor's row: a hash of all that is known of him ("a-…")."""
    return _hashed("a", actor)


def place_id(place: Location) -> str:
    """The id of a place's row: a hash of all that is known of it ("p-…")."""
    return _hashed("p", place)


def _hashed(letter: str, value: Actor | Location) -> str:
    return f"{letter}-{hashlib.sha256(repr(value).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def plain(value: Any) -> Any:
    """A cell's value as plain text or number: days by ISO 8601."""
    return value.isoformat() if isinstance(value, dt.date) else value
