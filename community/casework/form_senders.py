"""Whoever sent a form: where they said that they may be reached, for as long as nobody has answered them.

Somebody who asks for another person is written to at their own address, never at that person's.
"""

from community.book import Reader, Where
from community.casework.visibility import row_type_of
from community.identity import certain_email, certain_number_for_texts, email_addresses, phone_numbers
from community.tables.canonical import split
from community.tables.flags import Flag
from community.tables.row_types import HelpRequestRow, MessageRow, ResidentRow, RowWithFlags, VolunteerRow
from community.tables.statuses import RequestStatus, VolunteerStatus
from community.tables.vocabulary import Channel, ForWhom, ReachBy
from community.wording import wording

FormRow = HelpRequestRow | VolunteerRow
_UNANSWERED = frozenset({RequestStatus.NEW, VolunteerStatus.APPLIED})
BY_A_PROGRAM = frozenset({Flag.HONEYPOT, Flag.TOO_FAST, Flag.TOO_MANY})
"""Flags of forms that a program may have sent: nothing is written to addresses that it gave."""


def may_be_by_a_program(row: RowWithFlags) -> bool:
    """Whether a program may have sent this form, so that nothing goes to an address in it until a person has looked."""
    return row.by == Channel.WEB and not BY_A_PROGRAM.isdisjoint(split(row.flags))


def unanswered_form(reader: Reader, reference: str) -> FormRow | None:
    """The form that came from our website under this reference; None once it is answered, or if a program sent it."""
    row = reader.get(row_type_of(reference), reference)
    if not isinstance(row, HelpRequestRow | VolunteerRow) or row.status not in _UNANSWERED:
        return None
    return row if row.by == Channel.WEB and not may_be_by_a_program(row) else None


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
    """Whether this is the address of somebody on record who stopped such messages, or for whom a program sends none."""
    return _is_of(reader, to, lambda c: [c.stopped.contains(way) | c.unreached.contains(way)]) or is_a_persons_there(
        reader, way, to
    )


def is_unsafe_there(reader: Reader, way: ReachBy, to: str) -> bool:
    """Whether such messages to this address or number are not safe for somebody on record, whoever else has it.

    Whoever helps and is helped stands in two records, and what is noted about their telephone may stand in one.
    """
    return _is_of(reader, to, lambda c: [c.not_safe.contains(way)])


def is_a_persons_there(reader: Reader, way: ReachBy, to: str) -> bool:
    """Whether no program sends such messages there: not safe for somebody on record, or safe at some times only."""
    return _is_of(reader, to, lambda c: [c.not_safe.contains(way) | c.safe_when.is_not(None)])


def why_unsafe_elsewhere(reader: Reader, message: MessageRow) -> str | None:
    """Why nobody is to pass this message on so, in words: the address is not safe in another record, nor in theirs."""
    person = reader.get(row_type_of(message.to_whom), message.to_whom)
    to = None
    if isinstance(person, VolunteerRow | ResidentRow) and message.way == ReachBy.EMAIL:
        to = certain_email(person.email, person.name)
    elif isinstance(person, VolunteerRow | ResidentRow) and message.way == ReachBy.TEXT:
        to = certain_number_for_texts(person.telephone, person.name)
    if to is None or not is_unsafe_there(reader, message.way, to):
        return None
    way = wording().way[message.way]
    return f"It is not safe for them by {way} any more. Tell them in another way, and write that down."


def _is_of(reader: Reader, to: str, where: Where) -> bool:
    """Whether one of these residents or volunteers has this address or number."""
    at = mailbox(to)
    everybody: list[ResidentRow | VolunteerRow] = [*reader.rows(ResidentRow, where), *reader.rows(VolunteerRow, where)]
    return any(at in _reached_at(person) for person in everybody)


def _reached_at(person: ResidentRow | VolunteerRow) -> set[str]:
    numbers = {number.form for number in phone_numbers(person.telephone)}
    return numbers | {mailbox(each) for each in email_addresses(person.email)}


def mailbox(to: str) -> str:
    """The mailbox of an address: what stands behind a plus before the @ leads to the same one. Of a number, itself."""
    name, at, host = to.partition("@")
    return name.partition("+")[0] + at + host if at else to
