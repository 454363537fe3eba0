"""Gold records: YAML answer keys beside their articles, with spans written as quoted text.

A span is exact text that occurs once in the article; where the words alone occur more than once, words are
added around them and the span itself stands in [[double brackets]]. A span in pieces is a list.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

from dragoman.evaluation.answers import (
    Answers,
    EventAnswer,
    Pieces,
    PositionAnswer,
    StatementAnswer,
)
from dragoman.formats.quoted import find_quoted
from dragoman.knowledge import load_yaml
from dragoman.records import Act, EventType, Form, Status

_ACTS = tuple(Act)
_FORMS = tuple(Form)
_EVENTS = tuple(EventType)
_STATUSES = tuple(Status)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NAMED = re.compile(r".+ \[([A-Z]{3})?\]", re.DOTALL)
_NOTHING = ("", "null", "~", "Null", "NULL")  # scalars that YAML reads as no value
_R = TypeVar("_R")
_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class GoldError(ValueError):
    """Gold files that do not fit their articles; the message lists every fault with its place and remedy.

    Attributes:
        faults: the faults, one line each.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class _FaultError(ValueError):
    """One thing wrong in one record."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and its answer key.

    Args:
        id: the article's name in the gold set.
        text: the article. published: its day.
        answers: the key.
        path: the file of the key.
        title, outlet, url: as in the key, None where not given.
    """

    id: str
    text: str
    published: dt.date
    answers: Answers
    path: Path
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


def known_stances() -> Mapping[str, Sequence[str]]:
    """The stances of each issue, as the issues file names them."""
    return {name: issue["stances"] for name, issue in load_yaml("issues.yaml")["issues"].items()}


