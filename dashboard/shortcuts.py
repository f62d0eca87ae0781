"""Keyboard shortcuts, which can be switched off and never work behind an open dialog (WCAG 2.2, 2.1.4)."""

import streamlit as st

from dashboard.open_dialog import DIALOG

SWITCH = "shortcuts_on"


def key(letter: str) -> str | None:
    """The shortcut of a button; None while shortcuts are off."""
    return letter if st.session_state.get(SWITCH, True) and DIALOG not in st.session_state else None


def switch() -> None:
    """Draw the switch that turns shortcuts off."""
    st.toggle("Keyboard shortcuts", key=SWITCH, value=True, bind="query-params")
