"""The visits of a match: what is planned, what became of each, and the fields for another."""

from datetime import date, datetime, timedelta
from typing import Any

import streamlit as st

from community import casework
from community.casework import LATEST_DAY, WorkContext
from community.casework.help_given import FARTHEST, LONGEST
from community.tables.canonical import LONDON
from community.tables.row_types import MatchRow, VisitRow
from community.tables.statuses import VisitStatus
from community.tables.vocabulary import YesNo
from community.wording import counted, status_words, wording
from dashboard import display_words, elements
from dashboard.work_session import act, refused

_EMPTY: dict[str, Any] = {"minutes": None, "miles": None, "again": None, "worried": False}
"""The fields of a visit beside its day, and what they hold once it is written down: another visit is another story."""


def lines(context: WorkContext, match: MatchRow, now: datetime) -> None:
    """Draw the visits of this match, one line each: the next one first, then those that are over, the latest first."""
    visits = casework.see_all(context, VisitRow, lambda c: [c.match_id == match.id], order="-on")
    today = now.astimezone(LONDON).date().isoformat()
    if match.first_on and match.first_on >= today and casework.first_day(match, visits):
        part = f", {wording().parts[match.first_part]}" if match.first_part else ""
        elements.lead(f"The first day: {display_words.day(match.first_on, now)}{part}")
    for visit in sorted(visits, key=lambda v: v.status != VisitStatus.PLANNED):
        if visit.status == VisitStatus.PLANNED:
            elements.lead(f"Next on {display_words.day(visit.on, now)}")
        else:
            elements.lead(" · ".join(_said(visit, now)))


def _said(visit: VisitRow, now: datetime) -> list[str]:
    told = [display_words.day(visit.on, now), status_words("visits", visit.status)]
    if visit.minutes:
        told.append(counted(visit.minutes, "minute"))
    if visit.miles:
        told.append(f"{visit.miles:g} miles")
    return [*told, *(["the volunteer was worried"] if visit.worried == YesNo.YES else [])]


def fields(match: MatchRow, now: datetime) -> None:
    """Draw the fields for a visit, and the buttons that say what became of it."""
    one, today = match.id, now.astimezone(LONDON).date()
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"visit-{one}"):
        st.date_input("Day", today, max_value=today, key=f"on-{one}", width=150, format="DD/MM/YYYY")
        st.number_input("Minutes", 1, LONGEST, None, 5, key=f"minutes-{one}", width=120)
        st.number_input("Miles", 0.0, float(FARTHEST), None, 1.0, key=f"miles-{one}", width=120,
                        format="%.1f")  # fmt: skip
        st.date_input("They meet again on (optional)", None, today + timedelta(days=1), today + LATEST_DAY,
                      key=f"again-{one}", width=230, format="DD/MM/YYYY")  # fmt: skip
    st.checkbox("The volunteer is worried about whom they help", key=f"worried-{one}")
    with st.container(horizontal=True, key=f"decisions-{one}"):
        st.button("Done", key=f"done-{one}", on_click=_done, args=(one, match.status))
        for label, status in (
            ("Nobody was in", VisitStatus.NOT_IN),
            ("The volunteer did not come", VisitStatus.NO_SHOW),
        ):
            st.button(label, key=f"{status}-{one}", on_click=_not_given, args=(one, match.status, status))


def _held(match_id: str, name: str) -> Any:
    return st.session_state.get(f"{name}-{match_id}")


def _done(match_id: str, seen: str) -> None:
    on: date | None = _held(match_id, "on")
    told = {name: _held(match_id, name) for name in _EMPTY}
    told |= {"worried": bool(_held(match_id, "worried"))}
    act(casework.done, match_id, on, **told, seen=seen)
    _clear(match_id)


def _not_given(match_id: str, seen: str, status: VisitStatus) -> None:
    act(casework.not_given, match_id, _held(match_id, "on"), status, seen=seen)
    _clear(match_id)


def _clear(match_id: str) -> None:
    """Empty the fields, unless what they hold was refused and is to be put right."""
    if not refused():
        for name, value in _EMPTY.items():
            st.session_state[f"{name}-{match_id}"] = value
