"""From records to the rows of the tables, and back, without loss."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.article import Article, Segment, Span, Zone
from dragoman.formats.json import encode
from dragoman.linking import occurrences
from dragoman.linking.identities import Alias
from dragoman.records import (
    Act,
    Actor,
    ActorKind,
    Date,
    Event,
    EventType,
    Form,
    Location,
    Position,
    Problem,
    Record,
    Records,
    Statement,
    Status,
    Why,
)

Row = dict[str, Any]
Stored = Mapping[Any, Any]  # a row as the database gives it, by the names of its columns
GAP = " … "  # between the pieces of a record's words
# The spans of each kind of record: role, field, and whether there are several. The last is what it rests on.
_SPANS = {
    "statement": (("source", "source"), ("cue", "cue"), ("condition", "conditions"), ("content", "content")),
    "event": (("trigger", "trigger"),),
    "position": (("condition", "conditions"), ("evidence", "evidence")),
}
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


def kind_of(record: Record) -> str:
    """ "statement", "event" or "position"."""
    return type(record).__name__.lower()


def actor_id(actor: Actor) -> str:
    """The id of an actor as reports name him: a hash of all that is known of him."""
    content = "\x1f".join(map(repr, encode(actor).values()))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def days_of(date: Date | None) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that a date may be; None where it says none."""
    if date is None:
        return None, None
    try:
        if week := _WEEK.fullmatch(date.value):
            first = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return first, first + dt.timedelta(days=6)
        if month := _MONTH.fullmatch(date.value):
            first = dt.date(int(month[1]), int(month[2]), 1)
            return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        if re.fullmatch(r"\d{4}", date.value):
            return dt.date(int(date.value), 1, 1), dt.date(int(date.value), 12, 31)
        day = dt.date.fromisoformat(date.value[:10])
    except (ValueError, OverflowError):
        return None, None
    return day, day


def spans_of(record: Record) -> Iterator[tuple[str, int, Span]]:
    """The spans of a record, with their roles and their places among those of one role."""
    for role, field in _SPANS[kind_of(record)]:
        held = getattr(record, field)
        pieces = held if isinstance(held, tuple) else (held,)
        yield from ((role, number, piece) for number, piece in enumerate(pieces) if piece is not None)


def actors_of(record: Record) -> Iterator[Actor]:
    """The actors of a record."""
    if isinstance(record, Statement):
        named: Sequence[Actor | None] = (record.speaker,)
    elif isinstance(record, Event):
        named = (*record.actors, *record.recipients)
    else:
        named = (record.holder, record.counterpart)
    yield from (actor for actor in named if actor is not None)


# ---- there


def article_row(article: Article) -> Row:
    """What an article says of itself."""
    return {
        "id": article.id, "outlet": article.outlet, "published": article.published, "title": article.title,
        "url": article.url, "language": article.language, "wires": list(article.wires), "text": article.text,
    }  # fmt: skip


def segment_rows(article: Article) -> list[Row]:
    """The zones of an article."""
    return [
        {"article_id": article.id, "ordinal": n, "zone": s.zone, "start_offset": s.start, "end_offset": s.end}
        for n, s in enumerate(article.segments, 1)
    ]


def problem_rows(records: Records) -> list[Row]:
    """What could not be carried."""
    nowhere = {"start_offset": None, "end_offset": None, "exact": None}
    return [
        {
            "article_id": records.article,
            "ordinal": n,
            "message": p.message,
            **(_span(p.span) if p.span else nowhere),
        }
        for n, p in enumerate(records.problems, 1)
    ]


def side(actor: Actor) -> str:
    """What names an actor's side as long as he is not known across reports."""
    alias = Alias(actor.name, actor.kind, actor.country)
    return occurrences.side(alias, lambda known: known.name)


def actor_row(actor: Actor) -> Row:
    """An actor as reports name him."""
    return {
        "id": actor_id(actor), "name": actor.name, "kind": actor.kind, "country": actor.country,
        "sector": actor.sectors[0] if actor.sectors else None, "sectors": list(actor.sectors),
        "office": actor.office, "wikidata": actor.wikidata,
    }  # fmt: skip


