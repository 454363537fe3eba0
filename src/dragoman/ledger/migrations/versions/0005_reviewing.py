"""What the machine read of a record that people edited, and what reviewers had before them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.columns import Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of reviews of before it is not known what was seen."""
    for table in ("statements", "events", "positions"):
        op.add_column(table, sa.Column("machine", sa.JSON()))
    op.add_column("reviews", sa.Column("seen", sa.JSON()))
    op.add_column("reviews", sa.Column("drawn", Words()))
