"""Words a second of the whole job beside the bare language pipeline, in one run on the same reports.

    python benchmarks/speed.py [--articles 200] [--passes 3] [--json]

What is measured is told in docs/performance.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from thinc.api import get_ops, set_current_ops

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.language.reader import MODEL, READ_ZONES
from dragoman.sources import SourceError, from_text, load

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "articles.jsonl.gz"
SHIPPED = (ROOT / "gold" / "reports", ROOT / "examples")
BATCH = 64  # paragraphs at once, as the reader takes them
LONG = 1_000  # words of the one report
AIM = 0.6


def corpus(limit: int) -> list[Article]:
    """Reports from the corpus beside the project, or the shipped ones repeated."""
    found = list(_from_corpus(limit) if CORPUS.exists() else _shipped())
    while len(found) < limit:
        found += found[: limit - len(found)]
    return found


def _from_corpus(limit: int) -> Iterator[Article]:
    taken = 0
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            try:
                yield from_text(report["text"], title=report["title"], published=report["published"] or None)
            except SourceError:
                continue
            taken += 1
            if taken == limit:
                return


def _shipped() -> Iterator[Article]:
    for folder in SHIPPED:
        for path in sorted(folder.glob("*.txt")):
            yield load(path, published="2024-05-16")


def paragraphs(articles: list[Article]) -> list[str]:
    """The stretches of text that the reader reads."""
    return [a.text[s.start : s.end] for a in articles for s in a.segments if s.zone in READ_ZONES]


def seconds(job: Callable[[], object]) -> float:
    """How much of the processor's time a job takes in this process, so that a busy neighbour does no harm."""
    started = time.process_time()
    job()
    return time.process_time() - started


def elapsed(job: Callable[[], object]) -> float:
    """How long a job takes by the clock; the best of three."""
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - started)
    return best


def bare(texts: list[str], batch: int | None = BATCH) -> Callable[[], object]:
    """spaCy alone, with the reader's model, on texts in batches of a size, or of its own default size."""
    nlp = spacy.load(MODEL)
    return lambda: [len(doc) for doc in nlp.pipe(texts, batch_size=batch)]


class Installed:
    """spaCy as installed, in a process of its own: the choice of matrix product holds for a whole process."""

    def __init__(self, texts: list[str], batch: int | None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._ask(json.dumps([texts, batch]))

    def seconds(self) -> float:
        """How long one pass takes."""
        return self._ask("again")

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _ask(self, line: str) -> float:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the worker has no pipes")
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def work() -> None:
    """The worker: one line with texts and batch size, then a pass a line."""
    job = bare(*json.loads(sys.stdin.readline()))
    print(seconds(job), flush=True)
    for _ in sys.stdin:
        print(seconds(job), flush=True)


def start_up(code: str) -> float:
    """How long a new Python process takes for some code."""
    return elapsed(lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True))


def peak_memory() -> float:
    """The most memory that this process has held, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def measure(limit: int, passes: int) -> dict[str, float]:
    """All figures by name."""
    articles = corpus(limit)
    texts = paragraphs(articles)
    words = sum(len(t.split()) for t in texts)
    coder = Coder()
    whole = [seconds(lambda: list(coder.code_all(articles)))]
    memory = peak_memory()  # before the other pipeline is loaded
    set_current_ops(get_ops("numpy", use_blis=False))
    job = bare(texts)
    alone: list[float] = []
    installed: list[float] = []
    untuned: list[float] = []
    reports, pieces = Installed([a.text for a in articles], None), Installed(texts, BATCH)
    for _ in range(passes):
        alone.append(seconds(job))
        installed.append(reports.seconds())
        untuned.append(pieces.seconds())
        whole.append(seconds(lambda: list(coder.code_all(articles))))
    reports.close()
    pieces.close()
    long = min(articles, key=lambda a: abs(len(a.text.split()) - LONG))
    report = json.dumps(long.text)
    return {
        "reports": len(articles),
        "words": words,
        "whole job, words/s": words / min(whole),
        "bare pipeline, words/s": words / min(alone),
        "spaCy as installed, words/s": words / min(installed),
        "the same on paragraphs, words/s": words / min(untuned),
        "whole job : bare pipeline": min(alone) / min(whole),
        "whole job : spaCy as installed": min(installed) / min(whole),
        "whole job : the same on paragraphs": min(untuned) / min(whole),
        "our own part, µs/word": (min(whole) - min(alone)) / words * 1e6,
        f"one report of {len(long.text.split())} words, s": elapsed(lambda: coder.code(long)),
        "start until it is coded, s": start_up(
            f"import dragoman; dragoman.code({report}.encode(), language='en')"
        ),
        "dragoman --help, s": start_up("from dragoman.cli import main; main(['--help'])"),
        "most memory, MB": memory,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=200, help="reports to read (200)")
    parser.add_argument("--passes", type=int, default=3, help="passes of each kind (3)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.worker:
        work()
        return
    figures = measure(asked.articles, asked.passes)
    if asked.json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    print(f"{'reports from':<36}{CORPUS if CORPUS.exists() else 'the project'}")
    for name, value in figures.items():
        print(f"{name:<36}{value:>10,.{0 if value >= 100 or value == int(value) else 2}f}")
    print(f"{'aim, whole job : bare pipeline':<36}{AIM:>10,.2f}")


if __name__ == "__main__":
    main()
