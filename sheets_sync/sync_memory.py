"""The sync's memory in the book's database: what was read back, what was set aside, and when. Never a value."""

import json
from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa

from community.book import SHEET_MEMORY, SHEET_READ, Book, SheetReadLine, lines
from sheets_sync.planning import Aside

LAST, WHOLE, FAILED, ASIDE, REFUSED, TYPED, PROBLEM, ADDED, HELD, SLIP, ANSWER, GUARD = (
    "last",
    "whole",
    "failed",
    "aside",
    "refused",
    "typed",
    "problem",
    "added",
    "held",
    "slip",
    "answer",
    "guard",
)
AT_ONCE = 400
"""Ids in one question to the database."""


def read_back(
    connection: sa.Connection, seen: Collection[tuple[str, str]], known: Mapping[tuple[str, str], SheetReadLine]
) -> None:
    """Note what was found in the sheet: what is there again is no longer missing."""
    new = sorted(set(seen) - known.keys())
    # Another process may have noted some of them meanwhile.
    there = {
        (line.tab, line.id)
        for part in _parts([own for _, own in new])
        for line in lines(connection, sa.select(SHEET_READ).where(SHEET_READ.c.id.in_(part)), SHEET_READ)
    }
    if new := [line for line in new if line not in there]:
        connection.execute(SHEET_READ.insert(), [{"tab": tab, "id": own} for tab, own in new])
    back = [own for (tab, own), line in known.items() if (tab, own) in seen and (line.missing_since or line.left_out)]
    for part in _parts(back):
        connection.execute(
            SHEET_READ.update().where(SHEET_READ.c.id.in_(part)).values(missing_since=None, left_out=None)
        )


def missing(connection: sa.Connection, gone: Iterable[tuple[str, str]], now: str) -> None:
    """Note since when lines are missing."""
    for tab in {tab for tab, _ in gone}:
        for part in _parts([own for other, own in gone if other == tab]):
            found = (SHEET_READ.c.tab == tab) & SHEET_READ.c.id.in_(part) & SHEET_READ.c.missing_since.is_(None)
            connection.execute(SHEET_READ.update().where(found).values(missing_since=now))


def leave_out(connection: sa.Connection, records: Iterable[tuple[str, str]], at: str) -> None:
    """Note that these may stay out of the sheet."""
    for tab, own in records:
        found = (SHEET_READ.c.tab == tab) & (SHEET_READ.c.id == own)
        connection.execute(SHEET_READ.update().where(found).values(left_out=at))


def carried_out(connection: sa.Connection, answers: Mapping[str, Collection[str]]) -> None:
    """Forget these answers, unless somebody answered otherwise meanwhile."""
    for tab, texts in answers.items():
        found = (SHEET_MEMORY.c.kind == ANSWER) & (SHEET_MEMORY.c.key == tab) & SHEET_MEMORY.c.value.in_(texts)
        connection.execute(SHEET_MEMORY.delete().where(found))


def forget(connection: sa.Connection, records: Iterable[tuple[str, str]]) -> None:
    """Forget that these were read back, so that they are sent again."""
    for tab, own in records:
        connection.execute(SHEET_READ.delete().where(SHEET_READ.c.tab == tab, SHEET_READ.c.id == own))


def replace(connection: sa.Connection, kind: str, values: Mapping[str, str]) -> None:
    """Remember these and nothing else of this kind."""
    connection.execute(SHEET_MEMORY.delete().where(SHEET_MEMORY.c.kind == kind))
    if values:
        rows = [{"kind": kind, "key": key, "value": value} for key, value in values.items()]
        connection.execute(SHEET_MEMORY.insert(), rows)


def problems(connection: sa.Connection, words: Iterable[str]) -> None:
    """Remember these troubles, in their order, and no others."""
    replace(connection, PROBLEM, {str(n): each for n, each in enumerate(words)})


def added(connection: sa.Connection, lines: Collection[tuple[str, str]]) -> None:
    """Remember the lines that the last write added, though no read has shown them yet."""
    replace(connection, ADDED, {"ids": json.dumps(sorted(lines))} if lines else {})


def aside(each: Iterable[Aside]) -> dict[str, str]:
    """What was set aside, as it is remembered."""
    return {
        f"{one.tab} {one.place or ''} {one.id or ''} {one.why}": json.dumps(
            {"tab": one.tab, "place": one.place, "id": one.id, "why": one.why}
        )
        for one in each
    }


def failed(book: Book, words: str, at: str) -> None:
    """Remember what went wrong now, and since when something does."""

    def note(connection: sa.Connection) -> None:
        query = sa.select(SHEET_MEMORY.c.value).where(SHEET_MEMORY.c.kind == FAILED, SHEET_MEMORY.c.key == "at")
        since = connection.execute(query).scalar()
        replace(connection, FAILED, {"words": words, "at": since or at})

    book.remember(note)


def _parts(ids: list[str]) -> list[list[str]]:
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
