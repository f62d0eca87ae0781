"""People passed on to services: the lists, one of them with what the service was told, and what comes next."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import ContactRow, ReferralRow, ResidentRow, ServiceRow
from community.tables.statuses import ReferralStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.verbs import Verb
from community.tables.vocabulary import Direction
from community.wording import first_upper, status_words, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import life_event_view, message_status, show_more

NEW = "Pass on to a service, or ask for a grant"
_GROUPS = {
    "again": "Ask again: nobody there has answered",
    ReferralStatus.SENT: "Passed on, not answered yet",
    ReferralStatus.ACKNOWLEDGED: "Taken up",
    ReferralStatus.CLOSED: "Closed",
}


def everything(context: WorkContext, now: datetime) -> None:
    """Draw the lists: to ask again, passed on, taken up, closed."""
    rows = casework.see_all(
        context,
        ReferralRow,
        lambda c: [c.direction != Direction.IN, c.kind.is_distinct_from(ReferralKind.HUB)],
        order="-at",
    )
    if not rows:
        elements.lead("Nobody has been passed on to a service yet. It begins on a resident’s page, or on a need’s.")
    today = now.astimezone(LONDON).date().isoformat()
    groups: dict[str, list[ReferralRow]] = {name: [] for name in _GROUPS}
    for row in rows:
        late = row.status == ReferralStatus.SENT and row.chase_on is not None and row.chase_on <= today
        groups["again" if late else row.status].append(row)
    for name, heading in _GROUPS.items():
        if groups[name]:
            elements.heading(f"{heading} · {len(groups[name]):,}")
        _lines(context, show_more.first(name, groups[name]), now)
        show_more.button(name, len(groups[name]))


def _lines(context: WorkContext, rows: Sequence[ReferralRow], now: datetime) -> None:
    names = casework.names_of(context, [row.id for row in rows])
    for row in rows:
        with st.container(key=f"item-{row.id}"):
            page_address.open_record(row.id, names[row.id] or "No name given")
            elements.line([to_whom(context, row), *stands(row, now), display_words.hub(context.settings, row.hub)])


def to_whom(context: WorkContext, row: ReferralRow) -> str:
    """The service, or whoever is asked for the grant; of somebody sent to us, where from."""
    found = casework.see_all(context, ServiceRow, lambda c: [c.id == row.service_id]) if row.service_id else []
    name = found[0].name if found else row.service
    return f"Sent to us by {name or 'somebody'}" if row.direction == Direction.IN else name or "A service"


def stands(row: ReferralRow, now: datetime) -> list[str]:
    """The amount, and where it stands: since when, who has taken it up, and when somebody asks again."""
    asked, given = casework.pounds_words(row.pence_asked), casework.pounds_words(row.pence_given)
    taken_by = "they were told that we have it by" if row.direction == Direction.IN else "acknowledged by"
    parts = [
        f"{asked} asked for" if asked else None,
        f"{status_words(row.table, row.status)} {display_words.when(row.changed_at, now)}",
        f"{taken_by} {row.acknowledged_by}" if row.acknowledged_by else None,
        f"ask again {display_words.day(row.chase_on, now)}" if row.chase_on else None,
        f"{given} given{f' by {row.given_by}' if row.given_by else ''}" if given else None,
        row.outcome,
    ]
    return [part for part in parts if part]


def told(context: WorkContext, row: ReferralRow, now: datetime) -> None:
    """Draw who agreed to what, what the service was told and by which way, and what became of an email."""
    noted = [("What for", row.what), ("Agreed", row.agreed)]
    elements.facts(f"referral-{row.id}", [(label, words) for label, words in noted if words], in_words=True)
    log = casework.see_all(context, ContactRow, lambda c: [c.id == casework.told_id(row.id)])
    if log and log[0].words:
        elements.lead(f"What it was told, by {wording().way[log[0].way or 'telephone']}:")
        elements.message(log[0].words)
    messages = casework.messages_about(context, [row.id])[row.id]
    message_status.each_of(context, {row.id}, messages, now)


def of_resident(context: WorkContext, resident: ResidentRow, now: datetime) -> None:
    """Draw the way to pass this resident on, and to whom they were, each with its page."""
    rows = casework.see_all(
        context,
        ReferralRow,
        lambda c: [c.resident_id == resident.id, c.kind.is_distinct_from(ReferralKind.HUB)],
        order="-at",
    )
    if rows:
        elements.heading("Passed on to services, or sent to us")
    life_event_view.apart(context, resident, Verb.REFER, NEW)
    for row in show_more.first("referrals", rows):
        with st.container(key=f"card-{row.id}", gap="small"):
            page_address.open_record(row.id, first_upper(to_whom(context, row)))
            elements.lead(" · ".join(stands(row, now)))
            life_event_view.section(context, row, "What came of it")
    show_more.button("referrals", len(rows))
