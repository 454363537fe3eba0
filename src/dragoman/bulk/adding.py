"""Reports into a ledger: found, read, coded and stored, one transaction each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.bulk.coding import Coding
from dragoman.bulk.pool import share_out
from dragoman.coded import CodedArticle
from dragoman.coder import CODER
from dragoman.ledger import Ledger, Run, Standing
from dragoman.sources.reports import Report


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report.

    Args:
        name: what it is called: its path, its line in a corpus.
        standing: how it stood to the ledger; None if it could not be stored.
        coded: what was stored; None if it was there or could not be read.
        fault: why it could not be read, coded or stored.
    """

    name: str
    standing: Standing | None = None
    coded: CodedArticle | None = None
    fault: Exception | None = None


def add_reports(
    ledger: Ledger,
    reports: Iterable[Report],
    *,
    inputs: Sequence[str] = (),
    workers: int | None = None,
    model: str | None = None,
) -> Iterator[Added]:
    """Read, code and store reports; what the ledger has already is not coded again.

    Each is given back when it is stored, or when it cannot be: one that fails leaves the others alone. Where
    it ends before all are stored, doing it again does the rest.

    Args:
        ledger: where to.
        reports: the reports; taken as they are needed.
        inputs: what the ledger notes of where they come from.
        workers: how many processes; by default one a core.
        model: name of an installed spaCy English pipeline.
    """
    run = Run("add", CODER, inputs)
    counts = {str(standing): 0 for standing in Standing} | {"failed": 0}
    for report, result in share_out(Coding(ledger.address, model), reports, workers=workers):
        added = _stored(ledger, report, result, run)
        counts[str(added.standing or "failed")] += 1
        yield added
    ledger.finish(run, counts)


def _stored(ledger: Ledger, report: Report, result: CodedArticle | Exception | None, run: Run) -> Added:
    if isinstance(result, Exception):
        return Added(report.name, fault=result)
    if result is None:
        return Added(report.name, Standing.SAME)
    try:
        standing = ledger.add(result, identity=report.identity, fields=report.fields, run=run)
    except ValueError as error:  # its records break their laws; the ledger is as it was
        return Added(report.name, fault=error)
    return Added(report.name, standing, None if standing is Standing.SAME else result)
