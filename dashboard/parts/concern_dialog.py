"""Raising a concern: the button on every record and on the call page, its questions, and who does what next."""

from datetime import datetime, timedelta

import streamlit as st

from community import casework, concerns
from community.book import Row
from community.casework import SPEAK_FIRST, WorkContext
from community.casework.permissions import granted, on_duty
from community.tables.canonical import moment
from community.tables.roles import DutyGrant, Grant
from community.tables.statuses import ConcernStatus
from community.tables.vocabulary import CONCERN_ROUTES, ConcernRoute
from community.wording import counted, moment_words, wording
from dashboard import display_words, elements, open_dialog, page_address, shortcuts
from dashboard.parts import dialogs

BUTTON = "Raise a concern"
DIALOG = "concern"
ON_THE_PHONE = "call"
"""What the dialog is about on the call page, where there is no record yet."""
DANGER = {"no": "No", "yes": "Yes: 999 is rung now", "unsure": "I’m not sure"}
_LASTS_HOURS = 24


def caution(context: WorkContext, row: Row) -> None:
    """Draw the one line that others see of a concern."""
    if casework.speak_to_the_lead(context, row):
        elements.marks([f"{SPEAK_FIRST}."], "alarm")


def button(context: WorkContext, row: Row | None = None) -> None:
    """Draw the button, and its questions once it is pressed; or whom to ring, where nobody receives concerns."""
    if not granted(context.user, Grant.RAISE_CONCERN):
        return
    about = row.id if row is not None else ON_THE_PHONE
    if not concerns.is_received(context.settings):
        with st.expander("Somebody may come to harm?"):
            not_kept(context)
        return
    st.button(
        BUTTON,
        key=f"concern-{about}",
        shortcut=shortcuts.key("D"),
        on_click=open_dialog.open_dialog,
        args=(about, DIALOG),
    )
    if open_dialog.dialog_about(about) == DIALOG:
        ask(context, row)


def not_kept(context: WorkContext) -> None:
    """Draw whom to ring where no concern is kept."""
    elements.lead("Concerns are not kept here. Write down nothing about it in this program, and ring:")
    elements.steps(concerns.numbers(context.settings, ConcernRoute.ADULTS)[1:])
    elements.steps(concerns.numbers(context.settings, ConcernRoute.CHILDREN))


def ask(context: WorkContext, row: Row | None) -> None:
    """Draw the questions of a concern in a dialog."""

    def fields() -> None:
        elements.marks([concerns.numbers(context.settings, ConcernRoute.ADULTS)[0]], "alarm")
        st.radio("Who may be at risk?", CONCERN_ROUTES, index=None, format_func=wording().concern_route.__getitem__,
                 key="worry-route", horizontal=True)  # fmt: skip
        st.radio("Is somebody in danger now?", list(DANGER), index=None, format_func=DANGER.__getitem__,
                 key="worry-danger", horizontal=True)  # fmt: skip
        st.text_area("What is happening? As they said it.", key="worry-what")
        if row is None:
            st.text_input("Who may be at risk, and how can they be reached?", key="worry-who")
        st.text_input("Who told you? Is it safe to ring them, and when?", key="worry-reporter")
        if row is not None and row.table == "matches":
            st.checkbox("It is about the volunteer as well", key="worry-volunteer")
        st.multiselect(
            "Is it about somebody who works here?",
            concerns.people_here(context.settings),
            key="worry-staff",
            select_all=False,
        )
        if row is not None:
            elements.lead(
                "What is written about it in this record moves to the safeguarding lead. Nobody else reads it."
            )

    def raise_it(context: WorkContext, route: str | None, **told: object) -> None:
        if route is None:
            raise casework.NotNow("Say whether an adult or a child is at risk. They go two ways.")
        source = (row.table, row.id) if row is not None else None
        concerns.raise_concern(context, route, source=source, **told)  # type: ignore[arg-type]
        for name in [name for name in st.session_state if str(name).startswith("worry-")]:
            del st.session_state[name]

    dialogs.show("Somebody may come to harm", fields, "Raise it", raise_it, _read)


def _read() -> dict[str, object]:
    state = st.session_state
    told = {
        "danger_now": state.get("worry-danger"),
        "what": state.get("worry-what"),
        "at_risk_reach": state.get("worry-who"),
        "when_safe": state.get("worry-reporter"),
    }
    return {
        "route": state.get("worry-route"),
        "told": told,
        "works_here": state.get("worry-staff") or [],
        "volunteer_too": bool(state.get("worry-volunteer")),
    }


def bar(context: WorkContext, now: datetime) -> None:
    """Draw, above every page, the concerns this user raised and who has them, and those that wait for their reply."""
    for mine in concerns.mine(context):
        number, due, step = mine.id, mine.reply_due, mine.acknowledged
        if step is not None:
            if (now - moment(step.at)).total_seconds() < _LASTS_HOURS * 3600:
                elements.marks([f"{number}: acknowledged by {step.by}, {display_words.when(step.at, now)}"], "done")
        elif mine.is_complaint:
            overdue = "" if now <= due else ". It is late: ring the chair"
            elements.marks([f"{number} is sealed. Whoever complained hears by {moment_words(due)}{overdue}."], "note")
        elif now <= due:
            elements.marks([f"{number} is raised. A person replies by {moment_words(due)}."], "note")
            if due - mine.at > timedelta(minutes=context.settings.safeguarding.reply_within_minutes):
                elements.lead("Nobody is here for part of that time. If it gets worse, don’t wait for us:")
                _ring_others(context)
        else:
            elements.marks([f"{number}: nobody has replied in time. Ring now, and don’t wait:"], "alarm")
            _ring_others(context)
    if on_duty(context.user, DutyGrant.OPEN_CONCERNS):
        waiting = [line for line in concerns.concerns_for(context) if line.status == ConcernStatus.RAISED]
        if waiting:
            late = any(line.reply_due < now for line in waiting)
            many = counted(len(waiting), "concern_waits")
            elements.marks([f"{many} for your reply{': it is late' if late else ''}"], "alarm")
            page_address.link("concerns", "Open the concerns")


def _ring_others(context: WorkContext) -> None:
    danger, adults, *others = concerns.numbers(context.settings, ConcernRoute.ADULTS)
    children = concerns.numbers(context.settings, ConcernRoute.CHILDREN)[1]
    elements.steps([danger, adults, children, *others])
