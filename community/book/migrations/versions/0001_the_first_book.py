"""The first book."""

import sqlalchemy as sa
from alembic import op

from community.book.migrations.record_steps import columns, make_records

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first book."""
    told = (*columns("id at by action table record_id field", filled=True), *columns("was now reason undoes conflict"))
    op.create_table("changes", *told, sa.PrimaryKeyConstraint("id"))
    op.create_index("changes_action", "changes", ["action"])
    op.create_index("changes_record", "changes", ["record_id", "at", "id"])
    for table, (names, sought) in _RECORDS.items():
        make_records(table, names, sought)
    told = (*columns("key table record_id hash", filled=True),)
    op.create_table("submissions", *told, sa.PrimaryKeyConstraint("key"))
    op.create_index("submissions_record", "submissions", ["record_id"])


_RECORDS = {
    "checks": ("volunteer_id kind level number seen_on seen_by renew_on", "volunteer_id"),
    "contacts": ("about with_whom way direction outcome words status", "about status"),
    "erasures": ("table_name record_id key_hash", ""),
    "help_requests": (
        "for_whom referrer_name referrer_telephone referrer_email referrer_who they_agree name telephone "
        "email reach_by text_only postcode address tasks details urgency slots languages access_needs "
        "who_again extra channel status flags hub resident_id closed_reason duplicate_of hold_until notes",
        "hub resident_id status",
    ),
    "matches": (
        "need_id volunteer_id status cost:int why seen_at rank:int released_at ended_reason",
        "need_id status volunteer_id",
    ),
    "needs": (
        "request_id resident_id task_type details urgency slots recurs people:int languages hub easting:real "
        "northing:real sector asked_at hold_until status closed_reason",
        "hub request_id resident_id status",
    ),
    "organisations": (
        "name website what_we_do commitments contact_name contact_role telephone email postcode may_sign "
        "extra status flags signed_on notes",
        "status",
    ),
    "pairs": ("resident_id volunteer_id since next_check", "resident_id volunteer_id"),
    "residents": (
        "name telephone email reach_by text_only postcode address languages access_needs extra hub "
        "easting:real northing:real sector prefers avoids notes",
        "hub",
    ),
    "visits": (
        "match_id need_id resident_id volunteer_id on minutes:int status",
        "need_id resident_id status volunteer_id",
    ),
    "volunteers": (
        "name telephone email postcode reach_by tasks slots how_many:int max_distance_km:real travel "
        "in_person languages over_18 guardian_name guardian_telephone guardian_consent takes_care about "
        "consent extra status flags hub easting:real northing:real sector inducted_on training avoids "
        "hold_until notes",
        "hub status",
    ),
}
"""The tables of records, each with its columns and those by which rows are looked up."""
