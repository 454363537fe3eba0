from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dragoman.coder import all_records
from dragoman.confidence import Scene, traits
from dragoman.language import Reader
from dragoman.records import Event, Position, Record, Records, Statement
from dragoman.sources import from_text

REPORT = """\
Peru's foreign minister, Ana Rojas, said on Monday that her country would recall its envoy to Chile.

"We will not accept this," she told reporters, and accused Chile of breaking the fishing treaty.

Critics fear that the ministry might want to close the embassy."""


@pytest.fixture(scope="module")
def scene(reader: Reader) -> Scene:
    article = from_text(REPORT, title="Peru recalls envoy", published=dt.date(2024, 3, 12), language="en")
    reading = reader.read(article)
    return Scene(reading, all_records(reading))


def first(scene: Scene, kind: type[Record], words: str) -> Record:
    spans = {Statement: "content", Event: "trigger", Position: "evidence"}[kind]
    return next(
        r for r in scene.records if isinstance(r, kind) and any(words in s.exact for s in getattr(r, spans))
    )


def test_a_statement_is_known_by_its_cue_its_source_and_its_content(scene: Scene) -> None:
    found = traits(first(scene, Statement, "would recall"), scene)
    assert {
        "rule verb", "content clause", "cue say", "cue say content clause", "form indirect",
        "speaker person with country", "source NOUN", "content begins that", "content aux would",
        "cue stands opening",
    } <= found  # fmt: skip


def test_a_pronoun_as_source_is_told_from_a_name(scene: Scene) -> None:
    found = traits(first(scene, Statement, "We will not accept"), scene)
    assert {"source she", "source she named near", "source she rivals 1", "speaker before True"} <= found
    assert "source names speaker" not in found


def test_how_far_a_name_is_and_who_else_speaks_are_traits(scene: Scene) -> None:
    assert {"speaker named here", "speaker says some"} <= traits(
        first(scene, Statement, "would recall"), scene
    )
    assert scene.since_named("Ana Rojas", 1) == 1
    assert scene.since_named("Nobody Here", 1) is None


def test_an_event_is_known_by_its_type_its_sides_and_its_teller(scene: Scene) -> None:
    found = traits(first(scene, Event, "accused"), scene)
    assert {
        "type ACCUSE",
        "sides 1 on 1",
        "countries apart",
        "told reporting",
        "actor person with country",
    } <= found
    assert "recipient government with country" in found


def test_what_hangs_on_a_record_is_a_trait_of_what_rests_on_it(scene: Scene) -> None:
    positions = [p for p in scene.records.positions if p.statement or p.event]
    assert positions
    for position in positions:
        found = traits(position, scene)
        assert {"from statement", "from event"} & found
        assert "from words" not in found


def test_the_manner_of_a_report_is_the_same_for_all_its_records(scene: Scene) -> None:
    assert len(scene.manner) == 6
    assert all(set(scene.manner) <= traits(r, scene) for r in scene.records)


def test_a_report_without_words_has_traits_too(reader: Reader) -> None:
    reading = reader.read(from_text("Peru.", language="en"))
    assert len(Scene(reading, Records(reading.article.id)).manner) == 6


def test_the_words_beside_under_and_above_a_trigger_are_traits(scene: Scene) -> None:
    found = traits(first(scene, Event, "accused"), scene)
    assert {
        "word -1 and",
        "word +1 PROPN",
        "word +2 of",
        "word has dobj PROPN",
        "ACCUSE word accuse",
    } <= found
    assert {"word in sentence of tell", "sentence has reporter", "sentence has treaty"} <= found
    assert "sentence has chile" not in found


def test_a_word_at_the_edge_of_its_sentence_has_no_neighbour_beyond_it(reader: Reader) -> None:
    reading = reader.read(from_text("Condemning Chile, Peru recalled its envoy.\n\nChile protested."))
    shown = Scene(reading, all_records(reading))
    assert {"word -1 end", "word -2 end"} <= traits(first(shown, Event, "Condemning"), shown)


def test_what_a_party_is_to_the_whole_report_is_a_trait(scene: Scene) -> None:
    found = traits(first(scene, Event, "accused"), scene)
    assert {"recipient in title False", "recipient country rank 1", "actor country rank 0"} <= found


def test_the_age_of_a_year_in_the_sentence_is_a_trait(reader: Reader) -> None:
    text = "Peru signed the treaty with Chile in 1998."
    dated = reader.read(from_text(text, published=dt.date(2001, 5, 2), language="en"))
    assert "sentence year 3 ago" in Scene(dated, all_records(dated)).wording(0)
    undated = reader.read(from_text(text, language="en"))
    assert not any("ago" in t for t in Scene(undated, all_records(undated)).wording(0))


def test_an_event_that_is_told_again_is_known_by_it(scene: Scene) -> None:
    event = first(scene, Event, "accused")
    assert isinstance(event, Event)
    again = replace(event, id="again", repeats=event.id)
    retold = Scene(scene.reading, replace(scene.records, events=(*scene.records.events, again)))
    assert "retold 1" in traits(event, retold)
    assert "retold 0" in traits(event, scene)


def test_the_words_around_a_content_are_traits(scene: Scene) -> None:
    found = traits(first(scene, Statement, "would recall"), scene)
    assert {"content then .", "content after PROPN", "content root recall", "content has aux would"} <= found
    assert {"speaker office foreign minister", "source has poss PROPN", "cue has nsubj minister"} <= found


def test_the_words_of_the_evidence_are_traits_of_a_position(scene: Scene) -> None:
    position = next(p for p in scene.records.positions if p.issue == "conduct")
    found = traits(position, scene)
    assert {"evidence has accuse", "issue conduct evidence has accuse", "holder in title True"} <= found


def test_where_a_counterpart_comes_from_is_a_trait(scene: Scene) -> None:
    position = scene.records.positions[0]
    found = replace(position, why=replace(position.why, resolved=(("counterpart from report", "Chile"),)))
    assert "resolved counterpart from report" in traits(found, scene)
    assert not any(t.startswith("resolved") and "Chile" in t for t in traits(found, scene))
