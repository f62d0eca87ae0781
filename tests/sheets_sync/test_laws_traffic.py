"""Two reads and at most one guarded write a sync; and what a person does at the very moment of the write is mended."""

from collections.abc import Callable

import pytest

from sheets_sync import batch_writer
from sheets_sync.sync_errors import SheetFault
from tests.book.builders import make_request, make_volunteer
from tests.sheets_sync.equality import read_sheet
from tests.sheets_sync.office import Machine, Office, settings
from tests.sheets_sync.test_laws_erasing import everything, forget


def guard(office: Office) -> int | None:
    return read_sheet(office.google, office.sheet.id, settings()).number


@pytest.fixture
def six(office: Office, one: Machine) -> list[str]:
    """Six volunteers who stand in the sheet."""
    made = [one.book.append("volunteers", make_volunteer(name=name), by="web").id for name in "BDFACE"]
    one.sync()
    one.sync()
    return made


@pytest.mark.parametrize("rows", [0, 1, 400])
def test_a_sync_costs_two_reads_and_at_most_one_write_whatever_the_number_of_rows(
    office: Office, one: Machine, rows: int
) -> None:
    one.sync()
    ids = [one.book.append("volunteers", make_volunteer(name=f"N{n}"), by="web").id for n in range(rows)]
    for own in ids[::7]:
        one.set("volunteers", own, status="ready", name="Decided")
    before = guard(office)
    outcome = one.sync()
    assert (outcome.reads, outcome.writes) == (2, 1 if rows else 0)
    assert guard(office) == (before or 0) + (1 if rows else 0)
    other = office.hire()
    outcome = other.sync()
    assert (outcome.reads, outcome.writes, len(other.book.rows("volunteers"))) == (2, 0, rows)


def test_above_the_size_of_one_write_there_are_several_and_each_is_guarded(
    office: Office, one: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_writer.batches, "__defaults__", (20_000,))
    for n in range(60):
        one.book.append("volunteers", make_volunteer(name=f"N{n}", about="words " * 100), by="web")
    before = guard(office)
    outcome = one.sync()
    assert outcome.reads == 2
    assert outcome.writes >= 3
    assert guard(office) == (before or 0) + outcome.writes
    office.settle()
    assert [line.text("name") for line in office.lines("volunteers")] == [f"N{n}" for n in range(60)]


def test_of_two_writers_the_second_reads_again(office: Office, one: Machine, other: Machine) -> None:
    v = one.book.append("volunteers", make_volunteer(name="Of one"), by="web").id
    w = other.book.append("volunteers", make_volunteer(name="Of the other"), by="web").id
    outcome = one.sync_while(other.sync)
    assert outcome.reads == 4
    assert sorted(office.ids("volunteers")) == sorted([v, w])
    office.settle()


def test_without_the_guard_s_name_nothing_is_written(office: Office, one: Machine) -> None:
    office.sheet.named_ranges.clear()
    one.book.append("volunteers", make_volunteer(), by="web")
    with pytest.raises(Exception, match="provision"):
        one.sync()
    assert office.ids("volunteers") == []
    assert one.status.error is not None
    office.provision()
    office.settle()
    assert one.status.error is None


MOVES: dict[str, Callable[[Office], object]] = {
    "sorted": lambda o: o.person.sort("volunteers", "Name"),
    "sorted with the headers": lambda o: o.person.sort("volunteers", "Name", header=False),
    "a row inserted above": lambda o: o.person.insert_rows("volunteers", 2),
    "a row moved": lambda o: o.person.move_rows("volunteers", 7, 2),
    "a row deleted above": lambda o: o.person.delete_rows("volunteers", 2),
}


@pytest.mark.parametrize("move", MOVES)
def test_cells_that_hit_another_line_are_put_right_at_once(
    office: Office, one: Machine, six: list[str], move: str
) -> None:
    for own in six[1:4]:
        one.set("volunteers", own, name=f"{own} decided", email=None)
    one.sync_while(lambda: MOVES[move](office))
    rows = one.now("volunteers")
    for line in office.lines("volunteers"):
        own = line.text("id")
        assert (line.text("name"), line.text("email")) == (rows[own]["name"], rows[own]["email"] or "")
    assert {c["by"] for c in one.book.changes()} == {"ada"}
    office.settle()


@pytest.mark.parametrize("move", MOVES)
def test_a_typed_row_s_number_that_hit_another_line_is_put_right_at_once(
    office: Office, one: Machine, six: list[str], move: str
) -> None:
    office.person.type_row("volunteers", {"Name": "Bea typed", "Email": "bea@example.org"})
    one.sync()
    one.sync_while(lambda: MOVES[move](office))
    office.settle()
    gone = {m.id for m in one.status.missing}
    assert len(gone) == (1 if "deleted" in move else 0)
    assert set(six) - gone <= set(office.ids("volunteers"))
    assert sorted(row["name"] for row in one.book.rows("volunteers")) == ["A", "B", "Bea typed", "C", "D", "E", "F"]
    assert one.book.changes() == []


