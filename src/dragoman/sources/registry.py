"""What a format of reports is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.article import Article
from dragoman.sources.known import Known


@dataclass(frozen=True, slots=True)
class Format:
    """One way in which a report comes as a file.

    Args:
        name: its short name.
        knows: whether a file's bytes are in it, by a look at their beginning.
        read: the report of a file's bytes, given what is known of it; it raises `SourceError`.
    """

    name: str
    knows: Callable[[bytes], bool]
    read: Callable[[bytes, Known], Article]
