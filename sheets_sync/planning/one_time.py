"""One time for all corrections that a sync finds, so that people can look at them, and take them back, together."""

from dataclasses import replace
from datetime import timedelta

from community.book import Arrival
from community.tables import canonical as canon
from sheets_sync import answers
from sheets_sync.planning.sync_plan import BY, Work

_BEHIND = timedelta(hours=1)
"""So far may this machine's clock be behind another's. A correction that is to be later still keeps its own time: one
absurd time in a record must not spread to others."""


def at_one_time(work: Work) -> None:
    """Give the corrections of this plan the latest of their times: each is above its own record's, as it must be."""
    found = [c for unit in work.plan.units for c in unit.new_changes if c.by in (BY, answers.BY)]
    latest = canon.instant(canon.moment(work.now) + _BEHIND)
    times = {change.at for change in found if change.at <= latest}
    if len(times) < 2:
        return
    at = max(times)
    later = {change.id: replace(change, at=at) for change in found if change.at in times}

    def moved(changes: list[Arrival]) -> list[Arrival]:
        return [later.get(change.id, change) for change in changes]

    for unit in work.plan.units:
        unit.log, unit.new_changes = moved(unit.log), moved(unit.new_changes)
