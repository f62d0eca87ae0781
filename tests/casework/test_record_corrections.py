import pytest

import community.casework as cw
from community.book import Stale
from tests.casework.office import ELSEWHERE, HUB, TODAY, Office


def test_puts_right_what_was_told_wrongly(office: Office) -> None:
    request = office.make_request(address="1 High Stret")
    cw.correct(office.handler, "help_requests", request, "address", seen="1 High Stret", now="1 High Street")
    assert office.row("help_requests", request)["address"] == "1 High Street"
    with pytest.raises(Stale) as refused:
        cw.correct(office.coordinator, "help_requests", request, "address", seen="1 High Stret", now="1 The Street")
    assert "High" not in str(refused.value)


def test_a_postcode_put_right_moves_the_place_the_hub_and_the_open_needs(office: Office) -> None:
    made = cw.triage(office.handler, office.make_request(postcode="BA1 5AW", tasks=["phone_call"]), seen="new")
    cw.correct(office.handler, "residents", made.resident_id, "postcode", seen="BA1 5AW", now="BS31 1AB")
    resident, need = office.row("residents", made.resident_id), office.row("needs", made.need_ids[0])
    assert (resident["sector"], resident["hub"]) == ("BS31 1", ELSEWHERE)
    assert [need[n] for n in ("hub", "easting", "sector")] == [resident[n] for n in ("hub", "easting", "sector")]


def test_the_flags_about_an_old_postcode_go_and_others_stay(office: Office) -> None:
    request = office.make_request(postcode="nowhere", hub=None, flags=["postcode_odd", "too_fast"])
    cw.correct(office.handler, "help_requests", request, "postcode", seen="nowhere", now="BA1 5AW")
    row = office.row("help_requests", request)
    assert (row["flags"], row["hub"]) == ("too_fast", "bath_north")


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ("help_requests", "status"),
        ("help_requests", "hub"),
        ("help_requests", "resident_id"),
        ("volunteers", "consent"),
        ("volunteers", "status"),
        ("volunteers", "nothing"),
        ("matches", "status"),
        ("checks", "volunteer_id"),
        ("checks", "seen_by"),
        ("nothing", "at all"),
    ],
)
def test_what_is_decided_is_not_changed_by_the_back_door(office: Office, table: str, field: str) -> None:
    assert not cw.may_correct(office.director, table, field)
    with pytest.raises(cw.NotAllowed):
        cw.correct(office.director, table, "V-0000-0000-0", field, seen=None, now="ready")


def test_nobody_changes_what_they_may_not_see(office: Office) -> None:
    volunteer = office.make_volunteer()
    with pytest.raises(cw.NotAllowed):
        cw.correct(office.handler, "volunteers", volunteer, "notes", seen=None, now="x")
    cw.correct(office.coordinator, "volunteers", volunteer, "notes", seen=None, now="Rings back after six")


def test_words_for_volunteers_and_times_of_a_need_are_put_right(office: Office) -> None:
    need = office.make_need()
    cw.correct(office.coordinator, "needs", need, "details", seen=None, now="A small, old dog")
    cw.correct(office.coordinator, "needs", need, "urgency", seen="this_week", now="today")
    with pytest.raises(cw.NotNow):
        cw.correct(office.coordinator, "needs", need, "urgency", seen="today", now="yesterday")
    assert office.row("needs", need)["urgency"] == "today"


def test_a_need_never_wants_fewer_than_help_already(office: Office) -> None:
    need = office.make_need(people=2)
    for _ in range(2):
        cw.choose(office.coordinator, need, office.make_volunteer())
    for people in (1, 0, 21):
        with pytest.raises(cw.NotNow):
            cw.correct(office.coordinator, "needs", need, "people", seen=2, now=people)
    cw.close_need(office.coordinator, need, "unable")
    with pytest.raises(cw.NotNow):
        cw.correct(office.coordinator, "needs", need, "people", seen=2, now=3)


def test_flags_are_taken_off_one_by_one(office: Office) -> None:
    volunteer = office.make_volunteer(flags=["no_guardian_consent", "under_18"])
    cw.clear_flag(office.coordinator, "volunteers", volunteer, "under_18")
    assert office.row("volunteers", volunteer)["flags"] == "no_guardian_consent"
    with pytest.raises(cw.NotNow):
        cw.clear_flag(office.coordinator, "needs", office.make_need(), "too_fast")


def test_history_tells_who_did_what_and_what_was_taken_back(office: Office) -> None:
    match = office.make_match()
    done = cw.approve(office.coordinator, match)
    back = cw.undo(office.coordinator, done.id, "wrong button")
    cw.undo(office.coordinator, back.id)
    cw.rang(office.handler, match, "no_answer", seen="approved")
    told = cw.history(office.coordinator, match)
    assert [(e.by, e.verb, e.undone) for e in told] == [
        ("Hal Handler", "contact", False),
        ("Cora Coordinator", "undo", False),
        ("Cora Coordinator", "undo", True),
        ("Cora Coordinator", "approve", False),
        ("matching", "came_in", False),
    ]
    assert told[3].words == ("Status: approved (before: proposed)",)
    assert told[2].reason == "wrong button"
    assert told[0].words == ("Call from us: no answer",)


