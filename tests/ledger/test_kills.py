"""Killed at any instant, adding leaves nothing half there, and all that it reported."""

from __future__ import annotations

from pathlib import Path

from killed_runs import complete, kills, write_corpus

TEXTS = [
    f"Velmark will open {n} consulates in Taravia, Foreign Minister Mira Solano said on Monday.\n\n"
    f"“We will keep {n} envoys there,” she told reporters." for n in range(2, 60)
]  # fmt: skip


def test_nothing_is_half_there_after_a_kill(place: str, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus.jsonl", TEXTS)
    left = list(kills(place, corpus, 4, workers=1, seed=5))
    assert [(kill.missing, kill.faults) for kill in left] == [((), ())] * 4
    assert any(kill.reported for kill in left)
    first, second = complete(place, corpus, workers=1)
    assert first["new"] + first["same"] == second["same"] == len(TEXTS)
