"""The views show the open needs and the volunteers as they are now, and no word typed into them is lost."""

from typing import Any

import pytest

from sheets_sync.status import answered
from tests.book.builders import make_volunteer
from tests.book.town import Town, make_town
from tests.sheets_sync.office import Machine, Office
from tests.sheets_sync.test_laws_erasing import forget


@pytest.fixture
def town(one: Machine) -> Town:
    made = make_town(one.book, "word")
    one.set("needs", made.need, task_type="shopping", urgency="today", asked_at="2026-11-23T09:00:00.000Z")
    one.sync()
    return made


def notes(machine: Machine) -> list[dict[str, Any]]:
    found = machine.book.rows("contacts", lambda c: [c.way == "sheet"])
    return [{name: row[name] for name in ("about", "with_whom", "outcome", "status", "words", "by")} for row in found]


def test_the_views_show_what_the_book_says_now(office: Office, one: Machine, town: Town) -> None:
    (need,) = office.lines("Board")
    assert (need.text("id"), need.text("urgency"), need.text("standing")) == (town.need, "today", "under way")
    assert {line.text("id") for line in office.lines("People")} == {town.volunteer, town.other_volunteer}
    one.set("needs", town.need, status="closed")
    one.set("volunteers", town.other_volunteer, name="Bo Decided", status="paused")
    one.sync()
    assert office.lines("Board") == []
    assert office.line("People", town.other_volunteer).text("name") == "Bo Decided"
    office.settle()


def test_a_view_that_still_says_the_same_is_not_written(office: Office, one: Machine, town: Town) -> None:
    office.person.sort("People", "Name", down=True)
    assert one.sync().writes == 0
    one.book.append("organisations", {"name": "Kind Shop"}, by="web")
    one.sync()
    assert [line.text("name") for line in office.lines("People")] == sorted(
        (line.text("name") for line in office.lines("People")), reverse=True
    ), "a person's order stays as long as nothing in the view changes"


@pytest.mark.parametrize("place", ["its own cell", "an empty cell", "the id", "below", "beside"])
def test_words_typed_into_a_view_become_one_open_note_and_the_view_is_as_before(
    office: Office, one: Machine, other: Machine, town: Town, place: str
) -> None:
    other.sync()
    before = sorted(str(line.cells) for line in office.lines("Board"))
    field, row = {"its own cell": ("standing", 2), "an empty cell": ("people", 2), "the id": ("id", 2)}.get(
        place, ("standing", 9)
    )
    if place == "beside":
        office.person.more_rows("Board", 1)
        office.person.insert_columns("Board", "Standing")
        office.person.type("Board", "J2", "a column of our own")
    else:
        office.person.type("Board", office.place_at("Board", field, row), "ring her son first")
    office.settle()
    for machine in (one, other):
        about = {"below": (None, None), "beside": (None, None)}.get(place, (town.need, town.resident))
        wanted = [
            {
                "about": about[0],
                "with_whom": about[1],
                "outcome": "note",
                "status": "open",
                "words": f"{field.replace('_', ' ').capitalize()}: ring her son first",
                "by": "sheet",
            }
        ]
        assert notes(machine) == ([] if place == "beside" else wanted)
    assert sorted(str(line.cells) for line in office.lines("Board")) == before
    if place == "beside":
        assert office.person.see("Board")[1][9] == "a column of our own"


def test_words_typed_into_people_are_about_the_volunteer_wherever_the_line_stands(
    office: Office, one: Machine, town: Town
) -> None:
    office.person.sort("People", "Name", down=True)
    office.correct("People", town.other_volunteer, "hold_until", "back in May")
    one.set("volunteers", town.volunteer, name="Another Name")
    office.settle()
    (note,) = notes(one)
    assert (note["about"], note["with_whom"]) == (town.other_volunteer, town.other_volunteer)
    assert note["words"] == "Hold until: back in May"


def test_the_same_words_typed_twice_are_two_notes(office: Office, one: Machine, town: Town) -> None:
    for _ in range(2):
        office.correct("Board", town.need, "standing", "ring")
        office.settle()
    assert len(notes(one)) == 2
    for row in (8, 9):  # at once, and about nobody
        office.person.type("Board", office.place_at("Board", "standing", row), "ring")
    office.settle()
    assert len(notes(one)) == 4


def test_what_a_view_said_before_is_no_word_of_a_person(
    office: Office, one: Machine, other: Machine, town: Town
) -> None:
    other.sync()
    one.set("volunteers", town.other_volunteer, name="Bo Decided")
    office.person.clear("People", "B2:C3")
    office.person.delete_rows("Board", 2)
    office.settle()
    assert notes(one) == notes(other) == []
    assert len(office.lines("Board")) == 1


def test_a_view_whose_tab_is_gone_or_renamed_holds_nothing_up(office: Office, one: Machine, town: Town) -> None:
    office.person.rename_tab("People", "Who helps")
    office.person.delete_tab("Board")
    one.set("volunteers", town.other_volunteer, name="Bo Decided")
    v = one.book.append("volunteers", make_volunteer(), by="web").id
    one.sync()
    assert office.line("People", v).text("name") == "Noor Invented"
    office.provision()
    office.settle()
    assert len(office.lines("Board")) == 1


