"""Who sees how far ahead."""

import threading
from datetime import timedelta

import pytest

import community.casework as cw
from community.casework.board_cache import remembered
from community.forecast import Outlook, WeeklyCounts, look_ahead
from tests.casework.office import ELSEWHERE, HUB, Office


def test_each_role_sees_as_far_ahead_as_their_hub_reaches(office: Office) -> None:
    for weeks in range(16):
        for number in range(2 + weeks % 3):
            asked_at = office.clock.now - timedelta(weeks=weeks, days=number, hours=1)
            told = {"task_type": "dog_walk", "asked_at": asked_at, "status": "closed"}
            office.book.append("needs", told | {"hub": HUB, "closed_reason": "done"}, by="test")
            office.book.append("needs", told | {"hub": ELSEWHERE, "closed_reason": "duplicate"}, by="test")
    found = {(each.area, each.task_type): each for each in cw.demand_ahead(office.director)}
    assert set(found) == {(None, None), (HUB, None), (HUB, "dog_walk"), (None, "dog_walk")}
    assert len(found[HUB, None].history) == 15
    assert found[HUB, None].judged is not None
    assert {each.area for each in cw.demand_ahead(office.coordinator)} == {HUB}
    assert cw.demand_ahead(office.neighbour) == []
    with pytest.raises(cw.NotAllowed):
        cw.demand_ahead(office.handler)


def test_looking_ahead_is_worked_out_in_the_background_once_for_all_who_ask(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, times = threading.Event(), list[bool]()

    def slow(counts: dict[tuple[str | None, str | None], WeeklyCounts]) -> list[Outlook]:
        times.append(goes_on.wait(60))
        return look_ahead(counts)

    monkeypatch.setattr("community.casework.demand_forecast.look_ahead", slow)
    assert [cw.ahead_made_within(office.director, 0) for _ in range(3)] == [False] * 3
    goes_on.set()
    assert cw.ahead_made_within(office.coordinator, 60)
    assert cw.demand_ahead(office.director) == []
    assert times == [True]


def _much_was_asked(office: Office) -> None:
    told = {"task_type": "dog_walk", "status": "closed", "hub": HUB, "closed_reason": "done"}
    for day in range(200):
        asked_at = office.clock.now - timedelta(days=day, hours=1)
        office.book.append("needs", told | {"asked_at": asked_at}, by="test")


def test_looking_ahead_is_there_also_where_others_write_all_the_while(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(counts: dict[tuple[str | None, str | None], WeeklyCounts]) -> list[Outlook]:
        office.make_need("dog_walk")
        return look_ahead(counts)

    _much_was_asked(office)
    monkeypatch.setattr("community.casework.demand_forecast.look_ahead", slow)
    assert cw.ahead_made_within(office.director, 60)
    assert cw.demand_ahead(office.director)
    office.clock.now += timedelta(minutes=16)
    assert not cw.ahead_made_within(office.director, 0)


def test_a_list_that_is_brought_in_is_looked_back_on_at_once(office: Office) -> None:
    assert cw.demand_ahead(office.director) == []
    _much_was_asked(office)
    assert cw.ahead_made_within(office.director, 60)
    assert cw.demand_ahead(office.director)


def test_what_goes_wrong_in_the_background_is_told_to_whoever_asks_next(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("community.casework.demand_forecast.look_ahead", broken)
        assert not cw.ahead_made_within(office.director, 60)
        with pytest.raises(ZeroDivisionError):
            cw.ahead_made_within(office.director, 60)
    assert cw.ahead_made_within(office.director, 60)


def test_what_is_worked_out_once_for_all_is_worked_out_anew_with_other_settings(office: Office) -> None:
    times = iter(range(9))
    assert [remembered(office.director, "test", lambda: next(times)) for _ in range(2)] == [0, 0]
    office.settings = office.settings.model_copy(update={"demo": not office.settings.demo})
    assert remembered(office.desk(office.director.user), "test", lambda: next(times)) == 1
