"""Who is coming: what may be said of it to a resident who rings, need by need."""

from datetime import date, datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import user_can
from community.identity import name_to_say
from community.tables.row_types import MatchRow
from community.tables.statuses import AGREED, GOING_ON, MatchStatus, NeedStatus, VisitStatus
from community.tables.verbs import Verb
from community.wording import any_of_slots, weekday_words, wording
from dashboard import display_words, elements, page_address, shortcuts
from dashboard.parts import visit_off
from dashboard.parts.resident_help import HelpSoFar
from dashboard.work_session import act, today

_NOBODY = "Nobody yet. Say that we are looking for somebody, and that we ring before anybody comes."
_ASKED = "Somebody is being asked. Name nobody: they have not said yes yet."


def draw(context: WorkContext, found: HelpSoFar, now: datetime) -> None:
    """Draw each open need: who comes and when, as far as it may be said."""
    open_needs = [need for need in found.needs if need.status == NeedStatus.OPEN]
    elements.heading("Who is coming?")
    if not open_needs:
        elements.lead("Nothing is open: nobody is to come.")
    for need in open_needs:
        with st.container(key=f"card-open-{need.id}", gap="small"):
            page_address.link("matches", display_words.task(context.settings, need.task_type), need.id)
            asked = f"asked {display_words.when(need.asked_at or need.at, now)}"
            elements.line(filter(None, [asked, wording().recurs.get(need.recurs or ""), any_of_slots(need.slots)]))
            live = [match for match in found.matches if match.need_id == need.id and match.status in GOING_ON]
            told = [match for match in live if match.status in AGREED]
            for match in told:
                _comes(context, found, match, now)
            if not told:
                st.text(_ASKED if any(match.status != MatchStatus.PROPOSED for match in live) else _NOBODY)


def _comes(context: WorkContext, found: HelpSoFar, match: MatchRow, now: datetime) -> None:
    volunteer = found.volunteers.get(match.volunteer_id)
    name = name_to_say(volunteer.name) if volunteer else ""
    planned = sorted(
        visit.on for visit in found.visits
        if visit.match_id == match.id and visit.status == VisitStatus.PLANNED and visit.on >= today().isoformat()
    )  # fmt: skip
    days = planned or ([match.first_on] if match.first_on else [])
    day = f" on {weekday_words(date.fromisoformat(days[0]))}" if days else "; no day is agreed yet"
    part = wording().parts.get(match.first_part or "") if days and days[0] == match.first_on else None
    st.text(f"{name or 'Somebody'} comes{day}{f', {part.lower()}' if part else ''}.")
    if days:
        visit_off.button(context, match, now, about=page_address.record())
    if match.status == MatchStatus.ACCEPTED and user_can(context.user, Verb.RESIDENT_TOLD):
        st.button(f"I told them that {elements.label(name, 'somebody')} comes", key=f"who-comes-{match.id}",
                  shortcut=shortcuts.key("T"), on_click=act, args=(casework.resident_told, match.id),
                  kwargs={"seen": match.status})  # fmt: skip
