"""A postcode that is corrected in the sheet moves its record to where it belongs."""

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