@pytest.mark.parametrize("move", MOVES)
def test_erasing_a_line_while_rows_move_empties_nobody_else_s_for_good(
    office: Office, one: Machine, six: list[str], move: str
) -> None:
    one.set("volunteers", six[3], about="w-erased")
    one.sync()
    forget(one.book, ("volunteers", six[3]))
    one.sync_while(lambda: MOVES[move](office))
    office.settle()
    gone = {m.id for m in one.status.missing}
    assert set(office.ids("volunteers")) | gone == set(six) - {six[3]}
    assert len(gone) <= (1 if "deleted" in move else 0)
    assert not [value for value in everything(office) if "w-erased" in str(value)]
    assert len(one.book.rows("volunteers")) == 5


@pytest.mark.parametrize("what", ["cells", "a typed row"])
@pytest.mark.parametrize("move", ["sorted", "a row inserted above", "a row moved"])
def test_the_same_is_put_right_after_the_program_was_stopped_right_after_that_write(
    office: Office, one: Machine, six: list[str], move: str, what: str
) -> None:
    if what == "cells":
        one.set("volunteers", six[1], name="w-decided")
    else:
        office.person.type_row("volunteers", {"Name": "Bea typed", "Email": "bea@example.org"})
        one.sync()
    write = one.service.batch

    def stopped(*asked: object, **how: object) -> None:
        MOVES[move](office)
        write(*asked, **how)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    one.service.batch = stopped  # type: ignore[assignment,method-assign]
    with pytest.raises(KeyboardInterrupt):
        one.sync()
    one.service.batch = write  # type: ignore[method-assign]
    office.settle()
    names = {row["id"]: row["name"] for row in one.book.rows("volunteers")}
    before = dict(zip(six, "BDFACE", strict=True))
    if what == "cells":
        assert names == before | {six[1]: "w-decided"}
        assert {c["by"] for c in one.book.changes()} == {"ada"}
    else:
        assert {own: names[own] for own in six} == before
        assert sorted(names.values()) == ["A", "B", "Bea typed", "C", "D", "E", "F"]
    assert one.status.missing == ()


def test_a_row_that_google_refuses_is_set_aside_with_the_reason_and_the_others_go(office: Office, one: Machine) -> None:
    rows = [one.book.append("help_requests", make_request(name=f"N{n}"), by="web").id for n in range(9)]
    write = one.service.batch

    def refuse(requests: list[dict[str, object]], **how: object) -> object:
        if rows[4] in str(requests):
            # More than a cell holds: Google answers 400 and names the request.
            start = {"sheetId": office.sheet.sheets[1].id, "rowIndex": 1, "columnIndex": 1}
            long = [{"values": [{"userEnteredValue": {"stringValue": "x" * 50_001}}]}]
            more = {"updateCells": {"start": start, "rows": long, "fields": "userEnteredValue"}}
            requests = [*requests, more]
        return write(requests, **how)  # type: ignore[arg-type]

    one.service.batch = refuse  # type: ignore[assignment,method-assign]
    outcome = one.sync()
    assert set(office.ids("help_requests")) == set(rows) - {rows[4]}
    assert [(a.tab, a.id) for a in one.status.aside] == [("help_requests", rows[4])]
    assert "Google does not take it" in one.status.aside[0].why
    assert outcome.writes <= 12
    assert one.sync().writes == 0, "it is not tried again as long as it says the same"
    one.service.batch = write  # type: ignore[method-assign]
    one.set("help_requests", rows[4], details="shorter")
    office.settle()
    assert set(office.ids("help_requests")) == set(rows)
    assert one.status.aside == ()


def test_a_sync_that_fails_says_why_and_the_next_goes_on(office: Office, one: Machine) -> None:
    one.book.append("volunteers", make_volunteer(), by="web")
    office.google.faults.add("401", times=1)
    with pytest.raises(SheetFault):
        one.sync()
    assert "key" in (one.status.error or "")
    assert one.status.waiting == 1
    one.sync()
    assert (one.status.error, one.status.waiting) == (None, 0)


def test_the_next_write_tidies_up_the_names_that_other_writes_left(office: Office, one: Machine) -> None:
    one.sync()
    log = office.person._sheet("changes").id
    for name in ("sync_1", "sync_700", "ours"):
        area = {"sheetId": log, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
        office.service.batch([{"addNamedRange": {"namedRange": {"name": name, "range": area}}}])
    for n in range(2):
        one.book.append("volunteers", make_volunteer(name=f"N{n}"), by="web")
        one.sync()
        names = {each["name"] for each in office.service.look()["namedRanges"]}
        assert names == {"ours", f"sync_{701 + n}"}
    office.settle()


def test_leftover_names_are_tidied_up_once_though_there_are_several_writes(
    office: Office, one: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_writer.batches, "__defaults__", (20_000,))
    one.sync()
    area = {"sheetId": office.person._sheet("changes").id, "endRowIndex": 1, "endColumnIndex": 1}
    office.service.batch([{"addNamedRange": {"namedRange": {"name": "sync_700", "range": area}}}])
    for n in range(60):
        one.book.append("volunteers", make_volunteer(name=f"N{n}", about="words " * 100), by="web")
    outcome = one.sync()
    assert outcome.reads == 2
    assert outcome.writes >= 3
    assert guard(office) == 700 + outcome.writes
