"""Demands, threats, refusals and penalties, and what only sounds like them, in invented sentences."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

EVENTS = [
    # to be made to thin out a mission is a penalty
    ("Peru ordered Chile to halve the staff of its embassy in Lima.", ("SANCTION", "PER", "CHL")),
    # who does not govern may call on the people of his country
    ("A Ghanaian bishop called on citizens to stay calm.", ("REQUEST", "GHA", "GHA")),
    ("Ghana fended off demands from Togo for the boats.", ("REJECT", "GHA", "TGO")),
    ("Peru's president said Chile has a duty to return the boats.", ("REQUEST", "PER", "CHL")),
    ("Peru threatened Chile with war.", ("THREATEN", "PER", "CHL")),
    ("Peru responded with expulsions of Chilean diplomats.", ("SANCTION", "PER", "CHL")),
    (
        "Peru's minister declined to respond to a request from Chile to detail the plan.",
        ("REJECT", "PER", "CHL"),
    ),
    ("Norway gave Danish diplomats 72 hours to leave.", ("SANCTION", "NOR", "DNK")),
    ("Norway's move to shutter the Danish consulate angered Denmark.", ("SANCTION", "NOR", "DNK")),
    ("Norway suspended operations at its embassy in Denmark in March.", ("SANCTION", "NOR", "DNK")),
    ("Norway floated the option of force against Denmark.", ("THREATEN", "NOR", "DNK")),
    ("Norway tried to persuade Denmark to leave the bay.", ("REQUEST", "NOR", "DNK")),
    # who has a request before him, and who holds those whose release is asked for
    ("Norway is reviewing Denmark's request for access to the captain.", ("REQUEST", "DNK", "NOR")),
    ("Chile called for the release of its sailors in Peru.", ("REQUEST", "CHL", "PER")),
    ("Norwegian officials reached out to their Danish counterparts seeking help.", ("REQUEST", "NOR", "DNK")),
    ("Norway imposed sanctions in response to a missile launch from Denmark.", ("SANCTION", "NOR", "DNK")),
    # what must be done to somebody is asked of others than him
    ("Norway's minister told Denmark that the curbs need to be lifted.", ("REQUEST", "NOR", "DNK")),
]
NONE = [
    # what something is needed for, what one should go on being or should understand
    ("Denmark has little choice but to answer firmly, Norway's minister said.", "REQUEST"),
    ("Norway's minister praised the ships that Denmark needs to feed its islands.", "REQUEST"),
    ("Norway's minister said Denmark should remain patient.", "REQUEST"),
    ("Norway's minister said Denmark must understand the danger.", "REQUEST"),
    ("Peru's president called the Chilean report on Bolivia a joke.", "REQUEST"),
    # a danger is no threat, nor is it a threat of those who take it seriously
    ("Norwegian officials claimed that Denmark threatens Swedish fishermen.", "THREATEN"),
    ("Sweden said Norway is taking Denmark's threats seriously.", "THREATEN"),
    # who eases a measure threatens nobody
    ("Norway announced that it would lift the tariffs on Danish cheese.", "THREATEN"),
    ("The Norwegian navy shot down five Danish warheads.", "REJECT"),
    ("Peru's president told Chile's ambassador: “You are leaving us to starve.”", "SANCTION"),
    ("Norway's minister said it must be stressed that two boats were sunk.", "REQUEST"),
    # what is put off, aimed at or found not to be so has not been done
    ("Norway had delayed imposing the tariffs on Denmark.", "SANCTION"),
    ("Norway moved quickly toward ramping up sanctions against Denmark.", "SANCTION"),
    ("A Norwegian court found the Danish captain not guilty of theft.", "SANCTION"),
    # a warning of what would become of a thing is no threat; who gives no details refuses nothing
    ("Norway's minister warned of grave consequences for trade in Denmark.", "THREATEN"),
    ("Norway's minister refused to provide any details of the Danish plan.", "REJECT"),
    ("Norway's minister declined to address the Danish protests.", "REJECT"),
    ("Fox News asked the U.S. State Department to explain the delay.", "REQUEST"),
    ("Norway's minister refused to critique Denmark's budget.", "REJECT"),
]


@pytest.mark.parametrize(("sentence", "expected"), EVENTS)
def test_it_is_told(reader: Reader, sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(events_of(reader, sentence))


@pytest.mark.parametrize(("sentence", "event"), NONE)
def test_it_is_no_such_event(reader: Reader, sentence: str, event: str) -> None:
    assert event not in [e.type for e in events_of(reader, sentence)]


def test_what_was_done_before_tells_of_nobody_who_is_asked(reader: Reader) -> None:
    events = events_of(reader, "Peru's lawyers called for a rally before Chile's vote.")
    assert [e.recipients for e in events if e.type == "REQUEST"] in ([], [()])


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Norway's minister urged support for Denmark.", "REQUEST"),
        ("Norway has refused to fight against the Danish militants.", "REJECT"),
        ("Norway's minister announced new sanctions from Denmark.", "SANCTION"),
    ],
)
def test_who_is_only_spoken_of_is_not_the_other_side(reader: Reader, sentence: str, event: str) -> None:
    events = [e for e in events_of(reader, sentence) if e.type == event]
    assert all(not e.recipients for e in events)


def test_a_question_that_asks_for_a_yes_denies_nothing(reader: Reader) -> None:
    (event,) = events_of(reader, "Hasn't Norway already imposed sanctions on Denmark?")
    assert event.status == "actual"


def test_what_goes_on_being_asked_is_asked(reader: Reader) -> None:
    vow = "Norway's minister said she will continue to press Denmark for a refund."
    assert ("REQUEST", "NOR", "DNK") in told(events_of(reader, "It rained.", vow))


def test_orders_to_ones_own_team_are_no_requests(reader: Reader) -> None:
    order = "President Luis Prado of Peru told his negotiating team to buy boats."
    assert "REQUEST" not in [e.type for e in events_of(reader, "Peru and Chile met on Monday.", order)]
