"""Nobody goes alone on a first visit, where a kind of help asks for two."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.tables.message_codes import ResidentAnswer
from community.tables.statuses import VolunteerStatus
from tests.casework.asking import ask, switch_on
from tests.casework.coming import arrive, of_kind, tell
from tests.casework.office import TODAY, Office

WAITS = "Nobody goes before a second volunteer has agreed."


@pytest.fixture
def by_two(office: Office) -> Office:
    types = office.settings.task_types
    walk = types["dog_walk"].model_copy(update={"first_visit_by_two": True})
    changed = office.settings.model_copy(update={"task_types": {**types, "dog_walk": walk}})
    return type(office)(office.book, changed, office.places, office.clock)


def _proposed(office: Office, need: str) -> dict[str, str]:
    office.propose()
    rows = office.book.rows("matches", lambda c: [c.need_id == need, c.status == "proposed"])
    return {str(m["volunteer_id"]): str(m["id"]) for m in rows}


def _has_visited(office: Office, resident: str, kind: str = "shopping") -> str:
    """A volunteer who has done the shopping for this resident."""
    match = office.make_match("active", task_type=kind, resident=resident)
    cw.done(office.director, match, TODAY, seen="active")
    volunteer = str(office.row("matches", match)["volunteer_id"])
    office.set(office.row("volunteers", volunteer), "how_many", 3)
    return volunteer


def test_two_are_wanted_even_where_nobody_said_so(by_two: Office) -> None:
    assert by_two.row("needs", by_two.make_need(people=1))["people"] == 2
    assert by_two.row("needs", by_two.make_need("shopping"))["people"] == 1


def test_two_strangers_are_proposed_where_nobody_has_visited(by_two: Office) -> None:
    need = by_two.make_need()
    strangers = {by_two.make_volunteer(), by_two.make_volunteer()}
    assert set(_proposed(by_two, need)) == strangers


def test_somebody_who_has_visited_is_proposed_first_and_then_one_more(by_two: Office) -> None:
    need = by_two.make_need()
    strangers = {by_two.make_volunteer(tasks=["dog_walk"]) for _ in range(2)}
    known = _has_visited(by_two, "new")
    by_two.set(by_two.row("needs", need), "resident_id", by_two.book.rows("visits")[0]["resident_id"])
    found = _proposed(by_two, need)
    assert set(found) == {known}
    cw.approve(by_two.director, found[known])
    second = _proposed(by_two, need)
    assert len(second) == 1
    assert set(second) <= strangers
    cw.approve(by_two.director, next(iter(second.values())))


def test_somebody_who_has_visited_and_said_no_keeps_nobody_waiting(by_two: Office) -> None:
    need = by_two.make_need()
    stranger = by_two.make_volunteer(tasks=["dog_walk"])
    known = _has_visited(by_two, "new")
    by_two.set(by_two.row("needs", need), "resident_id", by_two.book.rows("visits")[0]["resident_id"])
    cw.decline(by_two.director, _proposed(by_two, need)[known])
    assert set(_proposed(by_two, need)) == {stranger}
    assert cw.why_not_any(by_two.director, need, [stranger], again=True)[stranger] is None
    cw.choose(by_two.director, need, stranger)


def test_nobody_is_told_who_comes_before_a_second_has_agreed(by_two: Office) -> None:
    need = by_two.make_need()
    by_two.make_volunteer()
    by_two.make_volunteer()
    first, second = _proposed(by_two, need).values()
    cw.approve(by_two.coordinator, first)
    assert WAITS in cw.what_two_means(by_two.coordinator, need)[0]
    cw.rang(by_two.coordinator, first, "yes", seen="approved")
    with pytest.raises(cw.NotNow, match=WAITS):
        cw.resident_told(by_two.coordinator, first)
    with pytest.raises(cw.NotNow, match=WAITS):
        cw.tell_resident(by_two.coordinator, first, "email")
    with pytest.raises(cw.NotNow, match="Tell the resident first"):
        cw.release(by_two.coordinator, first, seen="accepted")
    cw.approve(by_two.coordinator, second)
    cw.rang(by_two.coordinator, second, "yes", seen="approved")
    assert WAITS not in cw.what_two_means(by_two.coordinator, need)[0]
    for match in (first, second):
        cw.resident_told(by_two.coordinator, match)
        cw.release(by_two.coordinator, match, seen="active")


def test_a_need_is_not_put_down_to_one_before_the_first_visit(by_two: Office) -> None:
    need = by_two.make_need(recurs="weekly")
    with pytest.raises(cw.NotNow, match="Nobody goes alone"):
        cw.correct(by_two.director, "needs", need, "people", seen=2, now=1)
    by_two.make_volunteer()
    by_two.make_volunteer()
    matches = list(_proposed(by_two, need).values())
    for match in matches:
        cw.approve(by_two.director, match)
        cw.rang(by_two.director, match, "yes", seen="approved")
    for match in matches:
        cw.resident_told(by_two.director, match)
    by_two.clock.pass_(days=1)
    cw.done(by_two.director, matches[0], TODAY + timedelta(days=1), seen="active")
    cw.end_match(by_two.director, matches[1], seen="active")
    cw.correct(by_two.director, "needs", need, "people", seen=2, now=1)
    assert cw.what_two_means(by_two.director, need) == ()


def test_a_need_from_before_the_rule_is_not_given_to_one_stranger(office: Office, by_two: Office) -> None:
    need = office.make_need()
    with pytest.raises(cw.NotNow, match="to two first"):
        cw.choose(by_two.director, need, by_two.make_volunteer())


def _yes(office: Office, match: str) -> None:
    cw.approve(office.director, match)
    cw.rang(office.director, match, "yes", seen="approved")


def test_after_the_first_visit_nobody_has_to_come_first(by_two: Office) -> None:
    """Those who went there are called off: another may come, though somebody else has visited the resident."""
    need = by_two.make_need(recurs="weekly")
    for _ in range(2):
        by_two.make_volunteer(tasks=["dog_walk"])
    matches = list(_proposed(by_two, need).values())
    for match in matches:
        _yes(by_two, match)
    for match in matches:
        cw.resident_told(by_two.director, match)
    by_two.clock.pass_(days=1)
    cw.done(by_two.director, matches[0], TODAY + timedelta(days=1), seen="active")
    for match in matches:
        cw.cancel(by_two.director, match, seen="active")
    _has_visited(by_two, by_two.row("needs", need)["resident_id"])
    stranger = by_two.make_volunteer(tasks=["dog_walk"])
    assert cw.what_two_means(by_two.director, need) == ()
    assert cw.why_not_any(by_two.director, need, [stranger]) == {stranger: None}
    assert len(_proposed(by_two, need)) == 2


def test_one_who_has_visited_and_agreed_comes_first_though_they_rest(by_two: Office) -> None:
    """What a person is told of a stranger is what the matching reckons with."""
    need = by_two.make_need(recurs="weekly")
    resident = by_two.row("needs", need)["resident_id"]
    known = _has_visited(by_two, resident)
    _yes(by_two, _proposed(by_two, need)[known])
    _has_visited(by_two, resident)
    stranger = by_two.make_volunteer(tasks=["dog_walk"])
    by_two.set(by_two.row("volunteers", known), "hold_until", "2026-12-24T10:00:00.000Z")
    assert stranger in _proposed(by_two, need)
    assert cw.why_not_any(by_two.director, need, [stranger]) == {stranger: None}


SOON = TODAY + timedelta(days=3)


@pytest.fixture
def on_their_way(by_two: Office) -> tuple[Office, list[str], list[str], list[str]]:
    """Two who go on a first visit: their matches, the resident's messages, and their own links; all were read."""
    office = switch_on(by_two)
    need = office.make_need()
    for number in (1, 2):
        office.make_volunteer(telephone=f"07700 90020{number}", email=f"v{number}@example.org")
    matches = list(_proposed(office, need).values())
    resident = office.row("residents", office.row("needs", need)["resident_id"])
    office.set(resident, "telephone", "07700 900456")
    for match in matches:
        cw.approve(office.coordinator, match)
        asked = ask(office, match)
        arrive(office, asked)
        cw.answer_offer(office.director, asked, "yes")
    messages = [tell(office, match, on=SOON) for match in matches]
    for message in messages:
        arrive(office, message)
    office.clock.pass_(hours=20)
    links = [of_kind(office, match, "resident_knows")[0].id for match in matches]
    for link in links:
        arrive(office, link)
    return office, matches, messages, links


