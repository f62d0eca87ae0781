"""Words that came too late are shown, to whom they concern, until a person settles them with a reason."""

import pytest

import community.casework as cw
from community.book import Arrival, CannotUndo, Stale
from community.tables.canonical import instant
from tests.casework.office import ELSEWHERE, HUB, Office

RIGHT = "01632 960111"


def late(
    office: Office,
    record_id: str,
    field: str = "telephone",
    now: str | None = RIGHT,
    *,
    table: str = "help_requests",
    was: str | None = "what nobody ever said",
    by: str = "sheet",
) -> str:
    """A change that was typed into the sheet over a value that the book no longer holds; its id."""
    office.numbers += 1
    one = f"S{office.numbers:015}"
    at = instant(office.clock())
    assert office.book.arrive([Arrival(one, at, by, f"sheet-{one}", table, record_id, field, was, now)]) == [one]
    return one


def settle(context: cw.WorkContext, change: str, choice: str, **more: object) -> object:
    (found,) = [each for each in cw.conflicts(context) if each.id == change]
    told = {"seen": found.ours, "reason": "I rang her"} | more
    return cw.settle_conflict(context, change, choice, **told)  # type: ignore[arg-type]


def test_both_words_are_shown_with_whose_they_are(office: Office) -> None:
    request = office.make_request(name="Rita Resident", telephone="01632 960222")
    change = late(office, request)
    (found,) = cw.conflicts(office.coordinator)
    assert (found.id, found.record_id, found.field, found.by) == (change, request, "telephone", "sheet")
    assert (found.theirs, found.ours, found.who) == (RIGHT, "01632 960222", "Rita Resident")
    assert "01632" not in repr(found)


def test_the_late_word_can_be_put_in_and_is_no_question_any_more(office: Office) -> None:
    request = office.make_request()
    change = late(office, request)
    settle(office.coordinator, change, "theirs")
    assert office.row("help_requests", request)["telephone"] == RIGHT
    assert cw.conflicts(office.director) == []
    last = office.book.changes(record_id=request)[-1]
    assert (last["by"], last["reason"], last["action"].split("-")[0]) == ("Cora Coordinator", "I rang her", "settle")


def test_our_word_can_be_kept_and_why_is_written_down(office: Office) -> None:
    request = office.make_request(telephone="01632 960222")
    settle(office.coordinator, late(office, request), "ours")
    assert office.row("help_requests", request)["telephone"] == "01632 960222"
    assert cw.conflicts(office.director) == []
    assert "I rang her" in [words for entry in cw.history(office.director, request) for words in entry.words]


@pytest.mark.parametrize("choice", ["theirs", "ours"])
def test_an_undo_brings_the_question_back_and_it_can_be_answered_again(office: Office, choice: str) -> None:
    request = office.make_request(telephone="01632 960222")
    change = late(office, request)
    done = settle(office.coordinator, change, choice)
    cw.undo(office.coordinator, done.id)  # type: ignore[attr-defined]
    assert [each.id for each in cw.conflicts(office.director)] == [change]
    assert office.row("help_requests", request)["telephone"] == "01632 960222"
    settle(office.director, change, choice, reason="It was right after all")
    assert cw.conflicts(office.director) == []


def test_nothing_in_the_history_is_written_over(office: Office) -> None:
    request = office.make_request()
    change = late(office, request)
    before = office.book.changes(record_id=request)
    settle(office.director, change, "theirs")
    assert office.book.changes(record_id=request)[: len(before)] == before


def test_without_a_reason_nothing_is_settled(office: Office) -> None:
    change = late(office, office.make_request())
    with pytest.raises(cw.NotNow):
        settle(office.director, change, "ours", reason="  ")
    assert cw.conflicts(office.director)


def test_nothing_is_settled_by_pressing_the_button_alone(office: Office) -> None:
    change = late(office, office.make_request())
    with pytest.raises(cw.NotNow):
        settle(office.director, change, None)  # type: ignore[arg-type]
    assert cw.conflicts(office.director)


def test_a_person_who_saw_an_older_value_is_told(office: Office) -> None:
    request = office.make_request(telephone="01632 960222")
    change = late(office, request)
    cw.correct(office.director, "help_requests", request, "telephone", seen="01632 960222", now="01632 960333")
    with pytest.raises(Stale):
        settle(office.director, change, "theirs", seen="01632 960222")


def test_it_is_settled_once(office: Office) -> None:
    change = late(office, office.make_request())
    settle(office.director, change, "ours")
    with pytest.raises(cw.NotFound):
        cw.settle_conflict(office.director, change, "ours", seen=None, reason="again")


