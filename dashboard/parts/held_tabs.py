"""Tabs of the spreadsheet that are held until the director answers, and the corrections that a sync brought."""

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import granted
from community.tables.canonical import moment
from community.tables.roles import Grant
from dashboard import display_words, elements, page_address
from dashboard.parts import sheet_corrections
from dashboard.work_session import act
from sheets_sync.status import SheetQuestion, answer, questions

_MEANWHILE = "Nothing of it is read or written meanwhile. Everybody goes on working in the dashboard."
_FEW = 5
"""So many syncs with corrections are shown; the page History has all."""
_NOT_YOURS = "What becomes of it is the director’s to decide."


def line(context: WorkContext) -> bool:
    """Draw on Today that the spreadsheet asks something, with the way there. Returns whether it does."""
    found = questions(context.book) if granted(context.user, Grant.ANSWER_ABOUT_HELD_TABS) else ()
    for each in found:
        with st.container(key=f"item-held-{each.tab}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(each.words, width="stretch")
            page_address.link("sheet", f"Answer about the {_tab(each)}")
    return bool(found)


def asked(context: WorkContext, found: Sequence[SheetQuestion], now: datetime) -> bool:
    """Draw the questions, each with what it looks like and the two answers. Returns whether there are any."""
    if not found:
        return False
    director = granted(context.user, Grant.ANSWER_ABOUT_HELD_TABS)
    elements.heading(f"Held until somebody answers · {len(found)}")
    elements.lead(_MEANWHILE if director else f"{_MEANWHILE} {_NOT_YOURS}")
    back = [each for each in found if each.refusable and not each.answered]
    if director and len(back) > 1:
        st.button("Put all of them back as in our book", key="refuse-all", on_click=_refuse, args=(back,))
    for each in found:
        with st.container(key=f"question-{each.tab}", gap="small"):
            st.text(each.words)
            if each.answered:
                elements.lead("Answered. The next sync does it.")
                continue
            elements.lead(f"Since {display_words.when(moment(each.since), now)}")
            if director:
                _answers(context, each)
    return True


def corrected(context: WorkContext, now: datetime) -> bool:
    """Draw the corrections of the latest syncs, each with its link and undo button. Returns whether there are any."""
    syncs = [done for done in casework.latest_actions(context) if done.sync and not done.undone]
    if syncs:
        elements.heading("Corrected in the spreadsheet")
    for done in syncs[:_FEW]:
        sheet_corrections.line(done, now)
    return bool(syncs)


def _answers(context: WorkContext, each: SheetQuestion) -> None:
    with st.container(horizontal=True, key=f"ways-{each.tab}", gap="small"):
        if each.refusable:
            st.button(f"Put it back as in our book: {_tab(each)}", key=f"refuse-{each.tab}", type="primary",
                      on_click=_refuse, args=([each],))  # fmt: skip
        if each.takeable:
            st.button(f"It is meant so, take it over: {_tab(each)}", key=f"take-{each.tab}",
                      on_click=_take, args=(each,))  # fmt: skip
    if each.takeable and context.settings.kept_in_sheet:
        elements.lead("Rows that are gone there would be lost with the next start, if you take it over.")


def _tab(each: SheetQuestion) -> str:
    return "whole spreadsheet" if each.tab == "spreadsheet" else f"tab {each.tab}"


def _refuse(chosen: Sequence[SheetQuestion]) -> None:
    def do(context: WorkContext) -> None:
        for each in chosen:
            answer(context.book, each.tab, each.print, "refuse", context.user.name)

    _say(do)


def _take(each: SheetQuestion) -> None:
    _say(lambda context: answer(context.book, each.tab, each.print, "take", context.user.name))


def _say(work: Callable[[WorkContext], None]) -> None:
    def do(context: WorkContext) -> None:
        if not granted(context.user, Grant.ANSWER_ABOUT_HELD_TABS):
            raise casework.NotAllowed(_NOT_YOURS)
        work(context)

    act(do)
