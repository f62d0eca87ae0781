"""Who helps whom: matches, lasting pairs, visits, and what was said on the telephone."""

from community.tables.column import AFTER_LAST_HELP, AFTER_NEED, ALWAYS, COORDINATORS, EVERYONE, Column, Table
from community.tables.vocabulary import CONTACT, MATCH, VISIT

_need = {"personal": "personal", "see": EVERYONE, "keep": AFTER_NEED, "origin": "decided"}
_plain = {"personal": "no", "see": EVERYONE, "keep": ALWAYS, "origin": "decided"}
_last = {"personal": "personal", "see": EVERYONE, "keep": AFTER_LAST_HELP, "origin": "decided"}

MATCHES = Table(
    "matches",
    "M",
    "One volunteer proposed for, or helping with, one need",
    (
        Column("need_id", "ref", "The need", refers_to="needs", **_need),
        Column("volunteer_id", "ref", "The volunteer", refers_to="volunteers", **_need),
        Column("status", "code", "Where it stands", words=MATCH, **_plain),
        Column("cost", "integer", "What the matching counted, 0 to 10,000", **_plain),
        Column("why", "long_text", "Why this volunteer, in words", **_need),
        Column("seen_at", "time", "When a person first looked at the proposal", **_plain),
        Column("rank", "integer", "Place in the list that a coordinator approved; 1 is asked first", **_plain),
        Column("released_at", "time", "When name, telephone and address were given to the volunteer", **_plain),
        Column("ended_reason", "text", "Why it ended without help", "personal", COORDINATORS, AFTER_NEED, origin="decided"),
    ),
)

PAIRS = Table(
    "pairs",
    "J",
    "A volunteer and a resident who know each other",
    (
        Column("resident_id", "ref", "The resident", refers_to="residents", **_last),
        Column("volunteer_id", "ref", "The volunteer", refers_to="volunteers", **_last),
        Column("since", "date", "The first day of help", **_last),
        Column("next_check", "date", "When somebody asks both how it goes", **_last),
    ),
)

VISITS = Table(
    "visits",
    "T",
    "One time that help was given",
    (
        Column("match_id", "ref", "The match", refers_to="matches", **_need),
        Column("need_id", "ref", "The need", refers_to="needs", **_need),
        Column("resident_id", "ref", "The resident", refers_to="residents", **_need),
        Column("volunteer_id", "ref", "The volunteer", refers_to="volunteers", **_need),
        Column("on", "date", "The day", **_need),
        Column("minutes", "integer", "How long, minutes", **_plain),
        Column("status", "code", "planned, done or why not", words=VISIT, **_plain),
    ),
)

CONTACTS = Table(
    "contacts",
    "C",
    "A call, letter or message with somebody",
    (
        Column("about", "text", "The id of the record it concerns", **_last),
        Column("with_whom", "text", "The id of the volunteer or resident", **_last),
        Column("way", "code", "How", words=("telephone", "text", "email", "letter", "in_person"), **_plain),
        Column("direction", "code", "in or out", words=("in", "out"), **_plain),
        Column("outcome", "code", "What came of it", words=("yes", "no", "no_answer", "told", "note"), **_plain),
        Column("words", "long_text", "What was said, if it matters", "special", COORDINATORS, AFTER_LAST_HELP, origin="decided"),
        Column("status", "code", "open or dealt_with", words=CONTACT, **_plain),
    ),
)
