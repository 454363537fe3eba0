"""Zones: a plain text's paragraphs told apart, by how news reports are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.article.agencies import is_wire, names_agency, wires_in
from dragoman.article.article import Segment, Zone
from dragoman.article.credits import credit_start, is_signature
from dragoman.article.datelines import dateline_end
from dragoman.article.notes import NoteKind, note_kind
from dragoman.article.paragraphs import Paragraph, paragraphs
from dragoman.knowledge.files import load_yaml

_BETWEEN = "\n\n"
_LONGEST_HEADLINE = 200  # code points
_LONGEST_LABEL = 30
_STOP = re.compile(r"""[.!?:;,]["'”’)\]]*$""")
_FULL_STOP = re.compile(r"""(?<!\b[A-Z])(?<!\.)[.:;,]["'”’)\]]*$""")  # not "the U.S.", "...", "?"
_BYLINE = re.compile(r"(?i:by|from|written by|reported by)\s+(?=\S*[A-ZÀ-Þ@])")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_TIMESTAMP = re.compile(
    r"(?i)(?:(?:first |last )?(?:published|posted|updated|modified))?(?: on| at| ?:)?\s*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun),? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}}"
    r"|\d{4}-\d\d-\d\d)"
    r"(?:[\s,|/·•–—-]+.{0,60})?"
)
_NAME_JOINT = re.compile(r"[,;|/&•·]|\band\b|\bin\b|\bfor\b|\s[–—-]\s")
_NAME_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "der", "di", "dos", "el", "la", "le", "van", "von"}
)
_MOST_NAME_WORDS = 5
_MOST_CROSSHEAD_WORDS = 8
_SHORTEST_WHOLE = 80  # code points
_CROSSHEAD = re.compile(r"""["'“‘]?[A-ZÀ-Þ]|\d+\. [A-ZÀ-Þ]""")


@dataclass(frozen=True, slots=True)
class Zoned:
    """A text's zones and what they tell of it.

    Args:
        segments: the zones in order; all that is not white space is in one of them.
        headline: the words of the headline, if the text has one.
        wires: the agencies credited, canonical, in order, once each.
    """

    segments: tuple[Segment, ...]
    headline: str | None
    wires: tuple[str, ...]


def zones(text: str, *, title: str | None = None) -> Zoned:
    """A plain text's zones.

    Args:
        text: a report as plain text.
        title: its headline, if it is known: the paragraph that repeats it is the headline.
    """
    found = paragraphs(text)
    known = _opening(found, title) | _crossheads(found)
    return _zoned(text, ((paragraph, known.get(number)) for number, paragraph in enumerate(found)))


def compose(parts: Iterable[tuple[str, Zone | None]]) -> tuple[str, Zoned]:
    """A text made of paragraphs, one blank line between them, and its zones.

    Args:
        parts: the words of each paragraph, without white space at their ends, and its zone where that is
            known; where it is None, the words tell it. A known caption gives up the credit at its end.
    """
    hinted: list[tuple[Paragraph, Zone | None]] = []
    start = 0
    for words, zone in parts:
        hinted.append((Paragraph(start, start + len(words), words), zone))
        start += len(words) + len(_BETWEEN)
    text = _BETWEEN.join(paragraph.text for paragraph, _ in hinted)
    return text, _zoned(text, hinted)


def _zoned(text: str, hinted: Iterable[tuple[Paragraph, Zone | None]]) -> Zoned:
    pieces: list[_Piece] = []
    opening = True
    for paragraph, zone in hinted:
        if zone is Zone.CAPTION:
            pieces.extend(_cut_caption(paragraph))
        else:
            pieces.extend([_whole(paragraph, zone)] if zone else _cut(paragraph, opening=opening))
        opening = opening and not (pieces and pieces[-1].segment.zone is Zone.BODY)
    _unsign(text, pieces)
    segments = tuple(piece.segment for piece in pieces)
    headline = next((text[s.start : s.end] for s in segments if s.zone is Zone.HEADLINE), None)
    credited = (text[p.segment.start : p.segment.end] for p in pieces if p.credits)
    wires = dict.fromkeys(wire for words in credited for wire in wires_in(words))
    return Zoned(segments, headline, tuple(wires))


