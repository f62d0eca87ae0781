"""Which period the figures are of, and for whom: kept in the address, so that a link opens the same figures."""

from datetime import date, datetime

import streamlit as st

from community.impact import PERIODS, Period, period_named
from community.tables.canonical import LONDON
from dashboard import page_address

_NAMES = {
    "last_week": "Last week",
    "this_week": "This week so far",
    "last_month": "Last month",
    "this_month": "This month so far",
    "last_quarter": "Last quarter",
    "this_quarter": "This quarter so far",
    "this_year": "This year so far",
    "twelve_months": "The last twelve months",
    "own": "From one day to another",
}
_OWN, _PERIOD, _FROM, _TO, _FOR, _OUTSIDE = "own", "period", "from", "to", "for", "outsiders"
_YEARS = 10
"""So far back a day may lie."""


def choose(at: datetime) -> Period:
    """Draw the choice of the period, and return it. Days that are the wrong way round are turned."""
    today = at.astimezone(LONDON).date()
    told = st.query_params.get(_PERIOD)
    names = [*PERIODS, _OWN]
    name = st.selectbox(
        "Period",
        names,
        index=names.index(told) if told in names else 0,
        format_func=_NAMES.__getitem__,
        key="impact-period",
        on_change=_keep,
    )
    if name != _OWN:
        return period_named(name, today)
    begins = _day(_FROM) or period_named("this_year", today).first
    return Period(*sorted((_ask("First day", begins, today), _ask("Last day", _day(_TO) or today, today))))


def for_outsiders() -> bool:
    """Draw the choice for whom the figures are. True: for people outside, so that small numbers are hidden."""
    told = st.query_params.get(_FOR) == _OUTSIDE
    return st.toggle("For people outside: hide small numbers", told, key="impact-for", on_change=_keep)


def _keep() -> None:
    state = st.session_state
    name = state["impact-period"]
    days = {key: state[widget].isoformat() if widget in state and name == _OWN else None
            for key, widget in ((_FROM, _key("First day")), (_TO, _key("Last day")))}  # fmt: skip
    page_address.went(**{_PERIOD: name, _FOR: _OUTSIDE if state.get("impact-for") else None}, **days)


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(st.query_params.get(name, ""))
    except ValueError:
        return None


def _ask(label: str, day: date, today: date) -> date:
    """Draw the choice of a day, and return it: the nearest that can be chosen, where the address names another."""
    first = date(today.year - _YEARS, 1, 1)
    day = min(max(day, first), today)
    return st.date_input(label, day, first, today, format="DD/MM/YYYY", key=_key(label), on_change=_keep)


def _key(label: str) -> str:
    return f"impact-{label}"
