"""Of a view only those lines are written that changed, where they belong, however many volunteers there are."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest

from community.book import Append
from sheets_sync import batch_writer
from tests.book.builders import append_many, make_volunteer
from tests.book.town import make_town
from tests.sheets_sync.office import Machine, Office
from tests.sheets_sync.test_laws_erasing import forget


def add(machine: Machine, *names: str) -> list[str]:
    return [machine.book.append("volunteers", make_volunteer(name=name), by="web").id for name in names]


def shown(office: Office) -> list[str]:
    return [line.text("name") for line in office.lines("People")]


@contextmanager
def sent(machine: Machine) -> Iterator[list[list[dict[str, Any]]]]:
    """The batches that the machine sends meanwhile."""
    write, batches = machine.service.batch, list[list[dict[str, Any]]]()

    def batch(requests: Any, **how: Any) -> Any:
        batches.append(list(requests))
        return write(requests, **how)

    with patch.object(machine.service, "batch", batch):
        yield batches


def test_a_new_volunteer_s_line_stands_where_the_name_belongs_and_no_other_line_is_written(
    office: Office, one: Machine
) -> None:
    names = [f"N{n:03}" for n in range(300)]
    add(one, *names[:150], *names[151:])
    office.settle()
    add(one, names[150])
    with sent(one) as batches:
        one.sync()
    assert shown(office) == names
    assert sum(len(json.dumps(batch)) for batch in batches) < 10_000
    assert "N149" not in json.dumps(batches)
    office.settle()


def test_a_need_that_becomes_urgent_moves_to_the_top_of_the_board(office: Office, one: Machine) -> None:
    ids = [make_town(one.book, f"w{n}").need for n in range(6)]
    for n, own in enumerate(ids):
        one.set("needs", own, urgency="this_week", asked_at=f"2026-11-2{n}T09:00:00.000Z")
    office.settle()
    assert office.ids("Board") == ids
    one.set("needs", ids[4], urgency="today")
    office.settle()
    assert office.ids("Board") == [ids[4], *ids[:4], ids[5]]


def test_lines_that_went_leave_no_gap_and_take_no_neighbour_with_them(office: Office, one: Machine) -> None:
    ids = add(one, *"ABCDEFGH")
    office.settle()
    for own in (ids[0], ids[3], ids[4], ids[7]):
        forget(one.book, ("volunteers", own))
    add(one, "D", "AA")
    one.set("volunteers", ids[5], status="paused")
    office.settle()
    assert shown(office) == ["AA", "B", "C", "D", "F", "G"]
    assert [line.place for line in office.lines("People")] == [1, 2, 3, 4, 5, 6]


def test_a_person_s_own_column_beside_a_view_stays_with_its_line(office: Office, one: Machine) -> None:
    ids = add(one, *"BDF")
    office.settle()
    office.person.insert_columns("People", "Status")
    office.person.type("People", office.place_at("People", "status", 2).replace("E", "D"), "my own word about B")
    add(one, "A", "C")
    one.set("volunteers", ids[2], name="0")
    office.settle()
    mine = {row[1]: row[3] for row in office.person.see("People")[1:] if len(row) > 3 and row[1]}
    assert mine["B"] == "my own word about B"
    assert not any(word for name, word in mine.items() if name != "B")


def test_an_order_that_a_person_chose_stays_when_a_line_changes(office: Office, one: Machine) -> None:
    ids = add(one, *"ABCDEF")
    office.settle()
    office.person.sort("People", "Name", down=True)
    one.set("volunteers", ids[2], status="paused")
    office.settle()
    assert shown(office) == list("FEDCBA")
    assert office.says("People", ids[2], "status") == "paused"


@pytest.mark.parametrize("letters", [49_990, 1_200])
@pytest.mark.parametrize("letter", ["a", '"', "\x01", "😀"])
def test_a_name_that_fills_a_whole_cell_holds_nothing_up(
    office: Office, one: Machine, letters: int, letter: str
) -> None:
    long = letter * (letters // len(letter.encode("utf-16-le")) * 2)
    (own,) = add(one, long)
    office.settle()
    assert one.status.aside == ()
    assert office.says("People", own, "name") == letter * 499 + "…"
    add(one, "Bo")
    office.settle()
    assert sorted(map(len, shown(office))) == [2, 500]


def test_a_large_view_is_written_in_several_parts(
    office: Office, one: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_writer.batches, "__defaults__", (60_000,))
    names = [f"N{n:03}" for n in range(500)]
    add(one, *names)
    with sent(one) as batches:
        one.sync()
    inserts = [r for batch in batches for r in batch if "insertDimension" in r]
    assert len(inserts) > 1
    assert max(len(json.dumps(batch)) for batch in batches) < 200_000
    assert shown(office) == names
    office.settle()


@pytest.mark.parametrize("word", ["words ", "כל מה שצריך ", '"quoted" ', "😀 "])
def test_no_write_is_larger_than_its_bound_in_whatever_script(
    office: Office, one: Machine, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(batch_writer.batches, "__defaults__", (60_000,))
    rows = [Append("volunteers", make_volunteer(name=f"N{n}", about=word * 50)) for n in range(60)]
    append_many(one.book, rows, by="web")
    with sent(one) as batches:
        one.sync()
    assert len(batches) > 1
    assert max(len(json.dumps(batch)) for batch in batches) < 75_000
    office.settle()


@pytest.mark.parametrize("after", [1, 3])
def test_a_push_in_many_parts_that_is_stopped_comes_whole_and_then_costs_little(
    office: Office, one: Machine, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(batch_writer.batches, "__defaults__", (60_000,))
    names = [f"N{n:03}" for n in range(300)]
    append_many(one.book, [Append("volunteers", make_volunteer(name=name)) for name in names], by="web")
    write, done = one.service.batch, list[int]()

    def stopped(requests: Any, **how: Any) -> Any:
        answer = write(requests, **how)
        done.append(len(requests))
        if len(done) == after:
            raise KeyboardInterrupt
        return answer

    with patch.object(one.service, "batch", stopped), pytest.raises(KeyboardInterrupt):
        one.sync()
    office.settle()
    assert sorted(line.text("name") for line in office.lines("volunteers")) == names, "each once"
    assert shown(office) == names
    add(one, "N150a")
    with sent(one) as batches:
        one.sync()
    assert [len(json.dumps(batch)) < 10_000 for batch in batches] == [True], "one small write for one more"


def test_lines_that_come_down_on_others_because_rows_were_moved_are_put_right(office: Office, one: Machine) -> None:
    ids = add(one, *"ABCDEF")
    office.settle()
    one.set("volunteers", ids[1], status="paused")
    one.set("volunteers", ids[4], status="ready")
    forget(one.book, ("volunteers", ids[3]))
    one.sync_while(lambda: office.person.sort("People", "Name", down=True))
    office.settle()
    assert sorted(shown(office)) == list("ABCEF")
    assert one.book.rows("contacts") == [], "a line of ours on another place is no word of a person"
