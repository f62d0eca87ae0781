"""What those who booked a place are told, and by which way: one message for each, with how it stands when it leaves."""

from community.book import Reader
from community.casework.form_senders import is_spared, may_be_by_a_program
from community.casework.message_queue import queue, withdraw
from community.casework.resident_news import sends
from community.casework.unit_of_work import UnitOfWork
from community.identity import certain_email, certain_number_for_texts
from community.settings import Settings
from community.tables.message_codes import MessageKind
from community.tables.row_types import BookingRow, MessageRow
from community.tables.vocabulary import ReachBy


def tell_booking(unit: UnitOfWork, booking: BookingRow, kind: MessageKind) -> None:
    """Tell whoever booked how it stands now. A message about it that has not left yet is withdrawn: this one says it.

    It goes by itself where the program can write to them; else a person passes it on, as where a program may have
    sent the form in a stranger's name.
    """
    for message in unit.reader.rows(MessageRow, lambda c: [c.about == booking.id]):
        withdraw(unit, message)
    odd = may_be_by_a_program(booking)
    tell_new(unit, booking.id, kind, email=booking.email, telephone=booking.telephone, by_itself=not odd)


def tell_new(
    unit: UnitOfWork,
    booking_id: str,
    kind: MessageKind,
    *,
    email: str | None,
    telephone: str | None,
    by_itself: bool = True,
) -> None:
    """The same for a booking that this action adds."""
    way = _way(unit.reader, unit.context.settings, email, telephone) if by_itself else None
    by_hand = ReachBy.EMAIL if email and not telephone else ReachBy.TELEPHONE
    queue(unit, kind, booking_id, booking_id, way or by_hand, by_itself=way is not None)


def forget_booking(unit: UnitOfWork, booking: BookingRow) -> None:
    """Withdraw what was to be told of a booking that is over."""
    for message in unit.reader.rows(MessageRow, lambda c: [c.about == booking.id]):
        withdraw(unit, message)


def booking_goes_to(reader: Reader, message: MessageRow) -> str | None:
    """The address or number that a message about a booking goes to; None where none is certain."""
    booking = reader.get(BookingRow, message.about)
    return None if booking is None else _address(ReachBy(message.way), booking.email, booking.telephone)


def _way(reader: Reader, settings: Settings, email: str | None, telephone: str | None) -> ReachBy | None:
    """The way by which the program can write to them; never one that somebody at this address or number stopped."""
    for way in (ReachBy.EMAIL, ReachBy.TEXT):
        to = _address(way, email, telephone)
        if to is not None and sends(settings, way) and not is_spared(reader, way, to):
            return way
    return None


def _address(way: ReachBy, email: str | None, telephone: str | None) -> str | None:
    if way == ReachBy.TEXT:
        return certain_number_for_texts(telephone)
    return certain_email(email) if way == ReachBy.EMAIL else None