def record_row(record: Record, ordinal: int, published: dt.date | None) -> Row:
    """A statement, event or position; `number` and `current` are the ledger's to give.

    Args:
        record: the record.
        ordinal: its place among those of its kind in the article, from 1.
        published: the article's day of publication.
    """
    own = {Statement: _statement, Event: _event, Position: _position}[type(record)](record)  # type: ignore[operator]
    pieces = getattr(record, _SPANS[kind_of(record)][-1][1])
    return {
        "id": record.id, "article_id": record.article, "ordinal": ordinal,
        **own, **_date(record.said if isinstance(record, Statement) else record.on, published),
        "confidence": record.confidence, "rule": record.why.rule, "resolved": encode(record.why.resolved),
        "words": _joined(pieces) or "",
    }  # fmt: skip


def span_rows(record: Record) -> list[Row]:
    """The spans of a record."""
    common = {"record_id": record.id, "record_kind": kind_of(record), "article_id": record.article}
    return [{**common, "role": role, "ordinal": n, **_span(span)} for role, n, span in spans_of(record)]


def event_actor_rows(event: Event) -> list[Row]:
    """Who acts in an event, and who is acted on."""
    return [
        {"event_id": event.id, "role": role, "ordinal": n, "actor_id": actor_id(actor), "name": actor.name,
         "country": actor.country}
        for role, named in (("actor", event.actors), ("recipient", event.recipients))
        for n, actor in enumerate(named)
    ]  # fmt: skip


def _statement(record: Statement) -> Row:
    return {
        **_actor("speaker", record.speaker), "speaker_office": record.speaker and record.speaker.office,
        "act": record.act, "form": record.form, "negated": record.negated, "addressee": record.addressee,
        "via": list(record.via), "source_words": record.source and record.source.exact,
        "cue_words": _joined(record.cue), "condition_words": _joined(record.conditions),
        "within_id": record.within, "repeats_id": record.repeats,
    }  # fmt: skip


def _event(record: Event) -> Row:
    place = record.place
    first = {"actor": next(iter(record.actors), None), "recipient": next(iter(record.recipients), None)}
    return {
        "type": record.type, "mode": record.modes[0] if record.modes else None, "status": record.status,
        "historical": record.historical, "quad": record.quad, "score": record.score,
        "modes": list(record.modes), "contexts": list(record.contexts),
        **{role: actor and actor.name for role, actor in first.items()},
        **{f"{role}_country": actor and actor.country for role, actor in first.items()},
        "place": place and place.name, "place_country": place and place.country,
        "latitude": place and place.latitude, "longitude": place and place.longitude,
        "geonameid": place and place.geonameid,
        "statement_id": record.statement, "repeats_id": record.repeats,
    }  # fmt: skip


def _position(record: Position) -> Row:
    return {
        **_actor("holder", record.holder), **_actor("counterpart", record.counterpart),
        **{f"{role}_side": actor and side(actor) for role, actor in (
            ("holder", record.holder), ("counterpart", record.counterpart)
        )},
        "issue": record.issue, "stance": record.stance, "condition_words": _joined(record.conditions),
        "statement_id": record.statement, "event_id": record.event, "supersedes_id": record.supersedes,
    }  # fmt: skip


def _actor(role: str, actor: Actor | None) -> Row:
    return {
        role: actor and actor.name,
        f"{role}_country": actor and actor.country,
        f"{role}_id": actor and actor_id(actor),
    }


def _date(date: Date | None, published: dt.date | None) -> Row:
    first, last = days_of(date)
    return {
        "date": date and date.value, "date_precision": date and date.precision,
        "date_from": first, "date_to": last, "day": first or published,
    }  # fmt: skip


def _span(span: Span) -> Row:
    return {"start_offset": span.start, "end_offset": span.end, "exact": span.exact}


