"""The tables of help requests and of the needs that each one holds."""

from functools import partial

from community.tables.column import AFTER_NEED, AFTER_REQUEST, ALWAYS, Column, InTouch, PersonColumns, Table
from community.tables.roles import COORDINATORS, EVERYONE
from community.tables.vocabulary import (
    AGREES,
    CHANNELS,
    DBS_LEVELS,
    FOR_WHOM,
    HELP_REQUEST,
    NEED,
    NEED_CLOSED,
    REACH_BY,
    RECURS,
    SLOTS,
    SPEAKS_FOR,
    URGENCIES,
    YES_NO,
)

_told = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_REQUEST)
_decided = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_REQUEST, origin="decided")
_need = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_NEED, origin="decided")
_plain = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, origin="decided")

HELP_REQUESTS = Table(
    "help_requests",
    "R",
    "One form or call that asks for help; it holds one or more needs",
    (
        _told("for_whom", "code", "For oneself or for somebody else", words=FOR_WHOM),
        _told("referrer_name", "text", "Who asks on another's behalf"),
        _told("referrer_telephone", "text", "The referrer's telephone number"),
        _told("referrer_email", "text", "The referrer's email address"),
        _told("referrer_who", "text", "Who the referrer is to the resident"),
        _told("they_agree", "code", "The resident agrees that somebody asks for them; unable: they can't decide this themselves", words=AGREES),
        _told("agreed_how", "text", "How the resident was asked, and what they said"),
        _told("speaks_for", "code", "By what authority the referrer decides for the resident, as they say", words=SPEAKS_FOR),
        _told("name", "text", "The resident's name"),
        _told("telephone", "text", "The resident's telephone number"),
        _told("email", "text", "The resident's email address"),
        _told("reach_by", "codes", "How the resident likes to be reached", words=REACH_BY),
        _told("text_only", "yes_no", "Text, don't ring", words=YES_NO),
        _told("postcode", "text", "The resident's postcode"),
        _told("address", "long_text", "The resident's address"),
        _told("tasks", "codes", "The kinds of help asked for"),
        Column("details", "long_text", "What is needed, in their words", "special", EVERYONE, AFTER_REQUEST),
        _told("urgency", "code", "How soon", words=URGENCIES),
        _told("slots", "codes", "When it suits", words=SLOTS),
        _told("languages", "codes", "The languages they speak"),
        Column("access_needs", "long_text", "What a visitor should know to be of use", "special", EVERYONE, AFTER_REQUEST),
        _told("health_consent", "yes_no", "They agree that we keep what they tell about health", words=YES_NO),
        _told("who_again", "text", "Who they would like again"),
        _told("extra", "long_text", "Answers to questions that the community added"),
        Column("channel", "code", "How it came", words=CHANNELS, personal="no", see=EVERYONE, keep=ALWAYS),
        _plain("status", "code", "Where it stands", words=HELP_REQUEST, filled=True),
        _decided("flags", "codes", "What a person should look at"),
        _plain("hub", "code", "The hub it belongs to"),
        _decided("resident_id", "ref", "Whom it is for", refers_to="residents"),
        _plain("closed_reason", "code", "Why it was closed without a need left", words=NEED_CLOSED),
        _decided("duplicate_of", "ref", "The request it repeats", refers_to="help_requests", mentions=True),
        _plain("hold_until", "time", "Nothing to do before"),
        Column("consent_notes", "long_text", "How they were asked; who speaks for them, by what authority seen; else why it is in their best interests", "special", EVERYONE, AFTER_REQUEST, origin="decided"),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, AFTER_REQUEST, origin="decided"),
    ),
    people=(
        PersonColumns("resident", "name", "telephone", "email", "postcode", "address"),
        PersonColumns("referrer", "referrer_name", "referrer_telephone", "referrer_email"),
    ),
    in_touch=InTouch(("resident_id",), ("at",)),
)

NEEDS = Table(
    "needs",
    "N",
    "One piece of help: a task type, a place, a time",
    (
        _need("request_id", "ref", "The request it came from", refers_to="help_requests", filled=True),
        _need("resident_id", "ref", "Whom it is for", refers_to="residents", filled=True),
        _plain("task_type", "code", "What kind of help", filled=True),
        Column("details", "long_text", "What to do, in words a volunteer may read before accepting: nothing that tells who", "personal", EVERYONE, AFTER_NEED, origin="decided"),
        _plain("urgency", "code", "How soon", words=URGENCIES),
        _need("slots", "codes", "When it suits; empty: any time", words=SLOTS),
        _plain("recurs", "code", "Once, or every week", words=RECURS),
        _plain("people", "integer", "How many different volunteers it takes"),
        _need("languages", "codes", "Languages, one of which must be shared"),
        _need("min_dbs", "code", "The DBS level that whoever helps must hold; empty: what its kind of help proposes", words=DBS_LEVELS),
        _plain("hub", "code", "The hub it belongs to"),
        _need("easting", "number", "The place, metres east"),
        _need("northing", "number", "The place, metres north"),
        _need("sector", "text", "The place's postcode sector"),
        _plain("asked_at", "time", "When it was asked for: the promise counts from here"),
        _plain("hold_until", "time", "Nothing to do before"),
        _plain("status", "code", "open or closed", words=NEED, filled=True),
        _plain("closed_reason", "code", "Why it was closed", words=NEED_CLOSED),
    ),
    owner="request_id",
    about=("resident_id",),
)
