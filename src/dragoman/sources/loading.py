"""Loading: a file, standard input or bytes become an article, whatever their format."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import IO, Any

from dragoman.article import Article
from dragoman.sources import html, text
from dragoman.sources.errors import TooLongError, UnreadableError
from dragoman.sources.known import Known, as_day
from dragoman.sources.registry import Format

# The formats in the order in which they are tried; plain text, the last, takes what is left.
# A new format is one module with its `FORMAT`, and its line here.
FORMATS: tuple[Format, ...] = (html.FORMAT, text.FORMAT)

LARGEST = 64 * 1024 * 1024  # bytes: no report is larger


def load(
    source: str | Path | bytes | IO[Any],
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | str | None = None,
    language: str | None = None,
    url: str | None = None,
    name: str | None = None,
) -> Article:
    """The article of a file.

    Args:
        source: the path of a file, "-" for standard input, a file's bytes, or an open file.
        title: its headline.
        outlet: who published it.
        published: the day of publication, a date or "YYYY-MM-DD".
        language: its language, if it need not be found out.
        url: where it was published.
        name: what to call it in messages.

    Raises:
        SourceError: it cannot be read; the message names the input, the place and the remedy.
    """
    data, found = _bytes_of(source)
    name = name or found
    known = Known(name, title, outlet, as_day(published, name=name), language, url)
    return next(form for form in FORMATS if form.knows(data)).read(data, known)


def _bytes_of(source: str | Path | bytes | IO[Any]) -> tuple[bytes, str]:
    """A source's bytes and its name for messages."""
    if isinstance(source, bytes):
        return _bounded(source, "bytes")
    if source == "-":
        return _bounded(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    if isinstance(source, str | Path):
        return _bounded(read_bytes(source), str(source))
    name = str(getattr(source, "name", "open file"))
    data = source.read(LARGEST + 1)
    return _bounded(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else bytes(data), name)


def _bounded(data: bytes, name: str) -> tuple[bytes, str]:
    if len(data) > LARGEST:
        raise TooLongError(f"{name}: more than {LARGEST:,} bytes: give one report a file")
    return data, name


def read_bytes(source: str | Path) -> bytes:
    """The bytes of a file, one more than the largest report has at most.

    Raises:
        UnreadableError: it is not there, is a folder or must not be opened.
    """
    shown = str(source) if len(str(source)) <= 200 else f"{str(source)[:200]}…"
    try:
        with Path(source).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        remedy = "check the path; text itself goes to dragoman.sources.from_text"
        raise UnreadableError(f"{shown}: no such file: {remedy}") from None
    except IsADirectoryError:
        raise UnreadableError(f"{shown}: a folder: give the path of one file in it") from None
    except PermissionError:
        raise UnreadableError(f"{shown}: no permission to read it: check the file's rights") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableError(
            f"{shown}: cannot be read ({reason}): give the path of a file; "
            "text itself goes to dragoman.sources.from_text"
        ) from error
