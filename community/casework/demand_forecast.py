"""How much help will be asked for in the next weeks, by hub and kind of help, as far as that can be said honestly."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import pandas as pd

from community.casework.board_cache import remembered
from community.casework.permissions import check_user_can, granted
from community.casework.user import WorkContext
from community.forecast import Outlook, look_ahead, weekly
from community.tables.canonical import LONDON, moment
from community.tables.roles import Grant
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason

_Series = tuple[str | None, str | None, tuple[date, ...], tuple[float, ...]]
_NOT_ASKED = ClosedReason.DUPLICATE


def ahead(context: WorkContext) -> list[Outlook]:
    """An outlook for all needs together, each hub, each kind of help, and both; a coordinator sees their hub's.

    Worked out once for a history, in a few seconds. Raises NotAllowed for whoever does not decide about matches.
    """
    check_user_can(context.user, Verb.CHOOSE_ANOTHER)
    series = remembered(context.book, context.clock(), "needs by week", lambda: tuple(_series(context)))
    found = _looked_ahead(series)
    everywhere = granted(context.user, Grant.SEE_ADVICE_FOR_EVERY_HUB)
    return [each for each in found if everywhere or each.area == (context.user.hub or "-")]


@lru_cache(maxsize=4)
def _looked_ahead(series: tuple[_Series, ...]) -> tuple[Outlook, ...]:
    frames = {(area, task): pd.Series(counts, index=list(weeks)) for area, task, weeks, counts in series}
    return tuple(look_ahead(frames))


def _series(context: WorkContext) -> Iterator[_Series]:
    with context.book.reading() as reader:
        needs = reader.rows("needs", order=None, columns=("at", "asked_at", "hub", "task_type", "closed_reason"))
    asked = pd.DataFrame(
        [
            (moment(n["asked_at"] or n["at"]).astimezone(LONDON).date(), n["hub"] or "", n["task_type"])
            for n in needs
            if n["closed_reason"] != _NOT_ASKED
        ],
        columns=["day", "area", "task_type"],
    )
    today = context.clock().astimezone(LONDON).date()
    for (area, task), counts in weekly(asked, today).items():
        yield area, task, tuple(counts.index), tuple(counts.tolist())
