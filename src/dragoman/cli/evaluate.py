"""`dragoman evaluate`: measure the coder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import track

from dragoman.cli import judging

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.evaluation.figures import Scores
    from dragoman.evaluation.mistakes import Mistake

app = typer.Typer(name="evaluate", no_args_is_help=True, pretty_exceptions_enable=False)

FILE_WIDTH = 120
CHECK_FAILED = 3  # exit code

_T = TypeVar("_T")
Predictions = Annotated[
    Path | None, typer.Option(dir_okay=False, help="Also write the predictions to this JSONL file.")
]
Scored = Annotated[
    Path | None,
    typer.Option(
        "--score", exists=True, dir_okay=False, help="Score this JSONL file instead of running the coder."
    ),
]
Errors = Annotated[int, typer.Option(min=0, help="Print so many mistakes of every group.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]


app.command()(judging.sample)
app.command()(judging.tally)
app.command()(judging.uncovered)


@app.callback()
def evaluate() -> None:
    """Measure what the coder finds against gold records and public benchmarks."""


@app.command()
def records(
    gold_dir: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder of keys and texts.")],
    predictions: Predictions = None,
    scored: Scored = None,
    errors: Errors = 0,
    *,
    by_confidence: Annotated[
        bool, typer.Option("--reliability", help="Also print how often records of a confidence are right.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Score statements, events and positions against gold records."""
    from dragoman.evaluation.gold import load_gold  # noqa: PLC0415
    from dragoman.evaluation.mistakes import find_mistakes  # noqa: PLC0415
    from dragoman.evaluation.predictions import predict, read_predictions, write_predictions  # noqa: PLC0415
    from dragoman.evaluation.records import score_records  # noqa: PLC0415

    articles = load_gold(gold_dir)
    if scored:
        found = read_predictions(scored)
    else:
        found = {answers.id: answers for answers in _shown(predict(articles, _coder()), len(articles))}
    if predictions:
        write_predictions(predictions, found.values())
    title = f"{gold_dir}: {len(articles)} articles"
    mistakes = find_mistakes(articles, found) if errors else []
    _report(title, score_records(articles, found), mistakes, errors=errors, as_json=as_json)
    if by_confidence and not as_json:
        from dragoman.evaluation.reliability import reliability  # noqa: PLC0415
        from dragoman.evaluation.tables import print_reliability  # noqa: PLC0415

        print_reliability(Console(width=FILE_WIDTH), reliability(articles, found))


@app.command()
def attribution(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="The PolNeAR corpus.")],
    split: Annotated[str, typer.Option(help="train, dev or test.")] = "dev",
    predictions: Predictions = None,
    scored: Scored = None,
    errors: Errors = 0,
    *,
    as_json: AsJson = False,
) -> None:
    """Score source, cue and content of attributions against the PolNeAR corpus."""
    from dragoman.evaluation import polnear  # noqa: PLC0415
    from dragoman.evaluation.attribution import find_mistakes, score_attributions  # noqa: PLC0415
    from dragoman.language import Reader  # noqa: PLC0415

    texts = polnear.load_polnear(folder, split)
    if scored:
        found = polnear.read_attributions(scored)
    else:
        found = dict(_shown(polnear.predict_attributions(texts, Reader()), len(texts)))
    if predictions:
        polnear.write_attributions(predictions, found)
    title = f"PolNeAR {split}: {len(texts)} texts"
    mistakes = find_mistakes(texts, found) if errors else []
    _report(title, score_attributions(texts, found), mistakes, errors=errors, as_json=as_json)


@app.command()
def events(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Sentences with their event.")],
    predictions: Predictions = None,
    scored: Scored = None,
    errors: Errors = 0,
    *,
    by_type: Annotated[bool, typer.Option("--by-type", help="Also print the figures of every type.")] = False,
    as_json: AsJson = False,
) -> None:
    """Score event types, sources and targets against sentences with one PLOVER event each."""
    from dragoman.evaluation import plover  # noqa: PLC0415

    sentences = plover.load_sentences(file)
    if scored:
        found = plover.read_events(scored)
    else:
        found = dict(_shown(plover.predict_events(sentences, _coder()), len(sentences)))
    if predictions:
        plover.write_events(predictions, found)
    title = f"{file.name}: {len(sentences)} sentences"
    mistakes = plover.find_mistakes(sentences, found) if errors else []
    _report(title, plover.score_events(sentences, found), mistakes, errors=errors, as_json=as_json)
    if by_type and not as_json:
        _report("by type", plover.score_types(sentences, found), [], errors=0, as_json=False)


