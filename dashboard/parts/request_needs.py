"""What triage makes of a request: who it is for, and one need for each kind of help, as the user chooses."""

from datetime import datetime
from typing import TypedDict

import streamlit as st

from community import casework
from community.casework import USUAL_URGENCY, Foreseen, NeedAsked, WorkContext
from community.tables.canonical import split
from community.tables.row_types import HelpRequestRow, NeedRow
from community.tables.statuses import RequestStatus
from community.tables.vocabulary import RECURS, URGENCIES
from community.wording import status_words, wording
from dashboard import board_progress, display_words, elements, page_address
from dashboard.parts import check_level, leak_warning


class Chosen(TypedDict):
    """What triage takes in addition to the request."""

    resident: str | None
    needs: list[NeedAsked]


def needs(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw the kinds of help; for each, how soon, how often, and what a volunteer may read before they say yes."""
    one, types = request.id, context.settings.task_types
    soonest = list(reversed(URGENCIES))
    asked = request.urgency if request.urgency in soonest else USUAL_URGENCY
    st.multiselect(
        "Kinds of help" if request.status != RequestStatus.TRIAGED else "Another kind of help",
        list(types),
        default=[t for t in split(request.tasks) if t in types and request.status != RequestStatus.TRIAGED],
        format_func=lambda code: types[code].name,
        key=f"kinds-{one}",
        select_all=False,  # Enter takes what was typed, not all that is like it
    )
    chosen = read(one)
    foreseen = {}
    if board_progress.is_there(context, keep_seen=True):
        said = casework.foresee(context, one, chosen["needs"], chosen["resident"])
        foreseen = {each.task_type: each for each in said}
    for kind in st.session_state.get(f"kinds-{one}", ()):
        with st.container(key=f"need-{one}-{kind}", border=True, gap="small"):
            elements.heading(types[kind].name, 3)
            if types[kind].by == "hub":
                elements.lead("The hub’s own people deal with this. No volunteer is asked.")
                continue
            line = st.container(horizontal=True, gap="xsmall")
            line.selectbox(
                "How soon", soonest, index=soonest.index(asked), format_func=wording().urgency.__getitem__,
                key=f"urgency-{one}-{kind}", width=168,
            )  # fmt: skip
            line.selectbox(
                "How often", RECURS, index=RECURS.index(types[kind].recurs),
                format_func=wording().recurs.__getitem__, key=f"recurs-{one}-{kind}", width=156,
            )  # fmt: skip
            least = 2 if types[kind].first_visit_by_two else 1
            line.number_input("How many", least, 20, least, key=f"people-{one}-{kind}", width=76)
            if least > 1:
                elements.lead("Nobody goes alone on a first visit.")
            check_level.choose(types[kind], f"level-{one}-{kind}")
            st.text_area(
                "What a volunteer may read first", key=f"details-{one}-{kind}", height=68,
                help="What to do, and nothing that tells who it is for.",
            )  # fmt: skip
            leak_warning.ask(context, one, st.session_state.get(f"details-{one}-{kind}"))
            if kind in foreseen:
                elements.lead(_who_could(foreseen[kind]))


def _who_could(told: Foreseen) -> str:
    if told.why:
        return f"Somebody could help: {'. '.join(told.why[:2])}."
    if told.could:
        return "The volunteers who could help are wanted as urgently elsewhere."
    return "Nobody could help as it stands."


def needs_made(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw the needs that the request has become already, each with the way to it."""
    for need in casework.see_all(context, NeedRow, lambda c: [c.request_id == request.id]):
        with st.container(horizontal=True, vertical_alignment="center", key=f"made-{need.id}"):
            elements.lead(f"{need.id} · {status_words('needs', need.status)}")
            page_address.open_record(need.id, display_words.task(context.settings, need.task_type))


def read(request_id: str) -> Chosen:
    """The choices at the moment of the click: `resident` and `needs` for triage."""
    state = st.session_state
    kinds = state.get(f"kinds-{request_id}") or []

    def one(kind: str) -> NeedAsked:
        return NeedAsked(
            kind,
            details=state.get(f"details-{request_id}-{kind}") or None,
            as_it_is=leak_warning.may_stay(request_id, state.get(f"details-{request_id}-{kind}")),
            urgency=state.get(f"urgency-{request_id}-{kind}"),
            recurs=state.get(f"recurs-{request_id}-{kind}"),
            people=state.get(f"people-{request_id}-{kind}", 1),
            min_dbs=check_level.chosen(f"level-{request_id}-{kind}"),
        )

    return {"resident": state.get(f"who-{request_id}"), "needs": [one(kind) for kind in kinds]}


def waited(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw why the request counts as more urgent than was said, where it does."""
    elements.marks(filter(None, [casework.why_raised(context, request)]), "note")


def summary(context: WorkContext, request: HelpRequestRow, now: datetime) -> str:
    """How and when the request came, in one line."""
    came = wording().channel.get(request.channel or "", "to us")
    hub = display_words.hub(context.settings, request.hub)
    return f"Asked {came}, {display_words.when(request.at, now)} · {hub}"
