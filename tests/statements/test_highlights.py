"""What the lines above a column have its author say is no statement."""

from __future__ import annotations

from coded_text import said, statements_of
from dragoman.language import Reader

_LINES = "Ada Lund: Norway should close the port\n\nIceland was not consulted, she says\n\n"
_BODY = "Norway built a new port in March.\n\nNorway's minister said the port was open.\n\n"


def test_an_authors_view_above_a_column_is_left_out(reader: Reader) -> None:
    found = statements_of(reader, f"{_LINES}{_BODY}Ada Lund\n\nThe port is old.")
    assert [said(s) for s in found] == ["the port was open"]


def test_whoever_else_a_line_quotes_speaks(reader: Reader) -> None:
    found = statements_of(reader, f"{_LINES}{_BODY}The port is old.")
    assert "Iceland was not consulted" in [said(s) for s in found]
