"""Volunteering roles of organisations: the director decides which are printed and open. Anybody may ask for those."""

from dataclasses import dataclass
from typing import cast

from community.book import Action, Stale
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.directory_entries import checked_today, move_entry
from community.casework.permissions import check_user_can
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.places import what_stands_there
from community.tables import TABLES
from community.tables.canonical import LONDON, split
from community.tables.listing_days import is_open_role, is_past
from community.tables.row_types import (
    ColumnName,
    EnquiryRow,
    OpportunityRow,
    OpportunityValues,
    OrganisationRow,
    VolunteerRow,
)
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import ROLE_OF
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo

_GROWN_UP = 18


def add_role(context: WorkContext, told: OpportunityValues, organisation_id: str | None = None) -> Action:
    """Write down a volunteering role that an organisation told us of. It is printed once it is approved."""

    def work(unit: UnitOfWork) -> None:
        told_columns = {c.name for c in TABLES[OpportunityRow.TABLE].columns if c.origin == "told"}
        if not told.get(ColumnName.NAME) or told.keys() - told_columns:
            raise NotNow("Say what the role is called, as it should be printed.")
        if organisation_id:
            unit.take(OrganisationRow, organisation_id)
        postcode = str(told.get(ColumnName.POSTCODE) or "")
        place = context.places.find(postcode) if context.places is not None and postcode else None
        stands = what_stands_there(OpportunityRow.TABLE, place) if place else {}
        values = {**told, **stands, "organisation_id": organisation_id, "status": ListingStatus.OFFERED}
        unit.add(OpportunityRow, cast("OpportunityValues", values))

    return do(context, Verb.ADD_ROLE, work)[0]


def approve_role(context: WorkContext, role_id: str, *, seen: str = ListingStatus.OFFERED) -> Action:
    """Approve a role: the next publishing prints it. Whoever approves it has checked it today.

    Raises NotNow for one whose last day is over.
    """

    def check(unit: UnitOfWork, row: OpportunityRow) -> None:
        if is_past(row, unit.now.astimezone(LONDON).date().isoformat()):
            raise NotNow("Its last day is over. Put the day right first, if it goes on.")

    return move_entry(context, Verb.APPROVE_ROLE, OpportunityRow, role_id, seen, ListingStatus.APPROVED, check=check)


def withdraw_role(context: WorkContext, role_id: str, *, seen: str, reason: str | None = None) -> Action:
    """Close a role: it is not printed, or no longer, and nobody new is introduced."""
    return move_entry(context, Verb.WITHDRAW_ROLE, OpportunityRow, role_id, seen, ListingStatus.WITHDRAWN, reason)


def check_role(context: WorkContext, role_id: str) -> Action:
    """Note that somebody asked today, and that the role is still open as it is printed."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(OpportunityRow, role_id)
        check_state_allows(Verb.CHECK_ROLE, row)
        checked_today(unit, row)

    return do(context, Verb.CHECK_ROLE, work)[0]


def belongs_to(context: WorkContext, role_id: str, organisation_id: str | None, *, seen: str | None) -> Action:
    """Put right which organisation a role is of, for whoever may approve it: the site prints it under that name."""
    check_user_can(context.user, Verb.APPROVE_ROLE)

    def work(unit: UnitOfWork) -> None:
        row = unit.take(OpportunityRow, role_id)
        if row.organisation_id != seen:
            raise Stale(row.table, row.id, "organisation_id", row.organisation_id)
        if organisation_id:
            unit.take(OrganisationRow, organisation_id)
        unit.set(row, "organisation_id", organisation_id)

    return do(context, Verb.CORRECT, work)[0]


def roles_for(context: WorkContext, volunteer: VolunteerRow, today: str) -> list[OpportunityRow]:
    """The open roles that this volunteer has not asked for and may fill: free at its times, and old enough.

    Those of their own hub, or of all, come first.
    """
    with looking(context) as visible:
        open_now = visible.rows(OpportunityRow, lambda c: [c.status == ListingStatus.APPROVED], order="name")
        asked = visible.rows(EnquiryRow, lambda c: [c.volunteer_id == volunteer.id])
    known, free = {each.opportunity_id for each in asked}, set(split(volunteer.slots))
    found = [
        role
        for role in open_now
        if role.id not in known
        and is_open_role(role, today)
        and not (volunteer.over_18 == YesNo.NO and (role.min_age or 0) >= _GROWN_UP)
        and not (free and role.slots and free.isdisjoint(split(role.slots)))
    ]
    return sorted(found, key=lambda role: role.hub not in (None, volunteer.hub))


@dataclass(frozen=True)
class OpenRole:
    """A role that may be asked for, with nothing in it that is not printed."""

    id: str
    name: str
    organisation: str | None
    what: str | None
    times: str | None
    place: str | None
    hub: str | None


def _signed(c: type[OrganisationRow]) -> list[object]:
    return [c.status == ListingStatus.APPROVED]


def all_open_roles(context: WorkContext) -> list[OpenRole]:
    """The approved roles whose last day has not passed, by name. Raises BookUnavailable."""
    today = context.clock().astimezone(LONDON).date().isoformat()
    with context.book.reading() as reader:
        rows = reader.rows(OpportunityRow, lambda c: [c.status == ListingStatus.APPROVED, c.name.is_not(None)])
        named = {each.id: each.name for each in reader.rows(OrganisationRow, _signed)}
    found = [
        OpenRole(
            row.id,
            str(row.name),
            named.get(row.organisation_id or "") or row[ROLE_OF],
            row.what,
            row.times,
            row.place,
            row.hub,
        )
        for row in rows
        if is_open_role(row, today)
    ]
    return sorted(found, key=lambda role: (role.name.casefold(), role.id))