def test_history_shows_a_role_no_more_than_its_columns(office: Office) -> None:
    volunteer = office.make_volunteer(about="Canary")
    cw.correct(office.director, "volunteers", volunteer, "notes", seen=None, now="Canary")
    cw.correct(office.director, "volunteers", volunteer, "about", seen="Canary", now="Canary two")
    resident = office.row("needs", office.make_need())["resident_id"]
    cw.correct(office.director, "volunteers", volunteer, "avoids", seen=None, now=[resident])
    cw.log_contact(office.director, volunteer, words="Canary")
    assert resident not in str(cw.history(office.handler, volunteer))
    assert resident in str(cw.history(office.coordinator, volunteer))
    assert "Canary" not in str(cw.history(office.handler, volunteer))
    assert "Canary" in str(cw.history(office.coordinator, volunteer))


def test_history_of_a_visit_day(office: Office) -> None:
    match = office.make_match("active")
    done = cw.done(office.handler, match, TODAY, seen="active")
    cw.undo(office.handler, done.id)
    assert [e.undone for e in cw.history(office.director, match) if e.verb == "done"] == [True]


def test_a_new_postcode_moves_every_open_need_of_the_resident_whichever_hub_it_was_given_to(office: Office) -> None:
    mine = office.row("needs", office.make_need(telephone="01632 960999"))
    theirs = office.make_need(hub=ELSEWHERE, resident=mine["resident_id"])
    one = mine["resident_id"]
    cw.correct(office.coordinator, "residents", one, "postcode", seen=None, now="BA1 5AW")
    place = ("hub", "easting", "northing", "sector")
    moved, there = office.row("needs", mine["id"]), office.row("needs", theirs)
    assert [there[name] for name in place] == [moved[name] for name in place]
    assert there["hub"] == HUB
    assert moved["easting"] != mine["easting"]
    with pytest.raises(cw.NotAllowed):
        cw.correct(office.neighbour, "residents", one, "postcode", seen="BA1 5AW", now="BS31 1AA")


def test_another_kind_of_help_takes_back_what_was_proposed_and_waits_for_nobody_who_agreed(office: Office) -> None:
    match = office.make_match("proposed")
    need = office.row("matches", match)["need_id"]
    cw.correct(office.coordinator, "needs", need, "min_dbs", seen=None, now="enhanced")
    action = cw.correct(office.coordinator, "needs", need, "task_type", seen="dog_walk", now="phone_call")
    row = office.row("needs", need)
    assert (row["task_type"], row["min_dbs"], office.status(match)) == ("phone_call", None, "superseded")
    cw.undo(office.coordinator, action.id)
    row = office.row("needs", need)
    assert (row["task_type"], row["min_dbs"], office.status(match)) == ("dog_walk", "enhanced", "proposed")
    cw.approve(office.director, match)
    with pytest.raises(cw.NotNow):
        cw.correct(office.director, "needs", need, "task_type", seen="dog_walk", now="phone_call")
    with pytest.raises(cw.NotNow):
        cw.correct(office.director, "needs", need, "task_type", seen="dog_walk", now="nothing_we_know")


def test_the_kind_that_was_put_right_can_be_asked_for_as_well(office: Office) -> None:
    made = cw.triage(office.director, office.make_request(tasks=["dog_walk"]), seen="new")
    need = made.need_ids[0]
    cw.correct(office.director, "needs", need, "task_type", seen="dog_walk", now="phone_call")
    request = office.row("needs", need)["request_id"]
    again = cw.triage(office.director, request, seen="triaged", needs=[cw.NeedAsked("dog_walk")])
    assert again.need_ids != made.need_ids
    assert office.row("needs", again.need_ids[0])["task_type"] == "dog_walk"


def test_a_check_and_an_induction_are_put_right_as_they_may_be(office: Office) -> None:
    one = office.make_volunteer()
    check = next(row["id"] for row in office.book.rows("checks") if row["volunteer_id"] == one)
    cw.correct(office.coordinator, "checks", check, "level", seen="enhanced_barred", now="basic")
    with pytest.raises(cw.NotNow):
        cw.correct(office.coordinator, "checks", check, "level", seen="basic", now=None)
    with pytest.raises(cw.NotNow):
        cw.correct(office.coordinator, "checks", check, "seen_on", seen="2026-06-01", now="2027-06-01")
    with pytest.raises(cw.NotAllowed):
        cw.correct(office.handler, "checks", check, "level", seen="basic", now="standard")
    with pytest.raises(cw.NotFound):
        cw.correct(office.neighbour, "checks", check, "level", seen="basic", now="standard")
    with pytest.raises(cw.NotNow):
        cw.correct(office.coordinator, "volunteers", one, "inducted_on", seen="2026-06-01", now=None)
    cw.correct(office.coordinator, "volunteers", one, "inducted_on", seen="2026-06-01", now="2026-05-01")
    assert office.row("volunteers", one)["inducted_on"] == "2026-05-01"
