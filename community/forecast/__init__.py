"""Looking ahead: how much help will be asked for in the next weeks, and how far off that has been so far.

It turns frames into forecasts. Nothing here reads a file or asks for the time. docs/director.md says how to read them.
"""

from community.forecast.back_test import Judged, judge
from community.forecast.forecast_outlook import Outlook, look_ahead
from community.forecast.weekly_counts import WeeklyCounts, weekly

__all__ = ["Judged", "Outlook", "WeeklyCounts", "judge", "look_ahead", "weekly"]
