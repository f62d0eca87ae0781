"""All that one sync brought from the spreadsheet: shown as one, and taken back together as far as it can be."""

from collections.abc import Sequence

import pytest

import community.casework as cw
from community.book import Action, Arrival, CannotUndo
from community.tables.canonical import instant
from tests.casework.office import ELSEWHERE, HUB, Office


def corrected(office: Office, *cells: tuple[str | None, ...], action: str | None = None) -> str:
    """One sync that brings these (table, record, field, was, now, perhaps the action); its time."""
    at = instant(office.clock())
    there = len(office.book.changes())
    late = []
    for n, (table, record, field, was, now, *own) in enumerate(cells, start=there):
        name = own[0] if own else action or f"correct-{n:016}"
        late.append(Arrival(f"Z-{n:015}", at, "sheet", str(name), str(table), str(record), str(field), was, now))
    office.book.arrive(late)
    return at


def renamed(office: Office, *ids: str, action: str | None = None) -> str:
    names = [office.row("help_requests", own)["name"] for own in ids]
    cells = [("help_requests", own, "name", name, f"{name} Wrong") for own, name in zip(ids, names, strict=True)]
    return corrected(office, *cells, action=action)


def names(office: Office, ids: Sequence[str]) -> list[str]:
    return [office.row("help_requests", own)["name"] for own in ids]


def takes(context: cw.WorkContext, at: str) -> Action:
    return cw.undo_together(context, at, [one.action for one in cw.one_sync(context, at).takeable])


def test_one_sync_is_one_line_of_what_was_done_lately(office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(3)]
    first, second = renamed(office, *ids), renamed(office, *ids[:2])
    cw.no_answer(office.handler, ids[0], seen="new")
    done = cw.latest_actions(office.director)
    assert [(d.verb, d.sync.at if d.sync else None) for d in done] == [
        ("no_answer", None),
        ("correct", second),
        ("correct", first),
    ]
    assert [d.sync.count for d in done if d.sync] == [2, 3]


def test_a_sync_that_brought_hundreds_hides_nothing_that_came_before_it(office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(120)]
    cw.no_answer(office.handler, ids[0], seen="new")
    renamed(office, *ids)
    found = cw.latest_actions(office.director, 3)
    assert [d.verb for d in found] == ["correct", "no_answer"]
    assert found[0].sync
    assert found[0].sync.count == 120, "and all of it is counted"


def test_what_was_changed_since_stays_and_is_told_and_all_else_goes_back_as_one_action(office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(4)]
    at = renamed(office, *ids)
    cw.correct(office.director, "help_requests", ids[2], "name", seen="Ada 2 Wrong", now="Ada Really")
    before = len(office.book.changes())
    found = cw.one_sync(office.director, at)
    assert [(one.record_id, one.who) for one in found.each if one.state == "changed_since"] == [(ids[2], "Ada Really")]
    done = takes(office.director, at)
    assert names(office, ids) == ["Ada 0", "Ada 1", "Ada Really", "Ada 3"]
    assert {c["action"] for c in office.book.changes()[before:]} == {done.id}
    states = {one.record_id: one.state for one in cw.one_sync(office.director, at).each}
    assert states == {ids[0]: "taken_back", ids[1]: "taken_back", ids[2]: "changed_since", ids[3]: "taken_back"}
    line = next(d for d in cw.latest_actions(office.director) if d.sync)
    assert line.sync
    assert (line.sync.count, line.sync.back, line.undone) == (4, 3, False)


def test_one_undo_brings_all_of_them_again_and_another_takes_them_back_again(office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(4)]
    at = renamed(office, *ids)
    wrong = names(office, ids)
    last = takes(office.director, at).id
    for turn in range(3):
        assert cw.latest_actions(office.director)[0].corrections == 4
        last = cw.undo(office.director, last).id
        assert (names(office, ids) == wrong) == (turn % 2 == 0)
    assert {one.state for one in cw.one_sync(office.director, at).each} == {"stands"}
    takes(office.director, at)
    assert names(office, ids) == [f"Ada {n}" for n in range(4)]


