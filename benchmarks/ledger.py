"""How long a large ledger takes to answer.

    python benchmarks/ledger.py [--records 200000] [--ledger FILE] [--json]

Coded reports are stored again and again, each time as those of other outlets a month later, until there are
so many records; then `find`, `positions`, `changes`, `pledges` and `timeline` are asked. What is measured is
told in docs/performance.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from speed import corpus

from dragoman.coded import CodedArticle
from dragoman.coder import Coder
from dragoman.ledger import Ledger
from dragoman.ledger.finding import Question, find, timeline
from dragoman.ledger.following import Asked, changes, conflicts, positions_as_of
from dragoman.ledger.linking import link
from dragoman.ledger.pledges import pledges
from dragoman.records import Records

REPORTS = 300
MONTH = dt.timedelta(days=31)
AIM = 0.3  # seconds
PASSES = 3


def fill(ledger: Ledger, records: int) -> None:
    """Store reports until there are so many records."""
    stored = 0
    for coded in editions():
        if stored >= records:
            return
        ledger.add(coded)
        stored += sum(1 for _ in coded.records)


def editions() -> Iterator[CodedArticle]:
    """Coded reports, again and again, each time with other ids, outlets and days."""
    coded = list(Coder().code_all(corpus(REPORTS)))
    number = 0
    while True:
        yield from (edition(c, number) for c in coded)
        number += 1


def edition(coded: CodedArticle, number: int) -> CodedArticle:
    """A report as another outlet might have printed it later."""

    def other(key: str | None) -> str | None:
        return hashlib.sha256(f"{key} {number}".encode()).hexdigest()[:16] if key else None

    article = replace(
        coded.article,
        text=f"{coded.article.text}\n\nEdition {number}.",
        outlet=f"{coded.article.outlet or 'Outlet'} {number}",
        published=(coded.article.published or dt.date(2015, 1, 1)) + number * MONTH,
    )
    key = article.id
    records = Records(
        key,
        tuple(
            replace(s, id=str(other(s.id)), within=other(s.within), repeats=other(s.repeats), article=key)
            for s in coded.statements
        ),
        tuple(
            replace(
                e, id=str(other(e.id)), statement=other(e.statement), repeats=other(e.repeats), article=key
            )
            for e in coded.events
        ),
        tuple(
            replace(
                p, id=str(other(p.id)), statement=other(p.statement), event=other(p.event),
                supersedes=other(p.supersedes), article=key,
            )
            for p in coded.positions
        ),
        coder=coded.records.coder,
    )  # fmt: skip
    return CodedArticle(article, records)


def questions(ledger: Ledger) -> dict[str, Callable[[], object]]:
    """What is asked, by name."""
    day = dt.date(2018, 6, 1)
    end = day + MONTH
    return {
        "find by rare words": lambda: find(ledger, Question(words="denuclearization")),
        "find by common words": lambda: find(ledger, Question(words="talks")),
        "find by state and act": lambda: find(ledger, Question(actor="USA", act="threaten")),
        "find by state": lambda: find(ledger, Question(actor="RUS")),
        "find by type and days": lambda: find(ledger, Question(type="CONSULT", since=day, until=end)),
        "positions of all": lambda: positions_as_of(ledger, day),
        "positions of one": lambda: positions_as_of(ledger, day, Asked(holder="RUS")),
        "changes of a month": lambda: changes(ledger, since=day, until=end),
        "changes of one on an issue": lambda: changes(ledger, Asked(holder="USA", issue="talks")),
        "conflicts of a month": lambda: conflicts(ledger, since=day, until=end),
        "timeline of a state": lambda: timeline(ledger, "RUS"),
        "timeline of an issue": lambda: timeline(ledger, "talks"),
        "pledges of one": lambda: pledges(ledger, holder="USA"),
    }


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes by the clock; the best of three, after one that is not counted."""
    job()
    best = float("inf")
    for _ in range(PASSES):
        started = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - started)
    return best


def measure(where: str, records: int) -> dict[str, float]:
    """All figures by name."""
    with Ledger.open(where) as ledger:
        figures: dict[str, float] = {}
        counts = ledger.counts()
        if not counts["articles"]:
            started = time.perf_counter()
            fill(ledger, records)
            figures["storing, s"] = time.perf_counter() - started
            started = time.perf_counter()
            link(ledger)
            figures["linking, s"] = time.perf_counter() - started
            counts = ledger.counts()
        figures |= {name: float(counts[name]) for name in ("articles", "statements", "events", "positions")}
        return figures | {f"{name}, s": seconds(job) for name, job in questions(ledger).items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--ledger", help="keep the ledger here, or take the one that is here")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(asked.ledger or str(Path(folder) / "ledger.db"), asked.records)
    if asked.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        late = "  above the aim" if name.endswith(", s") and value > AIM and "ing, s" not in name else ""
        print(
            f"{name:<32}{value:>12,.2f}{late}" if name.endswith(", s") else f"{name:<32}{value:>12,.0f}{late}"
        )


if __name__ == "__main__":
    main()
