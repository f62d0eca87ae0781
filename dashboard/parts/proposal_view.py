"""A proposal, for a coordinator to decide: who, why, who else, and why not somebody in particular."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import user_can
from community.tables import ids
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import MatchStatus, NeedStatus
from community.tables.verbs import Verb
from dashboard import board_progress, display_words, elements, open_dialog, page_address, shortcuts
from dashboard.parts import dialogs
from dashboard.parts.dialogs import Go
from dashboard.work_session import act

_MOST = 8
NOBODY = "Nobody found. Two letters of the name are enough, or the whole number."


def decide(context: WorkContext, match: MatchRow, volunteer: VolunteerRow, go: Go) -> None:
    """Draw the volunteer proposed, the reasons, and the buttons that decide."""
    one = match.id
    elements.heading("Proposed")
    elements.person(volunteer.name, level=2)
    elements.lead(volunteer_line(context, volunteer))
    page_address.all_about(volunteer.id, volunteer.name)
    elements.reasons(casework.why_matched(context, one))
    elements.marks(casework.same_half_day(context, one), "note")
    if casework.can(context.user, Verb.LOOK_AT, match):
        casework.look_at(context, one)
    with st.container(horizontal=True, key=f"decisions-{one}"):
        if casework.can(context.user, Verb.APPROVE, match):
            st.button("Approve", type="primary", key=f"approve-{one}", shortcut=shortcuts.key("1"),
                      on_click=act, args=(casework.approve, one), kwargs={"seen": match.status})  # fmt: skip
        if casework.can(context.user, Verb.DECLINE, match):
            st.button("Decline", key=f"decline-{one}", shortcut=shortcuts.key("3"),
                      on_click=open_dialog.open_dialog, args=(one, "decline"))  # fmt: skip
    if open_dialog.dialog_about(one) == "decline":
        _why_declined(match, go)


def others(context: WorkContext, need: NeedRow, match: MatchRow | None) -> None:
    """Draw who else could help, and a search by name that answers why not them."""
    if not user_can(context.user, Verb.CHOOSE_ANOTHER):
        return
    beside = casework.see(context, VolunteerRow, match.volunteer_id).name if match else None
    found = []
    if board_progress.is_there(context):
        found = casework.alternates(context, match.id) if match else casework.could_be_asked(context, need.id)
    if found:
        elements.heading("Who else" if match else "Who could be called away", 3)
    for other in found:
        with st.container(key=f"card-other-{other.volunteer_id}", gap="small"):
            elements.person(other.name, level=4)
            elements.lead(f"{other.sector or 'place unknown'} · {display_words.hub(context.settings, other.hub)}")
            page_address.all_about(other.volunteer_id, other.name)
            elements.reasons(other.why)
            if other.then:
                elements.marks(other.then, "note")
            elif other.dearer:
                elements.lead(
                    f"Nobody else would lose anybody. Compared with {beside or 'the one proposed'}: {other.dearer}."
                )
            else:
                elements.lead("Nobody else would lose anybody.")
            _choose(need, match, other.volunteer_id, other.name)
    above = {other.volunteer_id for other in found} | ({match.volunteer_id} if match else set())
    asked = st.text_input("Somebody else, by name or number", key=f"other-{need.id}")
    if asked.strip():
        _named(context, need, match, asked, above)


def _named(context: WorkContext, need: NeedRow, match: MatchRow | None, asked: str, above: set[str]) -> None:
    """Draw the volunteers of this name, each with what stands in the way; those with nothing in the way come first."""
    people = search(context, asked)
    if not people:
        elements.lead(NOBODY)
        return
    each = [v.id for v in people]
    no, hard = (casework.why_not_any(context, need.id, each, again=again) for again in (False, True))
    people.sort(key=lambda v: (hard[v.id] is not None, no[v.id] is not None))
    for volunteer in people[:_MOST]:
        one = volunteer.id
        with st.container(key=f"card-named-{one}", gap="small"):
            elements.person(volunteer.name, level=4)
            elements.lead(volunteer_line(context, volunteer))
            page_address.all_about(one, volunteer.name)
            elements.marks(filter(None, [no[one]]), "note")
            if one in above:
                elements.lead("You see them above.")
            elif hard[one] is None:
                elements.lead("You may ask them once more." if no[one] else "Nothing stands in the way.")
                _choose(need, match, one, volunteer.name)
    if len(people) > _MOST:
        elements.lead(f"{len(people) - _MOST:,} more: type more of the name.")


def search(context: WorkContext, asked: str) -> list[VolunteerRow]:
    """The volunteers whose id, or part of whose name, was typed."""
    known = ids.check(asked)
    if known:
        return casework.see_all(context, VolunteerRow, lambda c: [c.id == known])
    if len(asked.strip()) < 2:
        return []
    return casework.see_all(context, VolunteerRow, lambda c: [c.name.icontains(asked.strip(), autoescape=True)])


def volunteer_line(context: WorkContext, volunteer: VolunteerRow) -> str:
    """The id, place and hub of a volunteer in one line."""
    hub = display_words.hub(context.settings, volunteer.hub)
    return f"{volunteer.id} · {volunteer.sector or 'place unknown'} · {hub}"


def _choose(need: NeedRow, match: MatchRow | None, volunteer_id: str, name: str | None) -> None:
    label, key = f"Choose {elements.label(name, volunteer_id)}", f"choose-{need.id}-{volunteer_id}"
    args: tuple[object, ...]
    seen: MatchStatus | NeedStatus
    if match is not None and match.status == MatchStatus.PROPOSED:
        args, seen = (casework.choose_another, match.id, volunteer_id), match.status
    else:
        args, seen = (casework.choose, need.id, volunteer_id), need.status
    st.button(label, key=key, on_click=act, args=args, kwargs={"seen": seen})


def _why_declined(match: MatchRow, go: Go) -> None:
    dialogs.show(
        "Why not?",
        lambda: st.text_area("The reason (optional)", key="why-declined"),
        "Decline the proposal",
        casework.decline,
        lambda: {
            "match_id": match.id,
            "reason": st.session_state.get("why-declined") or None,
            "seen": match.status,
        },
        go,
    )