def test_two_corrections_of_one_record_and_what_followed_from_one_go_back_together(office: Office) -> None:
    own = office.make_request(name="Ada")
    at = corrected(
        office,
        ("help_requests", own, "name", "Ada", "Bea"),
        ("help_requests", own, "postcode", None, "BA1 1AA", "correct-of-the-postcode"),
        ("help_requests", own, "hub", HUB, ELSEWHERE, "correct-of-the-postcode"),
    )
    assert len(cw.one_sync(office.director, at).each) == 2, "that the hub followed is no correction of its own"
    takes(office.director, at)
    row = office.row("help_requests", own)
    assert (row["name"], row["postcode"], row["hub"]) == ("Ada", None, HUB)


def test_what_changed_between_the_question_and_the_press_is_left_and_told(office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(2)]
    at = renamed(office, *ids)
    asked = [one.action for one in cw.one_sync(office.director, at).takeable]
    cw.correct(office.director, "help_requests", ids[1], "name", seen="Ada 1 Wrong", now="Ada Really")
    cw.undo_together(office.director, at, asked)
    assert names(office, ids) == ["Ada 0", "Ada Really"]
    assert [one.state for one in cw.one_sync(office.director, at).each] == ["taken_back", "changed_since"]
    with pytest.raises(CannotUndo):
        cw.undo_together(office.director, at, asked)


def test_a_coordinator_sees_and_takes_back_only_what_is_of_their_hub(office: Office) -> None:
    ours = office.make_request(name="Ours", hub=HUB)
    theirs = office.make_request(name="Theirs", hub=ELSEWHERE)
    at = renamed(office, ours, theirs)
    every = [one.action for one in cw.one_sync(office.director, at).each]
    assert [one.record_id for one in cw.one_sync(office.coordinator, at).each] == [ours]
    with pytest.raises(cw.NotFound):
        cw.undo_together(office.coordinator, at, every)
    takes(office.coordinator, at)
    assert names(office, [ours, theirs]) == ["Ours", "Theirs Wrong"]
    takes(office.director, at)
    assert names(office, [ours, theirs]) == ["Ours", "Theirs"]


def test_what_was_taken_over_after_a_question_is_the_director_s_to_take_back(office: Office) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(3)]
    at = renamed(office, *ids, action="take_sheet-0123456789ABCDEF")
    assert cw.one_sync(office.coordinator, at).takeable == ()
    with pytest.raises(cw.NotAllowed):
        cw.undo_together(office.coordinator, at, ["take_sheet-0123456789ABCDEF"])
    takes(office.director, at)
    assert names(office, ids) == ["Ada 0", "Ada 1", "Ada 2"]


def test_a_call_handler_reads_what_came_and_takes_nothing_back(office: Office) -> None:
    at = renamed(office, office.make_request())
    assert len(cw.one_sync(office.handler, at).each) == 1
    assert cw.one_sync(office.handler, at).takeable == ()
    assert [d.sync.theirs for d in cw.latest_actions(office.handler) if d.sync] == [False]


def test_corrections_of_another_hub_are_as_if_there_were_none(office: Office) -> None:
    at = renamed(office, office.make_request(hub=ELSEWHERE))
    assert cw.latest_actions(office.coordinator) == []
    with pytest.raises(cw.NotFound):
        cw.one_sync(office.coordinator, at)


def test_nothing_but_corrections_is_taken_back_by_their_door(office: Office) -> None:
    own = office.make_request()
    at = renamed(office, own)
    closed = cw.close_request(office.director, own, "not_wanted", seen="new")
    with pytest.raises(cw.NotFound):
        cw.undo_together(office.director, at, [closed.id])
    with pytest.raises(cw.NotFound):
        cw.undo_together(office.director, closed.at, [closed.id])
    assert office.row("help_requests", own)["status"] == "closed"
