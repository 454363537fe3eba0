"""Quotations: pairs of quotation marks in an article's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.article import Article, Zone
from dragoman.records import Form

_MARKS = re.compile(r"[“”„«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
# the name of a programme or paper that somebody told it to or spoke on ("told “Harbour Watch”")
_TITLE_WORD = r"(?:[A-Z0-9][\w’'.&-]*|of|the|and|for|to|in|with|a|&)"
_TITLE = re.compile(rf"{_TITLE_WORD}(?:\s+{_TITLE_WORD}){{1,5}}")
_TITLED = re.compile(r"(?:\btold|\btelling|\b(?:on|with)|\b[A-Z]{2,}[’']s)\s+(?:the\s+)?$")
# a post shown in a report: its text, its author's name and handle behind a dash
_POST = re.compile(r"(\S.*?)\s*[―—–-]{1,2}\s*[^()\n]{2,60}\(@\w{1,20}\)[^\n]{0,30}$")
_WORD = re.compile(r"\w+")
_OPENS = {"“", "„", "«", "``"}
_CLOSES = {"”", "»"}
_STRAIGHT = {'"', "''"}
_SINGLES = {"‘", "’", "'"}
_QUOTED_ZONES = frozenset({Zone.BODY, Zone.CAPTION})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation within one paragraph, its marks included.

    Args:
        start, end: offsets of the opening mark and behind the closing mark (or the paragraph's end).
        segment: number of the article's segment.
        closed: whether it has a closing mark.
        continues: whether it goes on from the paragraph before, which was left open.
    """

    start: int
    end: int
    segment: int
    closed: bool
    continues: bool = False


def find_quotes(article: Article) -> list[Quote]:
    """The outermost quotations of body and captions, in order.

    A paragraph that opens a quotation and does not close it, before a paragraph that opens with a mark, is
    carried on there, as newspapers print a quotation of several paragraphs.
    """
    found: list[Quote] = []
    left_open = False
    for number, segment in enumerate(article.segments):
        if segment.zone not in _QUOTED_ZONES:
            continue
        text = article.text[segment.start : segment.end]
        quotes = _post(text, segment.start, number) or _pairs(text, segment.start, number)
        quotes = [q for q in quotes if not _is_title(q, article.text)]
        if left_open and quotes and not text[: quotes[0].start - segment.start].strip():
            first = quotes[0]
            quotes[0] = Quote(first.start, first.end, number, first.closed, True)
        left_open = bool(quotes) and not quotes[-1].closed
        found.extend(quotes)
    return found


def _is_title(quote: Quote, text: str) -> bool:
    """Whether marks are around the name of a programme or paper, not around words that somebody said."""
    words = text[quote.start : quote.end].strip("“”\"'‘’«» ,.")
    return bool(_TITLE.fullmatch(words) and _TITLED.search(text, max(0, quote.start - 30), quote.start))


def _post(text: str, offset: int, segment: int) -> list[Quote]:
    """A paragraph that shows a post of social media, which stands without quotation marks."""
    shown = _POST.match(text) if "(@" in text else None
    return [Quote(offset + shown.start(1), offset + shown.end(1), segment, True)] if shown else []


def _pairs(text: str, offset: int, segment: int) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    mark = ""
    for match in _MARKS.finditer(text):
        sign = match.group()
        if opened is None:
            if _may_open(sign, text, match):
                opened, mark = match.start(), sign
        elif _closes(sign, mark, text, match):
            found.append(Quote(offset + opened, offset + match.end(), segment, True))
            opened = None
    if opened is not None and mark not in _SINGLES:
        end = len(text.rstrip())
        if end > opened + len(mark):
            found.append(Quote(offset + opened, offset + end, segment, False))
    return found


def _may_open(sign: str, text: str, match: re.Match[str]) -> bool:
    if sign in _OPENS:
        return True
    if sign in _CLOSES:
        return False
    if sign in _SINGLES:
        opens = (
            not text[match.start() - 1 : match.start()].isalnum()
            and text[match.end() : match.end() + 1].isalnum()
        )
        return opens and sign != "’" and _closing_single(text, match.end())
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    return not after.isspace() or before.isspace()


def _closing_single(text: str, start: int) -> bool:
    """Whether a single mark that opens is closed further on by one that is no apostrophe."""
    close = re.compile(r"(?<=[\w.,!?…])[’'](?=[\s,.;:!?)—–-]|$)").search(text, start)
    return close is not None and (text[close.start() - 1] in ".,!?…" or close.start() - start < 120)


def _closes(sign: str, mark: str, text: str, match: re.Match[str]) -> bool:
    if mark in ("“", "„"):
        return sign == "”" or (sign in ('"', "“") and not _opens_straight(text, match))
    if mark == "«":
        return sign == "»"
    if mark == "``":
        return sign in _STRAIGHT
    if mark in _STRAIGHT:
        return sign in (*_STRAIGHT, "”")
    return sign in ("’", "'") and not text[match.end() : match.end() + 1].isalnum()


def _opens_straight(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return bool(after.strip()) and not before.strip()


def form_of(pieces: list[tuple[int, int]], quotes: list[Quote], text: str) -> Form:
    """Direct if all words of some content stand in quotation marks, indirect if none do, else mixed."""
    covered = total = 0
    for start, end in pieces:
        near = [q for q in quotes if q.start < end and start < q.end]
        for match in _WORD.finditer(text, start, end):
            total += 1
            covered += any(q.start <= match.start() < q.end for q in near)
    if total and covered == total:
        return Form.DIRECT
    return Form.MIXED if covered else Form.INDIRECT
