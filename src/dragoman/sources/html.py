"""The HTML format: a saved web page's report, with its captions and credits in their places."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from dragoman.article import Article, Zone, compose
from dragoman.sources.captions import Caption, place_captions, take_captions
from dragoman.sources.chunks import join_chunks
from dragoman.sources.decoding import decode, repair
from dragoman.sources.errors import NoArticleError
from dragoman.sources.known import Known
from dragoman.sources.language import check_language
from dragoman.sources.page import PageFacts, clean, letters, page_facts
from dragoman.sources.plain import check_lengths, check_text
from dragoman.sources.registry import Format

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_Part: TypeAlias = tuple[str, Zone | None]  # a paragraph's words and its zone, if that is known

_HEAD = 8192  # bytes that tell a page
_TAG = re.compile(
    rb"(?is)<!doctype html|<html\b"
    rb"|^\s*(?:<!--.*?-->\s*)*<(?:head|body|article|main|div|section|p|h1|meta|title)\b"
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_FEWEST_LETTERS = 120  # in a report's body
_ENDED = re.compile(r"""[.!?:…]["'”’)\]]*$""")


def _knows(data: bytes) -> bool:
    return _TAG.search(data[:_HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")) is not None


def _read(data: bytes, known: Known) -> Article:
    tree = _tree(decode(data, name=known.name), known.name)
    facts = page_facts(tree)
    captions = take_captions(tree)
    join_chunks(tree)
    document = _extract(tree, known)
    if document is None:
        raise NoArticleError(
            f"{known.name}: no report among the page's {len(tree.text_content().split()):,} words: "
            "save the page when it is loaded in full, or give the report's text"
        )
    known = _completed(known, facts, document)
    body = list(_body(document, known.title))
    placed = place_captions(tree, [words for words, _ in body], captions)
    return _article([*_opening(facts, known), *_with_captions(body, placed)], known)


def _tree(text: str, name: str) -> HtmlElement:
    from lxml import etree, html  # noqa: PLC0415 - slow to import

    try:
        tree = html.document_fromstring(
            _DECLARATION.sub("", text),
            parser=html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, ValueError) as error:
        raise NoArticleError(f"{name}: no page can be made of it ({error}): save the page anew") from error
    return tree


def _extract(tree: HtmlElement, known: Known) -> Document | None:
    """The main text and the metadata, by the quick way or, where that finds too little, the thorough one."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import
    from trafilatura.settings import Document  # noqa: PLC0415

    days = {"original_date": True, "extensive_search": True, "max_date": dt.date.today().isoformat()}
    for fast in (True, False):
        document = bare_extraction(
            tree,
            url=known.url,
            fast=fast,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=days,
        )
        if isinstance(document, Document) and len(document.text or "") >= _FEWEST_LETTERS:
            return document
    return None


def _completed(known: Known, facts: PageFacts, document: Document) -> Known:
    """What is known, completed by what the page says."""
    return replace(
        known,
        title=known.title or _said(facts.title) or _said(document.title),
        outlet=known.outlet or _said(facts.outlet) or _said(document.sitename),
        published=known.published or (dt.date.fromisoformat(document.date) if document.date else None),
        url=known.url or _said(document.url),
    )


def _said(words: str | None) -> str | None:
    return repair(clean(words)) or None if words else None


def _body(document: Document, title: str | None) -> Iterator[_Part]:
    """The paragraphs of the main text; crossheads are known as such, the headline is left out."""
    for block in document.body:
        heading = block.tag == "head"
        for words in _paragraphs(block):
            if letters(words) and not (heading and letters(words) == letters(title or "")):
                yield repair(words), Zone.HEADLINE if heading else None
        yield from ((repair(words), None) for words in _sentences(block.tail or ""))


def _paragraphs(block: _Element) -> Iterator[str]:
    """The paragraphs of a block: its items, or its lines where they end sentences."""
    if block.tag in {"list", "quote"} and len(block):
        yield from _sentences(block.text or "")
        for child in block:
            yield from _paragraphs(child)
            yield from _sentences(child.tail or "")
    else:
        yield from _sentences("".join(_lines(block)))


def _lines(block: _Element) -> Iterator[str]:
    """A block's words, with "\n" for its line breaks only."""
    yield (block.text or "").replace("\n", " ")
    for child in block:
        if child.tag == "lb":
            yield "\n"
        yield from _lines(child)
        yield (child.tail or "").replace("\n", " ")


def _sentences(words: str) -> Iterator[str]:
    """The lines of a block; those that break off within a sentence are joined."""
    whole = ""
    for line in words.split("\n"):
        whole = clean(f"{whole} {line}")
        if _ENDED.search(whole):
            yield whole
            whole = ""
    if whole:
        yield whole


def _opening(facts: PageFacts, known: Known) -> Iterator[_Part]:
    """Section, headline and byline."""
    for words, zone in (
        (facts.section, Zone.SECTION),
        (known.title, Zone.HEADLINE),
        (facts.byline, Zone.BYLINE),
    ):
        if words:
            yield words, zone


def _with_captions(body: list[_Part], placed: dict[int, list[Caption]]) -> Iterator[_Part]:
    """The body's paragraphs with the captions between them."""
    for number in range(len(body) + 1):
        for caption in placed.get(number, ()):
            yield from ((repair(words), zone) for words, zone in caption.parts())
        if number < len(body):
            yield body[number]


def _article(parts: list[_Part], known: Known) -> Article:
    text, zoned = compose(parts)
    check_text(text, name=known.name)
    check_lengths(zoned.segments, name=known.name)
    return Article(
        text,
        zoned.segments,
        title=known.title,
        outlet=known.outlet,
        published=known.published,
        language=check_language(text, zoned.segments, given=known.language, name=known.name),
        url=known.url,
        wires=zoned.wires,
    )


FORMAT = Format("html", _knows, _read)
