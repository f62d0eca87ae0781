"""Looking ahead: how much help will be asked for in the next weeks, judged first by how it would have done so far.

Frames in, forecasts out: nothing here reads a file or asks for the time. docs/director.md says how it is to be read.
"""

from community.forecast.back_test import BackTest, judge
from community.forecast.forecast_outlook import Outlook, Verdict, Week, look_ahead
from community.forecast.weekly_counts import weekly

__all__ = ["BackTest", "Outlook", "Verdict", "Week", "judge", "look_ahead", "weekly"]
