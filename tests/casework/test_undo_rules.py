from datetime import date

import pytest

import community.casework as cw
from community.book import CannotUndo, Stale
from tests.casework.office import ELSEWHERE, TODAY, Office


def test_an_approval_is_taken_back_with_all_that_followed_from_it(office: Office) -> None:
    need = office.make_need()
    first, second = (office.make_match(need=need) for _ in range(2))
    before = office.everything()
    done = cw.approve(office.coordinator, first)
    cw.undo(office.coordinator, done.id)
    assert office.everything() == before
    assert office.status(second) == "proposed"
    cw.approve(office.coordinator, first)


def test_undoing_an_undo_does_it_again(office: Office) -> None:
    match = office.make_match()
    done = cw.approve(office.coordinator, match)
    after = office.everything()
    back = cw.undo(office.coordinator, done.id)
    cw.undo(office.coordinator, back.id)
    assert office.everything() == after


def test_what_something_stands_on_stays(office: Office) -> None:
    match = office.make_match()
    done = cw.approve(office.coordinator, match)
    cw.rang(office.handler, match, "yes", seen="approved")
    cw.done(office.handler, match, office.today, seen="accepted")
    with pytest.raises(CannotUndo):
        cw.undo(office.coordinator, done.id)
    assert office.status(match) == "completed"


def test_a_triage_is_taken_back_though_the_machine_has_proposed_already(office: Office) -> None:
    office.make_volunteer()
    done = cw.triage(office.handler, office.make_request(postcode="BA1 5AW", tasks=["phone_call"]), seen="new")
    assert office.propose().new == 1
    cw.undo(office.handler, done.action.id)
    assert office.book.count("needs") == 0
    (match,) = office.book.rows("matches")
    with pytest.raises(cw.NotFound):
        cw.look_at(office.director, match["id"])
    assert "proposal" not in {item.kind for item in cw.today(office.director, office.clock())}
    assert office.propose().superseded == 1


def test_a_triage_stays_once_somebody_has_looked_at_what_came_of_it(office: Office) -> None:
    office.make_volunteer()
    done = cw.triage(office.handler, office.make_request(tasks=["phone_call"]), seen="new")
    office.propose()
    cw.look_at(office.coordinator, office.book.rows("matches")[0]["id"])
    with pytest.raises(CannotUndo):
        cw.undo(office.handler, done.action.id)
    assert office.book.count("needs") == 1


def test_a_resident_who_has_asked_again_since_stays(office: Office) -> None:
    first = cw.triage(office.handler, office.make_request(telephone="01632 960999", name="Ann Example"), seen="new")
    cw.triage(office.handler, office.make_request(telephone="01632 960999", name="Ann Example"), seen="new")
    with pytest.raises(CannotUndo):
        cw.undo(office.handler, first.action.id)


def test_calling_off_is_not_taken_back_once_somebody_else_has_the_place(office: Office) -> None:
    match = office.make_match("approved")
    off = cw.cancel(office.coordinator, match, seen="approved")
    cw.choose(office.coordinator, office.row("matches", match)["need_id"], office.make_volunteer())
    with pytest.raises(CannotUndo):
        cw.undo(office.coordinator, off.id)
    assert office.status(match) == "cancelled"


def test_calling_off_is_not_taken_back_once_the_volunteer_s_week_is_full(office: Office) -> None:
    match = office.make_match("approved")
    off = cw.cancel(office.coordinator, match, seen="approved")
    cw.choose(office.coordinator, office.make_need(), office.row("matches", match)["volunteer_id"])
    with pytest.raises(CannotUndo, match="no room"):
        cw.undo(office.coordinator, off.id)


def test_nothing_comes_back_to_life_on_a_closed_need(office: Office) -> None:
    match = office.make_match()
    no = cw.decline(office.coordinator, match)
    cw.close_need(office.coordinator, office.row("matches", match)["need_id"], "unable")
    with pytest.raises(CannotUndo, match="closed"):
        cw.undo(office.coordinator, no.id)


def test_no_need_is_open_in_a_closed_request(office: Office) -> None:
    made = cw.triage(office.director, office.make_request(tasks=["phone_call", "technology"]), seen="new")
    closed = cw.close_need(office.coordinator, made.need_ids[0], "unable")
    request = office.row("needs", made.need_ids[0])["request_id"]
    cw.close_request(office.coordinator, request, "not_wanted", seen="triaged")
    with pytest.raises(CannotUndo):
        cw.undo(office.coordinator, closed.id)


