from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.evaluation.answers import AnswerError
from dragoman.evaluation.figures import Scores
from dragoman.evaluation.plover import (
    CodedEvent,
    EventSentence,
    find_mistakes,
    load_sentences,
    predict_events,
    read_events,
    score_events,
    score_types,
    write_events,
)
from dragoman.language import Reader
from shared_folder import SHARED, needs_shared, run_scorer

PLOVER = SHARED / "bench" / "plover"
ROWS = [
    {
        "id": "one", "text": "France condemned the arrest of two sailors by Iran on Friday.",
        "event": "ACCUSE", "event_ok": ["ACCUSE", "REQUEST"], "date": "2024-03-15", "reciprocal": False,
        "sources": [{"code": "FRA", "sector": "GOV"}], "targets": [{"code": "IRN", "sector": None}],
    },
    {
        "id": "two", "text": "The presidents of Kenya and Uganda met in Nairobi.", "event": "CONSULT",
        "sources": [{"code": "KEN"}, {"code": "UGA"}], "targets": [], "reciprocal": True,
    },
    {"id": "three", "text": "Rain fell.", "event": "AID", "sources": [], "targets": []},
]  # fmt: skip
ACCUSES = CodedEvent("ACCUSE", ("FRA GOV",), ("IRN",))
MEET = CodedEvent("CONSULT", ("KEN", "UGA"))


@pytest.fixture
def sentences(tmp_path: Path) -> list[EventSentence]:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS) + "\n", encoding="utf-8")
    return load_sentences(path)


def shares(scores: Scores) -> dict[str, tuple[int, int]]:
    return {a.name: (a.right, a.of) for a in scores.accuracies}


def test_sentences_are_read(sentences: list[EventSentence]) -> None:
    first = sentences[0]
    assert (first.date, first.sources, first.source_sectors) == (
        dt.date(2024, 3, 15),
        frozenset({"FRA"}),
        frozenset({"GOV"}),
    )
    assert sentences[1].date is None
    assert sentences[1].reciprocal


def test_right_answers_are_perfect(sentences: list[EventSentence]) -> None:
    scores = score_events(sentences, {"one": [ACCUSES], "two": [MEET], "three": [CodedEvent("AID")]})
    assert [f.f1 for f in scores.figures] == [1.0, 1.0]
    right = shares(scores)
    assert right["source country"] == right["target country"] == right["both countries"] == (2, 2)
    assert right["type and both countries"] == (3, 3)
    assert right["source sector"] == (1, 1)
    assert right["sentences without event"] == (0, 3)


def test_in_mutual_events_either_side_may_act(sentences: list[EventSentence]) -> None:
    towards = CodedEvent("CONSULT", ("UGA",), ("KEN",))
    right = shares(score_events(sentences[1:2], {"two": [towards]}))
    assert right["type and both countries"] == (1, 1)
    alone = CodedEvent("CONSULT", ("UGA",))
    right = shares(score_events(sentences[1:2], {"two": [alone]}))
    assert right["source country"] == (1, 1)
    assert right["type and both countries"] == (0, 1)


def test_swapped_sides_and_scattered_parts_are_not_the_whole(sentences: list[EventSentence]) -> None:
    swapped = CodedEvent("ACCUSE", ("IRN",), ("FRA",))
    assert shares(score_events(sentences[:1], {"one": [swapped]}))["type and both countries"] == (0, 1)
    scattered = [CodedEvent("ACCUSE", ("USA",), ("IRN",)), CodedEvent("REJECT", ("FRA",), ("IRN",))]
    right = shares(score_events(sentences[:1], {"one": scattered}))
    assert right["both countries"] == (1, 1)
    assert right["type and both countries"] == (0, 1)


def test_precision_counts_every_event_but_none_twice(sentences: list[EventSentence]) -> None:
    events = [ACCUSES, ACCUSES, CodedEvent("AID"), CodedEvent("REQUEST", ("FRA",))]
    strict, lenient = score_events(sentences[:1], {"one": events}).figures
    assert (strict.precision, strict.recall) == (1 / 3, 1.0)
    assert (lenient.precision, lenient.recall) == (2 / 3, 1.0)


def test_types_that_took_the_place_of_an_older_one_are_right_leniently(tmp_path: Path) -> None:
    file = tmp_path / "old.jsonl"
    row = {
        "id": "three",
        "text": "Rain fell.",
        "event": "YIELD",
        "event_ok": ["YIELD"],
        "sources": [],
        "targets": [],
    }
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    sentences = load_sentences(file)
    for event, hits in (("CONCEDE", 1), ("RETREAT", 1), ("REJECT", 0)):
        strict, lenient = score_events(sentences, {"three": [CodedEvent(event)]}).figures
        assert (strict.hits, lenient.hits) == (0, hits)


