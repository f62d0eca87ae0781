"""Where a line of the log is lost or was never there: what the book knows of it, and what a person typed."""

from datetime import timedelta

from tests.book.builders import make_volunteer
from tests.sheets_sync.office import Machine, Office


def test_a_correction_that_two_machines_log_has_the_time_of_the_first(
    office: Office, one: Machine, other: Machine
) -> None:
    v = one.book.append("volunteers", make_volunteer(name="Ann", postcode="BA1 1AA"), by="web").id
    office.settle()
    office.correct("volunteers", v, "postcode", "BA2 4DA")
    office.google.faults.add("lost", path="batchUpdate", times=1)
    one.sync()
    office.clock.now += timedelta(minutes=5)
    other.sync()  # finds the same correction once more: what the first wrote into the log is not there
    found = {machine.book.changes(record_id=v)[0]["at"] for machine in (one, other)}
    assert len(found) == 2
    office.settle()
    for machine in (one, other):
        assert {c["at"] for c in machine.book.changes(record_id=v)} == {min(found)}
        assert not any(c["conflict"] for c in machine.book.changes(record_id=v))


def test_a_word_of_the_book_that_the_sheet_never_had_is_a_correction_when_a_person_types_it(
    office: Office, one: Machine
) -> None:
    v = one.book.append("volunteers", make_volunteer(name="Ann"), by="web").id
    office.settle()
    one.set("volunteers", v, name="Anne")
    one.set("volunteers", v, name="Anna")
    office.correct("volunteers", v, "name", "Anne")
    office.settle()
    assert one.get("volunteers", v)["name"] == office.says("volunteers", v, "name") == "Anna"
    typed = [c for c in one.book.changes(record_id=v) if c["by"] == "sheet"]
    assert [(c["now"], c["conflict"]) for c in typed] == [("Anne", "yes")]
