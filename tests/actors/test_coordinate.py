"""Whose a pronoun is that stands behind a name in one list."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import codes, events_of

WHO = "Juan Soto is the president of Peru. Lars Holm is a minister in Norway."
OWNED = [
    ("Mr. Holm congratulated Mr. Soto and his party on Monday.", "PER"),
    ("Mr. Holm congratulated Mr. Soto and their party on Monday.", "NOR PER"),  # several are no one man
    ("Mr. Holm congratulated Mr. Soto's widow and his party on Monday.", "NOR PER"),  # behind no name
]


@pytest.mark.parametrize(("sentence", "countries"), OWNED)
def test_what_is_listed_behind_a_man_as_his_is_his(reader: Reader, sentence: str, countries: str) -> None:
    assert codes(events_of(reader, WHO, sentence)[-1].recipients) == countries
