"""The forecast as tables, and what can't be forecast."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from community.casework import WorkContext
from community.forecast import Outlook
from community.wording import counted, day_short
from dashboard import display_words, elements

_HEADERS = ("Expected", "Next week", "In four weeks", "Off by", "A plain guess")
_RIVER = "#2E857D"
"""The river's green between its light and its dark shade: it can be told from both backgrounds."""
_GUESS = {"last_week": "as last week", "last_year": "as a year ago"}
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
    """Draw the forecast, in one table for each way of looking at it."""
    shown = [each for each in found if each.verdict == "shown"]
    if not shown:
        elements.heading("Nothing can be said yet")
    else:
        elements.lead(
            "Off by: how far this has been from what came, in needs a week; beside it the better plain guess."
        )
    for kind, heading in (("all", "In all"), *_NAMES.items()):
        rows = [_row(context, each) for each in shown if _kind(each) == kind]
        if rows:
            elements.table(heading, _HEADERS, rows)


def not_said(context: WorkContext, found: Sequence[Outlook]) -> None:
    """Draw what has no forecast, and why."""
    elements.heading("What is not said")
    short = sum(each.verdict == "short" for each in found)
    few = sum(each.verdict == "few" for each in found)
    if short:
        elements.lead("The history is short. It takes fifteen whole weeks: eight to learn from, the rest to judge by.")
    if few:
        elements.lead(f"{counted(few, 'line_left_out')}: fewer than one need a week.")
    for guess, said in _GUESS.items():
        won = [each for each in found if each.verdict == "no_better" and each.judged and each.judged.guess == guess]
        if won:
            elements.lead(f"Here “{said}” has been as good a guess, or better:")
            elements.reasons(_name(context, each) for each in won)


def _row(context: WorkContext, each: Outlook) -> tuple[str, ...]:
    first, last = each.ahead[0], each.ahead[-1]
    judged = each.judged
    off = (f"{judged.error:.1f}", f"{judged.naive:.1f}, {_GUESS[judged.guess]}") if judged else ("–", "–")
    return _name(context, each), f"{first.expected:.0f}", f"{first.low}–{first.high}", f"{last.low}–{last.high}", *off


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
