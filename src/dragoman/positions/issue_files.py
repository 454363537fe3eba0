"""Issue files: read, checked, and put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.knowledge import KnowledgeError, load_yaml
from dragoman.positions.issues import CARRIED, NAMED, OWN, Holder, Issue, Issues, Mode, Of, Row
from dragoman.records import Act, EventType, Status

BUILT_IN = "issues.yaml"
# what a row that is silent on a mode is taken to give: the stance of another mode
_SILENT = {
    Mode.WILL: Mode.DONE,
    Mode.READY: Mode.WILL,
    Mode.CONDITIONAL: Mode.READY,
    Mode.OPPOSED: Mode.REFUSED,
}
NO_STANCE = "none"  # written in a row where a mode is to give nothing


def load_issues(paths: Iterable[Path | str] = ()) -> Issues:
    """The issues that come with Dragoman, and those of users' files beside them.

    A file may add issues, and add words, stances and rows to an issue that stands: its rows come first.

    Args:
        paths: users' files, YAML in the form of `knowledge/issues.yaml`; of several the later go first.

    Raises:
        KnowledgeError: a file cannot be read or says what it should not; the message names the file, the
            place in it and the remedy.
    """
    found = dict(_built_in())
    for path in paths:
        found.update(_parse(str(path), _read(Path(path)), found))
    return Issues(found)


@cache
def standard_issues() -> Issues:
    """The issues that come with Dragoman, loaded once."""
    return load_issues()


@cache
def _built_in() -> Mapping[str, Issue]:
    return _parse(BUILT_IN, load_yaml(BUILT_IN), {})


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}: not YAML: {error}") from error


@dataclass(frozen=True, slots=True)
class _At:
    """A place in a file, for error messages."""

    file: str
    place: str

    @property
    def name(self) -> str:
        """The place as a rule's name: "mission.rows[3]", after the file's name if it is a user's."""
        place = self.place.removeprefix("issues.")
        return place if self.file == BUILT_IN else f"{Path(self.file).name}: {place}"

    def inside(self, part: str | int) -> _At:
        step = f"[{part}]" if isinstance(part, int) else f".{part}" if self.place else part
        return _At(self.file, self.place + step)

    def fault(self, what: str, remedy: str) -> KnowledgeError:
        return KnowledgeError(f"{self.file}: {self.place or 'the file'}: {what}; {remedy}")


_ISSUE_KEYS = frozenset(
    "about matter near kin abroad at_home alone holder holders towards stances prevails counterpart sides"
    " to_maker leaves lasts assembly apart rows".split()
)
_FOR_ALL_ROWS = ("holder", "holders")  # what an issue says of all its rows that do not say it
_ROW_KEYS = frozenset(
    "words acts events modes status of with without cue cue_not says fallback"
    " holder holders sides lasts told towards".split()
)


def _parse(file: str, content: Any, known: Mapping[str, Issue]) -> dict[str, Issue]:
    top = _At(file, "")
    issues = _mapping(_mapping(content, top, frozenset({"issues"})).get("issues"), top.inside("issues"))
    found: dict[str, Issue] = {}
    for name, body in issues.items():
        at = top.inside("issues").inside(name)
        found[name] = _issue(name, _mapping(body, at, _ISSUE_KEYS), at, known.get(name))
    return found


def _issue(name: str, body: dict[str, Any], at: _At, base: Issue | None) -> Issue:
    stances = (*(base.stances if base else ()), *_words(body, "stances", at))
    if not stances:
        raise at.fault("no stances", "list the names of its stances under `stances`")
    rows = body.get("rows", [])
    if not isinstance(rows, list) or not (rows or base):
        raise at.fault("no rows", "list under `rows` what yields its stances")
    matter = frozenset(_words(body, "matter", at)) | (base.matter if base else frozenset())
    common = {key: body[key] for key in _FOR_ALL_ROWS if key in body}
    parsed = tuple(
        _row(name, common | _mapping(row, place := at.inside("rows").inside(number)), stances, place)
        for number, row in enumerate(rows)
    )
    _require_matter(parsed, matter, at)
    return Issue(
        name,
        str(body.get("about", base.about if base else "")),
        matter,
        frozenset(_words(body, "near", at)) | (base.near if base else frozenset()),
        frozenset(_words(body, "kin", at)) | (base.kin if base else frozenset()),
        frozenset(_words(body, "abroad", at)) | (base.abroad if base else frozenset()),
        frozenset(_words(body, "at_home", at)) | (base.at_home if base else frozenset()),
        tuple(dict.fromkeys(stances)),
        _words(body, "prevails", at) or (base.prevails if base else ()),
        _one_of(body, "counterpart", (CARRIED, OWN, NAMED), at) or (base.carries if base else ""),
        _flag(body, "towards", "foreign", at) or (base is not None and base.foreign),
        frozenset(_words(body, "alone", at)) | (base.alone if base else frozenset()),
        _flag(body, "sides", "both", at) or (base is not None and base.mutual),
        frozenset(_words(body, "to_maker", at)) or (base.to_maker if base else frozenset()),
        _words(body, "leaves", at) or (base.leaves if base else ()),
        _flag(body, "lasts", "years", at) or (base is not None and base.ages),
        frozenset(_words(body, "assembly", at)) | (base.assembly if base else frozenset()),
        frozenset(_words(body, "apart", at)) | (base.apart if base else frozenset()),
        tuple(replace(row, order=order) for order, row in enumerate(parsed + (base.rows if base else ()))),
    )


