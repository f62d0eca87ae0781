"""The flags for a person to look at, and the button that writes down a call."""

import streamlit as st

from community import casework
from community.book import Row
from community.casework import WorkContext
from community.tables.canonical import split
from community.tables.row_types import RowWithFlags
from community.tables.verbs import Verb
from community.wording import first_lower, flag_name, flag_words
from dashboard import elements, open_dialog
from dashboard.parts import concern_dialog, contact_fields, dialogs
from dashboard.work_session import act


def flags(context: WorkContext, row: RowWithFlags) -> None:
    """Draw each flag in words, with the button that says somebody has looked; and any caution to ask the lead first."""
    concern_dialog.caution(context, row)
    for code, said in ((code, flag_words(code)) for code in split(row.flags)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"flag-{code}"):
            elements.marks([said], "note")
            if casework.can(context.user, Verb.CLEAR_FLAG, row):
                st.button(f"Looked at: {first_lower(flag_name(code))}", key=f"clear-{code}", type="tertiary",
                          on_click=act, args=(casework.clear_flag, row.table, row.id, code))  # fmt: skip


def calls(context: WorkContext, row: Row) -> None:
    """Draw the button that writes down a call with this person."""
    one = row.id
    if not casework.can(context.user, Verb.LOG_CONTACT, row):
        return
    concern_dialog.button(context, row)
    st.button("Log a call", key="log-call", on_click=open_dialog.open_dialog, args=(one, "log"))
    if open_dialog.dialog_about(one) == "log":
        dialogs.show(
            "What was said?", contact_fields.fields, "Write it down", casework.log_contact,
            lambda: {"about": one, "with_whom": one, **contact_fields.read()},
        )  # fmt: skip
