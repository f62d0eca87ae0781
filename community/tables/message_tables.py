"""Tables of messages to people, the newsletter's readers, what people say of the help, complaints and data requests."""

from functools import partial

from community.tables.column import (
    AFTER_CIRCULAR,
    AFTER_COMPLAINT,
    AFTER_FEEDBACK,
    AFTER_MESSAGE,
    AFTER_SUBSCRIPTION,
    ALWAYS,
    ANY_TABLE,
    Column,
    InTouch,
    PersonColumns,
    Table,
)
from community.tables.message_codes import (
    COMPLAINT,
    COMPLAINT_KINDS,
    FEEDBACK_STATUSES,
    MAY_PUBLISH,
    MESSAGE,
    MESSAGE_KINDS,
    SEND_REASONS,
    SUBSCRIBER,
)
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE
from community.tables.vocabulary import REACH_BY, YES_NO

_message = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_MESSAGE, origin="decided")
_plain = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, origin="decided")
_reader = partial(Column, personal="personal", see=COORDINATORS, keep=AFTER_SUBSCRIPTION)
_circular = partial(Column, personal="personal", see=COORDINATORS, keep=AFTER_CIRCULAR, origin="decided")
_said = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_FEEDBACK)
_complaint = partial(Column, personal="personal", see=DIRECTOR, keep=AFTER_COMPLAINT)

MESSAGES = Table(
    "messages",
    "D",
    "Messages, each to one person by one channel. Neither the words nor the address are kept",
    (
        _message("about", "ref", "The record it concerns", refers_to=ANY_TABLE, filled=True),
        _message("to_whom", "ref", "The record of the person it goes to", refers_to=ANY_TABLE, filled=True),
        _plain("kind", "code", "What it says", words=MESSAGE_KINDS, filled=True),
        _plain("way", "code", "How it gets to them, by itself or by hand", words=REACH_BY, filled=True),
        _plain("status", "code", "Where it stands", words=MESSAGE, filled=True),
        _plain("not_before", "time", "When it may go, because of quiet hours"),
        _plain("answer_by", "time", "By when an answer is needed"),
        _plain("sent_at", "time", "When it went"),
        _plain("problem", "code", "Why it did not arrive", words=SEND_REASONS),
    ),
    owner="about",
    about=("to_whom", "about"),
)

CIRCULARS = Table(
    "circulars",
    "CI",
    "What somebody wrote to many volunteers at once. Each of them gets a message of their own about it",
    (
        _circular("subject", "text", "What stands above it"),
        _circular("words", "long_text", "The words, with places for each reader's name and link"),
        _circular("chosen", "text", "Of which list the readers were, in words"),
        _plain("left_out", "integer", "How many of that list are not written to"),
        _plain("hub", "code", "The hub whose volunteers it goes to; empty: of several"),
    ),
    sheet=False,
)

SUBSCRIBERS = Table(
    "subscribers",
    "L",
    "People who asked for the newsletter",
    (
        _reader("name", "text", "Their name"),
        _reader("email", "text", "Their email address"),
        _reader("topics", "codes", "What they want to read about; empty: everything"),
        _plain("status", "code", "Where it stands", words=SUBSCRIBER, filled=True),
        _plain("confirmed_at", "time", "When they confirmed their address"),
        _plain("left_at", "time", "When they asked for no more"),
        _plain("flags", "codes", "What a person should look at: nothing is sent to an address that a program may have given"),
    ),
    people=(PersonColumns("contact", "name", None, "email"),),
    every_hub=True,
)

FEEDBACK = Table(
    "feedback",
    "U",
    "What people say of the help, and whether we may publish it",
    (
        Column("words", "long_text", "What they said", "special", EVERYONE, AFTER_FEEDBACK),
        _said("score", "integer", "How it was, 1 to 5"),
        _said("may_publish", "code", "What they agree to", words=MAY_PUBLISH),
        _said("about", "ref", "The record it concerns", origin="decided", refers_to=ANY_TABLE),
        _said("from_whom", "ref", "The volunteer or resident who said it", origin="decided", refers_to=ANY_TABLE),
        _said("as_printed", "long_text", "The words as they are printed", origin="decided"),
        _plain("status", "code", "Where it stands", words=FEEDBACK_STATUSES, filled=True),
    ),
    owner="about",
    about=("from_whom", "about"),
    in_touch=InTouch(("from_whom",), ("at",)),
)

COMPLAINTS = Table(
    "complaints",
    "Q",
    "Complaints, and requests about somebody's own data",
    (
        _complaint("kind", "code", "What it is", words=COMPLAINT_KINDS),
        _complaint("name", "text", "Who complains or asks"),
        _complaint("telephone", "text", "Their telephone number"),
        _complaint("email", "text", "Their email address"),
        Column("words", "long_text", "What they say, in their words", "special", DIRECTOR, AFTER_COMPLAINT),
        _complaint("wants", "text", "What they would like to happen"),
        _complaint("harm", "yes_no", "Somebody was harmed: it goes to the safeguarding lead first", words=YES_NO),
        _complaint("about", "ref", "The record of whoever complained, or of what it is about", origin="decided", refers_to=ANY_TABLE, mentions=True),
        _complaint("stage", "integer", "1: answered by us; 2: looked at by a trustee who was not involved", origin="decided"),
        _complaint("answer", "long_text", "What we answered, and what was done", origin="decided"),
        Column("status", "code", "Where it stands", "no", DIRECTOR, ALWAYS, origin="decided", words=COMPLAINT, filled=True),
        _complaint("flags", "codes", "What a person should look at", origin="decided"),
        Column("acknowledged_on", "date", "The day we said that we have it", "no", DIRECTOR, ALWAYS, origin="decided"),
        Column("answer_by", "date", "The day by which we answer", "no", DIRECTOR, ALWAYS, origin="decided"),
        Column("erase_asked_at", "time", "When somebody here asked for a second person's leave to erase", "no", DIRECTOR, ALWAYS, origin="decided"),
        _complaint("erase_asked_by", "text", "Who asked for it", origin="decided"),
    ),
    sheet=False,
    people=(PersonColumns("contact", "name", "telephone", "email"),),
)
