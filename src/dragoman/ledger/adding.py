"""Adding rows to a table, in the way of its database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import postgresql, sqlite


def add(
    connection: Connection, table: Table, new: Sequence[Mapping[str, Any]], *, ignore: bool = False
) -> None:
    """Add rows, if there are any.

    Args:
        connection: in a transaction. table: where. new: the rows.
        ignore: whether to leave rows as they are that are there.
    """
    if not new:
        return
    if ignore:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), new)
    else:
        connection.execute(insert(table), new)
