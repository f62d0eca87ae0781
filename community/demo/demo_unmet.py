"""What became of needs that no volunteer could meet, and of those that the hub deals with itself."""

from collections.abc import Sequence
from datetime import timedelta

from community.demo.demo_help import Helping
from community.demo.demo_town import Town
from community.demo.demo_triage import Wanted
from community.tables.vocabulary import ClosedReason

WITHOUT_US = {
    ClosedReason.DONE_BY_OTHERS: 40,
    ClosedReason.REFERRED_ON: 25,
    ClosedReason.NOT_WANTED: 20,
    ClosedReason.UNABLE: 15,
}
BY_THE_HUB = {ClosedReason.REFERRED_ON: 80, ClosedReason.NOT_WANTED: 10, ClosedReason.DONE: 10}


def close_unmet(town: Town, helping: Helping, unmet: Sequence[Wanted]) -> None:
    """Most find another way in a few weeks; the rest stay on the board, where the matching says why."""
    lots = town.lots("unmet")
    for each in unmet:
        at = town.calendar.later(lots, each.known_at, timedelta(days=6), timedelta(days=45))
        reason = lots.choices(list(WITHOUT_US), list(WITHOUT_US.values()))[0]
        if lots.random() < 0.85:
            helping.story.then(at, lambda t, n=each.need, r=reason: helping.close(n, r, t))  # type: ignore[misc]


def close_own(town: Town, helping: Helping, wanted: Sequence[Wanted]) -> None:
    """The hub's own people refer on what is theirs to deal with, within a few days."""
    lots = town.lots("own")
    for each in wanted:
        if town.settings.task_types[each.need.now.task_type].by != "hub":
            continue
        at = town.calendar.later(lots, each.known_at, timedelta(hours=2), timedelta(days=6))
        reason = lots.choices(list(BY_THE_HUB), list(BY_THE_HUB.values()))[0]
        helping.story.then(at, lambda t, n=each.need, r=reason: helping.close(n, r, t))  # type: ignore[misc]
