"""The sentences that a record's words stand in, for a reader to whom the words alone say little.

Ends of sentences are told by their signs alone, for a ledger holds no parse; a sentence never leaves its
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.article import Article, Segment, Span, Zone

_SENTENCE_END = re.compile(  # no initial or title before, a new sentence or line behind
    r"""(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bSen)(?<!\b[ap]\.m)[.!?]["'”’)\]]*(?=\s+["'“‘(]?[A-Z0-9])|\n"""
)


def sentences(article: Article, words: Iterable[Span]) -> list[Span]:
    """The sentences that some words stand in, each once, in order of the text.

    Args:
        article: the article. words: some of its words.
    """
    found = {s.start: s for s in (_sentence(article, span) for span in words)}
    return [found[start] for start in sorted(found)]


def _sentence(article: Article, words: Span) -> Span:
    """The sentence that some words stand in, within their paragraph."""
    whole = Segment(Zone.BODY, 0, len(article.text))
    zone = next((s for s in article.segments if s.start <= words.start and words.end <= s.end), whole)
    ends = [end.end() for end in _SENTENCE_END.finditer(article.text, zone.start, words.start)]
    first = max([zone.start, *ends])
    stop = _SENTENCE_END.search(article.text, words.end - 1, zone.end)
    last = stop.end() if stop else zone.end
    found = article.text[first:last]
    if not found.strip():
        return words
    first += len(found) - len(found.lstrip())
    return article.span(first, first + len(found.strip()))
