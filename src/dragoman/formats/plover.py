"""PLOVER's JSON lines: one event a line, under the keys of the codebook's chapter on data fields.

Names of our own (`status`, `confidence`, `spans` …) stand beside the codebook's, which invites that.
Auxiliary modes (historical, future, hypothetical, negation) go into `context`, as the codebook says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from dragoman.article import Article
from dragoman.formats.codes import country_name
from dragoman.formats.event_rows import FORESEEN, EventRow, event_rows
from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.json import encode
from dragoman.formats.losses import Losses
from dragoman.records import Actor, Event, Location, Statement, Status

_AUXILIARY = {Status.PLANNED: "future", Status.HYPOTHETICAL: "hypothetical", Status.NEGATED: "negation"}


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Events as PLOVER's JSON lines; by default all but negated ones."""
    lines = Lines(out, losses)
    for row in event_rows(coded, options, losses, statuses=FORESEEN):
        lines.json(_record(row, options, losses))


def auxiliary(event: Event) -> list[str]:
    """PLOVER's auxiliary modes of an event: past, to come, only thought of, or not so."""
    status = _AUXILIARY.get(event.status)
    return [*(["historical"] if event.historical else []), *([status] if status else [])]


def _record(row: EventRow, options: Options, losses: Losses) -> dict[str, Any]:
    event = row.event
    start = min((s.start for s in event.trigger), default=None)
    info = {} if start is None else {"start": start, "end": max(s.end for s in event.trigger)}
    losses.add("mentions of actors", "an event names its actors, not the words that name them", 1)
    record: dict[str, Any] = {
        "id": event.id,
        "has_event": True,
        "date": row.day.isoformat(),
        "enddate": None if row.day == row.last else row.last.isoformat(),
        "actor": [_entity(actor) for actor in event.actors],
        "recipient": [_entity(actor) for actor in event.recipients],
        "event": [event.type.value],
        "mode": list(event.modes),
        "context": [*event.contexts, *auxiliary(event)],
        "event_loc": _location(event.place),
        "event_text": [span.exact for span in event.trigger],
        "quad_code": event.quad,
        "event_scale": event.score,
        "text": row.article.text if options.text else None,
        "text_info": info,
        "cite_info": _citation(row.article, row.records.coder),
        "coder": row.records.coder,
        "status": event.status.value,
        "confidence": event.confidence,
        "document": row.article.id,
        "spans": encode(event.trigger),
        "repeats": event.repeats,
        "rule": event.why.rule,
        "on_word_of": _statement(next((s for s in row.records.statements if s.id == event.statement), None)),
    }
    kept = ("actor", "recipient", "mode", "context")
    return {k: v for k, v in record.items() if k in kept or v not in (None, {}, [], "")}


def _entity(actor: Actor) -> dict[str, Any]:
    entity = {
        "code": actor.country,
        "sector": actor.sectors[0] if actor.sectors else None,
        "sectors": list(actor.sectors[1:]) or None,
        "identifier_id": actor.wikidata,
        "identifier_text": actor.name,
        "office": actor.office,
        "kind": actor.kind.value,
    }
    return {k: v for k, v in entity.items() if v is not None}


def _location(place: Location | None) -> dict[str, Any]:
    if place is None:
        return {}
    location = {
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.latitude,
        "lon": place.longitude,
        "country": country_name(place.country),
        "country_code": place.country,
    }
    return {k: v for k, v in location.items() if v is not None}


def _citation(article: Article, coder: str) -> dict[str, Any]:
    cite = {
        "title": article.title,
        "url": article.url,
        "publication": article.outlet,
        "language": article.language,
        "coder": coder,
        "codebook": "PLOVER",
    }
    return {k: v for k, v in cite.items() if v}


def _statement(said: Statement | None) -> dict[str, Any] | None:
    """What a reader needs of the statement that an event rests on."""
    if said is None:
        return None
    found = {
        "id": said.id,
        "speaker": said.speaker.name if said.speaker else None,
        "act": said.act.value,
        "via": list(said.via),
        "conditions": encode(said.conditions),
    }
    return {k: v for k, v in found.items() if v}
