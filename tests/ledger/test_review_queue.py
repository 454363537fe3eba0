"""Which records wait for a reviewer, and what reviews are carried to: files, answer keys, figures."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.precision import precision, precision_lines
from dragoman.evaluation.predictions import answers_of
from dragoman.formats.registry import export
from dragoman.ledger import Ledger
from dragoman.ledger.finding import Question
from dragoman.ledger.pending import Order, Selection, pending
from dragoman.ledger.review_files import export_reviews, import_reviews
from dragoman.ledger.reviewed import reviewed_articles
from dragoman.ledger.reviewing import Drawn, accept, edit, fold, reject, reviews, undo
from dragoman.records import Act, EventType, Record
from hand_ledger import Report, person, state

NORWAY, PERU = state("NOR"), state("PER")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    fill(ledger)
    return ledger


def fill(ledger: Ledger) -> None:
    """Two reports with five records."""
    for report in (
        Report("Harbour Wire", "2024-05-01")
        .statement(person("Ada Quill", "NOR"), "that the embassy stays", Act.PLEDGE)
        .position(NORWAY, "mission", "open", PERU, confidence=0.4),
        Report("Bay Post", "2024-05-09")
        .event(EventType.CONSULT, NORWAY, PERU)
        .position(PERU, "talks", "willing", NORWAY, confidence=0.9)
        .position(PERU, "aid", "offers", NORWAY, confidence=0.2),
    ):
        ledger.add(report.coded())


def ids(ledger: Ledger, part: str) -> list[str]:
    return [record.id for coded in ledger for record in getattr(coded, part)]


def test_records_wait_article_by_article_until_they_are_decided(filled: Ledger) -> None:
    old, new = filled
    in_order: list[Record] = [*new.events, *new.positions, *old.statements, *old.positions]
    assert pending(filled) == [record.id for record in in_order]
    accept(filled, old.positions[0].id, reviewer="Ana")
    reject(filled, new.events[0].id, reviewer="Ana")
    assert pending(filled) == [record.id for record in in_order[1:4]]
    undo(filled, new.events[0].id, reviewer="Ana")
    assert pending(filled)[0] == new.events[0].id


def test_they_wait_as_asked(filled: Ledger) -> None:
    old, new = filled
    positions = Question(kinds=("position",))
    unsure = pending(filled, Selection(positions, Order.UNSURE))
    assert unsure == [new.positions[1].id, old.positions[0].id, new.positions[0].id]
    assert pending(filled, Selection(Question(issue="aid"))) == [new.positions[1].id]
    assert len(pending(filled, Selection(Question(actor="Peru")))) == 2
    assert pending(filled, Selection(Question(since=dt.date(2024, 5, 2), act="pledge"))) == []


def test_a_random_order_goes_on_where_it_was(filled: Ledger) -> None:
    draws = {seed: pending(filled, Selection(order=Order.RANDOM, seed=seed)) for seed in range(8)}
    assert len({tuple(draw) for draw in draws.values()}) > 4
    assert {frozenset(draw) for draw in draws.values()} == {frozenset(pending(filled))}
    accept(filled, draws[3][0], reviewer="Ana")
    assert pending(filled, Selection(order=Order.RANDOM, seed=3)) == draws[3][1:]


def test_only_a_draw_from_all_of_a_kind_is_random() -> None:
    event = Question(kinds=("event",))
    assert Selection(event, Order.RANDOM).drawn is Drawn.RANDOM
    assert Selection(Question(actor="NOR"), Order.RANDOM).drawn is Drawn.RANDOM_CHOICE
    assert Selection(event, Order.UNSURE).drawn is Drawn.UNSURE
    assert Selection(event).drawn is Drawn.BY_ARTICLE


# ---- files


def test_decisions_are_carried_to_another_ledger_once(filled: Ledger, new_place: Callable[[], str]) -> None:
    first, second, third = ids(filled, "positions")
    edit(filled, first, {"stance": "closed", "evidence": "mission open"}, reviewer="Ana", note="“shut”")
    reject(filled, second, reviewer="Ana")
    undo(filled, second, reviewer="Ben")
    accept(filled, third, reviewer="Ana")
    lines = list(export_reviews(filled))
    with Ledger.open(new_place()) as other:
        fill(other)
        reject(other, third, reviewer="Cem")
        done = import_reviews(other, lines)
        assert (done.added, done.known, done.faults) == (4, 0, ())
        again = import_reviews(other, [*lines, ""])
        assert (again.added, again.known) == (0, 4)
        here = {r.record: (r.decision, r.edit) for r in fold(k.review for k in reviews(other)).values()}
        assert here[first] == ("edit", json.loads(lines[0])["edit"])
        assert second not in here
        assert here[third][0] == "reject"  # it was decided later
        back = import_reviews(filled, export_reviews(other))
        assert (back.added, back.known) == (1, 4)
        assert fold(k.review for k in reviews(filled))[third].decision == "reject"


def test_lines_that_cannot_be_taken_leave_the_others(filled: Ledger, new_place: Callable[[], str]) -> None:
    first, second, _ = ids(filled, "positions")
    edit(filled, first, {"stance": "closed"}, reviewer="Ana")
    accept(filled, second, reviewer="Ana")
    undo(filled, second, reviewer="Ana")
    edited, accepted, undone = map(json.loads, export_reviews(filled))
    bad = [
        "no JSON", "[]", json.dumps(edited | {"reviewer": "Ben"}), json.dumps(edited | {"decision": "guess"}),
        json.dumps(edited | {"id": None, "edit": {"stance": 7}}),
        json.dumps(edited | {"id": None, "edit": {"id": "f"}}),
        json.dumps(edited | {"id": None, "edit": {"evidence": [{"start": 0, "end": 2, "exact": "zz"}]}}),
        json.dumps(edited | {"id": None, "edit": None}), json.dumps(edited | {"id": None, "edit": "x"}),
        json.dumps(edited | {"id": None, "kind": "rumour"}),
        json.dumps(edited | {"id": None, "reviewed": "yesterday"}),
        json.dumps(edited | {"id": None, "article": "f" * 16}), json.dumps(undone),
        json.dumps(undone | {"id": None, "undoes": None}),
    ]  # fmt: skip
    with Ledger.open(new_place()) as other:
        fill(other)
        done = import_reviews(other, [*bad, json.dumps(accepted)], name="file.jsonl")
        assert done.added == 1
        assert len(done.faults) == len(bad)
        assert all(fault.startswith(f"file.jsonl:{n}: ") for n, fault in enumerate(done.faults, 1))
        assert "add it, and import this again" in done.faults[11]
        assert [k.review.record for k in reviews(other)] == [second]


def test_a_decision_on_a_record_that_is_not_there_is_kept(
    filled: Ledger, new_place: Callable[[], str]
) -> None:
    first, *_ = ids(filled, "positions")
    edit(filled, first, {"stance": "closed"}, reviewer="Ana")
    with Ledger.open(new_place()) as other:
        for coded in filled:
            other.add(type(coded)(coded.article, type(coded.records)(coded.article.id)))
        assert import_reviews(other, export_reviews(filled)).added == 1
        assert [k.state for k in reviews(other)] == ["orphaned"]


# ---- answer keys


def test_answer_keys_hold_what_people_let_stand(filled: Ledger, tmp_path: Path) -> None:
    old, new = filled
    accept(filled, old.statements[0].id, reviewer="Ana")
    edit(filled, old.positions[0].id, {"stance": "closed", "holder": "Peru"}, reviewer="Ana")
    reject(filled, new.events[0].id, reviewer="Ana")
    accept(filled, new.positions[0].id, reviewer="Ana")
    whole, part = reviewed_articles(filled)
    assert (whole.waiting, part.waiting) == (0, 1)
    assert part.coded.events == ()
    export([whole.coded, part.coded], "gold", tmp_path)
    keys = {gold.id: gold.answers for gold in load_gold(tmp_path)}
    for one in (whole, part):
        sure = replace(
            one.coded.records,
            statements=tuple(replace(r, confidence=None) for r in one.coded.statements),  # type: ignore[arg-type]
            positions=tuple(replace(r, confidence=None) for r in one.coded.positions),  # type: ignore[arg-type]
        )
        assert keys[one.coded.article.id] == answers_of(one.coded.article.id, sure)
    assert [(p.holder, p.stance) for p in keys[old.article.id].positions] == [("Peru", "closed")]


def test_links_to_what_was_rejected_are_cut(ledger: Ledger) -> None:
    report = Report().position(NORWAY, "mission", "open", PERU)
    ledger.add(report.position(NORWAY, "mission", "closed", PERU, supersedes=0).coded())
    first, second = ids(ledger, "positions")
    reject(ledger, first, reviewer="Ana")
    accept(ledger, second, reviewer="Ana")
    (found,) = reviewed_articles(ledger)
    assert [p.supersedes for p in found.coded.positions] == [None]


# ---- figures


def test_precision_by_kind_and_issue(filled: Ledger) -> None:
    first, second, third = ids(filled, "positions")
    accept(filled, first, reviewer="Ana", drawn=Drawn.RANDOM)
    edit(filled, second, {"stance": "holds"}, reviewer="Ana", drawn=Drawn.RANDOM)
    reject(filled, third, reviewer="Ana")
    accept(filled, ids(filled, "events")[0], reviewer="Ana", drawn=Drawn.RANDOM)
    found = precision(fold(k.review for k in reviews(filled)).values())
    assert (found.reviewed, found.at_random) == (4, 3)
    shares = {(s.kind, s.by, s.name): s for s in found.shares}
    positions = shares["position", "kind", "position"]
    assert (positions.accepted, positions.edited, positions.rejected) == (1, 1, 1)
    assert (round(positions.low, 3), round(positions.high, 3)) == (0.061, 0.792)
    assert shares["event", "type", "CONSULT"].share == 1.0
    assert {name for kind, by, name in shares if by == "issue"} == {"mission", "talks", "aid"}
    assert [s.by for s in found.shares][:3] == ["kind", "type", "kind"]
    assert any("33.3%  6.1% to 79.2%" in line for line in precision_lines(found))
    assert found.to_json()["shares"][0]["share"] == 1.0


def test_nothing_reviewed_is_told() -> None:
    assert list(precision_lines(precision([]))) == ["No record was reviewed."]
