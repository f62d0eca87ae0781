"""Rounds of calls and leaflets, Street Champions, packed parcels, and whose leave to erase was asked for."""

from collections.abc import Mapping

from alembic import op

from community.book.migrations.record_steps import add_columns

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ADDED: Mapping[str, str] = {
    "households": "round_way caller volunteer_id leaflet_on",
    "volunteers": "champion_of",
    "matches": "packed_for",
    "complaints": "erase_asked_at erase_asked_by",
}
"""What tables that were there before gain."""


def upgrade() -> None:
    """Bring a book of the last version forward."""
    add_columns(_ADDED)
    op.create_index("households_now_volunteer_id", "households_now", ["volunteer_id"])
