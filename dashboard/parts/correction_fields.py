"""Fields for correcting what was told or written wrongly, one at a time, and for giving a request to a hub."""

from typing import Any

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables import TABLES
from community.tables.canonical import split
from community.tables.row import Row, TableRow
from community.tables.row_types import HelpRequestRow
from community.tables.verbs import Verb
from community.tables.vocabulary import SLOTS
from community.wording import any_of_slots, spelled
from dashboard.parts import leak_warning
from dashboard.work_session import act

_TEXT = frozenset({"text", "long_text"})
_WORDS = frozenset({"code", "codes", "yes_no"})
_MOST = 99
_ELSEWHERE = frozenset({"min_dbs"})
"""Asked about with guidance of its own."""


def field(context: WorkContext, row: TableRow[Any, Any]) -> None:
    """Draw the choice of a field, what it holds, and what it should hold. A new postcode finds the place again."""
    if not casework.can(context.user, Verb.CORRECT, row):
        return
    theirs = casework.correctable(context, row)
    columns = {
        c.name: c.means
        for c in TABLES[row.table].columns
        if c.name in theirs
        and c.name not in _ELSEWHERE
        and (c.kind in _TEXT or c.kind == "integer" or (c.kind in _WORDS and c.words))
    }
    if not columns:
        return
    with st.expander("Put something right"):
        name = st.selectbox("What is wrong?", list(columns), index=None, format_func=columns.__getitem__,
                            key=f"wrong-{row.id}")  # fmt: skip
        if name is not None:
            key = f"right-{row.id}-{name}"
            if key not in st.session_state or _seen(key) not in st.session_state:
                st.session_state[_seen(key)] = row[name]
            _answer(row, name, key)
            if (row.table, name) == ("needs", "details"):
                said_now = st.session_state.get(key)
                leak_warning.ask(context, row.id, said_now if said_now != row[name] else None)
            st.button("Put it right", key=f"put-{row.id}", on_click=_correct, args=(row, name, key))


def _answer(row: Row, name: str, key: str) -> None:
    column = TABLES[row.table][name]
    if column.kind in _TEXT:
        st.text_area("It should say", row[name] or "", key=key, height=80)
        return
    if column.kind == "integer":
        now = None if row[name] is None else min(max(row[name], 1), _MOST)  # a sheet may say 0
        st.number_input("It should say", 1, _MOST, now, key=key, width=170)
        return
    if column.kind == "codes":
        known = [code for code in split(row[name]) if code in (column.words or ())]
        st.multiselect("It should say", column.words or (), known, key=key, format_func=_spelled, placeholder="Nothing")
        return
    choices = ["", *(column.words or ())]
    now = row[name] if row[name] in choices else ""
    named = {code: spelled(code) or "nothing" for code in choices}
    st.selectbox("It should say", choices, choices.index(now), key=key, format_func=named.__getitem__)


def _spelled(code: str) -> str:
    """The words of one of several codes: `Monday morning`, `text`."""
    return any_of_slots(code) if code in SLOTS else spelled(code) or code


def hub(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw the choice of a request's hub, where its postcode could not tell."""
    if request.hub is not None or not casework.can(context.user, Verb.GIVE_TO_HUB, request):
        return
    hubs = context.settings.hubs
    with st.container(horizontal=True, vertical_alignment="bottom", key="give-to-hub"):
        st.selectbox("Which hub is this?", list(hubs), index=None, format_func=lambda code: hubs[code].name,
                     key=f"hub-{request.id}", width=240)  # fmt: skip
        st.button("Give it to this hub", on_click=_give, args=(request.id, request.status))


def _seen(key: str) -> str:
    """Where it is kept what the field held when it was chosen: the page is drawn again before the press, and reads
    anew what somebody else wrote meanwhile, which this user has not seen in the field.
    """
    return f"seen-{key}"


def _correct(row: Row, name: str, key: str) -> None:
    said = st.session_state.get(key) or None
    seen = st.session_state.pop(_seen(key), row[name])
    told = {"seen": seen, "now": said, "as_it_is": isinstance(said, str) and leak_warning.may_stay(row.id, said)}
    act(casework.correct, row.table, row.id, name, **told)


def _give(request_id: str, seen: str) -> None:
    act(casework.give_to_hub, request_id, st.session_state.get(f"hub-{request_id}") or "", seen=seen)
