"""Precision from reviews: which share of a ledger's records the reviewers accepted, with its interval."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dragoman.evaluation.intervals import wilson
from dragoman.ledger.reviewing import Decision, Drawn, Review

BY = {"statement": "act", "event": "type", "position": "issue"}  # what else than the rule divides a kind


@dataclass(frozen=True, slots=True)
class Share:
    """How the reviewers judged some records.

    Args:
        kind: "statement", "event" or "position". by: "kind", "rule", "act", "type" or "issue".
        name: which kind, rule, act, type or issue.
        accepted, edited, rejected: how many; what was edited was not right.
        low, high: Wilson's interval of 95 percent for the share that is right.
    """

    kind: str
    by: str
    name: str
    accepted: int
    edited: int
    rejected: int
    low: float
    high: float

    @property
    def reviewed(self) -> int:
        """How many were reviewed."""
        return self.accepted + self.edited + self.rejected

    @property
    def share(self) -> float:
        """The share that was accepted."""
        return self.accepted / self.reviewed

    def to_json(self) -> dict[str, Any]:
        """The fields by name, and the share."""
        figures = {name: round(value, 4) for name, value in asdict(self).items() if type(value) is float}
        return asdict(self) | figures | {"reviewed": self.reviewed, "share": round(self.share, 4)}


@dataclass(frozen=True, slots=True)
class Precision:
    """The shares by kind, rule, and act, type or issue.

    Args:
        shares: kind by kind, the largest groups first.
        reviewed, at_random: how many records were reviewed, and how many of them drawn at random from all.
    """

    shares: tuple[Share, ...]
    reviewed: int
    at_random: int

    def to_json(self) -> dict[str, Any]:
        """The fields by name."""
        counts = {"reviewed": self.reviewed, "at_random": self.at_random}
        return counts | {"shares": [share.to_json() for share in self.shares]}


def precision(standing: Iterable[Review]) -> Precision:
    """What the decisions come to that stand on records.

    A record counts with what the machine had read when it was reviewed, whatever became of it since.

    Args:
        standing: one for each record, as `dragoman.ledger.reviewing.fold` gives them.
    """
    groups: dict[tuple[str, str, str], Counter[Decision]] = defaultdict(Counter)
    known = list(standing)
    for review in known:
        for by, name in _groups(review):
            groups[review.kind, by, name][review.decision] += 1
    shares = [_share(*key, counts) for key, counts in groups.items()]
    return Precision(
        tuple(sorted(shares, key=_order)), len(known), sum(r.drawn is Drawn.RANDOM for r in known)
    )


def precision_lines(found: Precision) -> Iterator[str]:
    """The shares as lines for a person."""
    if not found.shares:
        yield "No record was reviewed."
        return
    width = max(len(_title(share)) for share in found.shares)
    yield f"{'':{width}}  accepted edited rejected   share  95 % interval"
    for s in found.shares:
        counts = f"{s.accepted:8} {s.edited:6} {s.rejected:8}"
        yield f"{_title(s):{width}}  {counts}  {s.share:6.1%}  {s.low:.1%} to {s.high:.1%}"


def _title(share: Share) -> str:
    return share.kind if share.by == "kind" else f"  {share.by} {share.name}"


def _groups(review: Review) -> Iterator[tuple[str, str]]:
    yield "kind", review.kind
    seen: Mapping[str, Any] = review.seen or {}
    if name := seen.get(BY[review.kind]):
        yield BY[review.kind], str(name)
    if rule := seen.get("why", {}).get("rule"):
        yield "rule", str(rule)


def _share(kind: str, by: str, name: str, counts: Counter[Decision]) -> Share:
    accepted, edited, rejected = (counts[d] for d in (Decision.ACCEPT, Decision.EDIT, Decision.REJECT))
    return Share(kind, by, name, accepted, edited, rejected, *wilson(accepted, counts.total()))


def _order(share: Share) -> tuple[Any, ...]:
    place = ("kind", "rule").index(share.by) if share.by in ("kind", "rule") else 0.5
    return tuple(BY).index(share.kind), place, -share.reviewed, share.name
