"""Articles of a ledger coded anew, with what changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.bulk.coding import CodingAnew
from dragoman.bulk.pool import share_out
from dragoman.coder import CODER
from dragoman.ledger import Ledger, Run
from dragoman.records import Record


@dataclass(frozen=True, slots=True)
class Recoded:
    """What became of an article.

    Args:
        article: its id.
        added: records that it did not have.
        removed: records that it has no longer, as they were.
        changed: records that say and stand where they did, but for what an id does not tell.
        same: how many records are as they were.
        fault: why it could not be coded; its records are as they were.
    """

    article: str
    added: Sequence[Record] = ()
    removed: Sequence[Record] = ()
    changed: Sequence[Record] = ()
    same: int = 0
    fault: Exception | None = None


def recode(
    ledger: Ledger,
    ids: Sequence[str],
    *,
    dry: bool = False,
    workers: int | None = None,
    model: str | None = None,
) -> Iterator[Recoded]:
    """Code articles of a ledger anew, and put what changed in the place of what was there.

    Reviews stay, as they know records by their ids; records that are gone are kept in `record_changes`.

    Args:
        ledger: the ledger.
        ids: of the articles.
        dry: whether to leave the ledger as it is.
        workers: how many processes; by default one a core.
        model: name of an installed spaCy English pipeline.
    """
    run = Run("recode", CODER)
    counts = {"articles": 0, "added": 0, "removed": 0, "changed": 0, "same": 0, "failed": 0}
    for key, result in share_out(CodingAnew(ledger.address, model), ids, workers=workers):
        if isinstance(result, Exception):
            counts["failed"] += 1
            yield Recoded(key, fault=result)
            continue
        earlier = ledger.coded(key)
        old, new = ({r.id: r for r in coded.records} for coded in (earlier, result))
        recoded = Recoded(
            key,
            [r for r in result.records if r.id not in old],
            [r for r in earlier.records if r.id not in new],
            [r for r in result.records if r.id in old and old[r.id] != r],
            sum(1 for r in result.records if old.get(r.id) == r),
        )
        if not dry and result != earlier:
            ledger.replace(result, run=run)
        counts["articles"] += 1
        counts["same"] += recoded.same
        for name in ("added", "removed", "changed"):
            counts[name] += len(getattr(recoded, name))
        yield recoded
    ledger.finish(run, counts)
