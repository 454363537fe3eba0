"""brat's standoff lines, read and made: text-bound annotations, events, relations, attributes and notes.

The format is that of the brat annotation tool (brat.nlplab.org/standoff.html); offsets count code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.article import Article, Span
from dragoman.formats.losses import Losses

_LINE = re.compile(r"(?P<id>[TERAMN#]\d+|\*)\t")
_OFFSETS = re.compile(r"(?P<type>\S+) (?P<fragments>\d+ \d+(?:;\d+ \d+)*)")
_BREAK = re.compile(r"\s*[\n\r]\s*")
_INSTANCE = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Words:
    """A text-bound annotation: its type ("Cue") and its words, in pieces."""

    type: str
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An event or a relation: its type and its arguments, pairs of role and name ("Source", "T2").

    The number that tells equal roles apart ("Content2") is taken off.
    """

    type: str
    arguments: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Standoff:
    """A file of annotations.

    Args:
        words: the text-bound annotations by name ("T1").
        events, relations: the links by name ("E1", "R1"); an event's first argument is its trigger.
        attributes: by the name of what they belong to, name and value ("Act", "pledge"); "" for a binary one.
        notes: by the name of what they belong to, the words of each.
    """

    words: dict[str, Words] = field(default_factory=dict)
    events: dict[str, Link] = field(default_factory=dict)
    relations: dict[str, Link] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)


def parse(annotations: str, article: Article, losses: Losses) -> Standoff:
    """The annotations of a file.

    A line that cannot be read, or whose words are not those of the text, is left out and told. Words that lie
    over a line break become one piece again, which brat has in two.

    Args:
        annotations: the words of the file.
        article: the text that it belongs to.
        losses: where to tell what could not be read.
    """
    standoff = Standoff()
    for number, line in _lines(annotations):
        name, _, body = line.partition("\t")
        try:
            _take(standoff, name, body, article, losses)
        except (ValueError, IndexError) as error:
            losses.add("lines", f"line {number}: {error}")
    return standoff


def _lines(annotations: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; some corpora print the words of an annotation over several lines."""
    held: tuple[int, str] | None = None
    for number, line in enumerate(annotations.split("\n"), 1):
        if held is not None and held[1][0] == "T" and not _LINE.match(line):
            held = (held[0], f"{held[1]}\n{line}")
            continue
        if held is not None:
            yield held
        held = (number, line) if line.strip() else None
    if held is not None:
        yield held


def _take(standoff: Standoff, name: str, body: str, article: Article, losses: Losses) -> None:
    if not name or not body:
        raise ValueError("no annotation; it needs a name, a tab and what it says")
    match name[0]:
        case "T":
            standoff.words[name] = _words(body, article, losses)
        case "E":
            standoff.events[name] = _link(body)
        case "R":
            standoff.relations[name] = _link(body)
        case "A" | "M":
            kind, owner, *value = body.split()
            standoff.attributes.setdefault(owner, {})[kind.lower()] = value[0] if value else ""
        case "#":
            head, _, words = body.partition("\t")
            standoff.notes.setdefault(head.split()[1], []).append(words)
        case "N" | "*":
            losses.add("normalisations and equivalences", "the records have no place for them")
        case _:
            raise ValueError(f"{name!r} begins no annotation that brat knows")


def _words(body: str, article: Article, losses: Losses) -> Words:
    head, _, told = body.partition("\t")
    match = _OFFSETS.fullmatch(head)
    if match is None:
        raise ValueError(f"{head!r} is no type with offsets; write 'Cue 10 14' or 'Cue 10 14;20 25'")
    pieces = [article.span(*map(int, fragment.split())) for fragment in match["fragments"].split(";")]
    found = " ".join(piece.exact for piece in pieces)
    line, _, more = told.partition("\n")
    if _letters(line) == _letters(found):
        losses.add("lines", f"{more.strip()!r} is no annotation", int(bool(more.strip())))
    elif _letters(told) != _letters(found):
        raise ValueError(f"the text has {found!r} there, not {told!r}")
    return Words(match["type"], joined(pieces, article))


def _letters(words: str) -> str:
    return "".join(words.split())


def _link(body: str) -> Link:
    kind, *arguments = body.split()
    pairs = [tuple(argument.rsplit(":", 1)) for argument in arguments]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError(f"{body!r} has an argument that is no Role:T1")
    head, _, trigger = kind.partition(":")
    triggers = [("Trigger", trigger)] if trigger else []
    return Link(head, (*triggers, *((_INSTANCE.sub("", role), name) for role, name in pairs)))


def split(piece: Span) -> list[Span]:
    """A piece as brat has it: cut at line breaks, which no annotation may hold, and the space around them."""
    cut, start = [], 0
    for gap in [*_BREAK.finditer(piece.exact), None]:
        end = gap.start() if gap else len(piece.exact)
        if end > start:
            cut.append(Span(piece.start + start, piece.start + end, piece.exact[start:end]))
        start = gap.end() if gap else end
    return cut


def joined(pieces: Iterable[Span], article: Article) -> tuple[Span, ...]:
    """Pieces in order, those that only a line break parts made one."""
    whole: list[Span] = []
    for piece in sorted(pieces):
        if whole and _BREAK.fullmatch(article.text, whole[-1].end, piece.start):
            whole[-1] = article.span(whole[-1].start, piece.end)
        else:
            whole.append(piece)
    return tuple(whole)


class Writer:
    """Makes the lines of a file, each kind of annotation counted by itself."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._counts: dict[str, int] = {}

    def _next(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}{self._counts[kind]}"

    def words(self, kind: str, pieces: Iterable[Span]) -> str | None:
        """A text-bound annotation; its name, or None if the pieces hold nothing but line breaks."""
        fragments = [fragment for piece in pieces for fragment in split(piece)]
        if not fragments:
            return None
        name = self._next("T")
        offsets = ";".join(f"{f.start} {f.end}" for f in fragments)
        self.lines.append(f"{name}\t{kind} {offsets}\t{' '.join(f.exact for f in fragments)}")
        return name

    def event(self, kind: str, trigger: str, arguments: Iterable[tuple[str, str]]) -> str:
        """An event; its name."""
        name = self._next("E")
        roles = "".join(f" {role}:{argument}" for role, argument in arguments)
        self.lines.append(f"{name}\t{kind}:{trigger}{roles}")
        return name

    def relation(self, kind: str, of: str, to: str) -> None:
        """A relation of one annotation to another."""
        self.lines.append(f"{self._next('R')}\t{kind} Arg1:{of} Arg2:{to}")

    def attribute(self, kind: str, owner: str, value: str = "") -> None:
        """An attribute; a binary one without a value."""
        self.lines.append(f"{self._next('A')}\t{kind} {owner}{' ' if value else ''}{value}")

    def note(self, owner: str, words: str) -> None:
        """A note, which brat shows beside what it belongs to."""
        self.lines.append(f"{self._next('#')}\tAnnotatorNotes {owner}\t{words}")
