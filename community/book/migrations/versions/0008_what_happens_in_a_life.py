"""What happens in a life: keys, accidents, times away, who is at risk, who lives with whom, covers and planned ends."""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import add_columns, make_records
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
    for table, names in _RECORDS.items():
        make_records(table, names, _SOUGHT[table])
        for statement in statements(op.get_bind().dialect.name, f"{table}_now", table):
            op.execute(sa.text(statement.replace(":", r"\:")))
    add_columns(_ADDED)
