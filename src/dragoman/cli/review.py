"""`dragoman review`: people go over a ledger's records."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.ask import AsCsv, AsJson, Issue, Kind, Outlet, Since, Until, Where, day, opened, write
from dragoman.cli.errors import describe
from dragoman.cli.link import Note, Reviewer

if TYPE_CHECKING:
    from dragoman.coded import CodedArticle
    from dragoman.ledger import Ledger
    from dragoman.ledger.finding import Question
    from dragoman.ledger.reviewing import Disagreement, Kept

STANDARD = "-"
Ids = list[str] | None


def review(
    where: Where,
    *,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only this kind; may be given again.")] = None,
    issue: Issue = None,
    actor: Annotated[
        str | None, typer.Option(help="Who speaks, acts or holds: a code, a state, a name.")
    ] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    unsure: Annotated[bool, typer.Option("--unsure", help="Those of little confidence first.")] = False,
    random: Annotated[bool, typer.Option("--random", help="In random order.")] = False,
    seed: Annotated[int, typer.Option(help="Of the random order: the same gives the same.")] = 1,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="So many at most.")] = None,
    accept: Annotated[Ids, typer.Option(metavar="ID", help="Accept a record; may be given again.")] = None,
    reject: Annotated[Ids, typer.Option(metavar="ID", help="Reject a record; may be given again.")] = None,
    edit: Annotated[str | None, typer.Option(metavar="ID", help="Edit a record by --set.")] = None,
    values: Annotated[
        Ids,
        typer.Option("--set", metavar="FIELD=VALUE", help="For --edit; - for none; may be given again."),
    ] = None,
    undo: Annotated[
        Ids, typer.Option(metavar="ID", help="Undo the last decision on a record; may be given again.")
    ] = None,
    reviewer: Reviewer = None,
    note: Note = None,
    listed: Annotated[bool, typer.Option("--list", help="List decisions and disagreements.")] = False,
    export: Annotated[
        str | None, typer.Option("--export", metavar="FILE", help="Write all decisions as JSON lines.")
    ] = None,
    taken: Annotated[
        str | None, typer.Option("--import", metavar="FILE", help="Take over decisions from JSON lines.")
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", file_okay=False, help="Write reviewed articles as answer keys."),
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="With --gold: also articles that are not reviewed whole.")
    ] = False,
    precision: Annotated[
        bool, typer.Option("--precision", help="Show which share was accepted, with its interval.")
    ] = False,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Go over records one by one and accept, edit or reject them; list, carry and count what was decided."""
    named = {"accept": accept, "reject": reject, "edit": edit, "undo": undo}
    ways = {
        **named, "list": listed, "export": export, "import": taken, "gold": gold, "precision": precision,
    }  # fmt: skip
    chosen = [name for name, given in ways.items() if given]
    if len(chosen) > 1 and not set(chosen) <= {"accept", "reject", "undo"}:
        raise typer.BadParameter(f"--{' and --'.join(chosen)}: one at a time")
    if unsure and random:
        raise typer.BadParameter("--unsure and --random: one at a time")
    if bool(values) != bool(edit):
        raise typer.BadParameter("--edit ID and --set FIELD=VALUE go together")
    who = reviewer or getpass.getuser()
    with opened(where) as ledger:
        if listed:
            _list(ledger, as_json=json, as_csv=csv)
        elif export:
            _export(ledger, export)
        elif taken:
            _import(ledger, taken)
        elif gold:
            _gold(ledger, gold, partial=partial)
        elif precision:
            _precision(ledger, as_json=json)
        elif chosen:
            _decide(ledger, named, _set(values or ()), reviewer=who, note=note)
        else:
            from dragoman.ledger.finding import KINDS, Question  # noqa: PLC0415

            question = Question(
                kinds=tuple(kind or KINDS), actor=actor, issue=issue, since=day(since), until=day(until),
                outlet=outlet,
            )  # fmt: skip
            _by_keyboard(
                ledger, question, unsure=unsure, seed=seed if random else None, limit=limit, reviewer=who
            )


def _by_keyboard(
    ledger: Ledger, question: Question, *, unsure: bool, seed: int | None, limit: int | None, reviewer: str
) -> None:
    from dragoman.cli.review_keys import Session  # noqa: PLC0415
    from dragoman.ledger.pending import Order, Selection, pending  # noqa: PLC0415

    order = Order.UNSURE if unsure else Order.ARTICLE if seed is None else Order.RANDOM
    selection = Selection(question, order, seed or 1)
    waiting = pending(ledger, selection)
    if not waiting:
        typer.echo("Nothing waits for review.")
        return
    Session(ledger, waiting[:limit], reviewer, selection.drawn).run()


