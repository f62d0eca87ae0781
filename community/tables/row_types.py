"""The rows of each table, their columns by name. Written by `python start.py document`, from the tables."""
# ruff: noqa: I001, UP013

from typing import Any, Literal, TypedDict

from community.tables.row import Field, TableRow
from community.tables.statuses import (ConcernStatus, ContactStatus, MatchStatus, NeedStatus, OrganisationStatus, RequestStatus, VisitStatus, VolunteerStatus)
from community.tables.vocabulary import (ClosedReason, ConcernRoute, ContactOutcome, ContactWay, DbsLevel, Direction, Recurs, Urgency)


VolunteerField = Literal["name", "telephone", "email", "postcode", "reach_by", "tasks", "slots", "how_many", "max_distance_km", "travel", "in_person", "languages", "over_18", "guardian_name", "guardian_telephone", "guardian_consent", "takes_care", "health_consent", "about", "consent", "extra", "status", "flags", "hub", "easting", "northing", "sector", "inducted_on", "training", "avoids", "hold_until", "notes"]
VolunteerValues = TypedDict("VolunteerValues", {"name": object, "telephone": object, "email": object, "postcode": object, "reach_by": object, "tasks": object, "slots": object, "how_many": object, "max_distance_km": object, "travel": object, "in_person": object, "languages": object, "over_18": object, "guardian_name": object, "guardian_telephone": object, "guardian_consent": object, "takes_care": object, "health_consent": object, "about": object, "consent": object, "extra": object, "status": VolunteerStatus | None, "flags": object, "hub": object, "easting": object, "northing": object, "sector": object, "inducted_on": object, "training": object, "avoids": object, "hold_until": object, "notes": object}, total=False)


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


ResidentField = Literal["name", "telephone", "email", "reach_by", "text_only", "postcode", "address", "languages", "access_needs", "extra", "hub", "easting", "northing", "sector", "prefers", "avoids", "notes"]
ResidentValues = TypedDict("ResidentValues", {"name": object, "telephone": object, "email": object, "reach_by": object, "text_only": object, "postcode": object, "address": object, "languages": object, "access_needs": object, "extra": object, "hub": object, "easting": object, "northing": object, "sector": object, "prefers": object, "avoids": object, "notes": object}, total=False)


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


MatchField = Literal["need_id", "volunteer_id", "status", "cost", "why", "seen_at", "rank", "released_at", "ended_reason"]
MatchValues = TypedDict("MatchValues", {"need_id": object, "volunteer_id": object, "status": MatchStatus | None, "cost": object, "why": object, "seen_at": object, "rank": object, "released_at": object, "ended_reason": object}, total=False)


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
    ended_reason = Field[str | None]()


PairField = Literal["resident_id", "volunteer_id", "since", "next_check"]
PairValues = TypedDict("PairValues", {"resident_id": object, "volunteer_id": object, "since": object, "next_check": object}, total=False)


class PairRow(TableRow[PairField, PairValues]):
    """A volunteer and a resident who know each other."""

    __slots__ = ()
    TABLE = "pairs"

    resident_id = Field[str]()
    volunteer_id = Field[str]()
    since = Field[str | None]()
    next_check = Field[str | None]()


VisitField = Literal["match_id", "need_id", "resident_id", "volunteer_id", "on", "minutes", "status"]
VisitValues = TypedDict("VisitValues", {"match_id": object, "need_id": object, "resident_id": object, "volunteer_id": object, "on": object, "minutes": object, "status": VisitStatus | None}, total=False)


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
OrganisationValues = TypedDict("OrganisationValues", {"name": object, "website": object, "what_we_do": object, "commitments": object, "contact_name": object, "contact_role": object, "telephone": object, "email": object, "postcode": object, "signs_charter": object, "may_sign": object, "extra": object, "status": OrganisationStatus | None, "flags": object, "signed_on": object, "notes": object}, total=False)


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
    status = Field[OrganisationStatus](OrganisationStatus)
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


WeightField = Literal["distance", "overlap", "continuity", "load", "rest"]
WeightValues = TypedDict("WeightValues", {"distance": object, "overlap": object, "continuity": object, "load": object, "rest": object}, total=False)


class WeightRow(TableRow[WeightField, WeightValues]):
    """What each reason counts for in the matching, as this community set it: at most one row."""

    __slots__ = ()
    TABLE = "weights"

    distance = Field[int | None]()
    overlap = Field[int | None]()
    continuity = Field[int | None]()
    load = Field[int | None]()
    rest = Field[int | None]()


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


RowWithStatus = VolunteerRow | HelpRequestRow | NeedRow | MatchRow | VisitRow | ContactRow | OrganisationRow | ConcernRow
"""A row of any table with a column `status`."""

RowWithHub = VolunteerRow | HelpRequestRow | ResidentRow | NeedRow
"""A row of any table with a column `hub`."""

RowWithFlags = VolunteerRow | HelpRequestRow | OrganisationRow
"""A row of any table with a column `flags`."""

RowWithName = VolunteerRow | HelpRequestRow | ResidentRow | OrganisationRow
"""A row of any table with a column `name`."""

ROW_TYPES: dict[str, type[TableRow[Any, Any]]] = {row.TABLE: row for row in (
    VolunteerRow, CheckRow, HelpRequestRow, ResidentRow, NeedRow, MatchRow, PairRow, VisitRow, ContactRow, OrganisationRow, ErasureRow, WeightRow, ConcernRow,
)}
