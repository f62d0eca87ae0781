"""What a resident was lent: each thing with the days, the buttons for back and lost, and the fields for another."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import LoanRow, ResidentRow
from community.tables.statuses import LoanStatus
from community.tables.verbs import Verb
from community.wording import status_words
from dashboard import display_words, elements, page_address
from dashboard.parts import correction_fields, show_more
from dashboard.work_session import act, refused

_LONGEST = timedelta(days=5 * 366)


def section(context: WorkContext, resident: ResidentRow, loans: Sequence[LoanRow], now: datetime) -> None:
    """Draw the things, those that are out first."""
    today = now.astimezone(LONDON).date()
    may = casework.can(context.user, Verb.LEND, resident)
    if not loans and not may:
        return
    elements.heading("Things lent")
    if not loans:
        elements.lead("Nothing is lent to them.")
    by_need = sorted(loans, key=lambda loan: loan.status != LoanStatus.OUT)
    for loan in show_more.first("lent", by_need):
        _line(context, loan, now, today)
    show_more.button("lent", len(loans))
    if may:
        with st.expander("Lend them something"):
            _fields(resident.id, today)


def _line(context: WorkContext, loan: LoanRow, now: datetime, today: date) -> None:
    late = loan.status == LoanStatus.OUT and loan.back_by is not None and loan.back_by < today.isoformat()
    with st.container(key=f"item-{loan.id}", gap="small"):
        if loan.service_id:
            page_address.open_record(loan.service_id, loan.what or "A thing")
        else:
            st.text(loan.what or "A thing")
        elements.lead(_said(loan, now))
        if late:
            elements.marks([f"It was wanted back {display_words.day(loan.back_by, now)}."], "alarm")
        with st.container(horizontal=True, key=f"loan-{loan.id}", vertical_alignment="bottom"):
            if casework.can(context.user, Verb.LOAN_BACK, loan):
                st.date_input(
                    "Back on", today, max_value=today, key=f"back-on-{loan.id}", format="DD/MM/YYYY", width=150
                )
                st.button("It is back", key=f"back-{loan.id}", on_click=_back, args=(loan.id, loan.status))
            if casework.can(context.user, Verb.LOAN_LOST, loan):
                st.button("It is lost", key=f"lost-{loan.id}", type="tertiary", on_click=act,
                          args=(casework.loan_lost, loan.id), kwargs={"seen": loan.status})  # fmt: skip
        correction_fields.field(context, loan, "Put this loan right")


def _said(loan: LoanRow, now: datetime) -> str:
    since = f"since {display_words.day(loan.lent_on, now)}" if loan.lent_on else None
    out = loan.status == LoanStatus.OUT
    due = f"due back {display_words.day(loan.back_by, now)}" if loan.back_by and out else None
    back = f"on {display_words.day(loan.back_on, now)}" if loan.back_on else None
    words = status_words("loans", loan.status)
    return ", ".join(filter(None, [" ".join(filter(None, [words, since if out else back])), due]))


def _fields(resident_id: str, today: date) -> None:
    st.text_input("What is it? Its number too, if it has one", key=f"lend-what-{resident_id}")
    with st.container(horizontal=True):
        st.date_input("Since", today, max_value=today, key=f"lend-on-{resident_id}", format="DD/MM/YYYY", width=150)
        st.date_input("Wanted back (optional)", None, today, today + _LONGEST, key=f"lend-by-{resident_id}",
                      format="DD/MM/YYYY", width=190)  # fmt: skip
    st.button("Write the loan down", key=f"lend-{resident_id}", on_click=_lend, args=(resident_id,))


def _lend(resident_id: str) -> None:
    state = st.session_state
    act(casework.lend, resident_id, state.get(f"lend-what-{resident_id}"), state.get(f"lend-on-{resident_id}"),
        state.get(f"lend-by-{resident_id}"))  # fmt: skip
    if not refused():
        state[f"lend-what-{resident_id}"], state[f"lend-by-{resident_id}"] = "", None


def _back(loan_id: str, seen: str) -> None:
    act(casework.loan_back, loan_id, st.session_state.get(f"back-on-{loan_id}"), seen=seen)
