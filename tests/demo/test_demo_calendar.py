"""In the invented town people answer when its hubs are open, as the settings say."""

import random
from datetime import UTC, datetime, time, timedelta

from community.demo.demo_calendar import Calendar
from community.settings import load
from community.tables.canonical import LONDON
from tests.demo.towns import TODAY


def test_what_waits_for_the_hub_waits_for_its_own_days_and_hours() -> None:
    told = {"open_days": ("tue", "thu"), "day_starts": time(11), "day_ends": time(15)}
    calendar = Calendar(TODAY, load().community.model_copy(update=told))
    friday, hour = datetime(2026, 5, 8, 14, tzinfo=UTC), timedelta(hours=1)
    assert calendar.next_morning(friday) == datetime(2026, 5, 12, 11, tzinfo=LONDON)
    lots = random.Random(1)
    later = [calendar.later(lots, friday, hour, hour * 200).astimezone(LONDON) for _ in range(200)]
    assert {each.strftime("%a") for each in later} == {"Tue", "Thu"}
    assert {each.hour for each in later} == {11, 12, 13, 14}
