"""The lines that some user took off Today until a day that has not come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from community.book import Where
from community.casework.worklist.worklist_part import Shared, WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.row_types import ContactRow


@dataclass(frozen=True)
class PutOff(Shared):
    """A line that is put off, by its record and kind."""

    about: str
    kind: str


def _notes(_: View) -> Where:
    return lambda c: [c.until.is_not(None)]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(ContactRow, ids)


def _pieces(view: View, contact_id: str) -> Iterator[PutOff]:
    # Whoever put it off, whoever looks: so it is read past the sight of this user.
    note = view.reader.get(ContactRow, contact_id)
    if note is not None and not view.has_come(note.until):
        yield PutOff(note.about or "", note.takes_off or "")


PUT_OFF = WorklistPart(ContactRow, _notes, _pieces, _read_ahead)
