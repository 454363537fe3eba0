"""The column types of a ledger."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Text, TypeDecorator, type_coerce

# What a database cannot hold in text: NUL, and halves of surrogate pairs. U+001A, the character named
# "substitute", stands for one with its code behind, and so has to be written with its own code too.
_UNHELD = re.compile("[\0\x1a\ud800-\udfff]")
_WRITTEN = re.compile("\x1a([0-9a-f]{4})")


class Words(TypeDecorator[str]):
    """Text that comes back as it was given, whatever its code points."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write what the database cannot hold by its code."""
        if value is None or not _UNHELD.search(value):
            return None if value is None else str(value)  # a member of an enumeration by its value
        return _UNHELD.sub(lambda found: f"\x1a{ord(found[0]):04x}", value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Bring back what was written by its code."""
        if value is None or "\x1a" not in value:
            return value
        return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), value)


def plain(column: ColumnElement[str]) -> ColumnElement[str]:
    """A column of ids or names of ours, which need no bringing back: many rows are read twice as fast."""
    return type_coerce(column, Text)


def now() -> str:
    """This moment as ledgers write it: ISO 8601 in UTC, to the millisecond ("2026-11-26T10:40:01.250Z")."""
    moment = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    return moment.replace("+00:00", "Z")
