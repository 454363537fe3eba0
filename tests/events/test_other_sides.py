"""Who stands on the other side of an event, and when nobody does."""

from __future__ import annotations

import pytest

from dragoman.language import Reader
from told_events import events_of, told

FOUND = [
    # a protest names its opponent in its aim, or faces the state at home
    ("Latvian farmers began a hunger strike to protest against Norway's decision.", "PROTEST", "LVA", "NOR"),
    ("Peruvian students staged a rally in protest at abuses by the army.", "PROTEST", "PER", "PER"),
    ("Hundreds of Peruvian students protested on Monday.", "PROTEST", "PER", "PER"),
    # a condition names whom a threat is meant for
    ("Chad threatened to hold exercises unless Libya withdrew its troops.", "THREATEN", "TCD", "LBY"),
    # force concerns whose soil it is on
    ("The Chadian army threatened to resume operations in Libya.", "THREATEN", "TCD", "LBY"),
    ("Chad sped up the withdrawal of its forces from Libya.", "RETREAT", "TCD", "LBY"),
    # the press and the opposition are those at home
    ("Peru's government arrested opposition leaders on Monday.", "COERCE", "PER", "PER"),
    # what is judged is what somebody did
    ("Norway alleged that Russia meddled in its election.", "ACCUSE", "NOR", "RUS"),
    ("Norway repeated its allegations that Russia meddled in its election.", "ACCUSE", "NOR", "RUS"),
    ("Norway criticised the arrest of the Peruvian opposition leader by Chile.", "ACCUSE", "NOR", "CHL"),
    # the verb before that shares the subject, and what the deed answers or hangs on
    ("Peru thanked Chile and promised to keep the bridge open.", "AGREE", "PER", "CHL"),
    ("Peru voiced anger when Chile left the talks.", "ACCUSE", "PER", "CHL"),
    ("Peru warned Chile of a blockade and said it was cancelling the fish accord.", "REJECT", "PER", "CHL"),
    # who is meant by a pronoun in what somebody says, and by "we" in an expert's mouth
    ("The United States said it did not bomb the Syrian port.", "ASSAULT", "USA", "SYR"),
    # strikes that kill are whose strikes they are
    ("Chilean air strikes killed four Peruvian soldiers.", "ASSAULT", "CHL", "PER"),
    ("A pair of Chilean air strikes killed four Peruvian soldiers.", "ASSAULT", "CHL", "PER"),
    ("A Chilean drone killed four Peruvian soldiers.", "ASSAULT", "CHL", "PER"),
    # who works for a state acts for it, and a text is its sponsor's
    ("Hackers employed by the Chilean government hacked a Peruvian bank.", "COERCE", "CHL", "PER"),
    ("The envoys pointed to the Chilean-drafted resolution condemning Peru.", "ACCUSE", "CHL", "PER"),
    # a long object may stand behind what it is called
    ("Peru on Friday denounced as a grave crime Chile's suppression of the strike.", "ACCUSE", "PER", "CHL"),
    # a promised journey is to whom the traveller meets, a march against whom it is said to be
    (
        "Chile's president announced that he would visit Easter Island, meeting Peruvian officials there.",
        "AGREE",
        "CHL",
        "PER",
    ),
    ("After the Peruvian army moved against the Chilean rebels, all was calm.", "MOBILIZE", "PER", "CHL"),
    # an attack in a part of a place is on people of that place
    ("A prominent journalist was killed in a bomb blast in a quiet suburb of Lima.", "ASSAULT", "", "PER"),
    # who is meant by a common noun stands behind it, and a pair of states is both
    ("Peru criticised Chad's closest ally, Libya.", "ACCUSE", "PER", "LBY"),
    ("Peru condemned groups such as Hezbollah and Hamas.", "ACCUSE", "PER", "LBN PSE"),
    ("Peru welcomed the U.S.-Chad deal.", "SUPPORT", "PER", "TCD USA"),
    # what is coordinated with a place but is none is acted on, too
    ("Peru is fighting Hamas in Gaza and the Chadian army.", "ASSAULT", "PER", "PSE TCD"),
    # where an attack on somebody was made is nobody attacked
    ("Peru launched an attack in Chad against Libya.", "ASSAULT", "PER", "LBY"),
    # who governs a part of a state may accuse the state
    ("Gov. Pedro Salas of Peru accused the Peruvian government of lying.", "ACCUSE", "PER", "PER"),
    # to whom something is sent, or written, and whom the verb before names
    ("Peru sent Chile a request for aid on Monday.", "REQUEST", "PER", "CHL"),
    ("Peru met with the Chilean rebels and pressed for a better fishing season.", "REQUEST", "PER", "CHL"),
    # calm and refuge are asked of the state where they are to be found
    ("Norway called for calm in both Chad and Libya.", "REQUEST", "NOR", "LBY TCD"),
    ("A Peruvian singer applied for asylum in Norway.", "REQUEST", "PER", "NOR"),
    # a government may be refused by its courts, and they by it
    ("Peru's finance minister refused to testify before the Peruvian Congress.", "REJECT", "PER", "PER"),
    # who answers it
    ("A Peruvian captain was rebuffed by Chile when he asked for fuel.", "REQUEST", "PER", "CHL"),
    # all of those of whom a part is meant
    ("Hamas has taken control of parts of Chad and Libya.", "ASSAULT", "PSE", "LBY TCD"),
    # parliament, parties and people ask things of their own state, and its own ministers may blame it
    ("Peruvian lawmakers demanded more money for schools.", "REQUEST", "PER", "PER"),
    ("Peruvian lawmakers complained about the new fees.", "ACCUSE", "PER", "PER"),
    ("Peru's finance minister criticised the Peruvian government's harbour plan.", "ACCUSE", "PER", "PER"),
    # who is to act in the clause of a noun
    ("Peru repeated a call for Chile to open its ports.", "REQUEST", "PER", "CHL"),
    # those arrested at home are arrested by the state
    ("More than 2,000 Peruvian soldiers were arrested.", "COERCE", "PER", "PER"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event", "actor", "recipient"), FOUND)
def test_other_side_is_found(reader: Reader, sentence: str, event: str, actor: str, recipient: str) -> None:
    assert (event, actor, recipient) in told(events_of(reader, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru urged its partners to cut ties with Chile.",  # Chile is not asked
        "Peru condemned the attack on the Spanish embassy.",  # nor blamed
        "Peru condemned the bad deal in Vienna.",  # nor is the town where it was made
        "Peru urged the international community to isolate Chile.",
        "Peru called for sanctions against Chile.",  # by whom is not told
        "Peruvian parties called for protests on Friday.",  # which their followers are to make
    ],
)
def test_none_is_guessed_where_the_other_side_is_told(reader: Reader, sentence: str) -> None:
    (event,) = events_of(reader, sentence)
    assert not {a.country for a in event.recipients} - {None}


def test_relations_between_two_states_are_blamed_on_the_other(reader: Reader) -> None:
    (event,) = events_of(reader, "Norway's foreign minister criticised Norway and Chad.")
    assert [a.country for a in event.recipients] == ["TCD"]


def test_who_gives_to_those_who_fight_does_not_fight(reader: Reader) -> None:
    told = events_of(reader, "Norway promised to give money to countries fighting Hamas.")
    assert "ASSAULT" not in {e.type for e in told}


def test_what_is_given_in_return_is_given_to_who_acted_before(reader: Reader) -> None:
    told = events_of(reader, "Chile promised Peru a loan.", "In return, Peru offered fishing rights.")
    assert [a.country for a in told[-1].recipients] == ["CHL"]


def test_calm_is_asked_of_both_sides_of_a_quarrel(reader: Reader) -> None:
    quarrel = ("Chile accused Peru of lying.", "Peru condemned Chile.")
    (asked,) = [e for e in events_of(reader, *quarrel, "Norway urged restraint.") if e.type == "REQUEST"]
    assert {a.country for a in asked.recipients} == {"CHL", "PER"}


def test_who_is_killed_in_the_assault_is_killed_by_who_made_it(reader: Reader) -> None:
    told = events_of(
        reader, "Hamas attacked an Israeli base.", "Two Israeli soldiers were killed in the assault."
    )
    assert [[a.country for a in e.actors] for e in told] == [["PSE"], ["PSE"]]


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        (
            "The Peruvian president promised three Peruvian army trucks.",
            set(),
        ),  # nobody promises to the own army
        ("Peru promised to enforce the sanctions on Chile.", set()),  # nor to those whom a promise is about
        ("Peru is ready to work with countries that buy oil from Chile.", set()),
        ("Peru promised Chile a loan.", {"CHL"}),
    ],
)
def test_promises_are_made_to_those_they_are_made_to(
    reader: Reader, sentence: str, recipients: set[str]
) -> None:
    assert {a.country for e in events_of(reader, sentence) for a in e.recipients if a.country} == recipients


