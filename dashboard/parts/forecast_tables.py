"""What is expected of the next weeks as tables, and of what nothing is said."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from community.casework import WorkContext
from community.forecast import Outlook
from community.wording import counted, day_short
from dashboard import display_words, elements

_HEADERS = ("Expected", "Next week", "In four weeks", "Reckoned", "Was off by")
_RIVER = "#2E857D"
"""The river's green between its light and its dark shade: it can be told from both backgrounds."""
_WAYS = {
    "eight_weeks": "mean of eight weeks",
    "recent_weeks": "a mean in which the latest weeks count most",
    "last_week": "as last week",
    "last_year": "as a year ago",
}
_NAMES = {"area": "By hub", "task": "By kind of help", "both": "By hub and kind of help"}


def history(found: Sequence[Outlook]) -> None:
    """Draw the number of needs in each week so far, as bars."""
    whole = min(found, key=lambda each: (each.area is not None) + (each.task_type is not None))
    if whole.history:
        weeks = pd.DataFrame(
            {"Week of": [day_short(m) for m, _ in whole.history], "Needs": [n for _, n in whole.history]}
        )
        st.bar_chart(weeks, x="Week of", y="Needs", height=200, sort=False, color=_RIVER)


def expected(context: WorkContext, found: Sequence[Outlook]) -> None:
    """Draw what is expected, in one table for each way of looking at it."""
    shown = [each for each in found if each.verdict == "shown"]
    if not shown:
        elements.heading("Nothing can be said yet")
    else:
        elements.lead(
            "Was off by: how far this would have been from what came, on average, in needs a week. It is counted in "
            "earlier weeks that had no part in choosing how to reckon."
        )
    for kind, heading in (("all", "In all"), *_NAMES.items()):
        rows = [_row(context, each) for each in shown if _kind(each) == kind]
        if rows:
            elements.table(heading, _HEADERS, rows)


def not_said(found: Sequence[Outlook]) -> None:
    """Draw of how many lines nothing is said, and why."""
    short = sum(each.verdict == "short" for each in found)
    few = sum(each.verdict == "few" for each in found)
    if short or few:
        elements.heading("What is not said")
    if short:
        elements.lead(
            f"{counted(short, 'line_left_out')}: the history is short. It takes fifteen whole weeks, eight for a mean "
            "and the rest to see how far off it is."
        )
    if few:
        elements.lead(f"{counted(few, 'line_left_out')}: fewer than one need a week.")


def _row(context: WorkContext, each: Outlook) -> tuple[str, ...]:
    first, last, judged = each.ahead[0], each.ahead[-1], each.judged
    way, off = ("", "") if judged is None else (_WAYS[judged.way], f"{judged.error:.1f}")
    if judged is not None and judged.way != "eight_weeks":
        off += f"; the mean of eight weeks {judged.plain:.1f}"
    return (
        _name(context, each),
        f"{first.expected:.0f}",
        f"{first.low}–{first.high}",
        f"{last.low}–{last.high}",
        way,
        off,
    )


def _kind(each: Outlook) -> str:
    if each.area is not None:
        return "both" if each.task_type is not None else "area"
    return "task" if each.task_type is not None else "all"


def _name(context: WorkContext, each: Outlook) -> str:
    parts = []
    if each.area is not None:
        parts.append(display_words.hub(context.settings, each.area))
    if each.task_type is not None:
        parts.append(display_words.task(context.settings, each.task_type))
    return ": ".join(parts) or "All needs"
