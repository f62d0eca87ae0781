"""People's own words: which of them are printed on the public site. Somebody reads them, the director prints them."""

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.book import Action
from community.casework import WorkContext
from community.tables.message_codes import MayPublish
from community.tables.row_types import FeedbackRow
from community.tables.statuses import FeedbackStatus
from community.tables.verbs import Verb
from community.wording import wording
from dashboard import display_words, elements, page_address
from dashboard.parts import show_more, signatory_publication
from dashboard.work_session import act, now, work_context


def _with_leave(context: WorkContext) -> list[FeedbackRow]:
    """What people said that may be printed, as they told us; the newest first."""
    leave = (MayPublish.WITHOUT_NAME, MayPublish.WITH_FIRST_NAME)
    found = casework.see_all(context, FeedbackRow, lambda c: [c.may_publish.in_(leave)], order="-at")
    return [row for row in found if row.words]


def _group(context: WorkContext, name: str, heading: str, rows: Sequence[FeedbackRow], at: datetime) -> None:
    """Draw those of one kind below their heading; nothing where there are none."""
    if not rows:
        return
    elements.heading(f"{heading} · {len(rows)}")
    for row in show_more.first(name, rows):
        with st.container(key=f"item-{row.id}"):
            _one(context, row, at)
    show_more.button(name, len(rows))


def _one(context: WorkContext, row: FeedbackRow, at: datetime) -> None:
    score = wording().score.get(str(row.score))
    leave = wording().may_publish.get(row.may_publish or "", "")
    st.text(row.words or "")
    elements.lead(" · ".join(filter(None, [display_words.when(row.at, at), score, leave])))
    if row.from_whom:
        page_address.open_record(row.from_whom, "Whose words they are")
    if row.status in (FeedbackStatus.GIVEN, FeedbackStatus.MAY_PUBLISH):
        st.text_area(
            "As it is printed, without a name", row.as_printed or row.words or "", key=f"printed-{row.id}", height=100
        )
        st.checkbox("I have looked: no word in it is a name, a number or a place of theirs", key=f"stay-{row.id}")
    elif row.status == FeedbackStatus.PUBLISHED:
        elements.lead("On the site:")
        st.text(row.as_printed or "")
    with st.container(horizontal=True, key=f"decisions-{row.id}"):
        if casework.can(context.user, Verb.CHOOSE_WORDS, row):
            st.button(
                "These words may be printed", key=f"choose-{row.id}", on_click=_act, args=(casework.choose_words, row)
            )
        if casework.can(context.user, Verb.PRINT_WORDS, row):
            st.button(
                "Print it", key=f"print-{row.id}", type="primary", on_click=_act, args=(casework.print_words, row)
            )
        if casework.can(context.user, Verb.TAKE_OFF_WORDS, row):
            words = "Take it off the site" if row.status == FeedbackStatus.PUBLISHED else "Not to be printed"
            st.button(words, key=f"off-{row.id}", on_click=act, args=(casework.take_off_words, row.id),
                      kwargs={"seen": row.status})  # fmt: skip


def _act(action: Callable[..., Action], row: FeedbackRow) -> None:
    held = st.session_state
    words, stay = held.get(f"printed-{row.id}") or "", bool(held.get(f"stay-{row.id}"))
    act(action, row.id, words, seen=row.status, may_stay=stay)


here, at = work_context(), now()
st.title("People’s words")
elements.lead(
    "What people said of the help, if they let us print it. Never a name in the words: where they gave leave for it, "
    "the site puts their first name below."
)
rows = _with_leave(here)
if not rows:
    elements.lead("Nobody has let us print their words yet. The page of each match has a place to ask how it was.")
for status, heading in wording().voice_group.items():
    _group(here, status, heading, [row for row in rows if row.status == status], at)
if rows:
    signatory_publication.publishing(here, at)
