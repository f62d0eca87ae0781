"""Equality answers that wait, what a listed household became, flags of readers, and of which offer a loan is."""

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import add_columns, columns

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


_OFFER_IN_WORDS = """
    UPDATE loans SET service_id = substr(what, length(what) - 13, 13)
    WHERE what LIKE '%(S-____-____-_)'
    AND EXISTS (SELECT 1 FROM services WHERE services.id = substr(loans.what, length(loans.what) - 13, 13))
"""
"""Until now the offer stood at the end of the words, in brackets."""


def upgrade() -> None:
    """Bring a book of the last version forward. The column that gets another name is written in invented towns only."""
    op.create_table(
        "equality_waiting",
        *columns("month question answer key", filled=True),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.drop_index("households_now_resident_id", "households_now")
    for table in ("households", "households_now"):
        op.alter_column(table, "resident_id", new_column_name="joined_as")
    op.create_index("households_now_joined_as", "households_now", ["joined_as"])
    op.execute("""UPDATE changes SET field = 'joined_as' WHERE "table" = 'households' AND field = 'resident_id'""")
    add_columns({"subscribers": "flags", "loans": "service_id"})
    op.execute(_OFFER_IN_WORDS)
    op.execute("UPDATE loans_now SET service_id = (SELECT service_id FROM loans WHERE loans.id = loans_now.id)")
