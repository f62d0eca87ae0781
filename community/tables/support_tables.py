"""Tables of what help needs besides people's time: the rota, money, things lent; and referrals and outreach."""

from functools import partial

from community.tables.column import (
    AFTER_LOAN,
    AFTER_OUTREACH,
    AFTER_PAYMENT,
    AFTER_REFERRAL,
    AFTER_SHIFT,
    ALWAYS,
    ANY_TABLE,
    UNLESS_REFUSED,
    Column,
    InTouch,
    PersonColumns,
    Table,
)
from community.tables.roles import COORDINATORS, EVERYONE
from community.tables.support_vocabulary import (
    HOUSEHOLD,
    LAWFUL_BASES,
    LOAN,
    PAYMENT,
    PAYMENT_KINDS,
    REFERRAL,
    REFERRAL_KINDS,
    ROUND_WAYS,
    SHIFT,
)
from community.tables.vocabulary import DIRECTIONS

_plain = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, origin="decided")
_shift = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_SHIFT)
_payment = partial(Column, personal="personal", see=COORDINATORS, keep=AFTER_PAYMENT)
_loan = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_LOAN)
_referral = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_REFERRAL, origin="decided")
_house = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_OUTREACH)
_refused = partial(Column, personal="personal", see=EVERYONE, keep=UNLESS_REFUSED)

SHIFTS = Table(
    "shifts",
    "A",
    "One person's turn on a rota",
    (
        _shift("rota", "text", "Which rota: the telephone, the hub's desk, the food table"),
        _shift("starts_at", "time", "When it begins"),
        _shift("minutes", "integer", "How long it lasts, minutes"),
        _shift("place", "text", "Where"),
        _shift("volunteer_id", "ref", "Whose turn it is", origin="decided", refers_to="volunteers", mentions=True),
        _shift("covered_by", "ref", "Who stands in", origin="decided", refers_to="volunteers", mentions=True),
        _plain("hub", "code", "The hub whose rota it is"),
        _plain("status", "code", "Where it stands", words=SHIFT, filled=True),
    ),
    in_touch=InTouch(("volunteer_id", "covered_by"), ("starts_at",)),
)

PAYMENTS = Table(
    "payments",
    "PA",
    "Shopping money, and volunteers' expenses",
    (
        _payment("kind", "code", "What it is", words=PAYMENT_KINDS),
        _payment("on", "date", "The day"),
        _payment("what", "text", "What it was for"),
        _payment("pence", "integer", "How much, pence"),
        _payment("miles", "number", "Miles driven"),
        _payment("volunteer_id", "ref", "Who paid or was paid", origin="decided", refers_to="volunteers", mentions=True),
        _payment("resident_id", "ref", "For whom", origin="decided", refers_to="residents", mentions=True),
        _payment("visit_id", "ref", "The visit", origin="decided", refers_to="visits", mentions=True),
        _plain("hub", "code", "The hub whose volunteer it is"),
        _plain("status", "code", "Where it stands", words=PAYMENT, filled=True),
        _plain("receipt_seen_on", "date", "The day the receipt was seen"),
        _plain("settled_on", "date", "The day it was paid back"),
    ),
)

LOANS = Table(
    "loans",
    "I",
    "Things lent to residents: a telephone, a wheelchair, a heater",
    (
        _loan("what", "text", "What it is, with its number"),
        _loan("lent_on", "date", "Since when"),
        _loan("back_by", "date", "The day it is wanted back"),
        _loan("resident_id", "ref", "Who has it", origin="decided", refers_to="residents"),
        _loan("service_id", "ref", "The member's offer that it is", origin="decided", refers_to="services", mentions=True),
        _loan("handed_by", "ref", "The volunteer who brought it", origin="decided", refers_to="volunteers", mentions=True),
        _plain("hub", "code", "The hub that lent it"),
        _plain("status", "code", "Where it is", words=LOAN, filled=True),
        _plain("back_on", "date", "The day it came back"),
    ),
    about=("resident_id",),
    in_touch=InTouch(("resident_id",), ("lent_on", "back_on")),
)

REFERRALS = Table(
    "referrals",
    "F",
    "Residents passed on to a service or sent to us by one, and small grants asked for them",
    (
        _plain("kind", "code", "What it is", words=REFERRAL_KINDS),
        _plain("direction", "code", "in or out", words=DIRECTIONS),
        _referral("resident_id", "ref", "The resident", refers_to="residents"),
        _referral("request_id", "ref", "The request it came from", refers_to="help_requests", mentions=True),
        _referral("service_id", "ref", "The service, from the directory", refers_to="services", mentions=True),
        _referral("service", "text", "The service, where it is not in the directory"),
        Column("what", "long_text", "What for", "special", EVERYONE, AFTER_REFERRAL, origin="decided"),
        _referral("agreed", "text", "How the resident agreed that we pass this on"),
        _referral("pence_asked", "integer", "A grant: how much was asked, pence"),
        _referral("pence_given", "integer", "A grant: how much was given, pence"),
        _referral("given_by", "text", "A grant: who gave it"),
        _plain("hub", "code", "The hub that made or received it"),
        _plain("status", "code", "Where it stands", words=REFERRAL, filled=True),
        _plain("chase_on", "date", "The day to ask again, if nobody has answered"),
        _referral("acknowledged_by", "text", "Who there said that they have taken it up"),
        _plain("acknowledged_on", "date", "The day they said so"),
        _referral("outcome", "text", "What came of it"),
    ),
    about=("resident_id",),
    in_touch=InTouch(("resident_id",), ("at",)),
)

HOUSEHOLDS = Table(
    "households",
    "H",
    "Households on lists of people to reach, each with our lawful basis for holding it and the day on which it is deleted",
    (
        _refused("list_name", "text", "Which list it is from"),
        _refused("name", "text", "Who lives there"),
        _refused("telephone", "text", "Their telephone number"),
        _refused("postcode", "text", "Their postcode"),
        _refused("address", "long_text", "Their address"),
        Column("why", "text", "Why they are on the list", "special", COORDINATORS, AFTER_OUTREACH),
        _house("lawful_basis", "code", "Our lawful basis for holding it", words=LAWFUL_BASES),
        _refused("delete_by", "date", "The day on which it is deleted", filled=True),
        _refused("hub", "code", "The hub of its postcode", origin="decided"),
        _plain("status", "code", "Where it stands", words=HOUSEHOLD, filled=True),
        _plain("tried", "integer", "How often somebody tried"),
        _plain("tried_at", "time", "When somebody last tried"),
        _plain("round_way", "code", "Whether they are on a round of calls or of leaflets", words=ROUND_WAYS),
        _house("caller", "text", "Who works here and has that round", origin="decided"),
        _house("volunteer_id", "ref", "The volunteer who has that round", origin="decided", refers_to="volunteers", mentions=True),
        _plain("leaflet_on", "date", "The day a leaflet came through their door"),
        _house("joined_as", "ref", "The request or the offer that they made; once it is there, this row names nobody", origin="decided", refers_to=ANY_TABLE),
    ),
    sheet=False,
    people=(PersonColumns("resident", "name", "telephone", None, "postcode", "address"),),
)
