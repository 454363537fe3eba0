"""Who has left office on a day, and since when somebody holds one."""

from __future__ import annotations

import pytest

from dragoman.actors.terms import left_office, took_office

HEADS = ("president", "prime minister")


@pytest.mark.parametrize(
    ("name", "day", "until"),
    [
        ("Jacques Chirac", "2010-05-01", "2007-05-16"),
        ("Chirac", "2010-05-01", "2007-05-16"),
        ("Jacques Chirac", "2001-05-01", None),  # in office
        ("Jacques Chirac", "1990-05-01", None),  # not yet
        ("Jacques Chirac", "2023-05-01", None),  # nobody is known to hold the office
        ("Harry Truman", "2045-05-01", "1953-01-20"),  # nobody comes back so late
        ("Laurent Fabius", "2014-05-01", None),  # never held such an office
        ("Shimon Peres", "2010-05-01", None),  # holds another
        ("Jane Doe", "2010-05-01", None),
        ("Jacques Chirac", "", None),
    ],
)
def test_who_has_left_office(name: str, day: str, until: str | None) -> None:
    assert left_office(name, day, HEADS) == until


def test_a_surname_of_two_leaders_stands_for_neither_alone() -> None:
    assert left_office("Bush", "2012-05-01", HEADS) == "2009-01-20"
    assert left_office("Bush", "2012-05-01", HEADS, alone=True) is None


def test_an_office_is_held_from_its_first_day() -> None:
    assert took_office("Chirac", "2001-05-01", HEADS) == "1995-05-17"
    assert took_office("Chirac", "2010-05-01", HEADS) is None
