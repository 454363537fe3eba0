"""What belongs together across reports, beside each record, so that lists and counts need no joins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.columns import Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INDEXES = (
    ("articles", ("id", "outlet", "origin")),
    ("statements", ("occurrence",)),
    ("events", ("occurrence",)),
    ("positions", ("occurrence",)),
    ("positions", ("holder_side", "issue", "counterpart_side", "day")),
)


def upgrade() -> None:
    """Add the columns; positions of before name their sides by code, or by the name that the report has."""
    op.add_column("articles", sa.Column("origin", Words()))
    for table in ("statements", "events", "positions"):
        op.add_column(table, sa.Column("occurrence", Words()))
    for role in ("holder", "counterpart"):
        op.add_column("positions", sa.Column(f"{role}_side", Words()))
        op.execute(f"UPDATE positions SET {role}_side = coalesce({role}_country, {role})")
    for table, columns in INDEXES:
        op.create_index(f"{table}_by_{'_'.join(columns)}", table, list(columns))