def test_a_call_handler_undoes_what_they_did_and_nothing_else(office: Office) -> None:
    one, two = office.make_request(), office.make_request()
    own = cw.no_answer(office.handler, one, seen="new")
    other = cw.no_answer(office.coordinator, two, seen="new")
    assert cw.user_can_undo(office.handler, own.id)
    assert not cw.user_can_undo(office.handler, other.id)
    with pytest.raises(cw.NotAllowed):
        cw.undo(office.handler, other.id)
    cw.undo(office.handler, own.id)
    assert (office.status(one), office.status(two)) == ("new", "no_answer")


def test_a_call_handler_does_not_approve_by_undoing(office: Office) -> None:
    match = office.make_match()
    done = cw.approve(office.coordinator, match)
    back = cw.undo(office.coordinator, done.id)
    with pytest.raises(cw.NotAllowed):
        cw.undo(office.handler, back.id)
    assert office.status(match) == "proposed"


def test_a_coordinator_does_not_undo_what_another_hub_did(office: Office) -> None:
    request = office.make_request(hub=ELSEWHERE)
    done = cw.no_answer(office.neighbour, request, seen="new")
    with pytest.raises(cw.NotFound):
        cw.undo(office.coordinator, done.id)
    cw.undo(office.director, done.id)


def test_what_the_machine_did_is_the_director_s_to_undo(office: Office) -> None:
    office.make_volunteer()
    office.make_need("phone_call")
    run = office.propose().action
    with pytest.raises(cw.NotAllowed):
        cw.undo(office.coordinator, run)
    cw.undo(office.director, run)
    assert office.book.count("matches") == 0


def test_an_action_that_only_adds_a_row_is_taken_back_too(office: Office) -> None:
    volunteer = office.make_volunteer(dbs=None)
    done = cw.add_check(office.coordinator, volunteer, kind="dbs", level="basic", seen_on=date(2026, 11, 1))
    cw.undo(office.coordinator, done.id)
    assert office.book.count("checks") == 0


def test_a_visit_taken_back_opens_what_it_closed(office: Office) -> None:
    match = office.make_match("active")
    before = office.everything()
    done = cw.done(office.handler, match, TODAY, seen="active")
    cw.undo(office.handler, done.id)
    assert office.everything() == before
    cw.done(office.handler, match, TODAY, 20, seen="active")
    assert office.book.rows("visits")[0]["minutes"] == 20


def test_there_is_nothing_to_undo_under_a_name_nobody_knows(office: Office) -> None:
    for action in ("approve-0000000000000000", "undo-0000000000000000", "nonsense"):
        with pytest.raises(cw.NotFound):
            cw.undo(office.director, action)


def test_undone_twice_is_refused(office: Office) -> None:
    done = cw.approve(office.director, office.make_match())
    cw.undo(office.director, done.id)
    with pytest.raises((CannotUndo, Stale)):
        cw.undo(office.director, done.id)


def test_a_match_does_not_come_back_to_life_once_a_hard_rule_stands_between_the_two(office: Office) -> None:
    match = office.make_match("approved")
    off = cw.cancel(office.coordinator, match, seen="approved")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "tasks", "phone_call")
    with pytest.raises(CannotUndo):
        cw.undo(office.coordinator, off.id)
    assert office.status(match) == "cancelled"


def test_a_match_chosen_by_hand_does_not_come_back_once_a_hard_rule_stands_between_the_two(office: Office) -> None:
    need, volunteer = office.make_need(), office.make_volunteer()
    chosen = cw.choose(office.coordinator, need, volunteer)
    back = cw.undo(office.coordinator, chosen.id)
    office.set(office.row("volunteers", volunteer), "tasks", "phone_call")
    with pytest.raises(CannotUndo):
        cw.undo(office.coordinator, back.id)
    assert office.book.count("matches") == 0


def test_a_row_that_was_taken_back_is_another_hub_s_still(office: Office) -> None:
    chosen = cw.choose(office.coordinator, office.make_need(), office.make_volunteer())
    back = cw.undo(office.director, chosen.id)
    with pytest.raises(cw.NotFound):
        cw.undo(office.neighbour, back.id)
    assert office.book.count("matches") == 0
    cw.undo(office.coordinator, back.id)
    assert office.book.count("matches") == 1


def test_calling_off_is_not_taken_back_once_the_same_volunteer_was_chosen_again(office: Office) -> None:
    need, volunteer = office.make_need(people=2), office.make_volunteer(how_many=3)
    match = cw.choose(office.coordinator, need, volunteer).ids[0]
    off = cw.cancel(office.coordinator, match, seen="approved")
    cw.choose(office.coordinator, need, volunteer)
    with pytest.raises(CannotUndo, match="already"):
        cw.undo(office.coordinator, off.id)
