"""Copies, cut versions and rewrites of one text among reports.

Candidates come from MinHash signatures with locality-sensitive hashing (Broder 1997; Indyk and Motwani
1998) over runs of five words, by the library datasketch; each pair is then measured on the runs themselves.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

import numpy as np
from datasketch import MinHash, MinHashLSH
from numpy.typing import NDArray

RUN = 5  # words of a run; shorter ones are shared by chance, longer ones break at every edit
FEWEST_RUNS = 20  # a text of fewer runs is too short to tell a copy from a common phrase
PERMUTATIONS = 128
ROWS = 2  # values of a band: pairs that share a fifth of their runs are met with a chance of 0.92
SAME = 0.7  # share of all runs from which two texts are one text
HELD = 0.8  # share of the shorter text's runs from which it is a cut version of the longer
BASED = 0.25  # share from which one text rests on the other, or both on a third
APART = dt.timedelta(days=14)  # copies are printed within days; an archive's later reprint is another matter
HOUSE = 5  # reports of one outlet in which a paragraph stands from which it is the house's notice, not news

_WORD = re.compile(r"\w+(?:['’]\w+)?")

Runs = NDArray[np.uint64]


class LinkKind(StrEnum):
    """How two texts belong together."""

    COPY = "copy"  # the same text, but for small edits
    CUT = "cut"  # one is a shorter version of the other
    REWRITE = "rewrite"  # they share much, and each has words of its own


@dataclass(frozen=True, slots=True)
class Report:
    """What is compared of a report.

    Args:
        id: the article's id.
        text: its words.
        outlet: who published it, if known.
        published: when, if known.
        wires: the agencies credited.
    """

    id: str
    text: str
    outlet: str | None = None
    published: dt.date | None = None
    wires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports whose texts belong together.

    Args:
        first, second: article ids, in the order of the reports.
        kind: how they do.
        overlap: the share of the shorter text's runs of words that stands in the longer, 0 to 1.
    """

    first: str
    second: str
    kind: LinkKind
    overlap: float


def find_links(reports: Iterable[Report]) -> list[Link]:
    """The pairs of reports that are copies, cuts or rewrites of one another.

    Paragraphs that an outlet prints again and again (notices, requests to subscribe) do not count.

    Args:
        reports: the reports, in something that can be gone through twice; of each no more is kept than a
            number for every run of five words.
    """
    notices = house_notices(reports)
    index = MinHashLSH(num_perm=PERMUTATIONS, params=(PERMUTATIONS // ROWS, ROWS))
    known: list[tuple[str, Runs, dt.date | None]] = []
    links = []
    for report in reports:
        runs = runs_of(_own_text(report, notices))
        if len(runs) < FEWEST_RUNS:
            continue
        signature = _signature(runs)
        for place in sorted(index.query(signature)):
            other, other_runs, published = known[place]
            if _near(published, report.published) and (measured := compare(other_runs, runs)):
                links.append(Link(other, report.id, *measured))
        index.insert(len(known), signature)
        known.append((report.id, runs, report.published))
    return links


def agency(credits: Iterable[Sequence[str]]) -> str | None:
    """The agency whose copy reports print, by most of their credits; None if none is credited.

    Args:
        credits: the agencies that each report credits.
    """
    counts = Counter(wire for wires in credits for wire in dict.fromkeys(wires))
    return counts.most_common(1)[0][0] if counts else None


def house_notices(reports: Iterable[Report]) -> frozenset[int]:
    """Checksums of the paragraphs that stand in many reports of one outlet."""
    seen = Counter(number for r in reports for number in _paragraphs(r))
    return frozenset(number for number, times in seen.items() if times >= HOUSE)


def runs_of(text: str) -> Runs:
    """A number for every different run of five words of a text, sorted; case and marks do not count."""
    words = [w.casefold().replace("’", "'") for w in _WORD.findall(text)]
    # a checksum, as Python's own hash differs from process to process
    hashed = np.fromiter((crc32(w.encode("utf-8", "replace")) for w in words), np.uint64, len(words))
    if len(hashed) < RUN:
        return np.empty(0, np.uint64)
    mixed = np.zeros(len(hashed) - RUN + 1, np.uint64)
    for place in range(RUN):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + hashed[place : place + len(mixed)]
    return np.unique(mixed)


def compare(one: Runs, other: Runs) -> tuple[LinkKind, float] | None:
    """How two texts belong together, and how much of the shorter is in the longer; None if they do not."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    held = shared / max(1, min(len(one), len(other)))
    if shared / max(1, len(one) + len(other) - shared) >= SAME:
        return LinkKind.COPY, held
    if held >= HELD:
        return LinkKind.CUT, held
    return (LinkKind.REWRITE, held) if held >= BASED else None


def _paragraphs(report: Report) -> dict[int, str]:
    """The paragraphs of a report by a checksum of outlet and words."""
    found = filter(None, (line.strip() for line in report.text.splitlines()))
    outlet = (report.outlet or "").casefold()
    return {crc32(f"{outlet}\n{p}".encode("utf-8", "replace")): p for p in found}


def _own_text(report: Report, notices: frozenset[int]) -> str:
    if not notices:
        return report.text
    return "\n".join(p for number, p in _paragraphs(report).items() if number not in notices)


def _signature(runs: Runs) -> MinHash:
    signature = MinHash(num_perm=PERMUTATIONS, hashfunc=int)
    signature.update_batch((runs >> np.uint64(32)).tolist())  # the library takes 32 bits
    return signature


def _near(one: dt.date | None, other: dt.date | None) -> bool:
    return one is None or other is None or abs(one - other) <= APART
