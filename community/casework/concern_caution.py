"""Records about which one speaks to the safeguarding lead first. The reason is not known here, and never shown."""

from collections.abc import Iterator

from community.book import Reader, Record, Row
from community.book.concern_register import apart
from community.casework.casework_errors import NotNow
from community.casework.noted_reads import NotedReader, key
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables import TABLES, table_of

KEPT_APART = "kept_apart"
"""As what the book lists a record that a concern came to name, or names no more."""
SPEAK_FIRST = "Speak to the lead before arranging anything"


def speak_to_the_lead(context: WorkContext, row: Row) -> bool:
    """Whether the caution stands above this record: the record, or the person it is about, is kept apart."""
    with looking(context) as visible:
        return is_cautioned(visible.reader, row)


def is_cautioned(reader: Reader, row: Row) -> bool:
    """Whether the caution stands above this record, at this moment of the book."""
    kept = _apart(reader)
    return bool(kept) and any(record in kept for record in _about(reader, row))


def _apart(reader: Reader) -> frozenset[Record]:
    if isinstance(reader, NotedReader):
        reader.note(key(KEPT_APART))
        with reader.unnoted() as connection:
            return apart(connection)
    return apart(reader.connection)


def _about(reader: Reader, row: Row) -> Iterator[Record]:
    """The record itself, and every record that it belongs to."""
    yield Record(row.table, row.id)
    for column in TABLES[row.table].belongs_to:
        table = table_of(row[column.name])
        if table is not None:
            yield Record(table, row[column.name])
            whose = reader.get(table, row[column.name])
            yield from _about(reader, whose) if whose is not None else ()


def gets_no_offers(reader: Reader) -> frozenset[str]:
    """The ids of volunteers who get no offers just now."""
    return frozenset(record.id for record in _apart(reader) if record.table == "volunteers")


def check_may_be_asked(reader: Reader, volunteer_id: str) -> None:
    """Raises NotNow for a volunteer who gets no offers just now."""
    if volunteer_id in gets_no_offers(reader):
        raise NotNow(f"{SPEAK_FIRST}.")
