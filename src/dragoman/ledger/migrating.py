"""Making and upgrading the tables, by the migrations beside this module."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from dragoman.ledger.schema import metadata

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(connection: Connection, *, to: str = "head") -> None:
    """Bring the tables to the newest form, or make them.

    Args:
        connection: a connection in a transaction, which the migrations become part of.
        to: the migration to stop at.
    """
    scripts = ScriptDirectory(str(MIGRATIONS))

    def steps(at: Any, _: Any) -> Any:
        return scripts._upgrade_revs(to, at)

    with EnvironmentContext(Config(), scripts, fn=steps, destination_rev=to) as environment:
        environment.configure(connection=connection, target_metadata=metadata)
        environment.run_migrations()
