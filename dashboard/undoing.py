"""What was done last, and the way back."""

import streamlit as st

from community import casework
from community.casework import Desk
from dashboard import address, keys
from dashboard.desk import act, refused
from dashboard.plain import lead

DONE = {
    "triage": "Request accepted",
    "close_request": "Request closed",
    "mark_duplicate": "Closed as a duplicate",
    "no_answer": "Noted: no answer. It comes back on the next working morning",
    "hold": "Put aside until then",
    "log_contact": "Written down",
    "deal_with_contact": "Dealt with",
    "clear_flag": "Flag cleared",
    "correct": "Put right",
    "settle": "Settled",
    "give_to_hub": "Given to the hub",
    "approve": "Match approved. Now ring the volunteer",
    "choose_another": "Another volunteer chosen",
    "decline": "Proposal declined",
    "rang": "Call written down",
    "release": "Name and telephone number given to the volunteer, and that is written down",
    "resident_told": "The resident knows who comes",
    "done": "Help given",
    "not_given": "Written down",
    "end": "Ended",
    "cancel": "Called off",
    "close_need": "Need closed",
    "reopen_need": "Need open again",
    "pair_asked": "Written down",
    "move_volunteer": "Volunteer moved",
    "induct": "Induction written down",
    "add_check": "Check written down",
    "approve_organisation": "Organisation approved",
    "withdraw_organisation": "Organisation withdrawn",
    "weigh": "These weights count from now on",
    "take_sheet": "Taken over from the spreadsheet",
    "undo": "Undone",
    "propose": "Proposals made",
}


def bar(desk: Desk) -> None:
    """The last action of this address in words, with the button that takes it back.

    The browser's Back brings an old address again: what has been changed since is not told as if it were so.
    """
    action = address.did()
    if action is None or not casework.still_holds(desk, action):
        return
    verb = action.rpartition("-")[0]
    with st.container(horizontal=True, vertical_alignment="center", key="did"):
        lead(f"{DONE.get(verb, 'Done')}.")
        if casework.user_can_undo(desk, action):
            label = "Undo" if verb != "undo" else "Do it again"
            st.button(label, key="undo", shortcut=keys.key("U"), on_click=_undo, args=(desk, action))


def _undo(desk: Desk, action: str) -> None:
    """Take it back, and show the record it was about where this page shows such records."""
    act(casework.undo, action)
    shown = st.query_params.get(address.ID, "")
    if not refused():
        touched = next((done.records for done in casework.latest(desk, 3) if done.action == address.did()), ())
        again = next((one for one in touched if one[:1] == shown[:1]), None)
        address.went(**({address.ID: again} if again else {}))
