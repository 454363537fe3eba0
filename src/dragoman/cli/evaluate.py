"""`dragoman evaluate`: measure the coder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import track

if TYPE_CHECKING:
    from dragoman.evaluation.answers import Answers
    from dragoman.evaluation.gold import GoldArticle

app = typer.Typer(
    name="evaluate",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

AsJson = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]
Predictions = Annotated[
    Path | None, typer.Option(dir_okay=False, help="Also write the predictions to this JSONL file.")
]


@app.callback()
def evaluate() -> None:
    """Measure what the coder finds against gold records and public benchmarks."""


def _coded(articles: list[GoldArticle]) -> dict[str, Answers]:
    from dragoman.coder import Coder  # noqa: PLC0415
    from dragoman.evaluation.predictions import predict  # noqa: PLC0415

    progress = track(predict(articles, Coder()), "coding", len(articles), console=Console(stderr=True))
    return {answers.id: answers for answers in progress}


@app.command()
def records(
    gold_dir: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Folder of gold keys and texts.")
    ],
    predictions: Predictions = None,
    score: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Score this JSONL file instead of running the coder."),
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="Print so many mistakes of every group.")] = 0,
    *,
    as_json: AsJson = False,
) -> None:
    """Score statements, events and positions against gold records."""
    from dragoman.evaluation import gold, mistakes, tables  # noqa: PLC0415
    from dragoman.evaluation import predictions as files  # noqa: PLC0415
    from dragoman.evaluation.records import score_records  # noqa: PLC0415

    articles = gold.load_gold(gold_dir)
    found = files.read_predictions(score) if score else _coded(articles)
    if predictions:
        files.write_predictions(predictions, found.values())
    scores = score_records(articles, found)
    if as_json:
        typer.echo(json.dumps(scores.to_json(), ensure_ascii=False, indent=1))
        return
    console = Console()
    if errors:
        tables.print_mistakes(console, mistakes.find_mistakes(articles, found), each=errors)
    tables.print_scores(console, f"{gold_dir}: {len(articles)} articles", scores)


if __name__ == "__main__":
    app()
