"""Reading the knowledge files: YAML whose scalars all stay text, and tab-separated tables."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class KnowledgeError(ValueError):
    """A knowledge file that does not say what it should, with the file, the place and the remedy."""


def _text(name: str) -> str:
    return (files("dragoman.knowledge") / name).read_text(encoding="utf-8")


@cache
def load_yaml(name: str) -> Any:
    """A YAML knowledge file; every scalar is text (so that "no" and "on" stay words).

    Args:
        name: the file's name in `dragoman/knowledge`, "cues.yaml".

    Raises:
        KnowledgeError: it is not YAML; the message names the file and the line.
    """
    try:
        return yaml.load(_text(name), Loader=_Loader)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{name}: not YAML: {error}") from error


@cache
def load_table(name: str) -> tuple[dict[str, str], ...]:
    """A tab-separated knowledge table: comment lines with "#", a header row, then the rows.

    Args:
        name: the file's name in `dragoman/knowledge`, "countries.tsv".

    Raises:
        KnowledgeError: a row has more cells than the header; the message names the file and the line.
    """
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(_text(name).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) > len(header):
            raise KnowledgeError(f"{name}:{number}: {len(cells)} cells under {len(header)} headings")
        else:
            rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return tuple(rows)


ALL = "(all)"  # the row of what speaks for every case


@cache
def load_weights(name: str) -> tuple[float, dict[str, float]]:
    """The weights of a logistic regression: what all cases begin with, and what each trait adds.

    Args:
        name: the table's name in `dragoman/knowledge`, "odds/events.tsv": columns `trait` and `weight`.

    Raises:
        KnowledgeError: the table has a weight that is no number, or no row "(all)".
    """
    weights: dict[str, float] = {}
    for row in load_table(name):
        try:
            weights[row["trait"]] = float(row["weight"])
        except ValueError as error:
            raise KnowledgeError(f"{name}: {row['trait']}: {row['weight']!r} is no number") from error
    if ALL not in weights:
        raise KnowledgeError(f'{name}: add a row "{ALL}" with the log-odds of all records')
    return weights.pop(ALL), weights
