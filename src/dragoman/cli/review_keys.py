"""The keyboard of `dragoman review`: one record at a time, one key a decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import typer

from dragoman.formats.passages import passage
from dragoman.formats.phrases import evidence, kind, summary, words
from dragoman.ledger import reviewing
from dragoman.ledger.amending import sources
from dragoman.ledger.editing import FIELDS, EditError, Field, edited, shown
from dragoman.ledger.pending import as_reviewed

if TYPE_CHECKING:
    from dragoman.coded import CodedArticle
    from dragoman.ledger import Ledger
    from dragoman.ledger.reviewing import Drawn
    from dragoman.records import Record

KEYS = {
    "a": "accept", "e": "edit", "r": "reject", "u": "undo", "w": "why", "n": "note", "s": "skip", "q": "quit",
}  # fmt: skip
PROMPT = "  ".join(f"[{key}]{name[1:]}" for key, name in KEYS.items())
QUIT = ("q", "", "\x04", "\x1b")  # end of input and Escape too
NONE = "-"  # written for no value


@dataclass
class Session:
    """A reviewer at the keyboard.

    Args:
        ledger: the ledger. waiting: ids of the records, in order.
        reviewer: who decides. drawn: how the records came.
        decided: the places in `waiting` of the records decided in this session.
    """

    ledger: Ledger
    waiting: Sequence[str]
    reviewer: str
    drawn: Drawn
    decided: list[int] = field(default_factory=list)
    note: str | None = None

    def run(self) -> None:
        """Show one record after another until none is left or the reviewer quits."""
        at = 0
        while at < len(self.waiting):
            self._show(at)
            following = self._answer(at)
            if following is None:
                break
            at = following
        left = len(self.waiting) - at
        typer.echo(f"{len(self.decided)} decided, {left} left; what was decided is kept.", err=True)

    def _show(self, at: int) -> None:
        coded, record = as_reviewed(self.ledger, self.waiting[at])
        typer.echo(f"\n{at + 1} of {len(self.waiting)}")
        for line in card(coded, record):
            typer.echo(line)

    def _answer(self, at: int) -> int | None:
        """The place of the record to show next; None to end."""
        while True:
            match pressed():
                case "a":
                    return self._decided(at, reviewing.accept)
                case "r":
                    return self._decided(at, reviewing.reject)
                case "e":
                    if values := self._values(at):
                        return self._decided(at, reviewing.edit, values)
                case "s":
                    return at + 1
                case "u":
                    if (earlier := self._undone()) is not None:
                        return earlier
                case "w":
                    coded, record = self.ledger.find(self.waiting[at])
                    typer.echo(str(coded.explain(record)))
                case "n":
                    self.note = asked("note") or None
                case key if key in QUIT:
                    return None
                case key:
                    typer.echo(f"{key!r} is no key: {PROMPT}", err=True)

    def _decided(
        self, at: int, decide: Callable[..., reviewing.Review], values: Mapping[str, Any] | None = None
    ) -> int:
        given = () if values is None else (values,)
        made = decide(
            self.ledger, self.waiting[at], *given, reviewer=self.reviewer, note=self.note, drawn=self.drawn
        )
        typer.echo(f"{made.decision}: {made.record[:8]}")
        self.note = None
        self.decided.append(at)
        return at + 1

    def _undone(self) -> int | None:
        """The place of the record whose decision was undone; None if none was made in this session."""
        if not self.decided:
            typer.echo("nothing was decided in this session yet", err=True)
            return None
        at = self.decided.pop()
        reviewing.undo(self.ledger, self.waiting[at], reviewer=self.reviewer)
        typer.echo(f"undone: {self.waiting[at][:8]}")
        return at

    def _values(self, at: int) -> dict[str, str | None]:
        """New values of fields, until the reviewer asks for no more."""
        coded, record = as_reviewed(self.ledger, self.waiting[at])
        known = FIELDS[kind(record)]
        given: dict[str, str | None] = {}
        current = record
        while True:
            for number, one in enumerate(known, 1):
                typer.echo(f"{number:3} {one.name:<12}{shown(current, one)}")
            if not (named := asked("field, by number or name; empty: done")):
                return given
            chosen = _chosen(known, named)
            if chosen is None:
                typer.echo(f"{named!r} is no field", err=True)
                continue
            new = self._asked_for(chosen, current, known)
            try:
                with self.ledger.reading() as connection:
                    current = edited(record, given | new, sources(connection, coded.article.text))
                given |= new
            except EditError as error:
                typer.echo(str(error), err=True)

    def _asked_for(self, chosen: Field, current: Record, known: Sequence[Field]) -> dict[str, str | None]:
        """The new value of a field; of an issue also the stance, which hangs on it."""
        also = [one for one in known if chosen.name == "issue" and one.name == "stance"]
        new: dict[str, str | None] = {}
        for one in (chosen, *also):
            typer.echo(f"{one.name}: {one.takes}; {NONE} for none; now: {shown(current, one) or NONE}")
            if value := asked(one.name):
                new[one.name] = None if value == NONE else value
        return new


def card(coded: CodedArticle, record: Record) -> Iterator[str]:
    """What a reviewer sees of a record: what it says, its words in their paragraph, and why.

    Args:
        coded: the article. record: the record as it stands.
    """
    article = coded.article
    day = str(article.published) if article.published else "undated"
    about = [kind(record), record.id[:8], article.outlet or "outlet unknown", day, article.title]
    yield " · ".join(filter(None, about))
    yield typer.style(summary(record), bold=True)
    pieces = passage(article, evidence(record))
    marked = (typer.style(f"[[{piece}]]", reverse=True) if mark else piece for piece, mark in pieces)
    yield from (f"  │ {line}" for line in "".join(marked).splitlines())
    for name in ("source", "cue", "conditions"):
        if held := getattr(record, name, None):
            yield f"  {name:<12}{words(held if isinstance(held, tuple) else [held])}"
    yield f"  {'rule':<12}{record.why.rule or 'a rule that left no name'}"
    for name, how in record.why.resolved:
        yield f"  {'resolved':<12}{name}: {how}"
    yield f"  {'confidence':<12}{record.confidence:.2f}"


def pressed() -> str:
    """A key, in lower case; the end of the input as "q"."""
    typer.echo(PROMPT)
    try:
        return typer.getchar().lower()
    except (EOFError, KeyboardInterrupt):
        return "q"


def asked(what: str) -> str:
    """A line that the reviewer writes; "" at the end of the input."""
    try:
        return str(typer.prompt(what, default="", show_default=False)).strip()
    except typer.Abort:
        return ""


def _chosen(known: Sequence[Field], named: str) -> Field | None:
    if named.isdecimal():
        return known[int(named) - 1] if 0 < int(named) <= len(known) else None
    return next((one for one in known if one.name == named.casefold()), None)
