"""An article with its records in the margin, as a page that stands alone or as a part of one.

* the text is cut where any record's words begin or end, so overlapping words are each drawn right
* each layer has a shape as well as a colour: speaker a solid line, cue a dotted line, content a tint,
  condition stripes, event a box, position a double line below
* each label in the text leads to its card and each card back to its words; no script is needed for that
* captions, credits, bylines and notes are grey; print and dark displays have their own colours
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from itertools import pairwise

from dragoman.article import Article, Segment, Span, Zone
from dragoman.formats import phrases
from dragoman.formats.labels import labels
from dragoman.records import Event, Position, Record, Records, Statement

LAYERS = {
    "content": "what was said",
    "condition": "its condition",
    "speaker": "who speaks",
    "cue": "the words that report it",
    "trigger": "event",
    "evidence": "position",
}
_INNERMOST_FIRST = ("condition", *(layer for layer in LAYERS if layer != "condition"))  # seen within content
_QUIET = frozenset({Zone.SECTION, Zone.BYLINE, Zone.CAPTION, Zone.CREDIT, Zone.NOTES})


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words to mark: where, as what layer, for the record with which label."""

    span: Span
    layer: str
    label: str


def page(article: Article, records: Records) -> str:
    """A page that stands alone: no file, script or font is fetched.

    Args:
        article: the article.
        records: what it puts on record.
    """
    title = escape(article.title or "Untitled report")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(article.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} – Dragoman</title>\n<style>{_style()}</style>\n</head>\n"
        f'<body class="dragoman-page">\n<main>\n{_body(article, records)}\n</main>\n</body>\n</html>\n'
    )


def fragment(article: Article, records: Records) -> str:
    """A part of a page, for notebooks: all its style is bound to the class `dragoman`.

    Args:
        article: the article.
        records: what it puts on record.
    """
    return f"<style>{_style()}</style>\n{_body(article, records)}"


@cache
def _style() -> str:
    return (files("dragoman.formats") / "html.css").read_text(encoding="utf-8")


def _body(article: Article, records: Records) -> str:
    view = _View(article, records)
    return "\n".join(
        [
            '<article class="dragoman">',
            *view.head(),
            *view.rows(),
            *view.changed(),
            *view.problems(),
            "</article>",
        ]
    )