def test_a_view_shrinks_and_grows_with_its_rows(office: Office, one: Machine) -> None:
    ids = [one.book.append("volunteers", make_volunteer(name=f"N{n:03}"), by="web").id for n in range(230)]
    office.settle()
    assert len(office.lines("People")) == 230
    for own in ids[100:]:
        forget(one.book, ("volunteers", own))
    office.settle()
    assert [line.text("id") for line in office.lines("People")] == ids[:100]


def cells(office: Office, tab: str) -> list[str]:
    return [line.text(name) for line in office.lines(tab) for name in line.cells]


def test_a_sync_that_only_sends_leaves_typed_words_where_they_are_and_says_so(
    office: Office, one: Machine, town: Town
) -> None:
    office.correct("Board", town.need, "standing", "ring her son first")
    office.person.type("People", office.place_at("People", "hub", 9), "below")
    one.set("needs", town.need, urgency="this_week")
    outcome = one.sync(pull=False)
    assert office.says("Board", town.need, "standing") == "ring her son first"
    assert office.says("Board", town.need, "urgency") == "this week"
    assert "below" in cells(office, "People")
    assert [words[:25] for words in outcome.problems] == ["Somebody typed into Board", "Somebody typed into Peopl"]
    assert one.sync(pull=False).writes == 0
    office.settle()
    assert sorted(note["words"] for note in notes(one)) == ["Hub: below", "Standing: ring her son first"]
    assert one.status.problems == ()


def test_words_beside_a_need_that_was_closed_meanwhile_wait_as_well(office: Office, one: Machine, town: Town) -> None:
    office.correct("Board", town.need, "standing", "ring her son first")
    one.set("needs", town.need, status="closed")
    one.sync(pull=False)
    assert [line.text("standing") for line in office.lines("Board")] == ["ring her son first"]
    assert one.sync(pull=False).writes == 0
    office.settle()
    assert [note["about"] for note in notes(one)] == [town.need]
    assert office.lines("Board") == []


def test_an_erased_person_s_line_goes_from_a_view_that_holds_typed_words(
    office: Office, one: Machine, town: Town
) -> None:
    office.correct("People", town.other_volunteer, "hold_until", "w-about the erased")
    office.correct("People", town.volunteer, "hold_until", "back in May")
    forget(one.book, ("volunteers", town.other_volunteer))
    one.sync(pull=False)
    assert office.ids("People") == [town.volunteer]
    assert office.says("People", town.volunteer, "hold_until") == "back in May"
    assert "w-about" not in str(cells(office, "People"))


@pytest.mark.parametrize("harm", ["a column deleted", "the tab deleted", "torn apart"])
def test_words_wait_in_the_view_until_the_tab_of_notes_is_whole_again(
    office: Office, one: Machine, town: Town, harm: str
) -> None:
    for n in range(5):
        one.book.append("contacts", {"words": f"w{n}", "way": "call", "about": town.need}, by="ada")
    one.sync()
    before = office.person.see("contacts")
    if harm == "a column deleted":
        office.person.delete_columns("contacts", "By")
    elif harm == "the tab deleted":
        office.person.delete_tab("contacts")
    else:
        ids = [[row[0]] for row in before[1:]]
        office.person.paste("contacts", "A2", [*ids[1:], ids[0]])
    office.correct("Board", town.need, "standing", "ring her son first")
    one.set("needs", town.need, urgency="this_week")
    outcome = one.sync()
    there = office.person.see("contacts") if harm == "torn apart" else None
    assert there is None or len(there) == len(before), "nothing is written into a tab that stands still"
    assert office.says("Board", town.need, "standing") == "ring her son first"
    assert office.says("Board", town.need, "urgency") == "this week"
    assert any("Somebody typed into Board" in words for words in outcome.problems)
    if harm == "torn apart":
        office.person.paste("contacts", "A2", ids)
    office.provision("contacts")
    office.rest()
    if harm == "the tab deleted":  # all its rows are gone at once, so somebody is asked
        assert notes(one) == []
        answered(one.book, "contacts", "refuse", "ada")
        office.rest()
    assert [note["words"] for note in notes(one)] == ["Standing: ring her son first"]
    assert office.says("Board", town.need, "standing") == "under way"


def test_people_shows_no_check_as_due_that_was_renewed(office: Office, one: Machine) -> None:
    v = one.book.append("volunteers", make_volunteer(), by="web").id

    def check(kind: str, level: str | None, seen: str, renew: str | None) -> None:
        row = {"volunteer_id": v, "kind": kind, "level": level, "number": "1", "seen_by": "ada"}
        one.book.append("checks", row | {"seen_on": seen, "renew_on": renew}, by="ada")

    check("dbs", "enhanced", "2026-01-02", "2029-01-02")
    check("dbs", "enhanced", "2023-01-01", "2026-01-01")
    check("reference", None, "2026-01-02", None)
    office.settle()
    assert office.says("People", v, "checks_due") == "2029-01-02"
    check("dbs", "basic", "2024-01-02", "2027-01-02")
    office.settle()
    assert office.says("People", v, "checks_due") == "2027-01-02"
