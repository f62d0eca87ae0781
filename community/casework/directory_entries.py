"""The local directory: actions by which the director decides what is printed of it, and notes that it is still so."""

from collections.abc import Collection
from typing import cast

from community.book import Action, Stale
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.places import what_stands_there
from community.tables import TABLES
from community.tables.canonical import LONDON, codes
from community.tables.row_types import ColumnName, ServiceRow, ServiceValues
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import HELPS_WITH, ServiceKind
from community.tables.verbs import Verb


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
    return _move(context, Verb.APPROVE_SERVICE, service_id, seen, ListingStatus.APPROVED)


def withdraw_service(context: WorkContext, service_id: str, *, seen: str, reason: str | None = None) -> Action:
    """Withdraw a service: it is not printed, or no longer."""
    return _move(context, Verb.WITHDRAW_SERVICE, service_id, seen, ListingStatus.WITHDRAWN, reason)


def check_service(context: WorkContext, service_id: str) -> Action:
    """Note that somebody asked or looked today, and that all that is printed of it is so."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ServiceRow, service_id)
        check_state_allows(Verb.CHECK_SERVICE, row)
        _checked_today(unit, row)

    return do(context, Verb.CHECK_SERVICE, work)[0]


def change_helps_with(context: WorkContext, service_id: str, *, seen: Collection[str], now: Collection[str]) -> Action:
    """Put right which kinds of help a service gives: on the site it stands on the pages of these."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ServiceRow, service_id)
        if codes(seen) != row[HELPS_WITH]:
            raise Stale(row.table, row.id, HELPS_WITH, row[HELPS_WITH])
        unit.set_by_name(row, HELPS_WITH, _known(context, now))

    return do(context, Verb.CORRECT, work)[0]


def _known(context: WorkContext, helps_with: Collection[str]) -> str | None:
    groups = {task.group for task in context.settings.task_types.values()}
    if set(helps_with) - groups:
        raise NotNow("Choose among the kinds of help.")
    return codes(helps_with)


def _checked_today(unit: UnitOfWork, row: ServiceRow) -> None:
    unit.set(row, "checked_on", unit.now.astimezone(LONDON).date())


def _move(
    context: WorkContext, verb: Verb, service_id: str, seen: str, status: ListingStatus, reason: str | None = None
) -> Action:
    def work(unit: UnitOfWork) -> None:
        row = unit.take(ServiceRow, service_id, seen)
        check_state_allows(verb, row)
        unit.move(row, status)
        if status == ListingStatus.APPROVED:
            _checked_today(unit, row)

    return do(context, verb, work, reason)[0]
