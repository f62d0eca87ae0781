"""Writing down how it is safe to be in touch with somebody, and what is held back by it."""

from collections.abc import Mapping

from community.book import Action, Stale
from community.casework.casework_errors import NotAllowed, NotNow
from community.casework.contact_safety import Person
from community.casework.held_back import hold_back_unsafe
from community.casework.identity_leaks import check_tells_nobody
from community.casework.permissions import on_duty
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import row_type_of
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import split
from community.tables.roles import DutyGrant
from community.tables.row_types import ResidentRow, VolunteerRow
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo

_OF_EACH = (
    *("not_safe", "safe_when", "say_instead", "protected_address"),
    *("emergency_name", "emergency_telephone"),
)
WRITTEN: Mapping[str, tuple[str, ...]] = {
    ResidentRow.TABLE: (*_OF_EACH, "door_word", "hazards"),
    VolunteerRow.TABLE: _OF_EACH,
}
"""By table, the columns that this action may write."""


def keep_contact_safe(
    context: WorkContext,
    person_id: str,
    *,
    seen: Mapping[str, object],
    now: Mapping[str, object],
    as_it_is: bool = False,
) -> Action:
    """Write how to be in touch with a resident or a volunteer. Of `now`, what differs from what they saw is written.

    Raises Stale where the book says something else by now, NotAllowed for any other column, and for ending the
    protection of an address, which is the safeguarding lead's; TellsWho where the hazards name somebody, and nobody has
    said that they may stay as they are. What is on its way to them by a way that is not safe any more stays here.
    """

    def work(unit: UnitOfWork) -> None:
        row = unit.take(row_type_of(person_id), person_id)
        if not isinstance(row, ResidentRow | VolunteerRow):
            raise NotNow("This is written down about residents and volunteers only.")
        for name, value in now.items():
            if name not in WRITTEN[row.table]:
                raise NotAllowed("This field is not yours to change.")
            column = TABLES[row.table][name]
            new, shown = canon.of(column, value), canon.of(column, seen.get(name))
            if new == shown:
                continue
            if row[name] != shown:
                raise Stale(row.table, row.id, name, row[name])
            if column.words and set(split(str(new or ""))) - set(column.words):
                raise NotNow("Choose one of the words for this.")
            if name == "protected_address":
                _check_may_end(context, row)
            if name == "hazards" and isinstance(row, ResidentRow) and not as_it_is:
                check_tells_nobody(unit.visible, row, str(new or ""))
            unit.set_by_name(row, name, new)
        hold_back_unsafe(unit, row)

    return do(context, Verb.SAFE_CONTACT, work)[0]


def _check_may_end(context: WorkContext, row: Person) -> None:
    if row.protected_address == YesNo.YES and not on_duty(context.user, DutyGrant.TELL_PROTECTED_ADDRESSES):
        raise NotAllowed("Only the safeguarding lead ends the protection of an address.")
