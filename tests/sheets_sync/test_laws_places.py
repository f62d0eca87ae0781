"""A postcode that is corrected in the sheet moves its record to where it belongs; a number is tried again."""

import community.casework as cw
from tests.casework.office import PLACES
from tests.sheets_sync.office import Machine, Office, settings

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


def test_a_number_that_a_volunteer_has_is_put_right_in_the_sheet_and_every_machine_says_whom_to_ring(
    office: Office, one: Machine, other: Machine
) -> None:
    def add(table: str, **values: object) -> str:
        return one.book.append(table, values, by="james").id

    resident = add("residents", name="Ada Asks", telephone="07700 900123", hub="bath_north")
    need = add("needs", resident_id=resident, task_type="shopping", people=1, status="open", hub="bath_north")
    volunteer = add("volunteers", name="Vera Vole", telephone="07700 900321", status="ready", hub="bath_north")
    match = add("matches", need_id=need, volunteer_id=volunteer, status="active", released_at=one.clock())
    one.sync()
    other.sync()

    def to_ring() -> list[list[tuple[str, str]]]:
        desks = [
            cw.WorkContext(each.book, settings(), cw.User("Dilys", "director"), PLACES, each.clock)
            for each in (one, other)
        ]
        lines = [[(i.id, i.title) for i in cw.today(d, d.clock()) if i.kind == "tell_them"] for d in desks]
        return [[line for line in found if line[0] == match] for found in lines]

    assert to_ring() == [[], []]
    office.correct("residents", resident, "telephone", "07700 900456")
    one.sync()
    office.settle()
    assert [[(i, t.partition(":")[0]) for i, t in found] for found in to_ring()] == [[(match, "Vera Vole")]] * 2
