"""Noun phrases of invented reports, marked with brackets, and the actors that they stand for."""

from __future__ import annotations

from dragoman.actors import ActorIndex
from dragoman.language import Reader, Reading, Token
from dragoman.records import Actor
from dragoman.sources import from_text


def marked(reader: Reader, text: str, published: str, outlet: str | None) -> tuple[Reading, Token]:
    """The reading of a text and the head of the phrase that stands in brackets."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    reading = reader.read(from_text(plain, title="Report", published=published, outlet=outlet, language="en"))
    tokens = reading.tokens_in(reading.article.span(start, end))
    inside = {t.index for t in tokens}
    heads = [t for t in tokens if t.head is t or t.head.index not in inside]
    return reading, next(t for t in heads if t.dep not in ("det", "case", "punct"))


def actors(
    reader: Reader, text: str, published: str = "2017-05-04", outlet: str | None = None
) -> tuple[Actor, ...]:
    reading, head = marked(reader, text, published, outlet)
    return ActorIndex(reading).actors(head)


def shown(found: tuple[Actor, ...]) -> list[str]:
    return [str(actor) for actor in found]
