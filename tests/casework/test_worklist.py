"""What is on the list of things that wait for a person, for whom, and in which order."""

from datetime import timedelta

import community.casework as cw
from community.tables.row_types import VolunteerRow
from tests.casework.office import ELSEWHERE, TODAY, Office


def kinds(context: cw.WorkContext) -> dict[str, str]:
    return {item.id: item.kind for item in cw.today(context, context.clock())}


def test_a_new_request_is_due_by_our_promise_and_then_is_past_it(office: Office) -> None:
    late = office.make_request(urgency="whenever")
    (item,) = cw.today(office.handler, office.clock())
    assert (item.kind, item.due and item.due.isoformat()) == ("new_request", "2026-11-24T17:00:00+00:00")
    office.clock.pass_(days=1, hours=8)
    new = office.make_request(urgency="whenever")
    assert [(i.id, i.kind) for i in cw.today(office.handler, office.clock())] == [
        (late, "past_promise"),
        (new, "new_request"),
    ]


def test_the_most_urgent_comes_first(office: Office) -> None:
    ids = {u: office.make_request(urgency=u) for u in ("whenever", "today", "this_week", "two_days")}
    listed = [i.id for i in cw.today(office.handler, office.clock())]
    assert listed == [ids[u] for u in ("today", "two_days", "this_week", "whenever")]


def test_help_wanted_today_is_due_the_same_day_and_once_we_open_when_we_are_shut(office: Office) -> None:
    office.make_request(urgency="today")
    (item,) = cw.today(office.handler, office.clock())
    assert item.due is not None
    assert item.due.isoformat() == "2026-11-23T14:00:00+00:00"
    office.clock.pass_(hours=-11)  # Sunday evening
    office.make_request(urgency="today")
    sunday = min(cw.today(office.handler, office.clock()), key=lambda i: i.since)
    assert sunday.due is not None
    assert sunday.due.isoformat() == "2026-11-23T13:00:00+00:00"


def test_words_that_may_mean_danger_come_first_whatever_else_waits(office: Office) -> None:
    late = office.make_request(urgency="today")
    office.clock.pass_(days=1, hours=8)
    crisis = office.make_request(urgency="whenever", flags="crisis_words")
    new = office.make_request(urgency="today")
    assert [(i.id, i.kind, i.urgency) for i in cw.today(office.handler, office.clock())] == [
        (crisis, "crisis", "today"),
        (late, "past_promise", "today"),
        (new, "new_request", "today"),
    ]
    cw.clear_flag(office.handler, "help_requests", crisis, "crisis_words")
    assert kinds(office.handler)[crisis] == "new_request"


def test_a_volunteer_whose_words_may_mean_danger_is_read_first_too(office: Office) -> None:
    office.make_request(urgency="today")
    volunteer = office.make_volunteer(status="applied", flags="crisis_words")
    first = cw.today(office.director, office.clock())[0]
    assert (first.id, first.kind) == (volunteer, "crisis")


def test_a_person_who_was_not_reached_is_on_the_list_again_when_it_is_time(office: Office) -> None:
    request = office.make_request()
    cw.no_answer(office.handler, request, seen="new")
    assert kinds(office.handler) == {}
    office.clock.pass_(days=1)
    assert kinds(office.handler) == {request: "no_answer_again"}


def test_a_wait_hides_it_until_it_is_over(office: Office) -> None:
    request = office.make_request()
    cw.hold(office.handler, "help_requests", request, office.clock() + timedelta(hours=3), seen="new")
    assert kinds(office.handler) == {}
    office.clock.pass_(hours=4)
    assert kinds(office.handler) == {request: "hold_ended"}


def test_a_flag_brings_a_triaged_request_back_until_somebody_has_looked(office: Office) -> None:
    request = office.make_request(flags=["too_fast"], tasks=["phone_call"])
    cw.triage(office.handler, request, seen="new")
    assert kinds(office.handler)[request] == "flagged"
    cw.clear_flag(office.handler, "help_requests", request, "too_fast")
    assert request not in kinds(office.handler)


def test_a_match_waits_for_each_call_in_turn(office: Office) -> None:
    need = office.make_need()
    assert kinds(office.coordinator) == {need: "unmatched"}
    match = office.make_match(need=need)
    assert kinds(office.coordinator) == {match: "proposal"}
    cw.approve(office.coordinator, match)
    assert kinds(office.handler) == {match: "not_rung"}
    cw.rang(office.handler, match, "yes", seen="approved")
    assert kinds(office.handler) == {match: "resident_to_tell"}
    cw.resident_told(office.handler, match)
    assert kinds(office.handler) == {match: "volunteer_to_tell"}
    cw.release(office.handler, match, seen="active")
    assert kinds(office.handler) == {}
    office.clock.pass_(days=3)
    assert kinds(office.handler) == {match: "was_it_done"}
    cw.done(office.handler, match, TODAY, seen="active")
    assert kinds(office.handler) == {}


