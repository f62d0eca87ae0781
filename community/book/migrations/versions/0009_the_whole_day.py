"""What the director's whole day needs: what is written to many at once, and what is odd in a complaint."""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import add_columns, make_records
from community.book.touched_rows import statements

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_RECORDS: Mapping[str, str] = {
    "circulars": "subject words chosen left_out:int hub",
}
"""The new tables of records, with their columns: see `record_steps`."""
_SOUGHT: Mapping[str, str] = {"circulars": "hub"}
"""The columns by which they are sought."""
_ADDED: Mapping[str, str] = {"complaints": "flags"}
"""What tables that were there before gain."""


def upgrade() -> None:
    """Bring a book of the last version forward."""
    for table, names in _RECORDS.items():
        make_records(table, names, _SOUGHT[table])
        for statement in statements(op.get_bind().dialect.name, f"{table}_now", table):
            op.execute(sa.text(statement.replace(":", r"\:")))
    add_columns(_ADDED)
