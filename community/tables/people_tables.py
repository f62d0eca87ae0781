"""The tables of volunteers, the checks they hold, and residents."""

from functools import partial

from community.tables.column import AFTER_CHECK, AFTER_LAST_HELP, AFTER_LEAVING, Column, InTouch, PersonColumns, Table
from community.tables.message_codes import SAFE_WAYS
from community.tables.roles import COORDINATORS, EVERYONE
from community.tables.vocabulary import CHECK_KINDS, DBS_LEVELS, REACH_BY, SLOTS, TRAVEL, VOLUNTEER, YES_NO

_about = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_LEAVING)
_decided = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_LEAVING, origin="decided")
_res = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_LAST_HELP)

VOLUNTEERS = Table(
    "volunteers",
    "V",
    "People who offered to help",
    (
        _about("name", "text", "Their name, as they gave it"),
        _about("telephone", "text", "Their telephone number, as they gave it"),
        _about("email", "text", "Their email address"),
        _about("postcode", "text", "Their postcode, as they gave it"),
        _about("reach_by", "codes", "How they like to be reached", words=REACH_BY),
        _about("tasks", "codes", "The task types they offer"),
        _about("slots", "codes", "When they are free in an ordinary week", words=SLOTS),
        _about("how_many", "integer", "How many people they can help in one week"),
        _about("max_distance_km", "number", "How far they will go, kilometres"),
        _about("travel", "codes", "How they get about", words=TRAVEL),
        _about("in_person", "yes_no", "no: by telephone only", words=YES_NO),
        _about("languages", "codes", "The languages they speak well"),
        _about("over_18", "yes_no", "18 or over", words=YES_NO),
        _about("guardian_name", "text", "Under 18: a parent's or guardian's name"),
        _about("guardian_telephone", "text", "Under 18: that person's telephone number"),
        _about("guardian_consent", "yes_no", "Under 18: that person agrees", words=YES_NO),
        Column("takes_care", "yes_no", "Over 70 or at higher risk from illness: telephone tasks are offered first", "special", EVERYONE, AFTER_LEAVING, words=YES_NO),
        _about("health_consent", "yes_no", "They agree that we keep what they tell about health", words=YES_NO),
        _about("about", "long_text", "What they want us to know"),
        _about("consent", "yes_no", "They agree that we keep this and get in touch", words=YES_NO),
        _about("extra", "long_text", "Answers to questions that the community added"),
        _decided("status", "code", "Where they stand", words=VOLUNTEER, filled=True),
        _decided("flags", "codes", "What a person should look at"),
        _decided("hub", "code", "The hub of their postcode"),
        _decided("easting", "number", "Their postcode's point, metres east"),
        _decided("northing", "number", "Their postcode's point, metres north"),
        _decided("sector", "text", "Their postcode's sector"),
        _decided("inducted_on", "date", "The day of their induction"),
        _decided("training", "codes", "Training they have done"),
        Column("avoids", "refs", "Residents they are never matched with", "personal", COORDINATORS, AFTER_LEAVING, origin="decided", refers_to="residents"),
        _decided("hold_until", "time", "Not to be asked before"),
        _decided("not_safe", "codes", "Ways to be in touch that are not safe for them", words=SAFE_WAYS),
        _decided("safe_when", "text", "When it is safe to be in touch"),
        _decided("say_instead", "text", "What to say if somebody else answers"),
        _decided("stopped", "codes", "Channels on which they want no more messages", words=REACH_BY),
        _decided("unreached", "codes", "Channels that do not reach them: ask for a new address or number", words=REACH_BY),
        _decided("protected_address", "yes_no", "Their address is told to nobody, except by the lead", words=YES_NO),
        _decided("emergency_name", "text", "Whom to ring if something happens to them"),
        _decided("emergency_telephone", "text", "That person's telephone number"),
        _decided("died_on", "date", "The day they died"),
        _decided("moved_on", "date", "The day they moved away"),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, AFTER_LEAVING, origin="decided"),
    ),
    people=(
        PersonColumns("volunteer", "name", "telephone", "email", "postcode"),
        PersonColumns("guardian", "guardian_name", "guardian_telephone"),
        PersonColumns("emergency", "emergency_name", "emergency_telephone"),
    ),
    in_touch=InTouch(("id",), ("changed_at",)),
)

