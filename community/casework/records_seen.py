"""One record, or all of a kind, as far as the user may see them: what the pages read."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables import table_of
from community.tables.row import TableRow
from community.tables.row_types import ResidentRow, VolunteerRow

R = TypeVar("R", bound=TableRow[Any, Any])


def see(context: WorkContext, table: type[R], record_id: str) -> R:
    """One record. Raises NotFound."""
    with looking(context) as visible:
        return visible.get(table, record_id)


def see_person(context: WorkContext, person_id: str) -> ResidentRow | VolunteerRow:
    """One resident or volunteer. Raises NotFound."""
    if table_of(person_id) == ResidentRow.TABLE:
        return see(context, ResidentRow, person_id)
    return see(context, VolunteerRow, person_id)


def see_all(
    context: WorkContext,
    table: type[R],
    where: Callable[[type[R]], Iterable[Any]] | None = None,
    *,
    order: str | None = "at",
    limit: int | None = None,
) -> list[R]:
    """All records of the table that are within sight and that `where` asks for."""
    with looking(context) as visible:
        return visible.rows(table, where, order=order, limit=limit)
