"""The fields of a call, letter or message."""

import streamlit as st

from community.tables.statuses import ContactStatus

_OUTCOMES = {
    "note": "A note",
    "yes": "They said yes",
    "no": "They said no",
    "no_answer": "No answer",
    "told": "They know now",
}
_SIDES = {"out": "We got in touch", "in": "They got in touch"}
_WAYS = {"telephone": "Telephone", "text": "Text", "email": "Email", "letter": "Letter", "in_person": "In person"}


def fields() -> None:
    """Who, how, what came of it, and whether somebody must come back to it."""
    st.radio("Who got in touch?", list(_SIDES), format_func=_SIDES.__getitem__, key="log-side", horizontal=True)
    st.selectbox("How?", list(_WAYS), format_func=_WAYS.__getitem__, key="log-way")
    st.selectbox("What came of it?", list(_OUTCOMES), format_func=_OUTCOMES.__getitem__, key="log-outcome")
    st.text_area("What was said, if it matters", key="log-words")
    st.checkbox("Somebody must come back to it", key="log-open")


def read() -> dict[str, object]:
    """What stands in them."""
    state = st.session_state
    return {
        "direction": state.get("log-side", "out"),
        "way": state.get("log-way", "telephone"),
        "outcome": state.get("log-outcome", "note"),
        "words": state.get("log-words") or None,
        "status": ContactStatus.OPEN if state.get("log-open") else ContactStatus.DEALT_WITH,
    }