@dataclass(frozen=True, slots=True)
class _Piece:
    segment: Segment
    credits: bool = False  # whether an agency named in it is credited


def _unsign(text: str, pieces: list[_Piece]) -> None:
    """Take an agency's signature below the last paragraph for what it is: the paragraph is no caption."""
    last = next((n for n, p in reversed(list(enumerate(pieces))) if p.segment.zone is not Zone.NOTES), 0)
    if last == 0 or [p.segment.zone for p in pieces[last - 1 : last + 1]] != [Zone.CAPTION, Zone.CREDIT]:
        return
    caption, credit = pieces[last - 1].segment, pieces[last].segment
    if is_wire(text[credit.start : credit.end].strip("()[]–—- ")):
        pieces[last - 1] = _Piece(replace(caption, zone=Zone.BODY))


_CREDITING = frozenset({Zone.CREDIT, Zone.DATELINE, Zone.BYLINE})


def _whole(paragraph: Paragraph, zone: Zone, *, credits: bool = False) -> _Piece:
    return _Piece(Segment(zone, paragraph.start, paragraph.end), credits or zone in _CREDITING)


def _cut(paragraph: Paragraph, *, opening: bool) -> Iterator[_Piece]:
    """The pieces of a paragraph of unknown zone; `opening` while no body stands above it."""
    text, start, end = paragraph.text, paragraph.start, paragraph.end
    if note := note_kind(text):
        yield _whole(paragraph, Zone.NOTES, credits=note is NoteKind.CONTRIBUTION)
    elif _is_caption(text):
        yield from _cut_caption(paragraph)
    elif length := dateline_end(text, opening=opening):
        yield _Piece(Segment(Zone.DATELINE, start, start + length), credits=True)
        body = length + len(text[length:]) - len(text[length:].lstrip())
        if body < len(text):
            yield _Piece(Segment(Zone.BODY, start + body, end))
    elif label := _body_label().match(text):
        yield _Piece(Segment(Zone.NOTES, start, start + len(label[0].rstrip())))
        yield _Piece(Segment(Zone.BODY, start + label.end(), end))
    else:
        yield _whole(paragraph, Zone.BODY)


def _cut_caption(paragraph: Paragraph) -> Iterator[_Piece]:
    """What a page put before a caption, the caption and its credit."""
    text, start = paragraph.text, paragraph.start
    if opened := _caption_opener().match(text):
        yield _Piece(Segment(Zone.NOTES, start, start + len(opened[0].rstrip())), credits=True)
        text, start = text[opened.end() :], start + opened.end()
    if not text:
        return
    credit = 0 if is_signature(text) else credit_start(text)
    words = text[:credit].rstrip()
    if words:
        yield _Piece(Segment(Zone.CAPTION, start, start + len(words)))
    if credit is not None:
        yield _Piece(Segment(Zone.CREDIT, start + credit, paragraph.end), credits=True)


@cache
def _caption_opener() -> re.Pattern[str]:
    openers = "|".join(load_yaml("zones.yaml")["caption_openers"])
    return re.compile(rf"(?:(?:{openers})(?:\s+|$))+", re.IGNORECASE)


@cache
def _body_label() -> re.Pattern[str]:
    """What a page put before a paragraph of the body."""
    labels = "|".join(load_yaml("zones.yaml")["body_labels"])
    return re.compile(rf"(?:{labels})\s+(?=(?-i:[\"'“‘]?[A-ZÀ-Þ]))", re.IGNORECASE)


@cache
def _caption() -> tuple[re.Pattern[str], re.Pattern[str]]:
    knowledge = load_yaml("zones.yaml")
    starts, ends = "|".join(knowledge["captions"]), "|".join(knowledge["caption_ends"])
    return re.compile(f"(?:{starts})", re.IGNORECASE), re.compile(f"(?:{ends})[.]?$", re.IGNORECASE)


def _is_caption(text: str) -> bool:
    """Whether a paragraph is a caption, a credit or both."""
    starts, ends = _caption()
    return bool(
        credit_start(text) is not None
        or starts.match(text)
        or _caption_opener().match(text)
        or ends.search(text, max(0, len(text) - 80))
    )


