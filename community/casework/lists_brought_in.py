"""Bringing in a list: all of its rows and corrections in one action of the director, or none of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from community.book import Action, Append, Change, Stale, among
from community.casework.casework_errors import NotAllowed, NotFound, NotNow
from community.casework.permissions import check_user_can
from community.casework.record_corrections import put_right
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import Visibility
from community.casework.volunteer_steps import check_ready
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import LONDON
from community.tables.row_types import (
    ROW_TYPES,
    CheckRow,
    ColumnName,
    HouseholdRow,
    OrganisationRow,
    PairRow,
    ResidentRow,
    ServiceRow,
    VolunteerRow,
)
from community.tables.statuses import VolunteerStatus
from community.tables.verbs import Verb

TABLES_OF_LISTS = frozenset(
    kind.TABLE for kind in (VolunteerRow, CheckRow, ResidentRow, OrganisationRow, ServiceRow, PairRow, HouseholdRow)
)
"""What a list may hold. Requests, needs and matches are made by people, each with a reason."""


def bring_in(context: WorkContext, rows: Sequence[Append], corrections: Sequence[Change], *, reason: str) -> Action:
    """Add the rows, whose ids follow from what they say, and put right what a corrected list says otherwise.

    A row that is there already is left alone. `reason` says which list it was. Raises Stale when somebody changed one
    of the corrected fields meanwhile, and NotNow where a pair's people are there no more.
    """

    def work(unit: UnitOfWork) -> None:
        if any(row.table not in TABLES_OF_LISTS or row.id is None for row in rows):
            raise NotNow("A list holds volunteers, residents, organisations, services, households or pairs.")
        _check_households(unit, rows)
        there = _there(unit, rows)
        _check_pairs(unit, rows)
        unit.appends += [row for row in rows if (row.table, row.id) not in there]
        for change in corrections:
            record, column = unit.take(ROW_TYPES[change.table], change.id), TABLES[change.table][change.field]
            if canon.of(column, change.was) != record[change.field]:
                raise Stale(change.table, change.id, change.field, record[change.field])
            if change.field in closed_to(unit.visible, change.table, change.id):
                raise NotAllowed("An address is protected: only the safeguarding lead puts it right.")
            put_right(unit, record, change.field, canon.of(column, change.now))
        _ask_no_more(unit, {change.id for change in corrections if change.table == VolunteerRow.TABLE})

    return do(context, Verb.BRING_IN, work, reason)[0]


def closed_to(visible: Visibility, table: str, record_id: str) -> frozenset[str]:
    """The columns that no list of this user may change of a protected address, the protection among them."""
    home = visible.closed_home(table, record_id)
    return home | {"protected_address"} if home else home


@dataclass(frozen=True)
class BroughtIn:
    """A list that was brought in: the action, when, by whom, and how many of its rows are in the book now."""

    action: str
    at: str
    by: str
    rows: int


def brought_in_lately(context: WorkContext) -> list[BroughtIn]:
    """The lists that were brought in and stand, the newest first, for whoever may bring in another."""
    check_user_can(context.user, Verb.BRING_IN)
    with context.book.reading() as reader:
        found = reader.adding_actions(Verb.BRING_IN)
    lists = [BroughtIn(action, at, by, rows) for action, (at, by, rows) in found.items() if rows]
    return sorted(lists, key=lambda each: each.at, reverse=True)


def _there(unit: UnitOfWork, rows: Sequence[Append]) -> set[tuple[str, str | None]]:
    """Which of the rows are in the book already."""
    found: set[tuple[str, str | None]] = set()
    for table in {row.table for row in rows}:
        ids = [str(row.id) for row in rows if row.table == table]
        known = unit.reader.rows(table, lambda c: [among(c.id, ids)], order=None, columns=lambda c: (c.id,))  # noqa: B023
        found |= {(table, row.id) for row in known}
    return found


def _ask_no_more(unit: UnitOfWork, ids: Iterable[str]) -> None:
    """Send those back to the checks of whom a corrected list says what makes nobody ready: they agree no more."""
    for one in sorted(ids):
        volunteer = unit.take(VolunteerRow, one)
        told = {each.field: each.now for each in unit.changes.values() if each.id == one}
        if volunteer.status == VolunteerStatus.READY:
            try:
                check_ready(VolunteerRow(VolunteerRow.TABLE, {**volunteer, **told}))
            except NotNow:
                unit.move(volunteer, VolunteerStatus.CHECKING)


def _check_households(unit: UnitOfWork, rows: Sequence[Append]) -> None:
    """A list of strangers is held by a right that somebody named, for no more than a year, and never in a sheet."""
    today = unit.now.astimezone(LONDON).date()
    for values in (row.values for row in rows if row.table == HouseholdRow.TABLE):
        until = values.get(ColumnName.DELETE_BY)
        if unit.context.settings.kept_in_sheet:
            raise NotNow("A list of households is not kept where the spreadsheet keeps the book.")
        if not values.get(ColumnName.LAWFUL_BASIS):
            raise NotNow("Say first on which lawful basis you hold this list.")
        if not isinstance(until, date) or not today < until <= today + timedelta(days=365):
            raise NotNow("Say until which day the list is kept: after today, and within a year.")


def _check_pairs(unit: UnitOfWork, rows: Sequence[Append]) -> None:
    for row in rows:
        if row.table == PairRow.TABLE:
            both = {VolunteerRow.TABLE: "volunteer_id", ResidentRow.TABLE: "resident_id"}
            for table, column in both.items():
                if unit.reader.get(table, str(row.values[column])) is None:
                    raise NotFound("One of the people of a pair is no longer in the book. Look at the list again.")
