"""The rows of each table, their columns by name. Written by `python start.py document`, from the tables."""
# ruff: noqa: I001, UP013

from typing import Any, Final, Literal, TypedDict

from community.tables.row import Field, TableRow
from community.tables.statuses import (AccidentStatus, BookingStatus, ComplaintStatus, ConcernStatus, ContactStatus, DoorKeyStatus, EnquiryStatus, FeedbackStatus, HouseholdStatus, ListingStatus, LoanStatus, MatchStatus, MessageStatus, NeedStatus, PaymentStatus, ReferralStatus, RequestStatus, SessionStatus, ShiftStatus, SubscriberStatus, VisitStatus, VolunteerStatus)
from community.tables.vocabulary import (ClosedReason, ConcernRoute, ContactOutcome, ContactWay, DbsLevel, Direction, ReachBy, Recurs, Urgency)
from community.tables.message_codes import (MessageKind, SendReason)
from community.tables.support_vocabulary import (AccidentKind, DoorKeyKind, ReferralKind, RoundWay, TalksThrough)


VolunteerField = Literal["name", "telephone", "email", "postcode", "reach_by", "tasks", "slots", "how_many", "max_distance_km", "travel", "in_person", "languages", "over_18", "guardian_name", "guardian_telephone", "guardian_consent", "takes_care", "health_consent", "about", "consent", "extra", "status", "flags", "hub", "easting", "northing", "sector", "inducted_on", "training", "avoids", "hold_until", "not_safe", "safe_when", "say_instead", "stopped", "unreached", "protected_address", "emergency_name", "emergency_telephone", "died_on", "moved_on", "kin_of", "support_needs", "buddy_id", "champion_of", "notes"]
VolunteerValues = TypedDict("VolunteerValues", {"name": object, "telephone": object, "email": object, "postcode": object, "reach_by": object, "tasks": object, "slots": object, "how_many": object, "max_distance_km": object, "travel": object, "in_person": object, "languages": object, "over_18": object, "guardian_name": object, "guardian_telephone": object, "guardian_consent": object, "takes_care": object, "health_consent": object, "about": object, "consent": object, "extra": object, "status": VolunteerStatus | None, "flags": object, "hub": object, "easting": object, "northing": object, "sector": object, "inducted_on": object, "training": object, "avoids": object, "hold_until": object, "not_safe": object, "safe_when": object, "say_instead": object, "stopped": object, "unreached": object, "protected_address": object, "emergency_name": object, "emergency_telephone": object, "died_on": object, "moved_on": object, "kin_of": object, "support_needs": object, "buddy_id": object, "champion_of": object, "notes": object}, total=False)


class VolunteerRow(TableRow[VolunteerField, VolunteerValues]):
    """People who offered to help."""

    __slots__ = ()
    TABLE = "volunteers"

    name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    postcode = Field[str | None]()
    reach_by = Field[str | None]()
    tasks = Field[str | None]()
    slots = Field[str | None]()
    how_many = Field[int | None]()
    max_distance_km = Field[float | None]()
    travel = Field[str | None]()
    in_person = Field[str | None]()
    languages = Field[str | None]()
    over_18 = Field[str | None]()
    guardian_name = Field[str | None]()
    guardian_telephone = Field[str | None]()
    guardian_consent = Field[str | None]()
    takes_care = Field[str | None]()
    health_consent = Field[str | None]()
    about = Field[str | None]()
    consent = Field[str | None]()
    extra = Field[str | None]()
    status = Field[VolunteerStatus](VolunteerStatus)
    flags = Field[str | None]()
    hub = Field[str | None]()
    easting = Field[float | None]()
    northing = Field[float | None]()
    sector = Field[str | None]()
    inducted_on = Field[str | None]()
    training = Field[str | None]()
    avoids = Field[str | None]()
    hold_until = Field[str | None]()
    not_safe = Field[str | None]()
    safe_when = Field[str | None]()
    say_instead = Field[str | None]()
    stopped = Field[str | None]()
    unreached = Field[str | None]()
    protected_address = Field[str | None]()
    emergency_name = Field[str | None]()
    emergency_telephone = Field[str | None]()
    died_on = Field[str | None]()
    moved_on = Field[str | None]()
    kin_of = Field[str | None]()
    support_needs = Field[str | None]()
    buddy_id = Field[str | None]()
    champion_of = Field[str | None]()
    notes = Field[str | None]()


CheckField = Literal["volunteer_id", "kind", "level", "number", "seen_on", "seen_by", "renew_on"]
CheckValues = TypedDict("CheckValues", {"volunteer_id": object, "kind": object, "level": object, "number": object, "seen_on": object, "seen_by": object, "renew_on": object}, total=False)


class CheckRow(TableRow[CheckField, CheckValues]):
    """What was seen of a volunteer's checks. Certificates themselves are never kept."""

    __slots__ = ()
    TABLE = "checks"

    volunteer_id = Field[str]()
    kind = Field[str]()
    level = Field[str | None]()
    number = Field[str | None]()
    seen_on = Field[str | None]()
    seen_by = Field[str | None]()
    renew_on = Field[str | None]()


HelpRequestField = Literal["for_whom", "referrer_name", "referrer_telephone", "referrer_email", "referrer_who", "they_agree", "agreed_how", "speaks_for", "name", "telephone", "email", "reach_by", "text_only", "postcode", "address", "tasks", "details", "urgency", "slots", "languages", "access_needs", "health_consent", "who_again", "extra", "channel", "status", "flags", "hub", "resident_id", "closed_reason", "duplicate_of", "hold_until", "consent_notes", "notes"]
HelpRequestValues = TypedDict("HelpRequestValues", {"for_whom": object, "referrer_name": object, "referrer_telephone": object, "referrer_email": object, "referrer_who": object, "they_agree": object, "agreed_how": object, "speaks_for": object, "name": object, "telephone": object, "email": object, "reach_by": object, "text_only": object, "postcode": object, "address": object, "tasks": object, "details": object, "urgency": object, "slots": object, "languages": object, "access_needs": object, "health_consent": object, "who_again": object, "extra": object, "channel": object, "status": RequestStatus | None, "flags": object, "hub": object, "resident_id": object, "closed_reason": ClosedReason | None, "duplicate_of": object, "hold_until": object, "consent_notes": object, "notes": object}, total=False)


