"""To whom something is done, as the syntax of the sentence tells."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import codes, events_of, told

DONE = [
    # what must be done to somebody is asked of others
    ("Norway's minister said the captain of Chad must be arrested.", "REQUEST", "NOR", ""),
    ("Norway called for the release of Peruvian sailors.", "REQUEST", "NOR", ""),
    ("Norway called for talks with Chad.", "REQUEST", "NOR", "TCD"),
    # those who are asked are no one else's, though nobody knows them
    ("Norway called on other countries to condemn Chad.", "REQUEST", "NOR", "?"),
    ("Peru urged Norway's partners to be patient.", "REQUEST", "PER", "?"),
    # force goes over a country or toward it, or is to counter it
    ("Norway deployed troops across Chad.", "MOBILIZE", "NOR", "TCD"),
    ("Norway launched missiles toward Chad.", "MOBILIZE", "NOR", "TCD"),
    ("Norway sent troops to counter a threat posed by Chad.", "MOBILIZE", "NOR", "TCD"),
    # a treaty is no party
    ("Norway criticised NAFTA on Friday.", "ACCUSE", "NOR", ""),
    # where it was done, to whom or what about is not who did it
    ("Norway condemned the church attack on Friday.", "ACCUSE", "NOR", ""),
    ("Peru slammed the Russia inquiry.", "ACCUSE", "PER", ""),
    ("Peru opened the Russia inquiry.", "ACCUSE", "PER", "RUS"),
    ("Peru criticised Anna Olsen's arrest.", "ACCUSE", "PER", ""),
    ("Peru criticised the arrest of Anna Olsen.", "ACCUSE", "PER", ""),
    ("Norway slammed the treatment of Peruvian sailors.", "ACCUSE", "NOR", ""),
    ("Peru criticised Chad's arrest of Anna Olsen.", "ACCUSE", "PER", "TCD"),
    # who did it stands behind "by"
    ("Norway criticised the use of force by Chad.", "ACCUSE", "NOR", "TCD"),
    ("Norway thanked ten of the nurses trained by Chad.", "SUPPORT", "NOR", "?"),
]


@pytest.mark.parametrize(("sentence", "event", "actor", "recipient"), DONE)
def test_to_whom_it_is_done(reader: Reader, sentence: str, event: str, actor: str, recipient: str) -> None:
    assert (event, actor, recipient) in told(events_of(reader, sentence))


def test_who_judges_together_does_not_judge_each_other(reader: Reader) -> None:
    for event in events_of(reader, 'Peru and Chile called the plan of Norway "barbaric".'):
        assert codes(event.recipients) not in ("CHL", "PER")


def test_the_enemies_of_a_state_are_not_the_state(reader: Reader) -> None:
    (blamed,) = events_of(
        reader, "Norway is cold.", "The Peruvian president accused enemies of Peru of lying."
    )
    assert "PER" not in {a.country for a in blamed.recipients}


def test_what_is_judged_as_it_is_nobody(reader: Reader) -> None:
    (backed,) = events_of(reader, "Chile has a plan. It is backed by Peru.")
    assert backed.recipients == ()


def test_whom_a_thing_is_done_to_is_not_judged_for_it(reader: Reader) -> None:
    (judged,) = events_of(
        reader, "Norway is cold.", "Peru's president condemned threats to Peruvian farmers."
    )
    assert judged.recipients == ()


@pytest.mark.parametrize("others", ["relevant parties", "the international community"])
def test_others_of_whatever_country_are_of_none(reader: Reader, others: str) -> None:
    (asked,) = events_of(reader, "Norway is cold.", f"Peru urged {others} to leave.")
    assert [a.country for a in asked.recipients] == [None]
