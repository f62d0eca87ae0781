"""Says that the matching, or looking ahead, is being worked out, for as long as it takes."""

from collections.abc import Callable

import streamlit as st

from community import casework
from community.casework import WorkContext
from dashboard import elements

PATIENCE = 1.5
"""Seconds that a page waits before it says so: a town's board is there by then."""


_MATCHING = "The matching reads everybody anew after a start, and once each day."
_WEEKS = "Looking ahead reads the weeks so far anew each quarter of an hour."


def is_there(context: WorkContext, *, keep_seen: bool = False) -> bool:
    """Whether the matching can be asked. If not, draw a note; the page is drawn again as soon as it can."""
    return _is_made(lambda seconds: casework.board_made_within(context, seconds, keep_seen=keep_seen), _MATCHING)


def are_weeks_there(context: WorkContext) -> bool:
    """Whether what is to be expected in the next weeks can be asked. If not, draw a note, as for the matching."""
    return _is_made(lambda seconds: casework.ahead_made_within(context, seconds), _WEEKS)


def _is_made(within: Callable[[float], bool], words: str) -> bool:
    if within(PATIENCE):
        return True
    _note(within, words)
    return False


@st.fragment(run_every=2)
def _note(within: Callable[[float], bool], words: str) -> None:
    if within(0):
        st.rerun()
    elements.lead(f"{words} What it says stands here in a moment; everything else can be done meanwhile.")
