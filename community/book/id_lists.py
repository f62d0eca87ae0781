"""A condition with any number of ids: a database takes only so many values in one question (PostgreSQL 65,535)."""

import json
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import in_op

FEW = 500
"""Ids that are written one by one, which lets the database plan best."""


class _Values(FunctionElement[Any]):
    """The texts of a JSON list, as rows with one column, `value`."""

    name = "values_of_list"
    inherit_cache = True


@compiles(_Values, "sqlite")
def _sqlite(element: _Values, compiler: Any, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_Values, "postgresql")
def _postgresql(element: _Values, compiler: Any, **options: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **options)} AS json))"


def among(column: Any, ids: Collection[str | None]) -> sa.ColumnElement[bool]:
    """The condition that a column holds one of these ids, however many."""
    if len(ids) <= FEW or not isinstance(column, sa.ColumnElement):  # one of a ledger in memory takes any number
        return column.in_(list(ids))  # type: ignore[no-any-return]
    values = _Values(sa.literal(json.dumps(list(ids)), sa.Text())).table_valued("value")
    condition: sa.ColumnElement[bool] = column.in_(sa.select(values.c.value))
    condition.among_ids = tuple(ids)  # type: ignore[attr-defined]
    return condition


def asked_among(term: Any) -> Collection[str | None] | None:
    """The values one of which a column is to hold, where that is what this term of a condition asks."""
    if getattr(term, "operator", None) is not in_op:
        return None
    found = getattr(term, "among_ids", None) or getattr(term.right, "value", None)
    return found if isinstance(found, Collection) and not isinstance(found, str) else None
