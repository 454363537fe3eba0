"""Scores of events against sentences with one PLOVER event each, and the coder's events for them.

The measures are those of the benchmark's own scorer: a gold sentence has one type, one or more sources and
targets; what counts is whether the type, the source's country and the target's country are among the
predictions. The lenient figures also accept types that later documents of the ontology give to a sentence,
and those that took the place of an older type (YIELD became CONCEDE and RETREAT). Where both sides act alike
(A and B meet), either may be source, and another one target.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.coder import Coder
from dragoman.evaluation.articles import plain_article
from dragoman.evaluation.figures import Accuracy, Figure, Scores
from dragoman.evaluation.jsonl import read_rows, write_rows
from dragoman.evaluation.mistakes import Mistake
from dragoman.records import Actor, Event

# codes of bodies that the gold uses loosely count as one
_BODIES = frozenset({"IGO", "NGO", "UNO", "EUR", "INT", "UIS", "NGM"})
# types of the ontology's first drafts, with those that took their place
_OLD_TYPES = {
    "YIELD": ("CONCEDE", "RETREAT"), "DEMAND": ("REQUEST",), "DISAPPROVE": ("ACCUSE",),
    "INVESTIGATE": ("ACCUSE",), "FIGHT": ("ASSAULT",),
}  # fmt: skip
_OLD_CODES = {
    "JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ROM": "ROU",
    "TMP": "TLS", "ZAR": "COD", "KSV": "KOS", "XKX": "KOS",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event as type and codes: "CHN", or "CHN GOV" with sectors behind the country.

    Args:
        event: PLOVER type.
        sources, targets: codes of the actors and of the recipients.
    """

    event: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventSentence:
    """A sentence with its gold event.

    Args:
        id: its name. text: the sentence. date: the day it was published, None if unknown.
        event: the gold type. accepted: types that the ontology's later documents also give it.
        elsewhere: `accepted` and the types of the sentence's other gold events.
        sources, targets: countries of the gold actors and recipients.
        source_sectors: sectors of the gold actors.
        reciprocal: whether both sides act alike.
    """

    id: str
    text: str
    date: dt.date | None
    event: str
    accepted: frozenset[str]
    elsewhere: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    source_sectors: frozenset[str]
    reciprocal: bool


def load_sentences(path: Path) -> list[EventSentence]:
    """The sentences of a JSONL file.

    Raises:
        AnswerError: a line is not in the format; the message names the file, the line and the key.
    """
    form = '{"id", "text", "event", "sources": [{"code"}], "targets": [{"code"}]}'
    return list(read_rows(path, _sentence, form))


def _sentence(row: Mapping[str, Any]) -> EventSentence:
    date = row.get("date")
    given = row.get("event_ok", [row["event"]])
    accepted = frozenset(type_ for name in given for type_ in (name, *_OLD_TYPES.get(name, ())))
    return EventSentence(
        id=row["id"],
        text=row["text"],
        date=dt.date.fromisoformat(date) if date else None,
        event=row["event"],
        accepted=accepted,
        elsewhere=accepted | set(row.get("sentence_types", ())),
        sources=_countries(actor["code"] for actor in row["sources"]),
        targets=_countries(actor["code"] for actor in row["targets"]),
        source_sectors=frozenset(actor["sector"] for actor in row["sources"] if actor.get("sector")),
        reciprocal=bool(row.get("reciprocal")),
    )


def _countries(codes: Iterable[str | None]) -> frozenset[str]:
    return frozenset(country for code in codes if (country := _country(code)))


def _country(code: str | None) -> str | None:
    if not code or not code.strip():
        return None
    country = code.split()[0][:3].upper()
    if country in {"---", "***"}:
        return None
    country = _OLD_CODES.get(country, country)
    return "IGO" if country in _BODIES else country


def _sectors(code: str) -> set[str]:
    behind = "".join(code.upper().split())[3:]
    return {behind[i : i + 3] for i in range(0, len(behind), 3)}