def _joined(pieces: Sequence[Span]) -> str | None:
    return GAP.join(piece.exact for piece in pieces) if pieces else None


# ---- and back


def article_of(row: Stored, segments: Sequence[Stored]) -> Article:
    """An article from its row and those of its segments, in order."""
    return Article(
        row["text"],
        tuple(Segment(Zone(s["zone"]), s["start_offset"], s["end_offset"]) for s in segments),
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        language=row["language"],
        url=row["url"],
        wires=tuple(row["wires"]),
    )


def actor_of(row: Stored) -> Actor:
    """An actor from his row."""
    return Actor(
        row["name"],
        ActorKind(row["kind"]),
        row["country"],
        tuple(row["sectors"]),
        row["office"],
        row["wikidata"],
    )


def problem_of(row: Stored) -> Problem:
    """A problem from its row."""
    placed = row["start_offset"] is not None
    return Problem(row["message"], span_of(row) if placed else None)


def span_of(row: Stored) -> Span:
    """A span from its row."""
    return Span(row["start_offset"], row["end_offset"], row["exact"])


def statement_of(
    row: Stored, spans: Mapping[str, tuple[Span, ...]], actors: Mapping[str, Actor]
) -> Statement:
    """A statement from its row.

    Args:
        row: of `statements`.
        spans: its spans by role.
        actors: actors by id.
    """
    return Statement(
        row["id"],
        row["article_id"],
        source=next(iter(spans.get("source", ())), None),
        speaker=actors[row["speaker_id"]] if row["speaker_id"] is not None else None,
        cue=spans.get("cue", ()),
        content=spans.get("content", ()),
        form=Form(row["form"]),
        act=Act(row["act"]),
        addressee=row["addressee"],
        said=_date_of(row),
        via=tuple(row["via"]),
        within=row["within_id"],
        conditions=spans.get("condition", ()),
        repeats=row["repeats_id"],
        negated=row["negated"],
        confidence=row["confidence"],
        why=_why(row),
    )


def event_of(
    row: Stored,
    spans: Mapping[str, tuple[Span, ...]],
    actors: Sequence[Actor],
    recipients: Sequence[Actor],
) -> Event:
    """An event from its row, its spans by role, and who acts and is acted on."""
    return Event(
        row["id"],
        row["article_id"],
        EventType(row["type"]),
        spans.get("trigger", ()),
        actors=tuple(actors),
        recipients=tuple(recipients),
        modes=tuple(row["modes"]),
        contexts=tuple(row["contexts"]),
        quad=row["quad"],
        score=row["score"],
        on=_date_of(row),
        place=_place(row),
        status=Status(row["status"]),
        historical=row["historical"],
        statement=row["statement_id"],
        repeats=row["repeats_id"],
        confidence=row["confidence"],
        why=_why(row),
    )


def position_of(row: Stored, spans: Mapping[str, tuple[Span, ...]], actors: Mapping[str, Actor]) -> Position:
    """A position from its row, its spans by role, and actors by id."""
    return Position(
        row["id"],
        row["article_id"],
        holder=actors[row["holder_id"]],
        issue=row["issue"],
        stance=row["stance"],
        evidence=spans.get("evidence", ()),
        counterpart=actors[row["counterpart_id"]] if row["counterpart_id"] is not None else None,
        conditions=spans.get("condition", ()),
        on=_date_of(row),
        statement=row["statement_id"],
        event=row["event_id"],
        supersedes=row["supersedes_id"],
        confidence=row["confidence"],
        why=_why(row),
    )


def _date_of(row: Stored) -> Date | None:
    return Date(row["date"], row["date_precision"]) if row["date"] is not None else None


def _place(row: Stored) -> Location | None:
    if row["place"] is None:
        return None
    return Location(row["place"], row["place_country"], row["latitude"], row["longitude"], row["geonameid"])


def _why(row: Stored) -> Why:
    return Why(row["rule"], tuple((what, how) for what, how in row["resolved"]))
