"""What the matching counts"""

from community.book.migrations.record_steps import make_records

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What the matching counts."""
    make_records("weights", "distance:int overlap:int continuity:int load:int rest:int")
