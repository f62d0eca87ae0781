"""Taking a line off Today until a day, when somebody has asked and can do nothing before they hear."""

from datetime import datetime

from community.book import Action
from community.casework.casework_errors import NotNow
from community.casework.kept_worklist import list_of_today
from community.casework.permissions import check_user_can
from community.casework.policies import A_YEAR
from community.casework.records_seen import see
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking, row_type_of
from community.tables.row_types import ContactRow, ContactValues, HelpRequestRow, NeedRow, VolunteerRow
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import PUT_OFF, ContactOutcome, Direction


def snooze(
    context: WorkContext, record_id: str, kind: str, until: datetime | None, *, words: str | None = None
) -> Action:
    """Take this kind of line about a record off Today until then. `words`: what was asked or heard.

    Raises NotFound where the record is out of sight. Raises NotNow where no such line waits any more, where this kind
    of line has a step of its own, and for a day that has come or is more than a year away.
    """
    check_user_can(context.user, Verb.LOOK_AGAIN)
    with looking(context) as visible:
        visible.get(row_type_of(record_id), record_id)
    if kind not in PUT_OFF:
        raise NotNow("This has a step of its own: open it.")
    if until is None or not context.clock() < until < context.clock() + A_YEAR:
        raise NotNow("Choose a day after today, and within a year.")
    lines = list_of_today(context, context.clock())
    if not any(line.kind == kind and record_id in {line.id, *line.people} for line in lines):
        raise NotNow("Nothing like it waits on Today any more.")

    def work(unit: UnitOfWork) -> None:
        told: ContactValues = {
            "direction": Direction.OUT,
            "outcome": ContactOutcome.NOTE,
            "status": ContactStatus.DEALT_WITH,
            "words": words,
        }
        unit.add(ContactRow, told | {"about": record_id, "takes_off": kind, "until": until})

    return do(context, Verb.LOOK_AGAIN, work, None)[0]


def waits_until(context: WorkContext, record_id: str) -> str | None:
    """The time until which a record was put aside. Raises NotFound."""
    row = see(context, row_type_of(record_id), record_id)
    if isinstance(row, ContactRow):
        return row.until
    return row.hold_until if isinstance(row, HelpRequestRow | NeedRow | VolunteerRow) else None
