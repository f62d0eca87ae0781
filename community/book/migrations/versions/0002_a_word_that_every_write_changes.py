"""A word that every write changes"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A word that every write changes."""
    written = op.create_table("written", sa.Column("token", sa.Text(), nullable=False))
    op.bulk_insert(written, [{"token": "new"}])