class HelpRequestRow(TableRow[HelpRequestField, HelpRequestValues]):
    """One form or call that asks for help; it holds one or more needs."""

    __slots__ = ()
    TABLE = "help_requests"

    for_whom = Field[str | None]()
    referrer_name = Field[str | None]()
    referrer_telephone = Field[str | None]()
    referrer_email = Field[str | None]()
    referrer_who = Field[str | None]()
    they_agree = Field[str | None]()
    agreed_how = Field[str | None]()
    speaks_for = Field[str | None]()
    name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    reach_by = Field[str | None]()
    text_only = Field[str | None]()
    postcode = Field[str | None]()
    address = Field[str | None]()
    tasks = Field[str | None]()
    details = Field[str | None]()
    urgency = Field[str | None]()
    slots = Field[str | None]()
    languages = Field[str | None]()
    access_needs = Field[str | None]()
    health_consent = Field[str | None]()
    who_again = Field[str | None]()
    extra = Field[str | None]()
    channel = Field[str | None]()
    status = Field[RequestStatus](RequestStatus)
    flags = Field[str | None]()
    hub = Field[str | None]()
    resident_id = Field[str | None]()
    closed_reason = Field[ClosedReason | None](ClosedReason)
    duplicate_of = Field[str | None]()
    hold_until = Field[str | None]()
    consent_notes = Field[str | None]()
    notes = Field[str | None]()


ResidentField = Literal["name", "telephone", "email", "reach_by", "text_only", "postcode", "address", "languages", "access_needs", "extra", "hub", "easting", "northing", "sector", "prefers", "avoids", "not_safe", "safe_when", "say_instead", "stopped", "unreached", "protected_address", "door_word", "hazards", "emergency_name", "emergency_telephone", "died_on", "moved_on", "away_at", "away_until", "animals", "at_risk_in", "talks_through", "interpreter", "limits", "lives_with", "cares_for", "staff", "organisation_id", "notes"]
ResidentValues = TypedDict("ResidentValues", {"name": object, "telephone": object, "email": object, "reach_by": object, "text_only": object, "postcode": object, "address": object, "languages": object, "access_needs": object, "extra": object, "hub": object, "easting": object, "northing": object, "sector": object, "prefers": object, "avoids": object, "not_safe": object, "safe_when": object, "say_instead": object, "stopped": object, "unreached": object, "protected_address": object, "door_word": object, "hazards": object, "emergency_name": object, "emergency_telephone": object, "died_on": object, "moved_on": object, "away_at": object, "away_until": object, "animals": object, "at_risk_in": object, "talks_through": TalksThrough | None, "interpreter": object, "limits": object, "lives_with": object, "cares_for": object, "staff": object, "organisation_id": object, "notes": object}, total=False)


class ResidentRow(TableRow[ResidentField, ResidentValues]):
    """People who receive help, one row each however often they ask."""

    __slots__ = ()
    TABLE = "residents"

    name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    reach_by = Field[str | None]()
    text_only = Field[str | None]()
    postcode = Field[str | None]()
    address = Field[str | None]()
    languages = Field[str | None]()
    access_needs = Field[str | None]()
    extra = Field[str | None]()
    hub = Field[str | None]()
    easting = Field[float | None]()
    northing = Field[float | None]()
    sector = Field[str | None]()
    prefers = Field[str | None]()
    avoids = Field[str | None]()
    not_safe = Field[str | None]()
    safe_when = Field[str | None]()
    say_instead = Field[str | None]()
    stopped = Field[str | None]()
    unreached = Field[str | None]()
    protected_address = Field[str | None]()
    door_word = Field[str | None]()
    hazards = Field[str | None]()
    emergency_name = Field[str | None]()
    emergency_telephone = Field[str | None]()
    died_on = Field[str | None]()
    moved_on = Field[str | None]()
    away_at = Field[str | None]()
    away_until = Field[str | None]()
    animals = Field[str | None]()
    at_risk_in = Field[str | None]()
    talks_through = Field[TalksThrough | None](TalksThrough)
    interpreter = Field[str | None]()
    limits = Field[str | None]()
    lives_with = Field[str | None]()
    cares_for = Field[str | None]()
    staff = Field[str | None]()
    organisation_id = Field[str | None]()
    notes = Field[str | None]()


NeedField = Literal["request_id", "resident_id", "task_type", "details", "urgency", "slots", "recurs", "people", "languages", "min_dbs", "hub", "easting", "northing", "sector", "asked_at", "hold_until", "status", "closed_reason"]
NeedValues = TypedDict("NeedValues", {"request_id": object, "resident_id": object, "task_type": object, "details": object, "urgency": Urgency | None, "slots": object, "recurs": Recurs | None, "people": object, "languages": object, "min_dbs": DbsLevel | None, "hub": object, "easting": object, "northing": object, "sector": object, "asked_at": object, "hold_until": object, "status": NeedStatus | None, "closed_reason": ClosedReason | None}, total=False)


class NeedRow(TableRow[NeedField, NeedValues]):
    """One piece of help: a task type, a place, a time."""

    __slots__ = ()
    TABLE = "needs"

    request_id = Field[str]()
    resident_id = Field[str]()
    task_type = Field[str]()
    details = Field[str | None]()
    urgency = Field[Urgency | None](Urgency)
    slots = Field[str | None]()
    recurs = Field[Recurs | None](Recurs)
    people = Field[int | None]()
    languages = Field[str | None]()
    min_dbs = Field[DbsLevel | None](DbsLevel)
    hub = Field[str | None]()
    easting = Field[float | None]()
    northing = Field[float | None]()
    sector = Field[str | None]()
    asked_at = Field[str | None]()
    hold_until = Field[str | None]()
    status = Field[NeedStatus](NeedStatus)
    closed_reason = Field[ClosedReason | None](ClosedReason)


MatchField = Literal["need_id", "volunteer_id", "status", "cost", "why", "seen_at", "rank", "released_at", "answer_by", "first_on", "first_part", "packed_for", "resident_told_at", "proved_at", "ended_reason"]
MatchValues = TypedDict("MatchValues", {"need_id": object, "volunteer_id": object, "status": MatchStatus | None, "cost": object, "why": object, "seen_at": object, "rank": object, "released_at": object, "answer_by": object, "first_on": object, "first_part": object, "packed_for": object, "resident_told_at": object, "proved_at": object, "ended_reason": object}, total=False)


