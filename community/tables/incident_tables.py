"""Tables of what must not be lost sight of: safeguarding concerns, keys and codes of residents' doors, and accidents."""

from functools import partial

from community.tables.column import AFTER_ACCIDENT, AFTER_CONCERN, AFTER_KEY, ALWAYS, ANY_TABLE, Column, Table
from community.tables.roles import COORDINATORS, EVERYONE, NOBODY
from community.tables.support_vocabulary import ACCIDENT, ACCIDENT_KINDS, DOOR_KEY, DOOR_KEY_KINDS
from community.tables.vocabulary import CONCERN, CONCERN_ROUTES

_plain = partial(Column, personal="no", see=EVERYONE, keep=ALWAYS, origin="decided")
_key = partial(Column, personal="personal", see=COORDINATORS, keep=AFTER_KEY, origin="decided")
_hurt = partial(Column, personal="special", see=COORDINATORS, keep=AFTER_ACCIDENT, origin="decided")

DOOR_KEYS = Table(
    "door_keys",
    "KY",
    "Keys to residents' doors and codes of their key safes. Each look at a code is written down",
    (
        Column("resident_id", "ref", "Whose door it opens", "personal", EVERYONE, AFTER_KEY, origin="decided", refers_to="residents", filled=True),
        _plain("kind", "code", "A key, or the code of a key safe", words=DOOR_KEY_KINDS),
        _key("label", "text", "What is on its tag: nothing that tells whose it is"),
        _key("kept_at", "text", "Where it is kept, or where the key safe is"),
        Column("code", "text", "The code of the key safe, sealed", "personal", NOBODY, AFTER_KEY, origin="decided"),
        _key("agreed", "text", "How the resident agreed that we have it"),
        _key("held_by", "ref", "The volunteer who has it now", refers_to="volunteers", mentions=True),
        _plain("status", "code", "Where it stands", words=DOOR_KEY, filled=True),
        _plain("back_on", "date", "The day it was given back"),
    ),
    sheet=False,
    owner="resident_id",
    about=("resident_id",),
)

ACCIDENTS = Table(
    "accidents",
    "AC",
    "Accidents while helping or being helped: what happened, who looks after whom, and what the insurer knows",
    (
        _plain("kind", "code", "What kind of accident it was", words=ACCIDENT_KINDS),
        _plain("happened_on", "date", "The day it happened"),
        Column("hurt_id", "ref", "The resident or volunteer who was hurt", "personal", EVERYONE, AFTER_ACCIDENT, origin="decided", refers_to=ANY_TABLE),
        _hurt("what", "long_text", "What happened and where, and who was hurt how"),
        _hurt("looked_after", "long_text", "Who looks after whoever was hurt, and after those whom they helped"),
        _plain("insurer_told_on", "date", "The day the insurer was told"),
        Column("insurer_reference", "text", "The number that the insurer gave", "personal", COORDINATORS, AFTER_ACCIDENT, origin="decided"),
        _hurt("outcome", "long_text", "What came of it, and what is done differently since"),
        _plain("hub", "code", "The hub where it happened"),
        _plain("status", "code", "Where it stands", words=ACCIDENT, filled=True),
    ),
    sheet=False,
    about=("hurt_id",),
)


_told = partial(Column, personal="special", see=NOBODY, keep=AFTER_CONCERN)
_decided = partial(Column, personal="special", see=NOBODY, keep=AFTER_CONCERN, origin="decided")
_plain = partial(Column, personal="no", see=NOBODY, keep=ALWAYS, origin="decided")

CONCERNS = Table(
    "concerns",
    "X",
    "Safeguarding concerns, every word of them sealed",
    (
        _told("danger_now", "text", "Whether somebody is in danger now"),
        _told("at_risk_name", "text", "Who may be at risk"),
        _told("at_risk_reach", "long_text", "Where that person is, and how they can be reached"),
        _told("what", "long_text", "What is happening, in the words of whoever tells it"),
        _told("harm_by", "text", "Whether somebody who helps here, or who runs this, may be the cause"),
        _told("harm_by_name", "text", "Who that is, where they are named"),
        _told("they_know", "text", "Whether the person at risk knows that it is told"),
        _told("reporter_name", "text", "Who tells it"),
        _told("reporter_telephone", "text", "Their telephone number"),
        _told("reporter_email", "text", "Their email address"),
        _told("safe_to_ring", "text", "Whether it is safe to ring them"),
        _told("when_safe", "text", "When to ring, and what to say if somebody else answers"),
        _decided("named", "long_text", "Whom it names: records, and people who work here"),
        _decided("moved", "long_text", "Words that stood in the record it was raised from, and were moved here"),
        _decided("steps", "long_text", "What was done about it: by whom, when, and why"),
        _plain("route", "code", "adults or children: two ways apart", words=CONCERN_ROUTES),
        _plain("status", "code", "Where it stands", words=CONCERN, filled=True),
    ),
    sheet=False,
)
SEALED = tuple(c.name for c in CONCERNS.columns if c.personal == "special")
"""The columns that the book holds sealed."""
