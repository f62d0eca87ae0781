from datetime import date, timedelta

import pytest

import community.casework as cw
from community.book import Stale
from tests.casework.office import TODAY, Office


def test_approves_a_proposal(office: Office) -> None:
    match = office.make_match()
    cw.look_at(office.coordinator, match)
    cw.approve(office.coordinator, match)
    assert office.status(match) == "approved"


def test_the_second_of_two_is_told_the_present_value(office: Office) -> None:
    match = office.make_match()
    cw.decline(office.director, match, "too far for him")
    with pytest.raises(Stale) as refused:
        cw.approve(office.coordinator, match)
    assert refused.value.now == "declined"
    assert office.status(match) == "declined"


def test_approving_one_withdraws_the_others_for_the_place(office: Office) -> None:
    need = office.make_need()
    first, second = (office.make_match(need=need) for _ in range(2))
    cw.approve(office.coordinator, first)
    assert office.status(second) == "superseded"


def test_a_need_for_two_keeps_one_more_proposal(office: Office) -> None:
    need = office.make_need(people=2)
    first, second, third = (office.make_match(need=need) for _ in range(3))
    cw.approve(office.coordinator, first)
    assert sorted([office.status(second), office.status(third)]) == ["proposed", "superseded"]


def test_approving_withdraws_what_the_volunteer_has_no_room_for(office: Office) -> None:
    match = office.make_match()
    volunteer = office.row("matches", match)["volunteer_id"]
    other = office.book.append(
        "matches", {"need_id": office.make_need(), "volunteer_id": volunteer, "status": "proposed"}, by="matching"
    ).id
    cw.approve(office.coordinator, match)
    assert office.status(other) == "superseded"


def test_never_matches_befriending_without_enhanced_dbs(office: Office) -> None:
    need = office.make_need("visit")
    volunteer = office.make_volunteer(dbs="basic")
    with pytest.raises(cw.NotNow) as refused:
        cw.choose(office.director, need, volunteer)
    assert str(refused.value) == "Their DBS check is basic; this needs enhanced."
    assert office.book.count("matches") == 0


def test_never_approves_once_the_check_has_run_out(office: Office) -> None:
    volunteer = office.make_volunteer(dbs=None)
    cw.add_check(
        office.director,
        volunteer,
        kind="dbs",
        level="basic",
        seen_on=date(2026, 6, 1),
        renew_on=date(2026, 11, 25),
    )
    office.make_need()
    office.propose()
    match = office.book.rows("matches")[0]["id"]
    office.clock.pass_(days=3)
    with pytest.raises(cw.NotNow, match="no DBS check"):
        cw.approve(office.director, match)


@pytest.mark.parametrize("over_18", ["no", None])
def test_nobody_who_may_be_under_18_is_ever_chosen_for_a_home(office: Office, over_18: str | None) -> None:
    need = office.make_need("small_job")
    volunteer = office.make_volunteer(over_18=over_18, guardian_consent="yes")
    with pytest.raises(cw.NotNow):
        cw.choose(office.director, need, volunteer)
    cw.choose(office.director, office.make_need("phone_call"), volunteer)


def test_nobody_at_risk_is_chosen_for_a_home(office: Office) -> None:
    volunteer = office.make_volunteer(takes_care="yes")
    with pytest.raises(cw.NotNow):
        cw.choose(office.director, office.make_need("visit"), volunteer)


def test_nobody_at_risk_goes_out_unless_they_said_so(office: Office) -> None:
    volunteer = office.make_volunteer(takes_care="yes", in_person=None)
    with pytest.raises(cw.NotNow, match="telephone only"):
        cw.choose(office.director, office.make_need("dog_walk"), volunteer)
    cw.choose(office.director, office.make_need("phone_call"), volunteer)


def test_chooses_another_in_place_of_the_proposed_one(office: Office) -> None:
    match = office.make_match()
    other = office.make_volunteer()
    (chosen,) = cw.choose_another(office.coordinator, match, other).ids
    assert (office.status(match), office.status(chosen)) == ("superseded", "approved")
    assert cw.why_matched(office.coordinator, chosen)[0] == "Under 100 m away by car"


def test_choosing_another_who_is_proposed_too_approves_that_proposal(office: Office) -> None:
    need = office.make_need()
    first, second = (office.make_match(need=need) for _ in range(2))
    cw.choose_another(office.coordinator, first, office.row("matches", second)["volunteer_id"])
    assert (office.status(first), office.status(second)) == ("superseded", "approved")
    assert office.book.count("matches") == 2


