"""An article's records as lines for a person, in colour on a terminal and plain in a pipe.

Exact words stand behind a bar; everything else is ours. Labels (S1, E1, P1) name the records for `explain`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dragoman.article import Article, Span
from dragoman.formats import phrases
from dragoman.formats.labels import labels
from dragoman.records import Event, Position, Records, Statement

WORDS, NAME, ACT, QUIET, GOOD, BAD = "", "bold", "cyan", "dim", "green", "red"
_NOTHING = {
    "Statements": "Nobody is reported to have said anything.",
    "Events": "No events between political actors are reported.",
    "Positions": "No state or organisation shows where it stands.",
}


class _Barred:
    """Words behind a bar, wrapped, so that they can be told from what we say about them."""

    def __init__(self, words: str, style: str = WORDS) -> None:
        self._words = Text(words, style=style)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        inner = options.update(width=max(10, options.max_width - 2))
        for line in console.render_lines(self._words, inner, pad=False):
            yield Segment("│ ", Style(dim=True))
            yield from line
            yield Segment.line()


def render(article: Article, records: Records) -> RenderableType:
    """An article's records, ready for `rich.console.Console.print`.

    Args:
        article: the article.
        records: what it puts on record.
    """
    view = _View(records)
    parts: list[RenderableType] = [_heading(article)]
    parts += view.section("Statements", records.statements, view.statements())
    parts += view.section("Events", records.events, view.events())
    parts += view.section("Positions", records.positions, view.positions())
    changed = phrases.changes(records)
    if changed:
        parts += view.section("What changed", changed, view.changed(changed))
    if records.problems:
        parts += view.section("Not carried", records.problems, view.problems())
    return Group(*parts)


def _heading(article: Article) -> RenderableType:
    day = phrases.day(article.published) or "undated"
    about = [article.outlet or "outlet unknown", day, f"{len(article.text.split()):,} words", article.id]
    if article.wires:
        about.insert(1, f"with {', '.join(article.wires)}")
    title = Text(article.title or "(no headline)", style=NAME)
    return Group(title, Text(" · ".join(about), style=QUIET))


class _View:
    """The sections for one article's records."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._labels = labels(records)

    def section(
        self, title: str, items: Sequence[object], lines: Iterator[RenderableType]
    ) -> list[RenderableType]:
        """A section with its rule and its lines, or the sentence that says that there is nothing."""
        head = Text.assemble((title, NAME), (f" {len(items)}", QUIET))
        body = list(lines) if items else [Text(_NOTHING[title], style=QUIET)]
        return [Text(), Rule(head, align="left", characters="─", style=QUIET), *body]

    def statements(self) -> Iterator[RenderableType]:
        """Who said what, to whom, when, on whose word."""
        for s in self._records.statements:
            head = Text.assemble((phrases.speaker(s.speaker), NAME), "  ", (phrases.act(s), ACT))
            if s.addressee:
                head.append(f"  → {s.addressee}")
            yield self._block(s.id, head, phrases.date(s.said), self._statement_body(s))

    def _statement_body(self, s: Statement) -> Iterator[RenderableType]:
        yield _Barred(phrases.words(s.content))
        yield from _conditions(s.conditions)
        notes = [f"via {', '.join(s.via)}"] if s.via else []
        notes += [f"within {self._label(s.within)}"] if s.within else []
        notes += [f"repeats {self._label(s.repeats)}"] if s.repeats else []
        if notes:
            yield Text(" · ".join(notes), style=QUIET)

    def events(self) -> Iterator[RenderableType]:
        """Who did what to whom, when, where, on whose word."""
        for e in self._records.events:
            head = Text.assemble((phrases.event_parties(e), NAME), "  ", (phrases.event_name(e), ACT))
            yield self._block(e.id, head, phrases.date(e.on), self._event_body(e))

    def _event_body(self, e: Event) -> Iterator[RenderableType]:
        yield _Barred(phrases.words(e.trigger))
        colour = BAD if e.score < 0 else GOOD
        notes = Text.assemble(phrases.event_status(e), " · ", (f"score {e.score:+.1f}", colour), style=QUIET)
        where = phrases.place(e.place)
        notes.append(f" · in {where}" if where else "")
        notes.append(f" · on the word of {self._speaker(e.statement)}" if e.statement else "")
        notes.append(f" · repeats {self._label(e.repeats)}" if e.repeats else "")
        yield notes

    def positions(self) -> Iterator[RenderableType]:
        """Holder by issue: stance, counterpart, date, words and condition."""
        ordered = sorted(self._records.positions, key=lambda p: (phrases.actor(p.holder), p.issue))
        for holder, held in groupby(ordered, key=lambda p: phrases.actor(p.holder)):
            yield Text(holder, style=NAME)
            for p in held:
                head = Text.assemble((p.issue, ""), "  ", (p.stance, ACT))
                if p.counterpart:
                    head.append(f"  → {phrases.actor(p.counterpart)}")
                body = self._position_body(p)
                yield Padding(self._block(p.id, head, phrases.date(p.on), body), (0, 0, 0, 1))

    def _position_body(self, p: Position) -> Iterator[RenderableType]:
        yield _Barred(phrases.words(p.evidence))
        yield from _conditions(p.conditions)

    def changed(self, pairs: Sequence[tuple[Position, Position]]) -> Iterator[RenderableType]:
        """Each change with both quotations."""
        for old, new in pairs:
            head = Text.assemble((phrases.actor(new.holder), NAME), "  ", new.issue)
            if new.counterpart:
                head.append(f"  → {phrases.actor(new.counterpart)}")
            yield self._block(new.id, head, "", self._both(old, new))

    def _both(self, old: Position, new: Position) -> Iterator[RenderableType]:
        for mark, p, style in (("was", old, QUIET), ("now", new, ACT)):
            said = Text.assemble(f"{mark} ", (p.stance, style), (f"  {phrases.date(p.on)}".rstrip(), QUIET))
            yield said
            yield _Barred(phrases.words(p.evidence))

    def problems(self) -> Iterator[RenderableType]:
        """What the input held and the coder could not carry."""
        for problem in self._records.problems:
            yield Text(problem.message)
            if problem.span:
                yield _Barred(phrases.words([problem.span]))

    def _block(self, record: str, head: Text, when: str, body: Iterator[RenderableType]) -> RenderableType:
        """A label, a headline with its date on the right, and what stands under it."""
        top = Table.grid(expand=True, padding=(0, 1))
        top.add_column(ratio=1)
        top.add_column(justify="right", no_wrap=True, style=QUIET)
        top.add_row(head, when)
        block = Table.grid(expand=True, padding=(0, 1))
        block.add_column(width=4, no_wrap=True, style=QUIET)
        block.add_column(ratio=1)
        block.add_row(self._label(record), Group(top, *body))
        return block

    def _label(self, record: str) -> str:
        return self._labels.get(record, record)

    def _speaker(self, statement: str) -> str:
        found = next((s for s in self._records.statements if s.id == statement), None)
        who = f"{found.speaker.name}, " if found and found.speaker else ""
        return f"{who}{self._label(statement)}"


def _conditions(spans: Sequence[Span]) -> Iterator[RenderableType]:
    for span in spans:
        yield Text.assemble(("on condition: ", ACT), phrases.words([span]))
