"""What happens in a life: keys, accidents, times away, who is at risk, who lives with whom, covers and planned ends."""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from community.book.touched_rows import statements

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_RECORDS: Mapping[str, str] = {
    "door_keys": "resident_id kind label kept_at code agreed held_by status back_on",
    "accidents": ("kind happened_on hurt_id what looked_after insurer_told_on insurer_reference outcome hub status"),
}
"""The new tables of records, with their columns."""
_SOUGHT: Mapping[str, str] = {"door_keys": "resident_id status", "accidents": "hub status"}
"""The columns by which they are sought."""
_ADDED: Mapping[str, str] = {
    "residents": (
        "away_at away_until animals at_risk_in talks_through interpreter limits lives_with cares_for staff "
        "organisation_id"
    ),
    "volunteers": "kin_of support_needs buddy_id",
    "pairs": "ends_on cover_id",
    "referrals": "acknowledged_by acknowledged_on",
}
"""What tables that were there before gain."""


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
                    batch.add_column(sa.Column(column, sa.Text(), nullable=True))


def _make(table: str, columns: list[str]) -> None:
    born = ("id", "at", "by")
    told = [sa.Column(name, sa.Text()) for name in columns]
    op.create_table(table, *map(_text, born), sa.Column("action", sa.Text()), *told, sa.PrimaryKeyConstraint("id"))
    op.create_index(f"{table}_action", table, ["action"])
    told = [sa.Column(name, sa.Text()) for name in columns]
    now = (*map(_text, (*born, "changed_at")), sa.Column("void", sa.Text()))
    op.create_table(f"{table}_now", *now, *told, sa.PrimaryKeyConstraint("id"))
    for name in _SOUGHT[table].split():
        op.create_index(f"{table}_now_{name}", f"{table}_now", [name])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