class MatchRow(TableRow[MatchField, MatchValues]):
    """One volunteer proposed for, or helping with, one need."""

    __slots__ = ()
    TABLE = "matches"

    need_id = Field[str]()
    volunteer_id = Field[str]()
    status = Field[MatchStatus](MatchStatus)
    cost = Field[int | None]()
    why = Field[str | None]()
    seen_at = Field[str | None]()
    rank = Field[int | None]()
    released_at = Field[str | None]()
    answer_by = Field[str | None]()
    first_on = Field[str | None]()
    first_part = Field[str | None]()
    packed_for = Field[str | None]()
    resident_told_at = Field[str | None]()
    proved_at = Field[str | None]()
    ended_reason = Field[str | None]()


PairField = Literal["resident_id", "volunteer_id", "since", "next_check", "ends_on", "cover_id"]
PairValues = TypedDict("PairValues", {"resident_id": object, "volunteer_id": object, "since": object, "next_check": object, "ends_on": object, "cover_id": object}, total=False)


class PairRow(TableRow[PairField, PairValues]):
    """A volunteer and a resident who know each other."""

    __slots__ = ()
    TABLE = "pairs"

    resident_id = Field[str]()
    volunteer_id = Field[str]()
    since = Field[str | None]()
    next_check = Field[str | None]()
    ends_on = Field[str | None]()
    cover_id = Field[str | None]()


VisitField = Literal["match_id", "need_id", "resident_id", "volunteer_id", "on", "minutes", "miles", "worried", "status"]
VisitValues = TypedDict("VisitValues", {"match_id": object, "need_id": object, "resident_id": object, "volunteer_id": object, "on": object, "minutes": object, "miles": object, "worried": object, "status": VisitStatus | None}, total=False)


class VisitRow(TableRow[VisitField, VisitValues]):
    """One time that help was given."""

    __slots__ = ()
    TABLE = "visits"

    match_id = Field[str]()
    need_id = Field[str]()
    resident_id = Field[str]()
    volunteer_id = Field[str]()
    on = Field[str]()
    minutes = Field[int | None]()
    miles = Field[float | None]()
    worried = Field[str | None]()
    status = Field[VisitStatus](VisitStatus)


ContactField = Literal["about", "with_whom", "way", "direction", "outcome", "words", "status", "takes_off", "until"]
ContactValues = TypedDict("ContactValues", {"about": object, "with_whom": object, "way": ContactWay | None, "direction": Direction | None, "outcome": ContactOutcome | None, "words": object, "status": ContactStatus | None, "takes_off": object, "until": object}, total=False)


class ContactRow(TableRow[ContactField, ContactValues]):
    """A call, letter or message with somebody."""

    __slots__ = ()
    TABLE = "contacts"

    about = Field[str | None]()
    with_whom = Field[str | None]()
    way = Field[ContactWay | None](ContactWay)
    direction = Field[Direction | None](Direction)
    outcome = Field[ContactOutcome | None](ContactOutcome)
    words = Field[str | None]()
    status = Field[ContactStatus](ContactStatus)
    takes_off = Field[str | None]()
    until = Field[str | None]()


OrganisationField = Literal["name", "website", "what_we_do", "commitments", "contact_name", "contact_role", "telephone", "email", "postcode", "signs_charter", "may_sign", "extra", "status", "flags", "signed_on", "notes"]
OrganisationValues = TypedDict("OrganisationValues", {"name": object, "website": object, "what_we_do": object, "commitments": object, "contact_name": object, "contact_role": object, "telephone": object, "email": object, "postcode": object, "signs_charter": object, "may_sign": object, "extra": object, "status": ListingStatus | None, "flags": object, "signed_on": object, "notes": object}, total=False)


class OrganisationRow(TableRow[OrganisationField, OrganisationValues]):
    """Organisations that signed the charter."""

    __slots__ = ()
    TABLE = "organisations"

    name = Field[str | None]()
    website = Field[str | None]()
    what_we_do = Field[str | None]()
    commitments = Field[str | None]()
    contact_name = Field[str | None]()
    contact_role = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    postcode = Field[str | None]()
    signs_charter = Field[str | None]()
    may_sign = Field[str | None]()
    extra = Field[str | None]()
    status = Field[ListingStatus](ListingStatus)
    flags = Field[str | None]()
    signed_on = Field[str | None]()
    notes = Field[str | None]()


ErasureField = Literal["table_name", "record_id", "key_hash"]
ErasureValues = TypedDict("ErasureValues", {"table_name": object, "record_id": object, "key_hash": object}, total=False)


class ErasureRow(TableRow[ErasureField, ErasureValues]):
    """What was erased: ids and keyed hashes, nothing else."""

    __slots__ = ()
    TABLE = "erasures"

    table_name = Field[str]()
    record_id = Field[str]()
    key_hash = Field[str | None]()


WeightField = Literal["distance", "overlap", "continuity", "load", "rest", "waiting"]
WeightValues = TypedDict("WeightValues", {"distance": object, "overlap": object, "continuity": object, "load": object, "rest": object, "waiting": object}, total=False)


class WeightRow(TableRow[WeightField, WeightValues]):
    """What each reason counts for in the matching, as this community set it: at most one row."""

    __slots__ = ()
    TABLE = "weights"

    distance = Field[int | None]()
    overlap = Field[int | None]()
    continuity = Field[int | None]()
    load = Field[int | None]()
    rest = Field[int | None]()
    waiting = Field[int | None]()


ConcernField = Literal["danger_now", "at_risk_name", "at_risk_reach", "what", "harm_by", "harm_by_name", "they_know", "reporter_name", "reporter_telephone", "reporter_email", "safe_to_ring", "when_safe", "named", "moved", "steps", "route", "status"]
ConcernValues = TypedDict("ConcernValues", {"danger_now": object, "at_risk_name": object, "at_risk_reach": object, "what": object, "harm_by": object, "harm_by_name": object, "they_know": object, "reporter_name": object, "reporter_telephone": object, "reporter_email": object, "safe_to_ring": object, "when_safe": object, "named": object, "moved": object, "steps": object, "route": ConcernRoute | None, "status": ConcernStatus | None}, total=False)


class ConcernRow(TableRow[ConcernField, ConcernValues]):
    """Safeguarding concerns, every word of them sealed."""

    __slots__ = ()
    TABLE = "concerns"

    danger_now = Field[str | None]()
    at_risk_name = Field[str | None]()
    at_risk_reach = Field[str | None]()
    what = Field[str | None]()
    harm_by = Field[str | None]()
    harm_by_name = Field[str | None]()
    they_know = Field[str | None]()
    reporter_name = Field[str | None]()
    reporter_telephone = Field[str | None]()
    reporter_email = Field[str | None]()
    safe_to_ring = Field[str | None]()
    when_safe = Field[str | None]()
    named = Field[str | None]()
    moved = Field[str | None]()
    steps = Field[str | None]()
    route = Field[ConcernRoute | None](ConcernRoute)
    status = Field[ConcernStatus](ConcernStatus)


