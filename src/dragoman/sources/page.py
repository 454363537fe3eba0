"""What a web page says of its report: section, writers, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.article import is_byline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACE = re.compile(r"\s+")
_LONGEST_SECTION = 30  # code points
_LONGEST_BYLINE = 160
_SECTIONS = (
    "//meta[@property='article:section']/@content",
    "//meta[@name='article:section' or @name='section' or @name='article.section']/@content",
    "//meta[@itemprop='articleSection']/@content",
)
_WRITERS = (
    "//*[contains(translate(@class, 'BYLINE', 'byline'), 'byline')]",
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'author')]",
)
_LANGUAGES = (
    "/html/@lang",
    "//meta[translate(@http-equiv, 'CL', 'cl')='content-language']/@content",
    "//body/@lang",
)
_LABELS = re.compile(r"(?i)^(?:written |reported )?by(?:\s*:)?\s+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its report beside the main text.

    Args:
        section: the section it stands in ("World").
        byline: the line that names the writers, as the page shows it.
        language: the language that the page declares.
    """

    section: str | None
    byline: str | None
    language: str | None


def page_facts(tree: HtmlElement) -> PageFacts:
    """What a page says of its report beside the main text."""
    section = _first(tree, _SECTIONS)
    return PageFacts(
        section if section and len(section) <= _LONGEST_SECTION else None,
        _byline(tree),
        _first(tree, _LANGUAGES),
    )


def clean(words: str) -> str:
    """Words with single spaces between them, as a browser shows them."""
    return _SPACE.sub(" ", words).strip()


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str | None:
    values = (clean(str(value)) for path in paths for value in tree.xpath(path))
    return next((value for value in values if value), None)


def _byline(tree: HtmlElement) -> str | None:
    """The first element marked as naming the writers that does so."""
    for path in _WRITERS:
        for element in tree.xpath(path):
            words = clean(" ".join(element.itertext("*")) if len(element) < 20 else "")
            if not 0 < len(words) <= _LONGEST_BYLINE:
                continue
            if is_byline(words, after_headline=True) and len(_LABELS.sub("", words).split()) > 1:
                return words
    return None
