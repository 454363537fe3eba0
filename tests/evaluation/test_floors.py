from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.evaluation import floors as gate
from dragoman.evaluation.floors import (
    Fall,
    Floors,
    FloorsError,
    check_floors,
    falls,
    gold_digest,
    raised,
    read_floors,
    update_floors,
    write_floors,
)
from dragoman.language import Reader
from shared_folder import ROOT

PINNED = Floors("abc", {"content": 0.7, "act": 0.5})


class NoCoder:
    """Stands where a coder is passed on and never used."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = tmp_path / "reports"
    gold.mkdir()
    (gold / "one.txt").write_text("One.", encoding="utf-8")
    (gold / "one.yaml").write_text("id: one", encoding="utf-8")
    return gold


def measuring(monkeypatch: pytest.MonkeyPatch, **figures: float) -> None:
    monkeypatch.setattr(gate, "measure", lambda folder, coder: figures)


def check(path: Path, folder: Path) -> list[Fall]:
    return check_floors(path, folder, NoCoder())  # type: ignore[arg-type]


def update(path: Path, folder: Path, *, allow_lower: bool = False) -> Floors:
    return update_floors(path, folder, NoCoder(), allow_lower=allow_lower)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "fallen"), [(0.7, False), (0.6995, False), (0.6994, True), (0.9, False), (0.0, True)]
)
def test_a_figure_falls_when_it_is_below_by_more_than_the_tolerance(content: float, fallen: bool) -> None:
    found = falls(PINNED, {"content": content, "act": 0.5})
    assert found == ([Fall("content", 0.7, content)] if fallen else [])


def test_a_figure_that_is_not_measured_any_more_has_fallen() -> None:
    assert falls(PINNED, {"content": 0.8, "new": 0.1}) == [Fall("act", 0.5, None)]


def test_floors_are_raised_and_pinned_anew() -> None:
    assert raised(PINNED, "def", {"content": 0.75, "act": 0.4998, "new": 0.1}, allow_lower=False) == Floors(
        "def", {"content": 0.75, "act": 0.5, "new": 0.1}
    )
    assert raised(None, "def", {"content": 0.75}, allow_lower=False) == Floors("def", {"content": 0.75})


def test_a_floor_is_lowered_only_when_that_is_said() -> None:
    with pytest.raises(FloorsError, match=r"lower content from 0\.7 to 0\.6; act from 0\.5 to None: mend"):
        raised(PINNED, "abc", {"content": 0.6}, allow_lower=False)
    assert raised(PINNED, "abc", {"content": 0.6}, allow_lower=True) == Floors("abc", {"content": 0.6})


def test_the_digest_knows_every_change_of_a_key_or_text(folder: Path) -> None:
    before = gold_digest(folder)
    (folder / "README.md").write_text("not gold", encoding="utf-8")
    assert gold_digest(folder) == before
    (folder / "one.txt").write_text("One!", encoding="utf-8")
    changed = gold_digest(folder)
    (folder / "one.txt").rename(folder / "two.txt")
    assert len({before, changed, gold_digest(folder)}) == 3


def test_the_gate_holds_what_was_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.json"
    with pytest.raises(FloorsError, match="not there; write it with --update"):
        check(path, folder)
    measuring(monkeypatch, content=0.7)
    update(path, folder)
    assert check(path, folder) == []
    measuring(monkeypatch, content=0.69)
    assert check(path, folder) == [Fall("content", 0.7, 0.69)]
    with pytest.raises(FloorsError, match="would lower"):
        update(path, folder)
    assert read_floors(path).values == {"content": 0.7}
    update(path, folder, allow_lower=True)
    assert read_floors(path).values == {"content": 0.69}
    assert check(path, folder) == []


def test_another_gold_set_is_not_compared(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.json"
    measuring(monkeypatch, content=0.7)
    update(path, folder)
    (folder / "two.txt").write_text("Two.", encoding="utf-8")
    with pytest.raises(FloorsError, match="not the gold set"):
        check(path, folder)
    update(path, folder)
    assert check(path, folder) == []


@pytest.mark.parametrize("content", ["", "[]", '{"floors": {}}', '{"sha256": "a", "floors": {"x": "high"}}'])
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FloorsError, match=r"floors\.json: not a floors file"):
        read_floors(path)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    write_floors(path, PINNED)
    assert read_floors(path) == PINNED
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert json.loads(path.read_text(encoding="utf-8"))["sha256"] == "abc"

    def fails(source: str, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(OSError, match="disk full"):
        write_floors(path, Floors("def", {}))
    assert read_floors(path) == PINNED
    assert list(tmp_path.iterdir()) == [path]


def test_measured_is_every_figure_but_no_accuracy_of_few_cases(reader: Reader, tmp_path: Path) -> None:
    for path in (ROOT / "gold" / "reports").glob("lake-summit*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    measured = gate.measure(tmp_path, Coder(reader))
    assert len(measured) == 8
    assert all(0 <= value <= 1 for value in measured.values())
    assert measured["statements: content"] > 0
