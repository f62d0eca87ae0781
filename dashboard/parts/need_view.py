"""A need on its page: what is wanted, when and where, what the hub can do about it, and why nobody is found."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.board_rows import by_volunteers
from community.identity import phone_numbers
from community.matching import ALL_ON_IT, OTHERS_FIRST
from community.tables.canonical import split
from community.tables.row_types import NeedRow, ResidentRow
from community.tables.statuses import NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import NEED_CLOSED, ClosedReason, Recurs, YesNo
from community.wording import any_of_slots, language_words, wording
from dashboard import board_progress, display_words, elements, open_dialog, page_address, page_queues, shortcuts
from dashboard.parts import (
    check_level,
    correction_fields,
    dialogs,
    life_event_view,
    loss_warning,
    new_address,
    offer_view,
    referral_view,
    safe_contact_view,
    triage_questions,
)
from dashboard.work_session import act

SHOW, _LIST = "show", "list"
_SELDOM = frozenset({"hub", "held"})
"""Lists that are there only while they hold something."""
POOL = {
    "task": "Offer this kind of help",
    "capacity": "… and have room this week",
    "in_person": "… and go out in person",
    "place": "… and both places are known",
    "distance": "… and go as far as this",
    "slots": "… and are free at the time",
    "car": "… and have a car, if one is needed",
    "dbs": "… and have the check",
    "training": "… and have done the training",
    "language": "… and speak a language they share",
    "avoids": "… and may be put together",
    "refused": "… and it has not come to nothing with them before",
}
"""What is true of those who are left after each rule."""
STANDS = {
    "task": "nobody offers this kind of help",
    "capacity": "nobody who offers it has room",
    "in_person": "those with room help by telephone only",
    "place": "a place is not known",
    "distance": "nobody goes as far as this",
    "slots": "nobody is free at the time",
    "car": "nobody who is left has a car",
    "dbs": "nobody who is left has the check",
    "training": "nobody who is left has done the training",
    "language": "nobody who is left shares a language with them",
    "avoids": "one of the two asked not to be put together",
    "refused": "those who could help have said no, or it came to nothing with them before",
    ALL_ON_IT: "everybody who offers this kind of help is on it already",
    OTHERS_FIRST: "those who could help are needed more elsewhere",
}
"""By the rule that emptied the pool."""


def choose_list(lists: dict[str, list[str]]) -> str:
    """The name of the list to show: the one in the address, else the first that is not empty.

    Where the need in the address has moved to another list, it is that list: after an approval, those to ring.
    """
    first = next((code for code, found in lists.items() if found), "decide")
    asked, need = st.query_params.get(SHOW), page_address.record(NeedRow)
    now_in = [code for code, found in lists.items() if need in found]
    wanted = asked if asked in lists else None
    st.session_state[_LIST] = wanted if wanted in now_in else next(iter(now_in), wanted or first)
    offered = [code for code in lists if lists[code] or code not in _SELDOM or code == st.session_state[_LIST]]
    shown = st.segmented_control(
        "Needs", offered, required=True, key=_LIST, label_visibility="collapsed", on_change=_show,
        format_func=lambda code: f"{page_queues.LISTS[code]} ({len(lists[code])})",
    )  # fmt: skip
    return str(shown)


def _show() -> None:
    """Change to another list, at its first need."""
    page_address.went(**{SHOW: st.session_state[_LIST], page_address.ID: None, page_address.DID: None})


def line(context: WorkContext, need: NeedRow, now: datetime) -> str:
    """The need in one line."""
    wanted = wording().urgency_asked.get(need.urgency or "", "")
    if need.recurs == Recurs.WEEKLY:
        wanted = "every week"
    asked = f"asked {display_words.when(need.asked_at or need.at, now)}"
    parts = [
        display_words.task(context.settings, need.task_type),
        "; ".join(filter(None, [wanted, asked])),
        display_words.hub(context.settings, need.hub),
    ]
    return " · ".join(filter(None, parts))


def told_first(context: WorkContext, need: NeedRow) -> None:
    """Draw why the need counts as more urgent than was said, and that two go, where it is so."""
    elements.marks(
        filter(None, [casework.why_raised(context, need), *casework.what_two_means(context, need.id)]), "note"
    )


def facts(context: WorkContext, need: NeedRow, resident: ResidentRow, now: datetime) -> None:
    """Draw what the hub knows about the need."""
    told = [
        ("When it suits", any_of_slots(need.slots) or "Any time"),
        ("What a volunteer may read first", need.details),
        ("Volunteers wanted", str(need.people or 1) if (need.people or 1) > 1 else None),
        ("Check needed", check_level.told(context, need) if by_volunteers(need, context.settings) else None),
        ("Telephone", resident.telephone),
        ("Text, don’t ring", "Yes" if resident.text_only == YesNo.YES else None),
        ("Email", resident.email),
        ("Address", "\n".join(filter(None, [resident.address, resident.postcode])) or None),
        ("Good to know", resident.access_needs),
        ("Languages", language_words(split(need.languages)) if need.languages else None),
        ("Waits until", display_words.when(need.hold_until, now) or None),
    ]
    safe_contact_view.first(context, resident)
    task = context.settings.task_types.get(need.task_type)
    if by_volunteers(need, context.settings) and task and not task.in_person and not phone_numbers(resident.telephone):
        words = "This help is by telephone, and no number of theirs can be read. Ask for one before anybody rings."
        elements.marks([words], "alarm")
    rings = safe_contact_view.may_ring(context, resident)
    elements.facts("need", [(label, value) for label, value in told if value], ring=rings)
    safe_contact_view.section(context, resident)
    new_address.ask(context, resident)
    correction_fields.field(context, need)
    check_level.change(context, need)
    if need.request_id:
        page_address.link("triage", "What they asked for, in their own words", need.request_id)
    elements.so_far(casework.history(context, need.id), now)


def nobody(context: WorkContext, need: NeedRow) -> None:
    """Draw why nobody is proposed, and the cheapest change that would help."""
    elements.heading("Nobody is proposed")
    if not board_progress.is_there(context, keep_seen=True):
        return
    left = casework.why_unmatched(context, need.id)
    if left is not None:
        st.text(left.remedy)
        with st.expander(f"What stands in the way: {STANDS[left.rule]}"):
            elements.facts("left", [(POOL[rule], f"{count:,}") for rule, count in _until_empty(left.left)])
    elif context.settings.task_types[need.task_type].by == "hub":
        st.text("The hub’s own people deal with this kind of help. Close it when the resident is in good hands.")
    else:
        st.text("Somebody could help. Choose them by name below, or wait for the next proposals.")


def _until_empty(left: tuple[tuple[str, int], ...]) -> list[tuple[str, int]]:
    """The rules up to the one that left nobody, without those that made no difference."""
    shown: list[tuple[str, int]] = []
    for rule, count in left:
        if not shown or count != shown[-1][1]:
            shown.append((rule, count))
        if count == 0:
            break
    return shown


def ways_out(context: WorkContext, need: NeedRow, now: datetime) -> None:
    """Draw the buttons that close the need with a reason, let it wait, or open it again, and what else there is."""
    if need.status == NeedStatus.OPEN:
        offer_view.for_need(context, need, now)
    life_event_view.section(context, need, "We can’t help with this")
    life_event_view.apart(context, need, Verb.REFER, referral_view.NEW)
    one, told = need.id, {"seen": need.status}
    with st.container(horizontal=True, key="out-need"):
        if casework.can(context.user, Verb.CLOSE_NEED, need):
            st.button(
                "Close this need",
                key="close-need",
                type="tertiary",
                on_click=open_dialog.open_dialog,
                args=(one, "close"),
            )
            st.button("Hold", key="hold-need", shortcut=shortcuts.key("H"), type="tertiary",
                      on_click=open_dialog.open_dialog, args=(one, "hold"))  # fmt: skip
        if casework.can(context.user, Verb.REOPEN_NEED, need):
            st.button("Open it again", key="reopen-need", on_click=act, args=(casework.reopen_need, one), kwargs=told)
    name = open_dialog.dialog_about(one)
    if name == "close":
        dialogs.show(
            "Why is it closed?", lambda: _why(context, one), "Close the need", casework.close_need,
            lambda: {"need_id": one, "closed_reason": st.session_state.get("need-why") or "", **told},
        )  # fmt: skip
    elif name == "hold":
        triage_questions.hold(context, need, now)


def _why(context: WorkContext, need_id: str) -> None:
    if known := casework.at_stake(context, need_id):
        elements.lead(loss_warning.CALLED_OFF)
        loss_warning.named(context, known, whom=True)
    reasons = [r for r in NEED_CLOSED if r not in {ClosedReason.DUPLICATE, ClosedReason.NO_LONGER_HERE}]
    st.radio("The reason", reasons, index=None, format_func=wording().closed_reason.__getitem__, key="need-why")
