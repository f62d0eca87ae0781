"""One concern on the page of those on duty: what was told, what was done, and what comes next."""

from datetime import datetime

import streamlit as st

from community import concerns
from community.casework import WorkContext
from community.concerns import Concern
from community.tables import TABLES
from community.tables.status_machines import MACHINES
from community.tables.statuses import ConcernStatus
from community.tables.vocabulary import ConcernStepKind
from community.wording import first_upper, spelled, status_words, wording
from dashboard import display_words, elements
from dashboard.parts import record_link
from dashboard.work_session import act

_ANSWER = {
    "yes": "Yes",
    "no": "No",
    "unsure": "Not sure",
    "volunteer": "A volunteer",
    "runs_it": "Somebody who runs this",
    concerns.DIRECTOR: "Nobody was harmed: it is a complaint about the director",
}
_TOLD = {
    "danger": "In danger now, and what was done",
    "wishes": "What the person wants, and whether they can decide it",
    "council": "Council told, or why not",
    "to": "Referred to",
    "why": "Why, and who decided",
}


def told(context: WorkContext, concern: Concern) -> None:
    """Draw what the person who raised it said, and the words that were moved here."""
    said = [(TABLES["concerns"][name].means, _ANSWER.get(text, text)) for name, text in concern.told.items()]
    elements.facts("told", said)
    for each in concern.named:
        if each.id is not None:
            with st.container(horizontal=True, key=f"named-{each.id}", vertical_alignment="center"):
                elements.lead(f"Names {each.id}")
                record_link.named(each.id)
        elif each.kind == "works_here":
            elements.lead(f"Names somebody who works here: {each.name}")
    if concern.moved:
        elements.heading("Moved here from the record", 3)
        elements.facts("moved", [(f"{m.id}: {spelled(m.field)}", m.words) for m in concern.moved])
    relies = concerns.who_relies(context, concern)
    if relies:
        elements.heading("Who relied on the volunteer: arrange cover", 3)
    for one in relies:
        with st.container(horizontal=True, key=f"relies-{one.match_id}", vertical_alignment="center"):
            st.text(f"{one.resident or 'No name given'}: {display_words.task(context.settings, one.task_type)}")
            record_link.named(one.match_id)


def done(concern: Concern, now: datetime) -> None:
    """Draw what was done about it, the earliest first."""
    for number, step in enumerate(concern.steps):
        with st.container(key=f"step-{number}", gap=None):
            elements.lead(f"{_step(step.what)} · {display_words.when(step.at, now)} · {step.by}")
            st.text("\n".join(f"{_TOLD.get(name, name)}: {text}" for name, text in step.told.items()))


def prompts(context: WorkContext, concern: Concern) -> None:
    """Draw what to think of. The program does none of it."""
    elements.heading("Whom to ring", 3)
    elements.steps(concerns.numbers(context.settings, concern.route))
    elements.heading("Have you thought of", 3)
    elements.reasons(concerns.prompts(concern.route))


def next_steps(concern: Concern) -> None:
    """Draw the buttons and questions of the steps that may follow."""
    one, seen = concern.id, concern.status
    if seen == ConcernStatus.RAISED:
        st.button(_button(ConcernStepKind.ACKNOWLEDGED), type="primary", key=f"acknowledge-{one}", on_click=act,
                  args=(concerns.take_step, one, ConcernStepKind.ACKNOWLEDGED, {}), kwargs={"seen": seen})  # fmt: skip
    follow = [ConcernStepKind(status) for status in MACHINES["concerns"].statuses[seen].next]
    for what in (*(step for step in follow if step in concerns.MUST_SAY), ConcernStepKind.NOTE):
        decides = what == ConcernStepKind.DECIDED
        with st.expander("Decide" if decides else _step(what), expanded=decides):
            for name in concerns.MUST_SAY[what]:
                st.text_area(_TOLD[name], key=f"{what}-{name}-{one}", height=68)
            st.button(_button(what), key=f"{what}-{one}", on_click=_take, args=(one, what, seen))
    if seen != ConcernStatus.CLOSED:
        with st.expander("Name one more record"):
            st.text_input("Its number", key=f"name-{one}")
            st.button("Keep it apart", key=f"apart-{one}", on_click=_name, args=(one,))


def _step(what: str) -> str:
    return "A note" if what == ConcernStepKind.NOTE else first_upper(status_words("concerns", what))


def _button(what: str) -> str:
    return wording().concern_step.get(what, "Write down the note")


def _take(one: str, what: ConcernStepKind, seen: str) -> None:
    answers = {name: st.session_state.get(f"{what}-{name}-{one}") or "" for name in concerns.MUST_SAY[what]}
    act(concerns.take_step, one, what, answers, seen=seen)


def _name(one: str) -> None:
    act(concerns.name_record, one, st.session_state.get(f"name-{one}") or "")


def reads(context: WorkContext, concern: Concern, now: datetime) -> None:
    """Draw who opened it, and when."""
    with st.expander("Who opened this"):
        for at, by in concerns.reads(context, concern.id):
            elements.lead(f"{display_words.when(at.isoformat(), now)} · {by}")
