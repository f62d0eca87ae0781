"""The volunteers of a list: narrowed by what they offer, where they stand and when they were last asked, and sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.casework.check_renewals import latest_checks
from community.casework.kept_worklist import unused
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


@dataclass(frozen=True)
class ListedVolunteer:
    """One volunteer of a list, and when somebody last asked them to help; None if nobody ever did."""

    row: VolunteerRow
    asked_at: str | None


def listed_volunteers(context: WorkContext, wanted: VolunteerFilter, now: datetime) -> list[ListedVolunteer]:
    """The volunteers of the user's hubs who are as `wanted` says, in its order.

    Whoever only helps here, from another hub, stands in that hub's list.
    """
    with looking(context) as visible:
        asked = asked_at(visible.reader)
        rows = visible.rows(VolunteerRow, lambda c: _told(context, wanted, c), order="-at", columns=_read)
        due = _checks_due(visible, context, now) if wanted.checks == ChecksStand.DUE else frozenset[str]()
        checked = _with_dbs(visible) if wanted.checks == ChecksStand.NO_DBS else frozenset[str]()
    if wanted.asked == AskedWhen.UNUSED:
        idle = set(unused(context, now))
        rows = [row for row in rows if row.id in idle]
    lately = instant(now - timedelta(days=context.settings.follow_up.unused_days))
    tests = [*_tests(wanted, now), *_asked_tests(wanted, asked, lately)]
    if wanted.checks == ChecksStand.DUE:
        tests.append(lambda row: row.id in due)
    if wanted.checks == ChecksStand.NO_DBS:
        tests.append(lambda row: row.id not in checked)
    found = [ListedVolunteer(row, asked.get(row.id)) for row in rows if all(test(row) for test in tests)]
    if wanted.order == ListOrder.NAME:
        found.sort(key=lambda each: (each.row.name or "").casefold())
    elif wanted.order == ListOrder.LONGEST:
        found.sort(key=lambda each: each.asked_at or "")
    return found


def _read(c: type[VolunteerRow]) -> tuple[object, ...]:
    """The columns that a list is narrowed and sorted by: a county's rows are not read whole for one page."""
    told = (c.id, c.at, c.name, c.status, c.hub, c.tasks, c.slots, c.languages, c.travel)
    return (*told, c.sector, c.hold_until, c.inducted_on, c.training)


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
