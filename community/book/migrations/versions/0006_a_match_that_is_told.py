"""What a match that is told needs: messages, releases, safe ways to be in touch; and tables beside it."""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_RECORDS: Mapping[str, str] = {
    "services": (
        "name kind what times cost access website public_telephone public_email place languages postcode "
        "contact_name telephone email extra organisation_id hub status flags checked_on notes"
    ),
    "opportunities": (
        "name what place times slots min_age min_dbs expenses support ends_on contact_name telephone email "
        "postcode extra organisation_id hub status flags checked_on notes"
    ),
    "enquiries": (
        "name telephone email postcode words consent extra opportunity_id volunteer_id hub status flags "
        "introduced_on placed_on notes"
    ),
    "sessions": ("name kind what starts_at minutes place online places gives cost led_by joining hub status notes"),
    "bookings": ("name telephone email access_needs extra session_id volunteer_id hub status flags passed_on result"),
    "subscribers": ("name email topics status confirmed_at left_at"),
    "referrals": (
        "kind direction resident_id request_id service_id service what agreed pence_asked pence_given given_by "
        "hub status chase_on outcome"
    ),
    "messages": ("about to_whom kind way status not_before answer_by sent_at problem"),
    "shifts": ("rota starts_at minutes place volunteer_id covered_by hub status"),
    "payments": ("kind on what pence miles volunteer_id resident_id visit_id hub status receipt_seen_on settled_on"),
    "loans": ("what lent_on back_by resident_id handed_by hub status back_on"),
    "feedback": ("words score may_publish about from_whom as_printed status"),
    "complaints": ("kind name telephone email words wants harm about stage answer status acknowledged_on answer_by"),
    "households": (
        "list_name name telephone postcode address why lawful_basis delete_by hub status tried tried_at resident_id"
    ),
}
"""The new tables of records, with their columns."""
_ADDED: Mapping[str, str] = {
    "volunteers": (
        "not_safe safe_when say_instead stopped unreached protected_address emergency_name emergency_telephone "
        "died_on moved_on"
    ),
    "residents": (
        "not_safe safe_when say_instead stopped unreached protected_address door_word hazards emergency_name "
        "emergency_telephone died_on moved_on"
    ),
    "matches": ("answer_by first_on first_part resident_told_at proved_at"),
    "visits": ("miles worried"),
}
"""What tables that were there before gain."""
_WHOLE = frozenset(
    {
        "min_age",
        "minutes",
        "places",
        "result",
        "pence_asked",
        "pence_given",
        "pence",
        "score",
        "stage",
        "tried",
    }
)
_NUMBERS = frozenset({"miles"})
_SOUGHT = ("status", "hub", "need_id", "request_id", "resident_id", "volunteer_id", "about", "to_whom", "session_id")


def upgrade() -> None:
    """Bring a book of the last version forward."""
    _jobs()
    for table, columns in _RECORDS.items():
        _make(table, columns.split())
    for table, columns in _ADDED.items():
        for name in (table, f"{table}_now"):
            with op.batch_alter_table(name) as batch:
                for column in columns.split():
                    batch.add_column(_column(column))
    op.create_table(
        "reads",
        *(_text(name) for name in ("id", "record_id", "what", "at", "by")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reads_record", "reads", ["record_id"])
    op.create_table("equality", *(_text(name) for name in ("month", "question", "answer")))


def _jobs() -> None:
    must = ("kind", "key", "state", "due", "asked_at")
    may = (
        *("action", "withdrawn_by", "again", "last_error", "failed_at"),
        *("lease", "leased_by", "leased_at", "lease_until", "started_at", "finished_at"),
    )
    op.create_table(
        "jobs",
        *(sa.Column(name, sa.Text(), nullable=False) for name in must),
        sa.Column("tries", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in may),
        sa.PrimaryKeyConstraint("kind", "key"),
    )
    op.create_index("jobs_action", "jobs", ["action"])
    op.create_index("jobs_due", "jobs", ["state", "due"])


def _make(table: str, columns: list[str]) -> None:
    born = ("id", "at", "by")
    told = [_column(name) for name in columns]
    op.create_table(table, *map(_text, born), sa.Column("action", sa.Text()), *told, sa.PrimaryKeyConstraint("id"))
    op.create_index(f"{table}_action", table, ["action"])
    told = [_column(name) for name in columns]
    now = (*map(_text, (*born, "changed_at")), sa.Column("void", sa.Text()))
    op.create_table(f"{table}_now", *now, *told, sa.PrimaryKeyConstraint("id"))
    for name in _SOUGHT:
        if name in columns:
            op.create_index(f"{table}_now_{name}", f"{table}_now", [name])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _column(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger() if name in _WHOLE else sa.Double() if name in _NUMBERS else sa.Text())
