"""What worker processes do: read and code a report, unless the ledger has it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coded import CodedArticle
from dragoman.ledger import Ledger, Standing
from dragoman.records import Records
from dragoman.sources.reports import Report


@dataclass(frozen=True, slots=True)
class Coding:
    """How reports are coded; called in a worker process, it gives what does the work.

    Args:
        ledger: the name of the ledger that may have them already.
        model: name of an installed spaCy English pipeline; by default the one that ships.
    """

    ledger: str
    model: str | None = None

    def __call__(self) -> _Coding:
        """What does the work."""
        return _Coding(self)


class _Coding:
    def __init__(self, how: Coding) -> None:
        self._ledger = Ledger.open(how.ledger, create=False)
        self._model = how.model

    def close(self) -> None:
        """Let go of the ledger."""
        self._ledger.close()

    def __call__(self, report: Report) -> CodedArticle | None:
        """The report coded; None if the ledger has it."""
        if report.coded is not None:
            coded = CodedArticle.from_json(report.coded)
            same = self._ledger.plan(coded.article, identity=report.identity).standing is Standing.SAME
            return None if same else coded
        article = report.read()
        plan = self._ledger.plan(article, identity=report.identity)
        if plan.standing is Standing.SAME:
            return None
        if not plan.needs_coding:  # a copy of words that are coded
            return CodedArticle(article, Records(article.id))
        from dragoman.coder import shared_coder  # noqa: PLC0415 - slow to load, and not always needed

        coder = shared_coder(self._model) if self._model else shared_coder()
        return coder.code(plan.article)


@dataclass(frozen=True, slots=True)
class CodingAnew:
    """How articles of a ledger are coded anew; called in a worker process, it gives what does the work.

    Args:
        ledger: the name of the ledger.
        model: name of an installed spaCy English pipeline; by default the one that ships.
    """

    ledger: str
    model: str | None = None

    def __call__(self) -> _CodingAnew:
        """What does the work."""
        return _CodingAnew(self)


class _CodingAnew:
    def __init__(self, how: CodingAnew) -> None:
        from dragoman.coder import shared_coder  # noqa: PLC0415

        self._ledger = Ledger.open(how.ledger, create=False)
        self._coder = shared_coder(how.model) if how.model else shared_coder()

    def close(self) -> None:
        """Let go of the ledger."""
        self._ledger.close()

    def __call__(self, article_id: str) -> CodedArticle:
        """An article of the ledger, coded anew."""
        return self._coder.code(self._ledger.coded(article_id).article)
