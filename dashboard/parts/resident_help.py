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
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import GOING_ON, NeedStatus
from community.wording import any_of_slots, contact_words, counted, first_upper, status_words, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import correction_fields

_FEW = 10


@dataclass(frozen=True)
class HelpSoFar:
    """All that was asked for and done for one resident, as far as the user may see it, the latest first."""

    requests: Sequence[HelpRequestRow] = field(repr=False)
    needs: Sequence[NeedRow] = field(repr=False)
    matches: Sequence[MatchRow] = field(repr=False)
    visits: Sequence[VisitRow] = field(repr=False)
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
        who = {match.volunteer_id for match in matches} | {visit.volunteer_id for visit in visits}
        volunteers = {v.id: v for v in visible.rows(VolunteerRow, lambda c: [c.id.in_(who)])} if who else {}
    return HelpSoFar(requests, needs, matches, visits, loans, calls, volunteers)


def needs(context: WorkContext, found: HelpSoFar, now: datetime) -> None:
    """Draw each need with who helps, the open ones first; what may be put right of an open one, with its field."""
    helps: dict[str, list[MatchRow]] = defaultdict(list)
    for match in found.matches:
        if match.status in GOING_ON:
            helps[match.need_id].append(match)
    elements.heading("Needs, and who helps")
    if not found.needs:
        elements.lead("Nothing has been accepted yet.")
    for need in sorted(found.needs, key=lambda need: need.status != NeedStatus.OPEN)[:_FEW]:
        with st.container(key=f"card-need-{need.id}", gap="small"):
            page_address.link("matches", display_words.task(context.settings, need.task_type), need.id)
            elements.line(_need(need, now))
            for match in helps[need.id]:
                _helper(found, match)
            if need.status == NeedStatus.OPEN:
                correction_fields.field(context, need)


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
        elements.heading("Requests", 3)
    for request in found.requests[:_FEW]:
        with st.container(key=f"asked-{request.id}", horizontal=True, vertical_alignment="center"):
            words = display_words.tasks(context.settings, request.tasks)
            page_address.link("triage", elements.plain(words, "Request"), request.id)
            elements.lead(f"{display_words.when(request.at, now)}, {status_words('help_requests', request.status)}")


def visits(found: HelpSoFar, now: datetime) -> None:
    """Draw the latest visits: the day, who came, and what came of it."""
    if not found.visits:
        return
    elements.heading(f"{first_upper(counted(len(found.visits), 'visit'))}", 3)
    elements.facts("visits", [(display_words.day(each.on, now), _visit(found, each)) for each in found.visits[:_FEW]])


def _visit(found: HelpSoFar, visit: VisitRow) -> str:
    who = found.volunteers.get(visit.volunteer_id)
    parts = [who.name if who else None, status_words("visits", visit.status),
             counted(visit.minutes, "minute") if visit.minutes else None]  # fmt: skip
    return ", ".join(filter(None, parts))


def lent(found: HelpSoFar, now: datetime) -> None:
    """Draw what was lent to them and when it is due back."""
    if found.loans:
        elements.heading("Things lent", 3)
        elements.facts("lent", [(each.what or "A thing", _loan(each, now)) for each in found.loans])


def _loan(loan: LoanRow, now: datetime) -> str:
    since = f"since {display_words.day(loan.lent_on, now)}" if loan.lent_on else None
    due = f"due back {display_words.day(loan.back_by, now)}" if loan.back_by and not loan.back_on else None
    back = f"back {display_words.day(loan.back_on, now)}" if loan.back_on else None
    return ", ".join(filter(None, [status_words("loans", loan.status), since, due, back]))


def calls(found: HelpSoFar, now: datetime) -> None:
    """Draw the latest calls, letters and messages with them, and what was said where the user may read it."""
    if found.calls:
        elements.heading("Calls and messages")
        rows = [(display_words.when(each.at, now), _call(each)) for each in found.calls[:_FEW]]
        elements.facts("calls", rows)


def _call(call: ContactRow) -> str:
    way = f"{first_upper(contact_words(call.way))}, {wording().direction.get(call.direction or '', '')}"
    return "\n".join(filter(None, [f"{way}: {wording().outcome.get(call.outcome or '', '')}", call.words]))
