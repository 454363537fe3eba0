"""`dragoman evaluate sample`, `tally` and `uncovered`: precision by hand, and what frames leave out."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track


class Kind(StrEnum):
    """What may be drawn."""

    STATEMENT = "statement"
    EVENT = "event"
    POSITION = "position"


def sample(
    corpus: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="Reports as JSON lines, .gz or not.")
    ],
    sheet: Annotated[Path, typer.Argument(dir_okay=False, help="The CSV file to write and to fill in.")],
    of: Annotated[Kind, typer.Option(help="What to draw.")] = Kind.STATEMENT,
    count: Annotated[int, typer.Option(min=1, help="How many records.")] = 150,
    *,
    reports: Annotated[int, typer.Option(min=1, help="Out of how many reports.")] = 200,
    seed: Annotated[int, typer.Option(help="Of the random numbers: the same draws the same.")] = 1,
    unjudged: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Pass over reports with verdicts in this folder."),
    ] = None,
) -> None:
    """Draw records at random from real reports, for a reader to judge."""
    from dragoman.coder import shared_coder  # noqa: PLC0415
    from dragoman.evaluation import sampling  # noqa: PLC0415

    known = sampling.judged_reports(unjudged) if unjudged else frozenset()
    chosen = sampling.choose_reports(corpus, count=reports, seed=seed, without=known)
    if not chosen:
        raise typer.BadParameter(f"all reports of {corpus} have verdicts in {unjudged}")
    names, articles = zip(*chosen, strict=True)
    console = Console(stderr=True)
    coded = track(shared_coder().code_all(articles), "coding", len(articles), console=console, transient=True)
    drawn = sampling.draw(zip(names, coded, strict=True), of=of, count=count, seed=seed)
    sampling.write_sheet(sheet, drawn)
    typer.echo(f"{sheet}: {len(drawn)} of kind {of}; fill in verdict (right or wrong) and cause", err=True)


def tally(
    sheet: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A filled sheet.")],
    keep: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Also write the verdicts here, without words.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the tally as JSON.")] = False,
) -> None:
    """Count the verdicts of a sheet: the share that is right, its interval, the causes of the wrong ones."""
    from dragoman.evaluation import sampling  # noqa: PLC0415

    rows = sampling.read_verdicts(sheet)
    result = sampling.tally(rows, name=str(sheet))
    if keep:
        sampling.keep_verdicts(keep, rows)
    if as_json:
        typer.echo(json.dumps(result.to_json(), ensure_ascii=False, indent=1))
        return
    interval = f"{result.low:.1%} to {result.high:.1%}"
    typer.echo(f"right: {result.right} of {result.judged}, {result.share:.1%} (95 % interval {interval})")
    for cause, times in result.causes:
        typer.echo(f"{times:4}  {cause}")


def uncovered(
    corpora: Annotated[
        list[Path], typer.Argument(exists=True, dir_okay=False, help="Reports as JSON lines, .gz or not.")
    ],
    *,
    reports: Annotated[int, typer.Option(min=1, help="How many reports of each file.")] = 200,
    seed: Annotated[int, typer.Option(help="Of the random numbers: the same draws the same.")] = 1,
    top: Annotated[int, typer.Option(min=1, help="How many words of each kind.")] = 40,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one word a line.")] = False,
) -> None:
    """List the frequent verbs and nouns of a corpus that no event frame covers."""
    from dragoman.evaluation import sampling  # noqa: PLC0415
    from dragoman.evaluation.uncovered import uncovered as find  # noqa: PLC0415
    from dragoman.events.patterns import Kind as Part  # noqa: PLC0415
    from dragoman.language import Reader  # noqa: PLC0415

    articles = [
        article for c in corpora for _, article in sampling.choose_reports(c, count=reports, seed=seed)
    ]
    readings = track(
        Reader().read_all(articles), "reading", len(articles), console=Console(stderr=True), transient=True
    )
    words = find(readings)
    for part in (Part.VERB, Part.NOUN):
        shown = [w for w in words if w.kind is part][:top]
        if as_json:
            for word in shown:
                typer.echo(json.dumps(word.to_json(), ensure_ascii=False))
            continue
        typer.echo(f"{part.value + 's':24} {'between parties':>15} {'by a party':>11} {'in all':>7}")
        for word in shown:
            typer.echo(f"{word.lemma:24} {word.dyads:15} {word.acting:11} {word.times:7}")
