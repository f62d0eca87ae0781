"""What an entry of the directory, a volunteering role, an enquiry, a session and a booking may become."""

from community.tables.status_model import Status, StatusMachine
from community.tables.statuses import BookingStatus, EnquiryStatus, ListingStatus, SessionStatus

DIRECTORY_MACHINES = (
    StatusMachine(
        "services",
        (ListingStatus.OFFERED,),
        frozenset({ListingStatus.WITHDRAWN}),
        {
            ListingStatus.OFFERED: Status("told to us; not printed yet", "director", (ListingStatus.APPROVED, ListingStatus.WITHDRAWN), ListingStatus.APPROVED),
            ListingStatus.APPROVED: Status("printed in the directory", "nobody", (ListingStatus.WITHDRAWN,)),
            ListingStatus.WITHDRAWN: Status("no longer printed", "nobody", (ListingStatus.APPROVED,)),
        },
        frozenset({ListingStatus.APPROVED}),
    ),
    StatusMachine(
        "opportunities",
        (ListingStatus.OFFERED,),
        frozenset({ListingStatus.WITHDRAWN}),
        {
            ListingStatus.OFFERED: Status("told to us; not printed yet", "director", (ListingStatus.APPROVED, ListingStatus.WITHDRAWN), ListingStatus.APPROVED),
            ListingStatus.APPROVED: Status("printed on the site", "nobody", (ListingStatus.WITHDRAWN,)),
            ListingStatus.WITHDRAWN: Status("no longer printed", "nobody", (ListingStatus.APPROVED,)),
        },
        frozenset({ListingStatus.APPROVED}),
    ),
    StatusMachine(
        "enquiries",
        (EnquiryStatus.ENQUIRED,),
        frozenset({EnquiryStatus.ENDED}),
        {
            EnquiryStatus.ENQUIRED: Status("asked for a role", "coordinator", (EnquiryStatus.INTRODUCED, EnquiryStatus.ENDED), EnquiryStatus.INTRODUCED),
            EnquiryStatus.INTRODUCED: Status("we brought the two together", "coordinator", (EnquiryStatus.PLACED, EnquiryStatus.ENDED), EnquiryStatus.PLACED),
            EnquiryStatus.PLACED: Status("began there", "nobody", (EnquiryStatus.ENDED,)),
            EnquiryStatus.ENDED: Status("over", "nobody", (EnquiryStatus.ENQUIRED,)),
        },
    ),
    StatusMachine(
        "sessions",
        (SessionStatus.PLANNED, SessionStatus.OPEN),
        frozenset({SessionStatus.HELD, SessionStatus.CANCELLED}),
        {
            SessionStatus.PLANNED: Status("not announced yet", "director", (SessionStatus.OPEN, SessionStatus.CANCELLED), SessionStatus.OPEN),
            SessionStatus.OPEN: Status("may be booked", "nobody", (SessionStatus.FULL, SessionStatus.HELD, SessionStatus.CANCELLED)),
            SessionStatus.FULL: Status("every place is taken; others wait", "nobody", (SessionStatus.OPEN, SessionStatus.HELD, SessionStatus.CANCELLED)),
            SessionStatus.HELD: Status("took place", "nobody"),
            SessionStatus.CANCELLED: Status("called off", "nobody"),
        },
    ),
    StatusMachine(
        "bookings",
        (BookingStatus.BOOKED, BookingStatus.WAITING),
        frozenset({BookingStatus.ABSENT, BookingStatus.CANCELLED, BookingStatus.CAME, BookingStatus.PASSED}),
        {
            BookingStatus.BOOKED: Status("has a place", "coordinator", (BookingStatus.CAME, BookingStatus.PASSED, BookingStatus.ABSENT, BookingStatus.CANCELLED)),
            BookingStatus.WAITING: Status("waits for a place", "coordinator", (BookingStatus.BOOKED, BookingStatus.CANCELLED)),
            BookingStatus.CAME: Status("was there", "nobody", (BookingStatus.PASSED,)),
            BookingStatus.ABSENT: Status("did not come", "nobody"),
            BookingStatus.CANCELLED: Status("called off", "nobody"),
            BookingStatus.PASSED: Status("was there, and passed", "nobody"),
        },
    ),
)
