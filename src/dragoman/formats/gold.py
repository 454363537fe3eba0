"""Answer keys: records in the YAML of the gold set, one key and one text an article (see gold/README.md).

A key names words by quoting them, so it can be corrected by hand. `dragoman evaluate` reads it back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from dragoman.article import Article, Span
from dragoman.formats.exporting import Coded, Options, utf8
from dragoman.formats.losses import Losses
from dragoman.formats.quoted import quote
from dragoman.knowledge import load_yaml
from dragoman.records import Actor, Date, Event, Position, Records, Statement

_CODE = re.compile("[A-Z]{3}")
_BRACKETED = re.compile(r".+ \[([A-Z]{3})?\]", re.DOTALL)
_Dumper: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write(coded: Iterable[Coded], out: Path, options: Options, losses: Losses) -> None:
    """Each article as a key and a text named after its id."""
    for one in coded:
        article, records = one.article, one.records
        if article.published is None:
            losses.add("articles", "a key needs the day of publication, and theirs is not known")
            continue
        text = _text(article.text, losses)
        (out / f"{article.id}.txt").write_bytes(text.encode())
        key = _Key(article, text, losses)
        (out / f"{article.id}.yaml").write_bytes(
            "".join(f"{line}\n" for line in key.lines(records, options)).encode()
        )


def _text(text: str, losses: Losses) -> str:
    """The text as it is read back: line ends are line feeds."""
    losses.add("line ends", "a key's text has line feeds alone", int("\r" in text))
    return utf8(_line_feeds(text), losses)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _day(date: Date | None, losses: Losses) -> str | None:
    """An ISO date; a week, which a key cannot hold, as its month or else its year."""
    if date is None or "W" not in date.value:
        return date.value if date else None
    losses.add("weeks", "a key holds days, months and years; the month or year is written")
    try:
        first = dt.date.fromisocalendar(int(date.value[:4]), int(date.value.partition("W")[2]), 1)
    except ValueError:
        return None
    last = first + dt.timedelta(days=6)
    if first.year != last.year:
        return None
    return first.isoformat()[: 7 if first.month == last.month else 4]


class _Key:
    """Makes the key of one article."""

    def __init__(self, article: Article, text: str, losses: Losses) -> None:
        self._article = article
        self._text = text
        self._losses = losses

    def lines(self, records: Records, options: Options) -> Iterator[str]:
        """The lines of the key."""
        article = self._article
        about = {
            "id": article.id, "outlet": article.outlet, "title": article.title,
            "published": str(article.published), "url": article.url, "text": f"{article.id}.txt",
        }  # fmt: skip
        for name, value in about.items():
            yield _flow({name: value})[1:-1]
        losses = self._losses
        losses.add("problems", "a key has no place for them", len(records.problems))
        count = sum(len(part) for part in (records.statements, records.events, records.positions))
        losses.add("rules and confidences", "a key says what is right, not what found it", count)
        layers: dict[str, Iterable[dict[str, Any] | None]] = {
            "statements": self._statements(records.statements, options),
            "events": (self._event(e) for e in self._unrepeated(records.events, options)),
            "positions": map(self._position, records.positions),
        }
        for layer, rows in layers.items():
            yield ""
            kept = [row for row in rows if row is not None]
            yield f"{layer}:{'' if kept else ' []'}"
            for row in kept:
                yield f"- {_flow({name: value for name, value in row.items() if value not in (None, [])})}"

    def _unrepeated(self, events: Iterable[Event], options: Options) -> Iterator[Event]:
        for event in events:
            if event.repeats is None or options.repeats:
                yield event
            else:
                self._losses.add(
                    "repeated records", "the gold set keeps the first: choose them with --repeats"
                )

    def _statements(
        self, statements: Iterable[Statement], options: Options
    ) -> Iterator[dict[str, Any] | None]:
        """The statements, each behind the one that encloses it."""
        waiting = [s for s in statements if s.repeats is None or options.repeats]
        why = "the gold set keeps the first: choose them with --repeats"
        self._losses.add("repeated records", why, len(list(statements)) - len(waiting))
        ids = {s.id for s in waiting}
        names: dict[str, str] = {}
        while waiting:
            ready = [s for s in waiting if s.within in names or s.within not in ids]
            for statement in ready or waiting:  # in a ring, no order helps
                row = self._statement(statement, names, len(names) + 1)
                if row is not None:
                    names[statement.id] = row["id"]
                yield row
                ids.discard(statement.id)
            waiting = [s for s in waiting if s not in ready] if ready else []

    def _statement(self, s: Statement, names: dict[str, str], number: int) -> dict[str, Any] | None:
        content = self._quotes(s.content)
        if not content:
            self._losses.add("statements", "a key needs content that can be quoted")
            return None
        losses = self._losses
        losses.add("conditions of statements", "a key keeps those of positions", len(s.conditions))
        losses.add("denied statements", "a key does not tell that something was not said", int(s.negated))
        losses.add(
            "links",
            "the enclosing statement is not in the key",
            int(bool(s.within and s.within not in names)),
        )
        return {
            "id": f"s{number}",
            "source": self._quotes([s.source] if s.source else []),
            "speaker": self._name(s.speaker) if s.speaker else "null",
            "country": self._code(s.speaker.country if s.speaker else None),
            "cue": self._quotes(s.cue),
            "content": content,
            "form": s.form.value,
            "act": s.act.value,
            "addressee": s.addressee,
            "on": _day(s.said, losses),
            "via": list(s.via),
            "in": names.get(s.within or ""),
        }

    def _event(self, e: Event) -> dict[str, Any] | None:
        trigger = self._quotes(e.trigger)
        if not trigger:
            self._losses.add("events", "a key needs a trigger that can be quoted")
            return None
        self._losses.add(
            "modes and contexts", "a key keeps one mode", max(0, len(e.modes) - 1) + len(e.contexts)
        )
        self._losses.add(
            "coordinates of places", "a key keeps their names", int(bool(e.place and e.place.latitude))
        )
        return {
            "event": e.type.value,
            "mode": e.modes[0] if e.modes else None,
            "trigger": trigger,
            "actor": [self._bracketed(a) for a in e.actors],
            "recipient": [self._bracketed(a) for a in e.recipients],
            "on": _day(e.on, self._losses),
            "place": e.place.name if e.place else None,
            "status": e.status.value,
            "historical": "true" if e.historical else None,
        }

    def _position(self, p: Position) -> dict[str, Any] | None:
        evidence = self._quotes(p.evidence)
        if not evidence or not p.holder.name:
            self._losses.add("positions", "a key needs a holder and evidence that can be quoted")
            return None
        if p.stance not in load_yaml("issues.yaml")["issues"].get(p.issue, {}).get("stances", ()):
            self._losses.add("positions", f"the issues file knows no {p.issue}: {p.stance}")
            return None
        self._losses.add(
            "links of positions", "a key does not say what they rest on", int(bool(p.statement or p.event))
        )
        return {
            "holder": self._name(p.holder),
            "country": self._code(p.holder.country),
            "issue": p.issue,
            "stance": p.stance,
            "counterpart": self._name(p.counterpart) if p.counterpart else None,
            "condition": self._quotes(p.conditions),
            "on": _day(p.on, self._losses),
            "evidence": evidence,
        }

    def _quotes(self, spans: Iterable[Span]) -> list[str]:
        quotes = []
        for span in spans:
            start, end = (len(_line_feeds(self._article.text[:at])) for at in (span.start, span.end))
            if (quoted := quote(self._text, start, end)) is not None:
                quotes.append(quoted)
            else:
                self._losses.add("words", "no quotation finds them again")
        return quotes

    def _code(self, country: str | None) -> str | None:
        fits = country is None or _CODE.fullmatch(country)
        self._losses.add("country codes", "a key takes three capital letters", int(not fits))
        return country if fits else None

    def _bracketed(self, actor: Actor) -> str:
        name = f"{self._name(actor)} [{self._code(actor.country) or ''}]"
        return name if _BRACKETED.fullmatch(name) else "unnamed []"

    def _name(self, actor: Actor) -> str:
        told = [actor.office, actor.wikidata, *actor.sectors]
        self._losses.add("offices, sectors and ids of actors", "a key keeps name and country", int(any(told)))
        return actor.name


def _flow(row: dict[str, Any]) -> str:
    """A mapping on one line."""
    options: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "default_flow_style": True}
    return str(yaml.dump(row, Dumper=_Dumper, width=10**9, **options)).strip()
