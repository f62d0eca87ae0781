"""What a resident asked for and what came of it: requests, needs with who helps, visits, calls, and things lent."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import (
    ContactRow,
    HelpRequestRow,
    LoanRow,
    MatchRow,
    NeedRow,
    PairRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import GOING_ON, NeedStatus
from community.wording import any_of_slots, counted, first_upper, status_words, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import correction_fields, offer_view, show_more
from dashboard.parts.volunteer_help import call


@dataclass(frozen=True)
class HelpSoFar:
    """All that was asked for and done for one resident, as far as the user may see it, the latest first."""

    requests: Sequence[HelpRequestRow] = field(repr=False)
    needs: Sequence[NeedRow] = field(repr=False)
    matches: Sequence[MatchRow] = field(repr=False)
    visits: Sequence[VisitRow] = field(repr=False)
    pairs: Sequence[PairRow] = field(repr=False)
    loans: Sequence[LoanRow] = field(repr=False)
    calls: Sequence[ContactRow] = field(repr=False)
    volunteers: dict[str, VolunteerRow] = field(repr=False)


def read(context: WorkContext, resident: ResidentRow) -> HelpSoFar:
    """What the book holds of it."""
    one = resident.id
    with casework.looking(context) as visible:
        requests = visible.rows(HelpRequestRow, lambda c: [c.resident_id == one], order="-at")
        needs = visible.rows(NeedRow, lambda c: [c.resident_id == one], order="-at")
        ids = [need.id for need in needs]
        matches = visible.rows(MatchRow, lambda c: [c.need_id.in_(ids)], order="-at") if ids else []
        visits = visible.rows(VisitRow, lambda c: [c.resident_id == one], order="-on")
        loans = visible.rows(LoanRow, lambda c: [c.resident_id == one], order="-at")
        calls = visible.rows(ContactRow, lambda c: [(c.about == one) | (c.with_whom == one)], order="-at")
        pairs = visible.rows(PairRow, lambda c: [c.resident_id == one], order="-at")
        who = {m.volunteer_id for m in matches} | {v.volunteer_id for v in visits} | {p.volunteer_id for p in pairs}
        volunteers = {v.id: v for v in visible.rows(VolunteerRow, lambda c: [c.id.in_(who)])} if who else {}
    return HelpSoFar(requests, needs, matches, visits, pairs, loans, calls, volunteers)


def needs(context: WorkContext, found: HelpSoFar, now: datetime) -> None:
    """Draw each need with who helps, the open ones first; what may be put right of an open one, with its field."""
    helps: dict[str, list[MatchRow]] = defaultdict(list)
    for match in found.matches:
        if match.status in GOING_ON:
            helps[match.need_id].append(match)
    elements.heading("Needs, and who helps")
    if not found.needs:
        elements.lead("Nothing has been accepted yet.")
    by_need = sorted(found.needs, key=lambda need: need.status != NeedStatus.OPEN)
    for need in show_more.first("needs", by_need):
        with st.container(key=f"card-need-{need.id}", gap="small"):
            page_address.link("matches", display_words.task(context.settings, need.task_type), need.id)
            elements.line(_need(need, now))
            for match in helps[need.id]:
                _helper(found, match)
            if need.status == NeedStatus.OPEN:
                correction_fields.field(context, need)
                offer_view.for_need(context, need, now)
    show_more.button("needs", len(by_need))


def _need(need: NeedRow, now: datetime) -> list[str]:
    if need.status != NeedStatus.OPEN:
        why = wording().closed_reason.get(need.closed_reason or "", "")
        return list(filter(None, [status_words("needs", need.status), why, display_words.when(need.at, now)]))
    many = need.people or 1
    told = [
        f"asked {display_words.when(need.asked_at or need.at, now)}",
        wording().urgency_asked.get(need.urgency or ""),
        wording().recurs.get(need.recurs or ""),
        any_of_slots(need.slots),
        counted(many, "volunteer") if many > 1 else None,
    ]
    return [each for each in told if each]


def _helper(found: HelpSoFar, match: MatchRow) -> None:
    volunteer = found.volunteers.get(match.volunteer_id)
    with st.container(key=f"helper-{match.id}", horizontal=True, vertical_alignment="center"):
        if volunteer is not None:
            page_address.link("volunteers", elements.plain(volunteer.name, "No name given"), volunteer.id)
        elements.lead(status_words("matches", match.status))


def asked(context: WorkContext, found: HelpSoFar, now: datetime) -> None:
    """Draw their requests, each with the way to their own words."""
    if found.requests:
        elements.heading("Requests")
    for request in show_more.first("requests", found.requests):
        with st.container(key=f"asked-{request.id}", horizontal=True, vertical_alignment="center"):
            words = display_words.tasks(context.settings, request.tasks)
            page_address.open_record(request.id, words)
            elements.lead(f"{display_words.when(request.at, now)}, {status_words('help_requests', request.status)}")
    show_more.button("requests", len(found.requests))


def knows(found: HelpSoFar, now: datetime) -> None:
    """Draw the volunteers whom they know, each with the way to the pair's page and when somebody asks both next."""
    if found.pairs:
        elements.heading("Knows")
    for pair in show_more.first("pairs", found.pairs):
        who = found.volunteers.get(pair.volunteer_id)
        with st.container(key=f"pair-{pair.id}", horizontal=True, vertical_alignment="center"):
            page_address.open_record(pair.id, who.name if who and who.name else "A volunteer")
            asks = f"ask both {display_words.day(pair.next_check, now)}" if pair.next_check else "not asked again"
            elements.lead(asks)
    show_more.button("pairs", len(found.pairs))


def visits(found: HelpSoFar, now: datetime) -> None:
    """Draw the visits, the latest first: the day, who came, and what came of it."""
    if not found.visits:
        return
    elements.heading(f"{first_upper(counted(len(found.visits), 'visit'))}")
    rows = [(display_words.day(each.on, now), _visit(found, each)) for each in show_more.first("visits", found.visits)]
    elements.facts("visits", rows)
    show_more.button("visits", len(found.visits))


def _visit(found: HelpSoFar, visit: VisitRow) -> str:
    who = found.volunteers.get(visit.volunteer_id)
    parts = [who.name if who else None, status_words("visits", visit.status),
             counted(visit.minutes, "minute") if visit.minutes else None]  # fmt: skip
    return ", ".join(filter(None, parts))


def calls(found: HelpSoFar, now: datetime) -> None:
    """Draw the calls, letters and messages with them, and what was said where the user may read it."""
    if found.calls:
        elements.heading("Calls and messages")
        rows = [(display_words.when(each.at, now), call(each)) for each in show_more.first("calls", found.calls)]
        elements.facts("calls", rows)
        show_more.button("calls", len(found.calls))
