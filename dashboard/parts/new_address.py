"""Asking somebody for a new email address or number, because nothing reaches them at the one that we have."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import split
from community.tables.row_types import ResidentRow, VolunteerRow
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from dashboard import elements
from dashboard.work_session import act

_WAYS = {
    ReachBy.EMAIL: ("email", "Emails do not reach them at the address that we have. Ask them for another.", "Email"),
    ReachBy.TEXT: (
        "telephone",
        "Texts do not reach them at the number that we have. Ask for another.",
        "Telephone",
    ),
}
"""By the way that fails: the column to put right, what is said, and the field's name."""


def ask(context: WorkContext, person: VolunteerRow | ResidentRow) -> None:
    """Draw the field for each address or number that nothing reaches; nothing where all is well."""
    unreached = split(person.unreached)
    for way, (column, said, label) in _WAYS.items():
        if way not in unreached or not casework.can(context.user, Verb.CORRECT, person):
            continue
        key = f"reach-{way}-{person.id}"
        with st.container(key=f"new-{way}-{person.id}"):
            elements.marks([said], "alarm")
            st.text_input(label, person[column] or "", key=key)
            st.button("This is right", key=f"right-{way}-{person.id}", on_click=_right, args=(person, column, key))


def _right(person: VolunteerRow | ResidentRow, column: str, key: str) -> None:
    said = st.session_state.get(key) or None
    act(casework.correct, person.table, person.id, column, seen=person[column], now=said)
