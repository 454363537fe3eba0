"""Whose a pronoun is that stands behind a name in one list."""

from __future__ import annotations

import pytest

from dragoman.actors import ActorIndex
from dragoman.language import Reader
from dragoman.sources import from_text
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


OWNERS = [
    ("Chile imposed curbs against Peru over its drills.", "its", "PER"),
    ("Chile watched the flurry of Peruvian missile tests and its largest drill.", "its", "PER"),
    ("Chile's envoys condemned Peru for its drills.", "its", "PER"),
]


@pytest.mark.parametrize(("sentence", "pronoun", "country"), OWNERS)
def test_what_is_judged_is_of_whoever_is_judged_for_it(
    reader: Reader, sentence: str, pronoun: str, country: str
) -> None:
    reading = reader.read(from_text(sentence, language="en"))
    (owner,) = (t for t in reading.tokens if t.lower == pronoun)
    assert ActorIndex(reading).country_of(owner) == country
