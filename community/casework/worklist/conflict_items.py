"""Lines about corrections from the spreadsheet or another machine that came too late: a person settles them."""

from collections.abc import Iterator

from community.casework.sync_conflicts import Conflict, unsettled
from community.casework.worklist.line_facts import known_by, whom
from community.casework.worklist.worklist_item import UNSURE, WorklistItem
from community.casework.worklist.worklist_part import WorklistPart, everything, nothing_ahead
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind
from community.wording import spelled


def _pieces(view: View, _: str) -> Iterator[WorklistItem]:
    for each in unsettled(view.context, view.visible):
        yield _question(view, each)


CONFLICTS = WorklistPart(None, everything, _pieces, nothing_ahead, Verb.SETTLE)


def _question(view: View, found: Conflict) -> WorklistItem:
    due = view.promise(found.at)
    field = spelled(found.field.removeprefix("extra."))
    who = found.who or known_by(view, found.record_id) or found.record_id
    title = f"{who}: two answers for {field}" if found.field != "void" else f"{who}: taken back, or not?"
    return WorklistItem(found.id, "changes", LineKind.CONFLICT, title, moment(found.at), due, UNSURE, hub=found.hub,
                about=found.record_id, who=whom(view, found.record_id))  # fmt: skip
