"""Actor cases are predicted line by line and scored field by field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.evaluation.actors import predict_actors, score_actors
from shared_folder import SHARED, needs_shared

CASES = [
    {"id": "a", "text": "Latvian soldiers", "context": "", "date": "",
     "expect": {"country": "LVA", "sector": "MIL", "nothing": False}, "needs": "words"},
    {"id": "b", "text": "a teapot", "context": "", "date": "",
     "expect": {"country": None, "sector": None, "nothing": True}, "needs": "refuse"},
    {"id": "c", "text": "Kosovo", "context": "", "date": "",
     "expect": {"country": "XKX", "sector": None, "nothing": False}, "needs": "words"},
]  # fmt: skip


def written(folder: Path, *lines: str) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_predictions_are_in_the_suites_codes(tmp_path: Path) -> None:
    found = list(predict_actors(written(tmp_path, *map(json.dumps, CASES), "")))
    assert found == [
        {"id": "a", "country": "LVA", "sector": "MIL"},
        {"id": "b", "country": "", "sector": ""},
        {"id": "c", "country": "XKX", "sector": ""},
    ]


def test_scores_are_shares_by_group_and_field() -> None:
    predictions = [
        {"id": "a", "country": "LVA", "sector": "GOV"},
        {"id": "c", "country": "XKX", "sector": ""},
    ]
    scores = score_actors(CASES, predictions)
    assert scores["words.country"] == 1.0
    assert scores["words.sector"] == 0.0
    assert scores["words.both"] == 0.5
    assert scores["refuse.both"] == 1.0
    assert scores["all.both"] == pytest.approx(2 / 3)


def test_what_is_predicted_for_nothing_is_wrong() -> None:
    assert score_actors(CASES[1:2], [{"id": "b", "country": "", "sector": "CVL"}])["refuse.both"] == 0.0


@pytest.mark.parametrize(
    ("line", "message"), [("{", "cases.jsonl:2: not JSON"), ('{"id": "x"}', "cases.jsonl:2: a case needs")]
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = written(tmp_path, json.dumps(CASES[0]), line)
    with pytest.raises(ValueError, match=message):
        list(predict_actors(path))


@needs_shared
def test_the_suite_is_met_where_words_suffice() -> None:
    path = SHARED / "bench" / "actors" / "cases_dev.jsonl"
    with path.open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines if line.strip()]
    scores = score_actors(cases, predict_actors(path))
    assert scores["words.both"] >= 0.80
    assert scores["refuse.both"] >= 0.90
    assert scores["named.both"] >= 0.45
