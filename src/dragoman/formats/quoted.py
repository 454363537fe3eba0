"""Spans written as quoted text: how answer keys name the words of a report.

A span is exact text that occurs once; where the words alone occur more than once, words are added around
them and the span itself stands in [[double brackets]].
"""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"(.*)\[\[(.+)\]\](.*)", re.DOTALL)
_WORD_END = re.compile(r"(?<=\S)(?=\s)|$")


def find_quoted(text: str, quoted: str) -> tuple[int, int]:
    """Offsets of a quoted span that must be unambiguous.

    Args:
        text: the report.
        quoted: exact text that occurs once, or text that does around the span in [[double brackets]].

    Raises:
        ValueError: the text does not occur, or more than once; the message says the remedy.
    """
    match = _BRACKETS.fullmatch(quoted)
    before, inside, after = match.groups() if match else ("", quoted, "")
    whole = before + inside + after
    times = text.count(whole)
    if not whole or times == 0:
        raise ValueError(f"{quoted!r} is not in the text; copy it from there, quotation marks included")
    if times > 1:
        raise ValueError(f"{quoted!r} is in the text {times} times; add words around it and write it [[so]]")
    start = text.index(whole) + len(before)
    return start, start + len(inside)


def quote(text: str, start: int, end: int) -> str | None:
    """The shortest quotation, grown word by word on both sides, that finds a span again; None if none does.

    Args:
        text: the report.
        start, end: the span's offsets.
    """
    exact = text[start:end]
    left, right = start, end
    while True:
        bare = (left, right) == (start, end)
        quoted = exact if bare else f"{text[left:start]}[[{exact}]]{text[end:right]}"
        if _finds(text, quoted, start, end):
            return quoted
        if (left, right) == (0, len(text)):
            return None
        left = _word_start(text, left)
        right = _after_word(text, right)


def _finds(text: str, quoted: str, start: int, end: int) -> bool:
    try:
        return find_quoted(text, quoted) == (start, end)
    except ValueError:
        return False


def _word_start(text: str, at: int) -> int:
    """Where the word before a place begins."""
    head = text[:at].rstrip()
    return len(head) - len(head.split()[-1]) if head else 0


def _after_word(text: str, at: int) -> int:
    """Where the word behind a place ends."""
    skipped = at + len(text[at:]) - len(text[at:].lstrip())
    match = _WORD_END.search(text, min(skipped + 1, len(text)))
    return match.start() if match else len(text)
