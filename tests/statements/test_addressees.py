"""Who is told, asked, thanked or promised something, in invented sentences."""

from __future__ import annotations

import pytest

from coded_text import statements_of
from dragoman.language import Reader


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Norway told reporters that the crew was safe.", "reporters"),
        ("Norway urged Iceland to free the crew.", "Iceland"),
        ("Norway said to Iceland that the crew was safe.", "Iceland"),
        ("Norway demanded that Iceland free the crew.", "Iceland"),
        ("Norway called for Iceland to play a bigger part in the talks.", "Iceland"),
        ("Norway sought Iceland's help.", "Iceland"),
        ("Norway said Iceland must free the crew.", "Iceland"),
        ("Norway promised Iceland that it would pay.", "Iceland"),
        ("Norway thanked Iceland.", "Iceland"),
        ("Norway asked Iceland for patience.", "Iceland"),
        ("Norway asked the Icelandic side to wait.", "Iceland"),
        ("Norway demanded the release of the crew.", None),
        ("Norway said the crew was safe.", None),
    ],
)
def test_addressees(reader: Reader, text: str, addressee: str | None) -> None:
    (statement,) = statements_of(reader, text)
    assert statement.addressee == addressee


def test_a_speaker_does_not_address_himself(reader: Reader) -> None:
    text = "“We ask our neighbours for patience,” said Ana Petrova, the Bulgarian foreign minister."
    (statement,) = statements_of(reader, text)
    assert statement.speaker is not None
    assert statement.addressee != statement.speaker.name