def test_allegations_that_nobody_owns_are_not_made_by_whom_they_concern(reader: Reader) -> None:
    assert (
        told(events_of(reader, "Allegations of Russian interference in Norway have dogged the campaign."))
        == []
    )


def test_a_ground_is_no_event(reader: Reader) -> None:
    told = events_of(reader, "South Korea seized a ship for violating U.N. sanctions.")
    assert [e.type.value for e in told] == ["COERCE"]


def test_a_source_is_no_other_side(reader: Reader) -> None:
    (event,) = events_of(reader, "Chad offered concessions, according to a Libyan senator.")
    assert event.recipients == ()


def test_a_strike_may_be_against_an_employer(reader: Reader) -> None:
    assert told(events_of(reader, "Kenyan workers staged a work stoppage.")) == [("PROTEST", "KEN", "")]


def test_a_refusal_is_not_given_to_the_reports_opponent(reader: Reader) -> None:
    quarrel = ("Chad accused Sudan of lying.", "Sudan condemned Chad.")
    refused = [
        e for e in events_of(reader, *quarrel, "Chad refused to hold elections.") if e.type == "REJECT"
    ]
    assert [e.recipients for e in refused] == [()]


@pytest.mark.parametrize(
    "sentence",
    [
        "A teacher urged a Spanish nurse to help.",  # private people
        "The president of Peru ordered the Peruvian interior ministry to act.",  # inside one state
        "Norway's navy said the policy was only inviting disorder.",  # nobody is invited
        "Peru ordered its army to review its rules.",
        "General Luis Prado commanded the Peruvian rebel group.",  # who leads it asks nothing
        "The Spanish economist Ana Vidal said Peru should act.",  # an opinion
        "The talks would not have been held in Oslo by Peru and Chile.",
    ],
)
def test_what_is_no_affair_of_state_is_no_event(reader: Reader, sentence: str) -> None:
    events = events_of(reader, "Norway is cold.", sentence)
    assert [e for e in events if e.status == "actual"] == []


