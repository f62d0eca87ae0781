"""Where a message to somebody goes: one address or number of their current row, and only if it is certain."""

from community.identity import certain_email, certain_number_for_texts
from community.tables.row_types import ResidentRow, VolunteerRow
from community.tables.vocabulary import ReachBy


def address_of(person: VolunteerRow | ResidentRow, way: ReachBy) -> str | None:
    """The first address or number that is certain; None where a person has to find out."""
    if way == ReachBy.TEXT:
        return certain_number_for_texts(person.telephone)
    return certain_email(person.email) if way == ReachBy.EMAIL else None
