"""Training: sessions, the places at them, what is said of a place, and modules on demand."""

from typing import TYPE_CHECKING

from community.late_door import late_door

if TYPE_CHECKING:
    from community.casework.training.booking_links import (
        BookingSeen,
        OpenSession,
        cancel_by_link,
        open_sessions,
        see_booking,
        see_reference,
    )
    from community.casework.training.booking_messages import BookingFacts, SessionFacts, booking_of
    from community.casework.training.booking_news import booking_goes_to
    from community.casework.training.session_places import (
        BOOKABLE,
        COMING,
        bookings_of,
        check_not_overbooked,
        fill_places,
        is_double,
        to_fill,
    )
    from community.casework.training.training_bookings import (
        book_place,
        cancel_booking,
        give_place,
        link_booking,
        module_id,
        record_module,
    )
    from community.casework.training.training_sessions import (
        announce_session,
        call_off_session,
        change_session,
        plan_session,
        session_held,
    )
else:
    __getattr__ = late_door(__name__, __file__)

# fmt: off
__all__ = [
    "BOOKABLE", "COMING", "BookingFacts", "BookingSeen", "OpenSession", "SessionFacts", "announce_session",
    "book_place", "booking_goes_to", "booking_of", "bookings_of", "call_off_session", "cancel_booking",
    "cancel_by_link", "change_session", "check_not_overbooked", "fill_places", "give_place", "is_double",
    "link_booking", "module_id", "open_sessions", "plan_session", "record_module", "see_booking", "see_reference",
    "session_held", "to_fill",
]
