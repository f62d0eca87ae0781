"""Matches: one need at a time. Who could help, why, who else; and what follows once somebody is chosen."""

import streamlit as st

from community import casework
from community.casework.absences import away, is_covered_for
from community.tables.row_types import MatchRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import GOING_ON, LIVE, MatchStatus, NeedStatus
from community.tables.vocabulary import ClosedReason
from community.wording import first_lower, wording
from dashboard import elements, open_dialog, page_address, page_queues
from dashboard.auth import Shut
from dashboard.parts import after_approval, concern_dialog, message_status, need_view, proposal_view, record_queue
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("matches", "Matches", NeedRow, MatchRow)
lists = page_queues.needs(here)
asked_for = page_address.record(MatchRow)
if asked_for:  # Today links to matches, and the page shows the need of that match
    with page_address.or_gone("Matches"):
        page_address.went(id=casework.see(here, MatchRow, asked_for).need_id)
show = need_view.choose_list(lists)
todo = lists[show]
shown = record_queue.current(NeedRow, todo)

if shown is None:
    st.title("Matches")
    elements.lead(page_queues.EMPTY[show])
    st.stop()

with page_address.or_gone("Matches"), casework.looking(here) as visible:
    need = visible.get(NeedRow, shown)
    resident = visible.get(ResidentRow, need.resident_id)
    every = visible.rows(MatchRow, lambda c: [c.need_id == shown])
    matches = [m for m in every if m.status in GOING_ON]
    helped = [m for m in every if m.status == MatchStatus.COMPLETED]
    people = {m.volunteer_id: visible.get(VolunteerRow, m.volunteer_id) for m in [*matches, *helped]}
    gone = away(visible.reader, at, [m.volunteer_id for m in matches])
messages = casework.messages_about(here, [m.id for m in every])

open_dialog.only_about(shown, *(m.id for m in matches))
record_queue.bar("matches", todo, shown, table="needs", people=page_queues.residents(here, todo),
                 stand=page_queues.STAND.get(show), show=show)  # fmt: skip
elements.person(resident.name)
elements.lead(need_view.line(here, need, at))
page_address.all_about(resident.id, resident.name)
need_view.told_first(here, need)
concern_dialog.caution(here, next((m for m in matches if m.status in LIVE), need))
left, right = st.columns([4, 5], gap="large")


def on_to() -> dict[str, str | None]:
    """The address after a proposal is declined: the next need of this list at the click, else this one again."""
    try:
        return {page_address.ID: record_queue.after(page_queues.needs(work_context())[show], str(shown)) or str(shown)}
    except Shut:  # `act` says that the user may not look any more
        return {}


def card(match: MatchRow) -> None:
    """Draw what is to be done about one match."""
    volunteer = people[match.volunteer_id]
    with st.container(key=f"card-{match.id}"):
        if match.status == MatchStatus.PROPOSED:
            proposal_view.decide(here, match, volunteer, on_to)
        else:
            if is_covered_for(match, gone):
                elements.marks(["Away now. They keep this person; somebody covers for them meanwhile."], "note")
            after_approval.steps(here, match, volunteer, resident, messages[match.id], at)


with left:
    elements.heading("What is needed")
    need_view.facts(here, need, resident, at)
with right:
    # Volunteers who are away come last, because what is to be decided is their cover.
    for match in sorted(matches, key=lambda m: (is_covered_for(m, gone), m.status == MatchStatus.PROPOSED)):
        card(match)
    for match in helped:
        with st.container(key=f"card-{match.id}"):
            after_approval.helped(here, match, people[match.volunteer_id], messages[match.id], at)
    message_status.left_over(here, [m for m in every if m not in helped and m.status not in LIVE], messages, at)
    if need.status == NeedStatus.CLOSED:
        why = wording().closed_reason[need.closed_reason or ClosedReason.DONE]
        elements.marks([f"This need is closed: {first_lower(why)}"], "done")
    elif len([m for m in matches if m.status in LIVE and not is_covered_for(m, gone)]) < (need.people or 1):
        proposed = [m for m in matches if m.status == MatchStatus.PROPOSED]
        if not proposed:
            need_view.nobody(here, need)
        proposal_view.others(here, need, proposed[0] if proposed else None)
    need_view.ways_out(here, need, at)
    concern_dialog.button(here, next((m for m in matches if m.status in LIVE), need))