def _opening(found: Sequence[Paragraph], title: str | None) -> dict[int, Zone]:
    """The zones of the paragraphs above the first one of the body."""
    zones_of: dict[int, Zone] = {}
    headline = _headline(found, title)
    if headline is None:
        above, first = 0, 0
    else:
        zones_of[headline] = Zone.HEADLINE
        above, first = headline, headline + 1
    zones_of.update(dict.fromkeys(range(above), Zone.SECTION))
    for number in range(first, len(found)):
        if not _is_byline(found, number, after_headline=headline is not None):
            if _is_aside(found[number].text):
                continue
            break
        zones_of[number] = Zone.BYLINE
    return zones_of


def _headline(found: Sequence[Paragraph], title: str | None) -> int | None:
    """The number of the paragraph that is the headline."""
    first = 0
    while first < min(2, len(found) - 1) and _is_label(found[first].text):
        first += 1
    if title:
        wanted = _letters(title)
        return next((n for n in range(min(first + 1, len(found))) if _letters(found[n].text) == wanted), None)
    if first + 1 >= len(found) or not _is_headline(found[first].text):
        return None
    longest = max(len(paragraph.text) for paragraph in found[first + 1 :])
    return first if longest > len(found[first].text) else None


def _is_headline(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADLINE
        and not _FULL_STOP.search(text)
        and any(c.isalpha() for c in text)
        and not _BYLINE.match(text)
        and note_kind(text) is None
        and not _is_caption(text)
        and dateline_end(text) is None
        and _body_label().match(text) is None
    )


def _crossheads(found: Sequence[Paragraph]) -> dict[int, Zone]:
    """The headings between paragraphs: a few words without a stop, whole paragraphs around them."""
    whole = [_is_whole(paragraph.text) for paragraph in found]
    return {
        number: Zone.HEADLINE
        for number in range(1, len(found) - 1)
        if whole[number - 1] and whole[number + 1] and _is_crosshead(found[number].text)
    }


def _is_whole(text: str) -> bool:
    """Whether a paragraph is sentences of running text."""
    return len(text) >= _SHORTEST_WHOLE and _STOP.search(text) is not None


def _is_crosshead(text: str) -> bool:
    words = text.split()
    if len(words) > _MOST_CROSSHEAD_WORDS or not _CROSSHEAD.match(text) or _is_aside(text):
        return False
    return _STOP.search(text) is None or (text.isupper() and text[-1] == "?")


@cache
def _labels() -> frozenset[str]:
    return frozenset(label.casefold() for label in load_yaml("zones.yaml")["sections"])


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and text.strip("|/>» ").casefold() in _labels()


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_aside(text: str) -> bool:
    """Whether a paragraph above the body is no part of it: notes and pictures."""
    return note_kind(text) is not None or _is_caption(text)


def _is_byline(found: Sequence[Paragraph], number: int, *, after_headline: bool) -> bool:
    return number + 1 < len(found) and is_byline(found[number].text, after_headline=after_headline)


def is_byline(text: str, *, after_headline: bool) -> bool:
    """Whether a paragraph above the body names the writers, or the outlet or the hour below them.

    Args:
        text: the paragraph.
        after_headline: whether it stands below a headline, where names alone are the writers'.
    """
    if len(text) > _LONGEST_HEADLINE or dateline_end(text) is not None or note_kind(text):
        return False
    if opened := _BYLINE.match(text):
        return _is_name_list(text[opened.end() :])
    if _TIMESTAMP.fullmatch(text):
        return True
    return after_headline and not _STOP.search(text) and _is_name_list(text)


def _is_name_list(text: str) -> bool:
    """Whether words are a few names in capitals, joined by commas or "and"."""
    for names in _NAME_JOINT.split(text):
        words = names.split()
        if len(words) > _MOST_NAME_WORDS or names.endswith(("'s", "’s")):
            return False
        if any(word[0].islower() and word not in _NAME_PARTICLES and "@" not in word for word in words):
            return False
    return len(text.split()) > 1 or names_agency(text)
