"""What the sync with the spreadsheet remembers"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What the sync with the spreadsheet remembers."""
    op.create_table(
        "sheet_read",
        sa.Column("tab", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("missing_since", sa.Text(), nullable=True),
        sa.Column("left_out", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tab", "id"),
    )
    op.create_table(
        "sheet_memory",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "key"),
    )