def test_bodies_and_old_codes_agree(sentences: list[EventSentence]) -> None:
    gold = EventSentence(
        "x", "", None, "AID", frozenset({"AID"}), frozenset({"AID"}), frozenset({"IGO"}), frozenset({"ROU"}),
        frozenset(), reciprocal=False,
    )  # fmt: skip
    found = CodedEvent("AID", ("UNO",), ("ROM MIL", "---", ""))
    assert shares(score_events([gold], {"x": [found]}))["type and both countries"] == (1, 1)


def test_silence_is_counted(sentences: list[EventSentence]) -> None:
    scores = score_events(sentences, {"one": []})
    assert shares(scores)["sentences without event"] == (3, 3)
    assert {f.f1 for f in scores.figures} == {0.0}


def test_figures_by_type(sentences: list[EventSentence]) -> None:
    scores = score_types(sentences, {"one": [ACCUSES], "two": [CodedEvent("ACCUSE")]})
    by_type = {f.name: (f.hits, f.gold, f.predicted) for f in scores.figures}
    assert by_type == {"ACCUSE": (1, 1, 2), "AID": (0, 1, 0), "CONSULT": (0, 1, 0)}


def test_mistakes_are_grouped_by_what_was_found_instead(sentences: list[EventSentence]) -> None:
    found = {"one": [CodedEvent("ACCUSE", ("USA",))], "two": [CodedEvent("AID"), CodedEvent("ACCUSE")]}
    groups = [m.group for m in find_mistakes(sentences, found)]
    assert groups == ["right type, wrong actors", "CONSULT: found ACCUSE, AID", "AID: found nothing"]


def test_predictions_survive_their_file(tmp_path: Path) -> None:
    path = tmp_path / "predictions.jsonl"
    write_events(path, {"one": (ACCUSES, MEET), "two": ()})
    assert read_events(path) == {"one": (ACCUSES, MEET), "two": ()}


@pytest.mark.parametrize("line", ["{", '{"id": "one"}', '{"id": "one", "events": [{}]}', "7"])
def test_a_file_that_is_none_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "predictions.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(AnswerError, match=r"predictions\.jsonl:1: "):
        read_events(path)
    with pytest.raises(AnswerError, match=r"predictions\.jsonl:1: "):
        load_sentences(path)


def test_the_coder_answers_for_every_sentence(sentences: list[EventSentence], reader: Reader) -> None:
    found = dict(predict_events(sentences, Coder(reader)))
    assert list(found) == ["one", "two", "three"]
    assert any(e.event == "ACCUSE" for e in found["one"])


@needs_shared
@pytest.mark.parametrize("name", ["gold_dev.jsonl", "types_dev.jsonl"])
def test_figures_of_faulty_predictions_are_those_of_the_benchmarks_scorer(name: str, tmp_path: Path) -> None:
    sentences = load_sentences(PLOVER / name)
    rng = random.Random(3)
    types = sorted({s.event for s in sentences})
    codes = ["USA", "CHN GOV", "RUSMIL", "---", "", "UNO", "ROM"]

    def side(right: frozenset[str]) -> tuple[str, ...]:
        return (
            tuple(sorted(right)) if rng.random() < 0.6 else tuple(rng.choices(codes, k=rng.choice((0, 1, 2))))
        )

    found = {
        s.id: tuple(
            CodedEvent(s.event if rng.random() < 0.6 else rng.choice(types), side(s.sources), side(s.targets))
            for _ in range(rng.choice((0, 1, 1, 2, 3)))
        )
        for s in sentences
        if rng.random() < 0.9
    }
    predictions, out = tmp_path / "predictions.jsonl", tmp_path / "judged.json"
    write_events(predictions, found)
    run_scorer(PLOVER / "score.py", PLOVER / name, predictions, "--json", out, "--quiet")
    judged = json.loads(out.read_text(encoding="utf-8"))["all"]
    scores = score_events(sentences, found)
    strict, lenient = scores.figures
    ours = {a.name: a.share if a.of else None for a in scores.accuracies}
    mine = {
        "type_hit": strict.recall, "type_prec": strict.precision, "type_f1": strict.f1,
        "type_hit_len": lenient.recall, "type_prec_len": lenient.precision, "type_f1_len": lenient.f1,
        "src_hit": ours["source country"], "tgt_hit": ours["target country"], "dyad": ours["both countries"],
        "full": ours["type and both countries"], "full_len": ours["type and both countries, lenient"],
        "no_event": ours["sentences without event"], "events_per_sent": ours["events a sentence"],
        "sec_hit": ours["source sector"],
    }  # fmt: skip
    for key, value in mine.items():
        assert value == pytest.approx(judged[key], abs=1e-12), key
