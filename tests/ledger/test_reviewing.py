"""What people say of records: what stands, what shows, and what outlives coding anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from dragoman.coded import CodedArticle
from dragoman.formats.json import encode
from dragoman.ledger import Ledger, LedgerError, schema
from dragoman.ledger.checking import check
from dragoman.ledger.editing import EditError
from dragoman.ledger.finding import Question, find
from dragoman.ledger.following import Asked, positions_as_of
from dragoman.ledger.linking import link
from dragoman.ledger.pending import as_reviewed
from dragoman.ledger.pledges import Outcome, pledges
from dragoman.ledger.reviewed import standing_articles
from dragoman.ledger.reviewing import (
    Decision,
    Drawn,
    Review,
    accept,
    disagreements,
    edit,
    fold,
    keep,
    reject,
    reviews,
    undo,
)
from dragoman.ledger.verdicts import reviewed, standing
from dragoman.records import Act, Date, EventType, Record
from hand_ledger import Report, person, state
from hand_records import ARTICLE, RECORDS

NORWAY, PERU = state("NOR"), state("PER")
QUILL = person("Ada Quill", "NOR", "minister")
END = dt.date(2024, 12, 31)


@pytest.fixture
def report() -> CodedArticle:
    """A report with a statement, an event and a position."""
    made = Report(day="2024-05-16")
    made.statement(QUILL, "The embassy will stay open if talks go on.", Act.INFORM)
    made.event(EventType.CONSULT, NORWAY, PERU)
    made.position(NORWAY, "mission", "open", PERU)
    return made.coded("A paragraph of Lima's.")


@pytest.fixture
def kept(ledger: Ledger, report: CodedArticle) -> Ledger:
    ledger.add(report)
    return ledger


def the(ledger: Ledger, kind: str) -> Record:
    """The record of a kind, as the machine read it."""
    (coded,) = ledger
    (record,) = getattr(coded, f"{kind}s")
    return record  # type: ignore[no-any-return]


def stance(ledger: Ledger) -> list[tuple[str, str, str | None, str | None]]:
    found = positions_as_of(ledger, END)
    return [(s.holder, s.stance, s.counterpart, s.evidence.reviewed) for s in found]


# ---- what shows in answers


def test_what_was_accepted_is_told_so(kept: Ledger) -> None:
    made = accept(kept, the(kept, "position").id[:6], reviewer="Ana", note="plain")
    assert (made.decision, made.reviewer, made.note, made.drawn) == ("accept", "Ana", "plain", Drawn.NAMED)
    assert stance(kept) == [("NOR", "open", "PER", "accepted")]
    assert find(kept, Question(kinds=("event",))).found[0].evidence.reviewed is None


def test_edits_of_positions_show_beside_what_the_machine_read(kept: Ledger, report: CodedArticle) -> None:
    key = the(kept, "position").id
    edit(kept, key, {"stance": "reduced", "counterpart": "Comoros", "date": "2024-05"}, reviewer="Ana")
    (found,) = positions_as_of(kept, END)
    assert (found.stance, found.counterpart, found.since) == ("reduced", "COM", dt.date(2024, 5, 1))
    assert (found.evidence.says, found.evidence.reviewed) == (
        "Norway [NOR] → Comoros [COM] · mission: reduced", "edited",
    )  # fmt: skip
    assert positions_as_of(kept, END, Asked(counterpart="PER")) == []
    assert kept.coded(report.article.id) == report
    _, shown = as_reviewed(kept, key)
    assert shown == replace(
        report.positions[0], stance="reduced", counterpart=replace(PERU, name="Comoros", country="COM"),
        on=Date("2024-05", "month"),
    )  # fmt: skip
    undo(kept, key, reviewer="Ana")
    assert stance(kept) == [("NOR", "open", "PER", None)]
    with kept.reading() as connection:
        row = connection.execute(select(schema.positions)).mappings().one()
    assert (row["machine"], row["counterpart_side"], row["date"]) == (None, "PER", "2024-05-16")


def test_edits_of_statements_and_events_show(kept: Ledger) -> None:
    said, done = the(kept, "statement"), the(kept, "event")
    edit(kept, said.id, {"act": "pledge", "condition": "if talks go on"}, reviewer="Ana")
    edit(kept, said.id, {"speaker": "Rui Vale [PER]", "addressee": "reporters"}, reviewer="Ana")
    (found,) = find(kept, Question(act="pledge", actor="PER")).found
    assert found.evidence.says == "Rui Vale [PER] · pledge → reporters"
    assert find(kept, Question(actor="NOR", kinds=("statement",))).found == ()
    values = {"type": "sanction", "mode": "expel", "actor": "Peru", "recipient": ""}
    edit(kept, done.id, values, reviewer="Ana")
    (found,) = find(kept, Question(type="SANCTION", actor="Peru")).found
    assert found.evidence.says == "SANCTION expel · Peru [PER]"
    with kept.reading() as connection:
        event = connection.execute(select(schema.events)).mappings().one()
        statement = connection.execute(select(schema.statements)).mappings().one()
    assert (event["quad"], event["score"], event["recipient"]) == (4, -5.5, None)
    assert statement["condition_words"] == "if talks go on"
    assert find(kept, Question(words="talks", kinds=("statement",))).found
    assert list(check(kept)) == []


def test_articles_are_given_as_people_let_them_stand(kept: Ledger, report: CodedArticle) -> None:
    assert list(standing_articles(kept)) == [report]
    reject(kept, the(kept, "event").id, reviewer="Ana")
    edit(kept, the(kept, "position").id, {"stance": "reduced"}, reviewer="Ana")
    (standing,) = standing_articles(kept)
    assert standing.events == ()
    assert standing.statements == report.statements
    assert [(p.id, p.stance) for p in standing.positions] == [(report.positions[0].id, "reduced")]
    assert list(kept) == [report]


def test_edits_of_words_are_searched(kept: Ledger) -> None:
    edit(kept, the(kept, "event").id, {"trigger": "A paragraph of Lima's"}, reviewer="Ana")
    (found,) = find(kept, Question(words="Lima", kinds=("event",))).found
    assert found.evidence.words == "A paragraph of Lima's"
    assert found.evidence.start == next(iter(kept)).article.text.index("A paragraph")
    assert find(kept, Question(words="consult", kinds=("event",))).found == ()


def test_edits_of_pledges_show(ledger: Ledger) -> None:
    for one in (
        Report(day="2024-05-01").position(NORWAY, "talks", "refuses", PERU),
        Report(day="2024-05-20").position(NORWAY, "talks", "holds", PERU),
        Report(day="2024-05-04").event(EventType.RETREAT, PERU, NORWAY),
    ):
        ledger.add(one.coded())
    assert pledges(ledger) == []
    refused, event = (c for c in ledger if str(c.article.published) in {"2024-05-01", "2024-05-04"})
    edit(ledger, refused.positions[0].id, {"stance": "willing"}, reviewer="Ana")
    edit(ledger, event.events[0].id, {"status": "planned"}, reviewer="Ana")
    found = [(p.what, p.outcome, p.evidence.reviewed) for p in pledges(ledger)]
    assert found == [("talks: willing", Outcome.KEPT, "edited"), ("RETREAT planned", Outcome.OPEN, "edited")]


def test_the_rejected_are_left_out_and_tell_nothing(ledger: Ledger) -> None:
    for outlet in ("Harbour Wire", "Daily Gull"):
        ledger.add(Report(outlet).position(NORWAY, "mission", "open", PERU).coded(outlet))
    link(ledger)
    first, second = (c.positions[0].id for c in ledger)
    assert find(ledger, Question()).found[0].count.reports == 2
    reject(ledger, first, reviewer="Ana")
    (found,) = find(ledger, Question()).found
    assert (found.evidence.record, found.count.reports) == (second, 1)


def test_an_edited_record_leaves_its_occurrence_until_records_are_linked(ledger: Ledger) -> None:
    for outlet in ("Harbour Wire", "Daily Gull"):
        ledger.add(Report(outlet).position(NORWAY, "mission", "open", PERU).coded(outlet))
    link(ledger)
    first, _ = (c.positions[0].id for c in ledger)
    edit(ledger, first, {"stance": "closed"}, reviewer="Ana")
    assert [f.count.reports for f in find(ledger, Question()).found] == [1, 1]
    assert link(ledger).positions == 0
    undo(ledger, first, reviewer="Ana")
    assert link(ledger).positions == 1


# ---- what may be written


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        ("position", {"stance": "half open"}, "stance: no 'half open': give one of opens, open, "),
        ("position", {"issue": "recognition"}, "stance: recognition has no 'open': give one of"),
        ("position", {"holder": None}, "holder: a position needs one"),
        ("position", {"country": "Atlantis"}, "country: no 'Atlantis'"),
        ("position", {"date": "16.5.2024"}, "date: '16.5.2024' is no date: write YYYY-MM-DD"),
        ("position", {"date": "2024-02-30"}, "is no date"),
        ("position", {"date": "20240516"}, "is no date"),
        ("position", {"evidence": "words that nobody wrote"}, "is not in the text"),
        ("position", {"colour": "blue"}, "colour: no field of a position: there are holder, country, issue"),
        ("position", {"stance": "open"}, "nothing would change"),
        ("statement", {"act": "shout"}, "act: no 'shout': give one of inform, deny"),
        ("statement", {"content": None}, "content: a statement needs one"),
        ("statement", {"negated": "perhaps"}, "neither yes nor no"),
        ("statement", {"source": "The embassy … talks go on"}, "one stretch of words"),
        ("statement", {"speaker": None, "country": "NOR"}, "nobody is named"),
        ("event", {"type": "DANCE"}, "type: no 'DANCE': give one of AGREE"),
        ("event", {"mode": "expel"}, "mode: no 'expel': give one of visit"),
        ("event", {"type": "AGREE", "mode": "visit"}, "mode: AGREE has none"),
    ],
)  # fmt: skip
def test_what_a_field_cannot_be_is_told(kept: Ledger, kind: str, values: dict[str, Any], told: str) -> None:
    with pytest.raises(EditError) as fault:
        edit(kept, the(kept, kind).id, values, reviewer="Ana")
    assert told in str(fault.value)
    assert reviews(kept) == []


def test_names_are_those_of_the_ledger(kept: Ledger) -> None:
    key = the(kept, "position").id
    edit(kept, key, {"holder": "ada quill"}, reviewer="Ana")
    assert as_reviewed(kept, key)[1].holder == QUILL  # type: ignore[union-attr]
    edit(kept, key, {"holder": "Harbour League [NGO]", "country": "UNO"}, reviewer="Ana")
    holder = as_reviewed(kept, key)[1].holder  # type: ignore[union-attr]
    assert (holder.name, holder.country, holder.kind) == ("Harbour League", "UNO", QUILL.kind)


def test_words_may_be_written_over_a_line_end_and_in_brackets(ledger: Ledger) -> None:
    ledger.add(CodedArticle(ARTICLE, RECORDS))
    (coded,) = ledger
    key = coded.positions[1].id
    edit(ledger, key, {"evidence": "would close the … river districts"}, reviewer="Ana")
    assert [s.exact for s in as_reviewed(ledger, key)[1].evidence] == [  # type: ignore[union-attr]
        "would close the", "river districts",
    ]  # fmt: skip
    edit(ledger, key, {"evidence": ["[[Solano]] told reporters"]}, reviewer="Ana")
    (found,) = as_reviewed(ledger, key)[1].evidence  # type: ignore[union-attr]
    assert found.exact == "Solano"
    assert found.start == ARTICLE.text.index("Solano told")


# ---- what stands


def test_accepting_what_was_edited_keeps_the_edit(kept: Ledger) -> None:
    key = the(kept, "position").id
    edit(kept, key, {"stance": "closed"}, reviewer="Ana")
    made = accept(kept, key, reviewer="Ben")
    assert (made.decision, made.edit) == (Decision.EDIT, {"stance": "closed"})
    assert disagreements(kept) == []
    assert edit(kept, key, {"stance": "open"}, reviewer="Ben").decision is Decision.ACCEPT
    ((found),) = disagreements(kept)
    assert [(r.reviewer, r.decision) for r in found.reviews] == [("Ana", "edit"), ("Ben", "accept")]
    assert stance(kept) == [("NOR", "open", "PER", "accepted")]


def test_undoing_brings_back_what_stood_before(kept: Ledger) -> None:
    key = the(kept, "position").id
    accept(kept, key, reviewer="Ana")
    reject(kept, key, reviewer="Ben")
    assert stance(kept) == []
    undo(kept, key[:8], reviewer="Ana")
    assert stance(kept) == [("NOR", "open", "PER", "accepted")]
    undo(kept, key, reviewer="Ana")
    assert [k.state for k in reviews(kept)] == ["undone", "undone", "undoing", "undoing"]
    with pytest.raises(LedgerError, match="no decision stands on such a record"):
        undo(kept, key, reviewer="Ana")
    with pytest.raises(LedgerError, match="no decision stands"):
        undo(kept, "", reviewer="Ana")


def test_an_edit_that_nobody_made_is_found(kept: Ledger) -> None:
    read = the(kept, "position")
    with kept.writing() as connection:
        connection.execute(
            schema.positions.update()
            .values(stance="closed", machine=encode(read))
            .where(schema.positions.c.id == read.id)
        )
    assert [fault.message for fault in check(kept)] == [
        "it is shown edited, but no edit of it stands: code it anew"
    ]


def test_decisions_are_never_changed(kept: Ledger) -> None:
    accept(kept, the(kept, "event").id, reviewer="Ana")
    with pytest.raises(DatabaseError, match="only added to"), kept.writing() as connection:
        connection.execute(schema.reviews.update().values(decision="reject"))


def test_an_edit_outlives_coding_anew(kept: Ledger, report: CodedArticle) -> None:
    key = the(kept, "position").id
    edit(kept, key, {"stance": "reduced"}, reviewer="Ana")
    anew = replace(report.positions[0], counterpart=state("COM"), confidence=0.9)
    kept.replace(CodedArticle(report.article, replace(report.records, positions=(anew,))))
    assert stance(kept) == [("NOR", "reduced", "COM", "edited")]
    assert kept.coded(report.article.id).positions == (anew,)


def test_an_edit_that_fits_no_more_is_told(
    kept: Ledger, report: CodedArticle, caplog: pytest.LogCaptureFixture
) -> None:
    read = the(kept, "position")
    with kept.writing() as connection:
        keep(connection, Review(
            0, read.id, "position", read.article, Decision.EDIT, "Ana", "2024-06-01T10:00:00.000Z",
            {"stance": 7},
        ))  # fmt: skip
    kept.replace(report)
    assert f"record {read.id}: its edit does not fit: stance: 7 is not str: edit it again" in caplog.text
    assert [s for _, s, *_ in stance(kept)] == ["open"]


def test_a_review_of_a_record_that_is_no_more_is_orphaned(kept: Ledger, report: CodedArticle) -> None:
    key = the(kept, "position").id
    edit(kept, key, {"stance": "reduced"}, reviewer="Ana")
    other = replace(report.positions[0], id="f" * 16)
    kept.replace(CodedArticle(report.article, replace(report.records, positions=(other,))))
    assert [(k.state, k.review.record) for k in reviews(kept)] == [("orphaned", key)]
    assert stance(kept) == [("NOR", "open", "PER", None)]
    kept.replace(report)
    assert stance(kept) == [("NOR", "reduced", "PER", "edited")]


_numbers = count()
_steps = st.lists(st.sampled_from(["accept", "reject", "open", "closed", "reduced", "undo"]), max_size=8)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_steps)
def test_any_history_folds_to_what_stands(ledger: Ledger, steps: list[str]) -> None:
    """A stack says what stands: a decision goes on it, an undoing takes the top away."""
    envoy = person(f"Envoy {next(_numbers)}", None)
    report = Report().position(envoy, "mission", "open", PERU).coded()
    ledger.add(report)
    (position,) = report.positions
    key = position.id
    stack: list[tuple[Decision, str]] = []  # each decision, and the stance that it gives
    for step in steps:
        held = stack[-1][1] if stack and stack[-1][0] is Decision.EDIT else "open"
        if step == "undo" and stack:
            undo(ledger, key, reviewer="Ana")
            stack.pop()
        elif step == "reject":
            reject(ledger, key, reviewer="Ana")
            stack.append((Decision.REJECT, "open"))
        elif step == "accept":
            accept(ledger, key, reviewer="Ana")
            stack.append((Decision.ACCEPT if held == "open" else Decision.EDIT, held))
        elif step not in {"undo", held}:
            edit(ledger, key, {"stance": step}, reviewer="Ana")
            stack.append((Decision.ACCEPT if step == "open" else Decision.EDIT, step))
    decision, expected = stack[-1] if stack else (None, "open")
    known = [k.review for k in reviews(ledger)]
    here = fold(known).get(key)
    assert (here and here.decision) == decision
    with ledger.reading() as connection:
        rows = connection.execute(standing()).all()
        said = reviewed(connection, [key]).get(key)
    assert {row.id for row in rows} == {r.id for r in fold(known).values()}
    assert said == {None: None, "accept": "accepted", "edit": "edited", "reject": "rejected"}[decision]
    found = [s for s in positions_as_of(ledger, END) if s.holder == envoy.name]
    assert [s.stance for s in found] == ([] if decision is Decision.REJECT else [expected])
    assert ledger.coded(report.article.id) == report
    assert as_reviewed(ledger, key)[1] == replace(position, stance=expected)
