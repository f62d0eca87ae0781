"""Calling off one visit, while the help goes on: which day, and who of the two knows of it already."""

from datetime import date, datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import MatchRow, NeedRow, VisitRow
from community.tables.verbs import Verb
from dashboard import display_words, elements, open_dialog
from dashboard.parts import dialogs

_DIALOG, _KNOW = "visit-off", "visit-off-know"


def button(context: WorkContext, match: MatchRow, now: datetime, *, about: str | None = None) -> None:
    """Draw the button that calls off the next visit, and its question; nothing where no day is agreed.

    `about`: the record of the page of whoever rings, where the match is not the page's own.
    """
    visits = casework.see_all(context, VisitRow, lambda c: [c.match_id == match.id])
    on = casework.next_visit(match, visits, now.astimezone(LONDON).date())
    if on is None or not casework.can(context.user, Verb.CALL_OFF_VISIT, match):
        return
    day, name = display_words.day(on, now), f"{_DIALOG}-{match.id}"
    st.button(f"Not on {day} …", key=f"visit-off-{match.id}", type="tertiary", on_click=open_dialog.open_dialog,
              args=(about or match.id, name))  # fmt: skip
    if open_dialog.dialog_about(about or match.id) == name:
        resident = casework.see(context, NeedRow, match.need_id).resident_id
        both = {"The resident": resident, "The volunteer": match.volunteer_id}
        dialogs.show(
            f"Nobody comes or rings on {day}?", lambda: _fields(list(both), rings=about is not None),
            "Call that day off",
            casework.call_off_visit,
            lambda: {
                "match_id": match.id, "on": date.fromisoformat(on), "seen": match.status,
                "heard": {both[who] for who in st.session_state.get(_KNOW) or () if both.get(who)},
            },
        )  # fmt: skip


def _fields(both: list[str], *, rings: bool) -> None:
    """`rings`: the resident is on the telephone."""
    elements.lead(
        "The help itself goes on as before. Agree another day with both under “Another day”, if they want one."
    )
    st.pills("Who knows of it already?", both, selection_mode="multi", default=both[:1] if rings else None, key=_KNOW)
    elements.lead(
        "Whoever does not know gets a message at once, where we write to them, and stands on Today until somebody has "
        "told them."
    )