def test_a_lone_sign_counts_only_in_the_lead(reader: Reader) -> None:
    sentence = "Thirty nations pardoned two Danish sailors."
    assert events_of(reader, sentence)
    assert not events_of(reader, "Norway is cold.", sentence)


def test_a_trade_war_is_no_war(reader: Reader) -> None:
    assert "ASSAULT" not in [e.type for e in events_of(reader, "Peru is waging a trade war against Chile.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Peruvian soldier killed himself.",
        "Peru's army is fighting.",
    ],
)
def test_an_attack_is_on_somebody(reader: Reader, sentence: str) -> None:
    assert "ASSAULT" not in [e.type for e in events_of(reader, "Norway is cold.", sentence)]


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "recipient"),
    [
        # who is told of it, or written to
        ("A Norwegian envoy told Peru that Norway was committed to fair elections.", "AGREE", "NOR", "PER"),
        (
            "Peruvian senators signed a letter to the president of Chile demanding a reply.",
            "REQUEST",
            "PER",
            "CHL",
        ),
        # who withholds what is demanded
        ("Chile blocked the funds that Peru had demanded.", "REQUEST", "PER", "CHL"),
        # what somebody is open for, and whom a promise is to help
        ("Peru's president remains open for talks with Chile.", "AGREE", "PER", "CHL"),
        ("Norway has offered to send grain to help Peru.", "AGREE", "NOR", "PER"),
    ],
)
def test_other_side_is_told_around_the_event(
    reader: Reader, sentence: str, event: str, actor: str, recipient: str
) -> None:
    assert (event, actor, recipient) in told(events_of(reader, sentence))


def test_a_parliament_may_withhold_what_its_government_demands(reader: Reader) -> None:
    told_of = events_of(
        reader, "The Peruvian parliament blocked the funds that Peru's president had demanded."
    )
    (asked,) = [e for e in told_of if e.type == "REQUEST"]
    assert [a.sectors for a in asked.recipients] == [("LEG",)]


def test_a_pair_may_be_split_in_two_words(reader: Reader) -> None:
    (event,) = events_of(reader, "Peru welcomed the U.S.-South Korean deal.")
    assert {a.country for a in event.recipients} == {"USA", "KOR"}


