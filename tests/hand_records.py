"""An article and its records made by hand, and strategies for any others."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from dragoman.article import Article, Segment, Span, Zone
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
    Records,
    Statement,
    Status,
    Why,
)

TEXT = """Velmark says embassy in Taravia will shut if shelling resumes

By Ada Quill

PORT ARLEN, March 14 (Harbour Wire) — Velmark's foreign minister Mira Solano said on Thursday that her \
country would "keep a small team" in Taravia, but warned it would close the embassy if the shelling of the \
river districts resumed. On Monday the ministry had said the mission was fully open.

“We will not be drawn on recognition,” Solano told reporters, according to Radio Velmark. Taravia's \
government expelled two Velmark diplomats on Tuesday.

A <Velmark> flag & a guard. — Harbour Wire"""


def span(words: str, nth: int = 0) -> Span:
    """The nth occurrence of some words of the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def _segment(zone: Zone, words: str, last: str) -> Segment:
    start = TEXT.index(words)
    return Segment(zone, start, TEXT.index(last, start) + len(last))


ARTICLE = Article(
    TEXT,
    (
        _segment(Zone.HEADLINE, "Velmark says", "resumes"),
        _segment(Zone.BYLINE, "By Ada", "Quill"),
        _segment(Zone.BODY, "PORT", "fully open."),
        _segment(Zone.BODY, "“We", "Tuesday."),
        _segment(Zone.CAPTION, "A <Velmark>", "guard."),
        _segment(Zone.CREDIT, "— Harbour Wire", "Wire"),
    ),
    title="Velmark says embassy in Taravia will shut if shelling resumes",
    outlet="Harbour Wire",
    published=dt.date(2024, 3, 14),
    url="https://harbourwire.example/velmark",
    wires=("AFP",),
)
ID = ARTICLE.id
SOLANO = Actor("Mira Solano", ActorKind.PERSON, "VLM", ("GOV",), "foreign minister")
VELMARK = Actor("Velmark", ActorKind.GOVERNMENT, "VLM", ("GOV",))
TARAVIA = Actor("Taravia", ActorKind.GOVERNMENT, "TRV")
THURSDAY, MONDAY, TUESDAY = Date("2024-03-14", "day"), Date("2024-03-11", "day"), Date("2024-03-12", "day")
CONDITION = span("if the shelling of the river districts resumed")

PLEDGE = Statement(
    "a1" * 8, ID, span("Velmark's foreign minister Mira Solano"), SOLANO, (span("said"),),
    (span('that her country would "keep a small team" in Taravia'),), Form.MIXED, Act.PLEDGE, said=THURSDAY,
    why=Why("verb:say+ccomp", (("said", "on Thursday → 2024-03-14"),)), confidence=0.9,
)  # fmt: skip
THREAT = Statement(
    "a2" * 8, ID, span("Velmark's foreign minister Mira Solano"), SOLANO, (span("warned"),),
    (span("it would close the embassy if the shelling of the river districts resumed"),), Form.INDIRECT,
    Act.THREATEN, said=THURSDAY, conditions=(CONDITION,), why=Why("verb:warn+ccomp"),
)  # fmt: skip
SILENCE = Statement(
    "a3" * 8, ID, span("Solano", 1), SOLANO, (span("told"),),
    (span("“We will not be drawn on recognition,”"),), Form.DIRECT, Act.DECLINE,
    addressee="reporters", via=("Radio Velmark",), why=Why("quote:after"),
)  # fmt: skip
EXPULSION = Event(
    "e1" * 8, ID, EventType.SANCTION, (span("expelled"),), (TARAVIA,), (VELMARK,), ("expel",),
    ("diplomatic",), 4, -5.0, TUESDAY, Location("Taravia", "TRV"), why=Why("frame:expel"),
)  # fmt: skip
MENACE = Event(
    "e2" * 8, ID, EventType.THREATEN, (span("warned it would close the embassy"),), (SOLANO,), (TARAVIA,),
    quad=3, score=-4.4, on=THURSDAY, statement=THREAT.id, status=Status.PLANNED, why=Why("act:threaten"),
)  # fmt: skip
OPEN = Position(
    "b1" * 8, ID, VELMARK, "mission", "open", (span("the mission was fully open"),), TARAVIA, on=MONDAY,
    why=Why("issue:mission"),
)  # fmt: skip
REDUCED = Position(
    "b2" * 8, ID, VELMARK, "mission", "reduced", (span("keep a small team"),), TARAVIA, (CONDITION,),
    THURSDAY, PLEDGE.id, supersedes=OPEN.id, why=Why("issue:mission"),
)  # fmt: skip
WITHHELD = Position(
    "b3" * 8, ID, VELMARK, "recognition", "withheld", (span("We will not be drawn on recognition"),),
    on=THURSDAY, statement=SILENCE.id, why=Why("issue:recognition"),
)  # fmt: skip
RECORDS = Records(
    ID, (PLEDGE, THREAT, SILENCE), (EXPULSION, MENACE), (OPEN, REDUCED, WITHHELD),
    (Problem("one paragraph is in Welsh and was not read", span("A <Velmark>")),), "dragoman 0.1.0",
)  # fmt: skip


