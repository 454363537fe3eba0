"""Why a record stands: its words, what made it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.article import Article, Segment, Span, Zone
from dragoman.formats.labels import labels
from dragoman.formats.phrases import evidence, kind, summary
from dragoman.records import LEFT_OUT, Event, Position, Record, Records, Statement

CONTEXT = 60  # code points shown on either side of the words


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a record stands.

    Args:
        record: the record.
        label: its short label ("S3").
        summary: the record in one line.
        words: what each stretch of words is ("cue", "content" …), and the stretch.
        context: the text around the words, the words in double brackets.
        rule: the rule, frame or table row that made it.
        resolved: what was resolved from what, pairs such as ("speaker", "She → Hua Chunying").
        rests_on: how it is tied to other records, and each of these in one line.
        coder: name and version of what made it.
    """

    record: Record
    label: str
    summary: str
    words: tuple[tuple[str, Span], ...]
    context: str
    rule: str
    resolved: tuple[tuple[str, str], ...]
    rests_on: tuple[tuple[str, str], ...]
    coder: str

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """The explanation as lines of text."""
        yield f"{self.label}  {self.summary}"
        yield f"{kind(self.record)} {self.record.id} · {self.coder}"
        for name, span in self.words:
            yield f"{name:<12}{span.start}:{span.end}  {' '.join(span.exact.split())}"
        yield f"{'in the text':<12}{self.context}"
        yield f"{'made by':<12}{self.rule or 'a rule that left no name'}"
        for name, how in self.resolved:
            yield f"{name:<12}{how}" if name == LEFT_OUT else f"{'resolved':<12}{name}: {how}"
        for name, what in self.rests_on:
            yield f"{name:<12}{what}"
        yield f"{'confidence':<12}{self.record.confidence:.2f}"


def explain(article: Article, records: Records, record: Record) -> Explanation:
    """Why a record stands.

    Args:
        article: the article.
        records: all that the article puts on record.
        record: one of them.
    """
    return Explanation(
        record, labels(records)[record.id], summary(record), tuple(_words(record)),
        _context(article, evidence(record)), record.why.rule, record.why.resolved,
        tuple(_rests_on(records, record)), records.coder,
    )  # fmt: skip


def _words(record: Record) -> Iterator[tuple[str, Span]]:
    match record:
        case Statement():
            named = [("cue", record.cue), ("content", record.content), ("condition", record.conditions)]
            if record.source:
                yield "source", record.source
        case Event():
            named = [("trigger", record.trigger)]
        case Position():
            named = [("evidence", record.evidence), ("condition", record.conditions)]
    for name, spans in named:
        yield from ((name, span) for span in spans)


def _context(article: Article, spans: tuple[Span, ...]) -> str:
    """The words in double brackets amid what stands around them in their paragraph."""
    if not spans:
        return ""
    ordered = sorted(spans)
    first = _paragraph(article, ordered[0].start).start
    last = _paragraph(article, ordered[-1].end - 1).end
    at = start = max(first, ordered[0].start - CONTEXT)
    pieces = []
    for span in ordered:
        pieces += [article.text[at : span.start], "[[", span.exact, "]]"]
        at = max(at, span.end)
    end = max(at, min(last, at + CONTEXT))
    words = "".join([*pieces, article.text[at:end]])
    return ("…" if start > first else "") + " ".join(words.split()) + ("…" if end < last else "")


def _paragraph(article: Article, offset: int) -> Segment:
    """The stretch of one zone that holds an offset; the whole text where none does."""
    whole = Segment(Zone.BODY, 0, len(article.text))
    return next((s for s in article.segments if s.start <= offset < s.end), whole)


def _rests_on(records: Records, record: Record) -> Iterator[tuple[str, str]]:
    named = labels(records)
    by_id = {r.id: r for r in records}
    match record:
        case Statement():
            links = [("said within", record.within), ("repeats", record.repeats)]
            if record.via:
                yield "carried by", ", ".join(record.via)
        case Event():
            links = [("on the word", record.statement), ("repeats", record.repeats)]
        case Position():
            links = [
                ("read from", record.statement), ("read from", record.event),
                ("supersedes", record.supersedes),
            ]  # fmt: skip
    for name, target in links:
        if target in by_id:
            yield name, f"{named[target]}  {summary(by_id[target])}"
