"""What a row is: every table and column, defined once. The book, the forms, the sheet and the docs all read this."""

from community.tables.asking import HELP_REQUESTS, NEEDS
from community.tables.column import Column, Keep, Table
from community.tables.helping import CONTACTS, MATCHES, PAIRS, VISITS, WEIGHTS
from community.tables.organisations import ERASURES, ORGANISATIONS
from community.tables.people import CHECKS, RESIDENTS, VOLUNTEERS
from community.tables.safeguarding import CONCERNS

TABLES: dict[str, Table] = {
    t.name: t
    for t in (VOLUNTEERS, CHECKS, HELP_REQUESTS, RESIDENTS, NEEDS, MATCHES, PAIRS, VISITS, CONTACTS, ORGANISATIONS, ERASURES, WEIGHTS, CONCERNS)
}

__all__ = ["TABLES", "Column", "Keep", "Table"]