def load_gold(folder: Path) -> list[GoldArticle]:
    """The gold articles of a folder, in order of their file names.

    Args:
        folder: a folder of YAML keys with the text files they name.

    Raises:
        GoldError: the folder holds no key, or keys do not fit; all faults of all files at once.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise GoldError([f"{folder}: no *.yaml keys here; name the folder that holds them"])
    articles: list[GoldArticle] = []
    faults: list[str] = []
    seen: dict[str, Path] = {}
    for path in paths:
        try:
            article = read_gold(path)
        except GoldError as error:
            faults.extend(error.faults)
            continue
        if article.id in seen:
            faults.append(
                f"{path}: the id {article.id!r} is also that of {seen[article.id]}; give one another id"
            )
        seen[article.id] = path
        articles.append(article)
    if faults:
        raise GoldError(faults)
    return articles


def read_gold(path: Path) -> GoldArticle:
    """One gold article.

    Args:
        path: its YAML key.

    Raises:
        GoldError: the key cannot be read or does not fit its text; all its faults at once.
    """
    raw = _load(path)
    text_path = path.parent / str(raw["text"])
    try:
        text = text_path.read_text(encoding="utf-8")
    except OSError as error:
        raise GoldError(
            [f"{path}: text: cannot read {text_path} ({error.strerror}); put it there"]
        ) from error
    faults: list[str] = []
    try:
        published = dt.date.fromisoformat(str(raw["published"]))
    except ValueError:
        faults.append(f"{path}: published: {raw['published']!r} is no day; write YYYY-MM-DD")
        published = dt.date.min
    reader = _Reader(path, text, faults)
    answers = Answers(
        str(raw["id"]),
        tuple(reader.records(raw, "statements", reader.statement)),
        tuple(reader.records(raw, "events", reader.event)),
        tuple(reader.records(raw, "positions", reader.position)),
    )
    if faults:
        raise GoldError(faults)
    title, outlet, url = (_value(raw.get(key)) for key in ("title", "outlet", "url"))
    return GoldArticle(answers.id, text, published, answers, path, title, outlet, url)


def _load(path: Path) -> dict[str, Any]:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise GoldError([f"{path}: not readable as YAML: {error}"]) from error
    if not isinstance(raw, dict):
        raise GoldError([f"{path}: not a mapping; it needs id, published, text and the records"])
    missing = [key for key in ("id", "published", "text") if not raw.get(key)]
    if missing:
        raise GoldError([f"{path}: lacks {', '.join(missing)}; add them at the top"])
    return raw


class _Reader:
    """Reads the records of one key and gathers what does not fit."""

    def __init__(self, path: Path, text: str, faults: list[str]) -> None:
        self._path = path
        self._text = text
        self._faults = faults
        self._ids: set[str] = set()

    def records(
        self, raw: Mapping[str, Any], layer: str, read: Callable[[Mapping[str, Any]], _R]
    ) -> Iterator[_R]:
        """The records of a layer that can be read; the faults of the others are kept."""
        for number, record in enumerate(raw.get(layer) or ()):
            name = f"{layer}[{number}]"
            if not isinstance(record, dict):
                self._faults.append(f"{self._path}: {name}: not a mapping; write {{key: value, …}}")
                continue
            try:
                yield read(record)
            except KeyError as error:
                self._faults.append(f"{self._path}: {record.get('id', name)}: lacks {error.args[0]}; add it")
            except ValueError as fault:
                self._faults.append(f"{self._path}: {record.get('id', name)}: {fault}")

    def statement(self, r: Mapping[str, Any]) -> StatementAnswer:
        """One statement of the key."""
        within = _value(r.get("in"))
        if within and within not in self._ids:
            raise _FaultError(f"in: {within} is no earlier statement; put the enclosing one first")
        self._ids.add(str(r.get("id")))
        source = self._spans(r.get("source"))
        return StatementAnswer(
            content=self._spans(r["content"]),
            cue=self._spans(r.get("cue")),
            source=source[0] if source else None,
            speaker=_value(r["speaker"]),
            country=_code(r.get("country")),
            form=_choice(r, "form", _FORMS),
            act=_choice(r, "act", _ACTS),
            addressee=_value(r.get("addressee")),
            on=_date(r.get("on")),
            via=tuple(_list(r.get("via"))),
        )

    def event(self, r: Mapping[str, Any]) -> EventAnswer:
        """One event of the key."""
        return EventAnswer(
            event=_choice(r, "event", _EVENTS),
            trigger=self._spans(r["trigger"]),
            mode=_value(r.get("mode")),
            actor=tuple(_named(name) for name in _list(r.get("actor"))),
            recipient=tuple(_named(name) for name in _list(r.get("recipient"))),
            on=_date(r.get("on")),
            place=_value(r.get("place")),
            status=_choice(r, "status", _STATUSES),
            historical=r.get("historical") == "true",
        )

    def position(self, r: Mapping[str, Any]) -> PositionAnswer:
        """One position of the key."""
        stances = known_stances()
        issue = _choice(r, "issue", tuple(stances))
        return PositionAnswer(
            holder=str(r["holder"]),
            issue=issue,
            stance=_choice(r, "stance", stances[issue]),
            evidence=self._spans(r["evidence"]),
            country=_code(r.get("country")),
            counterpart=_value(r.get("counterpart")),
            condition=self._spans(r.get("condition")),
            on=_date(r.get("on")),
        )

    def _spans(self, value: Any) -> Pieces:
        return tuple(find_quoted(self._text, quoted) for quoted in _list(value))


def _value(value: Any) -> str | None:
    return None if value is None or value in _NOTHING else str(value)


def _list(value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(item) for item in value]
    return [] if _value(value) is None else [str(value)]


def _choice(record: Mapping[str, Any], key: str, allowed: Sequence[str]) -> str:
    value = record[key]
    if value not in allowed:
        raise _FaultError(f"{key} {value!r} is none of {', '.join(allowed)}")
    return str(value)


def _date(value: Any) -> str | None:
    date = _value(value)
    if date is not None and not _DATE.fullmatch(date):
        raise _FaultError(f"on: {date!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
    return date


def _code(value: Any) -> str | None:
    code = _value(value)
    if code is not None and not re.fullmatch("[A-Z]{3}", code):
        raise _FaultError(f"country {code!r} is no code of three capital letters; write null for none")
    return code


def _named(name: str) -> str:
    if not _NAMED.fullmatch(name):
        raise _FaultError(f"{name!r} has no code; write 'Name [CODE]', or 'Name []' for none")
    return name
