"""How much help will be asked for in the coming weeks, by hub and kind of help, where that can be said honestly."""

from datetime import date
from functools import cache

import pandas as pd

from community.casework.board_cache import is_remembered, made_within, remembered
from community.casework.permissions import check_user_can, granted
from community.casework.user import WorkContext
from community.forecast import Outlook, look_ahead, weekly
from community.tables.canonical import LONDON, moment
from community.tables.roles import Grant
from community.tables.row_types import NeedRow
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason

_NAME, _NOTHING = "demand forecast", "nothing to expect yet"
_NOT_ASKED = ClosedReason.DUPLICATE


def demand_ahead(context: WorkContext) -> list[Outlook]:
    """An outlook for all needs, for each hub, each kind of help, and each pair of both. A coordinator gets their hub's.

    It is worked out anew each quarter of an hour. Raises NotAllowed for roles that do not decide about matches.
    """
    check_user_can(context.user, Verb.CHOOSE_ANOTHER)
    found = _of_all(context)
    everywhere = granted(context.user, Grant.SEE_ADVICE_FOR_EVERY_HUB)
    return [each for each in found if everywhere or each.area == (context.user.hub or "-")]


def ahead_made_within(context: WorkContext, seconds: float) -> bool:
    """Whether the outlooks are worked out, or are after so many seconds; it is done in the background."""
    return made_within(context.book, lambda: _is_there(context), lambda: _of_all(context), seconds)


def _of_all(context: WorkContext) -> list[Outlook]:
    if is_remembered(context, _NAME, by_quarters=True):
        # Made once more where the quarter ends between the two looks.
        return remembered(context, _NAME, lambda: _looked_ahead(context), by_quarters=True)
    found = remembered(context, _NOTHING, lambda: _looked_ahead(context))
    # That nothing can be said yet is true until the next write only, as when a list is brought in.
    said = any(each.judged is not None for each in found)
    return remembered(context, _NAME, lambda: found, by_quarters=True) if said else found


def _is_there(context: WorkContext) -> bool:
    return is_remembered(context, _NAME, by_quarters=True) or is_remembered(context, _NOTHING)


def _looked_ahead(context: WorkContext) -> list[Outlook]:
    with context.book.reading() as reader:
        needs = reader.rows(
            NeedRow, order=None, columns=lambda c: (c.at, c.asked_at, c.hub, c.task_type, c.closed_reason)
        )

    @cache
    def day_of(hour: str) -> date:
        """The day in London of an hour in UTC: a nation's needs fall into few hours."""
        return moment(f"{hour}:00:00.000Z").astimezone(LONDON).date()

    asked = pd.DataFrame(
        [(day_of((n.asked_at or n.at)[:13]), n.hub or "", n.task_type) for n in needs if n.closed_reason != _NOT_ASKED],
        columns=["day", "area", "task_type"],
    )
    return look_ahead(weekly(asked, context.clock().astimezone(LONDON).date()))