def _drops_out(office: Office, match: str, message: str, link: str, how: str) -> None:
    volunteer = office.row("matches", match)["volunteer_id"]
    if how == "link":
        cw.cannot_come(office.director, link)
    elif how == "resident":
        cw.answer_who_comes(office.director, message, ResidentAnswer.SOMEBODY_ELSE)
    elif how == "desk":
        cw.cancel(office.coordinator, match, seen="active")
    elif how == "pause":
        cw.pause_until(office.director, link, TODAY + timedelta(days=30))
    elif how == "left":
        cw.move_volunteer(office.director, volunteer, VolunteerStatus.LEFT, seen="ready")


@pytest.mark.parametrize("how", ["link", "resident", "desk", "pause", "left"])
def test_whoever_is_left_of_two_is_asked_to_wait_and_sees_no_door(
    on_their_way: tuple[Office, list[str], list[str], list[str]], how: str
) -> None:
    office, matches, messages, links = on_their_way
    other = office.row("matches", matches[1])["volunteer_id"]
    assert cw.prove_who(office.director, links[1], office.row("volunteers", other)["telephone"])
    assert cw.read_details(office.director, links[1])
    _drops_out(office, matches[0], messages[0], links[0], how)
    seen = cw.see_visit(office.director, links[1])
    assert (seen.state, seen.alone) == ("not_yet", True)
    with pytest.raises(cw.NotNow, match=WAITS):
        cw.read_details(office.director, links[1])
    lines = [i for i in cw.today(office.director, office.clock()) if "not to go alone" in i.title]
    assert [(line.urgency, line.who) for line in lines] == [("today", {other})]
    assert cw.report_visit(office.director, links[1], "not_in", cw.Visit(office.today)), "they had set out already"


