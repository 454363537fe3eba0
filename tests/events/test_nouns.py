"""Events told by nouns: whose they are, and whom they concern."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

TOLD = [
    # compounds that name attacks, measures and protests
    ("A Togolese rocket attack on a Ghanaian barracks wounded a cook.", ("ASSAULT", "TGO", "GHA")),
    ("The tariff war between Norway and Denmark has hurt herring fishers.", ("SANCTION", "DNK NOR", "")),
    ("Norway's travel ban on Danish envoys was a surprise.", ("COERCE", "NOR", "DNK")),
    ("Norway's ban on Danish butter came into force.", ("SANCTION", "NOR", "DNK")),
    ("Norway's parliament approved a doubling of tariffs on Danish butter.", ("SANCTION", "NOR", "DNK")),
    ("The Norwegian withdrawal from Denmark has begun.", ("RETREAT", "NOR", "DNK")),
    # who leads a deed does it
    ("Norwegian-led airstrikes on Danish barracks went on.", ("ASSAULT", "NOR", "DNK")),
    # answers with a deed
    ("Norway retaliated with tariffs on Danish butter.", ("SANCTION", "NOR", "DNK")),
    ("Norway has threatened to retaliate with tariffs on Danish butter.", ("THREATEN", "NOR", "DNK")),
    ("Norway's plan was met with criticism from Denmark.", ("ACCUSE", "DNK", "NOR")),
    # support that is given, and support that others give
    ("Norway's king tweeted his support for Denmark.", ("SUPPORT", "NOR", "DNK")),
    ("Norway's king has the support of Denmark.", ("SUPPORT", "DNK", "NOR")),
    ("Norway's king won support from Denmark.", ("SUPPORT", "DNK", "NOR")),
    ("Norwegian financial support for Denmark has grown.", ("AID", "NOR", "DNK")),
    # threats that a noun spells out
    ("Norway's threat to close its ports to Danish trawlers annoyed fishers.", ("THREATEN", "NOR", "DNK")),
    ("Norway and Denmark traded threats.", ("THREATEN", "DNK NOR", "")),
    # what is signed between two sides, both sign
    ("A fishing treaty between Norway and Denmark was signed.", ("SUPPORT", "DNK NOR", "")),
    # those of whom an attack is told, although not whose it is
    ("There was an attack on a Danish lighthouse.", ("ASSAULT", "", "DNK")),
    # a journey on which somebody says or does something
    (
        "Norway's queen seemed to soften her view on a trip to Denmark.",
        ("CONSULT", "NOR", "DNK"),
    ),
    # an order that is told by what it is about
    (
        "Denmark should rethink its support for Norway's rebels, Sweden's king said.",
        ("REQUEST", "SWE", "DNK"),
    ),
]


@pytest.mark.parametrize(("sentence", "event"), TOLD)
def test_nouns_tell_events(reader: Reader, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(events_of(reader, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Protests broke out in Togo.",
        "Togo has been shaken by street protests.",
        "Lome has seen protests over the price of bread.",
        "The Togolese protests went on.",
    ],
)
def test_the_people_of_the_place_protest(reader: Reader, sentence: str) -> None:
    (protest,) = events_of(reader, sentence)
    assert told((protest,)) == [("PROTEST", "TGO", "TGO")]
    assert protest.actors[0].name == "protesters"


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Togo built a dam despite the Ghanaian president's protests.", "PROTEST"),
        ("A farmer was plotting attacks on Danish lighthouses.", "ASSAULT"),
        ("It rained. A baker wrote about Norway's support for Denmark.", "SUPPORT"),
        ("It rained. A baker asked a priest regarding Norway's support for Denmark.", "SUPPORT"),
        ("A raid on a Danish bakery was in the news.", "ASSAULT"),
        ("Norway's promise was popular in Denmark.", "AGREE"),
    ],
)
def test_nouns_that_tell_less(reader: Reader, sentence: str, event: str) -> None:
    assert event not in [e.type.value for e in events_of(reader, sentence)]
