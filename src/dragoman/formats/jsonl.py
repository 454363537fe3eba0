"""Dragoman's own JSON, one line an article: the only form without loss."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from dragoman.formats.exporting import Coded, Lines, Options
from dragoman.formats.json import dumps
from dragoman.formats.losses import Losses


def write(coded: Iterable[Coded], out: BinaryIO, options: Options, losses: Losses) -> None:
    """Articles and their records as JSON lines; nothing is chosen and nothing lost."""
    lines = Lines(out, losses)
    for one in coded:
        lines.line(dumps(one.article, one.records))