@app.command()
def times(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder of TimeML files.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Score expressions of time against TimeML annotations."""
    from dragoman.evaluation.polnear import CorpusError  # noqa: PLC0415
    from dragoman.evaluation.times import score_times  # noqa: PLC0415
    from dragoman.language import Reader  # noqa: PLC0415

    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise CorpusError(f"{folder}: no *.tml files here or below; name the folder that holds them")
    scores = score_times(paths, Reader())
    _report(f"{folder}: {len(paths)} files", scores, [], errors=0, as_json=as_json)


@app.command()
def places(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="LGL or GeoVirus XML.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Score place names: found, in the right country, near the right point."""
    from dragoman.evaluation.places import score_places  # noqa: PLC0415
    from dragoman.language import Reader  # noqa: PLC0415

    reader = Reader()
    for file in files:
        _report(file.name, score_places(file, reader), [], errors=0, as_json=as_json)


@app.command()
def actors(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Noun phrases with their actor.")],
    predictions: Predictions = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Score the country and sector of noun phrases."""
    from dragoman.evaluation.actors import predict_actors, score_actors  # noqa: PLC0415
    from dragoman.evaluation.jsonl import read_rows, write_rows  # noqa: PLC0415

    found = list(predict_actors(file))
    if predictions:
        write_rows(predictions, found)
    shares = score_actors(read_rows(file, dict, '{"id", "needs", "expect"}'), found)
    if as_json:
        typer.echo(json.dumps(shares, indent=1))
        return
    for name, share in shares.items():
        typer.echo(f"{name:16} {share:.3f}")


@app.command()
def check(
    gold_dir: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder of keys and texts.")],
) -> None:
    """Check that gold keys fit their texts; every fault is told with its place and remedy."""
    from dragoman.evaluation.gold import GoldError, load_gold  # noqa: PLC0415

    try:
        articles = load_gold(gold_dir)
    except GoldError as error:
        for fault in error.faults:
            typer.echo(fault, err=True)
        raise typer.Exit(CHECK_FAILED) from error
    for a in articles:
        counts = (len(a.answers.statements), len(a.answers.events), len(a.answers.positions))
        typer.echo(f"{a.id}: {counts[0]} statements, {counts[1]} events, {counts[2]} positions")


@app.command()
def floors(
    gold_dir: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Folder of keys and texts.")
    ] = Path("gold/reports"),
    floors_file: Annotated[Path, typer.Option("--floors", dir_okay=False, help="The floors file.")] = Path(
        "gold/floors.json"
    ),
    *,
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to what is measured.")] = False,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="With --update: lower floors too.")
    ] = False,
) -> None:
    """Fail with exit code 3 if a figure on the gold set is below its floor."""
    from dragoman.evaluation import floors as gate  # noqa: PLC0415

    if update:
        written = gate.update_floors(floors_file, gold_dir, _coder(), allow_lower=allow_lower)
        typer.echo(f"{floors_file}: {len(written.values)} floors")
        return
    try:
        fallen = gate.check_floors(floors_file, gold_dir, _coder())
    except gate.FloorsError as error:
        typer.echo(error, err=True)
        raise typer.Exit(CHECK_FAILED) from error
    for fall in fallen:
        typer.echo(f"{fall.name}: {fall.value} is below the floor of {fall.floor}", err=True)
    if fallen:
        raise typer.Exit(CHECK_FAILED)
    typer.echo(f"{gold_dir}: no figure is below its floor")


@app.command()
def document(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A Markdown document.")] = Path(
        "docs/quality.md"
    ),
    data: Annotated[
        list[Path] | None, typer.Option(file_okay=False, help="Where benchmarks lie; may be given again.")
    ] = None,
) -> None:
    """Measure anew what a document's figures say, and write them into it."""
    from dragoman.evaluation.document import updated  # noqa: PLC0415
    from dragoman.language import Reader  # noqa: PLC0415

    text, missing = updated(file.read_text(encoding="utf-8"), [Path(), *(data or [])], Reader())
    file.write_text(text, encoding="utf-8")
    for name in missing:
        typer.echo(
            f"{file}: {name} is not there, its figures stay as they were; name its folder with --data",
            err=True,
        )


def _coder() -> Coder:
    from dragoman.coder import shared_coder  # noqa: PLC0415

    return shared_coder()


def _shown(work: Iterable[_T], total: int) -> Iterable[_T]:
    """The items as they come, with a progress bar on standard error."""
    return track(work, "coding", total, console=Console(stderr=True), transient=True)


def _report(title: str, scores: Scores, mistakes: Iterable[Mistake], *, errors: int, as_json: bool) -> None:
    from dragoman.evaluation.tables import print_mistakes, print_scores  # noqa: PLC0415

    if as_json:
        typer.echo(json.dumps(scores.to_json(), ensure_ascii=False, indent=1))
        return
    # files and pipes have no width to fit
    console = Console(width=None if sys.stdout.isatty() else FILE_WIDTH)
    if errors:
        print_mistakes(console, mistakes, each=errors)
    print_scores(console, title, scores)


if __name__ == "__main__":
    app()
