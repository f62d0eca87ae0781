"""What came from the spreadsheet and waits for a person: conflicts to settle, and notes typed into a view."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import Conflict, WorkContext, WorklistItem
from community.tables.vocabulary import Channel, LineKind
from community.wording import spelled
from dashboard import display_words, elements, open_dialog
from dashboard.parts import dialogs, record_link
from dashboard.work_session import act

KINDS = frozenset({LineKind.CONFLICT, LineKind.SHEET_NOTE})
_DIALOG = "settle"
_CHOICE, _WHY = "settle-choice", "settle-why"


def ways_on(item: WorklistItem) -> None:
    """Draw the link to the record that the line is about, and the button that deals with the line."""
    with st.container(horizontal=True, key=f"links-{item.id}", gap="small"):
        if item.about:
            record_link.named(item.about)
        if item.kind == LineKind.CONFLICT:
            settle_button(item.id, item.about or item.id)
        else:
            args = (casework.deal_with_contact, item.id)
            st.button(f"Dealt with: {item.id}", key=f"dealt-{item.id}", on_click=act, args=args)


def settle_button(change_id: str, about: str) -> None:
    """Draw the button that opens the question about one late change."""
    args = (change_id, _DIALOG)
    st.button(f"Settle: {about}", key=f"settle-{change_id}", on_click=open_dialog.open_dialog, args=args)


def open_question(context: WorkContext, now: datetime, unfolded: str | None = None) -> None:
    """Draw the question that somebody opened, if it still waits; any other dialog closes.

    `unfolded`: the record whose line is unfolded, which draws its own.
    """
    asked, name = st.session_state.get(open_dialog.DIALOG, ("", ""))
    if str(name).startswith(open_dialog.ANYWHERE) or asked == unfolded:
        return
    if open_dialog.dialog_about(str(asked)) != _DIALOG:
        open_dialog.close_dialog()
        return
    found = next((each for each in casework.conflicts(context) if each.id == asked), None)
    if found is None:
        open_dialog.close_dialog()
        return
    dialogs.show(
        "Which is right?", lambda: _fields(found, now), "Settle it", casework.settle_conflict,
        lambda: {
            "change_id": found.id,
            "choice": st.session_state.get(_CHOICE),
            "seen": found.ours,
            "reason": st.session_state.get(_WHY) or "",
        },
    )  # fmt: skip


def whose(found: Conflict) -> str:
    """Who made the late change, and how."""
    return "Typed into the spreadsheet" if found.by == Channel.SHEET else f"Decided elsewhere by {found.by}"


def said(found: Conflict) -> list[tuple[str, str]]:
    """Both answers, each with whose it is."""
    ours = spelled(found.ours) if found.ours else "nothing"
    theirs = spelled(found.theirs) if found.theirs else "nothing"
    if found.field == "void":
        theirs = "taken back" if found.theirs else "brought back"
    if not found.known:
        ours = "taken back: the record is not in use"
    return [(whose(found), theirs), ("In our book now", ours)]


def _fields(found: Conflict, now: datetime) -> None:
    field = spelled(found.field.removeprefix("extra."))
    elements.lead(f"{found.record_id} · {field} · {display_words.when(found.at, now)}")
    elements.facts(f"said-{found.id}", said(found))
    named = {"theirs": "The late answer is right: put it into the book", "ours": "Keep what the book says"}
    if not found.takeable:
        del named["theirs"]
        elements.lead("This can’t simply be put in. If it is right, keep the book for now and do it on its own page.")
    st.radio("Your decision", list(named), index=None, format_func=named.__getitem__, key=_CHOICE)
    st.text_input("How do you know?", key=_WHY, placeholder="I rang her")
