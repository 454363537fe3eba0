"""The console view shows all that there is, at any width and without colour."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from rich.console import Console

from dragoman.article import Article
from dragoman.formats.console import render
from dragoman.records import Records
from hand_records import ARTICLE, RECORDS, coded


def shown(article: Article, records: Records, width: int = 80) -> str:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, color_system=None).print(render(article, records))
    return out.getvalue()


@pytest.mark.parametrize("width", [30, 80, 120])
def test_no_line_is_wider_than_the_console(width: int) -> None:
    assert max(map(len, shown(ARTICLE, RECORDS, width).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_all_is_shown(width: int) -> None:
    text = shown(ARTICLE, RECORDS, width)
    flat = re.sub(r"[\s│]+", " ", text)
    for words in (
        "Mira Solano, foreign minister [VLM] decline → reporters",
        "“We will not be drawn on recognition,”",
        "via Radio Velmark",
        "on condition: if the shelling of the river districts resumed",
        "Taravia [TRV] → Velmark [VLM] SANCTION expel",
        "score -5.0",
        "on the word of Mira Solano, S2",
        "recognition withheld",
        "14 Mar 2024",
        "one paragraph is in Welsh and was not read",
    ):
        assert words in flat


def test_what_changed_has_both_quotations() -> None:
    changed = shown(ARTICLE, RECORDS).split("What changed")[1]
    order = ["was open", "the mission was fully open", "now reduced", "keep a small team"]
    assert [changed.index(words) for words in order] == sorted(changed.index(words) for words in order)


def test_nothing_found_is_said() -> None:
    text = shown(ARTICLE, Records(ARTICLE.id))
    assert "Nobody is reported to have said anything." in text
    assert "What changed" not in text


@settings(max_examples=30)
@given(coded())
def test_any_records_can_be_shown(both: tuple[Article, Records]) -> None:
    assert "Statements" in shown(*both)
