"""The PolNeAR corpus of attributions: its texts, its brat annotations, and predictions for it.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News" (LREC 2018).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman import statements
from dragoman.article import Article
from dragoman.evaluation.answers import AnswerError, Pieces
from dragoman.evaluation.articles import plain_article
from dragoman.evaluation.jsonl import read_rows, write_rows
from dragoman.evaluation.predictions import pieces_of
from dragoman.formats.losses import Losses
from dragoman.formats.standoff import parse
from dragoman.language import Reader
from dragoman.statements import find_attributions

_ANNOTATION_NAME = re.compile(r"(.*)_([0-9a-f]{4})\.ann")
_DATED = re.compile(r"_(\d{4}-\d{2}-\d{2})_")


class CorpusError(ValueError):
    """A corpus that is not laid out as expected, with the place and the remedy."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words, thoughts or feelings, attributed: content, cue and source in pieces."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class AttributedText:
    """A text and its gold attributions.

    Args:
        name: the text's file name without its ending.
        text: the text, line ends untouched.
        published: the day in the file name, None if there is none.
        attributions: those of the alphabetically first annotator.
    """

    name: str
    text: str
    published: dt.date | None
    attributions: tuple[Attribution, ...]


def load_polnear(folder: Path, split: str) -> list[AttributedText]:
    """The texts of a split with their gold attributions, in order of their names.

    Args:
        folder: the corpus, a folder with `data/SPLIT/text` and `data/SPLIT/attributions`.
        split: "train", "dev" or "test".

    Raises:
        CorpusError: the split is not there.
    """
    root = folder / "data" / split
    if not (root / "attributions").is_dir():
        raise CorpusError(f"{root}: no folder 'attributions' here; name the folder that holds 'data/{split}'")
    first: dict[str, Path] = {}
    for path in sorted((root / "attributions").iterdir()):
        if match := _ANNOTATION_NAME.fullmatch(path.name):
            first.setdefault(match[1], path)
    return [_attributed_text(root / "text" / f"{name}.txt", path) for name, path in first.items()]


def _attributed_text(text_path: Path, annotation_path: Path) -> AttributedText:
    dated = _DATED.search(text_path.name)
    published = dt.date.fromisoformat(dated[1]) if dated else None
    text = _read_raw(text_path)
    attributions = tuple(_read_brat(_read_raw(annotation_path), text))
    return AttributedText(text_path.stem, text, published, attributions)


def _read_raw(path: Path) -> str:
    """A file's text with its line ends as they are, because offsets count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _read_brat(annotations: str, text: str) -> Iterator[Attribution]:
    """Attributions of a brat file; those without content have nothing to be found and are left out."""
    standoff = parse(annotations, Article(text, ()), Losses())
    for event in standoff.events.values():
        roles: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
        for role, name in event.arguments:
            if role.lower() in roles and name in standoff.words:
                roles[role.lower()].extend(pieces_of(standoff.words[name].pieces))
        if roles["content"]:
            yield Attribution(*(tuple(sorted(roles[role])) for role in ("source", "cue", "content")))


def predict_attributions(
    texts: Iterable[AttributedText], reader: Reader
) -> Iterator[tuple[str, tuple[Attribution, ...]]]:
    """The attributions found, by name of the text, one text after the other.

    The corpus annotates every source, media too, and headlines and repetitions like any other sentence, but
    no attribution within the content of another: so what is measured are the outermost attributions by
    words alone, and the headline is read as body.

    Args:
        texts: the texts; their gold is not looked at.
        reader: the reader to measure with.
    """
    golds = list(texts)
    articles = (plain_article(gold.text, published=gold.published) for gold in golds)
    for gold, reading in zip(golds, reader.read_all(articles), strict=True):
        yield gold.name, tuple(_attribution(a) for a in find_attributions(reading, nested=False))


def _attribution(found: statements.Attribution) -> Attribution:
    source = pieces_of([found.source]) if found.source else ()
    return Attribution(source, pieces_of(found.cue), pieces_of(found.content))


def write_attributions(path: Path, predictions: Mapping[str, Iterable[Attribution]]) -> None:
    """Attributions as JSON lines: {"doc", "attributions": [{"source", "cue", "content"}]} for each text."""
    write_rows(
        path,
        (
            {
                "doc": name,
                "attributions": [
                    {"source": a.source, "cue": a.cue, "content": a.content} for a in attributions
                ],
            }
            for name, attributions in predictions.items()
        ),
    )


def read_attributions(path: Path) -> dict[str, tuple[Attribution, ...]]:
    """Attributions by name of the text from a file of JSON lines.

    Raises:
        AnswerError: a line is not in the format, or a text comes twice.
    """
    found: dict[str, tuple[Attribution, ...]] = {}

    def read(row: Mapping[str, Any]) -> None:
        if row["doc"] in found:
            raise AnswerError(f"{row['doc']} comes twice; keep one line for each text")
        found[row["doc"]] = tuple(_from_row(a) for a in row["attributions"])

    form = '{"doc", "attributions": [{"source", "cue", "content"}]} with spans [[start, end], …]'
    for _ in read_rows(path, read, form):
        pass
    return found


def _from_row(row: Mapping[str, list[list[int]]]) -> Attribution:
    pieces = (
        tuple((start, end) for start, end in row.get(role) or ()) for role in ("source", "cue", "content")
    )
    return Attribution(*pieces)
