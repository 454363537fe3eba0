"""Killing `dragoman add` at any instant, and looking at what it leaves."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.checking import check

COMMAND = (sys.executable, "-c", "from dragoman.cli import main; main()", "add")


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill left.

    Args:
        reported: how many reports the program had said that it stored.
        missing: the ids among them that are not there.
        articles: how many the ledger has now.
        faults: what `dragoman check` finds wrong.
        ended: whether the program had come to its end before it was killed.
    """

    reported: int
    missing: tuple[str, ...]
    articles: int
    faults: tuple[str, ...]
    ended: bool

    @property
    def well(self) -> bool:
        """Whether all that was reported is there, and nothing is half there."""
        return not self.missing and not self.faults


def kills(place: str, corpus: Path, count: int, *, workers: int, seed: int) -> Iterator[Kill]:
    """Add a corpus, and kill the program again and again, each time at another instant.

    Args:
        place: the name of the ledger.
        corpus: what is added.
        count: how many times.
        workers: how many processes code.
        seed: of the instants.
    """
    instants = random.Random(seed)
    for number in range(count):
        yield kill(
            place, corpus, workers=workers, after=instants.randint(0, 6) if number else 0, instants=instants
        )


def kill(place: str, corpus: Path, *, workers: int, after: int, instants: random.Random) -> Kill:
    """Add a corpus, kill the program, and look at what is left.

    Args:
        place: the name of the ledger.
        corpus: what is added.
        workers: how many processes code.
        after: how many reports are stored before, if so many are left; the instant is within the next ones.
        instants: draws the instant.
    """
    program = subprocess.Popen(
        [*COMMAND, place, str(corpus), "--each", "--workers", str(workers)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert program.stdout is not None
    told = [line for line, _ in zip(program.stdout, range(after), strict=False)]
    time.sleep(instants.uniform(0, 0.4 if after else 3.0))
    ended = program.poll() is not None
    program.kill()
    told += program.stdout.read().splitlines()
    program.stdout.close()
    program.wait()
    stored = [json.loads(line)["article"] for line in told if line.startswith("{")]
    try:
        ledger = Ledger.open(place, create=False)
    except LedgerError:  # killed before it was made
        return Kill(len(stored), tuple(stored), 0, (), ended)
    with ledger:
        there = set(ledger.ids(superseded=True))
        faults = tuple(map(str, check(ledger)))
        return Kill(len(stored), tuple(s for s in stored if s not in there), len(there), faults, ended)


def complete(place: str, corpus: Path, *, workers: int) -> tuple[dict[str, int], dict[str, int]]:
    """Add a corpus to its end, twice; the summaries of both.

    Args:
        place: the name of the ledger.
        corpus: what is added.
        workers: how many processes code.
    """
    first, second = (
        subprocess.run(
            [*COMMAND, place, str(corpus), "--json", "--workers", str(workers)],
            capture_output=True, text=True, check=True,
        ).stdout
        for _ in range(2)
    )  # fmt: skip
    return json.loads(first), json.loads(second)


def write_corpus(path: Path, texts: list[str]) -> Path:
    """A corpus of JSON lines with some texts."""
    with suppress(FileExistsError):
        path.parent.mkdir(parents=True)
    lines = [json.dumps({"id": str(n), "outlet": "Harbour Wire", "published": "2024-03-14", "text": text})
             for n, text in enumerate(texts)]  # fmt: skip
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
