"""The pass that finds what belongs together, and what people decide about actors."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dragoman.ledger import Ledger, LedgerError, schema
from dragoman.ledger.decisions import Decision, canonical_id, decisions, merge, split, undo
from dragoman.ledger.linking import link
from dragoman.records import Act, Actor, EventType, Form
from hand_ledger import Report, person, state

NORWAY, PERU = state("NOR"), state("PER")
QUILL, SHORT = person("Ada Quill", "NOR", "minister"), person("Quill", "NOR", "minister")
PROSE = [
    " ".join(f"{word}{n}{m}" for m in range(12) for word in ("harbour", "council", "boat", "treaty"))
    for n in range(4)
]


def groups(ledger: Ledger, kind: str) -> list[set[str]]:
    found: dict[str, set[str]] = {}
    with ledger.reading() as connection:
        for row in connection.execute(
            select(schema.group_members).where(schema.group_members.c.kind == kind)
        ):
            found.setdefault(row.group_id, set()).add(row.member_id)
    return list(found.values())


def names(ledger: Ledger) -> dict[str, set[str]]:
    a, c, m = schema.actors, schema.canonical_actors, schema.canonical_members
    query = select(c.c.name, a.c.name.label("alias")).join(m, m.c.canonical_id == c.c.id)
    found: dict[str, set[str]] = {}
    with ledger.reading() as connection:
        for row in connection.execute(query.join(a, a.c.id == m.c.actor_id)):
            found.setdefault(row.name, set()).add(row.alias)
    return found


def test_copies_quotations_happenings_and_stands_are_grouped(ledger: Ledger) -> None:
    quote = "“We will not leave the harbour until the council has spoken,”"
    one = Report("Harbour Wire", "2024-05-01", ("AP",)).statement(QUILL, quote, form=Form.DIRECT)
    one.event(EventType.CONSULT, NORWAY, PERU).position(NORWAY, "talks", "holds", PERU)
    other = Report("Daily Gull", "2024-05-02").statement(SHORT, quote[5:40], Act.DECIDE, form=Form.DIRECT)
    other.event(EventType.CONSULT, QUILL, PERU, on="2024-05-01")
    other.position(QUILL, "talks", "holds", PERU, on="2024-05-01")
    third = Report("Bay Post", "2024-05-03").position(NORWAY, "talks", "refuses", PERU)
    coded = [one.coded(*PROSE[:3]), other.coded(*PROSE[:3]), third.coded(PROSE[3])]
    for c in coded:
        ledger.add(c)
    found = link(ledger)
    assert (found.texts, found.events, found.positions) == (1, 1, 1)
    assert groups(ledger, "article") == [{coded[0].article.id, coded[1].article.id}]
    with ledger.reading() as connection:
        method = schema.groups.c.method
        assert connection.scalar(select(method).where(schema.groups.c.kind == "article")) == "wire copy, AP"
    for kind, records in (("event", "events"), ("position", "positions")):
        assert groups(ledger, kind) == [{getattr(c, records)[0].id for c in coded[:2]}]
    assert names(ledger)["Ada Quill"] == {"Ada Quill", "Quill"}


def test_a_clipped_quotation_is_grouped_with_the_full_one(ledger: Ledger) -> None:
    full = "“We will not leave the harbour until the council has spoken and the nets are mended,”"
    clip = "“will not leave the harbour until the council has spoken”"
    reports = [Report(o).statement(QUILL, w, form=Form.DIRECT).coded() for o, w in (("A", full), ("B", clip))]
    for coded in reports:
        ledger.add(coded)
    link(ledger)
    assert groups(ledger, "statement") == [{c.statements[0].id for c in reports}]


def test_linking_twice_gives_the_same(ledger: Ledger) -> None:
    for outlet in ("Harbour Wire", "Daily Gull"):
        ledger.add(Report(outlet).event(EventType.CONSULT, NORWAY, PERU).coded(*PROSE[:2]))
    first = link(ledger), groups(ledger, "event"), names(ledger)
    assert (link(ledger), groups(ledger, "event"), names(ledger)) == first


def test_positions_are_named_by_who_is_known(ledger: Ledger) -> None:
    envoy = Actor("Red Crescent", PERU.kind.ORGANISATION, "NGO")
    ledger.add(Report(day="2024-05-01").position(envoy, "aid", "provides", PERU).coded())
    link(ledger)
    with ledger.reading() as connection:
        row = connection.execute(select(schema.positions)).one()
    assert (row.holder_side, row.counterpart_side) == ("Red Crescent", "PER")


@pytest.fixture
def people(ledger: Ledger) -> Ledger:
    report = Report().statement(QUILL, "that it was so").statement(SHORT, "that it was not so")
    report.statement(person("Rui Vale", "PER"), "that it might be").statement(NORWAY, "nothing")
    ledger.add(report.coded())
    link(ledger)
    return ledger


def test_a_split_and_its_undoing_are_kept_to(people: Ledger) -> None:
    made = split(people, "Quill", "Ada Quill", reviewer="desk", note="two sisters")
    link(people)
    assert names(people)["Quill"] == {"Quill"}
    undo(people, made.id, reviewer="desk")
    link(people)
    assert names(people)["Ada Quill"] == {"Ada Quill", "Quill"}
    assert [(d.decision, d.undone, d.note) for d in decisions(people)] == [
        (Decision.SPLIT, True, "two sisters")
    ]
    with pytest.raises(LedgerError, match="none that stands"):
        undo(people, made.id, reviewer="desk")


def test_a_merge_joins_what_no_rule_would(people: Ledger) -> None:
    merge(people, "Rui Vale", "Ada Quill", reviewer="desk")
    link(people)
    assert {"Ada Quill", "Quill", "Rui Vale"} in names(people).values()


def test_names_are_found_by_any_alias_id_or_beginning_of_it(people: Ledger) -> None:
    with people.reading() as connection:
        key = canonical_id(connection, "quill")
        assert key == canonical_id(connection, "Ada Quill") == canonical_id(connection, key[:6])
        with pytest.raises(LedgerError, match="'Nobody' is no actor"):
            canonical_id(connection, "Nobody")
    with pytest.raises(LedgerError, match=r"Ada Quill has no name 'Nobody' to split off; there are: Quill"):
        split(people, "Nobody", "Quill", reviewer="desk")


def test_a_name_of_several_is_told_with_their_ids(ledger: Ledger) -> None:
    for code in ("NOR", "PER"):
        ledger.add(Report(f"Paper {code}").statement(person("Quill", code), "that it was so").coded())
    link(ledger)
    with ledger.reading() as connection, pytest.raises(LedgerError, match="several actors, give the id: "):
        canonical_id(connection, "Quill")
