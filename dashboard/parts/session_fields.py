"""The fields of a session: for a new one, and to change what is told of one that is planned."""

from datetime import UTC, date, datetime, time, timedelta

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables import TABLES
from community.tables.canonical import LONDON, moment
from community.tables.row_types import ColumnName, SessionRow, SessionValues, VolunteerRow
from community.tables.support_vocabulary import SESSION_KINDS, SessionKind
from community.tables.vocabulary import YesNo
from community.wording import first_upper, spelled, wording

LABELS = {
    ColumnName.NAME: "What it is called",
    ColumnName.WHAT: "What it is about, and for whom",
    ColumnName.PLACE: "Where",
    ColumnName.COST: "What it costs",
    ColumnName.LED_BY: "Who leads it",
    ColumnName.JOINING: "How to join: a link or a door code, told only to those with a place",
}
_LONG = frozenset({ColumnName.WHAT, ColumnName.JOINING})
_BOOKABLE_AHEAD = timedelta(days=2 * 366)
_USUAL: SessionValues = {
    "kind": SessionKind.TRAINING,
    "minutes": 90,
    "online": YesNo.YES,
    "places": 12,
    "cost": "Free",
}


def draw(context: WorkContext, key: str, row: SessionRow | None, today: date) -> None:
    """Draw the fields; they hold what the row says, or what is usual for a new one."""
    held = SessionRow.of(dict.fromkeys(TABLES[SessionRow.TABLE].by_name) | {**_USUAL}) if row is None else row
    starts = moment(row.starts_at).astimezone(LONDON) if row is not None and row.starts_at else None
    st.text_input(LABELS[ColumnName.NAME], held.name or "", key=f"{key}-name")
    st.pills("What is it?", SESSION_KINDS, default=held.kind, key=f"{key}-kind",
             format_func=lambda code: first_upper(wording().session_kind[code]))  # fmt: skip
    st.text_area(LABELS[ColumnName.WHAT], held.what or "", key=f"{key}-what", height=90)
    with st.container(horizontal=True):
        st.date_input("Day", starts.date() if starts else None, today, today + _BOOKABLE_AHEAD, key=f"{key}-day",
                      format="DD/MM/YYYY", width=150)  # fmt: skip
        st.time_input("Begins at", starts.time() if starts else time(18, 30), key=f"{key}-hour", width=120)
        st.number_input("Minutes", 1, 600, held.minutes or 90, key=f"{key}-minutes", width=110)
        st.number_input("Places (empty: any number)", 1, 1000, held.places, key=f"{key}-places", width=210)
    st.toggle("It is online", held.online == YesNo.YES, key=f"{key}-online")
    for name in list(LABELS)[2:]:
        field = st.text_area if name in _LONG else st.text_input
        field(LABELS[name], held[name] or "", key=f"{key}-{name}")
    hubs = context.settings.hubs
    offered = [None, *hubs]
    st.selectbox("Which hub holds it?", offered, offered.index(held.hub) if held.hub in hubs else 0,
                 key=f"{key}-hub",
                 format_func=lambda code: hubs[code].name if code else "All of them together")  # fmt: skip
    gives = [None, *casework.known_words(context.settings, VolunteerRow.TABLE, "training")]
    if held.gives not in gives:
        gives.append(held.gives)
    st.selectbox("Whoever was there holds this training afterwards", gives, gives.index(held.gives),
                 key=f"{key}-gives",
                 format_func=lambda code: first_upper(spelled(code)) if code else "None")  # fmt: skip


def read(key: str) -> dict[str, object]:
    """By column, what the fields hold now."""
    state = st.session_state
    day, hour = state.get(f"{key}-day"), state.get(f"{key}-hour")
    told: dict[str, object] = {name: (state.get(f"{key}-{name}") or "").strip() or None for name in LABELS}
    starts = datetime.combine(day, hour, LONDON).astimezone(UTC) if day is not None and hour is not None else None
    return told | {
        "kind": state.get(f"{key}-kind"),
        "starts_at": starts,
        "minutes": state.get(f"{key}-minutes"),
        "places": state.get(f"{key}-places"),
        "online": YesNo.YES if state.get(f"{key}-online") else YesNo.NO,
        "hub": state.get(f"{key}-hub"),
        "gives": state.get(f"{key}-gives"),
    }