def predict_events(
    sentences: Iterable[EventSentence], coder: Coder
) -> Iterator[tuple[str, tuple[CodedEvent, ...]]]:
    """The coder's events by id of the sentence, each sentence coded as an article of one paragraph.

    Args:
        sentences: the sentences; their gold is not looked at.
        coder: the coder to measure.
    """
    golds = list(sentences)
    articles = (plain_article(gold.text, published=gold.date) for gold in golds)
    for gold, coded in zip(golds, coder.code_all(articles), strict=True):
        yield gold.id, tuple(_coded_event(event) for event in coded.records.events)


def _coded_event(event: Event) -> CodedEvent:
    return CodedEvent(
        event.type.value,
        tuple(code for actor in event.actors if (code := _code(actor))),
        tuple(code for actor in event.recipients if (code := _code(actor))),
    )


def _code(actor: Actor) -> str:
    return " ".join([actor.country or "---", *actor.sectors]) if actor.country or actor.sectors else ""


def write_events(path: Path, predictions: Mapping[str, Iterable[CodedEvent]]) -> None:
    """Events as JSON lines, {"id", "events": [{"event", "sources", "targets"}]}, one sentence a line."""
    write_rows(
        path,
        (
            {
                "id": name,
                "events": [{"event": e.event, "sources": e.sources, "targets": e.targets} for e in events],
            }
            for name, events in predictions.items()
        ),
    )


def read_events(path: Path) -> dict[str, tuple[CodedEvent, ...]]:
    """Events by id of the sentence from a file of JSON lines.

    Raises:
        AnswerError: a line is not in the format; the message names the file and the line.
    """
    form = '{"id", "events": [{"event", "sources": [code], "targets": [code]}]}'
    return dict(read_rows(path, _coded_sentence, form))


