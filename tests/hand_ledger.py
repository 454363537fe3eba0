"""Reports with records made by hand, in few words, for ledgers of many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.article import Article, Segment, Zone
from dragoman.coded import CodedArticle
from dragoman.records import (
    Act,
    Actor,
    ActorKind,
    Date,
    Event,
    EventType,
    Form,
    Position,
    Record,
    Records,
    Statement,
    Status,
    record_id,
)

STATES = {"VLM": "Velmark", "TRV": "Taravia", "NOR": "Norway", "PER": "Peru", "COM": "Comoros"}


def state(code: str) -> Actor:
    return Actor(STATES[code], ActorKind.GOVERNMENT, code, ("GOV",))


def person(name: str, code: str | None, office: str | None = None) -> Actor:
    return Actor(name, ActorKind.PERSON, code, ("GOV",), office)


@dataclass
class Report:
    """A report that grows by a sentence with each record."""

    outlet: str = "Harbour Wire"
    day: str | None = "2024-05-16"
    wires: tuple[str, ...] = ()
    url: str | None = None
    sentences: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    def position(
        self, holder: Actor, issue: str, stance: str, towards: Actor | None = None, *, on: str | None = None,
        words: str | None = None, supersedes: int | None = None, confidence: float = 0.7,
    ) -> Report:  # fmt: skip
        text = words or f"{holder.name} {issue} {stance} {towards.name if towards else 'nobody'}."
        made = Position(
            "", "", holder, issue, stance, (), counterpart=towards, on=_date(on or self.day),
            supersedes=str(supersedes) if supersedes is not None else None, confidence=confidence,
        )  # fmt: skip
        return self._with(text, made)

    def event(
        self, type: EventType, actor: Actor, recipient: Actor | None = None, *, on: str | None = None,
        status: Status = Status.ACTUAL, words: str | None = None,
    ) -> Report:  # fmt: skip
        text = words or f"{actor.name} {type.lower()} {recipient.name if recipient else ''} {status}."
        recipients = (recipient,) if recipient else ()
        made = Event("", "", type, (), (actor,), recipients, on=_date(on or self.day), status=status)
        return self._with(text, made)

    def statement(
        self, speaker: Actor, words: str, act: Act = Act.INFORM, *, on: str | None = None,
        addressee: str | None = None, form: Form = Form.INDIRECT,
    ) -> Report:  # fmt: skip
        made = Statement(
            "", "", None, speaker, (), (), form, act, addressee=addressee, said=_date(on or self.day)
        )
        return self._with(words, made)

    def _with(self, words: str, record: Record) -> Report:
        self.sentences.append(words)
        self.records.append(record)
        return self

    def coded(self, *more: str) -> CodedArticle:
        """The report coded; `more` are paragraphs without records."""
        text = "\n\n".join([*self.sentences, *more, f"{self.outlet}, {self.day}"])
        published = dt.date.fromisoformat(self.day) if self.day else None
        article = Article(
            text, (Segment(Zone.BODY, 0, len(text)),), title=f"{self.outlet} {self.day}", outlet=self.outlet,
            published=published, url=self.url, wires=self.wires,
        )  # fmt: skip
        return CodedArticle(article, _records(article, self.sentences, self.records))


def _records(article: Article, sentences: Sequence[str], records: Sequence[Record]) -> Records:
    placed: list[Record] = []
    at = 0
    for number, (words, record) in enumerate(zip(sentences, records, strict=True)):
        span = (article.span(at, at + len(words)),)
        at += len(words) + 2
        key = record_id("made", article.id, number)
        match record:
            case Statement():
                placed.append(replace(record, id=key, article=article.id, content=span))
            case Event():
                placed.append(replace(record, id=key, article=article.id, trigger=span))
            case Position():
                earlier = placed[int(record.supersedes)].id if record.supersedes else None
                placed.append(replace(record, id=key, article=article.id, evidence=span, supersedes=earlier))
    return Records(
        article.id,
        tuple(r for r in placed if isinstance(r, Statement)),
        tuple(r for r in placed if isinstance(r, Event)),
        tuple(r for r in placed if isinstance(r, Position)),
        coder="hand",
    )


def _date(value: str | None) -> Date | None:
    if value is None:
        return None
    return Date(value, {10: "day", 7: "month", 4: "year"}[len(value)])
