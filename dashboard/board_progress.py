"""Says that the matching is being worked out, for as long as it takes: at a start, and once each day."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from dashboard import elements

PATIENCE = 1.5
"""Seconds that a page waits before it says so: a town's board is there by then."""


def is_there(context: WorkContext, *, keep_seen: bool = False) -> bool:
    """Whether the matching can be asked. If not, draw a note; the page is drawn again as soon as it can."""
    if casework.board_made_within(context, PATIENCE, keep_seen=keep_seen):
        return True
    _note(context, keep_seen=keep_seen)
    return False


@st.fragment(run_every=2)
def _note(context: WorkContext, *, keep_seen: bool) -> None:
    if casework.board_made_within(context, 0, keep_seen=keep_seen):
        st.rerun()
    elements.lead(
        "The matching reads everybody anew after a start, and once each day. What it says stands here in a moment; "
        "everything else can be done meanwhile."
    )
