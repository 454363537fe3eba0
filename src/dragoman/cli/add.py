"""`dragoman add`: reports into a ledger."""

from __future__ import annotations

import json as jsonlib
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.errors import describe
from dragoman.cli.read import Language, Model, Outlet, Published, Title, Url

if TYPE_CHECKING:
    from dragoman.bulk import Added
    from dragoman.ledger import Ledger

LedgerName = Annotated[str, typer.Argument(metavar="LEDGER", help="A file, or postgresql://user@host/name.")]
Workers = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="How many processes code; by default one a core.")
]

Linking = Annotated[
    bool,
    typer.Option(
        "--link/--no-link",
        help="Find what belongs together across all reports afterwards, as 'dragoman link'.",
    ),
]


def add(
    ctx: typer.Context,
    ledger: LedgerName,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Reports, folders, patterns, corpora of JSON lines; - is standard input."
        ),
    ],
    *,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=VALUE", help="Only reports of a corpus with this; several values of a field: any."
        ),
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option(metavar="TOPIC", help="The same as --where topic=TOPIC.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Look at N reports at most.")] = None,
    outlet: Outlet = None,
    published: Published = None,
    title: Title = None,
    language: Language = None,
    url: Url = None,
    model: Model = None,
    workers: Workers = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if a report could not be stored.")
    ] = False,
    link: Linking = True,
    each: Annotated[
        bool, typer.Option("--each", help="Print a line of JSON for each report when it is stored.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read and code reports, and store them in a ledger; what it has already is passed over."""
    import dragoman  # noqa: PLC0415
    from dragoman.bulk import add_reports  # noqa: PLC0415
    from dragoman.cli.progress import progress  # noqa: PLC0415
    from dragoman.sources.known import Known  # noqa: PLC0415
    from dragoman.sources.reports import Found  # noqa: PLC0415

    if (title or url) and len(paths) > 1:
        raise typer.BadParameter("--title and --url belong to one report: give one PATH with them")
    day = published.date() if published else None
    known = Known("", title, outlet, day, language, url)
    reports = Found(paths, known, _conditions(where, topic), limit)
    started = time.monotonic()
    with dragoman.open_ledger(ledger) as opened:
        summary = Summary(opened)
        with progress("adding", reports.count()) as done:
            inputs = [*paths, *(f"{k}={v}" for k, vs in reports.where.items() for v in vs)]
            for added in add_reports(opened, reports, inputs=inputs, workers=workers, model=model):
                if added.fault is not None and ctx.obj["debug"]:
                    raise added.fault
                summary.take(added)
                if each and added.coded is not None:
                    typer.echo(jsonlib.dumps(_line(added), ensure_ascii=True))
                done(1)
        if link and summary.changed:
            link_all(opened)
    summary.passed_over, summary.seconds = reports.passed_over, time.monotonic() - started
    typer.echo(jsonlib.dumps(summary.as_json(), ensure_ascii=False) if json else summary.as_text())
    failed = summary.standings["failed"]
    if failed and (strict or failed == summary.standings.total()):
        raise typer.Exit(1)


def link_all(ledger: Ledger) -> None:
    """Find what belongs together across the reports of a ledger, with a bar on a terminal."""
    from dragoman.cli.progress import progress  # noqa: PLC0415
    from dragoman.ledger.linking import link  # noqa: PLC0415

    with progress("linking", None):
        link(ledger)


@dataclass(slots=True)
class Summary:
    """What became of the reports of one call.

    Args:
        ledger: where they went.
        standings: how many stood how to the ledger, or failed.
        records: how many records of each kind were stored.
        versions: for each new version, how its records differ from those of the earlier one.
        passed_over: files of no kind that is read, by the ends of their names.
        seconds: how long it took.
    """

    ledger: Ledger
    standings: Counter[str] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    versions: list[dict[str, Any]] = field(default_factory=list)
    passed_over: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def changed(self) -> bool:
        """Whether the ledger has something that it had not."""
        return bool(self.standings.total() - self.standings["same"] - self.standings["failed"])

    def take(self, added: Added) -> None:
        """Count a report; tell one that failed on standard error."""
        self.standings[str(added.standing or "failed")] += 1
        if added.fault is not None:
            typer.echo(f"dragoman: {describe(added.fault, added.name)}", err=True)
        if added.coded is not None and added.standing != "copy":
            for kind in ("statements", "events", "positions"):
                self.records[kind] += len(getattr(added.coded, kind))
        if added.standing == "version" and added.coded is not None:
            self.versions.append(self._version(added))

    def _version(self, added: Added) -> dict[str, Any]:
        from dragoman.ledger.differences import versions_of  # noqa: PLC0415

        assert added.coded is not None
        *_, (earlier, changes) = versions_of(self.ledger, added.coded.article.id)
        return {
            "article": added.coded.article.id, "supersedes": earlier, "added": len(changes.added),
            "removed": len(changes.removed), "same": changes.same,
        }  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """The summary for a program."""
        from dragoman.ledger import Standing  # noqa: PLC0415

        return {
            "ledger": self.ledger.name,
            "reports": self.standings.total(),
            **{name: self.standings[name] for name in (*map(str, Standing), "failed")},
            **{kind: self.records[kind] for kind in ("statements", "events", "positions")},
            "versions": self.versions,
            "passed_over": self.passed_over,
            "seconds": round(self.seconds, 1),
        }

    def as_text(self) -> str:
        """The summary for a person."""
        told = {"new": "new", "version": "new versions", "amended": "amended", "copy": "copies",
                "same": "there already", "failed": "failed"}  # fmt: skip
        became = ", ".join(f"{self.standings[k]:,} {name}" for k, name in told.items() if self.standings[k])
        lines = [f"{self.ledger.name}: {self.standings.total():,} reports: {became or 'none found'}"]
        if self.records:
            kinds = ", ".join(f"{count:,} {kind}" for kind, count in self.records.items())
            lines.append(f"stored {kinds} in {self.seconds:,.0f} s")
        lines.extend(
            f"{v['article']} supersedes {v['supersedes']}: {v['added']} records added, "
            f"{v['removed']} removed, {v['same']} as before"
            for v in self.versions
        )
        if self.passed_over:
            kinds = ", ".join(
                f"{n} {suffix or 'without one'}" for suffix, n in sorted(self.passed_over.items())
            )
            lines.append(f"passed over files of other kinds: {kinds}: name them to have them read")
        return "\n".join(lines)


def _conditions(where: Sequence[str] | None, topic: Sequence[str] | None) -> dict[str, list[str]]:
    conditions: dict[str, list[str]] = {}
    for condition in [*(where or ()), *(f"topic={name}" for name in topic or ())]:
        name, equals, value = condition.partition("=")
        if not (name and equals):
            raise typer.BadParameter(f"{condition!r}: write --where FIELD=VALUE")
        conditions.setdefault(name.strip(), []).append(value.strip())
    return conditions


def _line(added: Added) -> dict[str, Any]:
    assert added.coded is not None
    return {
        "report": added.name,
        "article": added.coded.article.id,
        "standing": str(added.standing),
        "records": len(list(added.coded.records)),
    }
