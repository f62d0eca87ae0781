"""What real trouble showed: which columns may be searched by an index, and what had no place yet."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a book of the last version forward."""
    _no_index_on_free_text()


def _no_index_on_free_text() -> None:
    """What volunteers say about themselves is of any length; books made before this have an index on it."""
    op.drop_index("volunteers_now_about", table_name="volunteers_now", if_exists=True)
