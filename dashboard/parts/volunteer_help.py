"""What a volunteer was asked and what came of it: whom they help, load, answers, visits, hours, calls and training."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import instant, split
from community.tables.row_types import (
    BookingRow,
    ContactRow,
    MatchRow,
    NeedRow,
    PairRow,
    ResidentRow,
    SessionRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import GOING_ON, LIVE, VisitStatus, VolunteerStatus
from community.tables.vocabulary import ContactOutcome
from community.wording import contact_words, counted, first_upper, spelled_all, status_words, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import show_more

_ANSWERS = (ContactOutcome.YES, ContactOutcome.NO, ContactOutcome.NO_ANSWER)


@dataclass(frozen=True)
class HelpGiven:
    """All that one volunteer was asked for and did, as far as the user may see it, the latest first."""

    matches: Sequence[MatchRow] = field(repr=False)
    needs: Mapping[str, NeedRow] = field(repr=False)
    residents: Mapping[str, ResidentRow] = field(repr=False)
    visits: Sequence[VisitRow] = field(repr=False)
    pairs: Sequence[PairRow] = field(repr=False)
    calls: Sequence[ContactRow] = field(repr=False)
    bookings: Sequence[BookingRow] = field(repr=False)
    sessions: Mapping[str, SessionRow] = field(repr=False)


def read(context: WorkContext, volunteer: VolunteerRow) -> HelpGiven:
    """What the book holds of it. After the undo of a triage a proposal stays for a while without its need: left out."""
    one = volunteer.id
    with casework.looking(context) as visible:
        matches = visible.rows(MatchRow, lambda c: [c.volunteer_id == one], order="-at")
        visits = visible.rows(VisitRow, lambda c: [c.volunteer_id == one], order="-on")
        pairs = visible.rows(PairRow, lambda c: [c.volunteer_id == one], order="-at")
        calls = visible.rows(ContactRow, lambda c: [(c.about == one) | (c.with_whom == one)], order="-at")
        bookings = visible.rows(BookingRow, lambda c: [c.volunteer_id == one], order="-at")
        ids = {match.need_id for match in matches}
        needs = {n.id: n for n in visible.rows(NeedRow, lambda c: [c.id.in_(ids)])} if ids else {}
        who = {n.resident_id for n in needs.values()} | {v.resident_id for v in visits} | {p.resident_id for p in pairs}
        residents = {r.id: r for r in visible.rows(ResidentRow, lambda c: [c.id.in_(who)])} if who else {}
        held = {booking.session_id for booking in bookings}
        sessions = {s.id: s for s in visible.rows(SessionRow, lambda c: [c.id.in_(held)])} if held else {}
    matches = [match for match in matches if match.need_id in needs]
    return HelpGiven(matches, needs, residents, visits, pairs, calls, bookings, sessions)


def load(volunteer: VolunteerRow, found: HelpGiven) -> None:
    """Draw how many people they help now, of how many they can in a week."""
    now = sum(match.status in LIVE for match in found.matches)
    room = f"of {volunteer.how_many} they can help in a week" if volunteer.how_many else "they did not say how many"
    elements.heading("Load now")
    elements.lead(f"{counted(now, 'person')} {room}" if volunteer.how_many else f"{counted(now, 'person')}; {room}")


def is_free(context: WorkContext, volunteer: VolunteerRow, found: HelpGiven, now: datetime) -> bool:
    """Whether they are ready, nobody relies on them, and nobody has been in touch about help for a while."""
    last = max([volunteer.at, *(each.changed_at for each in found.matches), *(each.at for each in found.calls)])
    before = instant(now - timedelta(days=context.settings.follow_up.unused_days))
    helps_now = any(match.status in GOING_ON for match in found.matches)
    return volunteer.status == VolunteerStatus.READY and not helps_now and last < before


def helps(context: WorkContext, found: HelpGiven) -> None:
    """Draw whom they help, or may help, each under the resident's name with the way to the need."""
    now = [match for match in found.matches if match.status in GOING_ON]
    if now:
        elements.heading("Helps, or may help")
    for match in show_more.first("helps", now):
        _match(context, found, match)
    show_more.button("helps", len(now))


def helped(context: WorkContext, found: HelpGiven) -> None:
    """Draw what is over: whom they helped, and what they were asked that came to nothing."""
    over = [match for match in found.matches if match.status not in GOING_ON]
    if not over:
        return
    with st.expander(f"Was asked before ({len(over)})"):
        for match in show_more.first("helped", over):
            _match(context, found, match)
        show_more.button("helped", len(over))


