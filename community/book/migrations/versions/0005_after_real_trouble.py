"""What real trouble showed: which columns may be searched by an index, and what had no place yet."""

import sqlalchemy as sa
from alembic import op

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
    added = {
        "help_requests": ("agreed_how", "speaks_for", "health_consent", "consent_notes"),
        "volunteers": ("health_consent",),
        "needs": ("min_dbs",),
        "organisations": ("signs_charter",),
    }
    for table, columns in added.items():
        for name in (table, f"{table}_now"):
            with op.batch_alter_table(name) as batch:
                for column in columns:
                    batch.add_column(sa.Column(column, sa.Text(), nullable=True))


def _keep_concerns_apart() -> None:
    told = (
        *("danger_now", "at_risk_name", "at_risk_reach", "what", "harm_by", "harm_by_name", "they_know"),
        *("reporter_name", "reporter_telephone", "reporter_email", "safe_to_ring", "when_safe"),
        *("named", "moved", "steps", "route", "status"),
    )

    def text(name: str, *, null: bool = True) -> sa.Column[str]:
        return sa.Column(name, sa.Text(), nullable=null)

    born = ("id", "at", "by")
    op.create_table(
        "concerns",
        *(text(name, null=False) for name in born),
        text("action"),
        *(text(name) for name in told),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("concerns_action", "concerns", ["action"])
    op.create_table(
        "concerns_now",
        *(text(name, null=False) for name in (*born, "changed_at")),
        text("void"),
        *(text(name) for name in told),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("concerns_now_status", "concerns_now", ["status"])
    op.create_table(
        "kept_apart",
        *(text(name, null=False) for name in ("concern_id", "table", "record_id")),
        sa.PrimaryKeyConstraint("concern_id", "table", "record_id"),
    )
    op.create_table(
        "concern_reads",
        *(text(name, null=False) for name in ("id", "concern_id", "at", "by")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("concern_reads_concern", "concern_reads", ["concern_id"])


def _lines_taken_off_today() -> None:
    """A call or note may take a line off Today until a day."""
    for table in ("contacts", "contacts_now"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("takes_off", sa.Text(), nullable=True))
            batch_op.add_column(sa.Column("until", sa.Text(), nullable=True))


def _no_index_on_free_text() -> None:
    """What volunteers say about themselves is of any length; books made before this have an index on it."""
    op.drop_index("volunteers_now_about", table_name="volunteers_now", if_exists=True)


def _remember_runs() -> None:
    """A clock that jumped years ahead is noticed by when the program last ran."""
    op.create_table(
        "program_memory",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
