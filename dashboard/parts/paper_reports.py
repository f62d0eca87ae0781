"""A volunteer's visits on paper: printed for whoever does without the internet, and typed back, all with one key."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from community import casework, exports, messages
from community.book import Action
from community.casework import DayPack, PaperReport, Visit, WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import MatchRow, VolunteerRow
from community.tables.statuses import AGREED, VisitStatus
from community.tables.verbs import Verb
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
    """Draw the buttons, and once one is pressed, the sheets to print or the lines to fill in."""
    found = volunteer_help.read(context, volunteer)
    due = [match for match in found.matches if match.status in AGREED]
    if not due:
        return
    _sheets(context, volunteer, found, due, now)
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


def _sheets(
    context: WorkContext, volunteer: VolunteerRow, found: HelpGiven, due: Sequence[MatchRow], now: datetime
) -> None:
    """Draw the button that makes a sheet for each visit, or those sheets and what is left out of them."""
    if not all(casework.can(context.user, Verb.RELEASE, match) for match in due):
        return
    pack: DayPack | None = st.session_state.get(_pack(volunteer.id))
    held = {match.id for match in due if match.released_at}
    if pack is None or not {visit.match_id for visit in pack.visits} <= held:  # not asked for, or taken back since
        seen = tuple((match.id, str(match.status)) for match in reversed(due))
        st.button("Put their visits on paper", key=f"put-{volunteer.id}", on_click=act, args=(_make,),
                  kwargs={"volunteer_id": volunteer.id, "seen": seen})  # fmt: skip
        return
    elements.lead("Name and address of each home that they may know are on these sheets. That is written down.")
    for match_id, why in pack.left_out:
        match = next((each for each in due if each.id == match_id), None)
        if match is not None:
            elements.marks([f"Not on paper: {_named(context, found, match)}. {why}"], "note")
    st.button("Print the sheets", key=f"print-sheets-{volunteer.id}")
    today = now.astimezone(LONDON).date()
    st.iframe(messages.visits_on_paper(context.settings, pack, today), height=1123, alt="The sheets")


def _make(context: WorkContext, volunteer_id: str, seen: Sequence[tuple[str, str]]) -> Action:
    pack = casework.pack_day(context, seen)
    exports.note(context.settings.book_home, "visits on paper", "html", len(pack.visits), now=context.clock(),
                 by=context.user.name)  # fmt: skip
    st.session_state[_pack(volunteer_id)] = pack
    return pack.action


def _pack(volunteer_id: str) -> str:
    return f"pack-{volunteer_id}"


def _named(context: WorkContext, found: HelpGiven, match: MatchRow) -> str:
    need = found.needs[match.need_id]
    resident = found.residents.get(need.resident_id or "")
    name = resident.name if resident else None
    return f"{name or 'No name given'}: {display_words.task(context.settings, need.task_type)}"


def _line(context: WorkContext, found: HelpGiven, match: MatchRow, now: datetime) -> None:
    today = now.astimezone(LONDON).date()
    planned = sorted(v.on for v in found.visits if v.match_id == match.id and v.status == VisitStatus.PLANNED)
    day = next((date.fromisoformat(on) for on in planned if on <= today.isoformat()), today)
    with st.container(key=f"report-{match.id}", gap=None):
        st.text(_named(context, found, match))
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
