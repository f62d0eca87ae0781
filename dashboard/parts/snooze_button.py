"""The button that takes a line off Today until a day, when somebody has been asked."""

from datetime import date, datetime, timedelta

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.settings.response_promise import start_of
from community.tables.canonical import LONDON
from community.tables.vocabulary import LineKind
from dashboard import elements, open_dialog
from dashboard.parts import dialogs

NAME = "later-"
"""What the names of these dialogs begin with; the kind of line follows."""


def button(record_id: str, kind: str, label: str = "Look again …") -> None:
    """Draw the button that asks until when."""
    st.button(label, key=f"{NAME}{kind}-{record_id}", type="tertiary", on_click=open_dialog.open_dialog,
              args=(record_id, f"{NAME}{kind}"))  # fmt: skip


def question(context: WorkContext, now: datetime) -> bool:
    """Draw the question that somebody opened about a line. Returns whether there is one."""
    about, name = st.session_state.get(open_dialog.DIALOG, ("", ""))
    if not str(name).startswith(NAME):
        return False
    dialogs.show(
        "Asked: when do we look again?", lambda: _fields(context, now), "Take it off until then", casework.snooze,
        lambda: {
            "record_id": str(about), "kind": str(name).removeprefix(NAME),
            "until": _morning(context, st.session_state.get("later-day")),
            "words": st.session_state.get("later-words") or None,
        },
    )  # fmt: skip
    return True


def people(context: WorkContext, now: datetime, kind: str) -> list[tuple[str, str]]:
    """The ids of the volunteers that this line of Today counts, each with the reason in words."""
    if kind == LineKind.UNUSED:
        return [(one, "") for one in casework.unused_volunteers(context, now)]
    return [(row.id, f"{many} residents") for row, many in casework.carrying(context, now)]


def _fields(context: WorkContext, now: datetime) -> None:
    today = now.astimezone(LONDON).date()
    again = today + timedelta(days=context.settings.follow_up.look_again_days)
    elements.lead("The line leaves Today for everybody, and comes back on the morning of that day.")
    st.date_input("Look again on", again, today + timedelta(days=1), today + casework.LATEST_DAY,
                  key="later-day", format="DD/MM/YYYY")  # fmt: skip
    st.text_area("What was asked or heard (optional)", key="later-words", height=80)


def _morning(context: WorkContext, day: date | None) -> datetime | None:
    return start_of(context.settings.community, day) if day else None