ServiceField = Literal["name", "kind", "what", "times", "cost", "access", "website", "public_telephone", "public_email", "place", "languages", "postcode", "contact_name", "telephone", "email", "extra", "organisation_id", "hub", "status", "flags", "checked_on", "notes"]
ServiceValues = TypedDict("ServiceValues", {"name": object, "kind": object, "what": object, "times": object, "cost": object, "access": object, "website": object, "public_telephone": object, "public_email": object, "place": object, "languages": object, "postcode": object, "contact_name": object, "telephone": object, "email": object, "extra": object, "organisation_id": object, "hub": object, "status": ListingStatus | None, "flags": object, "checked_on": object, "notes": object}, total=False)


class ServiceRow(TableRow[ServiceField, ServiceValues]):
    """The local directory: services, groups, shops that deliver, warm places, and what members offer."""

    __slots__ = ()
    TABLE = "services"

    name = Field[str | None]()
    kind = Field[str | None]()
    what = Field[str | None]()
    times = Field[str | None]()
    cost = Field[str | None]()
    access = Field[str | None]()
    website = Field[str | None]()
    public_telephone = Field[str | None]()
    public_email = Field[str | None]()
    place = Field[str | None]()
    languages = Field[str | None]()
    postcode = Field[str | None]()
    contact_name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    extra = Field[str | None]()
    organisation_id = Field[str | None]()
    hub = Field[str | None]()
    status = Field[ListingStatus](ListingStatus)
    flags = Field[str | None]()
    checked_on = Field[str | None]()
    notes = Field[str | None]()


OpportunityField = Literal["name", "what", "place", "times", "slots", "min_age", "min_dbs", "expenses", "support", "ends_on", "contact_name", "telephone", "email", "postcode", "extra", "organisation_id", "hub", "status", "flags", "checked_on", "notes"]
OpportunityValues = TypedDict("OpportunityValues", {"name": object, "what": object, "place": object, "times": object, "slots": object, "min_age": object, "min_dbs": object, "expenses": object, "support": object, "ends_on": object, "contact_name": object, "telephone": object, "email": object, "postcode": object, "extra": object, "organisation_id": object, "hub": object, "status": ListingStatus | None, "flags": object, "checked_on": object, "notes": object}, total=False)


class OpportunityRow(TableRow[OpportunityField, OpportunityValues]):
    """Volunteering roles at organisations."""

    __slots__ = ()
    TABLE = "opportunities"

    name = Field[str | None]()
    what = Field[str | None]()
    place = Field[str | None]()
    times = Field[str | None]()
    slots = Field[str | None]()
    min_age = Field[int | None]()
    min_dbs = Field[str | None]()
    expenses = Field[str | None]()
    support = Field[str | None]()
    ends_on = Field[str | None]()
    contact_name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    postcode = Field[str | None]()
    extra = Field[str | None]()
    organisation_id = Field[str | None]()
    hub = Field[str | None]()
    status = Field[ListingStatus](ListingStatus)
    flags = Field[str | None]()
    checked_on = Field[str | None]()
    notes = Field[str | None]()


EnquiryField = Literal["name", "telephone", "email", "postcode", "words", "consent", "extra", "opportunity_id", "volunteer_id", "hub", "status", "flags", "introduced_on", "placed_on", "notes"]
EnquiryValues = TypedDict("EnquiryValues", {"name": object, "telephone": object, "email": object, "postcode": object, "words": object, "consent": object, "extra": object, "opportunity_id": object, "volunteer_id": object, "hub": object, "status": EnquiryStatus | None, "flags": object, "introduced_on": object, "placed_on": object, "notes": object}, total=False)


class EnquiryRow(TableRow[EnquiryField, EnquiryValues]):
    """People who asked for a volunteering role at an organisation."""

    __slots__ = ()
    TABLE = "enquiries"

    name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    postcode = Field[str | None]()
    words = Field[str | None]()
    consent = Field[str | None]()
    extra = Field[str | None]()
    opportunity_id = Field[str | None]()
    volunteer_id = Field[str | None]()
    hub = Field[str | None]()
    status = Field[EnquiryStatus](EnquiryStatus)
    flags = Field[str | None]()
    introduced_on = Field[str | None]()
    placed_on = Field[str | None]()
    notes = Field[str | None]()


SessionField = Literal["name", "kind", "what", "starts_at", "minutes", "place", "online", "places", "gives", "cost", "led_by", "joining", "hub", "status", "notes"]
SessionValues = TypedDict("SessionValues", {"name": object, "kind": object, "what": object, "starts_at": object, "minutes": object, "place": object, "online": object, "places": object, "gives": object, "cost": object, "led_by": object, "joining": object, "hub": object, "status": SessionStatus | None, "notes": object}, total=False)


class SessionRow(TableRow[SessionField, SessionValues]):
    """Training and events with a day, and modules to take at any time."""

    __slots__ = ()
    TABLE = "sessions"

    name = Field[str | None]()
    kind = Field[str | None]()
    what = Field[str | None]()
    starts_at = Field[str | None]()
    minutes = Field[int | None]()
    place = Field[str | None]()
    online = Field[str | None]()
    places = Field[int | None]()
    gives = Field[str | None]()
    cost = Field[str | None]()
    led_by = Field[str | None]()
    joining = Field[str | None]()
    hub = Field[str | None]()
    status = Field[SessionStatus](SessionStatus)
    notes = Field[str | None]()


BookingField = Literal["name", "telephone", "email", "access_needs", "extra", "session_id", "volunteer_id", "hub", "status", "flags", "passed_on", "result"]
BookingValues = TypedDict("BookingValues", {"name": object, "telephone": object, "email": object, "access_needs": object, "extra": object, "session_id": object, "volunteer_id": object, "hub": object, "status": BookingStatus | None, "flags": object, "passed_on": object, "result": object}, total=False)


