"""Fit the weights of `src/dragoman/knowledge/odds/recipients.tsv` on events whose recipients readers told.

    python tools/fit_recipients.py CORPUS.jsonl.gz [--check]

Whom events concern is told by `gold/answers/recipients.csv.gz`: ids of reports, places of triggers
and codes of countries, without a word of the reports. CORPUS holds the reports. Their events are found anew;
of those for which no rule finds anybody, each one that may be meant is a case of a logistic regression with a
ridge penalty, right if it is whom the readers named. Run it with the development environment after a change
of the coder, before `tools/fit_odds.py`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from fit_odds import FOLDS, ROOT, SLIGHT, TABLES, regress

from dragoman.actors import ActorIndex
from dragoman.evaluation.sampling import read_reports
from dragoman.events.coder import open_choices
from dragoman.events.happening import Happening
from dragoman.events.likely import TABLE
from dragoman.language import Reader
from dragoman.statements import find_statements

TOLD = ROOT / "gold/answers/recipients.csv.gz"
STRENGTH = 0.3  # variance of the weights beforehand
SEEN = 5  # cases that must have a trait for it to count
MARGINS = (0.0, 0.5, 1.0)  # log-odds by which somebody must be likelier than nobody, in a check
HEADER = """\
# How much each trait of somebody speaks for (above 0) or against (below 0) an event's concerning him where
# no rule tells, in log-odds; "(all)" is where all begin. A logistic regression on {count} choices among those
# whom {events} events may concern.
# Written by tools/fit_recipients.py. Source: own readers' answers. Licence: Apache-2.0.
trait\tweight
"""


@dataclass(frozen=True)
class Told:
    """Where an event stands in its report, from and to which offset, and the countries that it concerns."""

    event: str
    start: int
    end: int
    countries: frozenset[str]


@dataclass(frozen=True)
class Case:
    """An event of a report: the traits of each choice and whether that one is right, nobody last."""

    report: str
    choices: tuple[tuple[frozenset[str], bool], ...]


def main() -> None:
    """Read the arguments, code the reports and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path, help="the reports of the answers, JSON lines")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; tell how often choices are right in new reports"
    )
    options = parser.parse_args()
    cases = list(told_cases(Reader(), options.corpus))
    if options.check:
        _check(cases)
    else:
        _write(cases)


def told_cases(reader: Reader, corpus: Path) -> Iterator[Case]:
    """The events whose recipients are told, with all whom they may concern.

    Args:
        reader: reads the reports. corpus: the reports.
    """
    told = read_told(TOLD)
    found = list(read_reports(corpus, set(told)))
    readings = reader.read_all(article for _, article in found)
    for (name, _), reading in zip(found, readings, strict=True):
        actors = ActorIndex(reading)
        for happening, choices in open_choices(reading, actors, find_statements(reading, actors)):
            answer = _answer(happening, told[name])
            if answer is not None:
                yield Case(name, tuple((c.traits, c.countries == answer) for c in choices))


def read_told(path: Path) -> dict[str, list[Told]]:
    """What readers told of the events of each report.

    Args:
        path: the table: report, event, start, end, countries (";" between several, none for nobody).
    """
    found: dict[str, list[Told]] = defaultdict(list)
    with gzip.open(path) as packed:
        for row in csv.DictReader(io.TextIOWrapper(packed, encoding="utf-8", newline="")):
            codes = frozenset(filter(None, row["countries"].split(";")))
            found[row["report"]].append(Told(row["event"], int(row["start"]), int(row["end"]), codes))
    return found


def _answer(happening: Happening, told: Sequence[Told]) -> frozenset[str] | None:
    place = happening.anchor.start
    return next(
        (t.countries for t in told if t.event == happening.event and t.start <= place < t.end),
        None,
    )


def _fit(cases: Sequence[Case]) -> tuple[float, dict[str, float]]:
    choices = [choice for case in cases for choice in case.choices]
    right = [r for _, r in choices]
    return regress([t for t, _ in choices], right, [1] * len(right), seen=SEEN, strength=STRENGTH)


def _check(cases: list[Case]) -> None:
    """Print how often the choice is right in reports that were held back from the fit."""
    scored: list[list[tuple[float, bool]]] = []
    for fold in range(FOLDS):
        _, weights = _fit([c for c in cases if crc32(c.report.encode()) % FOLDS != fold])
        for case in (c for c in cases if crc32(c.report.encode()) % FOLDS == fold):
            scored.append([(sum(weights.get(t, 0.0) for t in ts), right) for ts, right in case.choices])
    sys.stdout.write(f"{len(scored)} events, nobody right in {sum(s[-1][1] for s in scored)}\n")
    for margin in MARGINS:
        given = [(best, s[-1]) for s in scored if (best := max(s)) > (s[-1][0] + margin, False)]
        mended = sum(best[1] and not nobody[1] for best, nobody in given)
        spoilt = sum(nobody[1] and not best[1] for best, nobody in given)
        sys.stdout.write(f"  margin {margin}: {len(given)} given, {mended} mended, {spoilt} spoilt\n")


def _write(cases: list[Case]) -> None:
    base, weights = _fit(cases)
    header = HEADER.format(count=sum(len(c.choices) for c in cases), events=len(cases))
    lines = [f"(all)\t{base:.2f}"]
    lines += [f"{trait}\t{weight:.2f}" for trait, weight in weights.items() if abs(weight) >= SLIGHT]
    (TABLES.parent / TABLE).write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(cases)} events, {len(lines) - 1} traits\n")


if __name__ == "__main__":
    main()
