"""Highlights: the lines above a column in which its author is told to say what the column says."""

from __future__ import annotations

import re

from dragoman.article import Article
from dragoman.statements.draft import Draft

_OPENED = re.compile(r"((?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w.'’-]*):\s")
_ENDS = (".", "!", "?", "”", '"', "…")


class Highlights:
    """Tells what an author says in the lines above a column.

    Args:
        article: the article. Its author's name opens one of these lines, before a colon, and makes a
            paragraph of its own.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._lines: list[tuple[int, int]] = []
        opened: set[str] = set()
        for segment in article.segments:
            text = article.text[segment.start : segment.end].strip()
            if text.endswith(_ENDS):
                break
            self._lines.append((segment.start, segment.end))
            if (name := _OPENED.match(text)) is not None:
                opened.add(name.group(1))
        paragraphs = article.segments if opened else ()
        alone = {article.text[s.start : s.end].strip() for s in paragraphs}
        self._authors = opened & alone

    def tell(self, draft: Draft, speaker: str) -> bool:
        """Whether a draft stands in one of these lines and gives the author's own view.

        Args:
            draft: the draft. speaker: the name of who speaks.
        """
        if speaker not in self._authors:
            return False
        return any(start <= draft.start < end for start, end in self._lines)
