"""What the sync with the spreadsheet remembers"""

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What the sync with the spreadsheet remembers."""
    told = (*columns("tab id", filled=True), *columns("missing_since left_out"))
    op.create_table("sheet_read", *told, sa.PrimaryKeyConstraint("tab", "id"))
    told = (*columns("kind key", filled=True), *columns("value"))
    op.create_table("sheet_memory", *told, sa.PrimaryKeyConstraint("kind", "key"))