# Strategies: any article with any records that keep the laws.

_words = st.text(max_size=12)
_ids = st.text("0123456789abcdef", min_size=16, max_size=16)
_unit = st.floats(0, 1)
_dates = st.builds(Date, st.dates().map(dt.date.isoformat), st.sampled_from(["day", "week", "month", "year"]))
_actors = st.builds(
    Actor, _words, st.sampled_from(ActorKind), st.none() | _words, st.tuples() | st.tuples(_words),
    st.none() | _words, st.none() | _words,
)  # fmt: skip
_degrees = st.none() | st.floats(-180, 180)
_places = st.builds(
    Location, _words, st.none() | _words, _degrees, _degrees, st.none() | st.integers(0, 2**63 - 1)
)
_whys = st.builds(Why, _words, st.lists(st.tuples(_words, _words), max_size=2).map(tuple))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article: every script, lone surrogates too."""
    text = draw(st.text(st.characters(), min_size=1, max_size=80))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    zones = st.sampled_from(Zone)
    segments = tuple(Segment(draw(zones), *pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))
    return Article(
        text, segments, draw(st.none() | _words), draw(st.none() | _words), draw(st.none() | st.dates()),
        draw(st.sampled_from(["en", "fr"])), draw(st.none() | _words),
        tuple(draw(st.lists(_words, max_size=2))),
    )  # fmt: skip


@st.composite
def coded(draw: st.DrawFn) -> tuple[Article, Records]:
    """Any article with any records of it."""
    article = draw(articles())
    spans = st.integers(0, len(article.text) - 1).flatmap(
        lambda start: st.integers(start + 1, len(article.text)).map(lambda end: article.span(start, end))
    )
    some = st.lists(spans, max_size=3).map(tuple)
    said = st.builds(
        Statement, _ids, st.just(article.id), st.none() | spans, st.none() | _actors, some, some,
        st.sampled_from(Form), st.sampled_from(Act), st.none() | _words, st.none() | _dates,
        st.tuples() | st.tuples(_words), st.none(), some, st.none(), st.booleans(), _unit, _whys,
    )  # fmt: skip
    statements = tuple(draw(st.lists(said, max_size=3, unique_by=lambda s: s.id)))
    known = st.none() | (st.sampled_from([s.id for s in statements]) if statements else st.none())
    several = st.lists(_actors, max_size=2).map(tuple)
    done = st.builds(
        Event, _ids, st.just(article.id), st.sampled_from(EventType), some, several, several,
        st.tuples() | st.tuples(_words), st.tuples() | st.tuples(_words), st.integers(1, 4),
        st.floats(-10, 10), st.none() | _dates, st.none() | _places, st.sampled_from(Status), st.booleans(),
        known, st.none(), _unit, _whys,
    )  # fmt: skip
    held = st.builds(
        Position, _ids, st.just(article.id), _actors, _words, _words, some, st.none() | _actors, some,
        st.none() | _dates, known, st.none(), st.none(), _unit, _whys,
    )  # fmt: skip
    problems = st.lists(st.builds(Problem, _words, st.none() | spans), max_size=2).map(tuple)
    records = Records(
        article.id, statements, tuple(draw(st.lists(done, max_size=2))),
        tuple(draw(st.lists(held, max_size=2))), draw(problems), draw(_words),
    )  # fmt: skip
    return article, records
