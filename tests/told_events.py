"""Events of invented paragraphs in short, for tests."""

from __future__ import annotations

import datetime as dt

from dragoman.actors import ActorIndex
from dragoman.article import Article, Segment, Zone
from dragoman.events import find_events
from dragoman.language import Reader
from dragoman.records import Actor, Event
from dragoman.statements import find_statements


def events_of(reader: Reader, *paragraphs: str, published: str | None = "2024-03-14") -> tuple[Event, ...]:
    text = "\n\n".join(paragraphs)
    segments = []
    for paragraph in paragraphs:
        start = text.index(paragraph)
        segments.append(Segment(Zone.BODY, start, start + len(paragraph)))
    article = Article(
        text, tuple(segments), published=dt.date.fromisoformat(published) if published else None
    )
    reading = reader.read(article)
    actors = ActorIndex(reading)
    return find_events(reading, actors, find_statements(reading, actors))


def codes(people: tuple[Actor, ...]) -> str:
    return " ".join(sorted({a.country or "?" for a in people}))


def told(events: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    return [(e.type.value, codes(e.actors), codes(e.recipients)) for e in events]
