"""A county's or a nation's book, made of one invented town: its rows, written many times in bulk.

Each copy has ids, telephone numbers, email addresses, postcodes and a place of its own; names and words are the same in
all. What a community has once (organisations, sessions ...) stands in the first copy only.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from community.book import CHANGES, NOW, RECEIVED, Book
from community.book.database import connect
from community.book.demo_flag import mark_invented
from community.tables import TABLES
from community.tables.canonical import as_text
from community.tables.ids import SYMBOLS, pack, unpack

PEOPLE = ("volunteers", "checks", "help_requests", "residents", "needs", "matches", "pairs", "visits", "contacts",
          "messages")  # fmt: skip
"""The tables that grow with the number of people."""
APART_M, IN_A_ROW = 30_000, 20
"""So far from each other the copies lie, and so many side by side."""
MOST = 512
_MIX = 0x9E3779B97F
"""An odd number: ids are spread over all numbers by it, as random ones are, and none meets another."""

_ID = re.compile(r"\b[A-Z]{1,2}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b")
_LONG = re.compile(r"\b(?:Z|[a-z_]+)-[0-9A-Z]{16}\b")
_MARKED = re.compile("\x01(.)([^\x02]*)\x02")
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}

Rows = tuple[list[str], str]
"""The columns of a table, and its rows as PostgreSQL's COPY takes them, with a mark at all that differs by copy."""
Template = dict[str, Rows]


def fill(address: str, town: Path, copies: int) -> None:
    """Write so many copies of the town in this file into a new book at this address."""
    if copies > MOST:
        raise ValueError(f"At most {MOST} copies have ids of their own.")
    book = Book.open(address)
    book.write(mark_invented)
    book.close()
    once, every = _templates(town)
    write = _into_postgresql if "://" in address else _into_sqlite
    write(address, ((_copied(once if number == 0 else every, number)) for number in reversed(range(copies))))


def _templates(town: Path) -> tuple[Template, Template]:
    """The rows of the whole town, and of its people alone."""
    engine = connect(str(town))
    once, every = {}, {}
    with engine.connect() as connection:
        for name in TABLES:
            for table in (RECEIVED[name], NOW[name]):
                once[table.name] = _template(connection, table, sa.select(table))
                if name in PEOPLE:
                    every[table.name] = once[table.name]
        once[CHANGES.name] = _template(connection, CHANGES, sa.select(CHANGES))
        theirs = sa.select(CHANGES).where(CHANGES.c.table.in_(PEOPLE))
        every[CHANGES.name] = _template(connection, CHANGES, theirs)
    engine.dispose()
    return {name: each for name, each in once.items() if each[1]}, every


def _template(
    connection: sa.Connection, table: sa.Table, query: sa.Select[tuple[object, ...]]
) -> tuple[list[str], str]:
    names, kinds = [column.name for column in table.columns], {each: _kinds(each) for each in TABLES}
    marks = [kinds.get(table.name.removesuffix("_now"), {}).get(name, "") for name in names]
    lines = []
    for row in connection.execute(query):
        if table is CHANGES:  # what a field was and is now, is put as the field itself
            mark = kinds[row.table].get(row.field, "")
            marks = [mark if name in ("was", "now") else "" for name in names]
        cells = (_cell(value, kind) for value, kind in zip(row, marks, strict=True))
        lines.append("\t".join(cells) + "\n")
    return names, "".join(lines)


def _kinds(table: str) -> dict[str, str]:
    """By column, the mark of what differs in each copy, besides ids."""
    kinds = {"easting": "e", "northing": "n", "sector": "p"}
    for person in TABLES[table].people:
        told = {"t": person.telephone, "m": person.email, "p": person.postcode}
        kinds |= {column: mark for mark, column in told.items() if column}
    return kinds


def _cell(value: object, kind: str) -> str:
    if value is None:
        return r"\N"
    text = re.sub(r"[\\\t\n\r]", lambda found: _ESCAPES[found[0]], str(value))
    if kind:
        return f"\x01{kind}{text}\x02"
    return _LONG.sub("\x01l\\g<0>\x02", _ID.sub("\x01i\\g<0>\x02", text))


def _copied(template: Template, number: int) -> Template:
    """The rows of this copy."""
    changed = _changes(number)
    return {
        name: (columns, _MARKED.sub(lambda found: changed[found[1]](found[2]), text))
        for name, (columns, text) in template.items()
    }


