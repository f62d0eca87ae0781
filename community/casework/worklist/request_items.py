"""Lines about requests that have not been answered, and about what a person should look at."""

from collections.abc import Iterator, Sequence

from community.book import Where
from community.casework.worklist.line_facts import who_asks
from community.casework.worklist.worklist_item import UNSURE, URGENT, WorklistItem, people, told
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment, split
from community.tables.flags import Flag
from community.tables.row_types import HelpRequestRow
from community.tables.statuses import RequestStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind
from community.wording import flag_name

CRISIS = Flag.CRISIS_WORDS
"""The flag of a request whose words may mean danger; the forms raise it."""


def _not_closed(_: View) -> Where:
    return lambda c: [c.status != RequestStatus.CLOSED]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(HelpRequestRow, ids)


def _pieces(view: View, request_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(HelpRequestRow, request_id)
    if row.status == RequestStatus.TRIAGED:
        if row.flags and view.may(Verb.CLEAR_FLAG):
            odd = "; ".join(map(flag_name, split(row.flags)))
            yield _item(view, row, LineKind.FLAGGED, f"Look at this request: {odd}")
    elif view.has_come(row.hold_until):
        yield _waiting(view, row)


REQUESTS = WorklistPart(HelpRequestRow, _not_closed, _pieces, _read_ahead)


def _waiting(view: View, row: HelpRequestRow) -> WorklistItem:
    """A line about a request that nobody has answered yet. The promise counts from when it came."""
    due = view.promise(row.at, row.urgency)
    asked = ", ".join(view.task(t) for t in split(row.tasks)) or "no kind of help told"
    if CRISIS in split(row.flags):
        return _item(view, row, LineKind.CRISIS, f"Read this first: {asked}")
    if row.status == RequestStatus.NO_ANSWER:
        return _item(view, row, LineKind.NO_ANSWER_AGAIN, f"Try again: {asked}")
    if view.has_passed(due):
        return _item(view, row, LineKind.PAST_PROMISE, f"Waits past our promise: {asked}")
    if row.hold_until is not None:
        return _item(view, row, LineKind.HOLD_ENDED, f"The wait is over: {asked}")
    if row.hub is None:
        return _item(view, row, LineKind.NO_HUB, f"No hub yet: {asked}")
    return _item(view, row, LineKind.NEW_REQUEST, f"New: {asked}")


def _item(view: View, row: HelpRequestRow, kind: LineKind, words: str) -> WorklistItem:
    promised = moment(row.hold_until) if row.hold_until else view.promise(row.at, row.urgency)
    due = None if kind == LineKind.FLAGGED else promised
    who = row.name or row.referrer_name
    title = f"{words} ({who})" if who else words
    # An accepted request does not wait for us now.
    urgency = UNSURE if kind == LineKind.FLAGGED else URGENT if kind == LineKind.CRISIS else told(row.urgency)
    return WorklistItem(row.id, "help_requests", kind, title, moment(row.at), due, urgency, hub=row.hub,
                telephone=view.number(row), who=people(who_asks(row)))  # fmt: skip
