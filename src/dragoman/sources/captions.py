"""Captions: a page's captions and credits, and where among the paragraphs they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.article import Zone, credit_start
from dragoman.sources.page import clean, letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAPTION = re.compile(r"(?i)caption(?!s?[\w-]*(?:truncated|link|toggle|button|style|close|video|on\b|off\b))")
_CREDIT = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?:image|photo|img|media|picture|figure)[\w-]*)?(?:credit|copyright(?:Holder)?|attribution|photographer|source)s?\b"
)
_IN_FIGURE = re.compile(r"(?i)image|photo|figure|media|picture|img|caption")
_NOISE = re.compile(
    r"(?i)\b(?:toggle|hide|enlarge|button|icon|share|visually-hidden|sr-only|screen-reader|off-?screen)"
)
_SHOWN = re.compile(r"(?i)\b(?:enlarge this image|toggle caption|hide caption)\b")
_LONGEST_CAPTION = 1_000  # code points
_LONGEST_CREDIT = 150
_MOST_PARAGRAPHS = 3
_LAYOUT = frozenset(
    {
        "html",
        "head",
        "body",
        "main",
        "article",
        "section",
        "header",
        "script",
        "style",
        "h1",
        "h2",
        "img",
        "meta",
        "link",
        "input",
        "form",
        "button",
        "video",
        "iframe",
        "template",
        "noscript",
    }
)
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "div", "td", "dd", "span", "font"}
)
_UNSEEN = frozenset({"button", "script", "style", "noscript"})
_INNER = frozenset({"p", "div", "ul", "ol", "table", "section", "article", "figure", "blockquote"})
_FRAME = frozenset({"article", "main"})


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption on a page.

    Args:
        words: the caption's words, "" for a credit that stands alone.
        credit: the credit's words, "" if the page marks none.
        mark: the empty element that stands in its place.
    """

    words: str
    credit: str
    mark: HtmlElement

    def parts(self) -> Iterator[tuple[str, Zone]]:
        """The caption and the credit as paragraphs with their zones."""
        if self.words:
            yield self.words, Zone.CAPTION
        if self.credit:
            yield self.credit, Zone.CAPTION if credit_start(self.credit) else Zone.CREDIT


def take_captions(tree: HtmlElement) -> list[Caption]:
    """The captions of a page, in order; in the tree an empty mark stands in the place of each."""
    taken: list[Caption] = []
    seen: set[str] = set()
    inside: set[HtmlElement] = set()
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element in inside or not _is_caption(element):
            continue
        inside.update(element.iterdescendants())
        words, credit = _words(element)
        mark = _mark(element)
        if (words or credit) and words + credit not in seen:
            seen.add(words + credit)
            taken.append(Caption(words, credit, mark))
    return taken


def _is_caption(element: HtmlElement) -> bool:
    """Whether an element is a caption, or a picture's credit outside of one."""
    if element.tag in _LAYOUT:
        return False
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    captioned = element.tag == "figcaption" or _CAPTION.search(named)
    credited = not captioned and _CREDIT.search(named) and _is_of_picture(element)
    if not captioned and not credited:
        return False
    longest = _LONGEST_CAPTION if captioned else _LONGEST_CREDIT
    inner = sum(1 for child in element.iterdescendants("p", "h1", "h2", "h3", "article", "ul"))
    return inner <= _MOST_PARAGRAPHS and 0 < len(clean(element.text_content())) <= longest


def _is_of_picture(element: HtmlElement) -> bool:
    """Whether a credit is a picture's, by its name or by what holds it."""
    above = [element, *list(element.iterancestors())[:3]]
    return any(e.tag in {"figure", "picture"} or _IN_FIGURE.search(e.get("class") or "") for e in above)


def _words(element: HtmlElement) -> tuple[str, str]:
    """The words of a caption and of the credit that it marks."""
    words: list[str] = []
    credits: list[str] = []
    _collect(element, words, credits, credited=_is_credit(element))
    return _shown(words), _shown(credits)


def _shown(words: list[str]) -> str:
    return clean(_SHOWN.sub(" ", clean("".join(words))))


def _is_credit(element: HtmlElement) -> bool:
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    return element.tag != "figcaption" and bool(_CREDIT.search(named)) and not _CAPTION.search(named)


def _collect(element: HtmlElement, words: list[str], credits: list[str], *, credited: bool) -> None:
    """Gather an element's words, those of credits apart, without buttons."""
    into = credits if credited else words
    into.append(element.text or "")
    for child in element:
        if (
            isinstance(child.tag, str)
            and child.tag not in _UNSEEN
            and not _NOISE.search(child.get("class") or "")
        ):
            into.append(" " if child.tag in _INNER else "")
            _collect(child, words, credits, credited=credited or _is_credit(child))
        into.append(child.tail or "")


def _mark(element: HtmlElement) -> HtmlElement:
    """Empty an element, so that only its place is left."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = "wbr"
    return element


def place_captions(
    tree: HtmlElement, paragraphs: Sequence[str], captions: Sequence[Caption]
) -> dict[int, list[Caption]]:
    """The captions that belong to a report, by the number of the paragraph before which they stand.

    Args:
        tree: the page, with the captions' marks in it.
        paragraphs: the report's paragraphs, in order.
        captions: the page's captions, in order.
    """
    if not captions:
        return {}
    numbers = {letters(words): number for number, words in reversed(list(enumerate(paragraphs)))}
    marks = {caption.mark: caption for caption in captions}
    found: list[tuple[HtmlElement, int]] = []
    waiting: list[tuple[Caption, int]] = []
    for element in tree.iter():
        if element in marks:
            waiting.append((marks[element], found[-1][1] + 1 if found else 0))
        elif element.tag in _BLOCKS and (number := _number(element, numbers)) is not None:
            found.append((element, number))
    if not found:
        return {}
    frame, body = _frames([element for element, _ in found])
    placed: dict[int, list[Caption]] = {}
    for caption, number in waiting:
        if _within(caption.mark, frame if number == 0 else body):
            placed.setdefault(number, []).append(caption)
    return placed


def _number(element: HtmlElement, numbers: dict[str, int]) -> int | None:
    """The number of the paragraph that an element's words are."""
    if element.tag in {"div", "span", "td"} and any(child.tag in _INNER for child in element):
        return None
    return numbers.get(letters(element.text_content()))


def _frames(found: Sequence[HtmlElement]) -> tuple[HtmlElement, HtmlElement]:
    """The element that holds the whole report, and the one that holds its paragraphs."""
    shared = list(found[0].iterancestors())
    for element in found[1:]:
        above = set(element.iterancestors())
        shared = [ancestor for ancestor in shared if ancestor in above] or shared
    body = shared[0]
    holders = [body, *body.iterancestors()]
    frame = next(
        (e for e in holders if e.tag in _FRAME or e.get("role") in _FRAME), holders[min(1, len(holders) - 1)]
    )
    return frame, body


def _within(element: HtmlElement, frame: HtmlElement) -> bool:
    return any(ancestor is frame for ancestor in element.iterancestors())
