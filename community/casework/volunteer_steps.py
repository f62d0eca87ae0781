"""The steps of a volunteer: applying, checks and the induction, being ready, resting, leaving."""

from collections.abc import Collection
from datetime import date

from community.book import Action, Stale
from community.casework.casework_errors import NotNow
from community.casework.closing import ask_for_keys, matches_of, stop_match
from community.casework.policies import check_day
from community.casework.record_corrections import check_seen
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.row_types import CheckRow, CheckValues, VolunteerRow
from community.tables.statuses import GOING_ON, GONE, MatchStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo


def move_volunteer(
    context: WorkContext,
    volunteer_id: str,
    status: VolunteerStatus,
    *,
    seen: str,
    reason: str | None = None,
    knowing: Collection[str] | None = None,
) -> Action:
    """Change a volunteer's status. Resting or leaving withdraws proposals; leaving also calls off what was promised.

    `knowing`: the matches of which the page warned the user (see `at_stake`). Raises NotNow where there is another by
    now, where the change may not follow, or where something is missing before they are ready.
    """

    def work(unit: UnitOfWork) -> None:
        row = unit.take(VolunteerRow, volunteer_id, seen)
        if row.died_on is not None:
            raise NotNow("They have died, the book says. Was it a mistake? Undo it in History.")
        if status == VolunteerStatus.READY:
            check_ready(row)
        unit.move(row, status)
        if status in GONE and row.status not in GONE:
            ask_for_keys(unit, volunteer_id)
        if status != VolunteerStatus.READY:
            matches = matches_of(unit, volunteer_id=volunteer_id)
            if knowing is not None and {m.id for m in matches if m.status in GOING_ON} - set(knowing):
                raise NotNow("Somebody else was found for them meanwhile. Read the list again before you go on.")
            for match in matches:
                if unit.status(match) in (GOING_ON if status in GONE else {MatchStatus.PROPOSED}):
                    stop_match(unit, match, "The volunteer left")

    return do(context, Verb.MOVE_VOLUNTEER, work, reason)[0]


def check_ready(volunteer: VolunteerRow) -> None:
    """Raises NotNow, naming what is missing (consent, induction, a guardian's consent), unless they may be asked."""
    if volunteer.consent != YesNo.YES:
        raise NotNow("They have not agreed yet that we keep their answers and get in touch.")
    if volunteer.inducted_on is None:
        raise NotNow("They have not been to an induction yet.")
    if volunteer.over_18 == YesNo.NO and volunteer.guardian_consent != YesNo.YES:
        raise NotNow("They are under 18, and no parent or guardian has agreed yet.")


def induct(context: WorkContext, volunteer_id: str, on: date) -> Action:
    """Note the day of their induction, whatever their status. Raises Stale when another day is written down already."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(VolunteerRow, volunteer_id)
        check_day(on, unit.now)
        if row.inducted_on not in (None, on.isoformat()):
            raise Stale("volunteers", volunteer_id, "inducted_on", row.inducted_on)
        unit.set(row, "inducted_on", on)

    return do(context, Verb.INDUCT, work)[0]


def add_check(
    context: WorkContext,
    volunteer_id: str,
    *,
    kind: str,
    seen_on: date,
    level: str | None = None,
    number: str | None = None,
    renew_on: date | None = None,
) -> Action:
    """Write down a check that was seen: its kind (dbs, reference, identity), the level of a DBS check, and when."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(VolunteerRow, volunteer_id)
        check_day(seen_on, unit.now)
        check_seen(unit, kind, level=level, seen_on=seen_on, renew_on=renew_on)
        values: CheckValues = {"kind": kind, "level": level, "number": number, "seen_on": seen_on, "renew_on": renew_on}
        unit.add(CheckRow, values | {"volunteer_id": row.id, "seen_by": context.user.name})

    return do(context, Verb.ADD_CHECK, work)[0]
