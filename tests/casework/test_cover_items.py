"""A volunteer leaves, is ill or rests: whom they helped comes back first, with cover proposed."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Arrival
from community.tables.canonical import instant
from tests.casework.office import ELSEWHERE, TODAY, Office
from tests.casework.test_worklist import kinds


def proposed(office: Office) -> set[tuple[str, str]]:
    return {(m["need_id"], m["volunteer_id"]) for m in office.book.rows("matches", lambda c: [c.status == "proposed"])}


def fall_ill(office: Office, volunteer: str, days: float = 7) -> None:
    cw.hold(office.coordinator, "volunteers", volunteer, office.clock.now + timedelta(days=days), seen="ready")


def helped(office: Office, **told: object) -> tuple[str, str, str]:
    """A need that somebody helps with: need, match and volunteer."""
    match = office.make_match("active", **told)
    row = office.row("matches", match)
    return row["need_id"], match, row["volunteer_id"]


def test_who_is_ill_keeps_their_person_and_somebody_covers_for_them(office: Office) -> None:
    need, match, ill = helped(office, task_type="phone_call")
    other = office.make_volunteer()
    assert office.propose().new == 0
    fall_ill(office, ill)
    office.propose()
    assert proposed(office) == {(need, other)}
    cover = office.book.rows("matches", lambda c: [c.status == "proposed"])[0]["id"]
    cw.approve(office.coordinator, cover)
    assert (office.status(match), office.status(cover)) == ("active", "approved")
    assert office.propose().new == 0


def test_who_rests_is_covered_for_too(office: Office) -> None:
    need, match, tired = helped(office)
    other = office.make_volunteer()
    cw.move_volunteer(office.coordinator, tired, "paused", seen="ready")
    office.propose()
    assert proposed(office) == {(need, other)}
    assert office.status(match) == "active"


def test_nobody_covers_for_a_promise_that_was_not_made(office: Office) -> None:
    """Approved, and not rung yet: the person who rings hears that they are away."""
    match = office.make_match("approved")
    office.make_volunteer()
    fall_ill(office, office.row("matches", match)["volunteer_id"])
    assert office.propose().new == 0


def test_who_leaves_comes_back_first_on_today(office: Office) -> None:
    old = office.make_need()
    need, _, gone = helped(office)
    office.make_request(urgency="two_days")
    cw.move_volunteer(office.coordinator, gone, "left", seen="ready")
    first, *_ = cw.today(office.coordinator, office.clock())
    assert (first.id, first.kind) == (need, "promised")
    assert first.title == "Was promised: Dog walking, nobody is proposed yet"
    assert kinds(office.coordinator)[old] == "unmatched"
    name = office.row("volunteers", office.make_volunteer(how_many=3))["name"]
    office.propose()
    first, *_ = cw.today(office.coordinator, office.clock())
    assert first.title == f"Was promised: Dog walking, {name} is proposed"


def test_a_resident_who_was_promised_help_comes_before_others_who_asked_as_urgently(office: Office) -> None:
    need, _, gone = helped(office, urgency="this_week")
    office.make_need(urgency="this_week")
    cw.move_volunteer(office.coordinator, gone, "left", seen="ready")
    only = office.make_volunteer(easting=380_000.0)
    assert office.propose().new == 1
    assert proposed(office) == {(need, only)}


def test_what_is_more_urgent_still_comes_before_what_was_promised(office: Office) -> None:
    _, _, gone = helped(office, urgency="whenever")
    today = office.make_need(urgency="today")
    cw.move_volunteer(office.coordinator, gone, "left", seen="ready")
    only = office.make_volunteer()
    office.propose()
    assert proposed(office) == {(today, only)}


def test_what_was_called_off_before_anybody_said_yes_was_not_promised(office: Office) -> None:
    match = office.make_match("approved")
    cw.cancel(office.coordinator, match, seen="approved")
    assert kinds(office.coordinator) == {office.row("matches", match)["need_id"]: "unmatched"}


def test_a_yes_that_came_too_late_to_count_promised_nothing(office: Office) -> None:
    """Written on another machine, where the match had not been approved yet: it is kept, and changed nothing."""
    match = office.make_match("approved")
    came = instant(office.clock())
    office.book.arrive([Arrival("Z-1", came, "far", "far-1", "matches", match, "status", "proposed", "accepted")])
    cw.cancel(office.coordinator, match, seen="approved")
    assert kinds(office.coordinator)[office.row("matches", match)["need_id"]] == "unmatched"


def test_a_weekly_call_whose_caller_stops_was_promised(office: Office) -> None:
    need, match, _ = helped(office, task_type="phone_call")
    cw.done(office.coordinator, match, TODAY, 20, seen="active")
    cw.end_match(office.coordinator, match, seen="active")
    assert kinds(office.coordinator)[need] == "promised"
    cw.close_need(office.coordinator, need, "done")
    assert need not in kinds(office.coordinator)


def test_once_somebody_covers_it_is_an_ordinary_call_to_make(office: Office) -> None:
    need, _, ill = helped(office)
    fall_ill(office, ill)
    other = office.make_volunteer()
    assert kinds(office.coordinator)[need] == "promised"
    cover = cw.choose(office.coordinator, need, other).ids[0]
    lines = kinds(office.coordinator)
    assert lines.pop(cover) == "not_rung"
    assert list(lines.values()) == ["tell_them"], "the resident does not know yet that somebody is ill"


def test_when_the_volunteer_is_back_a_person_chooses_who_goes_on(office: Office) -> None:
    need, match, ill = helped(office, task_type="phone_call")
    fall_ill(office, ill, days=2)
    cover = cw.choose(office.coordinator, need, office.make_volunteer()).ids[0]
    cw.rang(office.coordinator, cover, "yes", seen="approved")
    office.clock.pass_(days=3)
    assert kinds(office.coordinator)[need] == "cover_over"
    cw.end_match(office.coordinator, cover, seen="accepted")
    assert need not in kinds(office.coordinator)
    assert office.status(match) == "active"


def test_a_volunteer_who_is_back_before_anybody_covers_simply_goes_on(office: Office) -> None:
    need, match, ill = helped(office)
    fall_ill(office, ill, days=2)
    office.make_volunteer()
    assert office.propose().new == 1
    office.clock.pass_(days=3)
    done = office.propose()
    assert (done.new, done.superseded) == (0, 1)
    assert (office.status(match), need in kinds(office.coordinator)) == ("active", False)


def test_a_second_volunteer_has_no_place_while_the_cover_has_it(office: Office) -> None:
    need, _, ill = helped(office)
    fall_ill(office, ill)
    cw.choose(office.coordinator, need, office.make_volunteer())
    with pytest.raises(cw.NotNow, match="taken already"):
        cw.choose(office.coordinator, need, office.make_volunteer())


def test_the_coordinator_of_another_hub_hears_nothing_of_it(office: Office) -> None:
    _, _, gone = helped(office)
    cw.move_volunteer(office.coordinator, gone, "left", seen="ready")
    assert kinds(office.neighbour) == {}


def test_one_person_on_whom_much_rests_is_pointed_out_and_never_stopped(office: Office) -> None:
    many = office.make_volunteer(how_many=10)
    for number in range(4):
        assert "carries_many" not in kinds(office.coordinator).values()
        match = cw.choose(office.coordinator, office.make_need(), many).ids[0]
        cw.rang(office.coordinator, match, "yes", seen="approved")
        assert number < 3 or kinds(office.coordinator)[many] == "carries_many"
    (item,) = [i for i in cw.today(office.coordinator, office.clock()) if i.kind == "carries_many"]
    assert (item.count, item.title) == (1, "4 residents rely on one person")
    assert "carries_many" not in kinds(office.neighbour).values()
    cw.choose(office.coordinator, office.make_need(), many)


def test_many_visits_to_one_resident_are_not_many_residents(office: Office) -> None:
    many = office.make_volunteer(how_many=10, hub=ELSEWHERE)
    first = office.make_need()
    resident = office.row("needs", first)["resident_id"]
    for need in [first, *(office.make_need(resident=resident) for _ in range(4))]:
        match = cw.choose(office.director, need, many).ids[0]
        cw.rang(office.director, match, "yes", seen="approved")
    assert "carries_many" not in kinds(office.director).values()
