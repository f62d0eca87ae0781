"""A request that goes to another hub waits there until somebody says that they have it, and is asked about here."""

import pytest

import community.casework as cw
from community.book import CannotUndo
from community.tables.row_types import HelpRequestRow, ReferralRow
from community.tables.verbs import Verb
from tests.casework.office import ELSEWHERE, HUB, TODAY, Office
from tests.casework.rounds import handed_over, taken_over


def lines(office: Office, desk: cw.WorkContext, kind: str) -> list[str]:
    return [item.id for item in cw.today(desk, office.clock()) if item.kind == kind]


def test_the_new_hub_says_that_they_have_it_and_both_lines_end(office: Office) -> None:
    taken = handed_over(office)
    assert lines(office, office.neighbour, "hub_hands_over") == [taken]
    assert not lines(office, office.coordinator, "referral_due")
    office.clock.pass_(days=14)
    assert len(lines(office, office.coordinator, "referral_due")) == 1, "nobody answered: the first hub asks"
    cw.happened(office.neighbour, Verb.REFERRAL_TAKEN_UP, taken, {"by": "Nell", "on": TODAY})
    assert not lines(office, office.neighbour, "hub_hands_over")
    assert not lines(office, office.coordinator, "referral_due")
    given = office.book.rows("referrals", lambda c: [c.direction == "out"])[0]
    assert (given["status"], given["acknowledged_by"]) == ("closed", "Nell")


def test_what_the_first_hub_keeps_names_nobody(office: Office) -> None:
    handed_over(office)
    (given,) = cw.see_all(office.coordinator, type(office.book.rows("referrals")[0]))
    assert given["resident_id"] is None
    assert office.book.rows("help_requests")[0]["hub"] == ELSEWHERE


def test_undone_it_is_the_first_hub_s_again_and_on_no_list(office: Office) -> None:
    request = office.make_request()
    action = cw.give_to_hub(office.director, request, ELSEWHERE, seen="new")
    cw.undo(office.director, action.id)
    assert office.row("help_requests", request)["hub"] != ELSEWHERE
    assert not lines(office, office.neighbour, "hub_hands_over")


def test_between_hubs_nothing_comes_of_it_but_that_they_have_it(office: Office) -> None:
    taken = handed_over(office)
    for row in office.book.rows(ReferralRow):
        desk = office.neighbour if row.id == taken else office.coordinator
        verbs = [event.verb for event in cw.events_of(desk, cw.see(desk, ReferralRow, row.id))]
        assert Verb.REFERRAL_OVER not in verbs


def test_given_back_the_first_hub_reads_why_and_no_line_is_left_at_the_other(office: Office) -> None:
    need = office.make_need("phone_call")
    request = str(office.row("needs", need)["request_id"])
    cw.give_to_hub(office.coordinator, request, ELSEWHERE, seen="triaged", why="She moved to Keynsham")
    (line,) = [item for item in cw.today(office.neighbour, office.clock()) if item.kind == "hub_hands_over"]
    assert line.why == "She moved to Keynsham"
    for empty in ("", "  "):
        with pytest.raises(cw.NotNow, match="Say why"):
            cw.give_back(office.neighbour, line.id, empty, seen="sent")
    before = office.everything()
    back = cw.give_back(office.neighbour, line.id, "She lives in Weston", seen="sent")
    assert {office.row(table, one)["hub"] for table, one in (("help_requests", request), ("needs", need))} == {HUB}
    assert not lines(office, office.neighbour, "hub_hands_over")
    (returned,) = [item for item in cw.today(office.coordinator, office.clock()) if item.kind == "hub_hands_over"]
    assert returned.why == "She lives in Weston"
    assert cw.see(office.neighbour, ReferralRow, line.id).outcome == "It went on to Bath North."
    with pytest.raises(cw.NotFound):
        cw.see(office.neighbour, HelpRequestRow, request)
    cw.undo(office.neighbour, back.id)
    assert office.everything() == before
    cw.happened(office.neighbour, Verb.REFERRAL_TAKEN_UP, line.id, {"by": "Nell", "on": TODAY})
    with pytest.raises(cw.NotNow, match="nobody has taken over yet"):
        cw.give_back(office.neighbour, line.id, "Not ours", seen="closed")


def test_what_goes_on_to_a_third_hub_waits_there_alone(office: Office) -> None:
    taken = handed_over(office)
    request = str(office.row("referrals", taken)["request_id"])
    cw.give_to_hub(office.neighbour, request, "somer_valley", seen="new")
    assert not lines(office, office.neighbour, "hub_hands_over")
    office.clock.pass_(days=14)
    assert not lines(office, office.coordinator, "referral_due"), "whom the first hub gave it to has passed it on"
    assert len(lines(office, office.neighbour, "referral_due")) == 1
    third = office.desk(cw.User("Sue Somer", "coordinator", "somer_valley"))
    assert len(lines(office, third, "hub_hands_over")) == 1


def test_who_gave_it_takes_it_back_until_the_other_hub_has_it(office: Office) -> None:
    request = office.make_request()
    given = cw.give_to_hub(office.coordinator, request, ELSEWHERE, seen="new")
    with pytest.raises(cw.NotFound):
        cw.see(office.coordinator, HelpRequestRow, request)
    cw.undo(office.coordinator, given.id)
    assert cw.see(office.coordinator, HelpRequestRow, request).hub == HUB
    taken = handed_over(office)
    taken_over(office, taken)
    action = next(each.action for each in cw.latest_actions(office.director) if each.verb == "give_to_hub")
    with pytest.raises(CannotUndo):
        cw.undo(office.coordinator, action)
