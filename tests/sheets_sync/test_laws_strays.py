"""A write that comes down where no record stands leaves nothing there, and begins no other record."""

import pytest

from tests.book.builders import make_request, make_volunteer
from tests.sheets_sync.office import Machine, Office

NEW = "1 New Street"


@pytest.fixture
def two(office: Office, one: Machine) -> list[str]:
    """Two open requests that stand in the sheet."""
    made = [one.book.append("help_requests", make_request(name=name), by="web").id for name in ("Mabel", "Nora")]
    one.sync()
    one.sync()
    return made


def names(machine: Machine) -> list[str]:
    return sorted(row["name"] or "" for row in machine.book.rows("help_requests"))


MOVES = {
    "a row deleted above": lambda o: o.person.delete_rows("help_requests", 2),
    "both rows deleted": lambda o: o.person.delete_rows("help_requests", 2, 2),
    "an empty row in its place": lambda o: o.person.insert_rows("help_requests", 3),
}


@pytest.mark.parametrize("move", MOVES)
def test_a_correction_that_hits_an_empty_line_is_taken_off_at_once(
    office: Office, one: Machine, two: list[str], move: str
) -> None:
    one.set("help_requests", two[1], address=NEW, details="w-decided")
    one.sync_while(lambda: MOVES[move](office))
    assert "" not in office.ids("help_requests")
    office.settle()
    assert names(one) == ["Mabel", "Nora"]
    assert one.get("help_requests", two[1])["address"] == NEW
    assert {c["by"] for c in one.book.changes()} == {"ada"}


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("when", ["right after it", "before it is taken off"])
def test_it_is_taken_off_after_the_program_was_stopped(
    office: Office, one: Machine, two: list[str], move: str, when: str
) -> None:
    one.set("help_requests", two[1], address=NEW, details="w-decided")
    write, sent = one.service.batch, []

    def stopped(*asked: object, **how: object) -> object:
        sent.append(asked)
        if when == "right after it":
            MOVES[move](office)
            write(*asked, **how)  # type: ignore[arg-type]
            raise KeyboardInterrupt
        if len(sent) == 2:
            raise KeyboardInterrupt
        MOVES[move](office)
        return write(*asked, **how)  # type: ignore[arg-type]

    one.service.batch = stopped  # type: ignore[assignment,method-assign]
    with pytest.raises(KeyboardInterrupt):
        one.sync()
    one.service.batch = write  # type: ignore[method-assign]
    one.sync()
    assert "" not in office.ids("help_requests")
    office.settle()
    assert names(one) == ["Mabel", "Nora"]
    assert {c["by"] for c in one.book.changes()} == {"ada"}


def test_a_row_that_somebody_is_typing_there_keeps_its_own_words(office: Office, one: Machine, two: list[str]) -> None:
    office.person.type_row("help_requests", {"Name": "Olive typed", "Address": "7 Her Street"})
    one.set("help_requests", two[1], address=NEW)
    one.sync_while(lambda: office.person.delete_rows("help_requests", 2))
    (line,) = (each for each in office.lines("help_requests") if each.text("name") == "Olive typed")
    assert line.text("address") == "7 Her Street"
    office.settle()
    (row,) = one.book.rows("help_requests", lambda c: [c.name == "Olive typed"])
    assert row["address"] == "7 Her Street"


def test_a_typed_request_s_number_that_hit_an_empty_line_leaves_nothing_there(
    office: Office, one: Machine, two: list[str]
) -> None:
    office.person.type_row("help_requests", {"Name": "Olive typed"})
    one.sync()
    one.sync_while(lambda: office.person.delete_rows("help_requests", 2))
    office.settle()
    assert names(one) == ["Mabel", "Nora", "Olive typed"]


def test_a_row_moved_once_more_while_it_is_taken_off_loses_nothing(office: Office, one: Machine) -> None:
    ids = [one.book.append("volunteers", make_volunteer(name=name), by="web").id for name in "ABCD"]
    one.sync()
    one.sync()
    one.set("volunteers", ids[3], name="w-decided")
    write, sent = one.service.batch, []

    def meanwhile(*asked: object, **how: object) -> object:
        sent.append(asked)
        if len(sent) == 1:
            office.person.delete_rows("volunteers", 2)
        elif len(sent) == 2:
            office.person.insert_rows("volunteers", 2, 2)
        return write(*asked, **how)  # type: ignore[arg-type]

    one.service.batch = meanwhile  # type: ignore[assignment,method-assign]
    one.sync()
    one.service.batch = write  # type: ignore[method-assign]
    office.settle()
    assert [row["name"] for row in one.book.rows("volunteers")] == ["A", "B", "C", "w-decided"]
    assert office.ids("volunteers") == ids[1:]
