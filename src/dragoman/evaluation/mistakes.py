"""Mistakes: what the coder missed and made up, grouped, with the words, to work from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.evaluation.answers import Answers, EventAnswer, Pieces, PositionAnswer, StatementAnswer
from dragoman.evaluation.gold import GoldArticle
from dragoman.evaluation.records import (
    Pairing,
    pair_records,
    same_actors,
    same_day,
    same_name,
    same_recipients,
    same_speaker,
)

SNIPPET = 140


@dataclass(frozen=True, slots=True)
class Mistake:
    """One disagreement between gold and prediction.

    Args:
        layer: "statements", "events" or "positions".
        group: what sort it is ("missed statement", "wrong act: inform for request").
        article: the article's id.
        gold, found: both sides in short, "" on the side that has nothing.
        words: the words of the text.
    """

    layer: str
    group: str
    article: str
    gold: str
    found: str
    words: str


def find_mistakes(articles: Iterable[GoldArticle], predictions: Mapping[str, Answers]) -> list[Mistake]:
    """Every disagreement, article by article.

    Args:
        articles: the gold.
        predictions: answers by article id.
    """
    mistakes: list[Mistake] = []
    for article in articles:
        found = predictions.get(article.id) or Answers(article.id)
        comparison = _Comparison(article, found, pair_records(article, found))
        mistakes.extend(comparison.statements())
        mistakes.extend(comparison.events())
        mistakes.extend(comparison.positions())
    return mistakes


class _Comparison:
    """Gold and prediction of one article side by side."""

    def __init__(self, article: GoldArticle, found: Answers, pairing: Pairing) -> None:
        self._article = article
        self._gold = article.answers
        self._found = found
        self._pairing = pairing

    def statements(self) -> Iterator[Mistake]:
        """Missed and spurious statements, and what is wrong with the found ones."""
        golds, founds, pairs = self._gold.statements, self._found.statements, self._pairing.statements
        paired, used = {g for g, _ in pairs}, {p for _, p in pairs}
        for i, g in enumerate(golds):
            if i not in paired:
                yield self._mistake("statements", "missed statement", _say(g), "", self._told(g))
        for i, p in enumerate(founds):
            if i not in used:
                yield self._mistake("statements", "spurious statement", "", _say(p), self._told(p))
        for i, j in sorted(pairs):
            for group in _wrong_in_statement(golds[i], founds[j]):
                yield self._mistake(
                    "statements", group, _say(golds[i]), _say(founds[j]), self._told(golds[i])
                )

    def events(self) -> Iterator[Mistake]:
        """Missed and spurious events by type, and what is wrong with the found ones."""
        golds, founds, pairs = self._gold.events, self._found.events, self._pairing.events
        paired = {g for g, _ in pairs}
        used = {p for _, p in pairs} | {p for _, p in self._pairing.background}
        for i, g in enumerate(golds):
            if i not in paired and not g.historical:
                yield self._mistake("events", f"missed event: {g.event}", _do(g), "", self._around(g.trigger))
        for i, p in enumerate(founds):
            if i not in used:
                words = self._around(p.trigger)
                yield self._mistake("events", f"spurious event: {p.event}", "", _do(p), words)
        for i, j in sorted(pairs):
            for group in _wrong_in_event(golds[i], founds[j]):
                words = self._around(golds[i].trigger)
                yield self._mistake("events", group, _do(golds[i]), _do(founds[j]), words)

    def positions(self) -> Iterator[Mistake]:
        """Missed and spurious positions by issue, and what is wrong with the found ones."""
        golds, founds, pairs = self._gold.positions, self._found.positions, self._pairing.positions
        paired, used = {g for g, _ in pairs}, {p for _, p in pairs}
        for i, g in enumerate(golds):
            if i not in paired:
                words = self._snippet(g.evidence)
                yield self._mistake("positions", f"missed position: {g.issue}", _stand(g), "", words)
        for i, p in enumerate(founds):
            if i not in used:
                words = self._snippet(p.evidence)
                yield self._mistake("positions", f"spurious position: {p.issue}", "", _stand(p), words)
        for i, j in sorted(pairs):
            for group in _wrong_in_position(golds[i], founds[j]):
                words = self._snippet(golds[i].evidence)
                yield self._mistake("positions", group, _stand(golds[i]), _stand(founds[j]), words)

    def _mistake(self, layer: str, group: str, gold: str, found: str, words: str) -> Mistake:
        return Mistake(layer, group, self._article.id, gold, found, words)

    def _told(self, s: StatementAnswer) -> str:
        return f"<{self._snippet(s.cue)}> {self._snippet(s.content)}"

    def _snippet(self, pieces: Pieces) -> str:
        words = " … ".join(self._article.text[start:end] for start, end in pieces)
        return shortened(words)

    def _around(self, pieces: Pieces) -> str:
        """The trigger in << >> with the words about it."""
        if not pieces:
            return ""
        text, (start, end) = self._article.text, pieces[0]
        before, after = text[max(0, start - 50) : start], text[end : end + 50]
        return f"…{before}<<{shortened(text[start:end])}>>{after}…".replace("\n", " ")


def _wrong_in_statement(g: StatementAnswer, p: StatementAnswer) -> Iterator[str]:
    if not same_speaker(g, p):
        yield "wrong speaker"
    if g.act != p.act:
        yield f"wrong act: {p.act} for {g.act}"
    if g.form != p.form:
        yield f"wrong form: {p.form} for {g.form}"
    if not same_day(g.on, p.on):
        yield "wrong date said"
    if g.addressee and not same_name(g.addressee, p.addressee):
        yield "wrong addressee"
    if g.via and {v.lower() for v in g.via} != {v.lower() for v in p.via}:
        yield "wrong via"


def _wrong_in_event(g: EventAnswer, p: EventAnswer) -> Iterator[str]:
    if not same_actors(g, p):
        yield "wrong actor"
    if not same_recipients(g, p):
        yield "wrong recipient"
    if not same_day(g.on, p.on):
        yield "wrong event date"
    if g.status != p.status:
        yield f"wrong status: {p.status} for {g.status}"


def _wrong_in_position(g: PositionAnswer, p: PositionAnswer) -> Iterator[str]:
    if g.stance != p.stance:
        yield f"wrong stance: {g.issue} {p.stance} for {g.stance}"
    if not same_name(g.counterpart, p.counterpart):
        yield "wrong counterpart"
    if g.condition and not p.condition:
        yield "missed condition"


def _say(s: StatementAnswer) -> str:
    details = [f"{s.speaker} [{s.country or ''}] {s.act} {s.form}", s.on or ""]
    details += [f"to {s.addressee}"] if s.addressee else []
    details += [f"via {', '.join(s.via)}"] if s.via else []
    return " ".join(filter(None, details))


def _do(e: EventAnswer) -> str:
    mode = f"/{e.mode}" if e.mode else ""
    return f"{e.event}{mode} {', '.join(e.actor)} → {', '.join(e.recipient)} {e.status} {e.on or ''}".rstrip()


def _stand(p: PositionAnswer) -> str:
    towards = f" towards {p.counterpart}" if p.counterpart else ""
    return f"{p.holder} [{p.country or ''}] {p.issue}: {p.stance}{towards} {p.on or ''}".rstrip()


def shortened(words: str) -> str:
    """Words on one line, cut where they run on."""
    words = words.replace("\n", " ")
    return words if len(words) <= SNIPPET else words[: SNIPPET - 2] + " …"
