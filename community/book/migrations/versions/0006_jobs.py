"""Work to be done at a time has a table of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a book of the last version forward."""
    _jobs()


def _jobs() -> None:
    must = ("kind", "key", "state", "due", "asked_at")
    may = (
        *("action", "withdrawn_by", "again", "last_error", "failed_at"),
        *("lease", "leased_by", "leased_at", "lease_until", "started_at", "finished_at"),
    )
    op.create_table(
        "jobs",
        *(sa.Column(name, sa.Text(), nullable=False) for name in must),
        sa.Column("tries", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in may),
        sa.PrimaryKeyConstraint("kind", "key"),
    )
    op.create_index("jobs_action", "jobs", ["action"])
    op.create_index("jobs_due", "jobs", ["state", "due"])
