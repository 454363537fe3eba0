"""Answers: the records of one article in the plain form in which gold and predictions are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

Piece = tuple[int, int]
Pieces = tuple[Piece, ...]


class AnswerError(ValueError):
    """A prediction that is not in the format of the scorer, with its place and the remedy."""


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """A statement as the scorer sees it; pieces are [start, end) in code points of the article's text.

    Args:
        content: what was said. cue: the words that report it. source: the words that name who speaks.
        speaker: canonical name. country: code of the speaker's state or body.
        form, act: names of the form and the act.
        addressee: canonical name. on: ISO date, as far as known. via: carriers.
        confidence: the coder's estimate that it is right, here and below; gold has none.
    """

    content: Pieces
    cue: Pieces = ()
    source: Piece | None = None
    speaker: str | None = None
    country: str | None = None
    form: str | None = None
    act: str | None = None
    addressee: str | None = None
    on: str | None = None
    via: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """An event as the scorer sees it.

    Args:
        event, mode: PLOVER type and mode. trigger: the words that express it.
        actor, recipient: "Name [CODE]", with "[]" where there is no code.
        on: ISO date, as far as known. place: its name. status: its status.
        historical: background, which counts neither way; only gold says so.
    """

    event: str
    trigger: Pieces = ()
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    on: str | None = None
    place: str | None = None
    status: str | None = None
    historical: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PositionAnswer:
    """A position as the scorer sees it.

    Args:
        holder: canonical name. country: its code. issue, stance: names from the issues file.
        counterpart: canonical name. condition, evidence: the words. on: ISO date, as far as known.
    """

    holder: str
    issue: str
    stance: str
    evidence: Pieces = ()
    country: str | None = None
    counterpart: str | None = None
    condition: Pieces = ()
    on: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers about one article, gold or predicted."""

    id: str
    statements: tuple[StatementAnswer, ...] = ()
    events: tuple[EventAnswer, ...] = ()
    positions: tuple[PositionAnswer, ...] = ()


def to_json(answers: Answers) -> dict[str, Any]:
    """Answers as one object of the prediction format."""
    row = asdict(answers)
    for event in row["events"]:
        del event["historical"]
    for position in row["positions"]:
        position["condition"] = position["condition"] or None
    return row


def from_json(row: Mapping[str, Any]) -> Answers:
    """Answers from one object of the prediction format.

    Raises:
        AnswerError: a key that every record needs is missing, or a span is no pair of offsets.
    """
    if "id" not in row:
        raise AnswerError("a prediction without 'id': every line needs the id of its article")
    layers = (("statements", _statement), ("events", _event), ("positions", _position))
    read: dict[str, Any] = {}
    for layer, reader in layers:
        records = []
        for number, record in enumerate(row.get(layer) or ()):
            try:
                records.append(reader(record))
            except KeyError as error:
                raise AnswerError(f"{row['id']}: {layer}[{number}] lacks the key {error}") from error
            except (TypeError, ValueError) as error:
                raise AnswerError(
                    f"{row['id']}: {layer}[{number}]: {error}; write spans as [[start, end], …]"
                ) from error
        read[layer] = tuple(records)
    return Answers(str(row["id"]), **read)


def _pieces(value: Any) -> Pieces:
    return tuple((int(start), int(end)) for start, end in value or ())


def _statement(r: Mapping[str, Any]) -> StatementAnswer:
    source = r.get("source")
    return StatementAnswer(
        content=_pieces(r["content"]),
        cue=_pieces(r.get("cue")),
        source=_pieces([source])[0] if source else None,
        speaker=r.get("speaker"),
        country=r.get("country"),
        form=r.get("form"),
        act=r.get("act"),
        addressee=r.get("addressee"),
        on=r.get("on"),
        via=tuple(r.get("via") or ()),
        confidence=r.get("confidence"),
    )


def _event(r: Mapping[str, Any]) -> EventAnswer:
    return EventAnswer(
        event=r["event"],
        trigger=_pieces(r.get("trigger")),
        mode=r.get("mode"),
        actor=tuple(r.get("actor") or ()),
        recipient=tuple(r.get("recipient") or ()),
        on=r.get("on"),
        place=r.get("place"),
        status=r.get("status"),
        confidence=r.get("confidence"),
    )


def _position(r: Mapping[str, Any]) -> PositionAnswer:
    return PositionAnswer(
        holder=r["holder"],
        issue=r["issue"],
        stance=r["stance"],
        evidence=_pieces(r.get("evidence")),
        country=r.get("country"),
        counterpart=r.get("counterpart"),
        condition=_pieces(r.get("condition")),
        on=r.get("on"),
        confidence=r.get("confidence"),
    )
