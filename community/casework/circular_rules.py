"""Who is written to with many others, and who never is: the same when it is written and when each message leaves."""

from collections.abc import Collection
from datetime import datetime

from community.casework.absences import is_away
from community.tables.list_codes import LeftOut
from community.tables.row_types import VolunteerRow
from community.tables.statuses import GONE
from community.tables.vocabulary import YesNo


def left_out(row: VolunteerRow, now: datetime, no_offers: Collection[str]) -> LeftOut | None:
    """Why this volunteer is not written to with many others; None where they may be. `no_offers`: `gets_no_offers`.

    Whoever stopped messages of one kind gets none of these of any kind.
    """
    if row.died_on is not None:
        return LeftOut.DIED
    if row.status in GONE:
        return LeftOut.STOPPED
    if row.id in no_offers:
        return LeftOut.SPEAK_FIRST
    if row.consent != YesNo.YES:
        return LeftOut.NOT_AGREED
    if row.stopped:
        return LeftOut.NO_MESSAGES
    return LeftOut.RESTS if is_away(row, now) else None
