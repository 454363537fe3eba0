"""What exports write, for tests."""

from __future__ import annotations

import io

from dragoman.coded import CodedArticle
from dragoman.formats.exporting import Options
from dragoman.formats.losses import Losses
from dragoman.formats.registry import export
from dragoman.records import Location

LIMA = Location("Lima", "PER", -12.05, -77.04, 3936456)


def written(name: str, *articles: CodedArticle, options: Options | None = None) -> tuple[str, Losses]:
    """What an export of one file writes, and its losses."""
    out = io.BytesIO()
    losses = export(articles, name, out, options)
    return out.getvalue().decode(), losses
