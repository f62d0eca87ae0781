"""Complaints: the lists, what one says and by when they hear from us, and the steps that may follow."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.settings.response_promise import end_of
from community.tables import TABLES
from community.tables.canonical import LONDON, moment, split
from community.tables.flags import Flag
from community.tables.message_codes import ComplaintKind
from community.tables.row_types import ComplaintRow
from community.tables.statuses import ComplaintStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo
from community.wording import first_upper, flag_name, wording
from dashboard import display_words, elements, open_dialog, page_address, shortcuts
from dashboard.parts import data_request_view, dialogs, record_link
from dashboard.work_session import act

_FACTS = ("words", "wants", "telephone", "email", "answer")
HARM = "Somebody was harmed: speak to the lead before you answer"


def everything(context: WorkContext, at: datetime) -> None:
    """Draw the lists: to acknowledge, to answer, answered."""
    rows = casework.see_all(context, ComplaintRow)
    if not rows:
        elements.lead("Nobody has complained. What is sent by the form, or taken down in a call, stands here.")
    numbers = casework.numbers_to_show(context, [row.telephone for row in rows])
    for status, heading in wording().complaint_group.items():
        found = sorted((row for row in rows if row.status == status), key=_may_wait)
        if found:
            elements.heading(f"{heading} · {len(found)}")
        for row in found:
            with st.container(key=f"item-{row.id}"):
                page_address.open_record(row.id, row.name or "No name given")
                if not _may_wait(row):
                    elements.marks([flag_name(Flag.CRISIS_WORDS)], "alarm")
                number, facts = numbers[row.telephone], [first_upper(kind(row)), stands(context, row, at)]
                elements.line([*facts, *([number] if number else [])], number if number == row.telephone else None)


def _may_wait(row: ComplaintRow) -> bool:
    """Whether nothing in it is to be read first: as on Today, until they know that we have it."""
    return row.status != ComplaintStatus.RECEIVED or Flag.CRISIS_WORDS not in split(row.flags)


def kind(row: ComplaintRow) -> str:
    """What it is."""
    return wording().complaint_kind[row.kind or ComplaintKind.COMPLAINT]


def stands(context: WorkContext, row: ComplaintRow, at: datetime) -> str:
    """Where it stands, and by when they hear from us."""
    if row.status == ComplaintStatus.RECEIVED:
        return f"say that we have it by {display_words.when(casework.acknowledged_by(context.settings, row), at)}"
    second = " a second time" if not casework.may_go_further(row) else ""
    if row.status == ComplaintStatus.ACKNOWLEDGED and row.answer_by:
        due = end_of(context.settings.community, datetime.fromisoformat(row.answer_by).date())
        late = ": it is late" if due < at else ""
        return f"answer{second} by {display_words.when(due, at)}{late}"
    return f"answered{second}"


def told(context: WorkContext, row: ComplaintRow) -> None:
    """Draw what they said and what we answered, and the way to the record it is about."""
    if row.harm == YesNo.YES:
        elements.marks([f"{HARM}."], "alarm")
        if row.words is None:
            elements.lead("What they said is with the safeguarding lead, and is kept nowhere else.")
    columns = TABLES[row.table].by_name
    shown = {**row, "telephone": casework.numbers_to_show(context, [row.telephone])[row.telephone]}
    elements.facts("told", [(columns[name].means, str(shown[name])) for name in _FACTS if shown[name]])
    if row.about:
        elements.lead("The record of whoever complained, or of what it is about")
        record_link.named(row.about)


def next_steps(context: WorkContext, row: ComplaintRow) -> None:
    """Draw the buttons of the steps that may follow."""
    seen = {"seen": row.status}
    if casework.can(context.user, Verb.ACKNOWLEDGE_COMPLAINT, row):
        elements.lead("Ring, write or go there: say that we have it, who looks into it, and by when they hear.")
        if casework.is_data_request(row):
            st.date_input("Which day did it come? The month begins then", moment(row.at).astimezone(LONDON).date(),
                          key=f"came-{row.id}", format="DD/MM/YYYY")  # fmt: skip
        st.button("They know that we have it", type="primary", shortcut=shortcuts.key("K"), on_click=_acknowledge,
                  args=(row.id, row.status))  # fmt: skip
    data_request_view.section(context, row)
    if casework.can(context.user, Verb.ANSWER_COMPLAINT, row):
        st.text_area("What we answered, and what was done", key=f"answer-{row.id}", height=140)
        st.button("They have our answer", type="primary", shortcut=shortcuts.key("Ctrl+Enter"), on_click=_answer,
                  args=(row.id, row.status))  # fmt: skip
    if casework.can(context.user, Verb.SECOND_STAGE, row) and casework.may_go_further(row):
        st.button("They are not content", shortcut=shortcuts.key("N"), on_click=open_dialog.open_dialog,
                  args=(row.id, "second"))  # fmt: skip
    if open_dialog.dialog_about(row.id) == "second":
        dialogs.show(
            "Who looks at it anew?", _who, "They look at it", casework.second_stage,
            lambda: {"complaint_id": row.id, "looked_at_by": st.session_state.get("looks-anew"), **seen},
        )  # fmt: skip


def _who() -> None:
    elements.lead("Somebody who was not involved, such as a trustee. Tell them what was said and what we answered.")
    st.text_input("Their name", key="looks-anew", autocomplete="off")


def _acknowledge(complaint_id: str, seen: str) -> None:
    act(casework.acknowledge_complaint, complaint_id, came_on=st.session_state.get(f"came-{complaint_id}"), seen=seen)


def _answer(complaint_id: str, seen: str) -> None:
    act(casework.answer_complaint, complaint_id, st.session_state.get(f"answer-{complaint_id}"), seen=seen)
