"""What is found but not put on record, in invented reports read with the real model."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coder import Coder
from dragoman.events import selection
from dragoman.knowledge.files import KnowledgeError
from dragoman.language import Reader
from dragoman.records import LEFT_OUT
from dragoman.sources import from_text
from told_events import events_of, told

NEWS = "Peru's president met the foreign minister of Chile in Lima on Monday."
HOME = [
    "Peru held its breath on Monday.",
    "The Peruvian parliament sat until midnight.",
    "Lima was quiet.",
    "Peru's president stayed at home.",
    "The Peruvian senate was empty.",
    "Buses in Peru ran late.",
    "Schools in Peru stayed shut.",
    "The weather in Peru was fine.",
]


def left_out(reader: Reader, *paragraphs: str) -> list[tuple[str, str]]:
    """The type and the ground of each event that is left out."""
    article = from_text("A headline\n\n" + "\n\n".join(paragraphs), published=dt.date(2024, 3, 14))
    found = []
    for event in Coder(reader).left_out(article).events:
        ((name, why),) = event.why.resolved
        assert name == LEFT_OUT
        found.append((event.type.value, why.partition(":")[0]))
    return found


@pytest.mark.parametrize(
    ("paragraph", "event", "ground"),
    [
        ("“Chile attacked our ships last year,” said Ana Quispe, a Peruvian lawmaker.", "ASSAULT", "quoted"),
        ("Peru's president hopes that Bolivia will withdraw its troops from Chile.", "CONCEDE", "hoped"),
        ("Chile will criticise Bolivia next week.", "ACCUSE", "not-yet-said"),
        ("Peru said that Bolivia's attack on Chile was old news.", "ASSAULT", "noun-in-statement"),
        (
            "The Peruvian businessman Juan Rojas promised to meet reporters in Chile.",
            "AGREE",
            "between-private-people",
        ),
        ("The Peruvian businessman Juan Rojas visited Chile last week.", "CONSULT", "private-visit"),
        ("Peru could attack Chile.", "ASSAULT", "only-possible"),
        ("Norway often criticises Denmark.", "ACCUSE", "habit"),
        ("Peru criticised an unknown person.", "ACCUSE", "other-unknown"),
        ("After withdrawing from Chile, Peru cut taxes.", "RETREAT", "in-passing"),
        ("Peru's president met the Peruvian finance minister.", "CONSULT", "within-one-government"),
        (
            "President Luis Prado of Peru asked the Peruvian foreign ministry to publish a list.",
            "REQUEST",
            "within-one-government",
        ),
        ("Norway praised a Chilean minister who visits Peru.", "CONSULT", "describing"),
        ("An official who spoke with Chile's president said Peru was calm.", "CONSULT", "sourcing"),
        ("There is an opportunity for negotiations between Peru and Chile.", "CONSULT", "prospective"),
        ("Peru's president met the Peruvian army.", "CONSULT", "within-one-government"),
        ("Peruvian generals briefed President Luis Prado of Peru.", "CONSULT", "within-one-government"),
        ("Luis Prado of Peru met with Peruvian advisers.", "CONSULT", "within-one-government"),
        ("Peru trained Peruvian farmers.", "AID", "aid-at-home"),
        ("Norway's envoy lied about his contacts with Denmark.", "CONSULT", "topic"),
        (
            "President Luis Prado of Peru asked his advisers to draw a map.",
            "REQUEST",
            "within-one-government",
        ),
    ],
)
def test_what_is_only_mentioned_is_left_out_and_says_why(
    reader: Reader, paragraph: str, event: str, ground: str
) -> None:
    assert (event, ground) in left_out(reader, NEWS, paragraph)


def test_a_report_that_hardly_tells_what_was_said_is_no_news_but_for_its_days(reader: Reader) -> None:
    attack = "Chile criticised Bolivia."
    assert ("ACCUSE", "comment") in left_out(reader, *HOME, NEWS, attack)
    assert ("ACCUSE", "CHL", "BOL") in told(
        events_of(reader, *HOME, NEWS, "On Monday Chile criticised Bolivia.")
    )
    said = [f"“{thing} is late,” the Chilean minister of trade said." for thing in ("Rain", "Snow")]
    assert ("ACCUSE", "CHL", "BOL") in told(events_of(reader, *HOME, NEWS, *said, attack))


def test_what_quoted_words_themselves_do_is_recorded(reader: Reader) -> None:
    events = told(events_of(reader, NEWS, "“We condemn Chile,” the Bolivian foreign minister said."))
    assert ("ACCUSE", "BOL", "CHL") in events


def test_promises_to_somebody_are_recorded_in_whosever_words(reader: Reader) -> None:
    said = "“Chile has promised Bolivia a port,” an adviser said."
    events = told(events_of(reader, NEWS, said))
    assert ("AGREE", "CHL", "BOL") in events


def test_news_of_the_first_sentence_is_recorded(reader: Reader) -> None:
    assert told(events_of(reader, "Palestinian leaders said they would shun any contact with Chile."))


@pytest.mark.parametrize("promise", ["Peru's president has agreed to cut taxes.", "Peru rejected a new tax."])
def test_policy_at_home_is_left_out_of_long_reports(reader: Reader, promise: str) -> None:
    assert told(events_of(reader, promise))
    assert not told(events_of(reader, *HOME, promise))


def test_meetings_are_politics_at_home_where_no_two_countries_deal(reader: Reader) -> None:
    meeting = "On Friday Peru's president met Senator Ana Sol of Peru."
    assert told(events_of(reader, *HOME, meeting)) == []
    assert ("CONSULT", "PER", "") in told(events_of(reader, *HOME, NEWS, meeting))


def test_soldiers_and_ministers_of_one_state_may_be_two_sides(reader: Reader) -> None:
    meeting = "Peru's president met the commander of the Peruvian army."
    assert ("CONSULT", "PER", "") in told(events_of(reader, NEWS, meeting))


def test_a_minister_may_be_asked_to_resign(reader: Reader) -> None:
    asked = "Peru's president asked the Peruvian finance minister to resign."
    assert ("REQUEST", "PER", "PER") in told(events_of(reader, NEWS, asked))


def test_orders_to_soldiers_of_ones_own_are_no_requests(reader: Reader) -> None:
    order = "The Peruvian defence ministry ordered Peruvian soldiers to wear masks."
    assert "REQUEST" not in [e.type for e in events_of(reader, NEWS, order)]


def test_support_for_somebody_at_home_is_recorded(reader: Reader) -> None:
    support = "On Friday the Peruvian senate backed the president of Peru."
    assert told(events_of(reader, *HOME, support)) == [("SUPPORT", "PER", "PER")]


def test_an_explanation_shows_the_ground(reader: Reader) -> None:
    text = "A headline\n\n" + NEWS + "\n\n“Chile attacked our ships,” said Ana Quispe, a Peruvian lawmaker."
    coded = Coder(reader).left_out(from_text(text))
    assert "left out    quoted: " in str(coded.explain(coded.events[0]))


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"odd": {"why": "so", "when": ["quotd"]}}, "odd: unknown trait 'quotd'"),
        ({"odd": {"when": ["quoted"]}}, 'odd: write "why: …"'),
    ],
)
def test_a_fault_in_the_table_is_told(
    monkeypatch: pytest.MonkeyPatch, table: dict[str, object], fault: str
) -> None:
    monkeypatch.setattr(selection, "load_yaml", lambda _: table)
    with pytest.raises(KnowledgeError, match=fault):
        selection.rules.__wrapped__()
