"""Looking ahead: the weeks to come, how sure they are, of which lines nothing is said, and that nobody waits for it."""

from datetime import timedelta
from math import pi, sin

import pytest

from tests.casework.office import ELSEWHERE, HUB, Office
from tests.dashboard.conftest import OpenApp, checked, shown


def test_another_way_of_reckoning_is_named_beside_what_the_plain_mean_was_off_by(
    open_app: OpenApp, office: Office
) -> None:
    for weeks in range(110):
        for number in range(round(6 + 5 * sin(weeks * 2 * pi / 52))):
            asked_at = office.clock.now - timedelta(weeks=weeks, days=number % 5, hours=1)
            told = {"task_type": "dog_walk", "asked_at": asked_at, "status": "closed", "closed_reason": "done"}
            office.book.append("needs", told | {"hub": HUB}, by="test")
    said = shown(open_app("ahead"))
    row = said.split("By hub")[1].split("Bath North")[1]
    assert "as a year ago" in row
    assert "; the mean of eight weeks " in row


def test_the_weeks_ahead_are_shown_with_how_sure_they_are(open_app: OpenApp, office: Office) -> None:
    for weeks in range(18):
        for number in range(3 + weeks * 7 % 5):
            asked_at = office.clock.now - timedelta(weeks=weeks, days=number % 5, hours=1)
            told = {"task_type": "dog_walk", "asked_at": asked_at, "status": "closed", "closed_reason": "done"}
            office.book.append("needs", told | {"hub": HUB}, by="test")
    said = shown(open_app("ahead"))
    assert "By hub" in said
    assert "Bath North" in said
    assert "In four weeks" in said
    assert "mean of eight weeks" in said.split("Bath North")[1]
    assert "What is not said" not in said


def test_looking_ahead_keeps_nobody_waiting_and_is_drawn_once_it_is_there(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = iter([False, False, True])
    monkeypatch.setattr("community.casework.ahead_made_within", lambda *_: next(made))
    app = open_app("ahead")
    assert "Looking ahead reads the weeks so far anew" in shown(app)
    assert "No need has come in yet" not in shown(app)
    assert "No need has come in yet" in shown(checked(app.run()))


def test_of_how_many_lines_nothing_is_said_stands_below(open_app: OpenApp, office: Office) -> None:
    for weeks in range(20):
        asked_at = office.clock.now - timedelta(weeks=weeks, hours=1)
        told = {"asked_at": asked_at, "status": "closed", "closed_reason": "done"}
        office.book.append("needs", told | {"hub": HUB, "task_type": "dog_walk"}, by="test")
        if weeks % 3 == 0:
            office.book.append("needs", told | {"hub": HUB, "task_type": "visit"}, by="test")
        if weeks < 6:
            office.book.append("needs", told | {"hub": ELSEWHERE, "task_type": "dog_walk"}, by="test")
    said = shown(open_app("ahead"))
    assert "2 lines are left out: the history is short. It takes fifteen whole weeks" in said
    assert "2 lines are left out: fewer than one need a week." in said
