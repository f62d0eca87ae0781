"""What a match that is told needs: messages, releases, safe ways to be in touch; and tables beside it."""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import add_columns, columns, make_records

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
        "name what place times slots min_age:int min_dbs expenses support ends_on contact_name telephone email "
        "postcode extra organisation_id hub status flags checked_on notes"
    ),
    "enquiries": (
        "name telephone email postcode words consent extra opportunity_id volunteer_id hub status flags "
        "introduced_on placed_on notes"
    ),
    "sessions": (
        "name kind what starts_at minutes:int place online places:int gives cost led_by joining hub status notes"
    ),
    "bookings": (
        "name telephone email access_needs extra session_id volunteer_id hub status flags passed_on result:int"
    ),
    "subscribers": ("name email topics status confirmed_at left_at"),
    "referrals": (
        "kind direction resident_id request_id service_id service what agreed pence_asked:int pence_given:int given_by "
        "hub status chase_on outcome"
    ),
    "messages": ("about to_whom kind way status not_before answer_by sent_at problem"),
    "shifts": ("rota starts_at minutes:int place volunteer_id covered_by hub status"),
    "payments": (
        "kind on what pence:int miles:real volunteer_id resident_id visit_id hub status receipt_seen_on settled_on"
    ),
    "loans": ("what lent_on back_by resident_id handed_by hub status back_on"),
    "feedback": ("words score:int may_publish about from_whom as_printed status"),
    "complaints": (
        "kind name telephone email words wants harm about stage:int answer status acknowledged_on answer_by"
    ),
    "households": (
        "list_name name telephone postcode address why lawful_basis delete_by hub status tried:int tried_at resident_id"
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
    "visits": ("miles:real worried"),
}
"""What tables that were there before gain."""
_SOUGHT = ("status", "hub", "need_id", "request_id", "resident_id", "volunteer_id", "about", "to_whom", "session_id")


def upgrade() -> None:
    """Bring a book of the last version forward."""
    _jobs()
    for table, names in _RECORDS.items():
        make_records(table, names, " ".join(name for name in _SOUGHT if name in names.split()))
    add_columns(_ADDED)
    op.create_table("reads", *columns("id record_id what at by", filled=True), sa.PrimaryKeyConstraint("id"))
    op.create_index("reads_record", "reads", ["record_id"])
    op.create_table("equality", *columns("month question answer", filled=True))


def _jobs() -> None:
    may = "action withdrawn_by again last_error failed_at lease leased_by leased_at lease_until started_at finished_at"
    op.create_table(
        "jobs",
        *columns("kind key state due asked_at", filled=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        *columns(may),
        sa.PrimaryKeyConstraint("kind", "key"),
    )
    op.create_index("jobs_action", "jobs", ["action"])
    op.create_index("jobs_due", "jobs", ["state", "due"])
