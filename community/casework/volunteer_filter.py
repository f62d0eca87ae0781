"""The volunteers of a list: narrowed by what they offer, where they stand and when they were last asked, and sorted."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.casework.check_renewals import latest_checks
from community.casework.kept_worklist import unused_volunteers
from community.casework.permissions import granted
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.casework.worklist import asked_at
from community.tables.canonical import LONDON, instant, split
from community.tables.list_codes import AskedWhen, ChecksStand, ListOrder
from community.tables.roles import Grant
from community.tables.row_types import CheckRow, VolunteerRow
from community.tables.statuses import VolunteerStatus
from community.tables.vocabulary import CheckKind, Travel

INDUCTION = "induction"
"""In place of a training: the induction, which everybody needs."""

NO_HUB = "without"
"""In place of a hub: of a postcode that no hub has."""


@dataclass(frozen=True)
class VolunteerFilter:
    """What the volunteers of a list have in common, and their order. What is empty narrows nothing."""

    status: str | None = None
    hub: str | None = None
    task: str | None = None
    asked: str | None = None
    slot: str | None = None
    language: str | None = None
    checks: str | None = None
    trained: str | None = None
    untrained: str | None = None
    sector: str | None = None
    drives: bool = False
    here: bool = False
    """Not those who are away, or not to be asked yet."""
    order: str = ListOrder.NEWEST

    @property
    def narrows(self) -> bool:
        """Whether somebody is left out: an order alone leaves out nobody."""
        return self != VolunteerFilter(order=self.order)


def last_asked(context: WorkContext, volunteer_ids: Collection[str]) -> dict[str, str]:
    """When somebody last asked each of these volunteers to help; not those whom nobody ever asked."""
    with looking(context) as visible:
        return asked_at(visible.reader, volunteer_ids)


def listed_volunteers(context: WorkContext, wanted: VolunteerFilter, now: datetime) -> list[str]:
    """The ids of the volunteers of the user's hubs who are as `wanted` says, in its order.

    Whoever only helps here, from another hub, stands in that hub's list.
    """
    with looking(context) as visible:
        hangs = wanted.order == ListOrder.LONGEST or wanted.asked in {AskedWhen.NEVER, AskedWhen.LATELY}
        asked = asked_at(visible.reader) if hangs else {}
        rows = visible.rows(
            VolunteerRow, lambda c: _told(context, wanted, c), order="-at", columns=lambda c: _read(wanted, c)
        )
        due = _checks_due(visible, context, now) if wanted.checks == ChecksStand.DUE else frozenset[str]()
        checked = _with_dbs(visible) if wanted.checks == ChecksStand.NO_DBS else frozenset[str]()
    if wanted.asked == AskedWhen.UNUSED:
        idle = set(unused_volunteers(context, now))
        rows = [row for row in rows if row.id in idle]
    lately = instant(now - timedelta(days=context.settings.follow_up.unused_days))
    tests = [*_tests(wanted, now), *_asked_tests(wanted, asked, lately)]
    if wanted.checks == ChecksStand.DUE:
        tests.append(lambda row: row.id in due)
    if wanted.checks == ChecksStand.NO_DBS:
        tests.append(lambda row: row.id not in checked)
    found = [row for row in rows if all(test(row) for test in tests)] if tests else rows
    if wanted.order == ListOrder.NAME:
        found.sort(key=lambda row: (row.name or "").casefold())
    elif wanted.order == ListOrder.LONGEST:
        found.sort(key=lambda row: asked.get(row.id, ""))
    return [row.id for row in found]


def _read(wanted: VolunteerFilter, c: type[VolunteerRow]) -> tuple[object, ...]:
    """The columns that this list is narrowed and sorted by, and no more: a county has fifty thousand rows."""
    by = {
        (c.name,): wanted.order == ListOrder.NAME,
        (c.tasks,): wanted.task,
        (c.slots,): wanted.slot,
        (c.languages,): wanted.language,
        (c.inducted_on, c.training): wanted.trained or wanted.untrained,
        (c.sector,): wanted.sector,
        (c.travel,): wanted.drives,
        (c.status, c.hold_until): wanted.here,
    }
    return (c.id, *(column for columns, used in by.items() if used for column in columns))


_Test = Callable[[VolunteerRow], bool]


def _told(context: WorkContext, wanted: VolunteerFilter, c: type[VolunteerRow]) -> list[object]:
    status = [] if wanted.status is None else [c.status == wanted.status]
    if not granted(context.user, Grant.SEE_EVERY_HUB):
        return [*status, c.hub == (context.user.hub or "")]
    if wanted.hub == NO_HUB:
        return [*status, c.hub.is_(None)]
    return [*status, *([] if wanted.hub is None else [c.hub == wanted.hub])]


def _tests(wanted: VolunteerFilter, now: datetime) -> list[_Test]:
    """What each row must pass, one for each part of the filter that is filled."""
    at, tests = instant(now), list[_Test]()
    if (task := wanted.task) is not None:
        tests.append(lambda row: task in split(row.tasks))
    if (slot := wanted.slot) is not None:
        tests.append(lambda row: slot in split(row.slots))
    if (language := wanted.language) is not None:
        tests.append(lambda row: language in split(row.languages))
    if (trained := wanted.trained) is not None:
        tests.append(lambda row: _has_done(row, trained))
    if (untrained := wanted.untrained) is not None:
        tests.append(lambda row: not _has_done(row, untrained))
    if wanted.sector is not None:
        begins = "".join(wanted.sector.upper().split())
        tests.append(lambda row: "".join((row.sector or "").upper().split()).startswith(begins))
    if wanted.drives:
        tests.append(lambda row: Travel.CAR in split(row.travel))
    if wanted.here:
        away = VolunteerStatus.PAUSED
        tests.append(lambda row: row.status != away and (row.hold_until or "") <= at)
    return tests


def _asked_tests(wanted: VolunteerFilter, asked: Mapping[str, str], lately: str) -> list[_Test]:
    if wanted.asked == AskedWhen.NEVER:
        return [lambda row: row.id not in asked]
    if wanted.asked == AskedWhen.LATELY:
        return [lambda row: asked.get(row.id, "") >= lately]
    return []


def _has_done(row: VolunteerRow, training: str) -> bool:
    return row.inducted_on is not None if training == INDUCTION else training in split(row.training)


def _checks_due(visible: Visibility, context: WorkContext, now: datetime) -> frozenset[str]:
    """The volunteers with a check that is to be reviewed as soon as the line on Today says, or is late."""
    day = now.astimezone(LONDON).date() + timedelta(days=context.settings.follow_up.renew_days)
    checks = latest_checks(visible.rows(CheckRow))
    return frozenset(each.volunteer_id for each in checks if each.renew_on and each.renew_on <= day.isoformat())


def _with_dbs(visible: Visibility) -> frozenset[str]:
    return frozenset(each.volunteer_id for each in visible.rows(CheckRow, lambda c: [c.kind == CheckKind.DBS]))
