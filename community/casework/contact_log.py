"""Calls, letters and messages: what was said, and what somebody must come back to."""

from community import tables
from community.book import Action, Row
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotFound, NotNow
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables import TABLES
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction


def log_contact(
    context: WorkContext,
    about: str,
    *,
    with_whom: str | None = None,
    way: str = ContactWay.TELEPHONE,
    direction: str = Direction.OUT,
    outcome: str = ContactOutcome.NOTE,
    words: str | None = None,
    status: str = ContactStatus.DEALT_WITH,
) -> Action:
    """Write down a call, letter or message about a record. `status="open"`: somebody must come back to it.

    Both the record and whom it was with must be within sight; raises NotFound.
    """
    told = {"way": way, "direction": direction, "outcome": outcome, "status": status}

    def work(unit: UnitOfWork) -> None:
        unit.take(table_of(about), about)
        if with_whom is not None:
            unit.visible.get(table_of(with_whom), with_whom)
        for name, value in told.items():
            if value not in (TABLES["contacts"][name].words or ()):
                raise NotNow(f"Choose one of the words for {name}.")
        unit.add("contacts", told | {"about": about, "with_whom": with_whom, "words": words})

    return do(context, Verb.LOG_CONTACT, work)[0]


def deal_with_contact(context: WorkContext, contact_id: str, *, seen: str = ContactStatus.OPEN) -> Action:
    """Somebody has come back to it."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take("contacts", contact_id, seen)
        check_state_allows(Verb.DEAL_WITH_CONTACT, row)
        unit.move(row, ContactStatus.DEALT_WITH)

    return do(context, Verb.DEAL_WITH_CONTACT, work)[0]


def contacts_about(context: WorkContext, record_id: str) -> list[Row]:
    """What was said about a record, the latest first."""
    with looking(context) as visible:
        visible.get(table_of(record_id), record_id)
        return visible.rows("contacts", lambda c: [c.about == record_id], order="-at")


def tries(context: WorkContext, match_id: str) -> int:
    """How often the volunteer of this match was rung and did not answer."""
    return sum(c["outcome"] == ContactOutcome.NO_ANSWER for c in contacts_about(context, match_id))


def table_of(record_id: str) -> str:
    """The table that an id belongs to, by its letter. Raises NotFound."""
    table = tables.table_of(record_id)
    if table is None:
        raise NotFound("There is no such record, or it belongs to another hub.")
    return table