def _asked_to_wait(office: Office) -> list[str]:
    return [i.title for i in cw.today(office.director, office.clock()) if "not to go alone" in i.title]


def test_once_somebody_else_agrees_the_one_who_waits_may_go(
    on_their_way: tuple[Office, list[str], list[str], list[str]],
) -> None:
    office, matches, _, links = on_their_way
    cw.cannot_come(office.director, links[0])
    chosen = cw.choose(office.coordinator, office.row("matches", matches[0])["need_id"], office.make_volunteer())
    (third,) = [one for one in chosen.ids if one.startswith("M-")]
    assert _asked_to_wait(office)
    yes = cw.rang(office.coordinator, third, "yes", seen="approved")
    assert cw.see_visit(office.director, links[1]).state == "prove"
    assert not _asked_to_wait(office)
    cw.undo(office.coordinator, yes.id)
    assert _asked_to_wait(office)


def test_after_the_first_visit_one_may_go_alone(
    on_their_way: tuple[Office, list[str], list[str], list[str]],
) -> None:
    office, _, _, links = on_their_way
    again = office.today + timedelta(days=7)
    cw.report_visit(office.director, links[1], "done", cw.Visit(office.today, again=again))
    office.clock.pass_(minutes=1)
    cw.cannot_come(office.director, links[0])
    assert not cw.see_visit(office.director, links[1]).alone
    assert not _asked_to_wait(office)


@pytest.mark.parametrize("who", ["resident", "volunteer"])
def test_a_day_that_is_off_for_one_of_two_is_off_for_both(
    on_their_way: tuple[Office, list[str], list[str], list[str]], who: str
) -> None:
    office, matches, messages, links = on_their_way
    if who == "resident":
        cw.answer_who_comes(office.director, messages[0], ResidentAnswer.NOT_THEN, SOON)
    else:
        assert cw.cannot_come_then(office.director, links[0], SOON)
    assert [office.row("matches", match)["first_on"] for match in matches] == [None, None]
    (off,) = of_kind(office, matches[1], "visit_off")
    assert off.to_whom == office.row("matches", matches[1])["volunteer_id"]
    told = [len(of_kind(office, match, "not_this_day")) for match in matches]
    assert told == ([0, 0] if who == "resident" else [1, 0]), "the resident hears of the day once"


def test_both_hear_by_a_message_that_no_help_is_wanted_any_more(
    on_their_way: tuple[Office, list[str], list[str], list[str]],
) -> None:
    office, matches, messages, _ = on_their_way
    cw.answer_who_comes(office.director, messages[0], ResidentAnswer.NOT_NEEDED)
    assert [len(of_kind(office, match, "called_off")) for match in matches] == [1, 1]


def test_nobody_is_asked_to_wait_any_more_once_the_other_is_back(
    on_their_way: tuple[Office, list[str], list[str], list[str]],
) -> None:
    office, matches, _, links = on_their_way
    volunteer = office.row("matches", matches[0])["volunteer_id"]
    cw.move_volunteer(office.director, volunteer, VolunteerStatus.PAUSED, seen="ready")
    assert cw.see_visit(office.director, links[1]).alone
    assert _asked_to_wait(office)
    cw.move_volunteer(office.director, volunteer, VolunteerStatus.READY, seen="paused")
    assert not cw.see_visit(office.director, links[1]).alone
    assert not _asked_to_wait(office)


@pytest.mark.parametrize(("days", "alone"), [(2, False), (3, False), (4, True)])
def test_whoever_is_back_by_the_day_goes_along(
    on_their_way: tuple[Office, list[str], list[str], list[str]], days: int, alone: bool
) -> None:
    """And whoever stays away for longer than was said does not."""
    office, _, _, links = on_their_way
    for until in (2, days):
        cw.pause_until(office.director, links[0], TODAY + timedelta(days=until))
        office.clock.pass_(minutes=1)
    assert cw.see_visit(office.director, links[1]).alone is alone
    assert bool(_asked_to_wait(office)) is alone