def test_nobody_is_chosen_beyond_their_week(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=2)
    for _ in range(2):
        cw.choose(office.coordinator, office.make_need(), volunteer)
    with pytest.raises(cw.NotNow, match="no room"):
        cw.choose(office.coordinator, office.make_need(), volunteer)


def test_no_need_gets_more_helpers_than_it_wants(office: Office) -> None:
    need = office.make_need()
    cw.choose(office.coordinator, need, office.make_volunteer())
    with pytest.raises(cw.NotNow, match="Every place"):
        cw.choose(office.coordinator, need, office.make_volunteer())


@pytest.mark.parametrize("status", ["applied", "checking", "paused", "left"])
def test_only_those_who_are_ready_are_chosen(office: Office, status: str) -> None:
    with pytest.raises(cw.NotNow, match="not ready"):
        cw.choose(office.coordinator, office.make_need(), office.make_volunteer(status=status))


def test_what_the_hub_s_own_people_do_has_no_volunteer(office: Office) -> None:
    with pytest.raises(cw.NotNow, match="own people"):
        cw.choose(office.coordinator, office.make_need("money_advice"), office.make_volunteer())


def test_who_said_no_is_not_proposed_again_but_a_person_may_choose_them(office: Office) -> None:
    match = office.make_match()
    row = office.row("matches", match)
    cw.decline(office.coordinator, match)
    assert office.propose().new == 0
    cw.choose(office.coordinator, row["need_id"], row["volunteer_id"])


def test_a_need_is_counted_as_where_its_furthest_match_is(office: Office) -> None:
    need = office.make_need()
    seen = []
    for status in ("", "proposed", "approved", "accepted", "active"):
        if status:
            office.make_match(status, need=need)
        seen.append(cw.need_stage(office.row("needs", need), office.book.rows("matches")))
        for match in office.book.rows("matches", lambda c: [c.status.in_(("proposed", "approved", "accepted"))]):
            office.set(match, "status", "superseded")
    assert seen == ["waiting", "proposed", "approved", "agreed", "under way"]


def test_a_wait_ends_within_a_year(office: Office) -> None:
    request = office.make_request()
    now = office.clock()
    cw.hold(office.handler, "help_requests", request, now + timedelta(days=3), seen="new")
    for until in (now - timedelta(days=1), now + timedelta(days=400)):
        with pytest.raises(cw.NotNow):
            cw.hold(office.handler, "help_requests", request, until, seen="new")
    cw.hold(office.handler, "help_requests", request, None, seen="new")
    assert office.row("help_requests", request)["hold_until"] is None


def test_one_volunteer_takes_one_place_of_a_need(office: Office) -> None:
    need, volunteer = office.make_need(people=2), office.make_volunteer(how_many=3)
    match = cw.choose(office.coordinator, need, volunteer).ids[0]
    with pytest.raises(cw.NotNow, match="already"):
        cw.choose(office.coordinator, need, volunteer)
    cw.rang(office.coordinator, match, "yes", seen="approved")
    cw.done(office.coordinator, match, TODAY, seen="accepted")
    with pytest.raises(cw.NotNow, match="already"):
        cw.choose(office.coordinator, need, volunteer)
    cw.choose(office.coordinator, need, office.make_volunteer())


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        ({"name": "Ann Example", "telephone": "+44 7700 900111"}, True),
        ({"name": "Mrs A Example", "telephone": None, "email": "ANN@example.org"}, True),
        ({"name": "Ann Example", "telephone": "07700 900112"}, False),
        ({"name": "Bob Sample", "telephone": "07700 900111"}, False),
    ],
)
def test_nobody_is_sent_to_their_own_door(office: Office, told: dict[str, str | None], refused: bool) -> None:
    """Whoever volunteers may ask for help as well; a namesake and a spouse are other people."""
    need = office.make_need(name="Ann Example", telephone="07700 900111")
    office.set(office.row("residents", office.row("needs", need)["resident_id"]), "email", "ann@example.org")
    office.make_volunteer(**told)
    office.propose()
    ((match),) = [row["id"] for row in office.book.rows("matches", lambda c: [c.need_id == need])]
    if refused:
        with pytest.raises(cw.NotNow, match="the very person who asks"):
            cw.approve(office.coordinator, match)
    else:
        cw.approve(office.coordinator, match)
