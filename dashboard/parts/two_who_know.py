"""A pair who know each other: when somebody asks both, what goes on, who could come instead, and how it ends."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.absences import is_away
from community.tables.canonical import LONDON
from community.tables.message_codes import SafeWay
from community.tables.row_types import MatchRow, NeedRow, PairRow, ResidentRow, VisitRow, VolunteerRow
from community.tables.statuses import LIVE, VisitStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo
from community.wording import counted, status_words
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import after_approval, concern_dialog, life_event_view, money_view, safe_contact_view, show_more
from dashboard.work_session import act


@dataclass(frozen=True)
class _Two:
    """The two of a pair, with what goes on at this resident's and who else is or was there."""

    pair: PairRow
    resident: ResidentRow = field(repr=False)
    volunteer: VolunteerRow = field(repr=False)
    needs: dict[str, NeedRow] = field(repr=False)
    matches: Sequence[MatchRow] = field(repr=False)
    visits: Sequence[VisitRow] = field(repr=False)
    others: dict[str, VolunteerRow] = field(repr=False)

    @property
    def theirs(self) -> list[MatchRow]:
        """The matches between the two that go on."""
        return [match for match in self.matches if match.volunteer_id == self.volunteer.id]


def _read(context: WorkContext, pair_id: str) -> _Two:
    with casework.looking(context) as visible:
        pair = visible.get(PairRow, pair_id)
        resident = visible.get(ResidentRow, pair.resident_id)
        volunteer = visible.get(VolunteerRow, pair.volunteer_id)
        needs = {n.id: n for n in visible.rows(NeedRow, lambda c: [c.resident_id == resident.id])}
        matches = visible.rows(MatchRow, lambda c: [c.need_id.in_(list(needs)), c.status.in_(LIVE)])
        visits = visible.rows(VisitRow, lambda c: [c.resident_id == resident.id], order="-on")
        who = ({m.volunteer_id for m in matches} | {v.volunteer_id for v in visits}) - {volunteer.id}
        others = {v.id: v for v in visible.rows(VolunteerRow, lambda c: [c.id.in_(who)])} if who else {}
    return _Two(pair, resident, volunteer, needs, matches, visits, others)


def page(context: WorkContext, pair_id: str, now: datetime) -> None:
    """Draw the pair: to ring both and say when to ask again, what goes on between them, and who else could come."""
    two = _read(context, pair_id)
    pair, resident, volunteer = two.pair, two.resident, two.volunteer
    open_dialog.only_about(pair_id, *(match.id for match in two.theirs))
    elements.person(f"{volunteer.name or 'A volunteer'} and {resident.name or 'a resident'}")
    since = f" · know each other since {display_words.day(pair.since, now)}" if pair.since else ""
    elements.lead(f"{pair.id}{since}")
    concern_dialog.caution(context, pair)
    left, right = st.columns(2, gap="large")
    with left:
        for title, person in (("Resident", resident), ("Volunteer", volunteer)):
            _person(context, title, person)
        _next_check(context, pair, now)
        life_event_view.section(context, pair)
        elements.so_far(casework.history(context, pair_id), now)
    with right:
        _goes_on(context, two)
        _cover(context, two, now)
        _visits([visit for visit in two.visits if visit.volunteer_id == volunteer.id], now)
        money_view.of_pair(context, volunteer, resident, now)


def _person(context: WorkContext, title: str, person: ResidentRow | VolunteerRow) -> None:
    heed = safe_contact_view.first(context, person)
    texts = isinstance(person, ResidentRow) and person.text_only == YesNo.YES
    with st.container(key=f"who-{person.id}"):
        elements.heading(title)
        page_address.open_record(person.id, person.name or "No name given")
        told = [
            ("Telephone", person.telephone),
            ("Text, don’t ring", "Yes" if texts else None),
            ("Email", person.email),
        ]
        ring = not texts and SafeWay.RING not in heed.unsafe
        elements.facts(title, [(label, value) for label, value in told if value], ring=ring)


