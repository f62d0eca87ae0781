"""Nobody goes alone on a first visit, where a kind of help asks for two."""

from datetime import timedelta

import pytest

import community.casework as cw
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
    cw.end(by_two.director, matches[1], seen="active")
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
