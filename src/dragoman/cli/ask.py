"""`dragoman find`, `positions`, `changes`, `pledges` and `timeline`: what a ledger answers."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dragoman.ledger import Ledger

Where = Annotated[str, typer.Argument(metavar="LEDGER", help="A ledger's file, or postgresql://host/name.")]
Since = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The first day."),
]
Until = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The last day."),
]
Holder = Annotated[
    str | None, typer.Option(help='Whose: a code ("RUS"), a state ("Russia"), or a name ("Taliban").')
]
Issue = Annotated[str | None, typer.Option(help='On which issue ("recognition").')]
Counterpart = Annotated[str | None, typer.Option(help="Towards whom; named like the holder.")]
Country = Annotated[
    str | None, typer.Option(help="Of which country: a state, its bodies and persons, or towards them.")
]
Outlet = Annotated[str | None, typer.Option(help="In which outlet.")]
Confidence = Annotated[
    float, typer.Option("--confidence", min=0, max=1, help="Leave out what is less sure than this.")
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="Show so many at most.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one line an answer.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]


class Kind(StrEnum):
    """Kinds of records."""

    STATEMENT = "statement"
    EVENT = "event"
    POSITION = "position"


def find(
    where: Where,
    words: Annotated[
        list[str] | None,
        typer.Argument(help='Words of the record; "several words" stand side by side, -word is not there.'),
    ] = None,
    *,
    actor: Annotated[
        str | None, typer.Option(help="Who speaks, acts or holds: a code, a state, a name.")
    ] = None,
    recipient: Annotated[
        str | None, typer.Option(help="Who is spoken to or acted on, or towards whom.")
    ] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only this kind; may be given again.")] = None,
    act: Annotated[str | None, typer.Option(help='Only this speech act ("pledge").')] = None,
    issue: Issue = None,
    stance: Annotated[str | None, typer.Option(help='Only this stance ("withheld").')] = None,
    type: Annotated[str | None, typer.Option(help='Only this PLOVER type ("CONSULT").')] = None,
    since: Since = None,
    until: Until = None,
    reported: Annotated[bool, typer.Option("--reported", help="Take days for those of publication.")] = False,
    outlet: Outlet = None,
    background: Annotated[
        bool, typer.Option("--background", help="Also background of more than a year, and repeats.")
    ] = False,
    limit: Limit = 20,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Find records by words, sides, act, issue, type, days and outlet, the newest first."""
    from dragoman.ledger.display import found_lines  # noqa: PLC0415
    from dragoman.ledger.finding import KINDS, Question  # noqa: PLC0415
    from dragoman.ledger.finding import find as answer  # noqa: PLC0415

    question = Question(
        " ".join(_quoted(words or ())) or None, tuple(kind or KINDS), actor, recipient, act, issue, stance,
        type.upper() if type else None, day(since), day(until), reported, outlet, background,
    )  # fmt: skip
    with opened(where) as ledger:
        found = answer(ledger, question, limit=limit)
    write([f.to_json() for f in found.found], found_lines(found), as_json=json, as_csv=csv)


