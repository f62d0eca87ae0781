"""What a row is: every table and column, defined once. The book, the forms, the sheet and the docs all read this."""

from functools import cache

from community.tables.column import Column, Keep, Table
from community.tables.directory_tables import (
    BOOKINGS,
    ENQUIRIES,
    ERASURES,
    OPPORTUNITIES,
    ORGANISATIONS,
    SERVICES,
    SESSIONS,
)
from community.tables.help_tables import CONTACTS, MATCHES, PAIRS, VISITS, WEIGHTS
from community.tables.incident_tables import ACCIDENTS, CONCERNS, DOOR_KEYS, SEALED
from community.tables.message_tables import CIRCULARS, COMPLAINTS, FEEDBACK, MESSAGES, SUBSCRIBERS
from community.tables.people_tables import CHECKS, RESIDENTS, VOLUNTEERS
from community.tables.request_tables import HELP_REQUESTS, NEEDS
from community.tables.support_tables import HOUSEHOLDS, LOANS, PAYMENTS, REFERRALS, SHIFTS

TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        *(VOLUNTEERS, CHECKS, HELP_REQUESTS, RESIDENTS, NEEDS, MATCHES, PAIRS, VISITS, CONTACTS, ORGANISATIONS, ERASURES, WEIGHTS, CONCERNS),
        *(SERVICES, OPPORTUNITIES, ENQUIRIES, SESSIONS, BOOKINGS, SUBSCRIBERS, REFERRALS, MESSAGES, SHIFTS, PAYMENTS, LOANS, FEEDBACK),
        *(COMPLAINTS, HOUSEHOLDS, DOOR_KEYS, ACCIDENTS, CIRCULARS),
    )
}


def table_of(record_id: str | None) -> str | None:
    """The table that an id belongs to, by its letter; None where there is no such table."""
    letter, dash, _ = (record_id or "").partition("-")
    return _with_letter(letter) if dash else None


@cache
def _with_letter(letter: str) -> str | None:
    return next((table.name for table in TABLES.values() if table.letter == letter), None)


__all__ = ["SEALED", "TABLES", "Column", "Keep", "Table", "canonical", "column", "duty_reasons", "flags", "ids", "job_kinds", "link_purposes", "list_codes", "listing_days", "make_row_types", "message_codes", "roles", "row", "row_types", "status_machines", "status_model", "statuses", "support_vocabulary", "table_of", "verbs", "vocabulary"]
