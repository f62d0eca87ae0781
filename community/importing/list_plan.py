"""Plans what a list brings, its rows compared with the book and with each other; then brings it in, in one action."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from community.book import Action, Change
from community.casework import WorkContext, bring_in, looking
from community.casework.permissions import check_user_can
from community.importing.column_guess import ColumnGuess, chosen_columns, guess_columns
from community.importing.column_words import folded, is_nothing
from community.importing.household_rows import HouseholdPlanner
from community.importing.import_plan import Fate, ImportPlan, PlannedRow
from community.importing.list_file import read
from community.importing.list_kinds import DAYS_IN, KINDS, ListKind
from community.importing.list_layout import ListTable, table_of_list
from community.importing.list_row import RowMaker
from community.importing.not_a_list import NotAList
from community.importing.open_referral_feed import is_feed, read_feed
from community.importing.own_answers import own_questions
from community.importing.pair_rows import PairPlanner
from community.importing.row_cells import RowCells, cells_of
from community.importing.row_planner import Provenance, RowPlanner
from community.importing.told_days import month_first
from community.importing.value_cells import ValueReader
from community.settings import ExtraQuestion
from community.tables.canonical import LONDON
from community.tables.verbs import Verb


def plan_list(
    context: WorkContext,
    data: bytes,
    file: str,
    what: str,
    *,
    columns: Mapping[str, str] | None = None,
    basis: str | None = None,
    health: bool = False,
    without: Collection[int] = (),
    sheet: str | None = None,
    delete_by: date | None = None,
) -> ImportPlan:
    """What becomes of each row of a list of this kind (`KINDS`), whose file is called `file`.

    `columns` are what a person chose, by header, over what was guessed. `basis` is the lawful basis on which the people
    in it are kept. `health`: they agreed that what is about health is kept, too. `without` are rows left out by hand.
    `delete_by`: the day on which households go from the list again. Raises NotAList, NotAllowed.
    """
    check_user_can(context.user, Verb.BRING_IN)
    kind, found = KINDS[what], read_feed(data) if is_feed(data) else read(data, sheet)
    if found.of not in (None, what):
        raise NotAList("A feed holds services, so choose services as what the list holds.")
    table = table_of_list(found, kind.code)
    own = own_questions(kind.table, context.settings)
    kind = replace(kind, fields=(*kind.fields, *own))
    guesses = guess_columns(table, kind, context.settings, own)
    _check_chosen(kind, guesses, columns or {})
    guesses = chosen_columns(guesses, columns or {})
    withheld = frozenset() if health else kind.special
    cells = [cells_of(line, guesses, withheld) for line in table.rows]
    reader = ValueReader(context.settings, context.clock().astimezone(LONDON).date(), _orders(table, guesses, own))
    rows = _planned(context, kind, guesses, cells, reader, Provenance(file, basis, frozenset(without), delete_by))
    out = tuple(each.column.header for each in guesses if each.field in withheld)
    return ImportPlan(kind, file, found.read_as, table, tuple(guesses), tuple(rows), found.others, out)


def _check_chosen(kind: ListKind, guesses: Sequence[ColumnGuess], columns: Mapping[str, str]) -> None:
    """Raise NotAList for a column or a field that is not there: what stands in the column would be lost unsaid."""
    headers = {folded(each.column.header) for each in guesses}
    fields = {*kind.fields, *(each.field for each in guesses)}
    if any(folded(header) not in headers for header in columns):
        raise NotAList("One of the columns that you put right is not in the list.")
    if any(field not in fields for field in columns.values()):
        raise NotAList("One of the fields that you chose does not exist for such a list. column_words.toml names them.")


def _planned(
    context: WorkContext,
    kind: ListKind,
    guesses: list[ColumnGuess],
    cells: list[RowCells],
    reader: ValueReader,
    from_where: Provenance,
) -> list[PlannedRow]:
    with looking(context) as visible:
        if kind.code == "pairs":
            return PairPlanner(visible.reader, reader, from_where).plan(cells)
        if kind.code == "households":
            return HouseholdPlanner(visible.reader, context.places, from_where).plan(cells)
        maker = RowMaker(kind.table, reader, context.places)
        planner = RowPlanner(visible, kind, guesses, from_where)
        return planner.plan([maker.read(each) for each in cells])


def _orders(table: ListTable, guesses: list[ColumnGuess], own: Mapping[str, ExtraQuestion]) -> dict[str, bool | None]:
    """By header, whether the month stands first in the column's dates; None where they do not tell."""
    days = DAYS_IN | {name for name, asked in own.items() if asked.kind == "date"}
    return {
        each.column.header: month_first(
            cell for row in table.rows if not is_nothing(cell := row.cells[each.column.place])
        )
        for each in guesses
        if each.field in days
    }


def bring_list_in(context: WorkContext, plan: ImportPlan) -> Action:
    """The action that wrote the plan's rows and corrections. Without an id it had nothing to write.

    What somebody changed since the plan was made is not written over: it raises Stale, and the plan is made anew. A row
    that came in meanwhile by the same list is left alone.
    """
    rows = [append for row in plan.rows for append in row.appends]
    corrections = [
        Change(plan.kind.table, str(row.record_id), each.field, each.was, each.now)
        for row in plan.rows
        if row.fate == Fate.CORRECTED
        for each in row.corrected
    ]
    return bring_in(context, rows, corrections, reason=f"Brought in from the list {plan.file}")
