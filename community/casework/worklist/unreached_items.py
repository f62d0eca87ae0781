"""Lines about people whom nothing reaches at an address or a number: somebody asks them for another."""

from collections.abc import Iterator, Sequence

from community.book import Where
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables import table_of
from community.tables.canonical import moment, split
from community.tables.row_types import NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import GONE, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind
from community.wording import wording


def _volunteers(_: View) -> Where:
    return lambda c: [c.unreached.is_not(None), c.died_on.is_(None), c.status.not_in(GONE)]


def _residents(_: View) -> Where:
    return lambda c: [c.unreached.is_not(None), c.died_on.is_(None)]


def _of_volunteer(view: View, volunteer_id: str) -> Iterator[WorklistItem]:
    volunteer = view.visible.get(VolunteerRow, volunteer_id)
    if view.visible.keeps(volunteer):
        yield _ask_anew(view, volunteer, volunteer.id)


def _of_resident(view: View, resident_id: str) -> Iterator[WorklistItem]:
    """A line that opens the first open need of this resident."""
    resident = view.visible.get(ResidentRow, resident_id)
    needs = [n for n in view.visible.of(NeedRow, "resident_id", resident_id) if n.status == NeedStatus.OPEN]
    if needs:
        yield _ask_anew(view, resident, needs[0].id)


def _read_volunteers(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(VolunteerRow, ids)


def _read_residents(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(ResidentRow, ids)
    view.visible.look.read_ahead_of(NeedRow, "resident_id", ids)


UNREACHED = (
    WorklistPart(VolunteerRow, _volunteers, _of_volunteer, _read_volunteers, Verb.CORRECT, of_own_hub=True),
    WorklistPart(ResidentRow, _residents, _of_resident, _read_residents, Verb.CORRECT),
)


def _ask_anew(view: View, person: VolunteerRow | ResidentRow, shown_at: str) -> WorklistItem:
    what = " and a new ".join(
        words for way, words in wording().address_to_ask_for.items() if way in split(person.unreached)
    )
    return WorklistItem(
        shown_at,
        table_of(shown_at) or person.table,
        LineKind.UNREACHED,
        f"Ask for a new {what or 'way to reach them'}: {person.name or 'no name given'}",
        moment(person.changed_at),
        None,
        UNSURE,
        hub=person.hub,
        telephone=view.telephone(type(person), person.id),
        who=people(person.id),
    )
