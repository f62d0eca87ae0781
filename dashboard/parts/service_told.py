"""A service of the directory that a caller was told of: kept also where nothing else came of the call."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import ServiceRow
from community.tables.statuses import ListingStatus
from dashboard import elements, open_dialog, shortcuts
from dashboard.parts import caller_facts, dialogs

DIALOG = "service"
_NO_RECORD = "service-call"
"""What the dialog is about where the caller has no record."""
_SERVICE = "service-told"


def button(context: WorkContext) -> None:
    """Draw the button for a caller who has no record, and its question once it is pressed."""
    st.button("Tell of a service", key="service-of-call", shortcut=shortcuts.key("V"), on_click=open_dialog.open_dialog,
              args=(_NO_RECORD, DIALOG))  # fmt: skip
    if open_dialog.dialog_about(_NO_RECORD) == DIALOG:
        ask(context, None)


def ask(context: WorkContext, whom: str | None) -> None:
    """Ask in a dialog which service they were told of."""
    dialogs.show(
        "Which service did you tell them of?", lambda: _services(context), "They were told", casework.told_of,
        lambda: {"service_id": st.session_state.get(_SERVICE) or "", "whom": whom, "way": caller_facts.way()},
    )  # fmt: skip


def _services(context: WorkContext) -> None:
    """Draw the choice among the services of the directory, found by typing, with what is printed of the one chosen."""
    found = casework.see_all(context, ServiceRow, lambda c: [c.status == ListingStatus.APPROVED], order="name")
    named = {row.id: row for row in found}
    if not named:
        elements.lead("The directory of services is empty.")
        return
    st.selectbox("Its name, or what it does", list(named), index=None, key=_SERVICE, placeholder="Type a few letters",
                 format_func=lambda one: _service(named[one]))  # fmt: skip
    if chosen := named.get(st.session_state.get(_SERVICE) or ""):
        told = [("Telephone", chosen.public_telephone), ("When", chosen.times), ("What it costs", chosen.cost),
                ("Where", chosen.place), ("Last checked", chosen.checked_on)]  # fmt: skip
        elements.facts("service", [(label, words) for label, words in told if words])


def _service(row: ServiceRow) -> str:
    return " · ".join(filter(None, [row.name, " ".join((row.what or "").split())[:80]]))
