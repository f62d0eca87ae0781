"""Whether somebody can have read what the page shows: a press meant for the one before decides nothing about the next.

A second press of a button or key comes within the second, on a page that shows somebody else by then.
"""

import streamlit as st

from dashboard.work_session import now

READ = 1.0
"""Seconds for which a record must have been on the screen before a press decides about it."""
_SHOWN = "shown_since"


def shows(record_id: str, status: str) -> None:
    """Note what is on the screen: another record, or the same after a decision, begins its second anew.

    Whatever a visit begins with was asked for, so it may be decided at once.
    """
    what = (record_id, status)
    before, since = st.session_state.get(_SHOWN, (what, 0.0))
    st.session_state[_SHOWN] = (what, since if before == what else now().timestamp())


def too_soon(record_id: str) -> bool:
    """Whether this record has come to the screen just now, or is not the one on it."""
    (shown, _), since = st.session_state.get(_SHOWN, ((record_id, ""), 0.0))
    return bool(shown != record_id or now().timestamp() - since < READ)
