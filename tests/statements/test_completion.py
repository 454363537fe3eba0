"""Where contents end: parentheses, contrasts, quotation marks, what goes on elsewhere."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader


def contents_of(reader: Reader, text: str) -> list[str]:
    """The contents of a text's statements, pieces parted by dots."""
    return [" … ".join(span.exact for span in s.content) for s in statements_of(reader, text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Foreign Minister Ana Petrova warned in Oslo that not only had Peru broken the truce — a charge "
            "denied by almost everyone save the president — but it was preparing to do so again.",
            "that not only had Peru broken the truce — a charge denied by almost everyone save the president "
            "— but it was preparing to do so again",
        ),
        (
            "Ambassador Hill said that Peru did not object to the deal itself, but rather the haste "
            "behind it.",
            "that Peru did not object to the deal itself, but rather the haste behind it",
        ),
        (
            'Foreign Minister Ana Petrova, while saying Peru "is not watching and will not watch" Kenyan '
            "ports, did not deny that ships had sailed.",
            'Peru "is not watching and will not watch" Kenyan ports',
        ),
        (
            "Kenya demanded an account of a report that Peru copied thousands of maps, and also summoned the "
            "Peruvian ambassador to explain the matter.",
            "an account of a report that Peru copied thousands of maps",
        ),
        (
            "Kenya asked for more aid, saying it would welcome the ships and urging Peru to reopen the port.",
            "it would welcome the ships",
        ),
        (
            "Two ships sank near the port on Monday, according to records the agency released Friday.",
            "Two ships sank near the port on Monday",
        ),
        (
            'Among her remarks in Oslo, Petrova said, "there have been times when Peru was wrong."',
            '"there have been times when Peru was wrong."',
        ),
        (
            "The minister said it was a vote to “take back the port.” And when it was over, “The port has "
            "voted to leave.” “We have our town back.”",
            "it was a vote to “take back the port.”",
        ),
        (
            "Foreign Minister Ana Petrova said: “Peru is ready to talk.”\n\n‘NO MORE OF THIS’\n\nThe talks "
            "begin on Monday in Oslo.",
            "“Peru is ready to talk.”",
        ),
    ],
)
def test_content(reader: Reader, text: str, content: str) -> None:
    assert content in contents_of(reader, text)


def test_the_purpose_of_what_is_asked_for_is_no_request(reader: Reader) -> None:
    text = "The cash would be a share of a fund that Kenya requested from Peru to help train its police."
    assert contents_of(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru will have to wait when Kenya decides whether to close the port.",
        "The ministry counted groups who opposed the new port in Oslo.",
        "The police stopped citizens seeking visas from Peru.",
    ],
)
def test_open_decisions_and_classes_of_people_are_no_statements(reader: Reader, text: str) -> None:
    assert contents_of(reader, text) == []


def test_a_report_with_an_object_closes_no_other_words(reader: Reader) -> None:
    text = "Everybody asked for that order: Peru wanted it, Kenya wanted it, we wanted it."
    assert "Peru wanted it" not in contents_of(reader, text)


def test_a_statement_that_is_quoted_is_not_carried_on_outside(reader: Reader) -> None:
    text = "“Hill says the deal is dead,” the paper wrote on Monday. “Nobody in town cares about it.”"
    assert contents_of(reader, text)[-1] == "the deal is dead"
