"""Two records that were joined as one person's, and parted again: what came from one must not stay with the other.

Joining wrote values of one into the other and parting took them out, so between the two stands whatever the other said.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from community.book.arrivals import replay
from community.book.id_lists import among
from community.book.record_set import VOID
from community.book.schema import CHANGES, ERASURES, RECEIVED, ChangeLine
from community.book.sql_table import lines
from community.tables import table_of
from community.tables.ids import check

_JOINED = frozenset({"residents", "volunteers", "organisations"})
_AT_ONCE = 500


def partings(connection: sa.Connection, table: str, ids: Sequence[str]) -> dict[str, bool]:
    """The actions that joined one of these records with another, or parted them; True for those that joined them.

    Without those of two that are joined now. What was decided about a record that is gone comes no more, so its parting
    is known by what was undone of the other.
    """
    if table not in _JOINED:
        return {}
    c = CHANGES.c
    either = among(c.record_id, ids) | among(c.now, ids)
    voided = sa.select(CHANGES).where(c.table == table, c.field == VOID, c.undoes.is_(None), either)
    joins = {each.action for each in lines(connection, voided, CHANGES) if table_of(check(each.now or "")) == table}
    found: dict[str, bool] = {}
    for join in joins:
        chain, last = {join: True}, join
        while last is not None:
            query = sa.select(c.action).where(c.undoes == last).order_by(c.at.desc(), c.action).limit(1)
            undo = connection.execute(query).scalar()
            if undo is None or undo in chain:
                break
            chain[undo], last = not chain[last], undo
        if not chain[last]:
            found |= chain
    return found


def own_values(change: ChangeLine, joins: Mapping[str, bool]) -> dict[str, Any]:
    """What the change says without what came from the other record: the value that its own had, before and after."""
    if change.action not in joins or change.field == VOID:
        return {"was": change.was, "now": change.now}
    own = change.was if joins[change.action] else change.now
    return {"was": own, "now": own}


def forget_partings(connection: sa.Connection, table: str, ids: Sequence[str]) -> None:
    """Blank what came from these records, or went to them, in what was decided about others: it changed nothing."""
    joins = partings(connection, table, ids)
    for start in range(0, len(joins), _AT_ONCE):
        of_them = CHANGES.c.action.in_([*joins][start : start + _AT_ONCE])
        others = sa.select(CHANGES).where(of_them & CHANGES.c.record_id.not_in(ids))
        touched: dict[tuple[str, str], None] = {}
        for change in lines(connection, others, CHANGES):
            if change.field != VOID:
                blank = {"was": None, "now": None, "reason": None}
                connection.execute(CHANGES.update().where(CHANGES.c.id == change.id).values(blank))
                touched[change.table, change.record_id] = None
        for each in touched:
            if connection.execute(sa.select(RECEIVED[each[0]].c.id).where(RECEIVED[each[0]].c.id == each[1])).first():
                replay(connection, *each)


def forget_partings_of_erased(connection: sa.Connection) -> None:
    """Do so for all who were erased before this book heard that they had been parted from somebody."""
    c = CHANGES.c
    for table in _JOINED:
        gone = sa.select(ERASURES.c.record_id).where(ERASURES.c.table_name == table)
        either = c.record_id.in_(gone) | c.now.in_(gone)
        query = sa.select(c.record_id).where(c.table == table, c.field == VOID, c.now.is_not(None), either).distinct()
        if ids := list(connection.execute(query).scalars()):
            forget_partings(connection, table, ids)
