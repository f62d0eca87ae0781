"""The status of the sync, as the book remembers it. Google is not asked here."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import sqlalchemy as sa

from community.book import CHANGES, RECEIVED, SHEET_MEMORY, SHEET_READ, Book
from community.book.sheet_pulse import Pulse, read_pulse
from community.errors import UserFacingError
from community.tables import TABLES
from sheets_sync import sync_memory
from sheets_sync.sync_memory import AT_ONCE


@dataclass(frozen=True)
class SetAside:
    """Something in the spreadsheet that a person must look at: where, and why."""

    tab: str
    place: int | None
    """Row, as the spreadsheet numbers it."""
    id: str | None
    why: str


@dataclass(frozen=True)
class Missing:
    """A row that was in the spreadsheet and is not any more."""

    tab: str
    id: str
    since: str


@dataclass(frozen=True)
class SheetQuestion:
    """A tab, or the whole spreadsheet, that is held until somebody says what to make of it."""

    tab: str
    """Its name; `spreadsheet`: all of it."""
    words: str
    takeable: bool
    """Whether it can be taken over."""
    print: str
    """What the answer is about: asked anew, when it looks otherwise."""
    since: str
    answered: bool = False
    """Whether an answer waits for the next sync."""
    refusable: bool = True
    """Whether it can be refused: not where this machine does not know what to put back."""


@dataclass(frozen=True)
class SyncStatus:
    """The status of the sync. Times are UTC."""

    last: str | None
    """When the last sync was finished; None: never."""
    error: str | None
    """Why the latest try failed; None when it did not."""
    failed_at: str | None
    """Since when it fails."""
    waiting: int
    """Rows and changes that the spreadsheet does not have yet."""
    aside: tuple[SetAside, ...] = ()
    missing: tuple[Missing, ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with the spreadsheet, and how to mend it."""
    left_out: int = 0
    """Rows that a person said may stay out."""
    conflicts: int = field(default=0)
    """Changes that came too late and are shown on Today."""
    questions: tuple[SheetQuestion, ...] = ()
    """Tabs that are held until somebody answers."""


def pulse(book: Book) -> Pulse:
    """When book and sheet were last in step, and whether syncs fail now. Quick for any book. Raises BookUnavailable."""
    with book.reading() as reader:
        return read_pulse(reader)


def status(book: Book) -> SyncStatus:
    """Read it from the book's database. Raises BookUnavailable."""
    with book.reading() as reader:
        c = reader.connection
        kept: dict[str, dict[str, str]] = {}
        for kind, key, value in c.execute(sa.select(SHEET_MEMORY).order_by("kind", "key")):
            kept.setdefault(kind, {})[key] = value
        gone = c.execute(
            sa.select(SHEET_READ)
            .where(SHEET_READ.c.missing_since.is_not(None), SHEET_READ.c.left_out.is_(None))
            .order_by("tab", "id")
        )
        missing = tuple(Missing(r.tab, r.id, r.missing_since) for r in gone)
        waiting = sum(int(c.execute(query).scalar_one()) for query in _waiting())
        left_out = c.execute(
            sa.select(sa.func.count()).select_from(SHEET_READ).where(SHEET_READ.c.left_out.is_not(None))
        ).scalar_one()
        conflicts = c.execute(
            sa.select(sa.func.count()).select_from(CHANGES).where(CHANGES.c.conflict == "yes")
        ).scalar_one()
    failed = kept.get("failed", {})
    aside = [json.loads(value) for value in kept.get("aside", {}).values()]
    aside += [json.loads(value) for value in kept.get("refused", {}).values()]
    return SyncStatus(
        kept.get("last", {}).get("at"),
        failed.get("words"),
        failed.get("at"),
        waiting,
        tuple(SetAside(each["tab"], each["place"], each["id"], each["why"]) for each in aside),
        missing,
        tuple(words for words in kept.get("problem", {}).values() if not _is_asked(kept, words)),
        left_out,
        conflicts,
        _questions(kept),
    )


def questions(book: Book) -> tuple[SheetQuestion, ...]:
    """Only the tabs that are held: quick, however large the book. Raises BookUnavailable."""
    kept: dict[str, dict[str, str]] = {}
    with book.reading() as reader:
        query = sa.select(SHEET_MEMORY).where(SHEET_MEMORY.c.kind.in_((sync_memory.HELD, sync_memory.ANSWER)))
        for kind, key, value in reader.connection.execute(query.order_by("kind", "key")):
            kept.setdefault(kind, {})[key] = value
    return _questions(kept)