def _match(context: WorkContext, found: HelpGiven, match: MatchRow) -> None:
    need = found.needs[match.need_id]
    resident = found.residents.get(need.resident_id or "")
    task = display_words.task(context.settings, need.task_type)
    with st.container(key=f"item-{match.id}", horizontal=True, vertical_alignment="center"):
        name = elements.plain(resident.name, "No name given") if resident else "Somebody"
        page_address.link("matches", f"{name}: {task}", match.id)
        elements.lead(status_words("matches", match.status))


def answers(found: HelpGiven) -> None:
    """Draw how often they were asked and what they said; asking by letter or message counts once it is answered."""
    said = Counter(call.outcome for call in found.calls if call.about != call.with_whom)
    told = [f"{first_upper(wording().outcome[code])}: {said[code]}" for code in _ANSWERS if said[code]]
    elements.heading("What they answered")
    elements.lead(" · ".join(told) if told else "Nobody has written down an answer of theirs yet.")


def visits(found: HelpGiven, now: datetime) -> None:
    """Draw how often they helped, for how long in all, and each visit with whom it was."""
    elements.heading("Visits and hours")
    done = [visit for visit in found.visits if visit.status == VisitStatus.DONE]
    if not found.visits:
        elements.lead("No visit is written down yet.")
        return
    minutes = sum(visit.minutes or 0 for visit in done)
    untold = sum(visit.minutes is None for visit in done)
    hours = f", {minutes / 60:.1f} hours" if minutes else ""
    elements.lead(f"{counted(len(done), 'visit')}{hours}{f' ({untold} without a time)' if untold else ''}")
    rows = [(display_words.day(each.on, now), _visit(found, each)) for each in show_more.first("visits", found.visits)]
    elements.facts("visits", rows)
    show_more.button("visits", len(found.visits))


def _visit(found: HelpGiven, visit: VisitRow) -> str:
    who = found.residents.get(visit.resident_id)
    parts = [(who.name or "No name given") if who else "somebody of another hub", status_words("visits", visit.status),
             counted(visit.minutes, "minute") if visit.minutes else None,
             f"{visit.miles:g} miles" if visit.miles else None]  # fmt: skip
    return ", ".join(filter(None, parts))


def pairs(found: HelpGiven, now: datetime) -> None:
    """Draw whom they know, each with the way to the pair's page and when somebody asks both next."""
    if found.pairs:
        elements.heading("Knows")
    for pair in show_more.first("pairs", found.pairs):
        who = found.residents.get(pair.resident_id)
        with st.container(key=f"pair-{pair.id}", horizontal=True, vertical_alignment="center"):
            page_address.link("history", elements.plain(who.name if who else None, "A resident"), pair.id)
            asks = f"ask both {display_words.day(pair.next_check, now)}" if pair.next_check else "not asked again"
            elements.lead(asks)
    show_more.button("pairs", len(found.pairs))


def training(volunteer: VolunteerRow, found: HelpGiven, now: datetime) -> None:
    """Draw the training they have done, and the sessions at which they had a place."""
    elements.heading("Training")
    done = spelled_all(split(volunteer.training))
    elements.lead(first_upper(done) if done else "None written down.")
    rows = []
    for booking in show_more.first("training", found.bookings):
        session = found.sessions.get(booking.session_id)
        day = display_words.when(session.starts_at, now) if session else ""
        name = session.name if session and session.name else "A session"
        rows.append((name, " · ".join(filter(None, [status_words("bookings", booking.status), day]))))
    if rows:
        elements.facts("training", rows)
    show_more.button("training", len(found.bookings))


def calls(found: HelpGiven, now: datetime) -> None:
    """Draw the calls, letters and messages with them, and what was said where the user may read it."""
    if not found.calls:
        return
    elements.heading("Calls and messages")
    rows = [(display_words.when(each.at, now), call(each)) for each in show_more.first("calls", found.calls)]
    elements.facts("calls", rows)
    show_more.button("calls", len(found.calls))


def call(row: ContactRow) -> str:
    """One call in words."""
    side = wording().direction.get(row.direction or "", "")
    way = ", ".join(filter(None, [first_upper(contact_words(row.way)), side]))
    return "\n".join(filter(None, [f"{way}: {wording().outcome.get(row.outcome or '', '')}", row.words]))
