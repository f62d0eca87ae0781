"""Tables of what a place offers: services for residents, volunteering roles at organisations, and who asked for one."""

from functools import partial

from community.tables.column import AFTER_ENQUIRY, ALWAYS, WHILE_IN_DIRECTORY, WHILE_OPEN, Column, PersonColumns, Table
from community.tables.roles import COORDINATORS, EVERYONE
from community.tables.support_vocabulary import ENQUIRY, SERVICE_KINDS
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
