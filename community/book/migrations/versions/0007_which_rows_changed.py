"""Which rows changed, in the order of commits; and what having waited counts in the matching."""

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import add_columns
from community.book.touched_rows import statements, upkeep

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_RECORDS = (
    "volunteers checks help_requests residents needs matches pairs visits contacts organisations erasures weights "
    "concerns services opportunities enquiries sessions bookings subscribers referrals messages shifts payments loans "
    "feedback complaints households"
)


def upgrade() -> None:
    """Bring a book of the last version forward."""
    add_columns({"weights": "waiting:int"})
    op.create_index("contacts_now_with_whom", "contacts_now", ["with_whom"])
    touched = op.create_table(
        "touched",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("table", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sqlite_autoincrement=True,
    )
    dialect = op.get_bind().dialect.name
    making = upkeep(dialect)
    for name in _RECORDS.split():
        making += statements(dialect, f"{name}_now", name)
    making += statements(dialect, "changes", "changes")
    making += statements(dialect, "kept_apart", "kept_apart", "record_id")
    for statement in making:
        op.execute(sa.text(statement.replace(":", r"\:")))
    # The list is never empty, so that every position has a mark.
    random = "random()" if dialect == "sqlite" else "(random() * 9e18)\\:\\:bigint"
    op.execute(touched.insert().values(table="", id="", mark=sa.text(random)))