def test_nobody_is_asked_whether_it_was_done_before_the_agreed_day_is_over(office: Office) -> None:
    match = office.make_match("accepted")
    cw.resident_told(office.handler, match, on=TODAY + timedelta(days=6))
    cw.release(office.handler, match, seen="active")
    office.clock.pass_(days=6)
    assert kinds(office.handler) == {}
    office.clock.pass_(days=1)
    assert kinds(office.handler) == {match: "was_it_done"}
    day, again = office.today, office.today + timedelta(days=4)
    cw.done(office.handler, match, day, seen="active", again=again)
    office.clock.pass_(days=4)
    assert kinds(office.handler) == {}
    office.clock.pass_(days=1)
    assert kinds(office.handler) == {match: "was_it_done"}


def test_many_proposals_are_one_line_that_opens_the_most_urgent(office: Office) -> None:
    office.make_match()
    match = office.make_match(need=office.make_need(urgency="two_days"))
    (item,) = [i for i in cw.today(office.coordinator, office.clock()) if i.kind == "proposal"]
    assert (item.id, item.count) == (match, 2)


def test_a_proposal_for_the_same_day_has_a_line_of_its_own_and_makes_no_other_urgent(office: Office) -> None:
    office.make_match()
    match = office.make_match(need=office.make_need(urgency="today", name="Ada Asks"))
    urgent, others = (i for i in cw.today(office.coordinator, office.clock()) if i.kind == "proposal")
    assert (urgent.id, urgent.urgency, others.urgency, others.count) == (match, "today", "this_week", 1)
    assert (urgent.title.partition(":")[2], urgent.title[:4]) == (" Dog walking (Ada Asks)", "Vera")


def test_what_the_hub_s_own_people_do_is_on_the_list(office: Office) -> None:
    need = office.make_need("money_advice")
    assert kinds(office.coordinator) == {need: "hub_need"}
    cw.close_need(office.coordinator, need, "referred_on")
    assert kinds(office.coordinator) == {}


def test_a_need_that_nobody_is_found_for_says_what_would_help(office: Office) -> None:
    need = office.make_need("visit")
    office.make_volunteer(dbs="basic")
    office.propose()
    assert cw.why_unmatched(office.coordinator, need) is not None
    item = next(i for i in cw.today(office.coordinator, office.clock()) if i.id == need)
    assert item.why == "Start a DBS check (enhanced) for the volunteer who could then help."


def test_a_new_volunteer_is_greeted_within_the_promise(office: Office) -> None:
    volunteer = office.make_volunteer(status="applied")
    assert kinds(office.coordinator) == {volunteer: "volunteer_new"}
    assert kinds(office.handler) == {}


def test_a_volunteer_whom_nobody_asks_is_on_the_list_after_a_fortnight(office: Office) -> None:
    first, second = office.make_volunteer(), office.make_volunteer()
    match = office.make_match("approved")
    cw.rang(office.handler, match, "no", seen="approved")
    office.clock.pass_(days=13)
    assert "unused" not in kinds(office.coordinator).values()
    cw.log_contact(office.coordinator, second, with_whom=second)
    office.clock.pass_(days=2)
    (item,) = [i for i in cw.today(office.coordinator, office.clock()) if i.kind == "unused"]
    asked = office.row("matches", match)["volunteer_id"]
    assert (item.id, item.count) == (first, 2)
    assert cw.unused_volunteers(office.coordinator, office.clock()) == [first, asked]


def test_checks_that_run_out_are_on_the_list_a_month_before(office: Office) -> None:
    volunteer = office.make_volunteer(dbs=None)
    told = {"kind": "dbs", "level": "basic", "seen_on": TODAY}
    cw.add_check(office.director, volunteer, renew_on=TODAY + timedelta(days=20), **told)  # type: ignore[arg-type]
    assert kinds(office.coordinator) == {volunteer: "check_due"}
    cw.add_check(office.director, volunteer, renew_on=TODAY + timedelta(days=900), **told)  # type: ignore[arg-type]
    assert kinds(office.coordinator) == {}


def test_a_check_is_called_by_its_words_and_is_said_to_be_over_once_it_is(office: Office) -> None:
    volunteer = office.make_volunteer(dbs=None, name="Vera Vale")
    told = {"kind": "dbs", "level": "enhanced_barred", "seen_on": TODAY}
    cw.add_check(office.director, volunteer, renew_on=TODAY + timedelta(days=20), **told)  # type: ignore[arg-type]
    for days, when in ((0, "runs out"), (21, "has run out")):
        office.clock.pass_(days=days)
        titles = {item.title for item in cw.today(office.coordinator, office.clock())}
        assert f"A check {when}: enhanced with barred list, Vera Vale" in titles


def test_a_match_that_goes_on_without_a_valid_check_comes_before_whatever_can_wait(office: Office) -> None:
    match = office.make_match("active")
    volunteer = office.row("matches", match)["volunteer_id"]
    check = office.book.rows("checks", lambda c: [c.volunteer_id == volunteer])[0]
    office.set(check, "renew_on", "2026-11-20")
    office.make_request(urgency="two_days")
    first, *_ = cw.today(office.coordinator, office.clock())
    assert (first.id, first.kind) == (match, "check_missing")