class BookingRow(TableRow[BookingField, BookingValues]):
    """Places at a session, and what came of each."""

    __slots__ = ()
    TABLE = "bookings"

    name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    access_needs = Field[str | None]()
    extra = Field[str | None]()
    session_id = Field[str]()
    volunteer_id = Field[str | None]()
    hub = Field[str | None]()
    status = Field[BookingStatus](BookingStatus)
    flags = Field[str | None]()
    passed_on = Field[str | None]()
    result = Field[int | None]()


SubscriberField = Literal["name", "email", "topics", "status", "confirmed_at", "left_at", "flags"]
SubscriberValues = TypedDict("SubscriberValues", {"name": object, "email": object, "topics": object, "status": SubscriberStatus | None, "confirmed_at": object, "left_at": object, "flags": object}, total=False)


class SubscriberRow(TableRow[SubscriberField, SubscriberValues]):
    """People who asked for the newsletter."""

    __slots__ = ()
    TABLE = "subscribers"

    name = Field[str | None]()
    email = Field[str | None]()
    topics = Field[str | None]()
    status = Field[SubscriberStatus](SubscriberStatus)
    confirmed_at = Field[str | None]()
    left_at = Field[str | None]()
    flags = Field[str | None]()


ReferralField = Literal["kind", "direction", "resident_id", "request_id", "service_id", "service", "what", "agreed", "pence_asked", "pence_given", "given_by", "hub", "status", "chase_on", "acknowledged_by", "acknowledged_on", "outcome"]
ReferralValues = TypedDict("ReferralValues", {"kind": ReferralKind | None, "direction": Direction | None, "resident_id": object, "request_id": object, "service_id": object, "service": object, "what": object, "agreed": object, "pence_asked": object, "pence_given": object, "given_by": object, "hub": object, "status": ReferralStatus | None, "chase_on": object, "acknowledged_by": object, "acknowledged_on": object, "outcome": object}, total=False)


class ReferralRow(TableRow[ReferralField, ReferralValues]):
    """Residents passed on to a service or sent to us by one, and small grants asked for them."""

    __slots__ = ()
    TABLE = "referrals"

    kind = Field[ReferralKind | None](ReferralKind)
    direction = Field[Direction | None](Direction)
    resident_id = Field[str | None]()
    request_id = Field[str | None]()
    service_id = Field[str | None]()
    service = Field[str | None]()
    what = Field[str | None]()
    agreed = Field[str | None]()
    pence_asked = Field[int | None]()
    pence_given = Field[int | None]()
    given_by = Field[str | None]()
    hub = Field[str | None]()
    status = Field[ReferralStatus](ReferralStatus)
    chase_on = Field[str | None]()
    acknowledged_by = Field[str | None]()
    acknowledged_on = Field[str | None]()
    outcome = Field[str | None]()


MessageField = Literal["about", "to_whom", "kind", "way", "status", "not_before", "answer_by", "sent_at", "problem"]
MessageValues = TypedDict("MessageValues", {"about": object, "to_whom": object, "kind": MessageKind | None, "way": ReachBy | None, "status": MessageStatus | None, "not_before": object, "answer_by": object, "sent_at": object, "problem": SendReason | None}, total=False)


class MessageRow(TableRow[MessageField, MessageValues]):
    """Messages, each to one person by one channel. Neither the words nor the address are kept."""

    __slots__ = ()
    TABLE = "messages"

    about = Field[str]()
    to_whom = Field[str]()
    kind = Field[MessageKind](MessageKind)
    way = Field[ReachBy](ReachBy)
    status = Field[MessageStatus](MessageStatus)
    not_before = Field[str | None]()
    answer_by = Field[str | None]()
    sent_at = Field[str | None]()
    problem = Field[SendReason | None](SendReason)


ShiftField = Literal["rota", "starts_at", "minutes", "place", "volunteer_id", "covered_by", "hub", "status"]
ShiftValues = TypedDict("ShiftValues", {"rota": object, "starts_at": object, "minutes": object, "place": object, "volunteer_id": object, "covered_by": object, "hub": object, "status": ShiftStatus | None}, total=False)


class ShiftRow(TableRow[ShiftField, ShiftValues]):
    """One person's turn on a rota."""

    __slots__ = ()
    TABLE = "shifts"

    rota = Field[str | None]()
    starts_at = Field[str | None]()
    minutes = Field[int | None]()
    place = Field[str | None]()
    volunteer_id = Field[str | None]()
    covered_by = Field[str | None]()
    hub = Field[str | None]()
    status = Field[ShiftStatus](ShiftStatus)


PaymentField = Literal["kind", "on", "what", "pence", "miles", "volunteer_id", "resident_id", "visit_id", "hub", "status", "receipt_seen_on", "settled_on"]
PaymentValues = TypedDict("PaymentValues", {"kind": object, "on": object, "what": object, "pence": object, "miles": object, "volunteer_id": object, "resident_id": object, "visit_id": object, "hub": object, "status": PaymentStatus | None, "receipt_seen_on": object, "settled_on": object}, total=False)


class PaymentRow(TableRow[PaymentField, PaymentValues]):
    """Shopping money, and volunteers' expenses."""

    __slots__ = ()
    TABLE = "payments"

    kind = Field[str | None]()
    on = Field[str | None]()
    what = Field[str | None]()
    pence = Field[int | None]()
    miles = Field[float | None]()
    volunteer_id = Field[str | None]()
    resident_id = Field[str | None]()
    visit_id = Field[str | None]()
    hub = Field[str | None]()
    status = Field[PaymentStatus](PaymentStatus)
    receipt_seen_on = Field[str | None]()
    settled_on = Field[str | None]()


LoanField = Literal["what", "lent_on", "back_by", "resident_id", "service_id", "handed_by", "hub", "status", "back_on"]
LoanValues = TypedDict("LoanValues", {"what": object, "lent_on": object, "back_by": object, "resident_id": object, "service_id": object, "handed_by": object, "hub": object, "status": LoanStatus | None, "back_on": object}, total=False)


class LoanRow(TableRow[LoanField, LoanValues]):
    """Things lent to residents: a telephone, a wheelchair, a heater."""

    __slots__ = ()
    TABLE = "loans"

    what = Field[str | None]()
    lent_on = Field[str | None]()
    back_by = Field[str | None]()
    resident_id = Field[str | None]()
    service_id = Field[str | None]()
    handed_by = Field[str | None]()
    hub = Field[str | None]()
    status = Field[LoanStatus](LoanStatus)
    back_on = Field[str | None]()


