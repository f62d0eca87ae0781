"""A program that knows one table and three columns more than this one: `pytest -p tests.earlier.invented_layout`.

They are added before any room is imported, as a developer would add them, and with them the step of the schema.
"""

from dataclasses import replace
from functools import partial

import sqlalchemy as sa

from community.tables import TABLES, Column, Table, make_row_types, row_types
from community.tables.column import AFTER_LAST_HELP
from community.tables.roles import EVERYONE

_told = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_LAST_HELP)
LATER = {
    "residents": _told("pets", "text", "Animals that live with them"),
    "volunteers": _told("owns_bicycle", "yes_no", "Whether they ride", words=("yes", "no")),
    "help_requests": _told("door", "text", "Which door to ring at"),
}
KETTLES = Table(
    "kettles",
    "KE",
    "Kettles that were lent to residents",
    (
        _told("resident_id", "ref", "Who has it", refers_to="residents"),
        _told("what", "text", "What it is"),
        _told("lent_on", "date", "Since when", origin="decided"),
    ),
    owner="resident_id",
    about=("resident_id",),
)
for _name, _column in LATER.items():
    *_before, _extra = TABLES[_name].columns
    TABLES[_name] = replace(TABLES[_name], columns=(*_before, _column, _extra))
TABLES["kettles"] = KETTLES
exec(make_row_types.source(), vars(row_types))  # noqa: S102 (as `python -m community.tables.make_row_types` writes it)

from community.book import migrate  # noqa: E402 (only now)
from community.book.schema import NOW, RECEIVED, metadata  # noqa: E402
from sheets_sync import sheet_layout  # noqa: E402

sheet_layout.VERSION += 1
_forward, _run = migrate.forward, migrate.run


def _opened(engine: sa.Engine, *backup: object) -> None:
    _forward(engine, *backup)  # type: ignore[arg-type]
    with engine.begin() as connection:
        _further(connection)


def _restored(connection: sa.Connection, to: str) -> None:
    _run(connection, to)
    if to == "head":
        _further(connection)


def _further(connection: sa.Connection) -> None:
    """Bring a book forward to what this program knows."""
    metadata.create_all(connection)
    for name, column in LATER.items():
        for table in (RECEIVED[name].name, NOW[name].name):
            if column.name not in {each["name"] for each in sa.inspect(connection).get_columns(table)}:
                connection.execute(sa.text(f'ALTER TABLE "{table}" ADD COLUMN "{column.name}" TEXT'))


migrate.forward, migrate.run = _opened, _restored
