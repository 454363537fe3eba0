"""Deeds and meetings in the words in which reports tell them by the way: invented sentences."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

DEEDS = [
    ("Chilean rebels claimed responsibility for the attack on the Peruvian port.", "ASSAULT", "CHL", "PER"),
    ("The attack on the Peruvian port was claimed by Chilean rebels.", "ASSAULT", "CHL", "PER"),
    ("Peruvian troops pushed Chilean rebels out of the valley.", "ASSAULT", "PER", "CHL"),
    ("Peruvian troops cleared the town of Chilean rebels.", "ASSAULT", "PER", "CHL"),
    ("Peruvian troops recaptured the town from Chilean rebels.", "ASSAULT", "PER", "CHL"),
    ("Peruvian jets took out two Chilean tanks.", "ASSAULT", "PER", "CHL"),
    ("Peruvian troops used howitzers against Chilean villagers.", "ASSAULT", "PER", "CHL"),
    ("Peruvian gunners brought down a Chilean helicopter.", "ASSAULT", "PER", "CHL"),
    ("Peruvian rebels set ablaze the Chilean embassy.", "ASSAULT", "PER", "CHL"),
    ("Peruvian police lobbed pepper canisters into the crowd of Chilean students.", "ASSAULT", "PER", "CHL"),
    ("Peru is holding a Chilean trawler.", "COERCE", "PER", "CHL"),
    ("Peru has closed the highway to Chile.", "COERCE", "PER", "CHL"),
    ("Peruvian police dispersed a sit-in by Chilean students.", "COERCE", "PER", "CHL"),
    ("Peru put a levy on $3 billion in Chilean copper.", "SANCTION", "PER", "CHL"),
    ("Peru brought in sanctions against Chile.", "SANCTION", "PER", "CHL"),
    ("Peru doubled tariffs on Chilean copper.", "SANCTION", "PER", "CHL"),
    ("Peru designated Chile a sponsor of piracy.", "SANCTION", "PER", "CHL"),
    ("Peru raised its alert level.", "MOBILIZE", "PER", ""),
    ("Peru tested a new rocket engine.", "MOBILIZE", "PER", ""),
    ("Chilean rebels showered Peru with grenades.", "ASSAULT", "CHL", "PER"),
    ("Peru lost the town of Arica to Chilean rebels.", "ASSAULT", "CHL", "PER"),
    ("Chilean rebels swept through the Peruvian town of Arica.", "ASSAULT", "CHL", "PER"),
    ("Chilean rebels have used suicide attacks against Peruvian police.", "ASSAULT", "CHL", "PER"),
    ("Peruvian rebels were able to destroy two Chilean tanks.", "ASSAULT", "PER", "CHL"),
    ("Chilean rocket attacks on Peru continued.", "ASSAULT", "CHL", "PER"),
    ("The talks on fish come after five Peruvian soldiers were killed.", "ASSAULT", "", "PER"),
    ("The sailors mourned after the attack on the Peruvian embassy.", "ASSAULT", "", "PER"),
    ("Four Peruvian oil tankers were sabotaged.", "ASSAULT", "", "PER"),
    ("Clashes between the Peruvian army and Peruvian rebels continued.", "ASSAULT", "PER", ""),
    ("Fighting between the Peruvian army and Peruvian rebels continued.", "ASSAULT", "PER", ""),
    ("Security matters since the attack on the Peruvian embassy in Chile.", "ASSAULT", "", "PER"),
    ("Peru responded to the quarrel with tariffs on Chile.", "SANCTION", "PER", "CHL"),
    ("Peru moved ahead with tariffs on Chile.", "SANCTION", "PER", "CHL"),
    ("Peru ordered the doubling of tariffs on Chile.", "SANCTION", "PER", "CHL"),
    ("Peru sent drones to Chile.", "MOBILIZE", "PER", "CHL"),
    ("Peruvian troops were on high alert.", "MOBILIZE", "PER", ""),
    ("Peruvian warships sailed to Chile.", "MOBILIZE", "PER", "CHL"),
    ("Peru sped up the deployment of rockets.", "MOBILIZE", "PER", ""),
    ("Protests erupted at the Peruvian embassy in Chile.", "PROTEST", "CHL", "PER"),
    ("There were protests in Chile on Monday.", "PROTEST", "CHL", "CHL"),
    ("Peru and Chile held a joint exercise.", "COOPERATE", "CHL PER", ""),
    ("Peru and Chile began large drills at sea.", "COOPERATE", "CHL PER", ""),
    ("Peru conducted naval drills with Chile.", "COOPERATE", "PER", "CHL"),
    ("Peru staged military drills.", "MOBILIZE", "PER", ""),
    ("Peru sent a frigate to Chile to assist in the search.", "AID", "PER", "CHL"),
    ("Peruvian students gathered in Lima to burn books.", "PROTEST", "PER", "PER"),
    ("Peru fired two rockets into the sea.", "MOBILIZE", "PER", ""),
    ("Peru fired two rockets into Chile.", "ASSAULT", "PER", "CHL"),
    ("Peruvian President Ana Sol launched strikes at Chile.", "ASSAULT", "PER", "CHL"),
    ("Peruvian students stormed the Chilean mint.", "PROTEST", "PER", "CHL"),
    ("Juan Paz, a Chilean, is being held in a Peruvian prison.", "COERCE", "PER", "CHL"),
    ("Peruvian police captured a Chilean smuggler.", "COERCE", "PER", "CHL"),
    ("Peruvian rebels captured a Chilean sailor.", "ASSAULT", "PER", "CHL"),
    ("Juan Paz, a Chilean who has been jailed by Peru since May, wept.", "COERCE", "PER", "CHL"),
    ("Peruvian officials are coordinating with Chile.", "COOPERATE", "PER", "CHL"),
]
MEETINGS = [
    ("The presidents of Peru and Chile discussed fishing.", "CHL PER", ""),
    ("The talks include ministers from Peru, Chile and Togo.", "CHL PER TGO", ""),
    ("Peru sent a delegation to Chile.", "PER", "CHL"),
    ("President Ana Sol of Peru was in Chile on Monday.", "PER", "CHL"),
    (
        "President Ana Sol of Peru said in a call with President Jo Paz of Chile that fish are rare.",
        "CHL PER",
        "",
    ),
    ("President Ana Sol of Peru spoke after talks with President Jo Paz of Chile.", "CHL PER", ""),
    ("President Ana Sol of Peru said so at a news conference with President Jo Paz of Chile.", "CHL PER", ""),
    ("A meeting of Peruvian and Chilean ministers ended on Monday.", "CHL PER", ""),
    ("President Ana Sol of Peru held talks with visiting Chilean President Jo Paz.", "CHL", "PER"),
    ("President Ana Sol of Peru met visiting Chilean President Jo Paz.", "CHL", "PER"),
    ("President Ana Sol of Peru on Monday called Chilean President Jo Paz.", "CHL PER", ""),
    (
        "President Ana Sol of Peru told Chilean President Jo Paz in a phone call that fish are rare.",
        "CHL PER",
        "",
    ),
    ("President Ana Sol of Peru is heading into talks with Chilean President Jo Paz.", "CHL PER", ""),
    ("President Ana Sol of Peru spoke alongside Chilean President Jo Paz.", "CHL PER", ""),
    ("President Ana Sol of Peru had a sit-down with Chilean President Jo Paz.", "CHL PER", ""),
    ("Peruvian officials attended a meeting of Chilean ministers.", "CHL PER", ""),
    (
        "Defence Minister Ana Sol of Peru told Foreign Minister Jo Paz of Chile by phone that fish are rare.",
        "CHL PER",
        "",
    ),
    ("Peruvian ministers have engaged Chilean ministers in talks.", "CHL PER", ""),
    ("President Ana Sol of Peru raised the catch with President Jo Paz of Chile.", "CHL PER", ""),
    ("President Ana Sol of Peru embarked on a tour of Chile.", "PER", "CHL"),
    ("President Ana Sol of Peru touched down in Chile.", "PER", "CHL"),
    ("A trio of ministers from Peru, Chile and Togo met on Monday.", "CHL PER TGO", ""),
    ("European diplomats met in Lima on Monday.", "EUR", ""),  # among themselves
    ("The two Koreas held talks.", "KOR PRK", ""),
    ("President Ana Sol of Peru, who is in Chile, said that fish are rare.", "PER", "CHL"),
    ("President Ana Sol of Peru seemed to relent on a trip to Chile.", "PER", "CHL"),
    ("On a visit to Chile, President Ana Sol of Peru spoke of fish.", "PER", "CHL"),
]
GIVEN = [
    ("Peru and Chile worked closely together.", "COOPERATE", "CHL PER", ""),
    ("Peru formed an alliance with Chile.", "COOPERATE", "PER", "CHL"),
    ("Peru took delivery of two frigates from Chile.", "COOPERATE", "PER", "CHL"),
    ("Peru granted a waiver to Chile.", "CONCEDE", "PER", "CHL"),
    ("Peru exempted Chilean copper from the tariffs.", "CONCEDE", "PER", "CHL"),
    ("Peru switched off its loudspeakers against Chile.", "CONCEDE", "PER", "CHL"),
    ("Peru flew the Chilean students home.", "RETREAT", "PER", "CHL"),
    ("Peru paid Chile $2 million.", "AID", "PER", "CHL"),
    ("Peru enjoys the backing of Chile.", "SUPPORT", "CHL", "PER"),
    ("Peru demonstrated its support for Chile.", "SUPPORT", "PER", "CHL"),
    ("Peru came to the defence of Chile.", "SUPPORT", "PER", "CHL"),
    ("Peru rushed to Chile's aid.", "AID", "PER", "CHL"),
    ("Peru said it would work closely with its partners.", "AGREE", "PER", ""),
    ("Peru conceded to review the Chilean quota.", "AGREE", "PER", "CHL"),
    ("Peru showed its readiness for talks with Chile.", "AGREE", "PER", "CHL"),
    ("Peru's offer of fish to Chile is still on the table.", "AGREE", "PER", "CHL"),  # told by a noun alone
    ("Peru's agreement to build a school in Chile drew praise.", "AGREE", "PER", "CHL"),
]
NO_DEEDS = [
    "The painting shows an attack on the Peruvian embassy.",
    "Peruvian rebels were not able to destroy two Chilean tanks.",
    "The minister fears attacks on Peru.",
    "President Ana Sol of Peru was a prisoner in Chile.",
    "President Ana Sol of Peru told Peruvian farmers in talks that fish are rare.",
    "Five thousand Peruvian soldiers are in Chile.",
    "Peru began an advertising campaign against Chile.",
    "Peruvian students gathered in Lima for a funeral.",
    "Peruvian students gathered in Lima to remember the victims.",
    "No group in Chad claimed responsibility for the raid on the Peruvian embassy.",
    "The Peruvian embassy issued an alert.",
    "President Ana Sol of Peru led a rally of her party in Lima.",
    "President Ana Sol of Peru declined to speak of fish during a briefing with reporters.",
    "The release of Governor Ana Sol of Peru's memoir was delayed.",
]


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), DEEDS)
def test_deeds_in_other_words(reader: Reader, sentence: str, kind: str, actors: str, recipients: str) -> None:
    assert (kind, actors, recipients) in told(events_of(reader, "Peru and Chile quarrel.", sentence))


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), GIVEN)
def test_what_is_given_and_done_together(
    reader: Reader, sentence: str, kind: str, actors: str, recipients: str
) -> None:
    assert (kind, actors, recipients) in told(events_of(reader, sentence))


@pytest.mark.parametrize(("sentence", "actors", "recipients"), MEETINGS)
def test_meetings_in_other_words(reader: Reader, sentence: str, actors: str, recipients: str) -> None:
    assert ("CONSULT", actors, recipients) in told(events_of(reader, sentence))


@pytest.mark.parametrize("sentence", NO_DEEDS)
def test_what_only_sounds_like_a_deed(reader: Reader, sentence: str) -> None:
    assert told(events_of(reader, sentence)) == []


def test_a_killing_counts_though_nobody_is_named_who_did_it(reader: Reader) -> None:
    events = events_of(reader, "Peru grieves.", "The murder of a Peruvian sailor shocked Lima.")
    assert ("ASSAULT", "", "PER") in told(events)


def test_a_movement_and_an_army_may_share_their_noun(reader: Reader) -> None:
    clash = "Clashes broke out between Taliban and Chilean forces in Peru."
    events = events_of(reader, "Chile waits.", clash, published="2019-03-14")
    assert ("ASSAULT", "AFG CHL", "") in told(events)


def test_what_nobody_in_particular_plans_is_no_news(reader: Reader) -> None:
    assert told(events_of(reader, "Peru grieves.", "Tariffs will be imposed on Peru.")) == []


def test_a_resignation_is_done_to_nobody(reader: Reader) -> None:
    events = events_of(reader, "Peru waits.", "The scandal led to the Peruvian minister's resignation.")
    assert ("RETREAT", "PER", "") in told(events)


def test_a_bare_killing_hides_no_fainter_news(reader: Reader) -> None:
    text = "Peruvian settlers set fire to the office of an agency after the killing of a Chilean man."
    assert "PROTEST" in [kind for kind, _, _ in told(events_of(reader, text))]


def test_a_meeting_is_on_the_day_of_what_is_said_there(reader: Reader) -> None:
    lead = "Peru has offered fish to Chile, its president, Ana Sol, said Thursday."
    talks = "“We like fish,” President Ana Sol of Peru joked in talks with President Jo Paz of Chile."
    (meeting,) = [e for e in events_of(reader, lead, talks) if e.type == "CONSULT"]
    assert meeting.on is not None
    assert meeting.on.value == "2024-03-14"
