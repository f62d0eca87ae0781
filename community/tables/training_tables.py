"""Tables of training and events: sessions, and who booked a place at one."""

from functools import partial

from community.tables.column import AFTER_BOOKING, AFTER_SESSION, ALWAYS, Column, InTouch, PersonColumns, Table
from community.tables.roles import COORDINATORS, EVERYONE
from community.tables.statuses import BookingStatus
from community.tables.support_vocabulary import BOOKING, SESSION, SESSION_KINDS
from community.tables.vocabulary import YES_NO

_printed = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, public=True)
_plain = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, origin="decided")
_lead = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_SESSION)
_booked = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_BOOKING)

SESSIONS = Table(
    "sessions",
    "E",
    "Training and events with a day, and modules to take at any time",
    (
        _printed("name", "text", "What it is called, as it is printed"),
        _printed("kind", "code", "What it is", words=SESSION_KINDS),
        _printed("what", "long_text", "What it is about and for whom, as it is printed"),
        _printed("starts_at", "time", "When it begins; empty for a module to take at any time"),
        _printed("minutes", "integer", "How long it takes, minutes"),
        _printed("place", "text", "Where, as it is printed"),
        _printed("online", "yes_no", "It is online", words=YES_NO),
        _printed("places", "integer", "How many may come; empty: any number"),
        _printed("gives", "code", "The training that somebody holds afterwards"),
        _printed("cost", "text", "What it costs, as it is printed"),
        _lead("led_by", "text", "Who leads it"),
        _lead("joining", "long_text", "How to join, told only to those with a place: a link, a door code"),
        _plain("hub", "code", "The hub that holds it; empty: all together"),
        _plain("status", "code", "Where it stands", words=SESSION, filled=True),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, AFTER_SESSION, origin="decided"),
    ),
    every_hub=True,
)

BOOKINGS = Table(
    "bookings",
    "B",
    "Places at a session, and what came of each",
    (
        _booked("name", "text", "Who comes"),
        _booked("telephone", "text", "Their telephone number"),
        _booked("email", "text", "Their email address"),
        Column("access_needs", "long_text", "What they need to take part: steps, hearing, large print", "special", EVERYONE, AFTER_BOOKING),
        _booked("extra", "long_text", "Answers to questions that the community added"),
        _booked("session_id", "ref", "The session", origin="decided", refers_to="sessions", filled=True),
        _booked("volunteer_id", "ref", "Their record, if they volunteer with us", origin="decided", refers_to="volunteers"),
        _booked("hub", "code", "The hub that looks after them", origin="decided"),
        _plain("status", "code", "Where it stands", words=BOOKING, filled=True),
        _booked("flags", "codes", "What a person should look at", origin="decided"),
        _plain("passed_on", "date", "The day they passed"),
        _booked("result", "integer", "Their score in its questions, out of 100", origin="decided"),
    ),
    about=("volunteer_id",),
    people=(PersonColumns("volunteer", "name", "telephone", "email"),),
    in_touch=InTouch(("volunteer_id",), ("changed_at",), frozenset({BookingStatus.CAME, BookingStatus.PASSED})),
)
