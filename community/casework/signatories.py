"""The charter's signatories: actions by which the director decides whose name is printed."""

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import OrganisationRow
from community.tables.statuses import ListingStatus
from community.tables.verbs import Verb


def approve_organisation(context: WorkContext, organisation_id: str, *, seen: str = ListingStatus.OFFERED) -> Action:
    """Approve an organisation: the next publishing prints its name, website, sentence and promises.

    An organisation that did not sign with the form has signed by now: the person who approves it has asked.
    """
    return _move(context, Verb.APPROVE_ORGANISATION, organisation_id, seen, ListingStatus.APPROVED)


def withdraw_organisation(
    context: WorkContext, organisation_id: str, *, seen: str, reason: str | None = None
) -> Action:
    """Withdraw an organisation: it is not printed, or no longer."""
    return _move(context, Verb.WITHDRAW_ORGANISATION, organisation_id, seen, ListingStatus.WITHDRAWN, reason)


def _move(
    context: WorkContext,
    verb: Verb,
    organisation_id: str,
    seen: str,
    status: ListingStatus,
    reason: str | None = None,
) -> Action:
    def work(unit: UnitOfWork) -> None:
        row = unit.take(OrganisationRow, organisation_id, seen)
        check_state_allows(verb, row)
        unit.move(row, status)
        if status == ListingStatus.APPROVED and row.signed_on is None:
            unit.set(row, "signed_on", unit.now.astimezone(LONDON).date())

    return do(context, verb, work, reason)[0]
