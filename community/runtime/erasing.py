"""Erases records for good in one transaction, with the calls that must follow and the files that name them."""

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from community.book import Book, Reader, Record, add_row, compact
from community.book.erasure import erase, erase_fields
from community.casework import left_behind
from community.runtime import erased_list, leftovers
from community.runtime.secret_keys import erasure_key
from community.settings import Settings
from community.tables import canonical as canon
from community.tables.ids import mint_long


@dataclass(frozen=True)
class ErasureDone:
    """What an erasure came to."""

    records: Sequence[Record]
    to_tell: int
    """So many people relied on help that went with the records: calls to them are on Today."""
    exports: int
    """So many exported files that named the records are removed."""
    clean: bool
    """Whether no trace is left in the book's file, which other programs may hold open."""


def erase_records(
    settings: Settings,
    book: Book,
    which: Callable[[sa.Connection], Sequence[Record]],
    *,
    by: str,
    now: datetime,
    fields: Mapping[Record, Sequence[str]] | None = None,
) -> ErasureDone:
    """Erase the records that `which` finds within the transaction, and empty these fields of others.

    `by` decided it. Raises SpeakToTheLead or StillOpen where something open holds one of them.
    """
    key, at, intention, to_tell = erasure_key(settings), canon.instant(now), mint_long(), [0]

    def work(connection: sa.Connection) -> Sequence[Record]:
        records = which(connection)
        calls = left_behind(Reader(connection), [record.id for record in records])
        for call in calls:
            add_row(connection, call, by=by, at=at)
        to_tell[0] = len(calls)
        done = erase(connection, records, by=by, at=at, secret=key)
        for record, each in (fields or {}).items():
            done += erase_fields(connection, record, each, by=by, at=at)
        erased_list.begin(settings, done, intention)
        return records

    records = erased_list.done_or_not(settings, book, work, intention)
    clean = compact(book.engine)
    touched = [record.id for record in (*records, *(fields or {}))]
    return ErasureDone(records, to_tell[0], leftovers.remove(leftovers.exports_of(settings, touched)), clean)


def confirming_code(settings: Settings, request_id: str, asked_at: str) -> str:
    """The code that is printed where only one person has a login, and typed a day later. It is kept nowhere."""
    made = hmac.digest(erasure_key(settings), f"erase {request_id} {asked_at}".encode(), hashlib.sha256)
    return made.hex()[:8].upper()
