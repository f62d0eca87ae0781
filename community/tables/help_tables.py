"""Tables about help: matches, lasting pairs, visits, and contacts such as telephone calls."""

from functools import partial

from community.tables.column import AFTER_LAST_HELP, AFTER_NEED, ALWAYS, ANY_TABLE, Column, InTouch, Table
from community.tables.roles import COORDINATORS, EVERYONE
from community.tables.statuses import AGREED, MatchStatus
from community.tables.vocabulary import CONTACT, DIRECTIONS, MATCH, OUTCOMES, PARTS, TAKES_OFF, VISIT, WAYS, YES_NO

_need = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_NEED, origin="decided")
_plain = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, origin="decided")
_last = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_LAST_HELP, origin="decided")

MATCHES = Table(
    "matches",
    "M",
    "One volunteer proposed for, or helping with, one need",
    (
        _need("need_id", "ref", "The need", refers_to="needs", filled=True),
        _need("volunteer_id", "ref", "The volunteer", refers_to="volunteers", filled=True),
        _plain("status", "code", "Where it stands", words=MATCH, filled=True),
        _plain("cost", "integer", "What the matching counted, 0 to 10,000"),
        _need("why", "long_text", "Why this volunteer, in words"),
        _plain("seen_at", "time", "When a person first looked at the proposal"),
        _plain("rank", "integer", "Place in the list that a coordinator approved; 1 is asked first"),
        _plain("released_at", "time", "When name, telephone and address were given to the volunteer"),
        _plain("answer_by", "time", "By when the volunteer is asked to answer"),
        _need("first_on", "date", "The day agreed for the first help"),
        _need("first_part", "code", "The part of that day", words=PARTS),
        _plain("packed_for", "date", "The day for which the parcel that it brings is packed"),
        _plain("resident_told_at", "time", "When the resident was told who comes"),
        _plain("proved_at", "time", "When the volunteer proved a second time who they are"),
        Column("ended_reason", "text", "Why it ended without help", "personal", COORDINATORS, AFTER_NEED, origin="decided"),
    ),
    owner="need_id",
    about=("volunteer_id",),
    beside=("for", "need_id"),
    in_touch=InTouch(("volunteer_id",), ("changed_at",), AGREED | {MatchStatus.COMPLETED}),
)

PAIRS = Table(
    "pairs",
    "J",
    "A volunteer and a resident who know each other",
    (
        _last("resident_id", "ref", "The resident", refers_to="residents", filled=True),
        _last("volunteer_id", "ref", "The volunteer", refers_to="volunteers", filled=True),
        _last("since", "date", "The first day of help"),
        _last("next_check", "date", "When somebody asks both how it goes"),
        _last("ends_on", "date", "The day on which it is planned to end, as both know"),
        _last("cover_id", "ref", "The volunteer who comes when this one can't", refers_to="volunteers", mentions=True),
    ),
    owner="resident_id",
    about=("resident_id",),
    beside=("and", "volunteer_id"),
    in_touch=InTouch(("volunteer_id", "resident_id"), ("changed_at", "since")),
)

VISITS = Table(
    "visits",
    "T",
    "One time that help was given",
    (
        _need("match_id", "ref", "The match", refers_to="matches", filled=True),
        _need("need_id", "ref", "The need", refers_to="needs", filled=True),
        _need("resident_id", "ref", "The resident", refers_to="residents", filled=True),
        _need("volunteer_id", "ref", "The volunteer", refers_to="volunteers", filled=True),
        _need("on", "date", "The day", filled=True),
        _plain("minutes", "integer", "How long, minutes"),
        _plain("miles", "number", "Miles driven for it"),
        _need("worried", "yes_no", "Whoever came is worried about the resident", words=YES_NO),
        _plain("status", "code", "planned, done or why not", words=VISIT, filled=True),
    ),
    owner="need_id",
    about=("volunteer_id",),
    in_touch=InTouch(("volunteer_id", "resident_id"), ("changed_at", "on")),
)

CONTACTS = Table(
    "contacts",
    "C",
    "A call, letter or message with somebody",
    (
        _last("about", "ref", "The id of the record it concerns", refers_to=ANY_TABLE),
        _last("with_whom", "ref", "The id of the volunteer or resident", refers_to=ANY_TABLE),
        _plain("way", "code", "How", words=WAYS),
        _plain("direction", "code", "in or out", words=DIRECTIONS),
        _plain("outcome", "code", "What came of it", words=OUTCOMES),
        Column("words", "long_text", "What was said, if it matters", "special", COORDINATORS, AFTER_LAST_HELP, origin="decided"),
        _plain("status", "code", "open or dealt_with", words=CONTACT, filled=True),
        _plain("takes_off", "code", "The kind of line that it took off Today", words=TAKES_OFF),
        _plain("until", "time", "When that line comes back"),
    ),
    owner="about",
    about=("with_whom", "about"),
    in_touch=InTouch(("with_whom",), ("at",)),
)

WEIGHTS = Table(
    "weights",
    "G",
    "What each reason counts for in the matching, as this community set it: at most one row",
    (
        _plain("distance", "integer", "At most so many points for a long way"),
        _plain("overlap", "integer", "At most so many for times that do not fit"),
        _plain("continuity", "integer", "At most so many for a stranger"),
        _plain("load", "integer", "At most so many for all that is on the volunteer now"),
        _plain("rest", "integer", "At most so many for having been asked lately"),
        _plain("waiting", "integer", "At most so many for a need that is new, beside one that has waited"),
    ),
)