def _changes(number: int) -> dict[str, Callable[[str], str]]:
    """By mark, how a value is put in this copy."""
    high, low = divmod(number, len(SYMBOLS))
    east, north, west = number % IN_A_ROW, number // IN_A_ROW, IN_A_ROW // 2
    letter = [chr(ord("A") + place) for place in (number // 26 % 26, number % 26)]

    @cache
    def short(one: str) -> str:
        own = number << 31 | int.from_bytes(pack(one)) & 0x7FFFFFFF
        return unpack(one.partition("-")[0], (own * _MIX % 2**40).to_bytes(5))

    return {
        "i": short,
        "l": lambda one: f"{one[:-16]}{SYMBOLS[high]}{SYMBOLS[low]}{one[-14:]}",
        "t": lambda one: f"0{100 + number} {re.sub(r'[^0-9]', '', one)[-7:]}",
        "m": lambda one: one.replace("@", f".{number}@"),
        "p": lambda one: re.sub(r"^[A-Za-z]{1,2}(?=[0-9])", "".join(letter), one),
        "e": lambda one: str(as_text(float(one) + APART_M * (east if east < west else west - 1 - east))),
        "n": lambda one: str(as_text(float(one) + APART_M * north)),
    }


def _into_postgresql(address: str, copies: Iterator[Template]) -> None:
    """Without the triggers that list what was touched, up to the last copy, and with indexes made in the end."""
    engine = connect(address)
    with engine.begin() as connection:
        indexes = connection.execute(sa.text(_INDEXES)).all()
        for name, _ in indexes:
            connection.execute(sa.text(f'DROP INDEX "{name}"'))
        _trigger(connection, "DISABLE")
    before = None
    for copy in copies:
        if before is not None:
            _copy_in(engine, before)
        before = copy
    with engine.begin() as connection:
        _trigger(connection, "ENABLE")
    _copy_in(engine, before or {})
    with engine.begin() as connection:
        connection.execute(sa.text("SET LOCAL maintenance_work_mem = '256MB'"))
        for _, statement in indexes:
            connection.execute(sa.text(statement))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("ANALYZE"))
    engine.dispose()


_INDEXES = """
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
    JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE n.nspname = 'public' AND NOT i.indisunique
"""
"""Name and statement of each index that no key needs."""


def _trigger(connection: sa.Connection, how: str) -> None:
    for table in (*RECEIVED.values(), *NOW.values(), CHANGES):
        connection.execute(sa.text(f'ALTER TABLE "{table.name}" {how} TRIGGER USER'))


def _copy_in(engine: sa.Engine, copy: Template) -> None:
    with engine.begin() as connection:
        cursor = connection.connection.cursor()
        for name, (columns, text) in copy.items():
            listed = ", ".join(f'"{column}"' for column in columns)
            with cursor.copy(f'COPY "{name}" ({listed}) FROM STDIN') as to:
                to.write(text)


def _into_sqlite(path: str, copies: Iterator[Template]) -> None:
    """As into PostgreSQL; nothing else has the book open."""
    with sqlite3.connect(path, isolation_level=None) as to:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-500000"):
            to.execute(f"PRAGMA {pragma}")
        triggers, indexes = (
            to.execute("SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", [kind]).fetchall()
            for kind in ("trigger", "index")
        )
        for name, _ in triggers:
            to.execute(f'DROP TRIGGER "{name}"')
        for name, _ in indexes:
            to.execute(f'DROP INDEX "{name}"')
        before = None
        for copy in copies:
            if before is not None:
                _insert(to, before)
            before = copy
        for _, sql in triggers:
            to.execute(sql)
        _insert(to, before or {})
        for _, sql in indexes:
            to.execute(sql)
    to.close()


def _insert(to: sqlite3.Connection, copy: Template) -> None:
    to.execute("BEGIN")
    for name, (columns, text) in copy.items():
        listed = ", ".join(f'"{column}"' for column in columns)
        rows = ([_value(cell) for cell in line.split("\t")] for line in text.split("\n")[:-1])
        to.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({", ".join("?" * len(columns))})', rows)
    to.execute("COMMIT")


def _value(cell: str) -> str | None:
    if "\\" not in cell:
        return cell
    if cell == r"\N":
        return None
    return _ESCAPED.sub(lambda found: {"t": "\t", "n": "\n", "r": "\r"}.get(found[1], found[1]), cell)
