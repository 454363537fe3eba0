"""Of what country those are who are struck or seized, where nothing tells whose they are but the deed."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import codes, events_of

AFAR = "Chile and Norway signed a fish accord in Oslo, and Norway thanked Chile."  # two states to guess from
TOLD = [
    ("Masked gunmen killed eight people in Lima.", "PER"),  # the place
    ("Spanish troops fired on Peruvian students on Monday. By noon they had killed six people.", "PER"),
    ("Kenyan police arrested four people on Monday.", "KEN"),  # police seize those at home
    ("Kenyan police arrested four Chadian men on Monday.", "TCD"),  # whom their own words tell
    ("Kenyan police arrested four European observers on Monday.", "EUR"),
    ("Kenyan police arrested four Chadians on Monday.", "TCD"),
    ("Kenyan troops killed two separatists on Monday.", "KEN"),
    ("Kenyan police arrested nine Chadians and wounded four more.", "TCD"),  # whom the number counts
]


@pytest.mark.parametrize(("story", "country"), TOLD)
def test_bare_people_are_of_where_the_deed_was_done(reader: Reader, story: str, country: str) -> None:
    last = events_of(reader, AFAR, story)[-1]
    assert codes(last.recipients) == country


@pytest.mark.parametrize(
    ("story", "country"),
    [
        ("Rebels destroyed a Peruvian tank on Monday, Chile said.", "PER"),
        ("Chadian rebels destroyed a Peruvian tank on Monday, Chile said.", "TCD"),
        ("Rebels killed two Peruvian soldiers in Chad on Monday.", "TCD"),
    ],
)
def test_bare_rebels_fight_the_state_at_home(reader: Reader, story: str, country: str) -> None:
    last = events_of(reader, AFAR, story)[-1]
    assert codes(last.actors) == country
