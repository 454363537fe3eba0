"""Scores of predicted records against gold records.

The measure is that of the annotators' own scorer. Statements are paired one to one by the words of their
content (Jaccard of word tokens at least 0.5, best first, the right speaker breaking ties), events by type
and nearness of their triggers (at most 120 code points apart), positions by holder and issue. Historical
background events of the gold count neither way. Figures of pairs are shares of all gold and of all predicted
records; accuracies are shares of the paired ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from dragoman.evaluation.answers import Answers, EventAnswer, Pieces, PositionAnswer, StatementAnswer
from dragoman.evaluation.figures import Scores, Tally
from dragoman.evaluation.gold import GoldArticle

CONTENT_OVERLAP = 0.5  # least Jaccard of content words for two statements to be the same
SPEAKER_BONUS = 0.3
TRIGGER_DISTANCE = 120  # code points between triggers of the same event, at most

_G = TypeVar("_G")
_P = TypeVar("_P")
_WORD = re.compile(r"\w+")
_TITLES = re.compile(
    r"\b(the|president|prime minister|minister|foreign|mr|mrs|ms|gen|general"
    r"|government of|government|spokes\w+)\b"
)
_CODE = re.compile(r"\[([A-Z]{3})\]$")


@dataclass(frozen=True)
class Pairing:
    """Which gold records of an article were found by which predictions, as indices into both."""

    statements: tuple[tuple[int, int], ...]
    events: tuple[tuple[int, int], ...]
    background: tuple[tuple[int, int], ...]  # historical gold events: paired, but counted neither way
    positions: tuple[tuple[int, int], ...]


def score_records(articles: Iterable[GoldArticle], predictions: Mapping[str, Answers]) -> Scores:
    """Precision, recall and F1 by layer, and the accuracies of what was paired.

    Args:
        articles: the gold.
        predictions: answers by article id; an article without any counts as coded with no record.
    """
    tally = Tally()
    for article in articles:
        found = predictions.get(article.id) or Answers(article.id)
        pairing = pair_records(article, found)
        _count_statements(tally, article.answers, found, pairing)
        _count_events(tally, article.answers, found, pairing)
        _count_positions(tally, article, found, pairing)
    return tally.scores()


def pair_records(article: GoldArticle, found: Answers) -> Pairing:
    """The one-to-one pairing of an article's gold and predicted records."""
    gold = article.answers
    words = [covered_words(article.text, s.content) for s in gold.statements]
    found_words = [covered_words(article.text, s.content) for s in found.statements]
    statements = _pair(
        range(len(words)),
        range(len(found_words)),
        lambda g, p: _same_statement(gold.statements[g], found.statements[p], words[g], found_words[p]),
    )
    current = [i for i, e in enumerate(gold.events) if not e.historical]
    past = [i for i, e in enumerate(gold.events) if e.historical]

    def same_event(g: int, p: int) -> float:
        return _same_event(gold.events[g], found.events[p])

    events = _pair(current, range(len(found.events)), same_event)
    taken = {p for _, p in events}
    background = _pair(past, [p for p in range(len(found.events)) if p not in taken], same_event)
    positions = _pair(
        range(len(gold.positions)),
        range(len(found.positions)),
        lambda g, p: _same_position(gold.positions[g], found.positions[p]),
    )
    return Pairing(statements, events, background, positions)


