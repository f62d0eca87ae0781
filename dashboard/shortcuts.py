"""Keyboard shortcuts, which can be switched off and never work behind an open dialog (WCAG 2.2, 2.1.4)."""

import streamlit as st

SWITCH, DIALOG = "shortcuts_on", "dialog"
ANYWHERE = ("later-", "undo", "all-")
"""What the names of those dialogs begin with that are about another record than the one on the page."""


def key(letter: str) -> str | None:
    """The shortcut of a button; None while shortcuts are off."""
    return letter if st.session_state.get(SWITCH, True) and DIALOG not in st.session_state else None


def switch() -> None:
    """Draw the switch that turns shortcuts off."""
    st.toggle("Keyboard shortcuts", key=SWITCH, value=True, bind="query-params")


def open_dialog(record_id: str, name: str) -> None:
    """Open a dialog about this record at the next run, for `on_click`."""
    st.session_state[DIALOG] = (record_id, name)


def close_dialog() -> None:
    """Close the dialog, for `on_dismiss` and after it has done its work."""
    st.session_state.pop(DIALOG, None)


def only_about(*record_ids: str) -> None:
    """Close a dialog about any record but these. A page calls it before it draws its buttons."""
    about, name = st.session_state.get(DIALOG, (None, ""))
    if about not in record_ids and not str(name).startswith("undo"):
        close_dialog()


def dialog_about(record_id: str) -> str | None:
    """The name of the dialog that is open about this record; None when there is none.

    A dialog about another record stays open: a page may show several records, and the first to ask must not close it.
    """
    about, name = st.session_state.get(DIALOG, (None, None))
    return str(name) if about == record_id else None
