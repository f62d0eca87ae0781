"""A volunteer's progress: the steps to being ready, the induction, the training, and the checks that were seen."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON, moment
from community.tables.row_types import BookingRow, SessionRow, VolunteerRow
from community.tables.status_machines import MACHINES
from community.tables.statuses import BookingStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.wording import first_lower, first_upper, status_words, wording
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import dialogs, loss_warning, triage_questions
from dashboard.work_session import act

_BACK: dict[tuple[str, str], str] = {
    (VolunteerStatus.PAUSED, VolunteerStatus.READY): "Back from the pause",
    (VolunteerStatus.LEFT, VolunteerStatus.CHECKING): "They come back",
    (VolunteerStatus.READY, VolunteerStatus.CHECKING): "Back to the checks",
    (VolunteerStatus.PAUSED, VolunteerStatus.CHECKING): "Back to the checks",
}


def steps(context: WorkContext, volunteer: VolunteerRow, now: datetime) -> None:
    """Draw the status in words, with the buttons for what may follow."""
    one, status = volunteer.id, volunteer.status
    elements.heading(first_upper(status_words("volunteers", status)))
    known = MACHINES["volunteers"].statuses[status]
    elements.lead(f"{first_upper(known.means)}.")
    if volunteer.died_on is not None or not casework.can(context.user, Verb.MOVE_VOLUNTEER, volunteer):
        return
    with st.container(horizontal=True, key="decisions"):
        for to in known.next:
            label, asks = _BACK.get((status, to), wording().volunteer_step[to]), casework.asks_first(status, to)
            press: Callable[..., None] = partial(open_dialog.open_dialog, one, f"to-{to}") if asks else partial(
                act, casework.move_volunteer, one, to, seen=status)  # fmt: skip
            st.button(label, key=f"to-{to}", type="primary" if to == known.usual else "secondary", on_click=press)
            if asks and open_dialog.dialog_about(one) == f"to-{to}":
                _ask(context, volunteer, to, label)
    if status in {VolunteerStatus.READY, VolunteerStatus.PAUSED}:
        _away(context, volunteer, now)


def _ask(context: WorkContext, volunteer: VolunteerRow, to: str, label: str) -> None:
    """Draw the question before a step, with what others would lose, by name."""
    one, known = volunteer.id, casework.at_stake(context, volunteer.id)

    def fields() -> None:
        elements.lead(wording().volunteer_step_means[to])
        loss_warning.named(context, known)
        st.text_area("The reason (optional)", key="why-moved", height=80)

    dialogs.show(
        f"{label}?", fields, f"Yes, {first_lower(label)}", casework.move_volunteer,
        lambda: {
            "volunteer_id": one, "status": to, "seen": volunteer.status,
            "reason": st.session_state.get("why-moved") or None, "knowing": {each.match_id for each in known},
        },
    )  # fmt: skip


def _away(context: WorkContext, volunteer: VolunteerRow, now: datetime) -> None:
    """Draw the fields for being ill or on holiday until a day: nobody asks them till then; others cover for them."""
    one, until = volunteer.id, volunteer.hold_until
    with st.container(horizontal=True, vertical_alignment="center", key="away"):
        if until and moment(until) > now:
            elements.marks([f"Away until {display_words.when(until, now)}"], "note")
            st.button("Back already", key="back", on_click=act, args=(casework.hold, "volunteers", one, None),
                      kwargs={"seen": volunteer.status})  # fmt: skip
        else:
            st.button("Ill or away until …", key="to-away", on_click=open_dialog.open_dialog, args=(one, "away"))
    if open_dialog.dialog_about(one) == "away":
        triage_questions.hold(context, volunteer, now)


def induction(context: WorkContext, volunteer: VolunteerRow, now: datetime) -> None:
    """Draw the day of the induction, or the field for it."""
    elements.heading("Induction", 3)
    if volunteer.inducted_on:
        elements.lead(display_words.day(volunteer.inducted_on, now))
    elif casework.can(context.user, Verb.INDUCT, volunteer):
        today = now.astimezone(LONDON).date()
        with st.container(horizontal=True, vertical_alignment="bottom", key="induction"):
            st.date_input("They came on", today, max_value=today, key="inducted", width=170, format="DD/MM/YYYY")
            st.button("Write it down", key="induct", on_click=_induct, args=(volunteer.id,))
    else:
        elements.lead("Not yet.")


def _induct(volunteer_id: str) -> None:
    act(casework.induct, volunteer_id, st.session_state.get("inducted"))


_DONE = (BookingStatus.CAME, BookingStatus.PASSED, BookingStatus.BOOKED, BookingStatus.WAITING)


def took_part(context: WorkContext, volunteer: VolunteerRow, now: datetime) -> None:
    """Draw each with its day, a link to it, and how it stands; nothing where there is none."""
    rows = casework.see_all(
        context, BookingRow, lambda c: [c.volunteer_id == volunteer.id, c.status.in_(_DONE)], order="-at"
    )
    if not rows:
        return
    ids = {row.session_id for row in rows}
    sessions = {one.id: one for one in casework.see_all(context, SessionRow, lambda c: [c.id.in_(ids)])}
    elements.heading("Training", level=3)
    for row in rows:
        session = sessions.get(row.session_id)
        if session is not None:
            page_address.open_record(session.id, session.name or "A session")
            on = row.passed_on or session.starts_at
            elements.lead(", ".join(filter(None, [status_words(row.table, row.status), _day(on, now)])))


def _day(on: str | None, now: datetime) -> str | None:
    return display_words.day(on, now) if on else None
