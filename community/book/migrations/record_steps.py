"""What several steps of the schema do: make a table of records, add columns. It stays as the landed steps need it.

Columns are told by name, with blanks between them, and are text: `minutes:int miles:real` are numbers.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

_KINDS: Mapping[str, type[sa.types.TypeEngine[Any]]] = {"": sa.Text, "int": sa.BigInteger, "real": sa.Double}


def columns(names: str, *, filled: bool = False) -> Iterator[sa.Column[object]]:
    """The columns of these names; `filled` ones always have a value."""
    for each in names.split():
        name, _, kind = each.partition(":")
        yield sa.Column(name, _KINDS[kind](), nullable=not filled)


def make_records(table: str, names: str, sought: str = "") -> None:
    """Make a table of records: its rows as received and, with an index on each column that is `sought`, as they are."""
    for name, born, mark in ((table, "id at by", "action"), (f"{table}_now", "id at by changed_at", "void")):
        told = columns(f"{mark} {names}")
        op.create_table(name, *columns(born, filled=True), *told, sa.PrimaryKeyConstraint("id"))
    op.create_index(f"{table}_action", table, ["action"])
    for name in sought.split():
        op.create_index(f"{table}_now_{name}", f"{table}_now", [name])


def add_columns(added: Mapping[str, str]) -> None:
    """Add columns to tables of records, by table: to the rows as received, and as they are."""
    for table, names in added.items():
        for name in (table, f"{table}_now"):
            with op.batch_alter_table(name) as batch:
                for column in columns(names):
                    batch.add_column(column)
