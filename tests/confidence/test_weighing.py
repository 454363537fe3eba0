from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.article import Article
from dragoman.coder import Coder, all_records, code_reading
from dragoman.confidence import KINDS, kept, least, length_limits, weigh
from dragoman.language import Reader
from dragoman.records import LEFT_OUT, Records
from dragoman.sources import from_text
from hand_readings import reading_of
from hand_records import EXPULSION, MENACE, OPEN, PLEDGE, RECORDS, SILENCE, THREAT

SURE = 0.99
RAIN = "It it PRP PRON nsubj 2\nrained rain VBD VERB ROOT 0"
BRIEF = reading_of(*[RAIN] * length_limits()[0])
REPORT = reading_of(*[RAIN] * (length_limits()[0] + 1))
LONG = reading_of(*[RAIN] * (length_limits()[1] + 1))


def sure(records: Records) -> Records:
    return replace(
        records,
        statements=tuple(replace(s, confidence=SURE) for s in records.statements),
        events=tuple(replace(e, confidence=SURE) for e in records.events),
        positions=tuple(replace(p, confidence=SURE) for p in records.positions),
    )


def doubting(records: Records, *ids: str) -> Records:
    def weighed(record):  # type: ignore[no-untyped-def]
        return replace(record, confidence=0.01) if record.id in ids else record

    return replace(
        records,
        statements=tuple(map(weighed, records.statements)),
        events=tuple(map(weighed, records.events)),
        positions=tuple(map(weighed, records.positions)),
    )


def ids(records: Records) -> set[str]:
    return {r.id for r in records}


def test_sure_records_all_stay() -> None:
    assert kept(REPORT, sure(RECORDS)) == sure(RECORDS)


def test_what_a_surer_record_rests_on_stays() -> None:
    left = ids(kept(REPORT, doubting(sure(RECORDS), THREAT.id)))
    assert {THREAT.id, MENACE.id, PLEDGE.id, SILENCE.id, EXPULSION.id} <= left


def test_what_only_doubtful_records_rest_on_goes_with_them() -> None:
    left = ids(kept(REPORT, doubting(sure(RECORDS), THREAT.id, MENACE.id)))
    assert not left & {THREAT.id, MENACE.id}
    assert {PLEDGE.id, SILENCE.id, EXPULSION.id} <= left


def test_a_doubtful_event_leaves_its_statement() -> None:
    left = ids(kept(REPORT, doubting(sure(RECORDS), MENACE.id)))
    assert MENACE.id not in left
    assert THREAT.id in left


def test_a_statement_within_a_doubtful_one_stands_by_itself() -> None:
    inner = replace(SILENCE, within=THREAT.id)
    outer = replace(THREAT, within=PLEDGE.id)
    records = sure(Records("an article", (PLEDGE, outer, inner)))
    assert [s.within for s in kept(REPORT, doubting(records, outer.id)).statements] == [None, PLEDGE.id]


def test_what_repeats_a_doubtful_record_goes_with_it() -> None:
    records = sure(Records("an article", (PLEDGE, replace(SILENCE, repeats=PLEDGE.id))))
    assert ids(kept(REPORT, doubting(records, PLEDGE.id))) == set()


def test_a_position_that_changed_a_doubtful_one_changes_nothing() -> None:
    changed = replace(OPEN, id="p9" * 8, supersedes=OPEN.id)
    records = sure(Records("an article", positions=(OPEN, changed)))
    (left,) = kept(REPORT, doubting(records, OPEN.id)).positions
    assert left == replace(changed, supersedes=None, confidence=SURE)


VAGUE = """The group may seek something like that, some think, and it wanted them to say so.

Peru's foreign minister, Ana Rojas, said on Monday that Peru would recall its ambassador to Chile."""


@pytest.mark.parametrize(("chance", "stays"), [(0.55, True), (0.35, False)])
def test_what_a_surer_position_replaces_stays_if_it_is_likely_enough(chance: float, stays: bool) -> None:
    records = sure(RECORDS)
    (last,) = (p for p in records.positions if p.supersedes == OPEN.id)
    positions = tuple(replace(p, confidence=chance) if p.id == OPEN.id else p for p in records.positions)
    left = kept(REPORT, replace(records, positions=positions))
    assert (OPEN.id in ids(left)) is stays
    (now,) = (p for p in left.positions if p.id == last.id)
    assert (now.supersedes == OPEN.id) is stays


@pytest.fixture(scope="module")
def vague() -> Article:
    return from_text(VAGUE, published="2024-03-12", language="en")


def test_confidence_lies_between_none_and_nearly_sure(reader: Reader, vague: Article) -> None:
    reading = reader.read(vague)
    records = all_records(reading)
    assert records.statements
    assert all(0 < r.confidence <= 0.95 for r in records)
    assert weigh(reading, records) == records


def test_records_below_the_least_chance_are_left_out_and_say_why(
    reader: Reader, vague: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = reader.read(vague)
    everything = all_records(reading)
    chances = sorted(s.confidence for s in everything.statements)
    monkeypatch.setattr(
        "dragoman.confidence.weighing.least", lambda kind, _: chances[-1] if kind == "statement" else 0.0
    )
    on_record, off = code_reading(reading), Coder(reader).left_out(vague).records
    assert all(s.confidence >= chances[-1] for s in on_record.statements)
    doubtful = {s.id: dict(s.why.resolved)[LEFT_OUT] for s in off.statements}
    assert set(doubtful) == {s.id for s in everything.statements} - {s.id for s in on_record.statements}
    assert all(
        ground.startswith("doubtful: right with an estimated chance of 0.") for ground in doubtful.values()
    )


def test_every_kind_has_its_own_least_chance() -> None:
    assert len({least(kind, len(REPORT.sentences)) for kind in KINDS}) == 3


@pytest.mark.parametrize("chance", [0.2, 0.6])
def test_the_longer_a_text_the_surer_its_records_must_be(
    chance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief, report = length_limits()

    def least_of(_: str, sentences: int) -> float:
        return chance * (0.5 if sentences <= brief else 1 if sentences <= report else 1.5)

    monkeypatch.setattr("dragoman.confidence.weighing.least", least_of)
    for times, staying in ((0.75, [BRIEF]), (1.25, [BRIEF, REPORT]), (1.6, [BRIEF, REPORT, LONG])):
        records = Records("an article", events=(replace(EXPULSION, confidence=chance * times),))
        for text in (BRIEF, REPORT, LONG):
            assert bool(kept(text, records).events) == (text in staying)
