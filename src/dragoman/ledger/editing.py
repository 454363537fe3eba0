"""What of a record people may edit, and how they write it.

Values are written as in answer keys: names from the guidelines, ISO dates, "Name [CODE]" for actors, and
exact words of the report. What is kept of an edit are the fields of the record that it makes otherwise, in
the form of `dragoman.formats.json`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, get_type_hints

from dragoman.article import Span
from dragoman.formats.json import decode, encode
from dragoman.formats.quoted import find_quoted
from dragoman.knowledge import load_yaml
from dragoman.ledger.errors import LedgerError
from dragoman.ledger.rows import GAP, days_of, kind_of
from dragoman.ledger.states import country_code, state_name
from dragoman.records import Act, Actor, ActorKind, Date, Event, EventType, Form, Location, Record, Status

_NAMED = re.compile(r"(?P<name>.*\S)\s*\[(?P<code>[^\]]*)\]", re.DOTALL)
_PRECISION = {4: "year", 7: "month", 8: "week", 10: "day"}  # by the length of the date
_ISO = re.compile(r"\d{4}(-W\d\d|-\d\d(-\d\d)?)?")
_TRUE = {"yes": True, "true": True, "no": False, "false": False}
_DERIVED = ("modes", "quad", "score")  # of an event, from its type and mode


class EditError(LedgerError):
    """A value that a field cannot have; the message says what it may be."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What new values are held against.

    Args:
        text: the report's text, in which words must stand.
        known: an actor of the ledger by name and, if given, code; None if there is none.
        stances: of each issue.
    """

    text: str
    known: Callable[[str, str | None], Actor | None]
    stances: Mapping[str, Sequence[str]]


_Reader = Callable[[Sources, Record, "Field", Any], Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that people may edit.

    Args:
        name: what it is called, as in answer keys. attribute: of the record.
        takes: what it takes, for people. read: makes a value of what was written.
        needed: whether there must be a value.
    """

    name: str
    attribute: str
    takes: str
    read: _Reader
    needed: bool = False


def edited(record: Record, given: Mapping[str, Any], sources: Sources) -> Record:
    """A record with new values of some fields.

    Args:
        record: the record. given: new values by the names of `FIELDS`: text, a list of texts, or None for
            none.
        sources: what they are held against.

    Raises:
        EditError: there is no such field, or it cannot have the value.
    """
    known = {field.name: field for field in FIELDS[kind_of(record)]}
    for name in given:
        if name not in known:
            raise EditError(f"{name}: no field of a {kind_of(record)}: there are {', '.join(known)}")
    made = record
    for field in known.values():
        if field.name in given:
            value = field.read(sources, made, field, given[field.name])
            if field.needed and value in (None, ()):
                raise EditError(f"{field.name}: a {kind_of(record)} needs one: give {field.takes}")
            made = replace(made, **{field.attribute: value})
    return _agreed(record, made, sources)


def difference(record: Record, other: Record) -> dict[str, Any]:
    """The fields in which another form of a record differs from it, as an edit is kept."""
    return {
        name: encode(getattr(other, name))
        for name in _attributes(record)
        if getattr(other, name) != getattr(record, name)
    }


def apply(record: Record, edit: Mapping[str, Any] | None, text: str) -> Record:
    """A record with the fields of an edit that was kept.

    Args:
        record: the record as the machine read it. edit: what `difference` gave, or None. text: of the report.

    Raises:
        EditError: it has a field that cannot be edited, or a value that cannot be.
    """
    hints = get_type_hints(type(record))
    made = {}
    for name, value in (edit or {}).items():
        if name not in _attributes(record):
            raise EditError(f"{name}: no field of a {kind_of(record)} that can be edited")
        try:
            made[name] = decode(hints[name], value, name)
        except ValueError as error:
            raise EditError(str(error)) from error
        spans = made[name] if isinstance(made[name], tuple) else (made[name],)
        for span in spans:
            if isinstance(span, Span) and text[span.start : span.end] != span.exact:
                raise EditError(f"{name}: {span.exact!r} does not stand at {span.start} of the report")
    return replace(record, **made)


def shown(record: Record, field: Field) -> str:
    """The value of a field for people, as it may be written; "" where there is none."""
    match getattr(record, field.attribute):
        case None | ():
            return ""
        case bool(value):
            return "yes" if value else "no"
        case Date(value=value) | Span(exact=value) | Location(name=value):
            return value
        case tuple(several) if isinstance(several[0], Span):
            return GAP.join(" ".join(span.exact.split()) for span in several)
        case tuple(several):
            return "; ".join(map(str, several))
        case Actor() as actor:
            return (actor.country or "") if field.name == "country" else str(actor)
        case value:
            return str(value)


