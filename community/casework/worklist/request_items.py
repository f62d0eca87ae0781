"""Lines about requests that have not been answered, and about what a person should look at."""

from collections.abc import Iterator
from typing import Any

from community.casework.display_names import named
from community.casework.people_to_tell import cannot_wait, ours_in, without_ringing
from community.casework.visibility import hidden
from community.casework.worklist.worklist_item import (
    UNSURE,
    URGENT,
    View,
    WorklistItem,
    hub_of,
    may_ring,
    number,
    number_of,
    people,
    told,
    who_asks,
    whom,
)
from community.tables.canonical import instant, moment, split
from community.tables.flags import Flag
from community.tables.row_types import ContactRow, HelpRequestRow
from community.tables.statuses import ContactStatus, RequestStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactWay, Direction, LineKind
from community.wording import contact_words, flag_name

CRISIS = Flag.CRISIS_WORDS
"""The flag of a request whose words may mean danger; the forms raise it."""


def request_items(view: View) -> Iterator[WorklistItem]:
    """The lines about requests that are new, to be tried again, flagged or without a hub, and about open contacts."""
    now = instant(view.now)
    for row in view.visible.rows(HelpRequestRow, lambda c: [c.status != RequestStatus.CLOSED]):
        if row.status == RequestStatus.TRIAGED:
            if row.flags and view.may(Verb.CLEAR_FLAG):
                odd = "; ".join(map(flag_name, split(row.flags)))
                yield _item(view, row, LineKind.FLAGGED, f"Look at this request: {odd}")
        elif row.hold_until is None or row.hold_until <= now:
            yield _waiting(view, row)
    if view.may(Verb.DEAL_WITH_CONTACT):
        for contact in view.visible.rows(ContactRow, lambda c: [c.status == ContactStatus.OPEN, _spoken(c)]):
            ours = ours_in(view.visible, contact)
            telephone = number_of(view, contact.with_whom) or number_of(view, contact.about)
            said = ours if ours is None or may_ring(telephone) else without_ringing(ours)
            urgency = URGENT if cannot_wait(view.visible.reader, ours, contact.about, view.now) else UNSURE
            yield WorklistItem(
                contact.id,
                "contacts",
                LineKind.TELL_THEM if ours else LineKind.CONTACT_OPEN,
                f"{named(view.visible, contact.id) or 'Somebody'}: {said or contact.words or _said(view, contact)}",
                moment(contact.at),
                view.promise(contact.at, urgency),
                urgency,
                hub=hub_of(view, contact.about),
                telephone=telephone,
                who=whom(view, contact.with_whom) or whom(view, contact.about),
            )


def _said(view: View, contact: ContactRow) -> str:
    """What kind of call or message it was, where it has no words, or none that the user may read."""
    way = contact_words(contact.way)
    unread = "words" in hidden("contacts", view.context.user.role)
    why = "the words are not shown to you" if unread else "no words written down"
    return f"{way}, {'from them' if contact.direction == Direction.IN else 'from us'}: {why}"


def _spoken(columns: Any) -> Any:
    """The condition that a contact is not a note in the spreadsheet: those have a list of their own."""
    return columns.way.is_(None) | (columns.way != ContactWay.SHEET)


def _waiting(view: View, row: HelpRequestRow) -> WorklistItem:
    """A line about a request that nobody has answered yet. The promise counts from when it came."""
    due = view.promise(row.at, row.urgency)
    asked = ", ".join(view.task(t) for t in split(row.tasks)) or "no kind of help told"
    if CRISIS in split(row.flags):
        return _item(view, row, LineKind.CRISIS, f"Read this first: {asked}")
    if row.status == RequestStatus.NO_ANSWER:
        return _item(view, row, LineKind.NO_ANSWER_AGAIN, f"Try again: {asked}")
    if view.now > due:
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
                telephone=number(view, row), who=people(who_asks(row)))  # fmt: skip
