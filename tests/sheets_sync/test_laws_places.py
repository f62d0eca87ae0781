"""A postcode that is corrected in the sheet moves its record to where it belongs; a number is tried again."""

from tests.sheets_sync.office import Machine, Office

BATH, KEYNSHAM = "BA1 1LZ", "BS31 1HR"


def test_hub_and_point_follow_a_corrected_postcode_and_so_do_open_needs(
    office: Office, one: Machine, other: Machine
) -> None:
    where = {"hub": "somewhere_else", "easting": 1.0, "northing": 2.0, "sector": "ZZ1 1"}
    resident = one.book.append("residents", {"name": "Ada Asks", "postcode": BATH} | where, by="james").id
    need = {"resident_id": resident, "task_type": "shopping", "people": 1} | where
    open_need = one.book.append("needs", need | {"status": "open"}, by="james").id
    closed = one.book.append("needs", need | {"status": "closed"}, by="james").id
    one.sync()
    other.sync()
    office.correct("residents", resident, "postcode", KEYNSHAM)
    assert other.sync().corrected == 1, "one cell, whatever follows it"
    office.settle()
    for machine in (one, other):
        row, moved = machine.get("residents", resident), machine.get("needs", open_need)
        assert (row["hub"], row["sector"]) == ("keynsham", "BS31 1")
        assert row["easting"] > 300_000
        assert [moved[name] for name in where] == [row[name] for name in where]
        assert machine.get("needs", closed)["hub"] == "somewhere_else"


def test_a_postcode_decided_here_meanwhile_keeps_its_place(office: Office, one: Machine) -> None:
    resident = one.book.append("residents", {"name": "Ada Asks", "postcode": "BA2 4AA", "hub": "x"}, by="james").id
    one.sync()
    one.set("residents", resident, postcode=BATH, hub="bath_north")
    office.correct("residents", resident, "postcode", KEYNSHAM)
    assert one.sync().conflicts == 1
    assert one.get("residents", resident)["hub"] == "bath_north"
    office.settle()


def test_a_number_or_address_that_is_corrected_in_the_sheet_is_written_to_again(
    office: Office, one: Machine, other: Machine
) -> None:
    gone = {"name": "Ada Asks", "telephone": "07700 900123", "email": "gone@example.org", "unreached": "email; text"}
    people = {table: one.book.append(table, gone, by="james").id for table in ("residents", "volunteers")}
    one.sync()
    other.sync()
    for table, person in people.items():
        office.correct(table, person, "email", "here@example.org")
    assert other.sync().corrected == 2
    office.settle()
    for table, person in people.items():
        assert [machine.get(table, person)["unreached"] for machine in (one, other)] == ["text", "text"]
        office.correct(table, person, "telephone", "07700 900456")
    one.sync()
    office.settle()
    assert [one.get(table, person)["unreached"] for table, person in people.items()] == [None, None]
