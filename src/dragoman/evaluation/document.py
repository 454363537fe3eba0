"""Keeping the figures in a document true: blocks between markers, each with the measurement that fills it.

A block begins with a comment that names the measurement and its data, and ends with another:

    <!-- figures: records gold/reports -->
    | … |
    <!-- end of figures -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dragoman.coder import Coder
from dragoman.evaluation import plover, polnear
from dragoman.evaluation.attribution import score_attributions
from dragoman.evaluation.figures import Scores
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.places import score_places
from dragoman.evaluation.predictions import predict
from dragoman.evaluation.records import score_records
from dragoman.evaluation.times import score_times
from dragoman.language import Reader

_BLOCK = re.compile(
    r"(?P<head><!-- figures: (?P<kind>[a-z]+) (?P<data>\S+) -->\n).*?(?P<end><!-- end of figures -->)",
    re.DOTALL,
)


class DocumentError(ValueError):
    """A document whose blocks name no measurement, with the block and the remedy."""


def _records(path: Path, reader: Reader) -> Scores:
    articles = load_gold(path)
    return score_records(articles, {answers.id: answers for answers in predict(articles, Coder(reader))})


def _attribution(path: Path, reader: Reader) -> Scores:
    texts = polnear.load_polnear(path, "dev")
    return score_attributions(texts, dict(polnear.predict_attributions(texts, reader)))


def _events(path: Path, reader: Reader) -> Scores:
    sentences = plover.load_sentences(path)
    return plover.score_events(sentences, dict(plover.predict_events(sentences, Coder(reader))))


def _times(path: Path, reader: Reader) -> Scores:
    return score_times(sorted(path.rglob("*.tml")), reader)


MEASUREMENTS: Mapping[str, Callable[[Path, Reader], Scores]] = {
    "records": _records,
    "attribution": _attribution,
    "events": _events,
    "times": _times,
    "places": score_places,
}


def updated(text: str, folders: list[Path], reader: Reader) -> tuple[str, list[str]]:
    """A document with its blocks filled anew, and the data that was not found.

    Args:
        text: the document, Markdown.
        folders: where data may lie, the first that has it counts; blocks without data stay as they are.
        reader: the reader to measure with.

    Raises:
        DocumentError: a block names no measurement.
    """
    missing: list[str] = []

    def fill(block: re.Match[str]) -> str:
        kind, data = block["kind"], block["data"]
        if kind not in MEASUREMENTS:
            raise DocumentError(f"figures: {kind} {data}: write one of {', '.join(MEASUREMENTS)} there")
        path = next((folder / data for folder in folders if (folder / data).exists()), None)
        if path is None:
            missing.append(data)
            return block[0]
        return f"{block['head']}\n{markdown(MEASUREMENTS[kind](path, reader))}\n{block['end']}"

    return _BLOCK.sub(fill, text), missing


def markdown(scores: Scores) -> str:
    """Scores as Markdown tables."""
    return "\n".join([*_figures(scores), *_accuracies(scores)])


def _figures(scores: Scores) -> Iterator[str]:
    if scores.figures:
        yield "| | P | R | F1 | hits | gold | predicted |\n|---|--:|--:|--:|--:|--:|--:|"
    for f in scores.figures:
        yield (
            f"| {f.name} | {f.precision:.3f} | {f.recall:.3f} | **{f.f1:.3f}** "
            f"| {f.hits:,} | {f.gold:,} | {f.predicted:,} |"
        )
    if scores.figures:
        yield ""


def _accuracies(scores: Scores) -> Iterator[str]:
    if scores.accuracies:
        yield "| | share | right | of |\n|---|--:|--:|--:|"
    for a in scores.accuracies:
        yield f"| {a.name} | **{a.share:.3f}** | {a.right:,} | {a.of:,} |"
    if scores.accuracies:
        yield ""
