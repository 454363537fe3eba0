"""Events of invented sentences, read with the real model."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.actors import ActorIndex
from dragoman.article import Article, Segment, Zone
from dragoman.events import find_events
from dragoman.language import Reader
from dragoman.records import EventType
from told_events import codes, events_of, told

CASES = [
    # consult
    ("Spain's foreign minister met with his Turkish counterpart on Monday.", "CONSULT", "ESP TUR", ""),
    ("Peru and Chile held talks on Tuesday.", "CONSULT", "CHL PER", ""),
    ("Kenya negotiated with Somalia for two weeks.", "CONSULT", "KEN SOM", ""),
    ("Talks between Norway and Sweden began on Friday.", "CONSULT", "NOR SWE", ""),
    ("The president of Ghana visited Brazil last week.", "CONSULT", "GHA", "BRA"),
    ("The prime minister of Japan spoke by phone with the president of Peru.", "CONSULT", "JPN PER", ""),
    # support
    ("Portugal praised Morocco for the rescue.", "SUPPORT", "PRT", "MAR"),
    ("Canada welcomed Kenya's decision.", "SUPPORT", "CAN", "KEN"),
    ("Poland and Latvia signed a trade agreement on Thursday.", "SUPPORT", "LVA POL", ""),
    ("Ireland recognised Kosovo on Sunday.", "SUPPORT", "IRL", "KOS"),
    ("Egypt restored diplomatic relations with Qatar.", "SUPPORT", "EGY", "QAT"),
    ("Finland expressed solidarity with Estonia.", "SUPPORT", "FIN", "EST"),
    # cooperate
    ("Germany extradited two men to Austria.", "COOPERATE", "DEU", "AUT"),
    ("Denmark shared intelligence with Sweden.", "COOPERATE", "DNK", "SWE"),
    # aid
    ("Japan gave Nepal 20 million dollars in aid.", "AID", "JPN", "NPL"),
    ("Turkey sent weapons to Libya.", "AID", "TUR", "LBY"),
    ("Uganda granted asylum to a Rwandan general.", "AID", "UGA", "RWA"),
    # concede
    ("Jordan apologised to Iraq.", "CONCEDE", "JOR", "IRQ"),
    ("Norway lifted the embargo on Serbia.", "CONCEDE", "NOR", "SRB"),
    # retreat
    ("Ethiopia withdrew its troops from Eritrea.", "RETREAT", "ETH", "ERI"),
    ("Iran released three French tourists.", "RETREAT", "IRN", "FRA"),
    # request
    ("Cuba urged Mexico to help.", "REQUEST", "CUB", "MEX"),
    ("Italy called on Libya to stop the boats.", "REQUEST", "ITA", "LBY"),
    ("Ecuador demanded an apology from Colombia.", "REQUEST", "ECU", "COL"),
    ("Greece asked Turkey to withdraw its ships.", "REQUEST", "GRC", "TUR"),
    # accuse
    ("Sudan accused Chad of arming rebels.", "ACCUSE", "SDN", "TCD"),
    ("Armenia condemned Azerbaijan.", "ACCUSE", "ARM", "AZE"),
    ("Algeria summoned the French ambassador on Monday.", "ACCUSE", "DZA", "FRA"),
    ("Hungary criticised Ukraine's decision.", "ACCUSE", "HUN", "UKR"),
    ("India lashed out at Pakistan.", "ACCUSE", "IND", "PAK"),
    # reject
    ("Bolivia rejected Chile's proposal.", "REJECT", "BOL", "CHL"),
    ("Syria pulled out of the talks with Israel.", "REJECT", "SYR", "ISR"),
    # sanction
    ("Switzerland imposed sanctions on Belarus.", "SANCTION", "CHE", "BLR"),
    ("Qatar severed diplomatic ties with Iran.", "SANCTION", "QAT", "IRN"),
    ("Russia expelled two Danish diplomats.", "SANCTION", "RUS", "DNK"),
    ("Britain suspended aid to Rwanda.", "SANCTION", "GBR", "RWA"),
    ("Morocco recalled its ambassador from Spain.", "SANCTION", "MAR", "ESP"),
    # mobilise
    ("Greece deployed warships near Cyprus.", "MOBILIZE", "GRC", None),
    ("North Korea tested a ballistic missile.", "MOBILIZE", "PRK", ""),
    # coerce
    ("Egypt arrested two Italian students.", "COERCE", "EGY", "ITA"),
    ("Iran seized a Greek tanker.", "COERCE", "IRN", "GRC"),
    ("Belarus closed its border with Poland.", "COERCE", "BLR", "POL"),
    # assault
    ("Israel bombed Lebanon overnight.", "ASSAULT", "ISR", "LBN"),
    ("Eritrean forces attacked an Ethiopian camp.", "ASSAULT", "ERI", "ETH"),
    ("Syrian rebels killed three Russian soldiers.", "ASSAULT", "SYR", "RUS"),
    # passives, with and without agent; nominalisations; coordination
    ("Belarus was condemned by Lithuania.", "ACCUSE", "LTU", "BLR"),
    ("Two Russian diplomats were expelled by Norway.", "SANCTION", "NOR", "RUS"),
    ("Three Turkish soldiers were killed on Friday.", "ASSAULT", "", "TUR"),
    ("The withdrawal of French troops from Mali was completed.", "RETREAT", "FRA", "MLI"),
    ("The troops killed an Iraqi officer in an attack.", "ASSAULT", None, "IRQ"),
    ("Kenya launched an attack on Somalia.", "ASSAULT", "KEN", "SOM"),
    ("Austria and Hungary condemned Serbia.", "ACCUSE", "AUT HUN", "SRB"),
    ("Panama condemned Cuba and Haiti.", "ACCUSE", "PAN", "CUB HTI"),
    # operators
    ("Spain agreed to hold talks with Morocco.", "AGREE", "ESP", "MAR"),
    ("Norway promised to send weapons to Ukraine.", "AGREE", "NOR", "UKR"),
    ("Chile offered to mediate between Peru and Ecuador.", "AGREE", "CHL", "ECU PER"),
    ("Sudan agreed to a ceasefire.", "CONCEDE", "SDN", ""),
    ("Eritrea announced the withdrawal of its troops from Ethiopia.", "CONCEDE", "ERI", "ETH"),
    ("Cuba refused to meet with Panama.", "REJECT", "CUB", "PAN"),
    ("Turkey will not withdraw its troops from Syria.", "REJECT", "TUR", "SYR"),
    ("Iran threatened to attack Israel.", "THREATEN", "IRN", "ISR"),
    ("China threatened to impose sanctions on Japan.", "THREATEN", "CHN", "JPN"),
    ("Brazil demanded that Bolivia release two sailors.", "REQUEST", "BRA", "BOL"),
    ("Poland urged Germany to stop arms shipments to Russia.", "REQUEST", "POL", "DEU"),
    ("The Czech president said Slovakia must pay the debt.", "REQUEST", "CZE", "SVK"),
    ("Zambia suspended talks with Malawi.", "REJECT", "ZMB", "MWI"),
    ("Vietnam vowed to retaliate against Laos.", "THREATEN", "VNM", "LAO"),
    ("Oman is ready to host talks between Iran and Yemen.", "AGREE", "OMN", None),
    ("Tunisia invited the king of Jordan.", "AGREE", "TUN", "JOR"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event", "actors", "recipients"), CASES)
def test_event(reader: Reader, sentence: str, event: str, actors: str | None, recipients: str | None) -> None:
    found = events_of(reader, sentence)
    assert [e.type.value for e in found] == [event], told(found)
    if actors is not None:
        assert codes(found[0].actors) == actors
    if recipients is not None:
        assert codes(found[0].recipients) == recipients


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Spain met with Morocco on Monday.", "actual"),
        ("Spain will meet with Morocco on Monday.", "planned"),
        ("Spain is expected to hold talks with Morocco.", "planned"),
        ("Spain may send weapons to Morocco.", "hypothetical"),
        ("Spain promised to send weapons to Morocco.", "actual"),
        ("Spanish troops did not attack Morocco.", "negated"),
        ("Spain has not imposed sanctions on Morocco.", "negated"),
        ("Norway's decision to recognise Kosovo angered its friends.", "actual"),
        ("Spain's king trains for a walk, as he will speak when he meets the king of Morocco.", "planned"),
        ("Spain's king planned a dinner for his visit to Morocco next week.", "planned"),
        ("Spain's king is travelling to Morocco next month.", "planned"),
        ("Spain's king visited Morocco last month.", "actual"),
    ],
)
def test_status(reader: Reader, sentence: str, status: str) -> None:
    (event,) = events_of(reader, sentence)
    assert event.status.value == status


@pytest.mark.parametrize(
    "sentence",
    [
        "The embassy of Spain declined to comment.",
        "Spain refused to answer questions about Morocco.",
        "The minister said the harvest in Spain was good.",
        "Spain denied attacking Morocco.",
        "If Spain attacks Morocco, prices will rise.",
        "Spain has a long border with Portugal.",
        "The money to bomb Morocco was never found in Spain.",
        "The suspected Spanish smugglers live near Morocco.",
        "Bombing Spain would be a mistake.",
        "Spanish troops are stationed in Morocco.",
        "The minister spoke of steps like Spain bombing Morocco.",
        "Analysts wrote of the possibility that Spain had attacked Morocco.",
    ],
)
def test_no_event(reader: Reader, sentence: str) -> None:
    assert told(events_of(reader, sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The president of Ghana visited Brazil.", "visit"),
        ("Peru and Chile spoke by phone.", "phone"),
        ("Chile mediated between Peru and Ecuador.", "third-party"),
        ("Greece asked Turkey to withdraw its ships.", "yield"),
        ("Peru urged Chile to send doctors to Lima.", "assist"),
        ("Sudan accused Chad of arming rebels.", "allege"),
        ("Armenia condemned Azerbaijan.", "disapprove"),
        ("Cuba refused to meet with Panama.", "meet"),
        ("Iran threatened to attack Israel.", "violence"),
        ("Russia expelled two Danish diplomats.", "expel"),
        ("Israel bombed Lebanon.", "aerial"),
        ("Egypt arrested two Italian students.", "arrest"),
        ("Ethiopia withdrew its troops from Eritrea.", "withdraw"),
        ("North Korea tested a ballistic missile.", "weapons"),
    ],
)
def test_mode(reader: Reader, sentence: str, mode: str) -> None:
    (event,) = events_of(reader, sentence)
    assert event.modes == (mode,)


def test_a_negation_holds_for_both_of_two_verbs_joined_by_or(reader: Reader) -> None:
    events = events_of(reader, "Peru did not attack Chile or invade Bolivia.")
    assert [e.status.value for e in events] == ["negated", "negated"]


def test_meeting_at_the_seat_of_one_side_is_a_visit_of_the_other(reader: Reader) -> None:
    (event,) = events_of(reader, "The foreign minister of Peru met with the president of Chile in Santiago.")
    assert (event.type.value, event.modes, codes(event.actors), codes(event.recipients)) == (
        "CONSULT", ("visit",), "PER", "CHL",
    )  # fmt: skip


def test_second_mention_is_the_same_event(reader: Reader) -> None:
    events = events_of(
        reader,
        "Kenya attacked Somalia on Tuesday.",
        "Kenya attacked Somalia after a dispute, officials said.",
    )
    assert told(events) == [("ASSAULT", "KEN", "SOM")]
    assert events[0].on is not None
    assert events[0].on.value == "2024-03-12"


def test_other_day_is_another_event(reader: Reader) -> None:
    events = events_of(reader, "Kenya attacked Somalia on Tuesday.", "Kenya attacked Somalia on Wednesday.")
    assert len(events) == 2


def test_each_other_is_both_sides(reader: Reader) -> None:
    (event,) = events_of(reader, "Kenya and Somalia accused each other of lying.")
    assert codes(event.actors) == codes(event.recipients) == "KEN SOM"


def test_event_under_a_request_is_not_recorded_by_itself(reader: Reader) -> None:
    events = events_of(reader, "Portugal called on Angola to release two journalists.")
    assert told(events) == [("REQUEST", "PRT", "AGO")]


def test_two_promises_of_one_sentence(reader: Reader) -> None:
    events = events_of(reader, "Norway condemned Belarus and promised to send doctors to Poland.")
    assert told(events) == [("ACCUSE", "NOR", "BLR"), ("AGREE", "NOR", "POL")]


def test_trigger_is_the_words_that_express_it(reader: Reader) -> None:
    text = "Spain agreed to hold talks with Morocco."
    (event,) = events_of(reader, text)
    assert [s.exact for s in event.trigger] == ["agreed to hold talks"]
    assert all(text[s.start : s.end] == s.exact for s in event.trigger)


def test_place_and_contexts(reader: Reader) -> None:
    (event,) = events_of(
        reader, "Rebels killed three Russian soldiers near Aleppo in an airstrike on Sunday."
    )
    assert event.place is not None
    assert event.place.country == "SYR"
    assert "military" in event.contexts


def test_why_names_the_frame_and_the_operators(reader: Reader) -> None:
    (event,) = events_of(reader, "Spain agreed to hold talks with Morocco.")
    assert event.why.rule.startswith("frame:")
    assert event.why.rule.endswith("> agree")


def test_old_event_is_historical(reader: Reader) -> None:
    events = events_of(reader, "In 2009 Kenya attacked Somalia.")
    assert [e.historical for e in events] == [True]


def test_event_knows_the_statement_it_rests_on(reader: Reader) -> None:
    (event,) = events_of(reader, "Kenya attacked Somalia on Tuesday, the government of Uganda said.")
    assert event.statement is not None


def test_headline_is_not_coded(reader: Reader) -> None:
    text = "Kenya attacks Somalia"
    article = Article(text, (Segment(Zone.HEADLINE, 0, len(text)),), published=dt.date(2024, 3, 14))
    reading = reader.read(article)
    assert find_events(reading, ActorIndex(reading), ()) == ()


def test_confidence_and_ids(reader: Reader) -> None:
    events = events_of(reader, "Kenya attacked Somalia.", "Spain praised Portugal.")
    assert len({e.id for e in events}) == 2
    assert all(0 < e.confidence < 1 for e in events)


def test_an_announced_closing_of_a_mission_is_planned_and_no_threat(reader: Reader) -> None:
    (event,) = events_of(reader, "Spain will close its embassy in Morocco.")
    assert (event.type, event.modes[:1], event.status) == ("SANCTION", ("withdraw",), "planned")


PARTIES = [
    # whose subject the infinitive or the clause has is the one asked or blamed
    (("Civil groups in Ghana urged workers to return to their jobs.",), "REQUEST", "GHA", "GHA"),
    (("Lawmakers in Ghana alleged that the Ghanaian police fired first.",), "ACCUSE", "GHA", "GHA"),
    # what a noun recalls
    (
        ("Mongolia offered to host talks with Chile.", "Peru turned the offer down within hours."),
        "REJECT", "PER", "MNG",
    ),
    (
        ("Kenya and Uganda signed an agreement on Saturday.", "Norway praised the accord."),
        "SUPPORT", "NOR", "KEN UGA",
    ),
    # who is under a measure
    (("Cuba remains under an embargo imposed by Canada.",), "SANCTION", "CAN", "CUB"),
    # a capital or a place stands for its state
    (("Guyana recalled its ambassador from Paramaribo.",), "SANCTION", "GUY", "SUR"),
    # who holds and who frees
    (("Two Danish teachers were detained in Mali on Monday.",), "COERCE", "MLI", "DNK"),
    # apposition after a count
    (("One of the main groups, the World Food Programme, thanked Norway.",), "SUPPORT", "UNO", "NOR"),
    # one party of what is not signed is done to
    (("Ghana reopened a hotline with Mali.",), "SUPPORT", "GHA", "MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "event", "actors", "recipients"), PARTIES)
def test_parties(
    reader: Reader, paragraphs: tuple[str, ...], event: str, actors: str, recipients: str
) -> None:
    assert (event, actors, recipients) in told(events_of(reader, *paragraphs))


def test_captors_release(reader: Reader) -> None:
    held, freed = events_of(
        reader, "Mali arrested a Danish teacher on Sunday.", "The Danish teacher was released on Monday."
    )
    assert (held.type.value, freed.type.value) == ("COERCE", "RETREAT")
    assert codes(freed.actors) == "MLI"


@pytest.mark.parametrize(
    "sentence",
    [
        "A withdrawal agreement with Spain was printed.",  # a noun that tells another apart
        "The report is on the refusal of Spain.",  # one side of what takes two
        "Computer code of Spain must be changed, the officials said.",  # nobody is asked
        "Spanish troops were not attacked.",  # nobody did it, and it was not done
        "A man was held on Monday.",  # nobody of any country
        "The house where two Spanish pilots were killed is small.",  # in passing
    ],
)
def test_what_is_only_mentioned_is_no_event(reader: Reader, sentence: str) -> None:
    assert told(events_of(reader, sentence)) == []


@pytest.mark.parametrize(
    "mentions",
    [
        ("Gunmen shot Senator Ana Sol of Peru.", "A crowd wept where Ana Sol was attacked."),
        ("Norway's army detained Senator Ana Sol of Peru.", "Norway has jailed Ana Sol, a lawyer said."),
        ("Prime Minister Hana Mori of Japan landed in Peru.", "Hana Mori visited Peru to buy copper."),
    ],
)
def test_one_is_attacked_arrested_or_received_once(reader: Reader, mentions: tuple[str, str]) -> None:
    assert len(events_of(reader, *mentions)) == 1


def test_who_is_attacked_by_two_sides_is_attacked_twice(reader: Reader) -> None:
    mentions = (
        "Norway's army wounded Senator Ana Sol of Peru.",
        "Chile's army shot Senator Ana Sol of Peru.",
    )
    assert {a.country for e in events_of(reader, *mentions) for a in e.actors} == {"NOR", "CHL"}


def test_noun_of_a_deed_told_already_is_the_same_event(reader: Reader) -> None:
    events = events_of(
        reader,
        "Canada lifted the embargo against Cuba on Tuesday.",
        "Canada announced the removal of the embargo against Cuba.",
    )
    assert told(events) == [("CONCEDE", "CAN", "CUB")]


def test_opponent_is_guessed_only_where_a_report_has_one(reader: Reader) -> None:
    quarrel = ("Chad accused Sudan of lying.", "Sudan condemned Chad.")
    assert ("THREATEN", "TCD", "SDN") in told(events_of(reader, *quarrel, "Chad threatened to act."))
    many = (*quarrel, "Chad accused Libya of lying.", "Libya condemned Chad.")
    assert ("THREATEN", "TCD", "SDN") not in told(events_of(reader, *many, "Chad threatened to act."))


COUNTED = [
    ("Kenya said on Monday it was ready to help, a day after rebels toppled the government.", "2024-03-10"),
    ("On Monday, three weeks after rebels toppled the government, Kenya sent aid.", "2024-02-19"),
]


@pytest.mark.parametrize(("text", "day"), COUNTED)
def test_days_are_counted_from_the_clause_above(reader: Reader, text: str, day: str) -> None:
    toppled = [e for e in events_of(reader, text) if e.type is EventType.ASSAULT]
    assert [e.on.value for e in toppled if e.on] == [day]
