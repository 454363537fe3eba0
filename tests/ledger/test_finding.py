from __future__ import annotations

import datetime as dt

import pytest

from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.finding import Question, find, timeline
from dragoman.ledger.linking import link
from dragoman.records import Act, EventType, Status
from hand_ledger import Report, person, state

NORWAY, PERU = state("NOR"), state("PER")
QUILL = person("Ada Quill", "NOR", "minister")
SHORT = person("Quill", "NOR", "minister")


@pytest.fixture
def asked(ledger: Ledger) -> Ledger:
    for report in (
        Report("Harbour Wire", "2024-05-01")
        .statement(QUILL, "that the harbour would open", Act.PLEDGE, addressee="Peru")
        .event(EventType.CONSULT, NORWAY, PERU, words="The two met."),
        Report("Daily Gull", "2024-05-02")
        .statement(SHORT, "that nets were cut", Act.CRITICISE)
        .event(EventType.CONSULT, QUILL, PERU, on="2024-05-01", words="Quill saw Peru's envoy."),
        Report("Bay Post", "2024-05-09").position(NORWAY, "talks", "willing", PERU, words="ready for talks"),
        Report("Bay Post", None).statement(PERU, "that the harbour was closed", Act.DENY),
    ):
        ledger.add(report.coded())
    link(ledger)
    return ledger


def words(ledger: Ledger, **question: object) -> list[str]:
    return [f.evidence.words for f in find(ledger, Question(**question)).found]  # type: ignore[arg-type]


def test_the_newest_come_first_and_those_without_a_day_last(asked: Ledger) -> None:
    everything = words(asked)
    assert everything[0] == "ready for talks"
    assert everything[-1] == "that the harbour was closed"
    found = find(asked, Question(), limit=2)
    assert len(found.found) == 2
    assert (found.total.occurrences, found.total.reports, found.total.independent) == (5, 4, 3)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"words": "harbour"}, ["that the harbour would open", "that the harbour was closed"]),
        ({"words": "harbour -open"}, ["that the harbour was closed"]),
        ({"act": "criticise"}, ["that nets were cut"]),
        ({"type": "ASSAULT"}, []),
        ({"issue": "talks", "stance": "willing"}, ["ready for talks"]),
        ({"actor": "PER"}, ["that the harbour was closed"]),
        (
            {"actor": "Ada Quill", "kinds": ("statement",)},
            ["that nets were cut", "that the harbour would open"],
        ),
        ({"actor": "norway", "recipient": "peru", "kinds": ("position",)}, ["ready for talks"]),
        ({"recipient": "PER", "kinds": ("statement",)}, ["that the harbour would open"]),
        ({"outlet": "daily gull", "kinds": ("statement",)}, ["that nets were cut"]),
        ({"since": dt.date(2024, 5, 3)}, ["ready for talks"]),
        ({"until": dt.date(2024, 5, 1), "kinds": ("statement",)}, ["that the harbour would open"]),
        ({"reported": True, "since": dt.date(2024, 5, 2), "kinds": ("event",)}, ["Quill saw Peru's envoy."]),
    ],
)
def test_what_is_asked_is_what_is_found(
    asked: Ledger, question: dict[str, object], expected: list[str]
) -> None:
    assert words(asked, **question) == expected


def test_one_happening_of_two_reports_is_found_once_with_both(asked: Ledger) -> None:
    (met,) = find(asked, Question(type="CONSULT")).found
    assert (met.count.occurrences, met.count.reports, met.count.independent) == (1, 2, 2)
    assert len(met.reports) == 2


def test_what_nothing_can_have_is_said(asked: Ledger) -> None:
    with pytest.raises(LedgerError, match="no such records have what is asked for"):
        find(asked, Question(kinds=("event",), act="pledge"))
    with pytest.raises(LedgerError, match="asks for no word"):
        find(asked, Question(words="-harbour"))


def test_a_timeline_is_in_order_of_time(asked: Ledger) -> None:
    of_norway = [f.evidence.words for f in timeline(asked, "NOR").found]
    assert {"that the harbour would open"} < set(of_norway[:2])
    assert of_norway[2:] == ["that nets were cut", "ready for talks"]
    assert [f.evidence.words for f in timeline(asked, "talks").found] == ["ready for talks"]
    assert [f.evidence.words for f in timeline(asked, "Quill", since=dt.date(2024, 5, 2)).found] == [
        "that nets were cut"
    ]


def test_background_is_left_out_unless_asked_for(ledger: Ledger) -> None:
    report = Report().event(EventType.ASSAULT, PERU, NORWAY, status=Status.NEGATED)
    ledger.add(report.coded())
    assert len(words(ledger)) == 1
    assert len(words(ledger, background=True)) == 1
