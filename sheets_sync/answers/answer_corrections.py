"""What an answer said when last read, and the change that follows if it says something else now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from community.book import BY_GOOGLE_FORM as BY
from community.book import Arrival
from community.tables.canonical import as_text
from community.tables.row_types import ColumnName
from sheets_sync.book_snapshot import Known
from sheets_sync.correction_identity import correction


@dataclass(frozen=True)
class Last:
    """What an answer said last about one field, and the change that said it (None: the row as it came)."""

    value: str | None = field(repr=False)
    change: str | None = None


def keys(known: Known, table: str) -> dict[str, str]:
    """By id, the key of every row that came as an answer, except rows whose key was blanked with their values."""
    return {own: row.key for own, row in known.rows[table].items() if row.key and row.key.startswith(f"{BY}:")}


def is_there(known: Known, table: str, record: str) -> bool:
    """Whether the book has this row."""
    return record in known.rows[table]


def was_corrected(known: Known, table: str, record: str) -> bool:
    """Whether this answer was ever edited: then it may also be edited back."""
    return any(each.by == BY for each in known.of_record.get((table, record), ()))


def last(known: Known, table: str, record: str) -> Mapping[str, Last]:
    """By field, what the answer said last: the row as it came, with the answer's own corrections since.

    Decisions in the dashboard and words typed into our own tabs are not answers, so they are left out.
    """
    row = known.rows[table][record]
    told = {name: Last(as_text(value)) for name, value in row.values.items() if name != "extra"}  # type: ignore[arg-type]
    extra = json.loads(str(row.values.get(ColumnName.EXTRA) or "{}"))
    told |= {f"extra.{name}": Last(value) for name, value in extra.items()}
    for change in sorted(known.of_record.get((table, record), ()), key=lambda each: (each.at, each.id)):
        if change.by == BY:
            told[change.field] = Last(change.now, change.id)
    return told


def change(known: Known, table: str, record: str, name: str, was: Last, now: str | None, at: str) -> Arrival:
    """The correction, with an id that is the same on every machine that reads the same answers.

    `was` is what the answer said before, not what the book says: if somebody decided otherwise meanwhile, the change
    does not hold, and is shown as a conflict.
    """
    latest = max([known.rows[table][record].at, *(each.at for each in known.of_record.get((table, record), ()))])
    return correction(BY, table, record, name, was.value, now, before=was.change, at=at, after=latest)
