"""What a web page says of its report: headline, outlet, section, writers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.article import is_byline
from dragoman.article.agencies import is_wire

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACE = re.compile(r"[\s\u200b\u2060\ufeff]+")
_LONGEST_SECTION = 30  # code points
_LONGEST_BYLINE = 160
_SHORTEST_TITLE = 12
_SECTIONS = (
    "//meta[@property='article:section']/@content",
    "//meta[@name='article:section' or @name='section' or @name='article.section']/@content",
    "//meta[@itemprop='articleSection']/@content",
)
_OUTLETS = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_TITLES = (
    "//meta[@property='og:title']/@content",
    "//meta[@name='twitter:title']/@content",
    "//head/title/text()",
)
_WRITERS = (
    "//*[contains(@class, 'byline') or contains(@class, 'Byline')]",
    "//*[@rel='author' or @itemprop='author']",
    "//*[contains(@class, 'author') and not(contains(@class, 'comment'))]",
)
_MOST_CHILDREN = 20  # of an element that is only a byline
_UPDATED = re.compile(
    r"(?i)[\s|,•·–—-]*(?:\b(?:published|updated|posted|last modified|first published)\b|\d{4}-\d\d-\d\d"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).*"
)
_BY = re.compile(r"(?i)^(?:written |reported )?by\b(?:\s*:)?\s*")
_ADDRESS = re.compile(r"(?i)https?:|www\.|@")
_LETTERS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its report beside the main text.

    Args:
        title: the headline as the page shows it.
        outlet: the publisher's name, or the site's.
        section: the section in which the report stands ("World").
        byline: the line that names the writers, as the page shows it.
    """

    title: str | None
    outlet: str | None
    section: str | None
    byline: str | None


def page_facts(tree: HtmlElement) -> PageFacts:
    """What a page says of its report beside the main text."""
    linked = _linked_data(tree)
    section = _first(tree, _SECTIONS) or _name(linked.get("articleSection"))
    outlet = _outlet(tree, _name(linked.get("publisher")))
    return PageFacts(
        _title(tree, _name(linked.get("headline")), outlet),
        outlet,
        section if section and len(section) <= _LONGEST_SECTION else None,
        _byline(tree),
    )


def clean(words: str) -> str:
    """Words with single spaces between them, as a browser shows them."""
    return _SPACE.sub(" ", words).strip()


def letters(words: str) -> str:
    """Words by their letters and digits only, to compare them."""
    return _LETTERS.sub("", words).casefold()


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str | None:
    values = (clean(str(value)) for path in paths for value in tree.xpath(path))
    return next((value for value in values if value), None)


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The page's JSON-LD on an article, {} if there is none that can be read."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(str(script), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            if any("Article" in str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return item
    return {}


def _items(data: object) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD, also those in a list or a graph."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            yield from (inner for inner in _list(item.get("@graph")) if isinstance(inner, dict))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(value: object) -> str | None:
    """The words of a JSON-LD value: a text, a named thing, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return clean(value) or None if isinstance(value, str) else None


def _outlet(tree: HtmlElement, publisher: str | None) -> str | None:
    """The publisher or the site; the site where an agency is named as publisher of its report."""
    names = [name for name in (publisher, _first(tree, _OUTLETS)) if name and not _ADDRESS.match(name)]
    return next((name for name in names if not is_wire(name)), names[0] if names else None)


def _title(tree: HtmlElement, headline: str | None, outlet: str | None) -> str | None:
    """The longest heading that the page's own titles repeat and that is not the outlet; else a title."""
    titles = [title for path in _TITLES if (title := _first(tree, (path,)))]
    titles += [headline] if headline else []
    repeated = [letters(title) for title in titles]
    headings = [clean(heading.text_content()) for heading in tree.iter("h1")]
    shown = [
        heading
        for heading in headings
        if len(heading) >= _SHORTEST_TITLE
        and letters(heading) != letters(outlet or "")
        and any(letters(heading) in title for title in repeated)
    ]
    return max(shown, key=len, default=headline or (titles[0] if titles else None))


def _byline(tree: HtmlElement) -> str | None:
    """The first element marked as naming the writers that does so, without the hour behind the names."""
    for path in _WRITERS:
        for element in tree.xpath(path):
            if sum(1 for _ in element.iterdescendants()) > _MOST_CHILDREN:
                continue
            words = _UPDATED.sub("", clean(" ".join(element.itertext()))).replace(" ,", ",")
            names = _BY.sub("", words)
            if (
                len(words) <= _LONGEST_BYLINE
                and len(names.split()) > 1
                and is_byline(words, after_headline=True)
            ):
                return words
    return None