def test_another_hub_learns_nothing_of_it(office: Office) -> None:
    change = late(office, office.make_request(hub=ELSEWHERE))
    assert cw.conflicts(office.coordinator) == []
    with pytest.raises(cw.NotFound):
        cw.settle_conflict(office.coordinator, change, "ours", seen=None, reason="mine now")
    assert [each.hub for each in cw.conflicts(office.neighbour)] == [ELSEWHERE]


def test_a_column_that_a_role_may_not_see_is_no_question_for_it(office: Office) -> None:
    late(office, office.make_request(), "notes", "She is out on Mondays")
    assert len(cw.conflicts(office.coordinator)) == 1
    assert cw.conflicts(office.handler) == []


def test_a_status_decided_elsewhere_is_shown_and_never_simply_put_in(office: Office) -> None:
    match = office.make_match("approved")
    change = late(office, match, "status", "declined", table="matches", was="offered", by="Ned Neighbour")
    (found,) = cw.conflicts(office.coordinator)
    assert (found.by, found.takeable) == ("Ned Neighbour", False)
    with pytest.raises(cw.NotNow):
        settle(office.coordinator, change, "theirs")
    settle(office.coordinator, change, "ours")
    assert office.status(match) == "approved"


def test_what_somebody_agreed_to_is_not_put_in_by_us(office: Office) -> None:
    late(office, office.make_volunteer(), "consent", "no", table="volunteers", was="maybe")
    (found,) = cw.conflicts(office.coordinator)
    assert not found.takeable


def test_a_late_postcode_finds_the_place_again(office: Office) -> None:
    request = office.make_request(postcode="BA1 5AW")
    settle(office.director, late(office, request, "postcode", "BS31 1DX"), "theirs")
    assert office.row("help_requests", request)["hub"] == ELSEWHERE


def test_two_who_say_the_same_are_no_question(office: Office) -> None:
    request = office.make_request(telephone=RIGHT)
    late(office, request)
    assert cw.conflicts(office.director) == []


def test_an_answer_to_a_question_of_our_own_can_be_put_in(office: Office) -> None:
    request = office.make_request(extra={"pets": "none"})
    settle(office.director, late(office, request, "extra.pets", "a dog"), "theirs")
    assert office.row("help_requests", request)["extra.pets"] == "a dog"


def test_a_late_word_about_a_record_that_was_taken_back_is_shown_too(office: Office) -> None:
    done = cw.triage(office.director, office.make_request(), seen="new")
    cw.undo(office.director, done.action.id)
    change = late(office, done.need_ids[0], "details", "Two dogs", table="needs")
    (found,) = cw.conflicts(office.director)
    assert (found.known, found.takeable) == (False, False)
    settle(office.director, change, "ours")
    assert cw.conflicts(office.director) == []


def test_it_waits_on_today_under_the_name_of_whom_it_is_about(office: Office) -> None:
    request = office.make_request(name="Rita Resident")
    change = late(office, request)
    found = {item.kind: item for item in cw.today(office.coordinator, office.clock())}
    assert found["conflict"].id == change
    assert found["conflict"].about == request
    assert "Rita Resident" in found["conflict"].title
    assert "conflict" not in {item.kind for item in cw.today(office.neighbour, office.clock())}
    settle(office.coordinator, change, "ours")
    assert "conflict" not in {item.kind for item in cw.today(office.coordinator, office.clock())}


def test_a_note_from_the_sheet_waits_on_today_until_it_is_dealt_with(office: Office) -> None:
    volunteer = office.make_volunteer(name="Vera Vole", hub=HUB)
    note = {"about": volunteer, "way": "sheet", "outcome": "note", "words": "moved to Frome", "status": "open"}
    one = office.book.append("contacts", note, by="sheet").id
    items = {item.id: item for item in cw.today(office.coordinator, office.clock())}
    assert (items[one].kind, items[one].about) == ("sheet_note", volunteer)
    assert items[one].title == "Vera Vole: moved to Frome"
    assert one not in {item.id for item in cw.today(office.neighbour, office.clock())}
    handlers = {item.id: item for item in cw.today(office.handler, office.clock())}
    assert "Frome" not in handlers[one].title, "what was typed may be about health: coordinators only"
    cw.deal_with_contact(office.coordinator, one)
    assert one not in {item.id for item in cw.today(office.coordinator, office.clock())}


def test_the_history_goes_on_saying_that_it_came_too_late(office: Office) -> None:
    change = late(office, office.make_request())
    settle(office.director, change, "theirs")
    (entry,) = office.book.changes(where=lambda c: [c.id == change])
    assert entry["conflict"] == "yes"


def test_a_settled_question_is_not_undone_under_a_later_correction(office: Office) -> None:
    request = office.make_request()
    done = settle(office.director, late(office, request), "theirs")
    cw.correct(office.director, "help_requests", request, "telephone", seen=RIGHT, now="01632 960444")
    with pytest.raises(CannotUndo):
        cw.undo(office.director, done.id)  # type: ignore[attr-defined]
