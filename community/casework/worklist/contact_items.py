"""Lines about calls and messages that are still open, and about notes that somebody typed into the spreadsheet."""

from collections.abc import Iterator, Sequence

from community.book import Where
from community.casework.calls_to_make import cannot_wait, ours_in, without_ringing
from community.casework.display_names import named
from community.casework.visibility import hidden
from community.casework.worklist.line_facts import hub_of, known_by, number_of, whom
from community.casework.worklist.worklist_item import UNSURE, URGENT, WorklistItem, has_number_to_ring
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables import table_of
from community.tables.canonical import moment
from community.tables.row_types import ContactRow
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactWay, Direction, LineKind
from community.wording import contact_words


def _open(_: View) -> Where:
    return lambda c: [c.status == ContactStatus.OPEN]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(ContactRow, ids)
    found = (view.visible.look.get(ContactRow, one) for one in ids)
    named_here = {one for row in found if row is not None for one in (row.about, row.with_whom) if one}
    for table in {table_of(one) for one in named_here} - {None}:
        view.visible.read_ahead(str(table), [one for one in named_here if table_of(one) == table])


def _pieces(view: View, contact_id: str) -> Iterator[WorklistItem]:
    contact = view.visible.get(ContactRow, contact_id)
    yield _note(view, contact) if contact.way == ContactWay.SHEET else _call(view, contact)


CONTACTS = WorklistPart(ContactRow, _open, _pieces, _read_ahead, Verb.DEAL_WITH_CONTACT)


def _call(view: View, contact: ContactRow) -> WorklistItem:
    ours = ours_in(view.visible, contact)
    telephone = number_of(view, contact.with_whom) or number_of(view, contact.about)
    said = ours if ours is None or has_number_to_ring(telephone) else without_ringing(ours)
    urgency = URGENT if cannot_wait(view.reader, ours, contact.about, view.this_day) else UNSURE
    return WorklistItem(
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


def _note(view: View, row: ContactRow) -> WorklistItem:
    about = known_by(view, row.about)
    words = row.words or "somebody typed a note"
    title = f"{about}: {words}" if about else words
    return WorklistItem(row.id, "contacts", LineKind.SHEET_NOTE, title, moment(row.at), view.promise(row.at), UNSURE,
               hub=hub_of(view, row.about), about=row.about, who=whom(view, row.about))  # fmt: skip
