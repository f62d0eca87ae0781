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
    _lines_taken_off_today()


def _lines_taken_off_today() -> None:
    """A call or note may take a line off Today until a day."""
    for table in ("contacts", "contacts_now"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("takes_off", sa.Text(), nullable=True))
            batch_op.add_column(sa.Column("until", sa.Text(), nullable=True))


def _no_index_on_free_text() -> None:
    """What volunteers say about themselves is of any length; books made before this have an index on it."""
    op.drop_index("volunteers_now_about", table_name="volunteers_now", if_exists=True)
