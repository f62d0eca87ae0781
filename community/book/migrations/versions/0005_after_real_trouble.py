"""What real trouble showed: which columns may be searched by an index, and what had no place yet."""

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import add_columns, columns, make_records

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a book of the last version forward."""
    _no_index_on_free_text()
    _remember_runs()
    _keep_concerns_apart()
    _lines_taken_off_today()
    _add_consent_and_levels()


def _add_consent_and_levels() -> None:
    """How somebody was asked, what they agreed to, and the check that one need asks for."""
    add_columns(
        {
            "help_requests": "agreed_how speaks_for health_consent consent_notes",
            "volunteers": "health_consent",
            "needs": "min_dbs",
            "organisations": "signs_charter",
        }
    )


def _keep_concerns_apart() -> None:
    told = (
        "danger_now at_risk_name at_risk_reach what harm_by harm_by_name they_know reporter_name reporter_telephone "
        "reporter_email safe_to_ring when_safe named moved steps route status"
    )
    make_records("concerns", told, "status")
    key = ("concern_id", "table", "record_id")
    op.create_table("kept_apart", *columns(" ".join(key), filled=True), sa.PrimaryKeyConstraint(*key))
    op.create_table("concern_reads", *columns("id concern_id at by", filled=True), sa.PrimaryKeyConstraint("id"))
    op.create_index("concern_reads_concern", "concern_reads", ["concern_id"])


def _lines_taken_off_today() -> None:
    """A call or note may take a line off Today until a day."""
    add_columns({"contacts": "takes_off until"})


def _no_index_on_free_text() -> None:
    """What volunteers say about themselves is of any length; books made before this have an index on it."""
    op.drop_index("volunteers_now_about", table_name="volunteers_now", if_exists=True)


def _remember_runs() -> None:
    """A clock that jumped years ahead is noticed by when the program last ran."""
    op.create_table("program_memory", *columns("name value", filled=True), sa.PrimaryKeyConstraint("name"))
