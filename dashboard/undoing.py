"""What was done last and about whom, and the way back."""

import contextlib

import streamlit as st

from community import casework
from community.casework import Desk
from dashboard import address, keys, words
from dashboard.desk import act, now, refused
from dashboard.plain import lead

DONE = {
    "triage": "Accepted",
    "close_request": "Request closed",
    "mark_duplicate": "Closed as a duplicate",
    "no_answer": "No answer; put aside",
    "hold": "Put aside",
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
_STANDS = {
    "checking": "The checks have begun",
    "ready": "May be asked now",
    "paused": "Rests",
    "left": "Has stopped volunteering",
    "declined": "Was told no",
}
_PUT_ASIDE = {"R": "help_requests", "N": "needs", "V": "volunteers"}


def bar(desk: Desk) -> None:
    """The last action of this address: whom it was about, what was done, and the button that takes it back.

    It stands above the record that it was about, and nowhere else above a name: of somebody else it is told at the
    foot of the page. The browser's Back brings an old address again: what has been changed since is not told as if it
    were so.
    """
    action = address.did()
    done = casework.done_by(desk, action) if action else None
    if done is None or not casework.still_holds(desk, done.action):
        return
    place = contextlib.nullcontext() if _is_shown(desk, done) else st.bottom
    with place, st.container(horizontal=True, vertical_alignment="center", key="did"):
        who = done.who or next(iter(done.records), None)
        lead(said(done.verb, who, _back(desk, done), _moved(desk, done)))
        if casework.user_can_undo(desk, done.action):
            label = "Undo" if done.verb != "undo" else "Do it again"
            st.button(label, key="undo", shortcut=keys.key("U"), on_click=_undo, args=(desk, done.action))


def said(verb: str, who: str | None, more: str = "", told: str | None = None) -> str:
    """What was done, in words that begin with whom it was about: `Ada Asks: accepted.`"""
    words_ = told or DONE.get(verb, words.said(verb).capitalize())
    sentence = f"{who}: {words_[:1].lower()}{words_[1:]}" if who else words_
    return f"{sentence}{more}."


def _back(desk: Desk, done: casework.Done) -> str:
    """Of what was put aside, when it comes back."""
    if done.verb not in {"no_answer", "hold"}:
        return ""
    for one in done.records:
        table = _PUT_ASIDE.get(one[:1])
        until = casework.see(desk, table, one)["hold_until"] if table else None
        if until:
            return f" until {words.when(until, now())}"
    return ""


def _moved(desk: Desk, done: casework.Done) -> str | None:
    """Of a volunteer, where they stand now."""
    one = next((one for one in done.records if one.startswith("V-")), None)
    if done.verb != "move_volunteer" or one is None:
        return None
    return _STANDS.get(casework.see(desk, "volunteers", one)["status"])


def _is_shown(desk: Desk, done: casework.Done) -> bool:
    """Whether the page shows what it was about: the record itself, or of a match its need or its volunteer."""
    shown = address.record("")
    if shown is None or shown in done.records:
        return shown is not None
    matches = [one for one in done.records if one.startswith("M-")]
    found = casework.see_all(desk, "matches", lambda c: [c.id.in_(matches)]) if matches else []
    return any(shown in {match["need_id"], match["volunteer_id"]} for match in found)


def _undo(desk: Desk, action: str) -> None:
    """Take it back, and show the record it was about where this page shows such records."""
    act(casework.undo, action)
    shown = st.query_params.get(address.ID, "")
    if not refused():
        touched = next((done.records for done in casework.latest(desk, 3) if done.action == address.did()), ())
        again = next((one for one in touched if one[:1] == shown[:1]), None)
        address.went(**({address.ID: again} if again else {}))
