"""How widely frames reach: many ways to say what PLOVER's types stand for, and what to leave alone."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

SAID = [
    ("Chile launched a counteroffensive against Peru.", ("ASSAULT", "CHL", "PER")),
    ("Mali's army launched an operation against Chad.", ("ASSAULT", "MLI", "TCD")),
    ("The president of Kenya ordered airstrikes against Somalia.", ("ASSAULT", "KEN", "SOM")),
    ("Eritrean troops violated the ceasefire with Ethiopia.", ("ASSAULT", "ERI", "ETH")),
    ("Peru is responsible for the massacre of Chilean farmers.", ("ASSAULT", "PER", "CHL")),
    ("Sweden dismissed the petition of Norway.", ("REJECT", "SWE", "NOR")),
    ("Denmark denied permission to Swedish pilots.", ("REJECT", "DNK", "SWE")),
    ("Peru failed to honour its agreement with Chile.", ("REJECT", "PER", "CHL")),
    ("Norway launched a tirade against Denmark.", ("ACCUSE", "NOR", "DNK")),
    ("Ghana filed charges against a Togolese officer.", ("ACCUSE", "GHA", "TGO")),
    ("A Norwegian court found a Danish trader guilty.", ("SANCTION", "NOR", "DNK")),
    ("Norway sent detectives to question a Danish minister.", ("ACCUSE", "NOR", "DNK")),
    ("Japan pledged support for Mongolia.", ("SUPPORT", "JPN", "MNG")),
    ("Prime Minister Hana Mori of Japan called President Luis Prado of Peru.", ("CONSULT", "JPN PER", "")),
    ("The president of Ghana attended a summit in Kigali.", ("CONSULT", "GHA", "")),
    ("Norway shared intelligence with Denmark.", ("COOPERATE", "NOR", "DNK")),
    ("Kenya decided to lift sanctions on Somalia.", ("CONCEDE", "KEN", "SOM")),
    ("Kenya dropped charges against a Ugandan singer.", ("CONCEDE", "KEN", "UGA")),
    ("Italy returned a stolen statue to Greece.", ("RETREAT", "ITA", "GRC")),
    ("Ghanaian nurses called off a strike.", ("RETREAT", "GHA", "")),
    ("Norway ended mediation between Chad and Sudan.", ("SANCTION", "NOR", "SDN TCD")),
    ("Peru revoked the visas of Chilean diplomats.", ("SANCTION", "PER", "CHL")),
    ("Chile beefed up its military presence on the border.", ("MOBILIZE", "CHL", "")),
    ("Peru carried out a cyberattack on Chile.", ("COERCE", "PER", "CHL")),
    ("Kenyan workers staged a work stoppage.", ("PROTEST", "KEN", "")),
    ("Norway gave Denmark an ultimatum.", ("THREATEN", "NOR", "DNK")),
    ("Norway and Sweden agreed a pact on fishing.", ("SUPPORT", "NOR SWE", "")),
    ("Norway announced loans for Denmark.", ("AGREE", "NOR", "DNK")),
    ("Norway withdrew its peacekeepers from Mali.", ("SANCTION", "NOR", "MLI")),
    ("Kenya suspended aid and arms deals with Uganda.", ("SANCTION", "KEN", "UGA")),
    ("Almost 2,000 Sudanese sought refuge in Chad.", ("REQUEST", "SDN", "TCD")),
    ("Ethiopia is committed to opening its market to Kenya.", ("AGREE", "ETH", "KEN")),
]


@pytest.mark.parametrize(("sentence", "event"), SAID)
def test_frames_reach(reader: Reader, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(events_of(reader, sentence))


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # a verb with a particle is a verb of its own
        ("Ghanaian miners called off a strike.", "PROTEST"),
        # "on Friday" is nobody on whom
        ("The prime minister of Japan called the president of Peru on Friday.", "REQUEST"),
        ("On 2 May the prime minister of Japan called President Luis Prado of Peru to thank him.", "REQUEST"),
        # what is demonstrated may be a fact
        ("Norway demonstrated that its army is strong.", "PROTEST"),
        # advice to travellers is no threat
        ("Norway issued a travel warning for Denmark.", "THREATEN"),
        # a denial is no event
        ("Norway denied the charges of Denmark.", "REJECT"),
        # a campaign need not be one of arms
        ("Norway launched a campaign in Denmark.", "ASSAULT"),
        # a relative clause only says whom they free
        ("Chad will free three Libyan pilots whom it holds.", "COERCE"),
    ],
)
def test_frames_leave_alone(reader: Reader, sentence: str, event: str) -> None:
    assert event not in [e.type for e in events_of(reader, sentence)]


def test_a_lone_sign_is_recorded_as_faint(reader: Reader) -> None:
    (faint,) = events_of(reader, "Thirty nations pardoned two Danish sailors.")
    (full,) = events_of(reader, "Norway pardoned two Danish sailors.")
    assert faint.type == full.type == "CONCEDE"
    assert faint.why.rule.endswith("faint")


def test_whoever_acts_is_called_as_the_text_calls_them(reader: Reader) -> None:
    (event,) = events_of(reader, "Since March, Okwelle has accused Norway of spying.")
    assert [a.name for a in event.actors] == ["Okwelle"]
    assert event.actors[0].country is None
