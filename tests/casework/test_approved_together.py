"""Proposals for two who know each other are approved together: all of them or none, and taken back together."""

import pytest

import community.casework as cw
from community.book import Stale
from tests.casework.office import Office


def known(office: Office, **need: object) -> str:
    """A proposal for two who know each other."""
    match = office.make_match(**need)
    office.make_known(match)
    return match


def found(office: Office, desk: cw.WorkContext | None = None) -> list[str]:
    return [pair.match_id for pair in cw.known_pairs(desk or office.director)]


def test_those_who_know_each_other_are_approved_and_taken_back_as_one(office: Office) -> None:
    first, second = known(office), known(office, urgency="today")
    stranger = office.make_match()
    assert found(office) == [second, first], "the most urgent first, and no stranger"
    done = cw.approve_together(office.coordinator, [first, second])
    assert [office.status(one) for one in (first, second, stranger)] == ["approved", "approved", "proposed"]
    assert found(office) == []
    cw.undo(office.coordinator, done.id)
    assert [office.status(one) for one in (first, second)] == ["proposed", "proposed"]


def test_none_is_approved_where_one_cannot_be(office: Office) -> None:
    first, second, stranger = known(office), known(office), office.make_match()
    with pytest.raises(cw.NotNow):
        cw.approve_together(office.director, [first, stranger])
    cw.decline(office.director, second)
    with pytest.raises(Stale):
        cw.approve_together(office.director, [first, second])
    with pytest.raises(cw.NotNow):
        cw.approve_together(office.director, [])
    assert office.status(first) == "proposed"


def test_no_volunteer_gets_more_than_their_week_holds(office: Office) -> None:
    first = known(office)
    volunteer = office.row("matches", first)["volunteer_id"]
    told = {"need_id": office.make_need(), "volunteer_id": volunteer, "status": "proposed", "cost": 20}
    second = office.book.append("matches", told, by="matching").id
    office.make_known(second)
    assert found(office) == [first, second]
    with pytest.raises(cw.NotNow, match="week"):
        cw.approve_together(office.director, [first, second])
    cw.approve_together(office.director, [first])
    assert office.status(second) == "superseded"


def test_only_those_within_sight_who_may_approve_see_any(office: Office) -> None:
    known(office)
    assert found(office, office.neighbour) == found(office, office.handler) == []


def test_what_is_put_aside_is_decided_one_by_one(office: Office) -> None:
    match = known(office)
    need = office.row("matches", match)["need_id"]
    cw.hold(office.director, "needs", need, office.clock.now + cw.policies.LATEST_DAY / 2, seen="open")
    assert found(office) == []
