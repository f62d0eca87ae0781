"""Lines about complaints: who is still to hear that we have theirs, and whose answer is due soon."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from community.book import Where
from community.casework.complaint_times import acknowledged_by
from community.casework.worklist.request_items import CRISIS
from community.casework.worklist.worklist_item import UNSURE, URGENT, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment, split
from community.tables.message_codes import ComplaintKind
from community.tables.row_types import ComplaintRow
from community.tables.statuses import ComplaintStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind, YesNo
from community.wording import wording


def _open(_: View) -> Where:
    return lambda c: [c.status != ComplaintStatus.CLOSED]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(ComplaintRow, ids)


def _pieces(view: View, complaint_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(ComplaintRow, complaint_id)
    who = row.name or "somebody who gave no name"
    what = f"{wording().complaint_kind[row.kind or ComplaintKind.COMPLAINT]} of {who}"
    if row.status == ComplaintStatus.RECEIVED:
        harmed = row.harm == YesNo.YES
        title = f"{'Speak to the lead first, then say' if harmed else 'Say'} that we have it: {what}"
        due = acknowledged_by(view.context.settings, row)
        if CRISIS in split(row.flags):
            first = "Read this first, and speak to the lead" if harmed else "Read this first"
            yield _line(row, LineKind.CRISIS, f"{first}: {what}", due, urgent=True)
        else:
            yield _line(row, LineKind.COMPLAINT, title, due, urgent=harmed)
    elif row.answer_by is not None:
        due = view.end_of(row.answer_by)
        if view.has_come(due - timedelta(days=view.context.settings.complaints.remind_days)):
            yield _line(row, LineKind.COMPLAINT_DUE, f"Answer: {what}", due)


def _line(row: ComplaintRow, kind: LineKind, title: str, due: datetime, *, urgent: bool = False) -> WorklistItem:
    return WorklistItem(row.id, row.table, kind, title, moment(row.at), due, URGENT if urgent else UNSURE,
                        telephone=row.telephone, who=people(row.id))  # fmt: skip


COMPLAINTS = WorklistPart(ComplaintRow, _open, _pieces, _read_ahead, Verb.ACKNOWLEDGE_COMPLAINT)
