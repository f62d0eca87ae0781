"""What the matching counts"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TERMS = ("distance", "overlap", "continuity", "load", "rest")


def upgrade() -> None:
    """What the matching counts."""
    op.create_table(
        "weights",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=True),
        *(sa.Column(term, sa.BigInteger(), nullable=True) for term in TERMS),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("weights", schema=None) as batch_op:
        batch_op.create_index("weights_action", ["action"], unique=False)

    op.create_table(
        "weights_now",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("void", sa.Text(), nullable=True),
        *(sa.Column(term, sa.BigInteger(), nullable=True) for term in TERMS),
        sa.PrimaryKeyConstraint("id"),
    )
