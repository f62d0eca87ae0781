"""The words that columns may hold: slots, urgencies, DBS levels, statuses."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("morning", "afternoon", "evening")
SLOTS = tuple(f"{day}_{part}" for day in DAYS for part in PARTS)
URGENCIES = ("whenever", "this_week", "two_days", "today")
DBS_LEVELS = ("none", "basic", "standard", "enhanced", "enhanced_barred")
REACH_BY = ("telephone", "text", "email", "letter")
TRAVEL = ("walk", "cycle", "bus", "car")
YES_NO = ("yes", "no")
AGREES = ("yes", "no", "unable")
SPEAKS_FOR = ("attorney", "deputy", "nobody")
RECURS = ("once", "weekly")

VOLUNTEER = ("applied", "checking", "ready", "paused", "left", "declined")
HELP_REQUEST = ("new", "no_answer", "triaged", "closed")
NEED = ("open", "closed")
NEED_CLOSED = ("done", "done_by_others", "not_wanted", "out_of_area", "referred_on", "duplicate", "unable")
MATCH = ("proposed", "approved", "offered", "accepted", "active", "completed", "declined", "lapsed", "stood_down", "superseded", "cancelled")
VISIT = ("planned", "done", "not_in", "no_show", "cancelled")
ORGANISATION = ("offered", "approved", "withdrawn")
CONTACT = ("open", "dealt_with")
CONCERN = ("raised", "acknowledged", "decided", "referred", "closed")
CONCERN_ROUTES = ("adults", "children")
PUT_OFF = (
    *("contact_open", "cover_over", "not_rung", "resident_to_tell", "was_it_done", "check_missing", "check_due"),
    *("pair_check", "volunteer_new", "organisation", "carries_many", "unused"),
)
"""Kinds of lines of Today that somebody may take off until a day, with a word of why; others have a step of their own."""