def _coded_sentence(row: Mapping[str, Any]) -> tuple[str, tuple[CodedEvent, ...]]:
    return row["id"], tuple(
        CodedEvent(e["event"], tuple(e.get("sources") or ()), tuple(e.get("targets") or ()))
        for e in row["events"]
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the predictions for one sentence got right."""

    predicted: int
    hit: bool
    right: int
    hit_lenient: bool
    right_lenient: int
    source: bool | None  # None where the gold has none
    target: bool | None
    full: bool
    full_lenient: bool
    dyad: bool | None
    sector: bool | None


def score_events(
    sentences: Sequence[EventSentence], predictions: Mapping[str, Iterable[CodedEvent]]
) -> Scores:
    """The figures of predicted events.

    Args:
        sentences: the gold.
        predictions: events by id of the sentence; a sentence without any counts as one without events.
    """
    outcomes = [_outcome(s, _distinct(predictions.get(s.id, ()))) for s in sentences]
    n, predicted = len(outcomes), sum(o.predicted for o in outcomes)
    hit, right = sum(o.hit for o in outcomes), sum(o.right for o in outcomes)
    lenient, right_lenient = sum(o.hit_lenient for o in outcomes), sum(o.right_lenient for o in outcomes)
    return Scores(
        (
            Figure("event type", hit, n, predicted, right),
            Figure("event type, lenient", lenient, n, predicted, right_lenient),
        ),
        (
            _share("source country", (o.source for o in outcomes)),
            _share("target country", (o.target for o in outcomes)),
            _share("both countries", (o.dyad for o in outcomes)),
            _share("type and both countries", (o.full for o in outcomes)),
            _share("type and both countries, lenient", (o.full_lenient for o in outcomes)),
            _share("source sector", (o.sector for o in outcomes)),
            _share("sentences without event", (not o.predicted for o in outcomes)),
            Accuracy("events a sentence", predicted, n),
        ),
    )


def score_types(
    sentences: Sequence[EventSentence], predictions: Mapping[str, Iterable[CodedEvent]]
) -> Scores:
    """Precision and recall of every event type.

    Args:
        sentences: the gold.
        predictions: events by id of the sentence.
    """
    gold: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sentence in sentences:
        types = [e.event for e in _distinct(predictions.get(sentence.id, ()))]
        gold[sentence.event] += 1
        hits[sentence.event] += sentence.event in types
        predicted.update(types)
        right[sentence.event] += types.count(sentence.event)
    names = sorted(set(gold) | set(predicted))
    return Scores(tuple(Figure(t, hits[t], gold[t], predicted[t], right[t]) for t in names), ())


def _share(name: str, marks: Iterable[bool | None]) -> Accuracy:
    judged = [mark for mark in marks if mark is not None]
    return Accuracy(name, sum(judged), len(judged))


def _distinct(events: Iterable[CodedEvent]) -> list[CodedEvent]:
    """The events, the same type with the same codes once."""
    by_key: dict[object, CodedEvent] = {}
    for e in events:
        by_key.setdefault((e.event, tuple(sorted(e.sources)), tuple(sorted(e.targets))), e)
    return list(by_key.values())


def _outcome(gold: EventSentence, events: Sequence[CodedEvent]) -> _Outcome:
    mutual = gold.reciprocal and not gold.targets
    has_target = bool(gold.targets) or (mutual and len(gold.sources) > 1)
    sides = [(e.event, *_sides(gold, e, mutual=mutual)) for e in events]
    source = any(s for _, s, _ in sides) if gold.sources else None

    def full(types: Iterable[str]) -> bool:
        return any(
            event in types and (s or not gold.sources) and (t or not has_target) for event, s, t in sides
        )

    return _Outcome(
        predicted=len(events),
        hit=any(e.event == gold.event for e in events),
        right=sum(e.event == gold.event for e in events),
        hit_lenient=any(e.event in gold.accepted for e in events),
        right_lenient=sum(e.event in gold.elsewhere for e in events),
        source=source,
        target=any(t for _, _, t in sides) if has_target else None,
        full=full({gold.event}),
        full_lenient=full(gold.accepted),
        dyad=any(s and t for _, s, t in sides) if has_target and gold.sources else None,
        sector=_sector_found(gold, events) if source and gold.source_sectors else None,
    )


def _sides(gold: EventSentence, event: CodedEvent, *, mutual: bool) -> tuple[bool, bool]:
    sources, targets = _countries(event.sources), _countries(event.targets)
    if mutual:
        return bool(sources & gold.sources), len((sources | targets) & gold.sources) > 1
    return bool(sources & gold.sources), bool(targets & gold.targets)


def _sector_found(gold: EventSentence, events: Iterable[CodedEvent]) -> bool:
    return any(
        _country(code) in gold.sources and _sectors(code) & gold.source_sectors
        for event in events
        for code in event.sources
    )


def find_mistakes(
    sentences: Iterable[EventSentence], predictions: Mapping[str, Iterable[CodedEvent]]
) -> list[Mistake]:
    """Sentences whose type was not found, by type and by what was found, and those with a wrong country.

    Args:
        sentences: the gold.
        predictions: events by id of the sentence.
    """
    mistakes = []
    for gold in sentences:
        events = _distinct(predictions.get(gold.id, ()))
        outcome = _outcome(gold, events)
        wanted = f"{gold.event} {'+'.join(sorted(gold.sources))} → {'+'.join(sorted(gold.targets))}"
        got = "; ".join(f"{e.event} {'+'.join(e.sources)} → {'+'.join(e.targets)}" for e in events)
        if not outcome.hit:
            types = ", ".join(sorted({e.event for e in events})) or "nothing"
            mistakes.append(
                Mistake("events", f"{gold.event}: found {types}", gold.id, wanted, got, gold.text)
            )
        elif not outcome.full:
            mistakes.append(Mistake("events", "right type, wrong actors", gold.id, wanted, got, gold.text))
    return mistakes
