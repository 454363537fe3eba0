"""The records that Dragoman keeps: plain frozen types, hashable by content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragoman.article.spans import Span

LEFT_OUT = "left out"  # what `Why.resolved` calls the ground on which something is not put on record


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    GOVERNMENT = "government"
    BODY = "body"  # ministry, parliament, court, police, army: an organ of a state
    ORGANISATION = "organisation"  # international, non-governmental, company
    GROUP = "group"  # armed or political movement
    MISSION = "mission"  # embassy, consulate, delegation
    MEDIA = "media"
    PUBLIC = "public"  # citizens, protesters, civilians


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks or acts, or is spoken to or acted on.

    Args:
        name: canonical name: a person's full name, a body's name, a country's short English name.
        kind: what sort of actor it is.
        country: ISO 3166-1 alpha-3, or PLOVER's UNO, EUR, IGO, NGO, ISM, IMG, MNC; None if of no country.
        sectors: PLOVER sector codes, the most specific first.
        office: the office as the text gives it ("foreign minister"), for persons.
        wikidata: Wikidata id, where known.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    wikidata: str | None = None

    def __str__(self) -> str:
        return f"{self.name} [{self.country or ''}]"


class Form(StrEnum):
    """How words are reported."""

    DIRECT = "direct"  # all in quotation marks
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """Speech acts."""

    INFORM = "inform"
    DENY = "deny"
    PLEDGE = "pledge"
    DECIDE = "decide"
    REQUEST = "request"
    ADVISE = "advise"
    THREATEN = "threaten"
    PRAISE = "praise"
    CRITICISE = "criticise"
    HOPE = "hope"
    FEAR = "fear"
    BELIEVE = "believe"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is known.

    Args:
        value: ISO 8601: "2021-08-16", "2021-W33", "2021-08", "2021".
        precision: "day", "week", "month" or "year".
    """

    value: str
    precision: str


@dataclass(frozen=True, slots=True)
class Location:
    """A place: its name as resolved, country (alpha-3) and degrees (WGS 84), where known."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """What made a record, so that it can be explained.

    Args:
        rule: the name of the rule, frame or table row ("verb:say+ccomp", "frame:meet_with").
        resolved: what was resolved from what, pairs such as ("speaker", "She → Hua Chunying").
    """

    rule: str
    resolved: tuple[tuple[str, str], ...] = ()


def record_id(kind: str, article: str, *parts: object) -> str:
    """The id of a record: a hash of what it says and where, 16 hexadecimal digits.

    Args:
        kind: "statement", "event" or "position".
        article: the article's id.
        parts: what the record says; `repr` of each is hashed.
    """
    content = "\x1f".join([kind, article, *map(repr, parts)])
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said, promised, asked, refused to say, hoped or feared what.

    Args:
        id: from `record_id`.
        article: the article's id.
        source: the words that name who speaks; None where no words do.
        speaker: who speaks; None if unknown.
        cue: the words that report it, in pieces.
        content: what was said, all its pieces, in order.
        form: direct, indirect or mixed.
        act: the speech act.
        addressee: canonical name of who is addressed, if the text says.
        said: when it was said, if the text lets a reader know.
        via: outlets and channels credited for carrying it.
        within: id of the statement that encloses it, if nested.
        conditions: the words of its conditions.
        repeats: id of the statement that it repeats (a caption repeating the body).
        negated: whether the text says that it was not said.
        confidence: 0 to 1, the estimated chance that content, speaker and country are right.
        why: what made it.
    """

    id: str
    article: str
    source: Span | None
    speaker: Actor | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    act: Act
    addressee: str | None = None
    said: Date | None = None
    via: tuple[str, ...] = ()
    within: str | None = None
    conditions: tuple[Span, ...] = ()
    repeats: str | None = None
    negated: bool = False
    confidence: float = 0.5
    why: Why = Why("")


class EventType(StrEnum):
    """PLOVER's sixteen event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether an event happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER.

    Args:
        id: from `record_id`.
        article: the article's id.
        type: PLOVER event type. modes: PLOVER modes, the most specific first. contexts: PLOVER contexts.
        quad: quad class, 1 to 4. score: PLOVER's score, -10 to 10.
        actors: who acts. recipients: who is acted on.
        trigger: the words that express it, in pieces.
        on: when it happened or will.
        place: where.
        status: actual, planned, hypothetical or negated.
        historical: whether it is background of more than a year before publication.
        statement: id of the statement that it rests on; None for the outlet's own word.
        repeats: id of the event that it repeats.
        confidence: 0 to 1, the estimated chance that type, parties and status are right.
        why: what made it.
    """

    id: str
    article: str
    type: EventType
    trigger: tuple[Span, ...]
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quad: int = 1
    score: float = 0.0
    on: Date | None = None
    place: Location | None = None
    status: Status = Status.ACTUAL
    historical: bool = False
    statement: str | None = None
    repeats: str | None = None
    confidence: float = 0.5
    why: Why = Why("")


@dataclass(frozen=True, slots=True)
class Position:
    """Where a state or organisation stands on an issue.

    Args:
        id: from `record_id`.
        article: the article's id.
        holder: who holds it.
        issue, stance: names from the issues file.
        counterpart: towards whom; None if towards nobody in particular.
        conditions: the words of its condition.
        on: since when, or when it was said.
        evidence: the words that it rests on.
        statement, event: ids of the records that it was read from.
        supersedes: id of the position of the same report that it changes.
        confidence: 0 to 1, the estimated chance that holder, issue, stance and counterpart are right.
        why: what made it.
    """

    id: str
    article: str
    holder: Actor
    issue: str
    stance: str
    evidence: tuple[Span, ...]
    counterpart: Actor | None = None
    conditions: tuple[Span, ...] = ()
    on: Date | None = None
    statement: str | None = None
    event: str | None = None
    supersedes: str | None = None
    confidence: float = 0.5
    why: Why = Why("")


Record = Statement | Event | Position


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that an input held and the coder could not carry, with its place if it has one."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """All that one article puts on record.

    Args:
        article: the article's id.
        statements, events, positions: the records, in order of the text.
        problems: what could not be carried.
        coder: name and version of the coder that made them.
    """

    article: str
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    problems: tuple[Problem, ...] = ()
    coder: str = ""

    def __iter__(self) -> Iterator[Record]:
        yield from self.statements
        yield from self.events
        yield from self.positions
