"""What real trouble showed: which columns may be searched by an index, and what had no place yet."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a book of the last version forward."""
