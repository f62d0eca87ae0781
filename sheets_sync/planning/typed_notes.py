"""Turns words that a person typed where none are kept into a note for Today."""

from community.book import Received
from community.tables.ids import derive
from community.tables.row_types import ColumnName, ContactValues
from community.tables.statuses import ContactStatus
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction
from sheets_sync import origin_cell as borns
from sheets_sync.correction_identity import BY
from sheets_sync.planning.line_owners import is_torn
from sheets_sync.planning.record_values import full
from sheets_sync.planning.sync_plan import Unit, Work
from sheets_sync.sheet_layout import BORN, ID


def why_not(work: Work) -> str | None:
    """Why no note can be taken just now; None when one can."""
    if not work.pull:
        return "Only a sync that takes down as well makes notes of them."
    found = work.sheet.tabs.get("contacts")
    if found is None or found.missing or "contacts" in work.held or is_torn(found):
        return "They become notes when the tab contacts is whole again."
    return None


def take_note(
    work: Work, unit: Unit, where: tuple[str, str, str], *, with_whom: str | None, says: str, words: str
) -> None:
    """Add the note to what the unit writes. `where` is the tab, the record that the words stand beside, the field.

    Its id follows from the words and their place, so that two machines make the same; typed again later, they are
    another note.
    """
    tab, about, name = where
    found = work.sheet.tabs["contacts"]
    taken = work.current["contacts"].keys() | work.known.rows["contacts"].keys() | {x.text(ID) for x in found.lines}
    number = 0
    while (own := derive("C", BY, tab, about, name, words, str(number))) in taken or ("contacts", own) in work.erased:
        number += 1
    values = ContactValues(
        about=about or None,
        with_whom=with_whom,
        way=ContactWay.SHEET,
        direction=Direction.IN,
        outcome=ContactOutcome.NOTE,
        words=says,
        status=ContactStatus.OPEN,
    )
    note = Received("contacts", own, work.now, BY, {key: value for key, value in values.items() if value})
    unit.new_rows.append(note)
    cells = {ID: note.id, ColumnName.AT: note.at, ColumnName.BY: note.by, BORN: borns.write(note)}
    unit.rows.append(("contacts", cells))
    work.current["contacts"][note.id] = full("contacts", note)
