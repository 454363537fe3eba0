"""Reports that were found, in files, folders and corpora, and are not yet read."""

from __future__ import annotations

import glob
import gzip
import io
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from dragoman.article import Article
from dragoman.sources import jsonl
from dragoman.sources.errors import SourceError, UnreadableError
from dragoman.sources.known import Known
from dragoman.sources.loading import load, read_bytes
from dragoman.sources.plain import article_of
from dragoman.sources.registry import Corpus, Item

# The formats of files with many reports, in the order in which they are tried; other files are one report.
# A new format is one module with its `CORPUS`, and its line here.
CORPORA: tuple[Corpus, ...] = (jsonl.CORPUS,)

# What is looked at in a folder; a saved page brings scripts, styles and pictures along that are no reports.
SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
_PACKED = b"\x1f\x8b"
_HEAD = 8192  # bytes that tell a format


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was found and is not yet read.

    Args:
        known: what is known of it, and what to call it in messages.
        identity: what stays when its text is corrected: its id in a corpus, or its path.
        content: its text, the bytes of its page, or the path of its file.
        fields: what else its corpus says of it.
        coded: the JSON of the article, where it is coded already.
        fault: why it cannot be read, where that is known already.
    """

    known: Known
    identity: str | None = None
    content: str | bytes | Path = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    coded: bytes | None = None
    fault: SourceError | None = None

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return self.known.name

    def read(self) -> Article:
        """The report as an article.

        Raises:
            SourceError: it cannot be read; the message names the input, the place and the remedy.
        """
        if self.fault is not None:
            raise self.fault
        if isinstance(self.content, str):
            return article_of(self.content, self.known)
        known = self.known
        return load(
            _unpacked(self.content), name=known.name, title=known.title, outlet=known.outlet,
            published=known.published, language=known.language, url=known.url,
        )  # fmt: skip


@dataclass(slots=True)
class Found:
    """The reports of some sources, found one by one.

    Args:
        sources: paths of files and folders, patterns ("reports/*.html"), "-" for standard input.
        known: what is known of all of them; it goes before what they say.
        where: what the fields of a corpus must be: for each name, the values that will do.
        limit: the most reports to find; None for all.
        passed_over: how many files of folders are of no kind that is read, by the ends of their names.
    """

    sources: Iterable[str | Path]
    known: Known = field(default_factory=lambda: Known(""))
    where: Mapping[str, Collection[str]] = field(default_factory=dict)
    limit: int | None = None
    passed_over: dict[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Report]:
        left = self.limit
        for source in self.sources:
            for path in self._files(source):
                for report in self._reports(path):
                    if left == 0:
                        return
                    yield report
                    left = left if left is None else left - 1

    def count(self) -> int | None:
        """How many there are, so that progress can be shown; None if standard input is among them."""
        if any(str(source) == "-" for source in self.sources):
            return None
        return sum(1 for _ in replace(self, passed_over={}))

    def _files(self, source: str | Path) -> Iterator[Path | str]:
        path = Path(source)
        if str(source) == "-":
            yield "-"
        elif path.is_dir():
            yield from self._below(path)
        elif not path.exists() and glob.has_magic(str(source)):
            found = sorted(glob.glob(str(source), recursive=True))  # noqa: PTH207 - an absolute pattern too
            yield from map(Path, found or [str(source)])
        else:
            yield path

    def _below(self, folder: Path) -> Iterator[Path]:
        for path in sorted(folder.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if hidden or not path.is_file():
                continue
            plain = path.with_suffix("") if path.suffix == ".gz" else path
            if plain.suffix.lower() in SUFFIXES | {s for corpus in CORPORA for s in corpus.suffixes}:
                yield path
            else:
                self.passed_over[plain.suffix] = self.passed_over.get(plain.suffix, 0) + 1

    def _reports(self, path: Path | str) -> Iterator[Report]:
        name = "standard input" if path == "-" else str(path)
        known = replace(self.known, name=name)
        try:
            with _opened(path) as stream:
                head = stream.peek(_HEAD)[:_HEAD]
                corpus = next((c for c in CORPORA if c.knows(head, name.removesuffix(".gz"))), None)
                if corpus is not None:
                    yield from self._items(corpus, stream, known)
                elif not self.where:  # a single report has no fields to choose it by
                    content = stream.read() if path == "-" else Path(path)
                    identity = None if path == "-" else str(Path(path).resolve())
                    yield Report(known, identity, content)
        except SourceError as error:
            yield Report(known, fault=error)
        except (OSError, EOFError, gzip.BadGzipFile) as error:
            yield Report(known, fault=_fault(name, error))

    def _items(self, corpus: Corpus, stream: IO[bytes], known: Known) -> Iterator[Report]:
        for item in corpus.read(stream, known.name):
            unknown = item.fault is not None and not item.told  # it is told, whatever it may have been
            if unknown or all(item.answers(name, wanted) for name, wanted in self.where.items()):
                yield _report(item, known)


def _report(item: Item, known: Known) -> Report:
    """A report of a corpus; what is known from outside goes before what the corpus says."""
    said = item.known
    together = Known(
        said.name, known.title or said.title, known.outlet or said.outlet, known.published or said.published,
        known.language or said.language, known.url or said.url,
    )  # fmt: skip
    return Report(together, item.identity, item.content, item.fields, item.coded, item.fault)


@contextmanager
def _opened(path: Path | str) -> Iterator[io.BufferedReader]:
    """A file or standard input, unpacked."""
    with ExitStack() as stack:
        stream: Any
        if path == "-":
            stream = io.BufferedReader(sys.stdin.buffer)
            stack.callback(stream.detach)
        else:
            stream = stack.enter_context(Path(path).open("rb"))
        if stream.peek(2)[:2] == _PACKED:
            stream = stack.enter_context(
                io.BufferedReader(stack.enter_context(gzip.GzipFile(fileobj=stream)))
            )
        yield stream


def _unpacked(content: bytes | Path) -> bytes:
    data = read_bytes(content) if isinstance(content, Path) else content
    return gzip.decompress(data) if data[:2] == _PACKED else data


def _fault(name: str, error: Exception) -> UnreadableError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError(f"{name}: no such file: check the path")
    reason = getattr(error, "strerror", None) or error
    return UnreadableError(f"{name}: cannot be read ({reason}): check the file and its rights")
