"""Which dialog is open, and about which record: a page opens it at a press, and draws it at the next run."""

import streamlit as st

DIALOG = "dialog"
ANYWHERE = ("later-", "undo", "all-")
"""What the names of those dialogs begin with that are about another record than the one on the page."""


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
