"""Predictions: what the coder put on record, in the scorer's format, and files of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.article import Article, Span
from dragoman.coder import Coder
from dragoman.evaluation.answers import (
    Answers,
    EventAnswer,
    Pieces,
    PositionAnswer,
    StatementAnswer,
    from_json,
    to_json,
)
from dragoman.evaluation.gold import GoldArticle
from dragoman.evaluation.jsonl import read_rows, write_rows
from dragoman.records import Actor, Date, Event, Position, Records, Statement
from dragoman.sources import from_text


def predict(articles: Iterable[GoldArticle], coder: Coder) -> Iterator[Answers]:
    """The coder's answers about gold articles, one by one; their keys are not looked at.

    Args:
        articles: the articles.
        coder: the coder to measure.
    """
    golds = list(articles)
    for gold, coded in zip(golds, coder.code_all(map(article_of, golds)), strict=True):
        yield answers_of(gold.id, coded.records)


def article_of(gold: GoldArticle) -> Article:
    """A gold article as the coder is given it, without its key.

    Args:
        gold: the article.
    """
    return from_text(
        gold.text,
        title=gold.title,
        outlet=gold.outlet,
        published=gold.published,
        language="en",
        url=gold.url,
    )


def answers_of(article_id: str, records: Records) -> Answers:
    """Records as answers.

    What only repeats an earlier record is left out, as the guidelines ask; so is background of more than a
    year, which the format cannot tell from news and the scorer counts neither way.

    Args:
        article_id: the article's name in the gold set.
        records: what the coder put on record.
    """
    return Answers(
        article_id,
        tuple(_statement(s) for s in records.statements if s.repeats is None),
        tuple(_event(e) for e in records.events if e.repeats is None and not e.historical),
        tuple(_position(p) for p in records.positions),
    )


def write_predictions(path: Path, predictions: Iterable[Answers]) -> None:
    """Answers as JSON lines, one article a line."""
    write_rows(path, map(to_json, predictions))


def read_predictions(path: Path) -> dict[str, Answers]:
    """Answers by article id from a file of JSON lines.

    Raises:
        AnswerError: a line is no prediction; the message names the file, the line and the remedy.
    """
    form = '{"id", "statements": […], "events": […], "positions": […]}'
    return {answers.id: answers for answers in read_rows(path, from_json, form)}


def pieces_of(spans: Iterable[Span]) -> Pieces:
    """Spans as bare offsets."""
    return tuple((span.start, span.end) for span in spans)


def _statement(s: Statement) -> StatementAnswer:
    return StatementAnswer(
        content=pieces_of(s.content),
        cue=pieces_of(s.cue),
        source=(s.source.start, s.source.end) if s.source else None,
        speaker=s.speaker.name if s.speaker else None,
        country=s.speaker.country if s.speaker else None,
        form=s.form.value,
        act=s.act.value,
        addressee=s.addressee,
        on=_date(s.said),
        via=s.via,
        confidence=s.confidence,
    )


def _event(e: Event) -> EventAnswer:
    return EventAnswer(
        event=e.type.value,
        trigger=pieces_of(e.trigger),
        mode=e.modes[0] if e.modes else None,
        actor=_names(e.actors),
        recipient=_names(e.recipients),
        on=_date(e.on),
        place=e.place.name if e.place else None,
        status=e.status.value,
        confidence=e.confidence,
    )


def _position(p: Position) -> PositionAnswer:
    return PositionAnswer(
        holder=p.holder.name,
        issue=p.issue,
        stance=p.stance,
        evidence=pieces_of(p.evidence),
        country=p.holder.country,
        counterpart=p.counterpart.name if p.counterpart else None,
        condition=pieces_of(p.conditions),
        on=_date(p.on),
        confidence=p.confidence,
    )


def _names(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(str(actor) for actor in actors)


def _date(date: Date | None) -> str | None:
    """The ISO date; a week, which the format cannot carry, as the month or else the year that it lies in."""
    if date is None or date.precision != "week":
        return date.value if date else None
    year, week = date.value.split("-W")
    first = dt.date.fromisocalendar(int(year), int(week), 1)
    last = first + dt.timedelta(days=6)
    if first.year != last.year:
        return None
    return f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"
