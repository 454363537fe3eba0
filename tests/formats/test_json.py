"""JSON keeps everything and refuses what is not so."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from dragoman.article import Article
from dragoman.formats.json import FormatError, dumps, loads
from dragoman.records import Records
from hand_records import ARTICLE, RECORDS, coded


@settings(max_examples=60)
@given(coded())
def test_what_is_written_on_one_line_is_read_back_the_same(both: tuple[Article, Records]) -> None:
    line = dumps(*both)
    assert len(line.splitlines()) == 1
    assert loads(line) == both
    assert loads(line.encode()) == both


def test_indented_text_says_the_same() -> None:
    assert loads(dumps(ARTICLE, RECORDS, indent=2)) == (ARTICLE, RECORDS)


def test_words_of_any_script_stay_readable() -> None:
    assert "“We will not be drawn on recognition,”" in dumps(ARTICLE, RECORDS)


def _spoil(change: Callable[[dict[str, Any]], object]) -> str:
    document = json.loads(dumps(ARTICLE, RECORDS))
    change(document)
    return json.dumps(document)


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], object]:
    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_set("statements", 0, "content", 0, "exact", to="x" * 53), r"\[0\]\.content\[0\]: the text has"),
        (_set("statements", 0, "content", 0, "start", to=0), r"\$\.statements\[0\]\.content\[0\]: span 0"),
        (_set("problems", 0, "span", "exact", to="a <velmark>"), r"\$\.problems\[0\]\.span: the text has"),
        (_set("article", "text", to="Other words."), r"\$\.article\.id: .* the text was changed"),
        (_set("article", "segments", 0, "end", to=10**6), r"\$\.article\.segments\[0\]"),
        (_set("article", "published", to="yesterday"), r"\$\.article\.published: 'yesterday' is no date"),
        (_set("events", 0, "type", to="TREATY"), r"\$\.events\[0\]\.type: 'TREATY' is no EventType"),
        (_set("events", 0, "quad", to="4"), r"\$\.events\[0\]\.quad: '4' is not int"),
        (_set("events", 0, "historical", to=0), r"\$\.events\[0\]\.historical: 0 is not bool"),
        (_set("events", 1, "statement", to="0" * 16), r"\$\.events\[1\]\.statement: no record"),
        (_set("positions", 1, "supersedes", to="0" * 16), r"\$\.positions\[1\]\.supersedes: no record"),
        (_set("positions", 0, "article", to="0" * 16), r"\$\.positions\[0\]\.article"),
        (_set("positions", 0, "mood", to="grim"), r"\$\.positions\[0\]\.mood: unknown field"),
        (_set("opinions", to=[]), r"\$\.opinions: unknown field"),
        (_set("statements", to={}), r"\$\.statements: \{\} is not an array"),
        (_set("statements", 0, to=7), r"\$\.statements\[0\]: 7 is not an object"),
        (_set("statements", 0, "why", "resolved", 0, to=["said"]), r"resolved\[0\]: 1 values for 2"),
        (lambda d: d["statements"][0].pop("content"), r"\$\.statements\[0\]\.content: field missing"),
        (_set("format", to="dragoman 99"), r"\$\.format: 'dragoman 99' is not 'dragoman 1'"),
    ],
)  # fmt: skip
def test_what_is_not_so_is_refused_with_its_place(
    change: Callable[[dict[str, Any]], object], told: str
) -> None:
    with pytest.raises(FormatError, match=told):
        loads(_spoil(change))


def test_all_faults_are_told_at_once() -> None:
    def change(document: dict[str, Any]) -> None:
        document["events"][0]["type"] = "TREATY"
        document["events"][1]["score"] = "low"

    with pytest.raises(FormatError) as raised:
        loads(_spoil(change))
    assert len(raised.value.faults) == 2


@pytest.mark.parametrize("text", ["", "[]", "{", "null", b"\xff\xfe\xff"])
def test_other_files_are_refused(text: str | bytes) -> None:
    with pytest.raises(FormatError):
        loads(text)


def test_fields_that_have_a_default_may_be_missing() -> None:
    text = _spoil(lambda d: d["events"][0].pop("confidence"))
    assert loads(text)[1].events[0].confidence == 0.5
