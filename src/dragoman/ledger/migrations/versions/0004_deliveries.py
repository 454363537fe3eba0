"""What was told to whom: the changes that webhooks have accepted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.columns import Words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "deliveries",
        sa.Column("target", Words(), nullable=False),
        sa.Column("change", Words(), nullable=False),
        sa.Column("delivered", Words(), nullable=False),
        sa.PrimaryKeyConstraint("target", "change", name="deliveries_key"),
    )
