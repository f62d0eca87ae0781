"""Tables of organisations and what a place offers: services, volunteering roles, sessions and bookings; of erasures too."""

from functools import partial

from community.tables.column import (
    AFTER_BOOKING,
    AFTER_ENQUIRY,
    AFTER_SESSION,
    ALWAYS,
    WHILE_IN_DIRECTORY,
    WHILE_LISTED,
    WHILE_OPEN,
    Column,
    InTouch,
    PersonColumns,
    Table,
)
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE
from community.tables.statuses import BookingStatus
from community.tables.support_vocabulary import BOOKING, ENQUIRY, SERVICE_KINDS, SESSION, SESSION_KINDS
from community.tables.vocabulary import DBS_LEVELS, LISTING, SLOTS, YES_NO

_printed = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, public=True)
_plain = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, origin="decided")
_service = partial(Column, personal="personal", see=EVERYONE, keep=WHILE_IN_DIRECTORY)
_role = partial(Column, personal="personal", see=EVERYONE, keep=WHILE_OPEN)
_enquiry = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_ENQUIRY)

SERVICES = Table(
    "services",
    "S",
    "The local directory: services, groups, shops that deliver, warm places, and what members offer",
    (
        _printed("name", "text", "Its name, as it is printed"),
        _printed("kind", "code", "What it is", words=SERVICE_KINDS),
        _printed("what", "long_text", "What it does and for whom, as it is printed"),
        _printed("times", "text", "When it is open or meets, as it is printed"),
        _printed("cost", "text", "What it costs, as it is printed"),
        _printed("access", "text", "Steps, hearing loop, parking, toilets, as it is printed"),
        _printed("website", "text", "Its website, as it is printed"),
        _printed("public_telephone", "text", "The telephone number that is printed"),
        _printed("public_email", "text", "The email address that is printed"),
        _printed("place", "text", "Where it is, as it is printed"),
        _printed("languages", "codes", "Languages spoken there"),
        _service("postcode", "text", "Its postcode, or that of the member who offers it"),
        _service("contact_name", "text", "Who told us about it"),
        _service("telephone", "text", "That person's telephone number"),
        _service("email", "text", "That person's email address"),
        _service("extra", "long_text", "Answers to questions that the community added"),
        _service("organisation_id", "ref", "The organisation that runs it", origin="decided", refers_to="organisations", mentions=True),
        _plain("hub", "code", "The hub of its postcode"),
        _plain("status", "code", "Where it stands", words=LISTING, filled=True),
        _service("flags", "codes", "What a person should look at", origin="decided"),
        _plain("checked_on", "date", "The day somebody last checked that all of it is still so"),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, WHILE_IN_DIRECTORY, origin="decided"),
    ),
    people=(PersonColumns("contact", "contact_name", "telephone", "email", "postcode"),),
    every_hub=True,
    stays=True,
)

OPPORTUNITIES = Table(
    "opportunities",
    "W",
    "Volunteering roles at organisations",
    (
        _printed("name", "text", "What the role is called, as it is printed"),
        _printed("what", "long_text", "What somebody in it does, as it is printed"),
        _printed("place", "text", "Where, as it is printed"),
        _printed("times", "text", "When and how often, as it is printed"),
        _printed("slots", "codes", "When in the week", words=SLOTS),
        _printed("min_age", "integer", "The youngest age it is open to"),
        _printed("min_dbs", "code", "The DBS level it asks for", words=DBS_LEVELS),
        _printed("expenses", "yes_no", "Expenses are paid", words=YES_NO),
        _printed("support", "text", "The support it offers, as it is printed"),
        _printed("ends_on", "date", "The last day to ask for it; empty: until it is withdrawn"),
        _role("contact_name", "text", "Who looks after it"),
        _role("telephone", "text", "That person's telephone number"),
        _role("email", "text", "That person's email address"),
        _role("postcode", "text", "Its postcode"),
        _role("extra", "long_text", "Answers to questions that the community added"),
        _role("organisation_id", "ref", "The organisation", origin="decided", refers_to="organisations", mentions=True),
        _plain("hub", "code", "The hub of its postcode"),
        _plain("status", "code", "Where it stands", words=LISTING, filled=True),
        _role("flags", "codes", "What a person should look at", origin="decided"),
        _plain("checked_on", "date", "The day somebody last checked that it is still open"),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, WHILE_OPEN, origin="decided"),
    ),
    people=(PersonColumns("contact", "contact_name", "telephone", "email", "postcode"),),
    every_hub=True,
    stays=True,
)

