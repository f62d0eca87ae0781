"""Where whoever arranges help speaks to the safeguarding lead first. Why is not known here, nor shown to anybody."""

from community.book import Reader, Row
from community.book.concern_register import apart
from community.book.record_types import Record
from community.casework.casework_errors import NotNow
from community.casework.user import WorkContext
from community.casework.visibility import looking

WORDS = "Speak to the lead before arranging anything"


def speak_to_the_lead(context: WorkContext, row: Row) -> bool:
    """Whether these words stand above this record: it is kept apart, or whom it is about is."""
    with looking(context) as visible:
        return is_cautioned(visible.reader, row)


def is_cautioned(reader: Reader, row: Row) -> bool:
    """The same, of this moment of the book."""
    kept = apart(reader.connection)
    if not kept:
        return False
    found = [Record(row.table, row["id"])]
    names = {"help_requests": ("resident_id",), "needs": ("resident_id", "request_id")}
    found += [
        Record("residents" if column == "resident_id" else "help_requests", row[column])
        for column in names.get(row.table, ())
    ]
    if row.table == "matches":
        need = reader.get("needs", row["need_id"])
        if need is not None and is_cautioned(reader, need):
            return True
        found.append(Record("volunteers", row["volunteer_id"]))
    return bool(kept.intersection(found))


def gets_no_offers(reader: Reader) -> frozenset[str]:
    """Volunteers who are asked for nothing just now."""
    return frozenset(record.id for record in apart(reader.connection) if record.table == "volunteers")


def check_may_be_asked(reader: Reader, volunteer_id: str) -> None:
    """Raises NotNow for a volunteer who is asked for nothing just now."""
    if volunteer_id in gets_no_offers(reader):
        raise NotNow(f"{WORDS}.")
