"""Who sees how far ahead."""

from datetime import timedelta

import pytest

import community.casework as cw
from tests.casework.office import ELSEWHERE, HUB, Office


def test_each_role_sees_as_far_ahead_as_their_hub_reaches(office: Office) -> None:
    for weeks in range(16):
        for number in range(2 + weeks % 3):
            asked_at = office.clock.now - timedelta(weeks=weeks, days=number, hours=1)
            told = {"task_type": "dog_walk", "asked_at": asked_at, "status": "closed"}
            office.book.append("needs", told | {"hub": HUB, "closed_reason": "done"}, by="test")
            office.book.append("needs", told | {"hub": ELSEWHERE, "closed_reason": "duplicate"}, by="test")
    found = {(each.area, each.task_type): each for each in cw.ahead(office.director)}
    assert set(found) == {(None, None), (HUB, None), (HUB, "dog_walk"), (None, "dog_walk")}
    assert len(found[HUB, None].history) == 15
    assert found[HUB, None].judged is not None
    assert {each.area for each in cw.ahead(office.coordinator)} == {HUB}
    assert cw.ahead(office.neighbour) == []
    with pytest.raises(cw.NotAllowed):
        cw.ahead(office.handler)
