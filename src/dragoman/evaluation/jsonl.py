"""Files of JSON lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from dragoman.evaluation.answers import AnswerError

_T = TypeVar("_T")


def read_rows(path: Path, read: Callable[[Mapping[str, Any]], _T], form: str) -> Iterator[_T]:
    """What the lines of a file hold, one by one; empty lines are passed over.

    Args:
        path: the file.
        read: makes of a line's object what is wanted; it may raise any of the errors of wrong data.
        form: how a line should look, for messages.

    Raises:
        AnswerError: a line is not in the form; the message names the file, the line and the form.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise TypeError("not an object")
                yield read(row)
            except AnswerError as error:
                raise AnswerError(f"{path}:{number}: {error}") from error
            except (ValueError, LookupError, TypeError, AttributeError) as error:
                raise AnswerError(f"{path}:{number}: {error!r}; a line should be {form}") from error


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write objects as the lines of a file."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
