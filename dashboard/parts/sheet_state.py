"""The state of the spreadsheet: what waits, what is gone there, and what could not be taken in."""

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.book import Book, utc_now
from community.casework import Visibility, WorkContext
from community.casework.permissions import granted
from community.tables import TABLES, ids
from community.tables.canonical import instant
from community.tables.roles import Grant
from community.wording import counted, first_upper, spelled
from dashboard import display_words, elements
from dashboard.parts import help_guide, record_link, sheet_questions
from dashboard.work_session import act
from sheets_sync.status import Missing, SetAside, SyncStatus, leave_out, put_back

FEW = 50
"""So many lines of each kind are drawn; the rest is a number."""
RUN = "python start.py sheets_sync"
HOW = (
    "Somebody makes an empty Google spreadsheet, in an account that belongs to the organisation.",
    "They make a service account, the program’s own account at Google, and download its key.",
    "They share the spreadsheet with the service account’s address, as Editor, and with no strangers.",
    "They write the spreadsheet’s address into SHEET_ID, and where the key is into GOOGLE_SERVICE_ACCOUNT.",
    f"They run these, one after the other: {RUN} check, {RUN} provision, {RUN} run.",
)


def not_set_up() -> None:
    """Draw the words on how to begin."""
    elements.lead("No spreadsheet is set up. The book is complete without one.")
    elements.heading("What it would give you")
    elements.lead("Director and coordinators could look at everything in a spreadsheet, and put mistakes right there.")
    how_to_set_one_up()


def how_to_set_one_up() -> None:
    """Draw the set-up in short, and each step in full: the reader may never see the folder that holds the guide."""
    elements.heading("How to set one up")
    elements.steps(HOW)
    elements.lead(
        "Each step in full, with pictures. Half an hour is enough, without a developer. docs/google-sheets.md has all."
    )
    help_guide.steps("google-sheets.md", "Set it up")


def how_it_goes(context: WorkContext, found: SyncStatus, now: datetime) -> None:
    """Draw when the last sync was, whether it failed, and how much waits."""
    if found.last is None:
        again = (
            "it begins by itself. “Reboot app” begins it again"
            if context.settings.kept_in_sheet
            else f"{RUN} run keeps it so"
        )
        elements.lead(f"Not in step yet: {again}.")
    else:
        elements.lead(f"Last in step {display_words.when(found.last, now)}")
    if found.error:
        elements.marks([f"Every try has failed since {display_words.when(found.failed_at, now)}."], "alarm")
        elements.lead(found.error)
    if found.waiting:
        many = f"Still to be written there: {counted(found.waiting, 'row')}, changes counted too."
        elements.lead(many if not context.settings.kept_in_sheet else f"{many} Until then they are not saved.")
    elements.marks(found.problems, "note")


def two_answers(context: WorkContext, now: datetime) -> bool:
    """Draw the conflicts to settle, as on Today. Returns whether there are any."""
    found = casework.conflicts(context)
    if found:
        elements.heading(f"Two answers · {len(found)}")
        elements.lead("The spreadsheet and our book differ. Find out which is right, and say so.")
    for each in found[:FEW]:
        with st.container(key=f"item-conflict-{each.id}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(
                f"{each.who or each.record_id}: {spelled(each.field.removeprefix('extra.'))}",
                width="stretch",
            )
            elements.lead(f"{sheet_questions.whose(each)} {display_words.when(each.at, now)}")
            with st.container(horizontal=True, key=f"links-{each.id}", gap="small"):
                record_link.named(each.record_id)
                sheet_questions.settle_button(each.id, each.record_id)
    _more(found)
    return bool(found)


def gone(context: WorkContext, missing: Sequence[Missing], now: datetime) -> bool:
    """Draw the rows that are gone from the spreadsheet, for the director to decide. Returns whether there are any."""
    if not missing:
        return False
    director = granted(context.user, Grant.DECIDE_ABOUT_DELETED_ROWS)
    elements.heading(f"Gone from the spreadsheet · {len(missing)}")
    elements.lead("Somebody deleted these rows there. The book still has them, and nobody is forgotten.")
    if context.settings.kept_in_sheet:
        elements.marks(["This disk forgets: what is not put back is lost with the next start."], "alarm")
    if director and len(missing) > 1:
        st.button("Put all of them back", key="back-all", on_click=_back, args=(missing,))
    for each in missing[:FEW]:
        with st.container(
            key=f"item-gone-{each.tab}-{each.id}", horizontal=True, vertical_alignment="center", gap="small"
        ):
            st.text(f"{first_upper(spelled(each.tab))} {each.id}", width="stretch")
            elements.lead(f"missed since {display_words.when(each.since, now)}")
            with st.container(horizontal=True, key=f"links-{each.tab}-{each.id}", gap="small"):
                if ids.check(each.id):
                    record_link.named(each.id)
                if director:
                    st.button(f"Put it back: {each.id}", key=f"back-{each.tab}-{each.id}",
                              on_click=_back, args=([each],))  # fmt: skip
                    st.button(f"It may stay out: {each.id}", key=f"out-{each.tab}-{each.id}",
                              on_click=_out, args=([each],))  # fmt: skip
    _more(missing)
    return True


def set_aside(aside: Sequence[SetAside]) -> bool:
    """Draw what could not be taken in or written, where it stands, and why. Returns whether there is any."""
    if not aside:
        return False
    elements.heading(f"Set aside · {len(aside)}")
    elements.lead("These could not be taken over or written. What is put right in the spreadsheet is looked at again.")
    for number, each in enumerate(aside[:FEW]):
        with st.container(key=f"item-aside-{number}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(each.why, width="stretch")
            elements.lead(" · ".join(filter(None, (each.tab, f"row {each.place}" if each.place else "", each.id))))
            with st.container(key=f"links-aside-{number}"):
                if each.id and ids.check(each.id) and each.tab in TABLES:
                    record_link.named(each.id)
    _more(aside)
    return True


def concerns(context: WorkContext, visible: Visibility, tab: str, record_id: str | None) -> bool:
    """Whether the user may know about this row of the spreadsheet; the director may know about all."""
    if granted(context.user, Grant.SEE_ALL_OF_THE_SHEET):
        return True
    return record_id is not None and tab in TABLES and visible.keeps_record(tab, record_id)


def _more(found: Sequence[object]) -> None:
    if len(found) > FEW:
        elements.lead(f"and {len(found) - FEW:,} more")


def _back(chosen: Sequence[Missing]) -> None:
    _choose(lambda book: put_back(book, [(each.tab, each.id) for each in chosen]))


def _out(chosen: Sequence[Missing]) -> None:
    _choose(lambda book: leave_out(book, [(each.tab, each.id) for each in chosen], instant(utc_now())))


def _choose(work: Callable[[Book], None]) -> None:
    def do(context: WorkContext) -> None:
        if not granted(context.user, Grant.DECIDE_ABOUT_DELETED_ROWS):
            raise casework.NotAllowed("What becomes of deleted rows is the director’s to decide.")
        work(context.book)

    act(do)
