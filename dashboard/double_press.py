"""Guards against a double press: a press meant for one record must not decide about the next.

A second press of a button or key comes within the second, and by then the page shows somebody else.
"""

import streamlit as st

from dashboard.work_session import now

READ = 1.0
"""Seconds for which a record must have been on the screen before a press decides about it."""
_SHOWN, _LAST = "shown_since", "last_press"


def shows(record_id: str, status: str) -> None:
    """Note what is on the screen. Another record, or the same one after a decision, starts its second anew.

    The first record of a visit may be decided at once, because the user asked for it.
    """
    what = (record_id, status)
    before, since = st.session_state.get(_SHOWN, (what, 0.0))
    st.session_state[_SHOWN] = (what, since if before == what else now().timestamp())


def too_soon(record_id: str) -> bool:
    """Whether this record came to the screen less than a second ago, or is not the one on it."""
    (shown, _), since = st.session_state.get(_SHOWN, ((record_id, ""), 0.0))
    return bool(shown != record_id or now().timestamp() - since < READ)


def too_soon_after(press: object) -> bool:
    """Whether another press was less than a second ago: the line for which this one was meant may have moved.

    The same press again is no matter: `act` reports once more what it did.
    """
    before, since = st.session_state.get(_LAST, (press, 0.0))
    if before != press and now().timestamp() - since < READ:
        return True
    st.session_state[_LAST] = (press, now().timestamp())
    return False
