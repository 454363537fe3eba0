"""Two programs that add to one ledger, and one that reads it, at the same time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.checking import check
from dragoman.ledger.finding import Question, find

REPORTS = 24
SHARED = 6  # reports that both programs add


def corpus(folder: Path, name: str, numbers: Sequence[int]) -> Path:
    path = folder / f"{name}.jsonl"
    lines = (
        {
            "id": number,
            "outlet": "Harbour Wire",
            "published": "2024-05-16",
            "text": f"Norway sent {number + 2} boats to Peru on Monday, Foreign Minister Ada Quill said. "
            "“We will come back,” she told reporters.",
        }
        for number in numbers
    )
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def adding(place: str, path: Path) -> subprocess.Popen[str]:
    call = "import sys; from dragoman.cli import main; main(sys.argv[1:])"
    arguments = [sys.executable, "-c", call, "add", place, str(path), "--workers", "1", "--json"]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_nothing_is_lost_and_nobody_is_told_of_locks(place: str, tmp_path: Path) -> None:
    one = corpus(tmp_path, "one", range(REPORTS))
    other = corpus(tmp_path, "other", range(REPORTS - SHARED, 2 * REPORTS - SHARED))
    writers = [adding(place, path) for path in (one, other)]
    seen = [0]
    while any(writer.poll() is None for writer in writers):
        try:
            with Ledger.open(place, create=False) as ledger:
                seen.append(len(ledger))
                assert find(ledger, Question(words="boats"), limit=3).total.reports <= seen[-1] + REPORTS
        except LedgerError as error:  # before the first report is there
            assert "locked" not in str(error)
    told = [(writer.returncode, *writer.communicate()) for writer in writers]
    assert [code for code, _, _ in told] == [0, 0], told
    assert not any("locked" in err or "busy" in err.lower() for _, _, err in told)
    summaries = [json.loads(out) for _, out, _ in told]
    assert sum(s["new"] for s in summaries) == 2 * REPORTS - SHARED
    assert sum(s["same"] for s in summaries) == SHARED
    assert seen == sorted(seen)
    with Ledger.open(place, create=False) as ledger:
        assert len(ledger) == 2 * REPORTS - SHARED
        assert list(check(ledger)) == []
