"""Looking ahead: how much help will be asked for in the next weeks, judged first by how it would have done so far.

It turns frames into forecasts. Nothing here reads a file or asks for the time. docs/director.md says how to read them.
"""

from community.forecast.back_test import judge
from community.forecast.forecast_outlook import Outlook, look_ahead
from community.forecast.weekly_counts import weekly

__all__ = ["Outlook", "judge", "look_ahead", "weekly"]
