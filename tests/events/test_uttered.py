"""What is said may be praise, a threat or a refusal without any word that frames know."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

PRAISE = [
    "Norway's prime minister said that President Ana Lima of Portugal was a wonderful partner.",
    "Norway's foreign minister tweeted that Portugal's admission was a step in the right direction.",
    "Norway's prime minister said Portugal had done a fantastic job.",
]
NO_PRAISE = [
    "Norway's prime minister said a visit by Portugal would be a wonderful thing.",
    "Norway's prime minister said Portugal was a strong country.",
]
THREATS = [
    "Kenya's foreign ministry said it would take countermeasures if Somalia raised its tariffs.",
    '"Kenya will respond to any aggression by Somalia," the Kenyan president said.',
    "Kenya warned that all options are on the table after Somalia's missile test.",
    "Kenya warned Somalia that its ships would not be safe in the strait.",
    "Kenya warned that a raid by Somalia would be met with force.",
]
NO_THREATS = [
    "Kenya's foreign minister said the tariffs of Somalia would be raised soon.",
    "Kenya's president said he would like to see sanctions on Somalia lifted.",
]


@pytest.mark.parametrize("sentence", PRAISE)
def test_a_side_that_words_of_praise_are_said_of_is_supported(reader: Reader, sentence: str) -> None:
    assert ("SUPPORT", "NOR", "PRT") in told(events_of(reader, sentence))


@pytest.mark.parametrize("sentence", NO_PRAISE)
def test_what_is_only_supposed_or_mild_supports_nobody(reader: Reader, sentence: str) -> None:
    assert all(event != "SUPPORT" for event, _, _ in told(events_of(reader, sentence)))


@pytest.mark.parametrize("sentence", THREATS)
def test_words_of_what_the_own_side_will_do_or_of_what_others_will_suffer_threaten(
    reader: Reader, sentence: str
) -> None:
    assert ("THREATEN", "KEN", "SOM") in told(events_of(reader, sentence))


@pytest.mark.parametrize("sentence", NO_THREATS)
def test_what_others_will_do_or_the_speaker_would_like_threatens_nobody(
    reader: Reader, sentence: str
) -> None:
    assert all(event != "THREATEN" for event, _, _ in told(events_of(reader, sentence)))


def test_a_side_that_says_it_will_not_do_what_others_want_refuses(reader: Reader) -> None:
    found = told(
        events_of(reader, "Chile's president said her country would not join the coalition of Peru.")
    )
    assert found == [("REJECT", "CHL", "PER")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile's government has no plans to meet with Peru.",
        "Chile's foreign minister said Chile had no intention of negotiating with Peru.",
        "Chile said it was not ready to talk to Peru.",
    ],
)
def test_who_plans_no_dealings_with_others_refuses_them(reader: Reader, sentence: str) -> None:
    assert told(events_of(reader, sentence)) == [("REJECT", "CHL", "PER")]


@pytest.mark.parametrize(
    "sentence",
    [
        '"I want to thank President Carla Ruiz of Peru," the Chilean president said.',
        '"I would like to congratulate the Peruvian people," the Chilean foreign minister said.',
        "Peru won praise from Chile's government on Monday.",
        "Chile's president tweeted her support for the president of Peru.",
        '"We have great respect for Peru," the Chilean president said.',
    ],
)
def test_praise_that_somebody_wants_to_give_gives_away_or_wins_is_given(
    reader: Reader, sentence: str
) -> None:
    assert told(events_of(reader, sentence)) == [("SUPPORT", "CHL", "PER")]


def test_threats_may_be_traded(reader: Reader) -> None:
    assert told(events_of(reader, "Peru and Chile traded threats on Monday."))[0][:2] == (
        "THREATEN",
        "CHL PER",
    )
