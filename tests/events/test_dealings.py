"""Meetings, promises and praise: who takes part, what lies ahead, and what is no dealing."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

TOLD = [
    # what was is only reported, also by who gives notice of it
    ("Peru announced that its president met Chile's foreign minister.", "CONSULT", "CHL PER", ""),
    # a response that is vowed is a threat
    ("Peru vowed a swift response to the raid by Chile.", "THREATEN", "PER", "CHL"),
    ("Peru promised to respond to the Chilean tariffs.", "THREATEN", "PER", "CHL"),
    # what causes talks, or is their matter, takes no part in them
    ("The Chadian cup sparked talks between Peru and Chile.", "CONSULT", "CHL PER", ""),
    ("Chad was at the top of the list in a meeting between Peru and Chile.", "CONSULT", "CHL PER", ""),
    # who does something after a series of meetings took part in them
    ("Peru's envoy was hopeful after a series of meetings with Chilean officials.", "CONSULT", "CHL PER", ""),
    # ships of war that are sent to a place are no aid, what is given to its forces is
    ("Peru sent two warships to Chile.", "MOBILIZE", "PER", "CHL"),
    ("Peru sent tanks to the Chilean army.", "AID", "PER", "CHL"),
    ("Peru's president gave credit to Chile's president.", "SUPPORT", "PER", "CHL"),
    # regret over what others did blames them
    ("Peru expressed regret over the Chilean launch.", "ACCUSE", "PER", "CHL"),
    ("Peru expressed regret over the deaths of Chilean sailors.", "CONCEDE", "PER", "CHL"),
    ("Peru expressed regret for the Chilean loss.", "CONCEDE", "PER", "CHL"),
    (
        "Peru's president accepted an offer of Chile's president to visit Easter Island.",
        "AGREE",
        "PER",
        "CHL",
    ),
    # who gives a meal for guests, or has them for one, is visited
    ("Peru's president hosted the Chilean king for lunch.", "CONSULT", "CHL", "PER"),
    ("Peru's president hosted a dinner for the Chilean delegation.", "CONSULT", "CHL", "PER"),
    # a warning may be offered, too
    ("Peru offered a blunt warning to Chile.", "THREATEN", "PER", "CHL"),
    ("Peru offered Chile a loan.", "AGREE", "PER", "CHL"),
    # the state by which a deal goes is not whose it is
    ("Peru supports the Chad nuclear deal.", "SUPPORT", "PER", ""),
    # who is ready to act against somebody threatens
    ("Peru is ready to take further action against Chile.", "THREATEN", "PER", "CHL"),
    ("Peru is ready to take part in talks with Chile.", "AGREE", "PER", "CHL"),
    ("Peru is ready to contribute troops to a peacekeeping force in Chile.", "AGREE", "PER", "CHL"),
    # a treaty is kept, a demand is met
    ("Peru complied with the Chilean demand.", "CONCEDE", "PER", "CHL"),
    # who visits a camp visits the state that it lies in
    ("Peru's president visited a refugee camp in Chile.", "CONSULT", "PER", "CHL"),
    ("The Peruvian president traded insults with the Chilean king.", "ACCUSE", "PER", "CHL"),
    # whom somebody undertakes to fight is promised nothing
    ("Peru is committed to defeating Hamas.", "AGREE", "PER", ""),
    ("Peru's foreign minister is in Chile on Monday.", "CONSULT", "PER", "CHL"),
    # who speaks at a meeting with others met them, in whatever frame
    ("Peru's king, speaking at the United Nations meeting with Chile, wept.", "CONSULT", "CHL PER", ""),
    # who leaves a place for another travels
    ("Peru's president left Lima for Chile on Monday.", "CONSULT", "PER", "CHL"),
    ("Peru's president spoke with Chile's king before the vote.", "CONSULT", "CHL PER", ""),
    # a resignation that is announced concedes; who chose to step down has gone
    ("Peru's president said that he would step down.", "CONCEDE", "PER", ""),
    ("Peru's president decided to step down on Monday.", "RETREAT", "PER", ""),
    ("Peru's president agreed to step down.", "AGREE", "PER", ""),
]


@pytest.mark.parametrize(("text", "event", "actors", "recipients"), TOLD)
def test_who_deals_with_whom(reader: Reader, text: str, event: str, actors: str, recipients: str) -> None:
    assert (event, actors, recipients) in told(events_of(reader, text))


AHEAD = [
    "Ahead of the Peruvian president's meeting with the Chilean king, all was calm.",
    "On the eve of the Peruvian president's meeting with the Chilean king, all was calm.",
    "The expected summit between Peru and Chile gave hope to fishermen.",
]


@pytest.mark.parametrize("text", AHEAD)
def test_a_meeting_that_is_awaited_is_planned(reader: Reader, text: str) -> None:
    assert ("AGREE", "planned") in [(e.type.value, str(e.status)) for e in events_of(reader, text)]


def test_what_had_been_said_ahead_of_a_meeting_does_not_put_it_off(reader: Reader) -> None:
    text = "Peru's king had bought a boat ahead of his meeting with the Chilean king."
    assert ("CONSULT", "actual") in [(e.type.value, str(e.status)) for e in events_of(reader, text)]


NOT_TOLD = [
    ("Backed by helicopters, Peruvian police cleared the square.", "SUPPORT"),
    ("Not satisfied with the Chilean king's answer, Peru's president left.", "SUPPORT"),
    ("Peru's envoy yielded the floor to the Chilean ambassador.", "CONCEDE"),
    ("Peru's president and Chile's president spoke before 100 guests.", "CONSULT"),
    ("The Peruvian president traded insults with the Chilean king.", "COOPERATE"),
    ("Peru's president called the Chilean king a fool on Monday.", "CONSULT"),
    ("Peru's president left some room for Chile.", "CONSULT"),
    # words are no offers, and a shared opinion is no agreement
    ("Peru offered a flat denial to the Chilean ambassador.", "AGREE"),
    ("Peru's president offered his best wishes to the Chilean king.", "AGREE"),
    ("Peru agreed with Chile that the talks were useful.", "AGREE"),
    ("Peru and Chile agree on one thing.", "AGREE"),
    # who does something in a country, or is stationed there, is not on a visit
    ("Peru's foreign minister is active in Chile.", "CONSULT"),
    ("“We are in Chile to stay,” Peru's president said.", "CONSULT"),
    # what somebody is willing to do is asked or compared, not told
    ("The question is what Peru is willing to offer Chile.", "AGREE"),
    ("It is unclear how much Peru is willing to give Chile.", "AGREE"),
    ("Peru complied with the treaty with Chile.", "CONCEDE"),
    # talks that only go on by the way are not told again
    ("Peru and Chile will hold talks in Chad. Prices fell while the talks continued.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "event"), NOT_TOLD)
def test_what_is_no_dealing(reader: Reader, text: str, event: str) -> None:
    assert event not in [kind for kind, *_ in told(events_of(reader, text))]


def test_officers_are_of_the_state_of_who_meets_them(reader: Reader) -> None:
    text = "Chile was worried. Peru's president held talks with security officials on Sunday."
    assert "CHL" not in {a.country for e in events_of(reader, text) for a in (*e.actors, *e.recipients)}


def test_who_says_that_he_would_be_willing_is_willing(reader: Reader) -> None:
    (event,) = events_of(reader, "Peru's king told a paper he would be willing to meet the Chilean king.")
    assert (event.type.value, str(event.status)) == ("AGREE", "actual")


def test_who_hails_a_deal_of_his_own_side_praises_nobody_else(reader: Reader) -> None:
    events = events_of(reader, "Peru and Chile signed a fishing deal.", "Chilean unions hailed the deal.")
    assert ("SUPPORT", "CHL", "") in told(events)


def test_a_noun_names_the_meeting_that_the_report_tells_as_planned(reader: Reader) -> None:
    events = events_of(
        reader,
        "Peru's president will meet the Chilean king in Lima.",
        "Fishermen hope for much from the summit between Peru and Chile.",
    )
    assert "CONSULT" not in [e.type.value for e in events]


def test_a_noun_does_not_put_off_a_meeting_that_was_held(reader: Reader) -> None:
    events = events_of(
        reader,
        "Peru's president met the Chilean king in Lima on Monday.",
        "Fishermen praised the summit between Peru and Chile. The two will meet again.",
    )
    assert "CONSULT" in [e.type.value for e in events]
