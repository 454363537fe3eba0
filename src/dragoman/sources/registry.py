"""What a format of reports is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from dragoman.article import Article
from dragoman.sources.errors import SourceError
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


@dataclass(frozen=True, slots=True)
class Item:
    """One report of a corpus.

    Args:
        known: what the corpus says of it, and what to call it in messages.
        identity: its id in the corpus.
        content: its text, or the bytes of its page.
        fields: what else the corpus says of it.
        coded: the JSON of the article, where it is coded already.
        fault: why it cannot be read.
        told: all that the corpus says of it, by which it is chosen.
    """

    known: Known
    identity: str | None = None
    content: str | bytes = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    coded: bytes | None = None
    fault: SourceError | None = None
    told: Mapping[str, Any] = field(default_factory=dict)

    def answers(self, name: str, wanted: Collection[str]) -> bool:
        """Whether a field has one of some values, or lists one; letters' case does not matter."""
        value = self.told.get(name, self.fields.get(name))
        values = value if isinstance(value, list) else [value]
        folded = {word.casefold() for word in wanted}
        return any(v is not None and str(v).casefold() in folded for v in values)


@dataclass(frozen=True, slots=True)
class Corpus:
    """One way in which many reports come as one file.

    Args:
        name: its short name.
        suffixes: how the names of its files end.
        knows: whether a file is in it, by its beginning and its name.
        read: its reports, given the file and what to call it; what cannot be read is an item with a fault.
    """

    name: str
    suffixes: tuple[str, ...]
    knows: Callable[[bytes, str], bool]
    read: Callable[[IO[bytes], str], Iterator[Item]]