def _is_asked(kept: Mapping[str, Mapping[str, str]], words: str) -> bool:
    """Whether a question says the same, so that it is told once."""
    return any(words.startswith(each.words) for each in _questions(kept))


class NotAsked(UserFacingError):
    """Nothing is held there, or the answer does not fit."""


def answered(book: Book, tab: str, choice: str, by: str) -> str:
    """What comes of the answer about the tab as it was last read. Raises NotAsked."""
    found = next((each for each in questions(book) if each.tab == tab), None)
    if found is None:
        raise NotAsked(f"Nothing is held in {tab}. `python start.py sheets_sync status` tells what is.")
    if choice == "take" and not found.takeable:
        raise NotAsked(f"This can only be refused. {found.words}")
    if choice == "refuse" and not found.refusable:
        raise NotAsked(f"This can't be refused here. {found.words}")
    answer(book, tab, found.print, "take" if choice == "take" else "refuse", by)
    return "The next sync takes it over." if choice == "take" else "The next sync writes back what the book says."


def _questions(kept: Mapping[str, Mapping[str, str]]) -> tuple[SheetQuestion, ...]:
    answers = {tab: json.loads(text) for tab, text in kept.get(sync_memory.ANSWER, {}).items()}
    held = {tab: json.loads(text) for tab, text in kept.get(sync_memory.HELD, {}).items()}
    return tuple(
        SheetQuestion(tab, **told, answered=answers.get(tab, {}).get("print") == told["print"])
        for tab, told in held.items()
    )


def answer(book: Book, tab: str, asked: str, choice: Literal["refuse", "take"], by: str) -> None:
    """Let the next sync write the book's values back into this tab, or take over what it says.

    `asked` is the question's `print`: a tab that has changed since is asked about anew.
    """
    told = json.dumps({"choice": choice, "print": asked, "by": by})

    def note(connection: sa.Connection) -> None:
        found = (SHEET_MEMORY.c.kind == sync_memory.ANSWER) & (SHEET_MEMORY.c.key == tab)
        connection.execute(SHEET_MEMORY.delete().where(found))
        connection.execute(SHEET_MEMORY.insert().values(kind=sync_memory.ANSWER, key=tab, value=told))

    book.remember(note)


def unsaved(book: Book, ids: Collection[str]) -> set[str]:
    """The ids, among these rows and changes, that no read has found in the spreadsheet."""
    saved: set[str] = set()
    each = list(ids)
    with book.reading() as reader:
        for start in range(0, len(each), AT_ONCE):
            query = sa.select(SHEET_READ.c.id).where(SHEET_READ.c.id.in_(each[start : start + AT_ONCE]))
            saved.update(reader.connection.execute(query).scalars())
    return set(each) - saved


def unsaved_records(book: Book, ids: Collection[str]) -> set[str]:
    """The records, among these, that are not in the sheet yet or have a change that is not."""
    waiting = unsaved(book, ids)
    each = list(ids)
    with book.reading() as reader:
        for start in range(0, len(each), AT_ONCE):
            saved = sa.select(SHEET_READ.c.id).where(SHEET_READ.c.tab == "changes", SHEET_READ.c.id == CHANGES.c.id)
            query = sa.select(CHANGES.c.record_id).where(
                CHANGES.c.record_id.in_(each[start : start + AT_ONCE]), ~saved.exists()
            )
            waiting.update(reader.connection.execute(query).scalars())
    return waiting


def put_back(book: Book, records: Iterable[tuple[str, str]]) -> None:
    """Let the next sync send these rows (tab, id) again."""
    each = list(records)
    book.remember(lambda connection: sync_memory.forget(connection, each))


def leave_out(book: Book, records: Iterable[tuple[str, str]], now: str) -> None:
    """Let these rows (tab, id) stay out of the sheet. The book keeps them."""
    each = list(records)
    book.remember(lambda connection: sync_memory.leave_out(connection, each, now))


def _waiting() -> list[sa.Select[Any]]:
    queries: list[sa.Select[Any]] = []
    tables = [table.name for table in TABLES.values() if table.sheet]
    for name in tables:
        rows = RECEIVED[name]
        saved = sa.select(SHEET_READ.c.id).where(SHEET_READ.c.tab == name, SHEET_READ.c.id == rows.c.id)
        queries.append(sa.select(sa.func.count()).select_from(rows).where(~saved.exists()))
    saved = sa.select(SHEET_READ.c.id).where(SHEET_READ.c.tab == "changes", SHEET_READ.c.id == CHANGES.c.id)
    queries.append(sa.select(sa.func.count()).select_from(CHANGES).where(CHANGES.c.table.in_(tables), ~saved.exists()))
    return queries
