"""Looking ahead: how much help will be asked for in the next weeks, judged first by how it would have done so far.

Frames in, forecasts out: nothing here reads a file or asks for the time. docs/director.md says how it is to be read.
"""

from community.forecast.counts import weekly
from community.forecast.judging import Judged, judge
from community.forecast.outlook import Outlook, Verdict, Week, look_ahead

__all__ = ["Judged", "Outlook", "Verdict", "Week", "judge", "look_ahead", "weekly"]
