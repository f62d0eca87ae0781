"""Invented people and what happens to them, for the book's tests."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from community.book import Action, Append, Book, Change, Receipt, Row
from community.book.rows import add_all, prepare
from community.tables.verbs import Verb

BY = "ada"


class Clock:
    """A clock that moves on by a second each time it is read, and can be set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 20, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def append_many(book: Book, new: Iterable[Append], *, by: str) -> list[Receipt]:
    """The receipts of these rows, added in one transaction."""
    adding = [prepare(each, by=by, at=book._now()) for each in new]
    receipts = book.write(lambda connection: add_all(connection, adding))
    return [each for each in receipts if isinstance(each, Receipt)]


def make_request(**overrides: Any) -> dict[str, Any]:
    """What somebody invented might ask for."""
    return {
        "for_whom": "myself",
        "name": "Mabel Invented",
        "telephone": "01225 000000",
        "postcode": "BA1 1AA",
        "tasks": ["shopping", "phone_call"],
        "details": "Bread & milk,\nplease",
        "channel": "web",
        "status": "new",
    } | overrides


def make_volunteer(**overrides: Any) -> dict[str, Any]:
    """Somebody invented who would like to help."""
    return {
        "name": "Noor Invented",
        "email": "noor@example.org",
        "tasks": ["shopping"],
        "max_distance_km": 2.5,
        "how_many": 2,
        "status": "applied",
    } | overrides


def volunteer(book: Book, **overrides: Any) -> str:
    """The id of a volunteer who is in the book now."""
    return book.append("volunteers", make_volunteer(**overrides), by="web").id


def set_field(book: Book, id_: str, field: str, now: object, *, was: object = ..., table: str = "volunteers") -> Action:
    """An action that changes one field from what it is now, or from `was`."""
    row = book.get(table, id_)
    before = (row[field] if row is not None else None) if was is ... else was
    return book.act(Verb.CORRECT, by=BY, changes=[Change(table, id_, field, before, now)])


def told(row: Row | None) -> Mapping[str, Any] | None:
    """What a row says, without when and by whom."""
    return None if row is None else {k: v for k, v in row.items() if k not in ("at", "by", "changed_at")}
