"""What each room makes of two tables it never heard of: `python -m tests.tables.invented_tables FOLDER`.

They are added before any room is imported, as a developer would add them, and in no other place.
"""

import json
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

from community.tables import TABLES, Column, Table, make_row_types, row_types
from community.tables.column import AFTER_LAST_HELP, InTouch, Keep, PersonColumns
from community.tables.roles import EVERYONE
from community.tables.vocabulary import ClosedReason

_kite = partial(Column, personal="personal", see=EVERYONE, keep=AFTER_LAST_HELP, origin="decided")
_reader = partial(Column, personal="personal", see=EVERYONE, keep=Keep(12, "the reader was last heard of", "readers"))
KITES = Table(
    "kites",
    "KI",
    "Things that were lent to residents",
    (
        _kite("resident_id", "ref", "Who has it", refers_to="residents"),
        _kite("handed_by", "ref", "The volunteer who brought it", refers_to="volunteers", mentions=True),
        _kite("what", "text", "What it is"),
        _kite("lent_on", "date", "Since when"),
    ),
    owner="resident_id",
    about=("resident_id",),
    in_touch=InTouch(("resident_id",), ("lent_on",)),
)
READERS = Table(
    "readers",
    "RE",
    "People who read the newsletter",
    (_reader("full_name", "text", "Their name"), _reader("rings_at", "text", "Their telephone number")),
    people=(PersonColumns("contact", "full_name", "rings_at"),),
    every_hub=True,
)
TABLES |= {table.name: table for table in (KITES, READERS)}
exec(make_row_types.source(), vars(row_types))  # noqa: S102 (as `python -m community.tables.make_row_types` writes it)
KITE_ROW, READER_ROW = row_types.ROW_TYPES["kites"], row_types.ROW_TYPES["readers"]


def what_becomes_of_them(folder: Path) -> dict[str, object]:
    """What each room says of rows in the two tables, by a few words that name the question."""
    import community.casework as cw
    from community.book.concern_register import held_by_concern, keep_apart
    from community.book.erasure import erase
    from community.book.person_data import find
    from community.book.record_types import Record
    from community.book.references import belonging
    from community.book.retention_rules import due
    from community.book.schema import metadata
    from community.casework.display_names import named
    from community.casework.visibility import looking
    from community.commands.data_subject.find_person import like
    from tests.casework.office import ELSEWHERE, open_office

    office = open_office(folder)
    book = office.book
    metadata.create_all(book.engine)
    need = office.row("needs", office.make_need("phone_call", name="Ada Asks"))
    resident = need["resident_id"]
    helper = office.make_volunteer()
    elsewhere = office.row("needs", office.make_need("phone_call", hub=ELSEWHERE))["resident_id"]
    lent = {"what": "A kettle", "handed_by": helper, "lent_on": "2027-11-23"}
    ours = book.append("kites", {"resident_id": resident, **lent}, by="Cora").id
    theirs = book.append("kites", {"resident_id": elsewhere, **lent}, by="Ned").id
    reader = book.append("readers", {"full_name": "Rex Reads", "rings_at": "01632 960999"}, by="web").id
    found: dict[str, object] = {
        "seen by the coordinator": [row["id"] == ours for row in cw.see_all(office.coordinator, KITE_ROW)],
        "seen by the neighbour": [row["id"] == theirs for row in cw.see_all(office.neighbour, KITE_ROW)],
        "readers seen by both": [len(cw.see_all(who, READER_ROW)) for who in (office.coordinator, office.neighbour)],
    }
    with looking(office.director) as visible:
        found["named"] = named(visible, ours)
    cw.close_need(office.director, need["id"], ClosedReason.DONE)
    with book.reading() as reading:
        connection = reading.connection
        found["goes with the resident"] = Record("kites", ours) in belonging(connection, Record("residents", resident))
        found["goes with who brought it"] = Record("kites", ours) in belonging(connection, Record("volunteers", helper))
        found["a reader is a person"] = find(connection, reader) == Record("readers", reader)
        found["found by number"] = [each.record.id == reader for each in like(connection, "01632 960999")]
        for months in (13, 25, 37):
            gone = {each.id: each.whole for each in due(reading, office.clock() + timedelta(days=31 * months))}
            found[f"due after {months} months"] = {
                name: gone.get(id_) for name, id_ in (("kite", ours), ("resident", resident), ("reader", reader))
            }
    book.write(lambda c: keep_apart(c, "X-1", [Record("residents", elsewhere)]))
    with book.reading() as reading:
        found["kept while a concern is open"] = Record("kites", theirs) in held_by_concern(reading.connection)
        found["cautioned"] = cw.speak_to_the_lead(office.director, office.row("kites", theirs))
    at = "2026-12-01T00:00:00.000Z"
    book.write(lambda c: erase(c, [Record("volunteers", helper)], by="Dilys", at=at, secret=b"k" * 32))
    found["who brought it is forgotten"] = office.row("kites", ours)["handed_by"] is None
    book.close()
    return found


if __name__ == "__main__":
    json.dump(what_becomes_of_them(Path(sys.argv[1])), sys.stdout)
