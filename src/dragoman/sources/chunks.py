"""Chunks: reports that a page cuts into several containers, for advertisements between them, made whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_WORDS = 20  # of a paragraph that tells something
_FEWEST_PARAGRAPHS = 5  # of a report in chunks
_FEWEST_IN_CHUNK = 2  # on average: a list of teasers has one paragraph in each container
_OTHER = re.compile(r"(?i)comment|footer|related|promo|teaser|card|bio")


def join_chunks(tree: HtmlElement) -> None:
    """Move a report's paragraphs into the first of the containers that hold them.

    The containers have one tag and class, and one parent or grandparent.
    """
    for group in _groups(tree):
        first, *others = group
        for other in others:
            for child in list(other):
                first.append(child)


def _groups(tree: HtmlElement) -> list[list[HtmlElement]]:
    """The containers of paragraphs that belong together, several each."""
    holders: dict[tuple[HtmlElement, str, str], dict[HtmlElement, int]] = {}
    for paragraph in tree.iter("p"):
        holder = paragraph.getparent()
        named = holder.get("class") if holder is not None else None
        if not named or _OTHER.search(named) or len(paragraph.text_content().split()) < _FEWEST_WORDS:
            continue
        above = holder.getparent()
        for ancestor in (above, above.getparent() if above is not None else None):
            if ancestor is not None:
                counts = holders.setdefault((ancestor, str(holder.tag), named), {})
                counts[holder] = counts.get(holder, 0) + 1
    joined: set[HtmlElement] = set()
    groups = []
    for counts in sorted(holders.values(), key=len, reverse=True):
        total = sum(counts.values())
        enough = len(counts) > 1 and total >= max(_FEWEST_PARAGRAPHS, _FEWEST_IN_CHUNK * len(counts))
        if enough and joined.isdisjoint(counts):
            joined.update(counts)
            groups.append(list(counts))
    return groups