def _pair(
    golds: Sequence[int], predicted: Sequence[int], score: Callable[[int, int], float]
) -> tuple[tuple[int, int], ...]:
    """Greedy one-to-one pairs, best first, ties in order of the records; a score of 0 or less is no match."""
    ranked = sorted(
        ((-value, g, p) for g in golds for p in predicted if (value := score(g, p)) > 0),
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for _, g, p in ranked:
        if g not in used_gold and p not in used_predicted:
            used_gold.add(g)
            used_predicted.add(p)
            pairs.append((g, p))
    return tuple(pairs)


# What makes two records the same


def _same_statement(
    gold: StatementAnswer, found: StatementAnswer, words: frozenset[int], found_words: frozenset[int]
) -> float:
    overlap = jaccard(words, found_words)
    if overlap < CONTENT_OVERLAP:
        return 0.0
    return overlap + (SPEAKER_BONUS if same_name(gold.speaker, found.speaker) else 0)


def _same_event(gold: EventAnswer, found: EventAnswer) -> float:
    if gold.event != found.event:
        return 0.0
    apart = _distance(gold.trigger, found.trigger)
    if apart > TRIGGER_DISTANCE:
        return 0.0
    return 2 - apart / TRIGGER_DISTANCE + same_actors(gold, found) + same_recipients(gold, found)


def _same_position(gold: PositionAnswer, found: PositionAnswer) -> float:
    if gold.issue != found.issue or gold.country != found.country:
        return 0.0
    if not gold.country and not same_name(gold.holder, found.holder):
        return 0.0
    return (
        1
        + same_name(gold.counterpart, found.counterpart)
        + 2 * (gold.stance == found.stance)
        + same_day(gold.on, found.on)
    )


def same_speaker(gold: StatementAnswer, found: StatementAnswer) -> bool:
    """Whether two statements have the same speaker, of the same state."""
    return same_name(gold.speaker, found.speaker) and gold.country == found.country


def same_actors(gold: EventAnswer, found: EventAnswer) -> bool:
    """Whether two events have actors of the same codes."""
    return _codes(gold.actor) == _codes(found.actor)


def same_recipients(gold: EventAnswer, found: EventAnswer) -> bool:
    """Whether two events have recipients of the same codes."""
    return _codes(gold.recipient) == _codes(found.recipient)


def covered_words(text: str, pieces: Pieces) -> frozenset[int]:
    """The words that pieces cover, by the offset at which each begins; punctuation does not count."""
    return frozenset(start + m.start() for start, end in pieces for m in _WORD.finditer(text[start:end]))


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of common members, 0 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 0.0


def same_name(a: str | None, b: str | None) -> bool:
    """Whether the words of one name, less titles, hold those of the other ("Hua", "Hua Chunying")."""
    first, second = _name_words(a or ""), _name_words(b or "")
    return first == second or bool(first and second and (first <= second or second <= first))


def same_day(a: str | None, b: str | None) -> bool:
    """Whether two ISO dates agree as far as the shorter one goes; two unknown dates agree."""
    if not a or not b:
        return a == b
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


@cache
def _name_words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", _TITLES.sub(" ", plain)))


def _codes(names: Iterable[str]) -> frozenset[str]:
    return frozenset(match[1] for name in names if (match := _CODE.search(name)))


def _distance(a: Pieces, b: Pieces) -> int:
    gaps = (max(0, max(x[0], y[0]) - min(x[1], y[1])) for x in a for y in b)
    return min(gaps, default=10**9)


# Counting


def _count_statements(tally: Tally, gold: Answers, found: Answers, pairing: Pairing) -> None:
    size = (len(gold.statements), len(found.statements))
    pairs = [(gold.statements[g], found.statements[p]) for g, p in pairing.statements]
    spoken = [(g, p) for g, p in pairs if same_speaker(g, p)]
    tally.figure("statements: content", len(pairs), *size)
    tally.figure("statements: content + speaker", len(spoken), *size)
    tally.figure("statements: content + speaker + act", sum(g.act == p.act for g, p in spoken), *size)
    tally.accuracy("speaker, of matched", [same_speaker(g, p) for g, p in pairs])
    tally.accuracy("act, of matched", [g.act == p.act for g, p in pairs])
    tally.accuracy("form, of matched", [g.form == p.form for g, p in pairs])
    tally.accuracy("date said, of matched", [same_day(g.on, p.on) for g, p in pairs])
    tally.accuracy(
        "addressee, where gold has one",
        [same_name(g.addressee, p.addressee) for g, p in pairs if g.addressee],
    )
    tally.accuracy("via, where gold has one", [_lower(g.via) == _lower(p.via) for g, p in pairs if g.via])


def _count_events(tally: Tally, gold: Answers, found: Answers, pairing: Pairing) -> None:
    size = (
        sum(not e.historical for e in gold.events),
        len(found.events) - len(pairing.background),
    )
    pairs = [(gold.events[g], found.events[p]) for g, p in pairing.events]
    acted = [(g, p) for g, p in pairs if same_actors(g, p)]
    tally.figure("events: type", len(pairs), *size)
    tally.figure("events: type + actor", len(acted), *size)
    tally.figure("events: type + actor + recipient", sum(same_recipients(g, p) for g, p in acted), *size)
    tally.accuracy("event date, of matched", [same_day(g.on, p.on) for g, p in pairs])
    tally.accuracy("event status, of matched", [g.status == p.status for g, p in pairs])


def _count_positions(tally: Tally, article: GoldArticle, found: Answers, pairing: Pairing) -> None:
    gold = article.answers
    size = (len(gold.positions), len(found.positions))
    pairs = [(gold.positions[g], found.positions[p]) for g, p in pairing.positions]
    tally.figure("positions: holder + issue", len(pairs), *size)
    tally.figure("positions: holder + issue + stance", sum(g.stance == p.stance for g, p in pairs), *size)
    tally.accuracy("counterpart, of matched", [same_name(g.counterpart, p.counterpart) for g, p in pairs])
    conditions = [
        jaccard(covered_words(article.text, g.condition), covered_words(article.text, p.condition))
        for g, p in pairs
        if g.condition
    ]
    tally.accuracy("condition, where gold has one", [overlap >= CONTENT_OVERLAP for overlap in conditions])


def _lower(names: Iterable[str]) -> set[str]:
    return {name.lower() for name in names}
