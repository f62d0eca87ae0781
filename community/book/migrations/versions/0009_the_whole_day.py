"""What the director's whole day needs: what is written to many at once."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from community.book.touched_rows import statements

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_RECORDS: Mapping[str, str] = {
    "circulars": "subject words chosen left_out hub",
}
"""The new tables of records, with their columns."""
_SOUGHT: Mapping[str, str] = {"circulars": "hub"}
"""The columns by which they are sought."""
_ADDED: Mapping[str, str] = {}
"""What tables that were there before gain."""
_WHOLE_NUMBERS = frozenset({"left_out"})


def upgrade() -> None:
    """Bring a book of the last version forward."""
    for table, columns in _RECORDS.items():
        _make(table, columns.split())
        for statement in statements(op.get_bind().dialect.name, f"{table}_now", table):
            op.execute(sa.text(statement.replace(":", r"\:")))
    for table, columns in _ADDED.items():
        for name in (table, f"{table}_now"):
            with op.batch_alter_table(name) as batch:
                for column in columns.split():
                    batch.add_column(_told(column))


def _make(table: str, columns: list[str]) -> None:
    born = ("id", "at", "by")
    told = [_told(name) for name in columns]
    op.create_table(table, *map(_text, born), sa.Column("action", sa.Text()), *told, sa.PrimaryKeyConstraint("id"))
    op.create_index(f"{table}_action", table, ["action"])
    told = [_told(name) for name in columns]
    now = (*map(_text, (*born, "changed_at")), sa.Column("void", sa.Text()))
    op.create_table(f"{table}_now", *now, *told, sa.PrimaryKeyConstraint("id"))
    for name in _SOUGHT[table].split():
        op.create_index(f"{table}_now_{name}", f"{table}_now", [name])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _told(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger() if name in _WHOLE_NUMBERS else sa.Text(), nullable=True)
