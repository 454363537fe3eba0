"""Fit the weights of `src/dragoman/knowledge/odds` on records that readers judged.

    python tools/fit_odds.py CORPUS.jsonl.gz [--gold FOLDER] [--check]

The verdicts are those of `gold/judgements/whole`: ids of reports and records, without a word of them. CORPUS
holds the reports. Their records are made anew; those whose verdict is known, and those of the gold keys in
FOLDER, are what the weights are fitted on: for each kind of record a logistic regression (Cox 1958) with a
ridge penalty. Nothing of a text enters the tables, only how often records with a trait were right. Run it
with the development environment after a change of the coder.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from dragoman.coder import all_records
from dragoman.confidence import KINDS, Odds, Scene, least, traits
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.predictions import answers_of, article_of
from dragoman.evaluation.records import pair_records, same_actors, same_recipients, same_speaker
from dragoman.evaluation.sampling import RIGHT, read_reports, read_verdicts, verdict_files
from dragoman.formats.phrases import kind
from dragoman.language import Reader, Reading
from dragoman.records import Event, Record

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "src/dragoman/knowledge/odds"
GOLD = 6  # times that a record of a hand-made key counts: its reports are of the kind that Dragoman is for
EACH = 3  # times that a record judged by itself counts ("-each"): such readers miss less
FOLDS = 5  # of a check
SEEN = 8  # records that must have a trait for it to count
STRENGTH = 0.015  # variance of the weights beforehand: the smaller, the nearer to none they are kept
STEPS = 2000  # of the fitting at most, more than it takes to come to rest
REST = 0.01  # slope, in records, at which it rests
SLIGHT = 0.03  # weights smaller than this are left out
HEADER = """\
# How much each trait of {kind}s speaks for (above 0) or against (below 0) their being right, in log-odds;
# "(all)" is where all begin. A logistic regression on {count} records that readers judged or that hand-made
# keys answer; {right} were right.
# Written by tools/fit_odds.py. Source: own verdicts on the coder's records. Licence: Apache-2.0.
trait\tweight
"""


@dataclass(frozen=True)
class Case:
    """A judged record: its report, how many sentences of running text that has, whether it is a gold article,
    how many times the record counts, its traits, and whether it is right."""

    report: str
    sentences: int
    gold: bool
    times: int
    traits: frozenset[str]
    right: bool


@dataclass(frozen=True)
class Verdict:
    """What a reader said of a record: whether it is right, and how many times that counts."""

    right: bool
    times: int


def main() -> None:
    """Read the arguments, code the reports and write the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path, help="the reports of the verdicts, JSON lines")
    parser.add_argument("--gold", type=Path, help="a folder of gold keys to fit on too")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; tell how sure chances are of new reports"
    )
    options = parser.parse_args()
    reader = Reader()
    cases: dict[str, list[Case]] = defaultdict(list)
    for name, case in judged(reader, options.corpus):
        cases[name].append(case)
    for name, case in answered(reader, options.gold) if options.gold else ():
        cases[name].append(case)
    for name in KINDS:
        if options.check:
            _check(name, cases[name])
        else:
            _write(name, cases[name])


def judged(reader: Reader, corpus: Path) -> Iterator[tuple[str, Case]]:
    """The records of a corpus that have a verdict, with their kinds.

    Args:
        reader: reads the reports. corpus: the reports.
    """
    verdicts = _verdicts(ROOT / "gold/judgements/whole")
    wanted = {report for report, _ in verdicts}
    found = list(read_reports(corpus, wanted))
    readings = reader.read_all(article for _, article in found)
    for (name, _), reading in zip(found, readings, strict=True):
        sentences, told = _traits(reading)
        for record, of in told:
            if (verdict := verdicts.get((name, record.id))) is not None:
                yield kind(record), Case(name, sentences, False, verdict.times, of, verdict.right)


def answered(reader: Reader, folder: Path) -> Iterator[tuple[str, Case]]:
    """The records of gold articles, with their kinds; right is what the key has.

    Args:
        reader: reads the articles. folder: the keys.
    """
    for gold in load_gold(folder):
        reading = reader.read(article_of(gold))
        records = all_records(reading)
        answers = answers_of(gold.id, records)
        pairs = pair_records(gold, answers)
        keys = gold.answers
        right = {
            "statement": {
                p for g, p in pairs.statements if same_speaker(keys.statements[g], answers.statements[p])
            },
            "event": {
                p for g, p in pairs.events
                if same_actors(keys.events[g], answers.events[p])
                and same_recipients(keys.events[g], answers.events[p])
            },
            "position": {
                p for g, p in pairs.positions if keys.positions[g].stance == answers.positions[p].stance
            },
        }  # fmt: skip
        background = {p for _, p in pairs.background}
        places = Counter[str]()
        sentences, told = _traits(reading)
        for record, of in told:
            name = kind(record)
            place = places[name]
            places[name] += 1
            if name != "event" or place not in background:
                yield name, Case(gold.id, sentences, True, GOLD, of, place in right[name])


