"""The log of calls, letters and messages: what was said, and what somebody must come back to."""

from collections.abc import Collection

from community.book import Action, among
from community.casework.actions import check_state_allows
from community.casework.calls_to_make import ours_in
from community.casework.casework_errors import NotNow
from community.casework.records_seen import see_all
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.tables import TABLES
from community.tables.row_types import ContactRow, ContactValues
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction


def log_contact(
    context: WorkContext,
    about: str,
    *,
    with_whom: str | None = None,
    way: ContactWay = ContactWay.TELEPHONE,
    direction: Direction = Direction.OUT,
    outcome: ContactOutcome = ContactOutcome.NOTE,
    words: str | None = None,
    status: ContactStatus = ContactStatus.DEALT_WITH,
) -> Action:
    """Write down a call, letter or message about a record. `status="open"`: somebody must come back to it.

    Raises NotFound unless both the record and the person spoken to are within sight.
    """
    told: ContactValues = {"way": way, "direction": direction, "outcome": outcome, "status": status}

    def work(unit: UnitOfWork) -> None:
        unit.take(row_type_of(about), about)
        if with_whom is not None:
            unit.visible.get(row_type_of(with_whom), with_whom)
        for name, value in told.items():
            if value not in (TABLES["contacts"][name].words or ()):
                raise NotNow(f"Choose one of the words for {name}.")
        unit.add(ContactRow, told | {"about": about, "with_whom": with_whom, "words": words})

    return do(context, Verb.LOG_CONTACT, work)[0]


def deal_with_contact(context: WorkContext, contact_id: str, *, seen: str = ContactStatus.OPEN) -> Action:
    """Note that somebody has come back to this contact."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ContactRow, contact_id, seen)
        check_state_allows(Verb.DEAL_WITH_CONTACT, row)
        unit.move(row, ContactStatus.DEALT_WITH)

    return do(context, Verb.DEAL_WITH_CONTACT, work)[0]


def unanswered_calls(context: WorkContext, match_id: str) -> int:
    """How often we rang the volunteer of this match and got no answer."""
    return len(see_all(context, ContactRow, lambda c: [c.about == match_id, c.outcome == ContactOutcome.NO_ANSWER]))


def said_in(context: WorkContext, contact_id: str) -> str | None:
    """What was said, or is to be said, in a call or message, as far as this user may read it. Raises NotFound."""
    with looking(context) as visible:
        return _said(visible, visible.get(ContactRow, contact_id))


def said_in_each(context: WorkContext, contact_ids: Collection[str]) -> dict[str, str | None]:
    """As `said_in` says, for all of these calls and messages in one look; those out of sight are left out."""
    with looking(context) as visible:
        rows = visible.rows(ContactRow, lambda c: [among(c.id, contact_ids)], order=None) if contact_ids else []
        return {row.id: _said(visible, row) for row in rows}


def _said(visible: Visibility, row: ContactRow) -> str | None:
    said: str | None = row.words
    return ours_in(visible, row) or said
