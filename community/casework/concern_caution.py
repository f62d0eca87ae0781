"""Where whoever arranges help speaks to the safeguarding lead first. Why is not known here, nor shown to anybody."""

from collections.abc import Iterator

from community.book import Reader, Record, Row
from community.book.concern_register import apart
from community.casework.casework_errors import NotNow
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables import TABLES, table_of

SPEAK_FIRST = "Speak to the lead before arranging anything"


def speak_to_the_lead(context: WorkContext, row: Row) -> bool:
    """Whether these words stand above this record: it is kept apart, or whom it is about is."""
    with looking(context) as visible:
        return is_cautioned(visible.reader, row)


def is_cautioned(reader: Reader, row: Row) -> bool:
    """The same, of this moment of the book."""
    kept = apart(reader.connection)
    return bool(kept) and any(record in kept for record in _about(reader, row))


def _about(reader: Reader, row: Row) -> Iterator[Record]:
    """The record, and every record that it belongs to."""
    yield Record(row.table, row.id)
    for column in TABLES[row.table].belongs_to:
        table = table_of(row[column.name])
        if table is not None:
            yield Record(table, row[column.name])
            whose = reader.get(table, row[column.name])
            yield from _about(reader, whose) if whose is not None else ()


def gets_no_offers(reader: Reader) -> frozenset[str]:
    """Volunteers who are asked for nothing just now."""
    return frozenset(record.id for record in apart(reader.connection) if record.table == "volunteers")


def check_may_be_asked(reader: Reader, volunteer_id: str) -> None:
    """Raises NotNow for a volunteer who is asked for nothing just now."""
    if volunteer_id in gets_no_offers(reader):
        raise NotNow(f"{SPEAK_FIRST}.")