def test_a_pair_is_asked_how_it_goes(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    cw.done(office.handler, match, TODAY, seen="active")
    office.clock.pass_(days=28)
    assert "pair_check" in kinds(office.coordinator).values()
    assert "pair_check" not in kinds(office.handler).values()


def test_organisations_wait_for_the_director_alone(office: Office) -> None:
    one = office.book.append("organisations", {"name": "Chapel Row Choir", "status": "offered"}, by="web").id
    assert kinds(office.director) == {one: "organisation"}
    assert kinds(office.coordinator) == kinds(office.handler) == {}
    cw.approve_organisation(office.director, one)
    assert kinds(office.director) == {}


def test_what_somebody_must_come_back_to_is_on_the_list(office: Office) -> None:
    match = office.make_match("active")
    cw.release(office.handler, match, seen="active")
    contact = cw.log_contact(office.handler, match, direction="in", status="open").ids[0]
    assert kinds(office.handler) == {contact: "contact_open"}


def test_of_words_that_are_hidden_it_is_not_said_that_there_are_none(office: Office) -> None:
    request = office.make_request()
    cw.log_contact(office.handler, request, direction="in", words="She rings back", status="open")
    cw.log_contact(office.handler, request, direction="in", status="open")

    def ends(context: cw.WorkContext) -> set[str]:
        lines = cw.today(context, office.clock())
        return {line.title.rpartition(": ")[2] for line in lines if line.kind == "contact_open"}

    assert ends(office.coordinator) == {"She rings back", "no words written down"}
    assert ends(office.handler) == {"the words are not shown to you"}


def test_a_coordinator_s_list_is_about_their_hub(office: Office) -> None:
    office.make_request(hub=ELSEWHERE)
    office.make_request(hub=None)
    office.make_volunteer(hub=ELSEWHERE, status="applied")
    office.make_need("visit", hub=ELSEWHERE)
    mine = office.make_request()
    assert kinds(office.coordinator) == {mine: "new_request"}
    assert kinds(office.handler)[mine] == "new_request"
    assert "no_hub" in kinds(office.handler).values()


def test_what_is_over_is_not_on_the_list(office: Office) -> None:
    cw.close_request(office.handler, office.make_request(flags=["too_fast"]), "unable", seen="new")
    assert kinds(office.director) == {}


def test_a_need_that_has_one_of_two_helpers_is_not_forgotten(office: Office) -> None:
    need = office.make_need(people=2)
    match = office.make_match("active", need=need)
    assert kinds(office.coordinator)[need] == "unmatched"
    cw.done(office.coordinator, match, TODAY, seen="active")
    assert kinds(office.coordinator)[need] == "unmatched"
    office.make_match(need=need)
    assert need not in kinds(office.coordinator)


def test_a_match_in_a_home_with_somebody_not_known_to_be_18_is_on_the_list(office: Office) -> None:
    match = office.make_match("accepted", task_type="small_job")
    assert kinds(office.coordinator)[match] != "check_missing"
    office.set(office.row("volunteers", office.row("matches", match)["volunteer_id"]), "over_18", None)
    assert "check_missing" in {i.kind for i in cw.today(office.coordinator, office.clock()) if i.id == match}


def test_a_volunteer_whom_nobody_asks_is_on_the_list_of_their_own_hub_alone(office: Office) -> None:
    match = office.make_match("accepted")
    guest = office.row("matches", match)["volunteer_id"]
    office.set(office.row("volunteers", guest), "hub", ELSEWHERE)
    cw.done(office.coordinator, match, TODAY, seen="accepted")
    office.clock.pass_(days=20)
    assert cw.see(office.coordinator, VolunteerRow, guest)["name"]
    assert cw.unused_volunteers(office.coordinator, office.clock()) == []
    assert cw.unused_volunteers(office.neighbour, office.clock()) == [guest]


def test_each_line_says_whom_it_is_about_and_why(office: Office) -> None:
    approved, agreed = office.make_match("approved", name="Ada Asks"), office.make_match("accepted", name="Bea Asks")
    for match, name in ((approved, "Vera One"), (agreed, "Vera Two")):
        office.set(office.row("volunteers", office.row("matches", match)["volunteer_id"]), "name", name)
    flagged = office.make_request(name="Cy Asks", flags=["postcode_missing"])
    cw.triage(office.director, flagged, seen="new")
    cw.log_contact(office.director, flagged, direction="in", words="Ring her sister", status="open")
    said = {item.title for item in cw.today(office.coordinator, office.clock())}
    assert "Ring Vera One: Dog walking" in said
    assert "Tell Bea Asks that Vera Two comes: Dog walking" in said
    assert "Look at this request: No postcode (Cy Asks)" in said
    assert "Cy Asks: Ring her sister" in said
