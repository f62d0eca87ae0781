"""Modules of training on demand that somebody passed on the site, written down under the name that they gave."""

from community.book import Change
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.identity import same_name
from community.tables.canonical import LONDON, codes
from community.tables.flags import Flag
from community.tables.ids import check, derive
from community.tables.roles import Role
from community.tables.row_types import BookingRow, BookingValues, SessionRow, SessionValues, VolunteerRow
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.support_vocabulary import SessionKind
from community.tables.verbs import Verb
from community.tables.vocabulary import Channel


def record_module(
    context: WorkContext, module: str, title: str, *, key: str, name: str, reference: str, score: int, too_many: bool
) -> None:
    """Write down that somebody of this name passed a module. The same `key` writes it once.

    `reference`: that of a volunteer. Where the name is theirs too it counts as theirs; nobody hears whether it does.
    Raises BookUnavailable.
    """
    by_form = WorkContext(context.book, context.settings, User(Channel.WEB, Role.VOLUNTEER), None, context.clock)

    def work(unit: UnitOfWork) -> None:
        session, booking = module_id(module), derive("B", "module", key)
        if unit.reader.get(BookingRow, booking) is not None:
            return
        about: SessionValues = {"name": title, "kind": SessionKind.TRAINING, "status": SessionStatus.OPEN}
        unit.add(SessionRow, about, id=session)
        volunteer = _volunteer(unit, reference, name)
        told: BookingValues = {
            "name": name,
            "session_id": session,
            "volunteer_id": volunteer.id if volunteer else None,
            "hub": volunteer.hub if volunteer else None,
            "status": BookingStatus.BOOKED,
            "passed_on": unit.now.astimezone(LONDON).date(),
            "result": score,
            "flags": codes([Flag.TOO_MANY] if too_many else []),
        }
        unit.add(BookingRow, told, id=booking)
        passed = Change(BookingRow.TABLE, booking, "status", BookingStatus.BOOKED, BookingStatus.PASSED)
        unit.changes[BookingRow.TABLE, booking, "status"] = passed

    do(by_form, Verb.RECORD_MODULE, work)


def module_id(module: str) -> str:
    """The id of the record under which those who passed this module are written down."""
    return derive("E", "module", module)


def _volunteer(unit: UnitOfWork, reference: str, name: str) -> VolunteerRow | None:
    found = check(reference)
    row = unit.reader.get(VolunteerRow, found) if found and found.startswith("V-") else None
    return row if row is not None and same_name(row.name, name) else None
