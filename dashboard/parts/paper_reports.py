"""A volunteer's day on paper, typed back: one line for each visit, all written down with one key."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from community import casework
from community.casework import PaperReport, Visit, WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import MatchRow, VolunteerRow
from community.tables.statuses import AGREED, VisitStatus
from dashboard import display_words, elements, shortcuts
from dashboard.parts import volunteer_help
from dashboard.parts.volunteer_help import HelpGiven
from dashboard.work_session import act, refuse, refused

_NOBODY, _NOT_GONE = "n", "x"
_HOW = (
    "In “Minutes” type how long it was, N where nobody was in, and X where they did not go. A line that you leave "
    "empty is not written down."
)


def draw(context: WorkContext, volunteer: VolunteerRow, now: datetime) -> None:
    """Draw the button, and the lines to fill in once it is pressed."""
    found = volunteer_help.read(context, volunteer)
    due = [match for match in found.matches if match.status in AGREED]
    if not due:
        return
    opened = f"paper-{volunteer.id}"
    if not st.session_state.get(opened):
        st.button("Type back their visits", key=f"type-{volunteer.id}", shortcut=shortcuts.key("T"), on_click=_open,
                  args=(opened,))  # fmt: skip
        return
    with st.container(key="card-paper", gap="small"):
        elements.heading("Their visits, from paper")
        elements.lead(_HOW)
        for match in due:
            _line(context, found, match, now)
        st.button("Write them all down", key=f"paper-all-{volunteer.id}", type="primary",
                  shortcut=shortcuts.key("Ctrl+Enter"), on_click=_write, args=(tuple(due),))  # fmt: skip


def _line(context: WorkContext, found: HelpGiven, match: MatchRow, now: datetime) -> None:
    need = found.needs[match.need_id]
    resident = found.residents.get(need.resident_id or "")
    today = now.astimezone(LONDON).date()
    planned = sorted(v.on for v in found.visits if v.match_id == match.id and v.status == VisitStatus.PLANNED)
    day = next((date.fromisoformat(on) for on in planned if on <= today.isoformat()), today)
    name = resident.name if resident else None
    with st.container(key=f"report-{match.id}", gap=None):
        st.text(f"{name or 'No name given'}: {display_words.task(context.settings, need.task_type)}")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Minutes", key=f"minutes-{match.id}", width=110, autocomplete="off")
            st.text_input("Miles", key=f"miles-{match.id}", width=110, autocomplete="off")
            st.date_input("Day", day, max_value=today, key=f"day-{match.id}", format="DD/MM/YYYY", width=160)
            st.checkbox("They are worried", key=f"worried-{match.id}")


def _open(opened: str) -> None:
    st.session_state[opened] = True


def _write(due: Sequence[MatchRow]) -> None:
    try:
        reports = [report for match in due if (report := _report(match)) is not None]
    except ValueError:
        refuse("Type minutes and miles as figures, or N, or X.")
        return
    act(casework.type_back, reports)
    if not refused():
        for match in due:
            for name in ("minutes", "miles", "day", "worried"):
                st.session_state.pop(f"{name}-{match.id}", None)


def _report(match: MatchRow) -> PaperReport | None:
    state = st.session_state
    said = str(state.get(f"minutes-{match.id}") or "").strip().casefold()
    miles, on = str(state.get(f"miles-{match.id}") or "").strip(), state.get(f"day-{match.id}")
    if not said or not isinstance(on, date):
        return None
    status = {_NOBODY: VisitStatus.NOT_IN, _NOT_GONE: VisitStatus.NO_SHOW}.get(said, VisitStatus.DONE)
    minutes = int(said) if status == VisitStatus.DONE else None
    visit = Visit(on, minutes, float(miles) if miles else None, bool(state.get(f"worried-{match.id}")))
    return PaperReport(match.id, str(match.status), status, visit)
