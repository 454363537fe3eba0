from __future__ import annotations

import pytest

from dragoman.actors import ActorIndex
from dragoman.coder import all_records
from dragoman.confidence import Scene, traits
from dragoman.language import Reader
from dragoman.sources import from_text


def event_traits(reader: Reader, text: str, event: str) -> frozenset[str]:
    reading = reader.read(from_text(text, language="en"))
    records = all_records(reading)
    (found,) = (e for e in records.events if e.type == event)
    return traits(found, Scene(reading, records))


def test_where_each_side_is_named_is_a_trait(reader: Reader) -> None:
    found = event_traits(reader, "Peru accused Chile of breaking the fishing treaty.", "ACCUSE")
    assert {
        "actor at |nsubj", "recipient at |dobj", "recipient at |dobj of ACCUSE",
        "recipient at |dobj of accuse", "recipient dobj of accuse", "named actor at |nsubj",
        "named recipient at |dobj", "others named 0",
    } <= found  # fmt: skip


def test_who_else_is_named_and_nearer_is_a_trait(reader: Reader) -> None:
    found = event_traits(reader, "At talks in Norway, Peru accused Chile of breaking the treaty.", "ACCUSE")
    assert {"others named 1", "recipient others nearer 0"} <= found
    assert any(t.startswith("named other at ") for t in found)


def test_a_side_that_is_not_named_in_the_sentence_is_told_from_nobody(reader: Reader) -> None:
    nobody = event_traits(reader, "Peru deployed troops along the river.", "MOBILIZE")
    assert {"recipient nobody though 0 named", "recipient nobody of deploy"} <= nobody
    assert not any(t.startswith("recipient not named") for t in nobody)


@pytest.mark.parametrize("issue", ["agreement", "sanctions"])
def test_positions_have_the_traits_of_their_sides(reader: Reader, issue: str) -> None:
    text = "Peru signed an agreement with Chile on Monday. Norway imposed sanctions on Chad."
    reading = reader.read(from_text(text, language="en"))
    records = all_records(reading)
    position = next(p for p in records.positions if p.issue == issue)
    found = traits(position, Scene(reading, records))
    assert any(t.startswith("holder at ") for t in found)
    assert any(t.startswith("counterpart at ") for t in found)


def test_a_scene_takes_the_index_that_is_there(reader: Reader) -> None:
    reading = reader.read(from_text("Peru accused Chile of breaking the treaty.", language="en"))
    records = all_records(reading)
    index = ActorIndex(reading)
    assert Scene(reading, records, index).actors is index
    given, made = Scene(reading, records, index), Scene(reading, records)
    assert [traits(r, given) for r in records] == [traits(r, made) for r in records]