FeedbackField = Literal["words", "score", "may_publish", "about", "from_whom", "as_printed", "status"]
FeedbackValues = TypedDict("FeedbackValues", {"words": object, "score": object, "may_publish": object, "about": object, "from_whom": object, "as_printed": object, "status": FeedbackStatus | None}, total=False)


class FeedbackRow(TableRow[FeedbackField, FeedbackValues]):
    """What people say of the help, and whether we may publish it."""

    __slots__ = ()
    TABLE = "feedback"

    words = Field[str | None]()
    score = Field[int | None]()
    may_publish = Field[str | None]()
    about = Field[str | None]()
    from_whom = Field[str | None]()
    as_printed = Field[str | None]()
    status = Field[FeedbackStatus](FeedbackStatus)


ComplaintField = Literal["kind", "name", "telephone", "email", "words", "wants", "harm", "about", "stage", "answer", "status", "flags", "acknowledged_on", "answer_by", "erase_asked_at", "erase_asked_by"]
ComplaintValues = TypedDict("ComplaintValues", {"kind": object, "name": object, "telephone": object, "email": object, "words": object, "wants": object, "harm": object, "about": object, "stage": object, "answer": object, "status": ComplaintStatus | None, "flags": object, "acknowledged_on": object, "answer_by": object, "erase_asked_at": object, "erase_asked_by": object}, total=False)


class ComplaintRow(TableRow[ComplaintField, ComplaintValues]):
    """Complaints, and requests about somebody's own data."""

    __slots__ = ()
    TABLE = "complaints"

    kind = Field[str | None]()
    name = Field[str | None]()
    telephone = Field[str | None]()
    email = Field[str | None]()
    words = Field[str | None]()
    wants = Field[str | None]()
    harm = Field[str | None]()
    about = Field[str | None]()
    stage = Field[int | None]()
    answer = Field[str | None]()
    status = Field[ComplaintStatus](ComplaintStatus)
    flags = Field[str | None]()
    acknowledged_on = Field[str | None]()
    answer_by = Field[str | None]()
    erase_asked_at = Field[str | None]()
    erase_asked_by = Field[str | None]()


HouseholdField = Literal["list_name", "name", "telephone", "postcode", "address", "why", "lawful_basis", "delete_by", "hub", "status", "tried", "tried_at", "round_way", "caller", "volunteer_id", "leaflet_on", "joined_as"]
HouseholdValues = TypedDict("HouseholdValues", {"list_name": object, "name": object, "telephone": object, "postcode": object, "address": object, "why": object, "lawful_basis": object, "delete_by": object, "hub": object, "status": HouseholdStatus | None, "tried": object, "tried_at": object, "round_way": RoundWay | None, "caller": object, "volunteer_id": object, "leaflet_on": object, "joined_as": object}, total=False)


class HouseholdRow(TableRow[HouseholdField, HouseholdValues]):
    """Households on lists of people to reach, each with our lawful basis for holding it and the day on which it is deleted."""

    __slots__ = ()
    TABLE = "households"

    list_name = Field[str | None]()
    name = Field[str | None]()
    telephone = Field[str | None]()
    postcode = Field[str | None]()
    address = Field[str | None]()
    why = Field[str | None]()
    lawful_basis = Field[str | None]()
    delete_by = Field[str]()
    hub = Field[str | None]()
    status = Field[HouseholdStatus](HouseholdStatus)
    tried = Field[int | None]()
    tried_at = Field[str | None]()
    round_way = Field[RoundWay | None](RoundWay)
    caller = Field[str | None]()
    volunteer_id = Field[str | None]()
    leaflet_on = Field[str | None]()
    joined_as = Field[str | None]()


DoorKeyField = Literal["resident_id", "kind", "label", "kept_at", "code", "agreed", "held_by", "status", "back_on"]
DoorKeyValues = TypedDict("DoorKeyValues", {"resident_id": object, "kind": DoorKeyKind | None, "label": object, "kept_at": object, "code": object, "agreed": object, "held_by": object, "status": DoorKeyStatus | None, "back_on": object}, total=False)


class DoorKeyRow(TableRow[DoorKeyField, DoorKeyValues]):
    """Keys to residents' doors and codes of their key safes. Each look at a code is written down."""

    __slots__ = ()
    TABLE = "door_keys"

    resident_id = Field[str]()
    kind = Field[DoorKeyKind | None](DoorKeyKind)
    label = Field[str | None]()
    kept_at = Field[str | None]()
    code = Field[str | None]()
    agreed = Field[str | None]()
    held_by = Field[str | None]()
    status = Field[DoorKeyStatus](DoorKeyStatus)
    back_on = Field[str | None]()


AccidentField = Literal["kind", "happened_on", "hurt_id", "what", "looked_after", "insurer_told_on", "insurer_reference", "outcome", "hub", "status"]
AccidentValues = TypedDict("AccidentValues", {"kind": AccidentKind | None, "happened_on": object, "hurt_id": object, "what": object, "looked_after": object, "insurer_told_on": object, "insurer_reference": object, "outcome": object, "hub": object, "status": AccidentStatus | None}, total=False)


class AccidentRow(TableRow[AccidentField, AccidentValues]):
    """Accidents while helping or being helped: what happened, who looks after whom, and what the insurer knows."""

    __slots__ = ()
    TABLE = "accidents"

    kind = Field[AccidentKind | None](AccidentKind)
    happened_on = Field[str | None]()
    hurt_id = Field[str | None]()
    what = Field[str | None]()
    looked_after = Field[str | None]()
    insurer_told_on = Field[str | None]()
    insurer_reference = Field[str | None]()
    outcome = Field[str | None]()
    hub = Field[str | None]()
    status = Field[AccidentStatus](AccidentStatus)


CircularField = Literal["subject", "words", "chosen", "left_out", "hub"]
CircularValues = TypedDict("CircularValues", {"subject": object, "words": object, "chosen": object, "left_out": object, "hub": object}, total=False)


class CircularRow(TableRow[CircularField, CircularValues]):
    """What somebody wrote to many volunteers at once. Each of them gets a message of their own about it."""

    __slots__ = ()
    TABLE = "circulars"

    subject = Field[str | None]()
    words = Field[str | None]()
    chosen = Field[str | None]()
    left_out = Field[int | None]()
    hub = Field[str | None]()


