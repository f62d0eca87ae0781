"""Safeguarding concerns: worries that somebody is harmed or neglected. No ordinary role may read them.

Every column of words is sealed before it reaches the book (`community.concerns.encryption`), so the file, its backups
and printed tables hold nothing readable. Only `community.concerns` opens them, for those whose duty it is.
"""

from functools import partial

from community.tables.column import AFTER_CONCERN, ALWAYS, Column, Table
from community.tables.roles import NOBODY
from community.tables.vocabulary import CONCERN, CONCERN_ROUTES

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
