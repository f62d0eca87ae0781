"""A text that no cell can hold shows its beginning; what is typed over that is taken down or shown, never lost."""

import pytest

from tests.book.builders import make_request
from tests.sheets_sync.office import Machine, Office


@pytest.mark.parametrize("typed", ["soup as well", "", "soup and the same end"])
def test_what_is_typed_over_an_excerpt_is_a_note_for_today(
    office: Office, one: Machine, other: Machine, typed: str
) -> None:
    long = "bread & milk " * 5_000
    r = one.book.append("help_requests", make_request(details=long), by="web").id
    office.rest()
    before = office.says("help_requests", r, "details")
    words = before.replace("bread", "soup", 1) if typed == "soup and the same end" else typed
    office.correct("help_requests", r, "details", words)
    office.rest()
    for machine in (one, other):
        (note,) = machine.book.rows("contacts")
        assert (note["about"], note["by"], note["outcome"], note["status"]) == (r, "sheet", "note", "open")
        assert note["words"].startswith("Details, typed over the beginning of a long text: ")
    (note,) = one.book.rows("contacts")
    assert note["words"].endswith((words or "nothing")[-20:])
    assert office.says("help_requests", r, "details") == before
    assert one.get("help_requests", r)["details"] == long.strip()


@pytest.mark.parametrize("why", ["only sent", "only taken down", "no tab for notes"])
def test_what_is_typed_over_an_excerpt_stands_and_is_shown_while_no_note_can_be_taken(
    office: Office, one: Machine, why: str
) -> None:
    r = one.book.append("help_requests", make_request(details="bread & milk " * 5_000), by="web").id
    office.settle()
    office.correct("help_requests", r, "details", "soup as well")
    if why == "no tab for notes":
        office.person.delete_columns("contacts", "By")
    one.sync(push=why != "only taken down", pull=why != "only sent")
    assert office.says("help_requests", r, "details") == "soup as well"
    assert [(a.tab, a.id) for a in one.status.aside] == [("help_requests", r)]
    office.provision()
    office.settle()
    assert len(one.book.rows("contacts")) == 1
    assert one.status.aside == ()


def test_a_correction_typed_while_the_dashboard_makes_the_text_too_long_is_kept(office: Office, one: Machine) -> None:
    r = one.book.append("help_requests", make_request(details="bread"), by="web").id
    office.settle()
    one.set("help_requests", r, details="bread & milk " * 5_000)
    office.correct("help_requests", r, "details", "w-soup")
    office.settle()
    assert "w-soup" in {c["now"] for c in one.book.changes(record_id=r)}
    assert one.status.conflicts == 1


def test_a_book_that_has_only_the_beginning_says_when_somebody_types_over_it(
    office: Office, one: Machine, other: Machine
) -> None:
    r = one.book.append("help_requests", make_request(details="bread & milk " * 5_000), by="web").id
    office.rest()
    office.correct("help_requests", r, "details", "soup as well")
    other.sync()
    assert [(a.tab, a.id) for a in other.status.aside] == [("help_requests", r)]
    office.machines.remove(one)  # lost, and with it the whole text
    other.set("help_requests", r, details="decided anew")
    office.settle()
    assert office.says("help_requests", r, "details") == other.get("help_requests", r)["details"] == "decided anew"
    assert [c["by"] for c in other.book.changes(record_id=r)] == ["ada"]
    assert [note["words"].endswith(": soup as well") for note in other.book.rows("contacts")] == [True]


def test_what_is_typed_over_an_excerpt_is_no_correction_on_any_machine(
    office: Office, one: Machine, other: Machine
) -> None:
    long = "bread & milk " * 5_000
    r = one.book.append("help_requests", make_request(details=long), by="web").id
    one.sync()
    other.sync()
    office.correct("help_requests", r, "details", "typed over it")
    other.sync()
    one.sync()
    office.rest()
    assert one.get("help_requests", r)["details"] == long.strip()
    assert one.book.changes() == other.book.changes() == []
    assert office.says("help_requests", r, "details").startswith("bread & milk")