class _View:
    """The parts of one article's page."""

    def __init__(self, article: Article, records: Records) -> None:
        self._article = article
        self._records = records
        self._labels = labels(records)
        self._prefix = f"d{article.id}"  # two articles may stand in one notebook
        self._marks = [m for r in records for m in _marks(r, self._labels[r.id])]
        self._cuts = sorted({o for m in self._marks for o in (m.span.start, m.span.end)})
        self._home = {r.id: _home(r) for r in records}
        self._anchors: dict[int, list[str]] = {}
        for record in records:
            self._anchors.setdefault(self._home[record.id], []).append(self._labels[record.id])

    def head(self) -> Iterator[str]:
        """Headline, origin and key."""
        a = self._article
        day = phrases.day(a.published) or "undated"
        origin = [a.outlet or "outlet unknown", *([f"with {', '.join(a.wires)}"] if a.wires else []), day]
        counts = (
            f"{len(self._records.statements)} statements, {len(self._records.events)} events, "
            f"{len(self._records.positions)} positions"
        )
        yield "<header>"
        if a.title and not any(s.zone is Zone.HEADLINE for s in a.segments):
            yield f"<h1>{escape(a.title)}</h1>"
        url = a.url or ""
        link = f' · <a href="{escape(url)}">source</a>' if url.startswith(("http:", "https:")) else ""
        yield f'<p class="d-origin">{escape(" · ".join([*origin, counts]))}{link}</p>'
        key = " ".join(
            f'<span class="d-{layer} d-open d-close">{escape(name)}</span>' for layer, name in LAYERS.items()
        )
        yield f'<p class="d-key" aria-label="Key to the marks">{key}</p>'
        yield "</header>"

    def rows(self) -> Iterator[str]:
        """Each stretch of the text beside the cards of the records that begin in it."""
        cards = self._cards_by_row()
        for number, (zone, start, end) in enumerate(self._stretches()):
            quiet = " d-quiet" if zone is None or zone in _QUIET else ""
            name = zone or "between"
            yield f'<section class="d-row d-{name}{quiet}">'
            tag = "h1" if zone is Zone.HEADLINE else "div"
            yield f'<{tag} class="d-text">{self._text(start, end)}</{tag}>'
            yield f'<aside class="d-cards">{"".join(cards.get(number, ()))}</aside>'
            yield "</section>"

    def _stretches(self) -> list[tuple[Zone | None, int, int]]:
        """The zones of the text and whatever stands between them, white space apart."""
        found: list[tuple[Zone | None, int, int]] = []
        at = 0
        text = self._article.text
        for s in [*self._article.segments, Segment(Zone.BODY, len(text), len(text))]:
            if text[at : s.start].strip():
                found.append((None, at, s.start))
            if s.start < s.end:
                found.append((s.zone, s.start, s.end))
            at = s.end
        return found

    def _cards_by_row(self) -> dict[int, list[str]]:
        starts = [start for _, start, _ in self._stretches()]
        cards: dict[int, list[str]] = {}
        for record in sorted(self._records, key=lambda r: self._home[r.id]):
            row = max(0, bisect_right(starts, self._home[record.id]) - 1)
            cards.setdefault(row, []).append(self._card(record))
        return cards

    def _text(self, start: int, end: int) -> str:
        """A stretch of text as runs, each with the layers that lie on it."""
        text = self._article.text
        inside = [m for m in self._marks if m.span.start < end and m.span.end > start]
        cuts = [start, *(c for c in self._cuts if start < c < end), end]
        out: list[str] = []
        for left, right in pairwise(cuts):
            on = [m for m in inside if m.span.start <= left and m.span.end >= right]
            run = escape(text[left:right]).replace("\n", "<br>")
            for layer in _INNERMOST_FIRST:
                spans = [m.span for m in on if m.layer == layer]
                if spans:
                    run = f'<span class="d-{layer}{_ends(spans, left, right)}">{run}</span>'
            out += map(self._anchor, self._anchors.get(left, ()))
            out.append(run)
        return "".join(out)

    def _anchor(self, label: str) -> str:
        p = self._prefix
        name = f'class="d-label" id="{p}-w-{label}" aria-label="Record {label}"'
        return f'<a {name} href="#{p}-{label}">{label}</a>'

    def _card(self, record: Record) -> str:
        label = self._labels[record.id]
        p = self._prefix
        rows = "".join(
            f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
            for name, value in self._facts(record)
            if value
        )
        return (
            f'<div class="d-card d-is-{phrases.kind(record)}" id="{p}-{label}">'
            f'<p class="d-card-head"><a href="#{p}-w-{label}" aria-label="Words of {label}">{label}</a> '
            f"{_headline(record)}</p><dl>{rows}</dl>{_why(record)}</div>"
        )

    def _facts(self, record: Record) -> Iterator[tuple[str, str]]:
        match record:
            case Statement():
                yield "when", phrases.date(record.said)
                yield "via", ", ".join(record.via)
                yield "within", self._labels.get(record.within or "", "")
                yield "if", phrases.words(record.conditions)
            case Event():
                yield "when", phrases.date(record.on)
                yield "where", phrases.place(record.place)
                yield "status", f"{phrases.event_status(record)}, score {record.score:+.1f}"
                yield "on the word of", self._labels.get(record.statement or "", "")
            case Position():
                yield "when", phrases.date(record.on)
                yield "if", phrases.words(record.conditions)
                yield "supersedes", self._labels.get(record.supersedes or "", "")
        if not isinstance(record, Position):
            yield "repeats", self._labels.get(record.repeats or "", "")

    def changed(self) -> Iterator[str]:
        """What changed, both quotations side by side."""
        pairs = phrases.changes(self._records)
        if not pairs:
            return
        yield '<section class="d-changed"><h2>What changed</h2>'
        for old, new in pairs:
            to = f" → {phrases.actor(new.counterpart)}" if new.counterpart else ""
            yield f"<h3>{escape(f'{phrases.actor(new.holder)} · {new.issue}{to}')}</h3>"
            yield '<div class="d-both">' + "".join(map(self._side, ("was", "now"), (old, new))) + "</div>"
        yield "</section>"

    def _side(self, mark: str, position: Position) -> str:
        label = self._labels[position.id]
        when = phrases.date(position.on)
        return (
            f"<figure><figcaption>{mark} <strong>{escape(position.stance)}</strong> {escape(when)} "
            f'<a href="#{self._prefix}-{label}">{label}</a></figcaption>'
            f"<blockquote>{escape(phrases.words(position.evidence))}</blockquote></figure>"
        )

    def problems(self) -> Iterator[str]:
        """What could not be carried."""
        if self._records.problems:
            items = "".join(f"<li>{escape(p.message)}</li>" for p in self._records.problems)
            yield f'<section class="d-problems"><h2>Not carried</h2><ul>{items}</ul></section>'


def _ends(spans: list[Span], left: int, right: int) -> str:
    """Classes that close the drawing of a layer on the left and on the right."""
    opens = " d-open" if any(s.start == left for s in spans) else ""
    return opens + (" d-close" if any(s.end == right for s in spans) else "")


def _headline(record: Record) -> str:
    match record:
        case Statement():
            to = f" → {record.addressee}" if record.addressee else ""
            who, what, rest = phrases.actor(record.speaker), phrases.act(record), to
        case Event():
            who, what, rest = phrases.event_parties(record), phrases.event_name(record), ""
        case Position():
            to = f" → {phrases.actor(record.counterpart)}" if record.counterpart else ""
            who, what, rest = phrases.actor(record.holder), f"{record.issue}: {record.stance}", to
    return f"<strong>{escape(who)}</strong> <em>{escape(what)}</em>{escape(rest)}"


def _why(record: Record) -> str:
    """What made a record, folded away; alternatives in a rule may break anywhere."""
    lines = [record.why.rule, *(f"{name}: {how}" for name, how in record.why.resolved)]
    told = "<br>".join(escape(line).replace("|", "|<wbr>") for line in lines if line)
    return f"<details><summary>why</summary>{told}<br>confidence {record.confidence:.2f}</details>"


def _marks(record: Record, label: str) -> Iterator[_Mark]:
    match record:
        case Statement():
            layers = {"cue": record.cue, "content": record.content, "condition": record.conditions}
            if record.source:
                yield _Mark(record.source, "speaker", label)
        case Event():
            layers = {"trigger": record.trigger}
        case Position():
            layers = {"evidence": record.evidence, "condition": record.conditions}
    for layer, spans in layers.items():
        yield from (_Mark(span, layer, label) for span in spans)


def _home(record: Record) -> int:
    """Where a record's label stands: at the first of the words that it rests on."""
    return min((s.start for s in phrases.evidence(record)), default=0)