def _attributes(record: Record) -> tuple[str, ...]:
    """The fields of a record that an edit may make otherwise."""
    own = {field.attribute for field in FIELDS[kind_of(record)]}
    own |= set(_DERIVED) if isinstance(record, Event) else set()
    return tuple(f.name for f in fields(record) if f.name in own)


def _agreed(record: Record, made: Record, sources: Sources) -> Record:
    """A record whose fields fit each other."""
    if isinstance(made, Event):
        if isinstance(record, Event) and (made.type, made.modes) == (record.type, record.modes):
            return made
        known = load_yaml("plover.yaml")["events"][made.type]
        modes = tuple(mode for mode in made.modes if mode in known["modes"])
        score = float(known["modes"][modes[0]] if modes else known["score"])
        return replace(made, modes=modes, quad=int(known["quad"]), score=score)
    issue, stance = getattr(made, "issue", None), getattr(made, "stance", None)
    if issue is not None and stance not in (known := sources.stances.get(issue, ())):
        raise EditError(f"stance: {issue} has no {stance!r}: give one of {', '.join(known)}")
    return made


# ---- what is written, made values


def _text(_: Sources, __: Record, ___: Field, value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


def _flag(_: Sources, __: Record, field: Field, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if (written := str(value).casefold()) in _TRUE:
        return _TRUE[written]
    raise EditError(f"{field.name}: {value!r} is neither yes nor no")


def _choice(names: Iterable[StrEnum]) -> _Reader:
    known = {str(name).casefold(): name for name in names}

    def read(_: Sources, __: Record, field: Field, value: Any) -> StrEnum:
        found: StrEnum = _one_of(field, value, known)
        return found

    return read


def _one_of(field: Field, value: Any, known: Mapping[str, Any]) -> Any:
    if (written := str(value).strip().casefold()) in known:
        return known[written]
    raise EditError(f"{field.name}: no {value!r}: give one of {', '.join(map(str, known.values()))}")


def _issue(sources: Sources, _: Record, field: Field, value: Any) -> str:
    return str(_one_of(field, value, {name: name for name in sources.stances}))


def _stance(sources: Sources, record: Record, field: Field, value: Any) -> str:
    issue = record.issue  # type: ignore[union-attr]
    return str(_one_of(field, value, {name: name for name in sources.stances[issue]}))


def _mode(_: Sources, record: Record, field: Field, value: Any) -> tuple[str, ...]:
    if not value:
        return ()
    known = load_yaml("plover.yaml")["events"][record.type]["modes"]  # type: ignore[union-attr]
    if not known:
        raise EditError(f"mode: {record.type} has none: leave it empty")  # type: ignore[union-attr]
    return (_one_of(field, value, {name.casefold(): name for name in known}),)


def _date(_: Sources, __: Record, field: Field, value: Any) -> Date | None:
    if not value:
        return None
    written = str(value).strip()
    date = Date(written, _PRECISION.get(len(written), ""))
    if not _ISO.fullmatch(written) or days_of(date)[0] is None:
        raise EditError(f"{field.name}: {value!r} is no date: write YYYY-MM-DD, YYYY-Www, YYYY-MM or YYYY")
    return date


def _spans(sources: Sources, _: Record, field: Field, value: Any) -> tuple[Span, ...]:
    if not value:
        return ()
    pieces = [value] if isinstance(value, str) else list(value)
    try:
        found = [_found(sources.text, piece) for piece in pieces]
    except ValueError as error:
        if len(pieces) > 1 or GAP not in pieces[0]:
            raise EditError(f"{field.name}: {error}") from error
        return _spans(sources, _, field, pieces[0].split(GAP))
    return tuple(Span(start, end, sources.text[start:end]) for start, end in found)


def _span(sources: Sources, record: Record, field: Field, value: Any) -> Span | None:
    spans = _spans(sources, record, field, value)
    if len(spans) > 1:
        raise EditError(f"{field.name}: one stretch of words: leave out {GAP.strip()!r}")
    return spans[0] if spans else None


def _found(text: str, quoted: str) -> tuple[int, int]:
    """Where words stand; a line break of the report may be written as a space."""
    try:
        return find_quoted(text, quoted)
    except ValueError:
        words = r"\s+".join(map(re.escape, quoted.split()))
        found = list(re.finditer(words, text)) if words else []
        if len(found) != 1:
            raise
        return found[0].span()


def _actor(sources: Sources, record: Record, field: Field, value: Any) -> Actor | None:
    earlier = getattr(record, field.attribute)
    return _named(sources, earlier, str(value).strip()) if value else None


def _actors(sources: Sources, record: Record, field: Field, value: Any) -> tuple[Actor, ...]:
    if not value:
        return ()
    earlier = (*getattr(record, field.attribute), None)[0]
    names = value.split(";") if isinstance(value, str) else value
    return tuple(_named(sources, earlier, name.strip()) for name in names if name.strip())


def _named(sources: Sources, earlier: Actor | None, written: str) -> Actor:
    """An actor by name, and code if written: one of the ledger, a state, or the earlier one renamed."""
    match = _NAMED.fullmatch(written)
    name, code = (match["name"], match["code"].strip() or None) if match else (written, None)
    if known := sources.known(name, code):
        return known
    if (state := state_name(name)) and (code is None or country_code(code) == state[1]):
        return Actor(state[0], ActorKind.GOVERNMENT, state[1], ("GOV",))
    inherited = earlier.country if earlier else None
    country = _code(code) if match else inherited
    if earlier and earlier.name == name:
        return replace(earlier, country=country)
    kind, sectors = (earlier.kind, earlier.sectors) if earlier else (ActorKind.PERSON, ())
    return Actor(name, kind, country, sectors)


def _code(value: Any) -> str | None:
    if not value:
        return None
    if code := country_code(str(value).strip()):
        return code
    raise EditError(f"country: no {value!r}: give a code of ISO 3166-1 (NOR), or one of PLOVER (UNO, IGO)")


def _country(_: Sources, record: Record, field: Field, value: Any) -> Actor:
    who: Actor | None = getattr(record, field.attribute)
    if who is None:
        raise EditError("country: nobody is named: give the name first")
    return replace(who, country=_code(value))


def _place(_: Sources, record: Record, __: Field, value: Any) -> Location | None:
    return Location(str(value).strip()) if value else None


def _fields(*rows: tuple[str, str, str, _Reader, bool]) -> tuple[Field, ...]:
    return tuple(Field(*row) for row in rows)


_NAME = "a name, or Name [CODE]"
_NAMES = "names, or Name [CODE], divided by ;"
_DAY = "YYYY-MM-DD, YYYY-Www, YYYY-MM or YYYY"
_CODE = "a country's code or name"
_WORDS = "exact words of the report, pieces divided by …"
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "statement": _fields(
        ("speaker", "speaker", _NAME, _actor, False),
        ("country", "speaker", _CODE, _country, False),
        ("act", "act", ", ".join(Act), _choice(Act), True),
        ("addressee", "addressee", "a name", _text, False),
        ("date", "said", _DAY, _date, False),
        ("form", "form", ", ".join(Form), _choice(Form), True),
        ("negated", "negated", "yes or no", _flag, True),
        ("source", "source", _WORDS, _span, False),
        ("cue", "cue", _WORDS, _spans, False),
        ("content", "content", _WORDS, _spans, True),
        ("condition", "conditions", _WORDS, _spans, False),
    ),
    "event": _fields(
        ("type", "type", ", ".join(EventType), _choice(EventType), True),
        ("mode", "modes", "a mode of the type", _mode, False),
        ("actor", "actors", _NAMES, _actors, False),
        ("recipient", "recipients", _NAMES, _actors, False),
        ("status", "status", ", ".join(Status), _choice(Status), True),
        ("date", "on", _DAY, _date, False),
        ("place", "place", "a name", _place, False),
        ("historical", "historical", "yes or no", _flag, True),
        ("trigger", "trigger", _WORDS, _spans, True),
    ),
    "position": _fields(
        ("holder", "holder", _NAME, _actor, True),
        ("country", "holder", _CODE, _country, False),
        ("issue", "issue", "a name of the issues file", _issue, True),
        ("stance", "stance", "a stance of the issue", _stance, True),
        ("counterpart", "counterpart", _NAME, _actor, False),
        ("condition", "conditions", _WORDS, _spans, False),
        ("date", "on", _DAY, _date, False),
        ("evidence", "evidence", _WORDS, _spans, True),
    ),
}