def _next_check(context: WorkContext, pair: PairRow, now: datetime) -> None:
    """Draw when somebody asks both next, and the buttons that write down that they were asked."""
    elements.heading("Ask both how it goes", 3)
    elements.lead(
        f"Next: {display_words.day(pair.next_check, now)}" if pair.next_check else "They are not asked again."
    )
    if pair.ends_on:
        elements.marks([f"It is planned to end {display_words.day(pair.ends_on, now)}."], "note")
    if not casework.can(context.user, Verb.PAIR_ASKED, pair):
        return
    today = now.astimezone(LONDON).date()
    again = today + timedelta(weeks=context.settings.follow_up.pair_again_weeks)
    st.date_input("Ask again on", again, today + timedelta(days=1), key="again", format="DD/MM/YYYY", width=170)
    with st.container(horizontal=True, key="decisions"):
        st.button("Asked both", type="primary", on_click=_asked, args=(pair.id,))
        if pair.next_check:
            st.button("Do not ask again", on_click=act, args=(casework.pair_asked, pair.id, None))


def _goes_on(context: WorkContext, two: _Two) -> None:
    """Draw what this volunteer does for this resident now, each with the ways to end it."""
    elements.heading("What goes on between them")
    if not two.theirs:
        elements.lead("Nothing just now.")
    for match in two.theirs:
        with st.container(key=f"card-{match.id}", gap="small"):
            page_address.open_record(match.id, _task(context, two, match))
            elements.lead(status_words("matches", match.status))
            after_approval.ways_out(context, match, two.volunteer, two.resident)


def _task(context: WorkContext, two: _Two, match: MatchRow) -> str:
    return display_words.task(context.settings, two.needs[match.need_id].task_type)


def _cover(context: WorkContext, two: _Two, now: datetime) -> None:
    """Draw who could come while the volunteer is away: those who cover now, then those who have been there before."""
    volunteer, others = two.volunteer, two.others
    elements.heading("If the volunteer can’t come", 3)
    if is_away(volunteer, now):
        until = f" until {display_words.when(volunteer.hold_until, now)}" if volunteer.hold_until else ""
        elements.marks([f"{volunteer.name or 'The volunteer'} is away{until}."], "alarm")
    if two.pair.cover_id is not None:
        name = casework.name_of(context, two.pair.cover_id) or "A volunteer"
        with st.container(key="agreed-cover", horizontal=True, vertical_alignment="center"):
            page_address.open_record(two.pair.cover_id, name)
            elements.lead("agreed to come when the volunteer can’t")
    theirs = {match.need_id for match in two.theirs}
    for match in two.matches:
        if match.volunteer_id in others and match.need_id in theirs:
            _other(others[match.volunteer_id], f"has a place of the same help: {status_words('matches', match.status)}")
    been = [visit.volunteer_id for visit in two.visits if visit.status == VisitStatus.DONE]
    known = [one for one in dict.fromkeys(been) if one in others and others[one].status == VolunteerStatus.READY]
    for one in show_more.first("cover", known):
        away = " · away just now" if is_away(others[one], now) else ""
        _other(others[one], f"has been there {counted(been.count(one), 'time')}{away}")
    show_more.button("cover", len(known))
    if not known:
        elements.lead("Nobody else who is ready has been there yet.")
    for one in sorted(theirs):
        page_address.link("matches", "Who else could help: the page of this need", one)
    page_address.link("volunteers", "Write down that the volunteer is away", volunteer.id)


def _other(volunteer: VolunteerRow, why: str) -> None:
    with st.container(key=f"cover-{volunteer.id}", horizontal=True, vertical_alignment="center"):
        page_address.open_record(volunteer.id, volunteer.name or "No name given")
        elements.lead(why)


def _visits(visits: Sequence[VisitRow], now: datetime) -> None:
    if visits:
        elements.heading(counted(len(visits), "visit"), 3)
        rows = [
            (display_words.day(v.on, now), status_words("visits", v.status)) for v in show_more.first("both", visits)
        ]
        elements.facts("both", rows)
        show_more.button("both", len(visits))


def _asked(pair_id: str) -> None:
    act(casework.pair_asked, pair_id, st.session_state.get("again"))
