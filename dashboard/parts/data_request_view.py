"""A request about somebody's own data: the file of what we keep, more time with a reason, and what is to be done."""

from datetime import timedelta

import streamlit as st

from community import casework, exports
from community.casework import WorkContext
from community.errors import UserFacingError
from community.tables.message_codes import ComplaintKind
from community.tables.row_types import ComplaintRow
from community.tables.verbs import Verb
from community.wording import wording
from dashboard import elements
from dashboard.parts import file_download
from dashboard.work_session import act, now, refuse


def section(context: WorkContext, row: ComplaintRow) -> None:
    """Draw what is to be done about it, the file, and how to take longer."""
    if not casework.is_data_request(row) or not casework.can(context.user, Verb.EXTEND_DATA_REQUEST, row):
        return
    elements.lead(wording().data_request_asks[row.kind or ComplaintKind.DATA_REQUEST])
    st.button("Make their file", key=f"make-file-{row.id}", on_click=_make, args=(context, row.id))
    if (made := st.session_state.get(f"made-file-{row.id}")) is not None:
        elements.lead(f"{made.records} records. Speak to the safeguarding lead and read it before you send it.")
        for form, content in (("txt", made.as_text), ("json", made.as_json)):
            file_download.save_made(f"{form}-{row.id}", f"{made.person}.{form}", content)
    with st.expander("We need longer"):
        elements.lead("Only where there is much to find or they ask much; at most two months more, once.")
        today = now().date()
        st.date_input("Until which day?", None, today, today + timedelta(days=100), key=f"longer-{row.id}",
                      format="DD/MM/YYYY")  # fmt: skip
        st.text_area("The reason that you told them", key=f"longer-why-{row.id}", height=90)
        st.button("They know, and why", key=f"longer-do-{row.id}", on_click=_extend, args=(row.id, row.status))


def _extend(complaint_id: str, seen: str) -> None:
    state = st.session_state
    if state.get(f"longer-{complaint_id}") is None:
        refuse("Choose the day until which you need.")
        return
    act(casework.extend_data_request, complaint_id, state[f"longer-{complaint_id}"],
        state.get(f"longer-why-{complaint_id}"), seen=seen)  # fmt: skip


def _make(context: WorkContext, complaint_id: str) -> None:
    """Make the file, noted in the log of exports: no file leaves without that."""
    try:
        made = casework.data_file(context, complaint_id)
        exports.note(context.settings.book_home, "data request", "json and txt", made.records, now=now(),
                     by=context.user.name)  # fmt: skip
    except UserFacingError as why:
        refuse(str(why))
    else:
        st.session_state[f"made-file-{complaint_id}"] = made
