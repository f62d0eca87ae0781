"""The local directory: actions by which the director decides what is printed of it, and notes that it is still so."""

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar, cast

from community.book import Action, Stale
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.places import what_stands_there
from community.tables import TABLES
from community.tables.canonical import LONDON, codes
from community.tables.row_types import ColumnName, OpportunityRow, ServiceRow, ServiceValues
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import HELPS_WITH, UNTIL, ServiceKind
from community.tables.verbs import Verb

Entry = ServiceRow | OpportunityRow
E = TypeVar("E", ServiceRow, OpportunityRow)


def add_service(context: WorkContext, told: ServiceValues, helps_with: Collection[str]) -> Action:
    """Write down a service that somebody told us of. It is printed once it is approved."""

    def work(unit: UnitOfWork) -> None:
        told_columns = {c.name for c in TABLES[ServiceRow.TABLE].columns if c.origin == "told"}
        if not told.get(ColumnName.NAME) or told.keys() - told_columns:
            raise NotNow("Give it a name, as it should be printed.")
        if told.get(ColumnName.KIND) not in set(ServiceKind):
            raise NotNow("Choose what it is.")
        postcode = str(told.get(ColumnName.POSTCODE) or "")
        place = context.places.find(postcode) if context.places is not None and postcode else None
        stands = what_stands_there(ServiceRow.TABLE, place) if place else {}
        values = {**told, **stands, HELPS_WITH: _known(context, helps_with), "status": ListingStatus.OFFERED}
        unit.add(ServiceRow, cast("ServiceValues", values))

    return do(context, Verb.ADD_SERVICE, work)[0]


def approve_service(context: WorkContext, service_id: str, *, seen: str = ListingStatus.OFFERED) -> Action:
    """Approve a service: the next publishing prints it. Whoever approves it has checked it today."""
    return move_entry(context, Verb.APPROVE_SERVICE, ServiceRow, service_id, seen, ListingStatus.APPROVED)


def withdraw_service(context: WorkContext, service_id: str, *, seen: str, reason: str | None = None) -> Action:
    """Withdraw a service: it is not printed, or no longer."""
    return move_entry(context, Verb.WITHDRAW_SERVICE, ServiceRow, service_id, seen, ListingStatus.WITHDRAWN, reason)


def check_service(context: WorkContext, service_id: str) -> Action:
    """Note that somebody asked or looked today, and that all that is printed of it is so."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ServiceRow, service_id)
        check_state_allows(Verb.CHECK_SERVICE, row)
        checked_today(unit, row)

    return do(context, Verb.CHECK_SERVICE, work)[0]


def change_helps_with(context: WorkContext, service_id: str, *, seen: Collection[str], now: Collection[str]) -> Action:
    """Put right which kinds of help a service gives: on the site it stands on the pages of these."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ServiceRow, service_id)
        if codes(seen) != row[HELPS_WITH]:
            raise Stale(row.table, row.id, HELPS_WITH, row[HELPS_WITH])
        unit.set_by_name(row, HELPS_WITH, _known(context, now))

    return do(context, Verb.CORRECT, work)[0]


def change_until(context: WorkContext, service_id: str, *, seen: str | None, now: date | None) -> Action:
    """Put right the last day of what a member offers; the words that the form kept, where they are no day, go."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ServiceRow, service_id)
        if row[UNTIL] != seen:
            raise Stale(row.table, row.id, UNTIL, row[UNTIL])
        unit.set_by_name(row, UNTIL, now and now.isoformat())

    return do(context, Verb.CORRECT, work)[0]


def _known(context: WorkContext, helps_with: Collection[str]) -> str | None:
    groups = {task.group for task in context.settings.task_types.values()}
    if set(helps_with) - groups:
        raise NotNow("Choose among the kinds of help.")
    return codes(helps_with)


def checked_today(unit: UnitOfWork, row: Entry) -> None:
    """Note that somebody looked at it today."""
    unit.set_by_name(row, "checked_on", unit.now.astimezone(LONDON).date())


def move_entry(
    context: WorkContext,
    verb: Verb,
    kind: type[E],
    entry_id: str,
    seen: str,
    status: ListingStatus,
    reason: str | None = None,
    *,
    check: Callable[[UnitOfWork, E], None] = lambda _unit, _row: None,
) -> Action:
    """Move a service or a volunteering role to this status; whoever approves it has looked today."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(kind, entry_id, seen)
        check_state_allows(verb, row)
        check(unit, row)
        unit.move(row, status)
        if status == ListingStatus.APPROVED:
            checked_today(unit, row)

    return do(context, verb, work, reason)[0]