@pytest.mark.parametrize(
    ("sentence", "recipient"),
    [
        ("Peru urged other countries to copy the law.", "other countries"),
        ("Peruvian gunmen fired at guests on Friday.", "guests"),
    ],
)
def test_those_of_no_known_country_are_called_as_the_text_calls_them(
    reader: Reader, sentence: str, recipient: str
) -> None:
    (event,) = events_of(reader, sentence)
    assert [(a.name, a.country) for a in event.recipients] == [(recipient, None)]


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        # whose a thing is was told when it was first named, or it was theirs who made it
        ("Chile's plan has three parts.", "Peru criticised the plan.", ("ACCUSE", "PER", "CHL")),
        ("On Monday Chile unveiled a tunnel plan.", "Peru rejected the plan.", ("REJECT", "PER", "CHL")),
        # laws are asked of the parliament at home
        (
            "Peru's Congress met on Monday.",
            "The Peruvian president called for new laws on fishing.",
            ("REQUEST", "PER", "PER"),
        ),
    ],
)
def test_other_side_is_whoever_made_what_it_is_about(
    reader: Reader, before: str, sentence: str, expected: tuple[str, str, str]
) -> None:
    assert expected in told(events_of(reader, before, sentence))


def test_talks_are_agreed_with_those_with_whom_a_report_tells_of_talks(reader: Reader) -> None:
    events = events_of(
        reader,
        "Peru's president met Chile's president on Monday.",
        "Peru's foreign minister held talks with Chile's foreign minister on Tuesday.",
        "Peru agreed to a summit.",
    )
    assert ("AGREE", "PER", "CHL") in told(events)


def test_who_was_attacked_is_not_condemned_with_the_attack(reader: Reader) -> None:
    events = events_of(
        reader,
        "Peru criticised Libya on Monday. Peru blamed Libya for the delay.",
        "Peru's government condemned the attack in Libya.",
    )
    assert ("ACCUSE", "PER", "LBY") not in told(events[2:])


def test_talks_told_of_again_are_between_those_who_began_them(reader: Reader) -> None:
    talks, again = "Norway and Peru held talks on fishing on Monday.", "The talks broke down on Sunday."
    assert ("REJECT", "NOR PER", "") in told(events_of(reader, talks, again))
    apart = events_of(reader, talks, "The talks on trade broke down on Sunday.")
    assert not any(event == "REJECT" for event, *_ in told(apart))
    mediated = events_of(reader, "Togo, Norway and Peru held talks on fishing on Monday.", again)
    assert not any(event == "REJECT" for event, *_ in told(mediated))


def test_who_is_pushed_to_act_is_asked_to(reader: Reader) -> None:
    assert told(events_of(reader, "Norway has pushed Peru to open its ports.")) == [("REQUEST", "NOR", "PER")]


QUARREL = ("Chile accused Peru of lying.", "Peru condemned Chile.")


def test_an_agreement_judged_is_not_the_opponents(reader: Reader) -> None:
    assert not events_of(reader, *QUARREL, "Peru condemned the accord.")[-1].recipients
    assert told(events_of(reader, *QUARREL, "Peru condemned the decree."))[-1] == ("ACCUSE", "PER", "CHL")


def test_a_name_of_nobody_known_stands_for_no_opponent(reader: Reader) -> None:
    assert not [
        e
        for e in events_of(reader, *QUARREL, "Peru blamed the crisis on Zorbland.")
        if "blamed" in e.why.rule
    ]


def test_a_deal_that_names_its_parties_recalls_no_other(reader: Reader) -> None:
    last = events_of(reader, "Chile agreed to buy more fish.", "Peru pulled out of the Norway deal.")[-1]
    assert [a.country for a in last.recipients] == ["NOR"]


def test_what_is_complained_of_without_being_known_is_not_the_opponents(reader: Reader) -> None:
    assert not events_of(reader, *QUARREL, "Peru complained about a lack of fish.")[-1].recipients


def test_who_condemns_an_attack_blames_no_gunman_without_a_name(reader: Reader) -> None:
    (_, judged) = events_of(reader, "A gunman attacked a mosque in Chile.", "Peru condemned the attack.")
    assert told((judged,)) == [("ACCUSE", "PER", "")]


def test_who_suffers_sanctions_is_not_who_imposed_them(reader: Reader) -> None:
    angry = events_of(reader, "Norway is cold.", "Peru is angry about the sanctions on Chile.")
    assert "CHL" not in {a.country for e in angry if e.type.value == "ACCUSE" for a in e.recipients}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru has become the target of Chilean criticism.", ("ACCUSE", "CHL", "PER")),
        ("Peru was the object of Chilean sanctions.", ("SANCTION", "CHL", "PER")),
    ],
)
def test_the_target_of_a_deed_is_acted_on(
    reader: Reader, sentence: str, expected: tuple[str, str, str]
) -> None:
    assert told(events_of(reader, "Norway is cold.", sentence)) == [expected]


def test_a_march_in_solidarity_is_against_nobody(reader: Reader) -> None:
    (march,) = events_of(reader, "Norway is cold.", "Hundreds of Peruvians held a solidarity march in Lima.")
    assert march.recipients == ()
