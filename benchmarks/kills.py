"""Kill `dragoman add` at many instants, on SQLite and on PostgreSQL; each time the ledger has to be clean.

    python benchmarks/kills.py [--kills 20] [--reports 400] [--workers 2]

The reports are those of the corpus beside the project, or the shipped ones with other numbers in them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from killed_runs import complete, kills, write_corpus  # noqa: E402
from postgresql_server import new_database, server  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpora" / "articles.jsonl.gz"


def texts(count: int) -> list[str]:
    """Texts of reports, no two the same."""
    if CORPUS.exists():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in islice(lines, count)]
    shipped = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "gold" / "reports").glob("*.txt"))]
    return [f"{shipped[n % len(shipped)]}\n\nNo. {n}.\n" for n in range(count)]


def run(name: str, place: str, corpus: Path, count: int, workers: int) -> bool:
    """Kill and look, as often as asked; whether all was well."""
    well = True
    for number, left in enumerate(kills(place, corpus, count, workers=workers, seed=count), 1):
        well = well and left.well
        told = (
            f"{left.reported} reported as stored, {len(left.missing)} of them missing, {left.articles} there"
        )
        ended = ", had ended" if left.ended else ""
        print(f"{name} {number:>3}: {told}, {len(left.faults)} faults{ended}", flush=True)
        for fault in left.faults[:5]:
            print(f"    {fault}")
    first, second = complete(place, corpus, workers=workers)
    unchanged = second["same"] + second["failed"] == second["reports"]
    print(f"{name} run to its end: {first['new']} new, {first['same']} there, {first['failed']} failed; "
          f"again: {second['same']} there, {second['new']} new")  # fmt: skip
    return well and unchanged


def main() -> None:
    """Run it on both databases, and exit with 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, server() as url:
        corpus = write_corpus(Path(folder) / "corpus.jsonl", texts(asked.reports))
        places = {"sqlite": str(Path(folder) / "ledger.db"), "postgresql": new_database(url)}
        outcomes = [run(n, p, corpus, asked.kills, asked.workers) for n, p in places.items()]
    sys.exit(not all(outcomes))


if __name__ == "__main__":
    main()
