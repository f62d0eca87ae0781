"""Tables of what must not be lost sight of: keys and key-safe codes of residents' doors, and accidents."""

from functools import partial

from community.tables.column import AFTER_ACCIDENT, AFTER_KEY, ALWAYS, ANY_TABLE, Column, Table
from community.tables.roles import COORDINATORS, EVERYONE, NOBODY
from community.tables.support_vocabulary import ACCIDENT, ACCIDENT_KINDS, DOOR_KEY, DOOR_KEY_KINDS

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
