"""What members offer: the lists, who has it now and had it before, and which of it may meet a need."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON
from community.tables.listing_days import is_lapsed, is_offer, until_of
from community.tables.row_types import LoanRow, NeedRow, ServiceRow
from community.tables.statuses import ListingStatus, LoanStatus
from community.tables.support_vocabulary import SORT, UNTIL, ServiceKind
from community.tables.verbs import Verb
from community.wording import day_words, first_upper, spelled, status_words
from dashboard import display_words, elements, page_address
from dashboard.parts import correction_fields, life_event_view, show_more
from dashboard.work_session import act

_THANKED = "We thanked them for what they share."
_GROUPS = {"free": "To be had", "lent": "Somebody has it", "wait": "To approve", "over": "Over, or taken off"}


def everything(context: WorkContext, at: datetime) -> None:
    """Draw the lists: to be had, lent, to approve, over; each with what sort of thing it is and until when."""
    rows = casework.see_all(context, ServiceRow, lambda c: [c.kind == ServiceKind.MEMBER_OFFER], order="name")
    if not rows:
        elements.lead("Nobody has offered anything yet. It begins with the form on the site, or on the page Services.")
    loans = casework.see_all(context, LoanRow, lambda c: [c.status == LoanStatus.OUT, c.service_id.is_not(None)])
    away = {loan.service_id for loan in loans}
    today = _today(at)
    groups: dict[str, list[ServiceRow]] = defaultdict(list)
    for row in rows:
        over = is_lapsed(row, today) or row.status == ListingStatus.WITHDRAWN
        waits = row.status == ListingStatus.OFFERED
        groups["lent" if row.id in away else "over" if over else "wait" if waits else "free"].append(row)
    for name, heading in _GROUPS.items():
        if groups[name]:
            elements.heading(f"{heading} · {len(groups[name]):,}")
        for row in show_more.first(f"offers-{name}", groups[name]):
            with st.container(key=f"item-{row.id}"):
                page_address.open_record(row.id, row.name or "No name given")
                elements.line(about(context, row, at))
        show_more.button(f"offers-{name}", len(groups[name]))


def about(context: WorkContext, row: ServiceRow, at: datetime) -> list[str]:
    """What sort of thing it is, when, until when, and where."""
    parts = [
        first_upper(spelled(row[SORT])) if row[SORT] else None,
        row.times,
        f"until {last}" if (last := last_day(row, at)) else None,
        display_words.hub(context.settings, row.hub),
    ]
    return [part for part in parts if part]


def last_day(row: ServiceRow, at: datetime | None = None) -> str | None:
    """Its last day; where the form could not read it, the words that were typed. None where nothing was."""
    until, typed = until_of(row), row[UNTIL]
    return day_words(until, at) if until else f"“{typed}”, which is no day that we can read" if typed else None


def put_until_right(context: WorkContext, row: ServiceRow) -> None:
    """Draw the choice of another last day: after it, the site prints the offer no more."""
    if not (is_offer(row) and casework.can(context.user, Verb.CORRECT, row)):
        return
    with st.expander("Until which day?", expanded=bool(row[UNTIL]) and until_of(row) is None):
        correction_fields.day_field("Its last day. Empty: no last day", until_of(row), f"until-{row.id}")
        st.button("Put this day", key=f"put-until-{row.id}", on_click=_until, args=(row.id, row[UNTIL]))


def _until(offer_id: str, seen: str | None) -> None:
    act(casework.change_until, offer_id, seen=seen, now=st.session_state.get(f"until-{offer_id}"))


def lent(context: WorkContext, row: ServiceRow, at: datetime) -> None:
    """Draw who has it and had it, the button that it is back, who gets it next, and the button that thanks."""
    if not is_offer(row):
        return
    elements.heading("Who has it")
    loans = casework.loans_of_offer(context, row.id)
    if not loans:
        elements.lead("Nobody has had it yet.")
    _loans(context, loans, at)
    life_event_view.apart(context, row, Verb.LEND_OFFER, "Somebody gets it")
    if casework.can(context.user, Verb.LOG_CONTACT, row):
        st.button("We have thanked them", key=f"thank-{row.id}", on_click=act, args=(casework.log_contact, row.id),
                  kwargs={"with_whom": row.id, "words": _THANKED})  # fmt: skip


def _loans(context: WorkContext, loans: Sequence[LoanRow], at: datetime) -> None:
    names = casework.names_of(context, [loan.id for loan in loans])
    for loan in show_more.first("lent-offer", loans):
        with st.container(key=f"item-{loan.id}"):
            page_address.open_record(loan.resident_id or loan.id, names[loan.id] or "Somebody")
            since = f"since {display_words.day(loan.lent_on, at)}" if loan.lent_on else None
            back = f"due back {display_words.day(loan.back_by, at)}" if loan.back_by and not loan.back_on else None
            elements.line(filter(None, [status_words("loans", loan.status), since, back]))
            if casework.can(context.user, Verb.LOAN_BACK, loan):
                st.button("It is back", key=f"back-{loan.id}", on_click=act,
                          args=(casework.loan_back, loan.id, at.astimezone(LONDON).date()),
                          kwargs={"seen": loan.status})  # fmt: skip
    show_more.button("lent-offer", len(loans))


def for_need(context: WorkContext, need: NeedRow, at: datetime) -> None:
    """Draw what members offer that may meet this need; nothing where nothing does."""
    fits = casework.offers_for(context, need, _today(at))
    if fits:
        elements.lead("There is an offer of this:")
    for row in show_more.first(f"offers-for-{need.id}", fits, 3):
        page_address.open_record(row.id, " · ".join(filter(None, [row.name, *about(context, row, at)])))
    show_more.button(f"offers-for-{need.id}", len(fits), 3)
    if fits:
        life_event_view.apart(context, need, Verb.LEND_OFFER, "They get one of these")


def _today(at: datetime) -> str:
    return at.astimezone(LONDON).date().isoformat()
