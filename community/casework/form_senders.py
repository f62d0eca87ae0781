"""Whoever sent a form: where they said that they may be reached, for as long as nobody has answered them.

Somebody who asks for another person is written to at their own address, never at that person's.
"""

from typing import Any

from community.book import Reader
from community.casework.visibility import row_type_of
from community.identity import certain_email, certain_number_for_texts, email_addresses, phone_numbers
from community.tables.canonical import split
from community.tables.flags import Flag
from community.tables.row_types import HelpRequestRow, ResidentRow, VolunteerRow
from community.tables.statuses import RequestStatus, VolunteerStatus
from community.tables.vocabulary import Channel, ForWhom, ReachBy

FormRow = HelpRequestRow | VolunteerRow
_UNANSWERED = frozenset({RequestStatus.NEW, VolunteerStatus.APPLIED})
_BY_A_PROGRAM = frozenset({Flag.HONEYPOT, Flag.TOO_FAST, Flag.TOO_MANY})
"""Flags of forms that a program may have sent: nothing is written to addresses that it gave."""


def unanswered(reader: Reader, reference: str) -> FormRow | None:
    """The form that came from our website under this reference; None once it is answered, or if a program sent it."""
    row = reader.get(row_type_of(reference), reference)
    if not isinstance(row, HelpRequestRow | VolunteerRow) or row.status not in _UNANSWERED:
        return None
    if row.by != Channel.WEB or _BY_A_PROGRAM & set(split(row.flags)):
        return None
    return row


def address_given(reader: Reader, form: FormRow, way: ReachBy) -> str | None:
    """The one address or number that whoever sent this form gave in it; None where none is certain.

    What somebody here corrected since counts for nothing: it did not come from whoever sent the form.
    """
    came = reader.received(form.table, form.id)
    if not isinstance(came, HelpRequestRow | VolunteerRow):
        return None
    telephone, email = came.telephone, came.email
    if isinstance(came, HelpRequestRow) and came.for_whom == ForWhom.SOMEBODY_ELSE:
        telephone, email = came.referrer_telephone, came.referrer_email
    if way == ReachBy.TEXT:
        return certain_number_for_texts(telephone)
    return certain_email(email) if way == ReachBy.EMAIL else None


def is_spared(reader: Reader, way: ReachBy, to: str) -> bool:
    """Whether this is the address of somebody on record who stopped such messages, or for whom they are not safe."""
    at = mailbox(to)

    def wants_none(c: Any) -> list[Any]:
        return [c.stopped.contains(way) | c.unreached.contains(way) | c.not_safe.contains(way)]

    residents, volunteers = reader.rows(ResidentRow, wants_none), reader.rows(VolunteerRow, wants_none)
    everybody: list[ResidentRow | VolunteerRow] = [*residents, *volunteers]
    return any(at in _reached_at(person) for person in everybody)


def _reached_at(person: ResidentRow | VolunteerRow) -> set[str]:
    numbers = {number.form for number in phone_numbers(person.telephone)}
    return numbers | {mailbox(each) for each in email_addresses(person.email)}


def mailbox(to: str) -> str:
    """The mailbox of an address: what stands behind a plus before the @ leads to the same one. Of a number, itself."""
    name, at, host = to.partition("@")
    return name.partition("+")[0] + at + host if at else to
