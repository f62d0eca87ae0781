"""How far each volunteer has come: welcomed, checked, inducted, ready; or resting, or gone."""

import random
from datetime import date, datetime, timedelta

from community.casework import User, add_check, correct, induct, move_volunteer
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_town import Town
from community.demo.demo_volunteers import NEW, STATUSES
from community.tables.canonical import split
from community.tables.row_types import VolunteerRow
from community.tables.statuses import VolunteerStatus
from community.tables.vocabulary import DBS_LEVELS, CheckKind, YesNo

RENEW = timedelta(days=3 * 365)


def move_volunteers(town: Town) -> None:
    """Lead each volunteer to where they stand today, with the checks that were seen on the way."""
    lots = town.lots("progress")
    for volunteer in town.ledger.all(VolunteerRow):
        status = lots.choices(list(STATUSES), list(STATUSES.values()))[0]
        if town.calendar.now - volunteer.at < NEW:
            status = lots.choices([VolunteerStatus.APPLIED, VolunteerStatus.CHECKING], [2, 1])[0]
        elif status == VolunteerStatus.APPLIED and lots.random() < 0.7:
            status = VolunteerStatus.CHECKING  # few wait that long for a first word
        if (
            volunteer.now.over_18 == YesNo.NO
            and volunteer.now.guardian_consent != YesNo.YES
            and status in (VolunteerStatus.READY, VolunteerStatus.PAUSED, VolunteerStatus.LEFT)
        ):
            status = VolunteerStatus.CHECKING  # until a parent or guardian agrees
        if town.calendar.now - volunteer.at > timedelta(hours=30):
            _lead(lots, town, volunteer, status)


def _lead(lots: random.Random, town: Town, volunteer: LedgerRecord[VolunteerRow], status: str) -> None:
    by = town.coordinator(volunteer.now.hub)
    at = town.calendar.later(lots, volunteer.at, timedelta(hours=2), timedelta(days=3))
    if status == VolunteerStatus.APPLIED or at > town.calendar.now:
        return
    if status == VolunteerStatus.DECLINED:
        _move(
            town,
            volunteer,
            VolunteerStatus.DECLINED,
            at,
            by,
            reason=lots.choice(["Moved away before we rang", "Not old enough", "Did not answer"]),
        )
        return
    _move(town, volunteer, VolunteerStatus.CHECKING, at, by)
    for step in _steps(lots, status):
        at = town.calendar.later(lots, at, timedelta(hours=4), timedelta(days=8))
        if at > town.calendar.now:
            return
        _take(lots, town, volunteer, step, at, by)


def _steps(lots: random.Random, status: str) -> list[str]:
    steps = ["check", "induct"] if lots.random() < 0.7 else ["induct", "check"]
    if status == VolunteerStatus.CHECKING:
        return steps[: lots.choice([0, 0, 1])]
    return [
        *steps,
        *(["train"] if lots.random() < 0.3 else []),
        VolunteerStatus.READY,
        *([status] if status != VolunteerStatus.READY else []),
    ]


def _take(
    lots: random.Random, town: Town, volunteer: LedgerRecord[VolunteerRow], step: str, at: datetime, by: User
) -> None:
    if step == "check":
        _check(lots, town, volunteer, at, by)
    elif step == "induct":
        induct(town.at_work(by, at), volunteer.id, _day(at))
    elif step == "train":
        training = [code for code in ("helping_in_a_crisis", "food_hygiene", "listening") if lots.random() < 0.5]
        was = volunteer.now.training
        correct(town.at_work(by, at), "volunteers", volunteer.id, "training", seen=was, now=training)
    else:
        reason = (
            lots.choice([None, "Back at work", "Moved away", "Poorly", "New baby"])
            if step in (VolunteerStatus.PAUSED, VolunteerStatus.LEFT)
            else None
        )
        _move(town, volunteer, VolunteerStatus(step), at, by, reason)


def _move(
    town: Town,
    volunteer: LedgerRecord[VolunteerRow],
    status: VolunteerStatus,
    at: datetime,
    by: User,
    reason: str | None = None,
) -> None:
    move_volunteer(town.at_work(by, at), volunteer.id, status, seen=volunteer.now.status, reason=reason)
    if status == VolunteerStatus.READY:
        town.ready[volunteer.id] = volunteer.changed_at


def _check(lots: random.Random, town: Town, volunteer: LedgerRecord[VolunteerRow], at: datetime, by: User) -> None:
    """The DBS check that was seen, never above what the offered tasks make eligible; some are due for renewal."""
    types, context = town.settings.task_types, town.at_work(by, at)
    wanted = sorted({DBS_LEVELS.index(types[t].min_dbs) for t in split(volunteer.now.tasks) if t in types}) or [0]
    level = wanted[-1] if lots.random() < 0.62 else lots.choice(wanted)
    if level:
        # Most are new; some brought one from another group, and it will soon be three years old.
        due = town.calendar.today + timedelta(days=lots.randint(-20, 90))
        seen = _day(at) if lots.random() < 0.95 else due - RENEW
        number = f"INVENTED-{lots.randrange(10**6):06}" if seen == _day(at) else None
        add_check(
            context,
            volunteer.id,
            kind=CheckKind.DBS,
            level=DBS_LEVELS[level],
            number=number,
            seen_on=seen,
            renew_on=seen + RENEW,
        )
    if lots.random() < 0.3:
        add_check(context, volunteer.id, kind=CheckKind.REFERENCE, seen_on=_day(at))


def _day(at: datetime) -> date:
    return at.date()
