"""Follow-ups: an open call or message to come back to, and asking how a resident and a volunteer get on."""

from datetime import datetime
from functools import partial

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.actions import words_when_undone
from community.casework.calls_to_make import (
    AGAIN,
    ALONE,
    ANOTHER_DAY,
    DOUBTED,
    UNHAPPY,
    UNOPENED,
    UNPROVEN,
    WAIT,
    WORDS,
    WORRIED,
    without_ringing,
)
from community.casework.permissions import granted
from community.tables import ids, table_of
from community.tables.canonical import moment
from community.tables.message_codes import SafeWay
from community.tables.roles import Grant
from community.tables.row_types import ContactRow, MatchRow, ResidentRow
from community.tables.verbs import Verb
from community.tables.vocabulary import Channel, ContactWay, YesNo
from community.wording import contact_words, first_upper, wording
from dashboard import display_words, elements, page_address, undo_bar
from dashboard.parts import concern_dialog, contact_ways, record_link, safe_contact_view, sheet_corrections
from dashboard.work_session import act

_FEW, _SHOWN = 25, "history-shown"
_TOLD = ("Somebody to tell", "They have been told")
_OF_CALL = {
    WORDS[DOUBTED]: ("An answer that does not count", "They have been asked"),
    WORDS[ANOTHER_DAY]: ("Another day suits them better", "Both know the day"),
    WORDS[UNPROVEN]: ("A link that would not open", "They have what they need"),
    WORDS[UNOPENED]: ("Nobody opened the door", "They are safe"),
    WORDS[WORRIED]: ("A volunteer is worried", "We have heard what they saw"),
    WORDS[WAIT]: ("A volunteer who is to wait", "They wait"),
    WORDS[ALONE]: ("A volunteer who is not to go alone", "They wait"),
    WORDS[AGAIN]: ("The same volunteer again", "The volunteer has been asked"),
    WORDS[UNHAPPY]: ("It was not good", "We have heard them"),
}
"""By the words of a call still to be made: what it is about, and the button that says that somebody has made it."""


def contact(context: WorkContext, contact_id: str, now: datetime) -> None:
    """Draw one call or message, and the button that says somebody came back to it."""
    row = casework.see(context, ContactRow, contact_id)
    from_sheet = row.way == ContactWay.SHEET
    to_tell = _is_to_tell(row)
    heading = wording().who_began.get(row.direction or "", "A call or message")
    said = casework.said_in(context, contact_id) or ""
    title = _OF_CALL.get(said, _TOLD)[0] if to_tell else heading
    elements.heading("A note about the spreadsheet" if from_sheet else title, 1)
    if to_tell:
        _whom(context, row)
    by = "typed into it" if from_sheet and row.by == Channel.SHEET else f"written down by {row.by}"
    by = "came by a link" if ids.check(row.by) == row.by else by
    way = "Since a step" if to_tell else first_upper(contact_words(row.way))
    elements.lead(f"{way}, {display_words.when(row.at, now)} · {by}")
    if said:
        words = _safely(context, row, said) if to_tell else said
        elements.facts("contact", [("What to do" if to_tell else "What was said", words)])
    if row.about:
        record_link.named(row.about)
    if casework.can(context.user, Verb.DEAL_WITH_CONTACT, row):
        st.button(done_words(row, said), type="primary", on_click=act, args=(casework.deal_with_contact, contact_id),
                  kwargs={"seen": row.status})  # fmt: skip
    else:
        elements.marks([display_words.status_and_meaning("contacts", row.status)], "done")
    if to_tell and table_of(row.about) == MatchRow.TABLE:
        concern_dialog.button(context, casework.see(context, MatchRow, row.about or ""))


def done_words(call: ContactRow, said: str | None) -> str:
    """The words of the button that says that somebody has made this call, or come back to it; `said`: what it says."""
    return _OF_CALL.get(said or "", _TOLD)[1] if _is_to_tell(call) else "Dealt with"


def _is_to_tell(call: ContactRow) -> bool:
    return call.direction is None and call.with_whom is not None and call.way != ContactWay.SHEET


def _safely(context: WorkContext, call: ContactRow, said: str) -> str:
    """What to do: nothing of ringing where that is not safe for whoever is to be told, or they want texts alone."""
    try:
        who = casework.see_person(context, call.with_whom or "")
    except casework.NotFound:
        return said
    texts = isinstance(who, ResidentRow) and who.text_only == YesNo.YES
    return without_ringing(said) if texts or SafeWay.RING in casework.safe_contact(who).unsafe else said


def _whom(context: WorkContext, call: ContactRow) -> None:
    """Draw who is to be told, and how to reach them."""
    try:
        who = casework.see_person(context, call.with_whom or "")
    except casework.NotFound:
        return
    elements.person(who.name, level=2)
    concern_dialog.caution(context, who)
    contact_ways.ways(context, who)
    safe_contact_view.emergency(who)


def latest(context: WorkContext, now: datetime) -> None:
    """Draw the latest actions of people, each with its undo button."""
    many = st.session_state.get(_SHOWN, _FEW)
    found = casework.latest_actions(context, many + 1)
    if not found:
        elements.lead("Nothing has been done yet.")
    for each in found[:many]:
        if each.sync:
            sheet_corrections.line(each, now)
            continue
        with st.container(key=f"item-{each.action}", horizontal=True, vertical_alignment="center"):
            back = f" ({words_when_undone(each.verb)})" if each.undone else ""
            st.text(undo_bar.said(each.verb, undo_bar.whose(each), back).rstrip("."), width="stretch")
            elements.lead(f"{display_words.when(moment(each.at), now)} · {each.by}")
            with st.container(horizontal=True, key=f"links-{each.action}", gap="small"):
                for one in each.records[:1]:
                    page_address.link("history", elements.linked(undo_bar.whose(each), f"Open {one}"), one)
                if not each.undone and (granted(context.user, Grant.UNDO_ANYTHING) or each.by == context.user.name):
                    press = partial(undo_bar.ask, each.action) if undo_bar.is_known(context, each.action) else partial(
                        act, casework.undo, each.action)  # fmt: skip
                    st.button("Undo", key=f"undo-{each.action}", type="tertiary", on_click=press)
    if len(found) > many:
        st.button("Show older", key="older", on_click=_older, args=(many,))


def _older(shown: int) -> None:
    st.session_state[_SHOWN] = shown + _FEW
