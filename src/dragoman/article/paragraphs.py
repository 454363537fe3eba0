"""Paragraphs: where a plain text's lines and blank lines cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

_ENDED = re.compile(r"""[.!?:;…—–-]["'”’)\]]*$""")
_SHORTEST_WRAP, _LONGEST_WRAP = 40, 110  # columns at which plain text is wrapped by machine


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without white space at its ends.

    Args:
        start: offset of its first code point.
        end: offset behind its last code point.
        text: its words.
    """

    start: int
    end: int
    text: str


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; all that is not white space is in one of them.

    Blank lines part paragraphs. Within a block, each line is a paragraph too, unless the block's lines
    are wrapped: about as wide as each other and broken within sentences.
    """
    found = []
    for block in _blocks(text):
        groups = _indented(block) if _is_wrapped(block) else ([line] for line in block)
        for group in groups:
            start, end = group[0].start, group[-1].end
            found.append(Paragraph(start, end, text[start:end]))
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Lines that stand together, without the blank ones."""
    block: list[_Line] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            block.append(_Line(offset + indent, offset + indent + len(words), indent, words))
        elif block:
            yield block
            block = []
        offset += len(raw)
    if block:
        yield block


def _is_wrapped(block: list[_Line]) -> bool:
    """Whether the lines of a block are one text broken at a column."""
    if len(block) == 1:
        return False
    widths = [len(line.text) + line.indent for line in block]
    width = max(widths)
    if not _SHORTEST_WRAP <= width <= _LONGEST_WRAP or median(widths) < 0.75 * width:
        return False
    inner = block[:-1]
    broken = sum(not _ENDED.search(line.text) for line in inner)
    return 2 * broken > len(inner)


def _indented(block: list[_Line]) -> Iterator[list[_Line]]:
    """The paragraphs of a wrapped block: each begins where a line is indented more than most are."""
    usual = median(line.indent for line in block)
    group = [block[0]]
    for line in block[1:]:
        if line.indent > usual + 1:
            yield group
            group = []
        group.append(line)
    yield group
