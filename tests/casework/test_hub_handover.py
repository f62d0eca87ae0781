"""A request that goes to another hub waits there until somebody says that they have it, and is asked about here."""

import community.casework as cw
from community.tables.verbs import Verb
from tests.casework.office import ELSEWHERE, TODAY, Office
from tests.casework.rounds import handed_over


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