def _require_matter(rows: Iterable[Row], matter: frozenset[str], at: _At) -> None:
    for row in rows:
        if row.phrases and row.of is Of.MATTER and not matter:
            raise at.fault(
                f"row {row.name} is said of the matter, and no words name it",
                "list them under `matter`, or write `of: self` in the row",
            )


def _row(issue: str, body: dict[str, Any], stances: tuple[str, ...], at: _At) -> Row:
    readers = [key for key in ("words", "acts", "events") if key in body]
    if len(readers) != 1:
        raise at.fault(
            f"it reads {' and '.join(readers) or 'nothing'}", "give it one of `words`, `acts` and `events`"
        )
    lasts = _one_of(body, "lasts", ("weeks", "years"), at)
    return Row(
        issue,
        at.name,
        0,
        tuple(_phrase(words) for words in _words(body, "words", at)),
        frozenset(_names(body, "acts", Act, at)),
        frozenset(_names(body, "events", EventType, at)),
        frozenset(_words(body, "modes", at)),
        frozenset(_names(body, "status", Status, at) or Status),
        _choice(body, "of", Of, Of.MATTER if "words" in body else Of.SELF, at),
        _choice(body, "holder", Holder, Holder.AGENT, at),
        frozenset(_words(body, "with", at)),
        frozenset(_words(body, "without", at)),
        frozenset(_words(body, "cue", at)),
        frozenset(_words(body, "cue_not", at)),
        _flag(body, "says", "deed", at),
        _flag(body, "fallback", "yes", at),
        _flag(body, "sides", "both", at),
        lasts == "weeks",
        lasts == "years",
        _flag(body, "told", "first", at),
        _flag(body, "towards", "foreign", at),
        _flag(body, "holders", "powers", at),
        _stances(body, stances, at),
    )


def _phrase(words: str) -> tuple[str, ...]:
    first, *rest = words.split()
    word, _, part = first.partition(":")
    return (word, part.upper(), *rest)


def _stances(body: dict[str, Any], stances: tuple[str, ...], at: _At) -> dict[Mode, str]:
    given: dict[Mode, str] = {}
    for key, value in body.items():
        if key in _ROW_KEYS:
            continue
        if key not in set(Mode):
            raise at.fault(f"unknown key {key!r}", f"use one of {', '.join([*sorted(_ROW_KEYS), *Mode])}")
        if value != NO_STANCE and value not in stances:
            raise at.fault(
                f"{key}: {value!r} is no stance of the issue",
                f"use one of {', '.join(stances)}, or add it to `stances`",
            )
        given[Mode(key)] = value
    if not given:
        raise at.fault("it gives no stance", f"add one, such as `done: {stances[0]}`")
    for mode, other in _SILENT.items():
        if mode not in given and other in given:
            given[mode] = given[other]
    return {mode: stance for mode, stance in given.items() if stance != NO_STANCE}


def _mapping(value: Any, at: _At, keys: frozenset[str] | None = None) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise at.fault("no mapping of names to values", "write `name: value` lines, indented under it")
    for key in value if keys else ():
        if keys and key not in keys:
            raise at.fault(f"unknown key {key!r}", f"use one of {', '.join(sorted(keys))}")
    return value


def _words(body: dict[str, Any], key: str, at: _At) -> tuple[str, ...]:
    value = body.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise at.inside(key).fault("no list of words", "write `[word, word]`")
    return tuple(value)


def _names(body: dict[str, Any], key: str, kind: type[Any], at: _At) -> tuple[Any, ...]:
    words = _words(body, key, at)
    known = [str(member) for member in kind]
    for word in words:
        if word not in known:
            raise at.inside(key).fault(f"unknown name {word!r}", f"use some of {', '.join(known)}")
    return tuple(kind(word) for word in words)


def _choice(body: dict[str, Any], key: str, kind: type[Any], default: Any, at: _At) -> Any:
    if key not in body:
        return default
    known = [str(member) for member in kind]
    if body[key] not in known:
        raise at.inside(key).fault(f"unknown name {body[key]!r}", f"use one of {', '.join(known)}")
    return kind(body[key])


def _one_of(body: dict[str, Any], key: str, known: tuple[str, ...], at: _At) -> str:
    if key in body and body[key] not in known:
        raise at.inside(key).fault(
            f"unknown value {body[key]!r}", f"write one of {', '.join(known)} or leave the key out"
        )
    return str(body.get(key, ""))


def _flag(body: dict[str, Any], key: str, word: str, at: _At) -> bool:
    if key in body and body[key] != word:
        raise at.inside(key).fault(f"unknown value {body[key]!r}", f"write {word!r} or leave the key out")
    return key in body
