"""Quotation marks are paired within a paragraph, and quotations of several paragraphs go on."""

from __future__ import annotations

import pytest

from dragoman.article import Article, Segment, Zone
from dragoman.records import Form
from dragoman.statements.quotes import find_quotes, form_of


def _article(*paragraphs: str, zone: Zone = Zone.BODY) -> Article:
    segments, start = [], 0
    for paragraph in paragraphs:
        segments.append(Segment(zone, start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(segments))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We agree,” she said.", ["“We agree,”"]),
        ('"We agree," she said. "Fully."', ['"We agree,"', '"Fully."']),
        ("''We agree,'' she said.", ["''We agree,''"]),
        ("``We agree,'' she said.", ["``We agree,''"]),
        ("«We agree», she said.", ["«We agree»"]),
        ("„We agree,” she said.", ["„We agree,”"]),
        ("‘We agree,’ she said, and Lavrin’s aide didn’t.", ["‘We agree,’"]),
        ("She said: “He told me ‘never’ and left.”", ["“He told me ‘never’ and left.”"]),
        ("The ministers' talks and the envoys' notes went on.", []),
        ("It’s the diplomats’ choice, isn’t it?", []),
        ("“We agree,” she told “Harbour Watch.”", ["“We agree,”"]),
        ("“We agree,” he said on “Bay of Gulls.”", ["“We agree,”"]),
        ("She told “Harbour Watch” it was “Peru First.”", ["“Peru First.”"]),
        ("“We agree and never end", ["“We agree and never end"]),
        ('The 5" gun was old.', []),
    ],
)
def test_pairs(text: str, quoted: list[str]) -> None:
    article = _article(text)
    assert [article.text[q.start : q.end] for q in find_quotes(article)] == quoted


def test_quotation_of_several_paragraphs_goes_on() -> None:
    first, second = find_quotes(_article("“We hold the pass.", "“We shall keep it,” he said."))
    assert not first.closed
    assert second.continues


def test_an_opening_mark_after_a_closed_quotation_is_a_new_one() -> None:
    first, second = find_quotes(_article("“We hold the pass.”", "“We shall keep it,” he said."))
    assert first.closed
    assert not second.continues


def test_headlines_are_not_quoted_from() -> None:
    assert find_quotes(_article("“We hold the pass”", zone=Zone.HEADLINE)) == []


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("“We agree,”", Form.DIRECT),
        ("that the pact is “dead”", Form.MIXED),
        ("that “the pact is dead”", Form.MIXED),
        ("that the pact is dead", Form.INDIRECT),
    ],
)
def test_form(content: str, form: Form) -> None:
    article = _article(f"{content} she said")
    assert form_of([(0, len(content))], find_quotes(article), article.text) is form
