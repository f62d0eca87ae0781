"""Money that a volunteer laid out: each sum with its day and where it stands, its next step, and another one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import PaymentRow, ResidentRow, VolunteerRow
from community.tables.statuses import PaymentStatus
from community.tables.support_vocabulary import PaymentKind
from community.tables.verbs import Verb
from community.wording import first_upper, pounds, status_words, wording
from dashboard import display_words, elements
from dashboard.parts import show_more
from dashboard.work_session import act, refused

_FIELDS = ("what", "pounds", "miles")


def of_volunteer(context: WorkContext, volunteer: VolunteerRow, residents: Mapping[str, str], now: datetime) -> None:
    """Draw what this volunteer laid out, and the fields for more; `residents`: whom they help or helped, by id."""
    may = casework.can(context.user, Verb.NOTE_PAYMENT, volunteer)
    found = casework.see_all(context, PaymentRow, lambda c: [c.volunteer_id == volunteer.id], order="-on")
    if not found and not may:
        return
    elements.heading("Money laid out")
    _lines(context, found, now)
    if may:
        with st.expander("They paid for something"):
            _more(context, volunteer, residents, now.astimezone(LONDON).date())


def of_pair(context: WorkContext, volunteer: VolunteerRow, resident: ResidentRow, now: datetime) -> None:
    """Draw what the volunteer paid for this resident, and the fields for more."""
    may = casework.can(context.user, Verb.NOTE_PAYMENT, volunteer)
    found = casework.see_all(
        context,
        PaymentRow,
        lambda c: [c.volunteer_id == volunteer.id, c.resident_id == resident.id],
        order="-on",
    )
    if not found and not may:
        return
    elements.heading("Money between the two")
    if not found:
        elements.lead("The volunteer has paid for nothing.")
    _lines(context, found, now)
    if may:
        with st.expander("They paid for something"):
            _more(context, volunteer, {resident.id: resident.name or resident.id}, now.astimezone(LONDON).date())


def of_resident(context: WorkContext, resident_id: str, now: datetime) -> None:
    """Draw what volunteers paid for this resident; nothing where nobody did, or for whoever may not see it."""
    found = casework.see_all(context, PaymentRow, lambda c: [c.resident_id == resident_id], order="-on")
    if found:
        elements.heading("Money laid out for them")
        _lines(context, found, now)


def _lines(context: WorkContext, found: Sequence[PaymentRow], now: datetime) -> None:
    open_first = sorted(found, key=lambda row: row.status == PaymentStatus.SETTLED)
    for row in show_more.first("money", open_first):
        with st.container(key=f"item-{row.id}", gap="small"):
            kind = wording().payment_kind.get(row.kind or "", "money")
            what = ", ".join(filter(None, [row.what, f"{row.miles:g} miles" if row.miles else None]))
            st.text(f"{pounds(row.pence or 0)}, {kind}{f': {what}' if what else ''}")
            elements.lead(_stands(row, now))
            _steps(context, row, now.astimezone(LONDON).date())
    show_more.button("money", len(found))


def _stands(row: PaymentRow, now: datetime) -> str:
    days = [
        ("spent", row.on),
        ("receipt seen", row.receipt_seen_on),
        (status_words("payments", PaymentStatus.SETTLED), row.settled_on),
    ]
    return " · ".join(f"{word} {display_words.day(day, now)}" for word, day in days if day)


def _steps(context: WorkContext, row: PaymentRow, today: date) -> None:
    may_see = casework.can(context.user, Verb.SEE_RECEIPT, row)
    may_settle = casework.can(context.user, Verb.SETTLE_PAYMENT, row)
    if not may_see and not may_settle:
        return
    without = may_settle and row.status == PaymentStatus.NOTED and row.miles is None
    with st.container(horizontal=True, key=f"money-{row.id}", vertical_alignment="bottom"):
        if may_see:
            st.button("I saw the receipt", key=f"receipt-{row.id}", on_click=act,
                      args=(casework.see_receipt, row.id, today), kwargs={"seen": row.status})  # fmt: skip
        if without:
            st.text_input("No receipt? Why not", key=f"why-{row.id}", width=220)
        if may_settle:
            st.button("It is paid back", key=f"settled-{row.id}", on_click=_settle, args=(row.id, row.status, today))


def _settle(payment_id: str, seen: str, today: date) -> None:
    reason = st.session_state.get(f"why-{payment_id}") or None
    act(casework.settle_payment, payment_id, today, seen=seen, reason=reason)


def _more(context: WorkContext, volunteer: VolunteerRow, residents: Mapping[str, str], today: date) -> None:
    kinds, one = wording().payment_kind, volunteer.id
    kind = st.segmented_control("What for?", list(PaymentKind), default=PaymentKind.SHOPPING_MONEY, required=True,
                                key=f"pay-kind-{one}", format_func=lambda code: first_upper(kinds[code]))  # fmt: skip
    if kind == PaymentKind.SHOPPING_MONEY:
        st.selectbox("Whom did they shop for?", list(residents), key=f"pay-for-{one}",
                     format_func=lambda code: elements.plain(residents[code], code))  # fmt: skip
        elements.lead("Never by the resident’s card. The receipt says how much.")
    with st.container(horizontal=True):
        st.date_input("On", today, max_value=today, key=f"pay-on-{one}", format="DD/MM/YYYY", width=150)
        st.number_input("Pounds", 0.0, 1000.0, None, 0.01, format="%.2f", key=f"pay-pounds-{one}", width=150)
        if kind == PaymentKind.EXPENSES:
            price = context.settings.follow_up.mile_pence
            st.number_input(f"Miles, at {price}p each", 0.0, float(casework.FARTHEST), None, 1.0,
                            key=f"pay-miles-{one}", width=170)  # fmt: skip
    st.text_input("What was it? (optional)", key=f"pay-what-{one}")
    st.button("Write the sum down", key=f"pay-{one}", on_click=_note, args=(one,))


def _note(volunteer_id: str) -> None:
    def held(name: str) -> object:
        return st.session_state.get(f"pay-{name}-{volunteer_id}")

    kind, paid = held("kind"), held("pounds")
    shops = kind == PaymentKind.SHOPPING_MONEY
    act(
        casework.note_payment, volunteer_id, kind=kind, on=held("on"), what=held("what") or None,
        pence=round(paid * 100) if isinstance(paid, float) else None,
        miles=None if shops else held("miles"), resident_id=held("for") if shops else None,
    )  # fmt: skip
    if not refused():
        for name in _FIELDS:
            st.session_state.pop(f"pay-{name}-{volunteer_id}", None)
