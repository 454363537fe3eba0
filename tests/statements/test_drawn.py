"""Judgements that something meets with, in invented sentences."""

from __future__ import annotations

import pytest

from coded_text import said, statements_of
from dragoman.language import Reader
from dragoman.records import Act


@pytest.mark.parametrize(
    ("text", "speaker", "act", "content"),
    [
        ("The new toll drew sharp criticism from Norway.", "Norway", Act.CRITICISE, "The new toll"),
        ("The new toll was met with condemnation by Norway.", "Norway", Act.CRITICISE, "The new toll"),
        ("Iceland faced criticism from Norway over the new toll.", "Norway", Act.CRITICISE, "the new toll"),
        ("The old treaty won praise from Norway.", "Norway", Act.PRAISE, "The old treaty"),
    ],
)
def test_who_draws_a_judgement_is_judged(
    reader: Reader, text: str, speaker: str, act: Act, content: str
) -> None:
    (statement,) = statements_of(reader, text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.act, said(statement)) == (speaker, act, content)


@pytest.mark.parametrize(
    "text",
    [
        "The new toll could draw criticism from Norway.",
        "The new toll is sure to face criticism from Norway.",
        "This has drawn criticism from Norway.",
        "The new toll has drawn criticism.",
    ],
)
def test_a_judgement_that_may_come_or_is_nobody_s_or_of_nothing_named_is_none(
    reader: Reader, text: str
) -> None:
    assert statements_of(reader, text) == ()