RowWithStatus = VolunteerRow | HelpRequestRow | NeedRow | MatchRow | VisitRow | ContactRow | OrganisationRow | ConcernRow | ServiceRow | OpportunityRow | EnquiryRow | SessionRow | BookingRow | SubscriberRow | ReferralRow | MessageRow | ShiftRow | PaymentRow | LoanRow | FeedbackRow | ComplaintRow | HouseholdRow | DoorKeyRow | AccidentRow
"""A row of any table with a column `status`."""

RowWithHub = VolunteerRow | HelpRequestRow | ResidentRow | NeedRow | ServiceRow | OpportunityRow | EnquiryRow | SessionRow | BookingRow | ReferralRow | ShiftRow | PaymentRow | LoanRow | HouseholdRow | AccidentRow | CircularRow
"""A row of any table with a column `hub`."""

RowWithFlags = VolunteerRow | HelpRequestRow | OrganisationRow | ServiceRow | OpportunityRow | EnquiryRow | BookingRow | SubscriberRow | ComplaintRow
"""A row of any table with a column `flags`."""

RowWithName = VolunteerRow | HelpRequestRow | ResidentRow | OrganisationRow | ServiceRow | OpportunityRow | EnquiryRow | SessionRow | BookingRow | SubscriberRow | ComplaintRow | HouseholdRow
"""A row of any table with a column `name`."""

