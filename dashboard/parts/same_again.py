"""The same again: what a caller had before, each with its key, and one more key that writes it down."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import NeedRow, ResidentRow
from community.tables.statuses import NeedStatus
from community.tables.vocabulary import URGENCIES
from community.wording import first_lower, joined, wording
from dashboard import display_words, elements, shortcuts, take_call
from dashboard.parts import risk_question
from dashboard.parts.resident_help import HelpSoFar
from dashboard.work_session import work_context

_MOST = 4
LOOK_BEYOND = (
    "Anything else that would help?",
    "Is everybody safe? Is there anybody they are afraid of?",
    "Is there food in the house, for today and tomorrow?",
    "Who else is there? Does anybody help them, or need help too?",
)
"""What is asked besides, whatever the call is about."""


def draw(context: WorkContext, resident: ResidentRow, found: HelpSoFar, now: datetime) -> None:
    """Draw the latest help of each kind that is over, and how to ask for it again."""
    had = _had(context, found)
    if not had:
        return
    elements.heading("The same again?")
    chosen = _chosen(resident.id)
    with st.container(key="decisions-again", gap="small"):
        for key, need in zip("1234", had, strict=False):
            task = display_words.task(context.settings, need.task_type)
            with st.container(key=f"fact-{need.id}", horizontal=True, vertical_alignment="center"):
                st.button(f"{task} again", key=f"again-{need.id}", shortcut=shortcuts.key(key), width=260,
                          type="primary" if need.id in chosen else "secondary",
                          on_click=_choose, args=(_key(resident.id), need.id, need.id not in chosen))  # fmt: skip
                elements.lead(_last(found, need, now))
    asked = [need for need in had if need.id in chosen]
    if asked:
        _confirm(context, resident, asked)


def _confirm(context: WorkContext, resident: ResidentRow, asked: list[NeedRow]) -> None:
    tasks = joined([first_lower(display_words.task(context.settings, need.task_type)) for need in asked])
    with st.container(key="card-again", gap="small"):
        elements.heading(f"Once more: {tasks}", 3)
        st.selectbox(
            "How soon?", list(reversed(URGENCIES)), index=None, placeholder="As before; never “today” by itself",
            format_func=wording().urgency.__getitem__, key=_soon(take_call.call_key(), resident.id), width=320,
        )  # fmt: skip
        elements.reasons(LOOK_BEYOND)
        elements.heading(risk_question.QUESTION, 3)
        with st.container(horizontal=True, key="decisions-risk"):
            known = casework.speak_to_the_lead(context, resident)
            st.button(
                "Write it down: the lead knows" if known else "Nobody is: write it down", type="primary",
                key=f"again-no-{resident.id}", shortcut=shortcuts.key("N"), on_click=_write,
                args=(take_call.call_key(), resident.id, tuple(need.id for need in asked)),
            )  # fmt: skip
            risk_question.somebody_may(resident.id)


def _had(context: WorkContext, found: HelpSoFar) -> list[NeedRow]:
    """The latest need of each kind that is over, and of which none is open."""
    still = {need.task_type for need in found.needs if need.status == NeedStatus.OPEN}
    latest: dict[str, NeedRow] = {}
    for need in found.needs:
        if need.task_type in context.settings.task_types and need.task_type not in still:
            latest.setdefault(need.task_type, need)
    return list(latest.values())[:_MOST]


def _last(found: HelpSoFar, need: NeedRow, now: datetime) -> str:
    """When it was asked for, and who came on which day, or why it was closed."""
    came = next((visit for visit in found.visits if visit.need_id == need.id), None)
    who = found.volunteers.get(came.volunteer_id) if came else None
    why = wording().closed_reason.get(need.closed_reason or "")
    last = f"{who.name if who else 'somebody'} came {display_words.day(came.on, now)}" if came else why
    return "; ".join(filter(None, [f"Asked {display_words.when(need.asked_at or need.at, now)}", last]))


def _chosen(resident_id: str) -> frozenset[str]:
    found: frozenset[str] = st.session_state.get(_key(resident_id), frozenset())
    return found


def _choose(key: str, need_id: str, wanted: bool) -> None:
    st.session_state[key] = st.session_state.get(key, frozenset()) - {need_id} | ({need_id} if wanted else frozenset())


def _write(key: str, resident_id: str, need_ids: tuple[str, ...]) -> None:
    here = work_context()
    soon = st.session_state.get(_soon(key, resident_id))
    needs = [casework.see(here, NeedRow, one) for one in need_ids]
    take_call.again(key, resident_id, [casework.same_as(need, soon) for need in needs], {})


def _key(resident_id: str) -> str:
    return f"same-{take_call.call_key()}-{resident_id}"


def _soon(key: str, resident_id: str) -> str:
    return f"soon-{key}-{resident_id}"
