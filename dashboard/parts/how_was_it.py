"""How the help was for the resident: what they said, and the fields for what they say on the telephone."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import Voice, WorkContext
from community.tables.message_codes import MayPublish
from community.tables.row_types import FeedbackRow, MatchRow
from community.tables.verbs import Verb
from community.wording import wording
from dashboard import display_words, elements
from dashboard.work_session import act, refused


def draw(context: WorkContext, match: MatchRow, now: datetime) -> None:
    """Draw what the resident said of this help, as far as the user may read it, and the fields for more."""
    for said in casework.see_all(context, FeedbackRow, lambda c: [c.about == match.id], order="-at"):
        score = wording().score.get(str(said.score))
        elements.lead(" · ".join(filter(None, ["The resident said", score, display_words.when(said.at, now)])))
        if said.words:
            st.text(said.words)
            elements.lead(wording().may_publish.get(said.may_publish or "", ""))
    if casework.can(context.user, Verb.NOTE_FEEDBACK, match):
        with st.expander("Ask the resident how it was"):
            _fields(match)


def _fields(match: MatchRow) -> None:
    one = match.id
    scores = {int(code): words for code, words in wording().score.items()}
    st.segmented_control("How was it?", list(scores), format_func=scores.__getitem__, key=f"score-{one}")
    st.text_area("In their words (optional)", key=f"words-{one}", height=100)
    codes = [each.value for each in MayPublish]
    st.selectbox("Their words", codes, key=f"print-{one}", format_func=wording().may_publish.__getitem__, width=320)
    st.checkbox("They would like the same volunteer again", key=f"same-again-{one}")
    with st.container(horizontal=True, key=f"decisions-voice-{one}"):
        st.button("Write down what they said", key=f"voice-{one}", on_click=_note, args=(one, match.status))


def _note(match_id: str, seen: str) -> None:
    held = st.session_state
    voice = Voice(
        held.get(f"score-{match_id}"),
        held.get(f"words-{match_id}") or "",
        MayPublish(held.get(f"print-{match_id}") or MayPublish.NO),
        again=bool(held.get(f"same-again-{match_id}")),
    )
    act(casework.note_voice, match_id, voice, seen=seen)
    if not refused():
        held[f"score-{match_id}"], held[f"words-{match_id}"], held[f"same-again-{match_id}"] = None, "", False
        held[f"print-{match_id}"] = MayPublish.NO.value
