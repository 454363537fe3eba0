"""Answer keys as coded articles, so that what a reader found can go wherever the coder's records go."""

from __future__ import annotations

from dragoman.article import Article, Span
from dragoman.coded import CodedArticle
from dragoman.evaluation.answers import EventAnswer, Pieces, PositionAnswer, StatementAnswer
from dragoman.evaluation.gold import GoldArticle
from dragoman.events.ontology import ontology
from dragoman.formats.codes import country_name
from dragoman.formats.losses import Losses
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
    Records,
    Statement,
    Status,
    Why,
    record_id,
)
from dragoman.sources import from_text

CODER = "gold"
_PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of an ISO date


def coded_gold(gold: GoldArticle, losses: Losses) -> CodedArticle:
    """A gold article with the records of its key.

    Args:
        gold: the article and its key.
        losses: where to tell what a key does not say and a record needs.
    """
    article = from_text(
        gold.text, title=gold.title, outlet=gold.outlet, published=gold.published, language="en", url=gold.url
    )
    losses.add("links between records", "what is kept of a key for scoring has none")
    maker = _Maker(article, losses)
    answers = gold.answers
    return CodedArticle(
        article,
        Records(
            article.id,
            tuple(map(maker.statement, answers.statements)),
            tuple(map(maker.event, answers.events)),
            tuple(map(maker.position, answers.positions)),
            coder=CODER,
        ),
    )


class _Maker:
    """Makes the records of one article."""

    def __init__(self, article: Article, losses: Losses) -> None:
        self._article = article
        self._losses = losses

    def statement(self, s: StatementAnswer) -> Statement:
        """A statement of the key."""
        speaker = self._actor(s.speaker, s.country) if s.speaker else None
        content, cue = self._spans(s.content), self._spans(s.cue)
        act = Act(s.act or Act.INFORM)
        return Statement(
            record_id("statement", self._article.id, content, cue, speaker, act),
            self._article.id,
            self._article.span(*s.source) if s.source else None,
            speaker,
            cue,
            content,
            Form(s.form or Form.INDIRECT),
            act,
            addressee=s.addressee,
            said=_date(s.on),
            via=s.via,
            confidence=1.0,
            why=Why(CODER),
        )

    def event(self, e: EventAnswer) -> Event:
        """An event of the key, with PLOVER's quad class and score of its type and mode."""
        kind, trigger = EventType(e.event), self._spans(e.trigger)
        actors, recipients = (tuple(map(self._named, names)) for names in (e.actor, e.recipient))
        return Event(
            record_id("event", self._article.id, e.event, trigger, actors, recipients),
            self._article.id,
            kind,
            trigger,
            actors,
            recipients,
            (e.mode,) if e.mode else (),
            quad=ontology().types[kind].quad,
            score=ontology().score(kind, e.mode),
            on=_date(e.on),
            place=Location(e.place) if e.place else None,
            status=Status(e.status or Status.ACTUAL),
            historical=e.historical,
            confidence=1.0,
            why=Why(CODER),
        )

    def position(self, p: PositionAnswer) -> Position:
        """A position of the key."""
        holder = self._actor(p.holder, p.country)
        counterpart = self._actor(p.counterpart, None) if p.counterpart else None
        evidence = self._spans(p.evidence)
        return Position(
            record_id("position", self._article.id, holder, p.issue, p.stance, evidence, counterpart),
            self._article.id,
            holder,
            p.issue,
            p.stance,
            evidence,
            counterpart,
            self._spans(p.condition),
            _date(p.on),
            confidence=1.0,
            why=Why(CODER),
        )

    def _spans(self, pieces: Pieces) -> tuple[Span, ...]:
        return tuple(self._article.span(start, end) for start, end in pieces)

    def _named(self, name: str) -> Actor:
        """An actor from "Name [CODE]"."""
        bare, _, code = name.removesuffix("]").rpartition(" [")
        return self._actor(bare, code or None)

    def _actor(self, name: str, country: str | None) -> Actor:
        if country is not None and country_name(country) == name:
            return Actor(name, ActorKind.GOVERNMENT, country)
        self._losses.add("kinds of actors", "a key does not tell them; each is put as a person")
        return Actor(name, ActorKind.PERSON, country)


def _date(value: str | None) -> Date | None:
    return Date(value, _PRECISIONS[len(value)]) if value else None