def positions(
    where: Where,
    *,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The day; by default today."),
    ] = None,
    holder: Holder = None,
    issue: Issue = None,
    counterpart: Counterpart = None,
    country: Country = None,
    outlet: Outlet = None,
    confidence: Confidence = 0.0,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Show where everybody stands on a day: holder by issue, with the words of the last stance."""
    from dragoman.ledger.display import standing_lines  # noqa: PLC0415
    from dragoman.ledger.following import Asked, positions_as_of  # noqa: PLC0415

    asked = Asked(holder, issue, counterpart, outlet, confidence, country)
    with opened(where) as ledger:
        found = positions_as_of(ledger, day(as_of) or dt.date.today(), asked)
    write([s.to_json() for s in found], standing_lines(found), as_json=json, as_csv=csv)


def changes(
    where: Where,
    *,
    since: Since = None,
    until: Until = None,
    holder: Holder = None,
    issue: Issue = None,
    counterpart: Counterpart = None,
    country: Country = None,
    outlet: Outlet = None,
    confidence: Confidence = 0.0,
    reports: Annotated[
        int, typer.Option(min=1, help="Only changes that so many reports of the day have.")
    ] = 1,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Show days on which reports disagree instead.")
    ] = False,
    atom: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them as an Atom feed instead.")
    ] = None,
    webhook: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Post those that were not posted there before as JSON instead."),
    ] = None,
    retries: Annotated[int, typer.Option(min=0, help="How often to post again what was not accepted.")] = 4,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="How long the webhook may take to answer.")
    ] = 10.0,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Show which stances became others, with the words of both; write them as a feed, post them."""
    from dragoman.cli.alerts import tell  # noqa: PLC0415
    from dragoman.ledger.display import change_lines, standing_lines  # noqa: PLC0415
    from dragoman.ledger.following import Asked  # noqa: PLC0415
    from dragoman.ledger.following import changes as changed  # noqa: PLC0415
    from dragoman.ledger.following import conflicts as disputed  # noqa: PLC0415

    if conflicts and (atom or webhook):
        raise typer.BadParameter("--conflicts are shown only: leave out --atom and --webhook")
    asked = Asked(holder, issue, counterpart, outlet, confidence, country)
    days = {"since": day(since), "until": day(until)}
    with opened(where) as ledger:
        if conflicts:
            days_at_odds = disputed(ledger, asked, **days)
            write([s.to_json() for s in days_at_odds], standing_lines(days_at_odds), as_json=json, as_csv=csv)
            return
        found = changed(ledger, asked, **days, least_reports=reports)
        if atom or webhook:
            tell(ledger, found, asked, atom=atom, webhook=webhook, retries=retries, timeout=timeout)
            return
    write([c.to_json() for c in found], change_lines(found), as_json=json, as_csv=csv)


def pledges(
    where: Where,
    *,
    since: Since = None,
    until: Until = None,
    holder: Holder = None,
    country: Country = None,
    outcome: Annotated[str | None, typer.Option(help="Only those kept, broken, or still open.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Show pledges and threats, and what later reports say became of them."""
    from dragoman.ledger.display import pledge_lines  # noqa: PLC0415
    from dragoman.ledger.pledges import Outcome  # noqa: PLC0415
    from dragoman.ledger.pledges import pledges as made  # noqa: PLC0415

    if outcome is not None and outcome not in list(Outcome):
        raise typer.BadParameter(f"--outcome {outcome}: give {', '.join(Outcome)}")
    wanted = Outcome(outcome) if outcome else None
    with opened(where) as ledger:
        found = made(
            ledger, holder=holder, since=day(since), until=day(until), outcome=wanted, country=country
        )
    write([p.to_json() for p in found], pledge_lines(found), as_json=json, as_csv=csv)


def timeline(
    where: Where,
    of: Annotated[str, typer.Argument(metavar="WHAT", help="A country, an actor, or an issue.")],
    *,
    since: Since = None,
    until: Until = None,
    limit: Limit = 200,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Show what is on record of a country, an actor or an issue, in order of time."""
    from dragoman.ledger.display import found_lines  # noqa: PLC0415
    from dragoman.ledger.finding import timeline as in_time  # noqa: PLC0415

    with opened(where) as ledger:
        found = in_time(ledger, of, since=day(since), until=day(until), limit=limit)
    write([f.to_json() for f in found.found], found_lines(found), as_json=json, as_csv=csv)


def write(
    rows: Iterable[Mapping[str, Any]], lines: Iterable[str], *, as_json: bool = False, as_csv: bool = False
) -> None:
    """Print answers in the form that is asked for.

    Args:
        rows: the answers by field. lines: the same for a person.
        as_json: as JSON, a line each. as_csv: as a table, what is nested by names with points.
    """
    if as_json:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
    elif as_csv:
        flat = [dict(_flat(row)) for row in rows]
        names = list(dict.fromkeys(name for row in flat for name in row))
        table = csv.DictWriter(sys.stdout, names, lineterminator="\n")
        table.writeheader()
        table.writerows(flat)
    else:
        for line in lines:
            typer.echo(line)


def _flat(row: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield (
                f"{before}{name}",
                json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value,
            )


def _quoted(words: Iterable[str]) -> Iterator[str]:
    """Arguments of several words as phrases."""
    for word in words:
        yield f'"{word}"' if " " in word and '"' not in word else word


def day(moment: dt.datetime | None) -> dt.date | None:
    """The day that an option gives, if it is given."""
    return moment.date() if moment else None


def opened(where: str) -> Ledger:
    """A ledger that is there."""
    from dragoman.ledger import Ledger  # noqa: PLC0415

    return Ledger.open(where, create=False)
