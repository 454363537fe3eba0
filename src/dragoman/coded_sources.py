"""Where coded articles come from: the one place that opens a source of them, whatever it is.

A source is a ledger, a file of JSON lines that `dragoman read --json` wrote, an answer key or a folder of
them, or a report to be read and coded now. Articles are given one by one, so that a source may be larger than
the memory.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.coded import CodedArticle
from dragoman.formats.losses import Losses

STDIN = "-"
_JSON_LINES = b'{"format": "dragoman'
_SERVER = re.compile(r"postgres(ql)?(\+\w+)?://")


def coded_articles(
    source: str,
    losses: Losses,
    told: Callable[[str], None],
    *,
    model: str | None = None,
    as_read: bool = False,
) -> Iterator[CodedArticle]:
    """The coded articles of a source, one by one.

    Args:
        source: a path, a PostgreSQL URL, or "-" for JSON lines from standard input.
        losses: where to tell what the source cannot give.
        told: what to do with the message of a line that cannot be read; the others are read.
        model: a spaCy pipeline's name, for reports.
        as_read: whether a ledger's records are wanted as the machine read them, and not as people let them
            stand.

    Raises:
        OSError: the file cannot be read.
        SourceError: the report cannot be read.
        GoldError: the answer key does not fit its text.
        LedgerError: the ledger cannot be opened.
    """
    if source == STDIN:
        yield from _lines(sys.stdin.buffer, "standard input", told)
    elif is_ledger(source):
        yield from _kept(source, as_read=as_read)
    elif Path(source).is_dir() or source.endswith((".yaml", ".yml")):
        yield from _keys(Path(source), losses)
    elif _beginning(source).startswith(_JSON_LINES):
        with Path(source).open("rb") as file:
            yield from _lines(file, source, told)
    else:
        import dragoman  # noqa: PLC0415 - the language model is loaded for reports alone

        yield dragoman.code(source, model=model)


def is_ledger(source: str) -> bool:
    """Whether a source is a ledger: a PostgreSQL URL, or a file that is a database.

    Args:
        source: a path or a URL. A file is not opened to see what it is (see `holds_database`).
    """
    from dragoman.ledger.database import holds_database  # noqa: PLC0415

    if _SERVER.match(source):
        return True
    file = Path(source)
    return file.is_file() and file.stat().st_size > 0 and holds_database(file)


def _beginning(source: str) -> bytes:
    """The first bytes of a file."""
    with Path(source).open("rb") as file:
        return file.read(len(_JSON_LINES))


def _kept(where: str, *, as_read: bool) -> Iterator[CodedArticle]:
    from dragoman.ledger import Ledger  # noqa: PLC0415
    from dragoman.ledger.reviewed import standing_articles  # noqa: PLC0415

    with Ledger.open(where, create=False) as ledger:
        yield from ledger if as_read else standing_articles(ledger)


def _lines(file: BinaryIO, name: str, told: Callable[[str], None]) -> Iterator[CodedArticle]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            yield CodedArticle.from_json(line)
        except ValueError as error:
            told(f"{name}:{number}: {error}")


def _keys(path: Path, losses: Losses) -> Iterator[CodedArticle]:
    from dragoman.evaluation.gold import load_gold, read_gold  # noqa: PLC0415
    from dragoman.evaluation.gold_records import coded_gold  # noqa: PLC0415

    for gold in load_gold(path) if path.is_dir() else [read_gold(path)]:
        yield coded_gold(gold, losses)
