"""The check that a need asks of its volunteer: the task type proposes one, and a person decides for the need."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.settings import TaskType
from community.tables.row_types import NeedRow
from community.tables.statuses import NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import DBS_LEVELS
from community.wording import wording
from dashboard import elements
from dashboard.work_session import act

_USUAL = "usual"
"""The answer that leaves it to the kind of help."""
GUIDANCE = (
    "What counts is what is done for this person, how often and where, not what the task is called.",
    "Shopping for an adult who can’t because of age, illness or disability: enhanced with barred list.",
    "The same shopping for somebody who only stays at home, for instance to isolate: basic, or none.",
    "Driving somebody to health or social care because of age, illness or disability: enhanced with barred list.",
    "Seeing the same adult at risk alone, and often: enhanced.",
    "Handing something over at a door, once: basic, or none.",
    "The law does not let us ask for more than is due. Still not sure? Ask the director before anybody is sent.",
)


def choose(task: TaskType, key: str) -> None:
    """Draw the question. Its first answer is the check that this task type proposes."""
    choices = [_USUAL, *DBS_LEVELS]
    st.selectbox(
        "Check that is needed", choices, format_func=lambda code: _said(code, task), key=key,
        help="For what is done for this person. Not sure? See below.",
    )  # fmt: skip
    with st.expander("Not sure which check?"):
        elements.reasons([*GUIDANCE, f"For {task.name.lower()} we propose: {task.dbs_why}"])


def chosen(key: str) -> str | None:
    """The check that was chosen; None leaves it to the task type."""
    level = st.session_state.get(key, _USUAL)
    return None if level == _USUAL else str(level)


def told(context: WorkContext, need: NeedRow) -> str:
    """The check that this need asks for, in words."""
    task = context.settings.task_types.get(need.task_type)
    if need.min_dbs:
        return f"{wording().dbs[need.min_dbs]} (decided for this need)"
    return wording().dbs[task.min_dbs] if task else ""


def change(context: WorkContext, need: NeedRow) -> None:
    """Draw the fields that change the check of an existing need."""
    task = context.settings.task_types.get(need.task_type)
    if task is None or need.status != NeedStatus.OPEN or not casework.may_correct(context, "needs", "min_dbs"):
        return
    key = f"level-{need.id}"
    with st.expander("Which check is needed?"):
        st.session_state.setdefault(key, str(need.min_dbs or _USUAL))
        st.selectbox(
            "Check that is needed", [_USUAL, *DBS_LEVELS], format_func=lambda code: _said(code, task), key=key,
            disabled=not casework.can(context.user, Verb.CORRECT, need),
        )  # fmt: skip
        elements.reasons(GUIDANCE)
        st.button("Let this check count", key=f"set-{key}", on_click=_set, args=(need.id, need.min_dbs, key))


def _set(need_id: str, seen: str | None, key: str) -> None:
    act(casework.correct, "needs", need_id, "min_dbs", seen=seen, now=chosen(key))


def _said(code: str, task: TaskType) -> str:
    return f"As usual: {wording().dbs[task.min_dbs]}" if code == _USUAL else wording().dbs[code]
