"""Lines about what was typed into the spreadsheet and a person must see: late corrections, and notes in its views."""

from collections.abc import Iterator

from community.casework.casework_errors import NotFound
from community.casework.sync_conflicts import Conflict, unsettled
from community.casework.visibility import row_type_of
from community.casework.worklist.worklist_item import UNSURE, View, WorklistItem, hub_of, whom
from community.tables.canonical import moment
from community.tables.row_types import ContactRow, NeedRow, RowWithName
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactWay, LineKind
from community.wording import spelled


def sheet_items(view: View) -> Iterator[WorklistItem]:
    """The lines about conflicts to settle and notes to deal with, each with whom or what it is about."""
    if view.may(Verb.SETTLE):
        for each in unsettled(view.context, view.visible):
            yield _question(view, each)
    if view.may(Verb.DEAL_WITH_CONTACT):
        for row in view.visible.rows(ContactRow, lambda c: [c.status == ContactStatus.OPEN, c.way == ContactWay.SHEET]):
            about = _about(view, row.about)
            words = row.words or "somebody typed a note"
            due = view.promise(row.at)
            title = f"{about}: {words}" if about else words
            yield WorklistItem(row.id, "contacts", LineKind.SHEET_NOTE, title, moment(row.at), due, UNSURE,
                       hub=hub_of(view, row.about), about=row.about, who=whom(view, row.about))  # fmt: skip


def _question(view: View, found: Conflict) -> WorklistItem:
    due = view.promise(found.at)
    field = spelled(found.field.removeprefix("extra."))
    who = found.who or _about(view, found.record_id) or found.record_id
    title = f"{who}: two answers for {field}" if found.field != "void" else f"{who}: taken back, or not?"
    return WorklistItem(found.id, "changes", LineKind.CONFLICT, title, moment(found.at), due, UNSURE, hub=found.hub,
                about=found.record_id, who=whom(view, found.record_id))  # fmt: skip


def _about(view: View, record_id: str | None) -> str | None:
    """The name on the record, or the kind of help: the words by which a person knows it."""
    if record_id is None:
        return None
    try:
        row = view.visible.get(row_type_of(record_id), record_id)
    except NotFound:
        return None
    if isinstance(row, NeedRow):
        return view.task(row.task_type)
    return row.name if isinstance(row, RowWithName) else None
