"""What real trouble showed: which columns may be searched by an index, and what had no place yet."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a book of the last version forward."""
    _no_index_on_free_text()
    _add_consent_and_levels()


def _add_consent_and_levels() -> None:
    """How somebody was asked, what they agreed to, and the check that one need asks for."""
    added = {
        "help_requests": ("agreed_how", "speaks_for", "health_consent", "consent_notes"),
        "volunteers": ("health_consent",),
        "needs": ("min_dbs",),
        "organisations": ("signs_charter",),
    }
    for table, columns in added.items():
        for name in (table, f"{table}_now"):
            with op.batch_alter_table(name) as batch:
                for column in columns:
                    batch.add_column(sa.Column(column, sa.Text(), nullable=True))


def _no_index_on_free_text() -> None:
    """What volunteers say about themselves is of any length; books made before this have an index on it."""
    op.drop_index("volunteers_now_about", table_name="volunteers_now", if_exists=True)
