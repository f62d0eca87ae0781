"""Whom others sent to us: by whoever sent them, with what came of each, and that they know that we have it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.identity import certain_email, folded_words, phone_numbers
from community.tables.row_types import HelpRequestRow, ReferralRow
from community.tables.statuses import RequestStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.verbs import Verb
from community.tables.vocabulary import Direction
from community.wording import counted, status_words
from dashboard import display_words, elements, page_address
from dashboard.parts import life_event_view, show_more

KNOWS = "Tell whoever sent them that we have it"


def everything(context: WorkContext, now: datetime) -> None:
    """Draw whoever sent somebody, the latest first, each with all whom they sent."""
    found = casework.see_all(
        context,
        HelpRequestRow,
        lambda c: [c.referrer_name.is_not(None) | c.referrer_telephone.is_not(None) | c.referrer_email.is_not(None)],
        order="-at",
    )
    told = casework.see_all(
        context, ReferralRow, lambda c: [c.direction == Direction.IN, c.kind.is_distinct_from(ReferralKind.HUB)]
    )
    by_request = {row.request_id: row for row in told}
    numbers = casework.numbers_to_show(context, [request.referrer_telephone for request in found])
    groups: dict[str, list[HelpRequestRow]] = defaultdict(list)
    for request in found:
        groups[_key(request)].append(request)
    if not groups:
        elements.lead("Nobody has been sent to us yet. Whoever asks on another’s behalf, by form or call, stands here.")
    for requests in show_more.first("referrers", list(groups.values())):
        _one(requests, numbers[requests[0].referrer_telephone], by_request, now)
    show_more.button("referrers", len(groups))


def _key(request: HelpRequestRow) -> str:
    """What is the same in all that one person sends: their number, else their address, else name and who they are."""
    number = next((each.form for each in phone_numbers(request.referrer_telephone)), None)
    named = " ".join([*folded_words(request.referrer_name or ""), *folded_words(request.referrer_who or "")])
    return number or certain_email(request.referrer_email) or named or request.id


def _one(
    requests: Sequence[HelpRequestRow], number: str | None, by_request: dict[str | None, ReferralRow], now: datetime
) -> None:
    latest = requests[0]
    with st.container(key=f"card-referrer-{latest.id}", gap="small"):
        elements.person(latest.referrer_name, level=3)
        elements.line([latest.referrer_who or "who they are, nobody said", counted(len(requests), "help_requests"),
                       f"{sum(each.status != RequestStatus.CLOSED for each in requests)} still open",
                       *([number] if number else [])],
                      number if number == latest.referrer_telephone else None)  # fmt: skip
        for request in show_more.first(f"sent-{latest.id}", requests):
            with st.container(key=f"item-{request.id}", horizontal=True, vertical_alignment="center"):
                page_address.open_record(request.id, request.name or "No name given")
                stands = [display_words.when(request.at, now), status_words(request.table, request.status)]
                row = by_request.get(request.id)
                elements.lead(" · ".join([*stands, "not told yet that we have it" if row is None else _hears(row)]))
                if row is not None:
                    page_address.link("referrals", "What they heard", row.id)
        show_more.button(f"sent-{latest.id}", len(requests))


def _hears(row: ReferralRow) -> str:
    return f"told: {row.outcome}" if row.outcome else "told that we have it"


def knows(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw what whoever sent this request knows, or the way to tell them that we have it."""
    if not casework.has_referrer(request):
        return
    found = casework.see_all(context, ReferralRow, lambda c: [c.id == casework.referral_of_request(request.id)])
    if found:
        page_address.link("referrals", "What whoever sent them heard", found[0].id)
        return
    life_event_view.apart(context, request, Verb.REFERRER_KNOWS, KNOWS)