CHECKS = Table(
    "checks",
    "K",
    "What was seen of a volunteer's checks. Certificates themselves are never kept",
    (
        Column("volunteer_id", "ref", "Whose", "personal", COORDINATORS, AFTER_LEAVING, refers_to="volunteers", filled=True),
        Column("kind", "code", "dbs, reference or identity", "personal", COORDINATORS, AFTER_LEAVING, words=CHECK_KINDS, filled=True),
        Column("level", "code", "The level of a DBS check", "personal", COORDINATORS, AFTER_LEAVING, words=DBS_LEVELS),
        Column("number", "text", "The certificate's number", "personal", COORDINATORS, AFTER_CHECK),
        Column("seen_on", "date", "The day it was seen", "personal", COORDINATORS, AFTER_LEAVING),
        Column("seen_by", "text", "Who saw it", "personal", COORDINATORS, AFTER_LEAVING),
        Column("renew_on", "date", "The day a new one is due", "personal", COORDINATORS, AFTER_LEAVING),
    ),
    owner="volunteer_id",
    about=("volunteer_id",),
)

RESIDENTS = Table(
    "residents",
    "P",
    "People who receive help, one row each however often they ask",
    (
        _res("name", "text", "Their name", released=True),
        _res("telephone", "text", "Their telephone number", released=True),
        _res("email", "text", "Their email address"),
        _res("reach_by", "codes", "How they like to be reached", words=REACH_BY),
        _res("text_only", "yes_no", "Text, don't ring", words=YES_NO, released=True),
        _res("postcode", "text", "Their postcode", released=True),
        _res("address", "long_text", "Their address", released=True),
        _res("languages", "codes", "The languages they speak"),
        Column("access_needs", "long_text", "What a visitor should know to be of use", "special", EVERYONE, AFTER_LAST_HELP, released=True),
        _res("extra", "long_text", "Answers to questions that the community added"),
        _res("hub", "code", "The hub of their postcode", origin="decided"),
        _res("easting", "number", "Their postcode's point, metres east", origin="decided"),
        _res("northing", "number", "Their postcode's point, metres north", origin="decided"),
        _res("sector", "text", "Their postcode's sector", origin="decided"),
        _res("prefers", "refs", "Volunteers they would like again", origin="decided", refers_to="volunteers"),
        Column("avoids", "refs", "Volunteers they are never matched with", "personal", COORDINATORS, AFTER_LAST_HELP, origin="decided", refers_to="volunteers"),
        _res("not_safe", "codes", "Ways to be in touch that are not safe for them", words=SAFE_WAYS, origin="decided"),
        _res("safe_when", "text", "When it is safe to be in touch", origin="decided"),
        _res("say_instead", "text", "What to say if somebody else answers", origin="decided"),
        _res("stopped", "codes", "Channels on which they want no more messages", words=REACH_BY, origin="decided"),
        _res("unreached", "codes", "Channels that do not reach them: ask for a new address or number", words=REACH_BY, origin="decided"),
        _res("protected_address", "yes_no", "Their address is told to nobody, except by the lead", words=YES_NO, origin="decided"),
        _res("door_word", "text", "The word they chose, which a visitor says at the door", origin="decided"),
        Column("hazards", "long_text", "What a visitor must beware of: a dog, stairs, smoke, who else is there", "special", EVERYONE, AFTER_LAST_HELP, origin="decided", released=True),
        _res("emergency_name", "text", "Whom to ring if something happens to them", origin="decided"),
        _res("emergency_telephone", "text", "That person's telephone number", origin="decided"),
        _res("died_on", "date", "The day they died", origin="decided"),
        _res("moved_on", "date", "The day they moved away", origin="decided"),
        Column("notes", "long_text", "What the hub wrote down", "personal", COORDINATORS, AFTER_LAST_HELP, origin="decided"),
    ),
    people=(
        PersonColumns("resident", "name", "telephone", "email", "postcode", "address"),
        PersonColumns("emergency", "emergency_name", "emergency_telephone"),
    ),
    in_touch=InTouch(("id",), ("changed_at",)),
)
