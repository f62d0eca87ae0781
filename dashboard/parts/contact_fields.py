"""The fields of a call, letter or message."""

import streamlit as st

from community.tables.statuses import ContactStatus
from community.tables.vocabulary import OUTCOMES, WAYS, ContactOutcome, ContactWay, Direction
from community.wording import as_labels, wording

_WAYS = [way for way in WAYS if way != ContactWay.SHEET]
_OUTCOMES = sorted(OUTCOMES, key=lambda outcome: outcome != ContactOutcome.NOTE)


def fields() -> None:
    """Draw the fields: who, how, what came of it, and whether somebody must come back to it."""
    st.radio(
        "Who got in touch?",
        [Direction.OUT.value, Direction.IN.value],
        format_func=wording().who_began.__getitem__,
        key="log-side",
        horizontal=True,
    )
    st.selectbox("How?", _WAYS, format_func=as_labels(wording().way).__getitem__, key="log-way")
    st.selectbox("What came of it?", _OUTCOMES, format_func=as_labels(wording().outcome).__getitem__, key="log-outcome")
    st.text_area("What was said, if it matters", key="log-words")
    st.checkbox("Somebody must come back to it", key="log-open")


def read() -> dict[str, object]:
    """What the fields hold now."""
    state = st.session_state
    return {
        "direction": state.get("log-side", Direction.OUT),
        "way": state.get("log-way", ContactWay.TELEPHONE),
        "outcome": state.get("log-outcome", ContactOutcome.NOTE),
        "words": state.get("log-words") or None,
        "status": ContactStatus.OPEN if state.get("log-open") else ContactStatus.DEALT_WITH,
    }