class ColumnName:
    """The names of all columns, where a row may be of any table: mypy sees a slip, as in a row's class."""

    ABOUT: Final = "about"
    ACCESS: Final = "access"
    ACCESS_NEEDS: Final = "access_needs"
    ACKNOWLEDGED_BY: Final = "acknowledged_by"
    ACKNOWLEDGED_ON: Final = "acknowledged_on"
    ACTION: Final = "action"
    ADDRESS: Final = "address"
    AGREED: Final = "agreed"
    AGREED_HOW: Final = "agreed_how"
    ANIMALS: Final = "animals"
    ANSWER: Final = "answer"
    ANSWER_BY: Final = "answer_by"
    AS_PRINTED: Final = "as_printed"
    ASKED_AT: Final = "asked_at"
    AT: Final = "at"
    AT_RISK_IN: Final = "at_risk_in"
    AT_RISK_NAME: Final = "at_risk_name"
    AT_RISK_REACH: Final = "at_risk_reach"
    AVOIDS: Final = "avoids"
    AWAY_AT: Final = "away_at"
    AWAY_UNTIL: Final = "away_until"
    BACK_BY: Final = "back_by"
    BACK_ON: Final = "back_on"
    BUDDY_ID: Final = "buddy_id"
    BY: Final = "by"
    CALLER: Final = "caller"
    CARES_FOR: Final = "cares_for"
    CHAMPION_OF: Final = "champion_of"
    CHANGED_AT: Final = "changed_at"
    CHANNEL: Final = "channel"
    CHASE_ON: Final = "chase_on"
    CHECKED_ON: Final = "checked_on"
    CHOSEN: Final = "chosen"
    CLOSED_REASON: Final = "closed_reason"
    CODE: Final = "code"
    COMMITMENTS: Final = "commitments"
    CONFIRMED_AT: Final = "confirmed_at"
    CONSENT: Final = "consent"
    CONSENT_NOTES: Final = "consent_notes"
    CONTACT_NAME: Final = "contact_name"
    CONTACT_ROLE: Final = "contact_role"
    CONTINUITY: Final = "continuity"
    COST: Final = "cost"
    COVER_ID: Final = "cover_id"
    COVERED_BY: Final = "covered_by"
    DANGER_NOW: Final = "danger_now"
    DELETE_BY: Final = "delete_by"
    DETAILS: Final = "details"
    DIED_ON: Final = "died_on"
    DIRECTION: Final = "direction"
    DISTANCE: Final = "distance"
    DOOR_WORD: Final = "door_word"
    DUPLICATE_OF: Final = "duplicate_of"
    EASTING: Final = "easting"
    EMAIL: Final = "email"
    EMERGENCY_NAME: Final = "emergency_name"
    EMERGENCY_TELEPHONE: Final = "emergency_telephone"
    ENDED_REASON: Final = "ended_reason"
    ENDS_ON: Final = "ends_on"
    ERASE_ASKED_AT: Final = "erase_asked_at"
    ERASE_ASKED_BY: Final = "erase_asked_by"
    EXPENSES: Final = "expenses"
    EXTRA: Final = "extra"
    FIRST_ON: Final = "first_on"
    FIRST_PART: Final = "first_part"
    FLAGS: Final = "flags"
    FOR_WHOM: Final = "for_whom"
    FROM_WHOM: Final = "from_whom"
    GIVEN_BY: Final = "given_by"
    GIVES: Final = "gives"
    GUARDIAN_CONSENT: Final = "guardian_consent"
    GUARDIAN_NAME: Final = "guardian_name"
    GUARDIAN_TELEPHONE: Final = "guardian_telephone"
    HANDED_BY: Final = "handed_by"
    HAPPENED_ON: Final = "happened_on"
    HARM: Final = "harm"
    HARM_BY: Final = "harm_by"
    HARM_BY_NAME: Final = "harm_by_name"
    HAZARDS: Final = "hazards"
    HEALTH_CONSENT: Final = "health_consent"
    HELD_BY: Final = "held_by"
    HOLD_UNTIL: Final = "hold_until"
    HOW_MANY: Final = "how_many"
    HUB: Final = "hub"
    HURT_ID: Final = "hurt_id"
    ID: Final = "id"
    IN_PERSON: Final = "in_person"
    INDUCTED_ON: Final = "inducted_on"
    INSURER_REFERENCE: Final = "insurer_reference"
    INSURER_TOLD_ON: Final = "insurer_told_on"
    INTERPRETER: Final = "interpreter"
    INTRODUCED_ON: Final = "introduced_on"
    JOINED_AS: Final = "joined_as"
    JOINING: Final = "joining"
    KEPT_AT: Final = "kept_at"
    KEY_HASH: Final = "key_hash"
    KIN_OF: Final = "kin_of"
    KIND: Final = "kind"
    LABEL: Final = "label"
    LANGUAGES: Final = "languages"
    LAWFUL_BASIS: Final = "lawful_basis"
    LEAFLET_ON: Final = "leaflet_on"
    LED_BY: Final = "led_by"
    LEFT_AT: Final = "left_at"
    LEFT_OUT: Final = "left_out"
    LENT_ON: Final = "lent_on"
    LEVEL: Final = "level"
    LIMITS: Final = "limits"
    LIST_NAME: Final = "list_name"
    LIVES_WITH: Final = "lives_with"
    LOAD: Final = "load"
    LOOKED_AFTER: Final = "looked_after"
    MATCH_ID: Final = "match_id"
    MAX_DISTANCE_KM: Final = "max_distance_km"
    MAY_PUBLISH: Final = "may_publish"
    MAY_SIGN: Final = "may_sign"
    MILES: Final = "miles"
    MIN_AGE: Final = "min_age"
    MIN_DBS: Final = "min_dbs"
    MINUTES: Final = "minutes"
    MOVED: Final = "moved"
    MOVED_ON: Final = "moved_on"
    NAME: Final = "name"
    NAMED: Final = "named"
    NEED_ID: Final = "need_id"
    NEXT_CHECK: Final = "next_check"
    NORTHING: Final = "northing"
    NOT_BEFORE: Final = "not_before"
    NOT_SAFE: Final = "not_safe"
    NOTES: Final = "notes"
    NUMBER: Final = "number"
    ON: Final = "on"
    ONLINE: Final = "online"
    OPPORTUNITY_ID: Final = "opportunity_id"
    ORGANISATION_ID: Final = "organisation_id"
    OUTCOME: Final = "outcome"
    OVER_18: Final = "over_18"
    OVERLAP: Final = "overlap"
    PACKED_FOR: Final = "packed_for"
    PASSED_ON: Final = "passed_on"
    PENCE: Final = "pence"
    PENCE_ASKED: Final = "pence_asked"
    PENCE_GIVEN: Final = "pence_given"
    PEOPLE: Final = "people"
    PLACE: Final = "place"
    PLACED_ON: Final = "placed_on"
    PLACES: Final = "places"
    POSTCODE: Final = "postcode"
    PREFERS: Final = "prefers"
    PROBLEM: Final = "problem"
    PROTECTED_ADDRESS: Final = "protected_address"
    PROVED_AT: Final = "proved_at"
    PUBLIC_EMAIL: Final = "public_email"
    PUBLIC_TELEPHONE: Final = "public_telephone"
    RANK: Final = "rank"
    REACH_BY: Final = "reach_by"
    RECEIPT_SEEN_ON: Final = "receipt_seen_on"
    RECORD_ID: Final = "record_id"
    RECURS: Final = "recurs"
    REFERRER_EMAIL: Final = "referrer_email"
    REFERRER_NAME: Final = "referrer_name"
    REFERRER_TELEPHONE: Final = "referrer_telephone"
    REFERRER_WHO: Final = "referrer_who"
    RELEASED_AT: Final = "released_at"
    RENEW_ON: Final = "renew_on"
    REPORTER_EMAIL: Final = "reporter_email"
    REPORTER_NAME: Final = "reporter_name"
    REPORTER_TELEPHONE: Final = "reporter_telephone"
    REQUEST_ID: Final = "request_id"
    RESIDENT_ID: Final = "resident_id"
    RESIDENT_TOLD_AT: Final = "resident_told_at"
    REST: Final = "rest"
    RESULT: Final = "result"
    ROTA: Final = "rota"
    ROUND_WAY: Final = "round_way"
    ROUTE: Final = "route"
    SAFE_TO_RING: Final = "safe_to_ring"
    SAFE_WHEN: Final = "safe_when"
    SAY_INSTEAD: Final = "say_instead"
    SCORE: Final = "score"
    SECTOR: Final = "sector"
    SEEN_AT: Final = "seen_at"
    SEEN_BY: Final = "seen_by"
    SEEN_ON: Final = "seen_on"
    SENT_AT: Final = "sent_at"
    SERVICE: Final = "service"
    SERVICE_ID: Final = "service_id"
    SESSION_ID: Final = "session_id"
    SETTLED_ON: Final = "settled_on"
    SIGNED_ON: Final = "signed_on"
    SIGNS_CHARTER: Final = "signs_charter"
    SINCE: Final = "since"
    SLOTS: Final = "slots"
    SPEAKS_FOR: Final = "speaks_for"
    STAFF: Final = "staff"
    STAGE: Final = "stage"
    STARTS_AT: Final = "starts_at"
    STATUS: Final = "status"
    STEPS: Final = "steps"
    STOPPED: Final = "stopped"
    SUBJECT: Final = "subject"
    SUPPORT: Final = "support"
    SUPPORT_NEEDS: Final = "support_needs"
    TABLE_NAME: Final = "table_name"
    TAKES_CARE: Final = "takes_care"
    TAKES_OFF: Final = "takes_off"
    TALKS_THROUGH: Final = "talks_through"
    TASK_TYPE: Final = "task_type"
    TASKS: Final = "tasks"
    TELEPHONE: Final = "telephone"
    TEXT_ONLY: Final = "text_only"
    THEY_AGREE: Final = "they_agree"
    THEY_KNOW: Final = "they_know"
    TIMES: Final = "times"
    TO_WHOM: Final = "to_whom"
    TOPICS: Final = "topics"
    TRAINING: Final = "training"
    TRAVEL: Final = "travel"
    TRIED: Final = "tried"
    TRIED_AT: Final = "tried_at"
    UNREACHED: Final = "unreached"
    UNTIL: Final = "until"
    URGENCY: Final = "urgency"
    VISIT_ID: Final = "visit_id"
    VOID: Final = "void"
    VOLUNTEER_ID: Final = "volunteer_id"
    WAITING: Final = "waiting"
    WANTS: Final = "wants"
    WAY: Final = "way"
    WEBSITE: Final = "website"
    WHAT: Final = "what"
    WHAT_WE_DO: Final = "what_we_do"
    WHEN_SAFE: Final = "when_safe"
    WHO_AGAIN: Final = "who_again"
    WHY: Final = "why"
    WITH_WHOM: Final = "with_whom"
    WORDS: Final = "words"
    WORRIED: Final = "worried"


ROW_TYPES: dict[str, type[TableRow[Any, Any]]] = {row.TABLE: row for row in (
    VolunteerRow, CheckRow, HelpRequestRow, ResidentRow, NeedRow, MatchRow, PairRow, VisitRow, ContactRow, OrganisationRow, ErasureRow, WeightRow, ConcernRow, ServiceRow, OpportunityRow, EnquiryRow, SessionRow, BookingRow, SubscriberRow, ReferralRow, MessageRow, ShiftRow, PaymentRow, LoanRow, FeedbackRow, ComplaintRow, HouseholdRow, DoorKeyRow, AccidentRow, CircularRow,
)}