ENQUIRIES = Table(
    "enquiries",
    "EN",
    "People who asked for a volunteering role at an organisation",
    (
        _enquiry("name", "text", "Their name"),
        _enquiry("telephone", "text", "Their telephone number"),
        _enquiry("email", "text", "Their email address"),
        _enquiry("postcode", "text", "Their postcode"),
        _enquiry("words", "long_text", "What they want us to know"),
        _enquiry("consent", "yes_no", "They agree that we keep this and pass it to the organisation", words=YES_NO),
        _enquiry("extra", "long_text", "Answers to questions that the community added"),
        _enquiry("opportunity_id", "ref", "The role they asked for", origin="decided", refers_to="opportunities", mentions=True),
        _enquiry("volunteer_id", "ref", "Their record, if they volunteer with us", origin="decided", refers_to="volunteers"),
        _enquiry("hub", "code", "The hub of their postcode", origin="decided"),
        _plain("status", "code", "Where it stands", words=ENQUIRY, filled=True),
        _enquiry("flags", "codes", "What a person should look at", origin="decided"),
        _plain("introduced_on", "date", "The day we introduced them"),
        _plain("placed_on", "date", "The day they began"),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, AFTER_ENQUIRY, origin="decided"),
    ),
    people=(PersonColumns("volunteer", "name", "telephone", "email", "postcode"),),
    about=("volunteer_id",),
)


_contact = partial(Column, personal="personal", see=COORDINATORS, keep=WHILE_LISTED)

ORGANISATIONS = Table(
    "organisations",
    "O",
    "Organisations that signed the charter",
    (
        Column("name", "text", "Its name, as it is printed", "no", EVERYONE, ALWAYS, public=True),
        Column("website", "text", "Its website, as it is printed", "no", EVERYONE, ALWAYS, public=True),
        Column("what_we_do", "long_text", "What it does, in a sentence, as it is printed", "no", EVERYONE, ALWAYS, public=True),
        Column("commitments", "codes", "The charter's commitments it makes", "no", EVERYONE, ALWAYS, public=True),
        _contact("contact_name", "text", "Who signed for it"),
        _contact("contact_role", "text", "That person's role"),
        _contact("telephone", "text", "That person's telephone number"),
        _contact("email", "text", "That person's email address"),
        _contact("postcode", "text", "Its postcode"),
        _contact("signs_charter", "yes_no", "Who wrote says that it signs the charter: vision and mission", words=YES_NO),
        _contact("may_sign", "yes_no", "They may sign for the organisation", words=YES_NO),
        _contact("extra", "long_text", "Answers to questions that the community added"),
        Column("status", "code", "Where it stands", "no", EVERYONE, ALWAYS, origin="decided", words=LISTING, filled=True),
        Column("flags", "codes", "What a person should look at", "personal", COORDINATORS, WHILE_LISTED, origin="decided"),
        Column("signed_on", "date", "The day it signed", "no", EVERYONE, ALWAYS, origin="decided", public=True),
        Column("notes", "long_text", "What the hub wrote down", "personal", DIRECTOR, WHILE_LISTED, origin="decided"),
    ),
    people=(PersonColumns("contact", "contact_name", "telephone", "email", "postcode"),),
    every_hub=True,
    stays=True,
)

ERASURES = Table(
    "erasures",
    "Y",
    "What was erased: ids and keyed hashes, nothing else",
    (
        Column("table_name", "text", "The table", "no", DIRECTOR, ALWAYS, origin="decided", filled=True),
        Column("record_id", "text", "The id that is never taken in again; with columns after it, those were emptied up to the time that follows", "no", DIRECTOR, ALWAYS, origin="decided", filled=True),
        Column("key_hash", "text", "A keyed hash of the submission's key", "no", DIRECTOR, ALWAYS, origin="decided"),
    ),
)


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
