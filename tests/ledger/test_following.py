"""Where everybody stands, what changed, what is disputed, and what became of pledges."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import insert

from dragoman.ledger import Ledger, LedgerError, schema
from dragoman.ledger.following import Asked, changes, conflicts, positions_as_of
from dragoman.ledger.linking import link
from dragoman.ledger.pledges import Outcome, pledges
from dragoman.records import Actor, ActorKind, EventType, Status
from hand_ledger import Report, person, state

VELMARK, TARAVIA, NORWAY, PERU = map(state, ("VLM", "TRV", "NOR", "PER"))
COUNCIL = Actor("Renewal Council", ActorKind.GROUP, "COM")


def day(value: str) -> dt.date:
    return dt.date.fromisoformat(value)


@pytest.fixture
def followed(ledger: Ledger) -> Ledger:
    """An embassy that is open, disputed, and closed; and a council that is not the state."""
    for report in (
        Report("Harbour Wire", "2024-05-01").position(NORWAY, "mission", "open", PERU),
        Report("Daily Gull", "2024-05-05").position(person("Ada Quill", "NOR"), "mission", "open", PERU),
        Report("Harbour Wire", "2024-05-10").position(NORWAY, "mission", "reduced", PERU),
        Report("Bay Post", "2024-05-20").position(NORWAY, "mission", "closed", PERU, words="It is shut."),
        Report("Daily Gull", "2024-05-20").position(NORWAY, "mission", "closed", PERU),
        Report("Island Mail", "2024-05-20").position(NORWAY, "mission", "open", PERU),
        Report("Harbour Wire", "2024-05-03").position(COUNCIL, "talks", "willing", NORWAY),
        Report("Harbour Wire", "2024-05-04").position(state("COM"), "talks", "refuses", NORWAY),
    ):
        ledger.add(report.coded())
    link(ledger)
    return ledger


def test_the_last_stance_until_a_day_stands(followed: Ledger) -> None:
    asked = Asked(holder="NOR")
    assert positions_as_of(followed, day("2024-04-30"), asked) == []
    (early,) = positions_as_of(followed, day("2024-05-09"), asked)
    assert (early.stance, early.since, early.counterpart) == ("open", day("2024-05-01"), "PER")
    assert (early.count.occurrences, early.count.reports, early.count.independent) == (2, 2, 2)
    (late,) = positions_as_of(followed, day("2024-06-01"), asked)
    assert (late.stance, late.since, late.count.reports) == ("closed", day("2024-05-20"), 2)
    assert [(stance, e.outlet) for stance, e in late.disputed] == [("open", "Island Mail")]
    assert late.evidence.words in {"It is shut.", "Norway mission closed Peru."}


def test_leaders_stand_for_their_state_and_groups_for_themselves(followed: Ledger) -> None:
    holders = {s.holder: s.stance for s in positions_as_of(followed, day("2024-06-01"), Asked(issue="talks"))}
    assert holders == {"Renewal Council": "willing", "COM": "refuses"}
    (council,) = positions_as_of(followed, day("2024-06-01"), Asked(holder="renewal council"))
    assert council.counterpart == "NOR"


def test_changes_carry_the_words_of_both_stances(followed: Ledger) -> None:
    found = changes(followed, Asked(holder="Norwegian", issue="mission"))
    assert [(c.before, c.after, str(c.day)) for c in found] == [
        ("open", "reduced", "2024-05-10"), ("reduced", "closed", "2024-05-20"),
    ]  # fmt: skip
    assert found[0].earlier.outlet == "Daily Gull"
    assert found[0].later.words == "Norway mission reduced Peru."
    assert found[1].reports == 2
    assert [c.after for c in changes(followed, Asked(holder="NOR"), since=day("2024-05-15"))] == ["closed"]
    assert [c.after for c in changes(followed, Asked(holder="NOR"), until=day("2024-05-15"))] == ["reduced"]
    assert [c.after for c in changes(followed, Asked(holder="NOR"), least_reports=2)] == ["closed"]
    assert changes(followed, Asked(holder="NOR", issue="talks")) == []


def test_one_reports_own_reversal_is_a_change(ledger: Ledger) -> None:
    report = Report(day="2024-05-16").position(VELMARK, "mission", "open", TARAVIA, on="2024-05-13")
    report.position(VELMARK, "mission", "closed", TARAVIA, on="2024-05-16", supersedes=0)
    same_day = Report("Bay Post", "2024-06-02").position(NORWAY, "talks", "refuses", PERU)
    same_day.position(NORWAY, "talks", "holds", PERU, supersedes=0)
    for r in (report, same_day):
        ledger.add(r.coded())
    found = {(c.holder, c.before, c.after, c.within) for c in changes(ledger)}
    assert found == {("VLM", "open", "closed", False), ("NOR", "refuses", "holds", True)}
    assert conflicts(ledger) == []


def test_reports_that_disagree_are_a_conflict_and_no_change(ledger: Ledger) -> None:
    for outlet, on, stance in (
        ("Harbour Wire", "2024-05-01", "holds"), ("Harbour Wire", "2024-05-02", "refuses"),
        ("Daily Gull", "2024-05-02", "holds"),
    ):  # fmt: skip
        ledger.add(Report(outlet, on).position(NORWAY, "talks", stance, PERU).coded())
    assert changes(ledger) == []
    (dispute,) = conflicts(ledger)
    assert (dispute.stance, [s for s, _ in dispute.disputed]) == ("holds", ["refuses"])
    assert conflicts(ledger, since=day("2024-05-03")) == []


def test_what_is_unsure_rejected_or_of_another_outlet_is_left_out(followed: Ledger) -> None:
    assert positions_as_of(followed, day("2024-06-01"), Asked(least_confidence=0.8)) == []
    (found,) = positions_as_of(followed, day("2024-06-01"), Asked(holder="NOR", outlet="island mail"))
    assert found.stance == "open"
    closed = [p for c in followed for p in c.positions if p.stance == "closed"]
    with followed.writing() as connection:
        for number, position in enumerate(closed, 1):
            connection.execute(insert(schema.reviews).values(
                id=number, record_id=position.id, record_kind="position", article_id=position.article,
                decision="reject", reviewer="A", reviewed="2024-06-01T10:00:00.000Z",
            ))  # fmt: skip
    (kept,) = positions_as_of(followed, day("2024-06-01"), Asked(holder="NOR"))
    assert kept.stance == "open"
    with followed.writing() as connection:
        connection.execute(insert(schema.reviews).values(
            id=9, record_id=closed[0].id, record_kind="position", article_id=closed[0].article,
            decision="undo", undoes=1, reviewer="A", reviewed="2024-06-02T10:00:00.000Z",
        ))  # fmt: skip
    (back,) = positions_as_of(followed, day("2024-06-01"), Asked(holder="NOR"))
    assert "closed" in {back.stance, *(s for s, _ in back.disputed)}


def test_whoever_is_nobody_is_told(followed: Ledger) -> None:
    with pytest.raises(LedgerError, match="'Nobody Known' is no actor of the ledger"):
        changes(followed, Asked(holder="Nobody Known"))


def test_pledges_are_kept_broken_or_open(ledger: Ledger) -> None:
    for report in (
        Report(day="2024-05-01").position(NORWAY, "talks", "willing", PERU, words="We will talk."),
        Report(day="2024-05-08").position(NORWAY, "talks", "willing", PERU),
        Report(day="2024-05-20").position(NORWAY, "talks", "holds", PERU, words="They sat down."),
        Report(day="2024-05-02").position(VELMARK, "assurance", "gives", NORWAY),
        Report(day="2024-06-02").position(VELMARK, "assurance", "breaks", NORWAY),
        Report(day="2024-05-03").position(PERU, "aid", "offers", TARAVIA),
        Report(day="2025-09-03").position(PERU, "aid", "provides", TARAVIA),
        Report(day="2024-05-04").event(EventType.RETREAT, PERU, NORWAY, status=Status.PLANNED),
        Report(day="2024-05-30").event(EventType.RETREAT, person("Rui Vale", "PER"), NORWAY),
        Report(day="2024-05-05").event(EventType.REQUEST, PERU, NORWAY, status=Status.PLANNED),
    ):
        ledger.add(report.coded())
    found = [(p.holder, p.what, p.outcome) for p in pledges(ledger)]
    assert found == [
        ("NOR", "talks: willing", Outcome.KEPT), ("VLM", "assurance: gives", Outcome.BROKEN),
        ("PER", "aid: offers", Outcome.OPEN), ("PER", "RETREAT planned", Outcome.KEPT),
    ]  # fmt: skip
    kept = pledges(ledger, outcome=Outcome.KEPT, holder="Norway")
    assert [(p.evidence.words, p.later and p.later.words) for p in kept] == [
        ("We will talk.", "They sat down.")
    ]
    assert [p.holder for p in pledges(ledger, since=day("2024-05-03"), until=day("2024-05-03"))] == ["PER"]
