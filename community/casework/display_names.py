"""The names of the people a record is about, as far as the user may read them."""

from collections.abc import Iterable

from community.casework.casework_errors import NotFound
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.tables import TABLES
from community.tables.row_types import ColumnName, PaymentRow, ShiftRow


def named(visible: Visibility, record_id: str | None) -> str | None:
    """`Ada Asks`, or for a match `Vera Vole for Ada Asks`; None where nobody is named, or the name is out of sight."""
    if record_id is None:
        return None
    try:
        row = visible.get(row_type_of(record_id), record_id)
    except NotFound:
        return None
    table = TABLES[row.table]
    if isinstance(row, PaymentRow | ShiftRow):  # it mentions whose it is, and stays when they are erased
        return named(visible, row.volunteer_id)
    if not table.about:
        name: str | None = row.get(ColumnName.NAME) or row.get(ColumnName.REFERRER_NAME)
        return name
    first = next(filter(None, (named(visible, row[column]) for column in table.about)), None)
    if first is None and table.people:  # somebody who booked, and is no volunteer of ours
        first = row.get(table.people[0].name)
    if table.beside is None:
        return first
    between, other = table.beside
    return _two(first, named(visible, row[other]), between)


def _two(one: str | None, other: str | None, between: str) -> str | None:
    return f"{one} {between} {other}" if one and other else one or other


def name_of(context: WorkContext, record_id: str) -> str | None:
    """The names of the people a record is about, for the link to it: see `named`."""
    with looking(context) as visible:
        return named(visible, record_id)


def names_of(context: WorkContext, record_ids: Iterable[str]) -> dict[str, str | None]:
    """As `name_of` says, for several records in one look: each look finds out anew what is in sight."""
    with looking(context) as visible:
        return {record_id: named(visible, record_id) for record_id in record_ids}
