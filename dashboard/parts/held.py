"""What is held in the spreadsheet until the director answers; and taking back what one sync brought."""

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.book import CannotUndo
from community.casework import Corrected, Desk
from community.casework.permissions import granted
from community.tables.canonical import moment
from dashboard import address, plain, words
from dashboard.desk import act
from sheets_sync.status import Question, answer, questions

_MEANWHILE = "Nothing of it is read or written meanwhile. Everybody goes on working in the dashboard."
_NOT_YOURS = "What becomes of it is the director’s to decide."


def line(desk: Desk) -> bool:
    """On Today: that the spreadsheet asks something, and the way there. Whether it does."""
    found = questions(desk.book) if granted(desk.user, "answer_about_held_tabs") else ()
    for each in found:
        with st.container(key=f"item-held-{each.tab}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(each.words, width="stretch")
            address.link("sheet", f"Answer about the {_tab(each)}")
    return bool(found)


def asked(desk: Desk, found: Sequence[Question], now: datetime) -> bool:
    """The questions, each with what it looks like and the two answers. Whether there are any."""
    if not found:
        return False
    director = granted(desk.user, "answer_about_held_tabs")
    plain.heading(f"Held until somebody answers · {len(found)}")
    plain.lead(_MEANWHILE if director else f"{_MEANWHILE} {_NOT_YOURS}")
    if director and sum(not each.answered for each in found) > 1:
        st.button("Put all of them back as in our book", key="refuse-all", on_click=_refuse, args=(found,))
    for each in found:
        with st.container(key=f"question-{each.tab}", gap="small"):
            st.text(each.words)
            if each.answered:
                plain.lead("Answered. The next sync does it.")
                continue
            plain.lead(f"Since {words.when(moment(each.since), now)}")
            if director:
                _answers(desk, each)
    return True


def corrected(desk: Desk, now: datetime) -> bool:
    """The corrections of the latest syncs, each sync with one button that takes all of it back. Whether any are."""
    found = [each for each in casework.corrected_together(desk) if not each.undone]
    if found:
        plain.heading("Corrected in the spreadsheet")
    for each in found:
        with st.container(key=f"item-sync-{each.at}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(f"{_count(each)}, {words.when(moment(each.at), now)}", width="stretch")
            st.button("Take all of it back", key=f"together-{each.at}", type="tertiary",
                      on_click=act, args=(_take_back, each.at))  # fmt: skip
    return bool(found)


def _answers(desk: Desk, each: Question) -> None:
    with st.container(horizontal=True, key=f"ways-{each.tab}", gap="small"):
        st.button(f"Put it back as in our book: {_tab(each)}", key=f"refuse-{each.tab}", type="primary",
                  on_click=_refuse, args=([each],))  # fmt: skip
        if each.takeable:
            st.button(f"It is meant so, take it over: {_tab(each)}", key=f"take-{each.tab}",
                      on_click=_take, args=(each,))  # fmt: skip
    if each.takeable and desk.settings.kept_in_sheet:
        plain.lead("Rows that are gone there would be lost with the next start, if you take it over.")


def _tab(each: Question) -> str:
    return "whole spreadsheet" if each.tab == "spreadsheet" else f"tab {each.tab}"


def _count(each: Corrected) -> str:
    cells = f"{each.cells:,} value{'' if each.cells == 1 else 's'}"
    return f"{cells} of {each.records:,} record{'' if each.records == 1 else 's'}"


def _refuse(chosen: Sequence[Question]) -> None:
    def do(desk: Desk) -> None:
        for each in chosen:
            answer(desk.book, each.tab, each.print, "refuse", desk.user.name)

    _say(do)


def _take(each: Question) -> None:
    _say(lambda desk: answer(desk.book, each.tab, each.print, "take", desk.user.name))


def _say(work: Callable[[Desk], None]) -> None:
    def do(desk: Desk) -> None:
        if not granted(desk.user, "answer_about_held_tabs"):
            raise casework.NotAllowed(_NOT_YOURS)
        work(desk)

    act(do)


def _take_back(desk: Desk, at: str) -> None:
    done = casework.undo_together(desk, at)
    if done.stand:
        raise CannotUndo(
            f"{done.done} taken back. {done.stand} stand, because something has happened to them since: see History."
        )
