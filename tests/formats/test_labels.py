"""Records answer to labels, ids and beginnings of ids."""

from __future__ import annotations

import pytest

from dragoman.formats.labels import RecordNotFoundError, find, labels
from dragoman.records import Record, Records
from hand_records import EXPULSION, OPEN, PLEDGE, RECORDS, REDUCED


def test_labels_count_each_kind_in_order() -> None:
    assert list(labels(RECORDS).values()) == ["S1", "S2", "S3", "E1", "E2", "P1", "P2", "P3"]


@pytest.mark.parametrize(
    ("name", "record"),
    [("S1", PLEDGE), ("e1", EXPULSION), ("P2", REDUCED), (OPEN.id, OPEN), ("b1b1", OPEN), ("B1B1", OPEN)],
)
def test_a_record_is_found(name: str, record: Record) -> None:
    assert find(RECORDS, name) == record


@pytest.mark.parametrize(
    ("name", "told"),
    [("b", "3 records: give more"), ("S9", "S1 to S3, E1 to E2, P1 to P3"), ("", "no record ''")],
)
def test_what_is_not_there_is_told(name: str, told: str) -> None:
    with pytest.raises(RecordNotFoundError, match=told):
        find(RECORDS, name)


def test_nothing_is_found_in_nothing() -> None:
    with pytest.raises(RecordNotFoundError, match="there are none"):
        find(Records("0" * 16), "S1")
