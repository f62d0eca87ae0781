"""The list that the line about volunteers on whom many rely opens."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from community.casework.one_look import looking_once
from community.casework.user import WorkContext
from community.casework.worklist.carried_items import CARRIED, Helped, carrying_many
from community.casework.worklist.kept_part import KeptPart
from community.casework.worklist.put_off import PUT_OFF, PutOff
from community.casework.worklist.worklist_view import View
from community.tables.row_types import VolunteerRow


def carrying(context: WorkContext, now: datetime) -> list[tuple[VolunteerRow, int]]:
    """Volunteers who carry many residents, and how many each helps, those with most first."""
    with _looking(context, now) as view:
        helped = (piece for piece in _made(view, KeptPart(CARRIED)).shared if isinstance(piece, Helped))
        many = {one: residents for one, (residents, _) in carrying_many(view, helped, _put_off(view)).items()}
        found = [row for one in many if (row := view.visible.find(VolunteerRow, one)) is not None]
    return sorted(((row, many[row.id]) for row in found), key=lambda each: (-each[1], each[0].id))


@contextmanager
def _looking(context: WorkContext, now: datetime) -> Iterator[View]:
    with looking_once(context) as visible:
        yield View(context, visible, now)


def _put_off(view: View) -> set[tuple[str, str]]:
    made = _made(view, KeptPart(PUT_OFF))
    return {(piece.about, piece.kind) for piece in made.shared if isinstance(piece, PutOff)}


def _made(view: View, part: KeptPart) -> KeptPart:
    part.make(view)
    return part