def _decide(
    ledger: Ledger, named: Mapping[str, Any], values: Mapping[str, str | None], **by: Any
) -> None:  # fmt: skip
    """Decide on the records that are named; one that cannot be leaves the others."""
    from dragoman.formats.labels import RecordNotFoundError  # noqa: PLC0415
    from dragoman.ledger import LedgerError, reviewing  # noqa: PLC0415

    failed = False
    for decision, given in named.items():
        for record in [given] if isinstance(given, str) else given or ():
            try:
                more = (values,) if decision == "edit" else ()
                made = getattr(reviewing, decision)(ledger, record, *more, **by)
            except (LedgerError, RecordNotFoundError) as error:
                typer.echo(f"dragoman: {describe(error)}", err=True)
                failed = True
            else:
                typer.echo(f"review {made.id}: {made.decision} {made.record}", err=True)
    if failed:
        raise typer.Exit(1)


def _set(values: Iterable[str]) -> dict[str, str | None]:
    """The new values that are given as FIELD=VALUE."""
    found: dict[str, str | None] = {}
    for value in values:
        name, sign, new = value.partition("=")
        if not sign:
            raise typer.BadParameter(f"--set {value}: write FIELD=VALUE")
        found[name.strip()] = None if new in {"", "-"} else new
    return found


def _list(ledger: Ledger, *, as_json: bool, as_csv: bool) -> None:
    from dragoman.ledger.reviewing import disagreements, reviews  # noqa: PLC0415

    known = reviews(ledger)
    rows = [{**asdict(k.review), "state": k.state, "stands": k.stands, "orphaned": k.orphaned} for k in known]
    write(rows, map(_told, known), as_json=as_json, as_csv=as_csv)
    _tell_disagreements(disagreements(ledger))


def _told(kept: Kept) -> str:
    """A decision in a line."""
    review = kept.review
    edit = f" {', '.join(review.edit)}" if review.edit else ""
    why = f": {review.note}" if review.note else ""
    return (
        f"{review.id}  {review.decision} {review.kind} {review.record}{edit}  "
        f"{review.reviewed[:10]} {review.reviewer}  {kept.state}{why}"
    )


def _tell_disagreements(several: Iterable[Disagreement]) -> None:
    for found in several:
        said = "; ".join(f"{r.reviewer}: {r.decision}" for r in found.reviews)
        typer.echo(f"dragoman: record {found.record}: reviewers disagree: {said}: the last stands", err=True)


def _export(ledger: Ledger, target: str) -> None:
    from dragoman.ledger.review_files import export_reviews  # noqa: PLC0415

    text = "".join(f"{line}\n" for line in export_reviews(ledger))
    if target == STANDARD:
        typer.echo(text, nl=False)
    else:
        Path(target).write_text(text, encoding="utf-8")


def _import(ledger: Ledger, source: str) -> None:
    from dragoman.ledger.review_files import import_reviews  # noqa: PLC0415
    from dragoman.ledger.reviewing import disagreements  # noqa: PLC0415

    text = sys.stdin.read() if source == STANDARD else Path(source).read_text(encoding="utf-8")
    before = {found.record for found in disagreements(ledger)}
    done = import_reviews(ledger, text.split("\n"), name=source)
    for fault in done.faults:
        typer.echo(f"dragoman: {fault}", err=True)
    _tell_disagreements(d for d in disagreements(ledger) if d.record not in before)
    typer.echo(f"{done.added} added, {done.known} were there already, {len(done.faults)} not taken", err=True)
    if done.faults:
        raise typer.Exit(1)


def _gold(ledger: Ledger, folder: Path, *, partial: bool) -> None:
    from dragoman.formats.registry import export  # noqa: PLC0415
    from dragoman.ledger.reviewed import reviewed_articles  # noqa: PLC0415

    waiting = written = 0

    def chosen() -> Iterator[CodedArticle]:
        nonlocal waiting, written
        for one in reviewed_articles(ledger):
            if one.waiting and not partial:
                waiting += 1
                continue
            written += 1
            yield one.coded

    for lost in export(chosen(), "gold", folder):
        typer.echo(f"dragoman: not carried over: {lost}", err=True)
    typer.echo(f"{folder}: {written} articles", err=True)
    if waiting:
        typer.echo(
            f"dragoman: {waiting} articles left out, as not all of their records are reviewed: review the "
            "others, or give --partial", err=True,
        )  # fmt: skip


def _precision(ledger: Ledger, *, as_json: bool) -> None:
    from dragoman.evaluation.precision import precision, precision_lines  # noqa: PLC0415
    from dragoman.ledger.reviewing import fold, reviews  # noqa: PLC0415

    found = precision(fold(kept.review for kept in reviews(ledger)).values())
    write([found.to_json()], precision_lines(found), as_json=as_json)
    if other := found.reviewed - found.at_random:
        typer.echo(
            f"dragoman: {other} of {found.reviewed} reviewed records were not drawn at random from all of "
            "their kind, so the shares are not those of the ledger: draw with --random",
            err=True,
        )
