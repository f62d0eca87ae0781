"""Requests for help, and what each is made of: needs."""

from community.tables.column import AFTER_NEED, AFTER_REQUEST, ALWAYS, COORDINATORS, EVERYONE, Column, Table
from community.tables.vocabulary import HELP_REQUEST, NEED, NEED_CLOSED, REACH_BY, RECURS, SLOTS, URGENCIES, YES_NO

_told = {"personal": "personal", "see": EVERYONE, "keep": AFTER_REQUEST}
_decided = {"personal": "personal", "see": EVERYONE, "keep": AFTER_REQUEST, "origin": "decided"}
_need = {"personal": "personal", "see": EVERYONE, "keep": AFTER_NEED, "origin": "decided"}
_plain = {"personal": "no", "see": EVERYONE, "keep": ALWAYS, "origin": "decided"}

HELP_REQUESTS = Table(
    "help_requests",
    "R",
    "One form or call that asks for help; it holds one or more needs",
    (
        Column("for_whom", "code", "For oneself or for somebody else", words=("myself", "somebody_else"), **_told),
        Column("referrer_name", "text", "Who asks on another's behalf", **_told),
        Column("referrer_telephone", "text", "The referrer's telephone number", **_told),
        Column("referrer_email", "text", "The referrer's email address", **_told),
        Column("referrer_who", "text", "Who the referrer is to the resident", **_told),
        Column("they_agree", "yes_no", "The resident agrees that somebody asks for them", words=YES_NO, **_told),
        Column("name", "text", "The resident's name", **_told),
        Column("telephone", "text", "The resident's telephone number", **_told),
        Column("email", "text", "The resident's email address", **_told),
        Column("reach_by", "codes", "How the resident likes to be reached", words=REACH_BY, **_told),
        Column("text_only", "yes_no", "Text, don't ring", words=YES_NO, **_told),
        Column("postcode", "text", "The resident's postcode", **_told),
        Column("address", "long_text", "The resident's address", **_told),
        Column("tasks", "codes", "The kinds of help asked for", **_told),
        Column("details", "long_text", "What is needed, in their words", "special", EVERYONE, AFTER_REQUEST),
        Column("urgency", "code", "How soon", words=URGENCIES, **_told),
        Column("slots", "codes", "When it suits", words=SLOTS, **_told),
        Column("languages", "codes", "The languages they speak", **_told),
        Column("access_needs", "long_text", "What a visitor should know to be of use", "special", EVERYONE, AFTER_REQUEST),
        Column("who_again", "text", "Who they would like again", **_told),
        Column("extra", "long_text", "Answers to questions that the community added", **_told),
        Column("channel", "code", "How it came", words=("web", "telephone", "sheet", "google_form"), personal="no", see=EVERYONE, keep=ALWAYS),
        Column("status", "code", "Where it stands", words=HELP_REQUEST, **_plain),
        Column("flags", "codes", "What a person should look at", **_decided),
        Column("hub", "code", "The hub it belongs to", **_plain),
        Column("resident_id", "ref", "Whom it is for", refers_to="residents", **_decided),
        Column("closed_reason", "code", "Why it was closed without a need left", words=NEED_CLOSED, **_plain),
        Column("duplicate_of", "ref", "The request it repeats", refers_to="help_requests", **_decided),
        Column("hold_until", "time", "Nothing to do before", **_plain),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, AFTER_REQUEST, origin="decided"),
    ),
)

NEEDS = Table(
    "needs",
    "N",
    "One piece of help: a task type, a place, a time",
    (
        Column("request_id", "ref", "The request it came from", refers_to="help_requests", **_need),
        Column("resident_id", "ref", "Whom it is for", refers_to="residents", **_need),
        Column("task_type", "code", "What kind of help", **_plain),
        Column("details", "long_text", "What to do, in words a volunteer may read before accepting: nothing that tells who", "personal", EVERYONE, AFTER_NEED, origin="decided"),
        Column("urgency", "code", "How soon", words=URGENCIES, **_plain),
        Column("slots", "codes", "When it suits; empty: any time", words=SLOTS, **_need),
        Column("recurs", "code", "Once, or every week", words=RECURS, **_plain),
        Column("people", "integer", "How many different volunteers it takes", **_plain),
        Column("languages", "codes", "Languages, one of which must be shared", **_need),
        Column("hub", "code", "The hub it belongs to", **_plain),
        Column("easting", "number", "The place, metres east", **_need),
        Column("northing", "number", "The place, metres north", **_need),
        Column("sector", "text", "The place's postcode sector", **_need),
        Column("asked_at", "time", "When it was asked for: the promise counts from here", **_plain),
        Column("hold_until", "time", "Nothing to do before", **_plain),
        Column("status", "code", "open or closed", words=NEED, **_plain),
        Column("closed_reason", "code", "Why it was closed", words=NEED_CLOSED, **_plain),
    ),
)