def fit(cases: Sequence[Case]) -> tuple[float, dict[str, float]]:
    """The base and the weights for records of one kind.

    Args:
        cases: the judged records.
    """
    return regress(
        [case.traits for case in cases], [case.right for case in cases], [case.times for case in cases]
    )


def regress(
    traits: Sequence[frozenset[str]],
    right: Sequence[bool],
    times: Sequence[int],
    *,
    seen: int = SEEN,
    strength: float = STRENGTH,
) -> tuple[float, dict[str, float]]:
    """The base and the weights of a logistic regression with a ridge penalty (L-BFGS; Liu and Nocedal 1989).

    Args:
        traits: those of each case. right: whether each is right. times: how many times each counts.
        seen: cases that must have a trait for it to count.
        strength: variance of the weights beforehand: the smaller, the nearer to none they are kept.
    """
    counts = Counter(trait for of in traits for trait in of)
    names = sorted(trait for trait, count in counts.items() if count >= seen)
    column = {name: i for i, name in enumerate(names)}
    marks = [(row, column[t]) for row, of in enumerate(traits) for t in of if t in column]
    rows, columns = zip(*marks, strict=True)
    has = csr_array((np.ones(len(marks)), (rows, columns)), shape=(len(traits), len(names)))
    is_right = np.array(right, dtype=float)
    weight = np.array(times, dtype=float)

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        base, weights = values[-1], values[:-1]
        odds = has @ weights + base
        total = weight @ (np.logaddexp(0, odds) - is_right * odds) + weights @ weights / (2 * strength)
        over = weight * (1 / (1 + np.exp(-odds)) - is_right)
        return float(total), np.append(has.T @ over + weights / strength, over.sum())

    start = np.zeros(len(names) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "gtol": REST})
    return float(found.x[-1]), dict(zip(names, map(float, found.x[:-1]), strict=True))


def _check(name: str, cases: list[Case]) -> None:
    """Print how often records of reports that were held back from the fit are right, by their chance."""
    bins: dict[int, list[bool]] = defaultdict(list)
    certain: list[bool] = []
    for fold in range(FOLDS):
        held = [c for c in cases if crc32(c.report.encode()) % FOLDS == fold]
        table = Odds(*fit([c for c in cases if crc32(c.report.encode()) % FOLDS != fold]))
        for case in held:
            if not case.gold:
                chance = table.chance(case.traits)
                bins[int(chance * 10)].append(case.right)
                certain += [case.right] if chance >= least(name, case.sentences) else []
    sys.stdout.write(f"{name}s\n")
    for place, verdicts in sorted(bins.items()):
        share = sum(verdicts) / len(verdicts)
        sys.stdout.write(
            f"  {place / 10:.1f} to {place / 10 + 0.1:.1f}: {len(verdicts):6} records, {share:.3f} right\n"
        )
    total = [v for verdicts in bins.values() for v in verdicts]
    sys.stdout.write(f"  all: {len(total)}, {sum(total) / len(total):.3f} right; on record: ")
    sys.stdout.write(f"{len(certain)}, {sum(certain) / len(certain):.3f} right\n")


def _traits(reading: Reading) -> tuple[int, Iterator[tuple[Record, frozenset[str]]]]:
    """How many sentences of running text there are, and the traits of records but repeats and background."""
    records = all_records(reading)
    scene = Scene(reading, records)
    counting = (
        record
        for record in records
        if getattr(record, "repeats", None) is None and not (isinstance(record, Event) and record.historical)
    )
    return len(scene.body), ((record, traits(record, scene)) for record in counting)


def _verdicts(folder: Path) -> dict[tuple[str, str], Verdict]:
    """The verdicts by report and record; one on a record judged by itself stands before others."""
    found: dict[tuple[str, str], Verdict] = {}
    for path in sorted(verdict_files(folder), key=_is_of_each):
        times = EACH if _is_of_each(path) else 1
        for row in read_verdicts(path):
            found[row["report"], row["record"]] = Verdict(row["verdict"] == RIGHT, times)
    return found


def _is_of_each(path: Path) -> bool:
    """Whether a file has verdicts on records judged by themselves."""
    return path.name.partition(".")[0].endswith("-each")


def _write(name: str, cases: list[Case]) -> None:
    base, weights = fit(cases)
    header = HEADER.format(kind=name, count=len(cases), right=sum(c.right for c in cases))
    lines = [f"(all)\t{base:.2f}"]
    lines += [f"{trait}\t{weight:.2f}" for trait, weight in weights.items() if abs(weight) >= SLIGHT]
    TABLES.mkdir(exist_ok=True)
    (TABLES / f"{name}s.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{name}s: {len(cases)} records, {len(lines) - 1} traits\n")


if __name__ == "__main__":
    main()
