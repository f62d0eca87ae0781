"""What is known of a resident: their own words, consents, and household."""

from collections.abc import Iterable
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.identity import house_numbers
from community.tables.canonical import split
from community.tables.row_types import HelpRequestRow, ResidentRow
from community.tables.vocabulary import YesNo
from community.wording import language_words, spelled
from dashboard import display_words, elements, page_address
from dashboard.shared_resources import house


def facts(resident: ResidentRow) -> list[tuple[str, str]]:
    """What they told, line by line, in the words of the pages."""
    told = [
        ("Telephone", resident.telephone),
        ("Text, don’t ring", "Yes" if resident.text_only == YesNo.YES else None),
        ("Email", resident.email),
        ("Address", "\n".join(filter(None, [resident.address, resident.postcode])) or None),
        ("Part of town", resident.sector),
        ("Languages", language_words(split(resident.languages)) if resident.languages else None),
        ("Good to know", resident.access_needs),
        ("What the hub wrote down", resident.notes),
    ]
    return [(label, value) for label, value in told if value] + display_words.further(house().forms, resident)


def consents(requests: Iterable[HelpRequestRow], now: datetime) -> None:
    """Draw what was agreed at each request, who asked for them, and by what authority anybody speaks for them."""
    rows = [(display_words.when(each.at, now), words) for each in requests if (words := _agreed(each))]
    if rows:
        elements.heading("Consents, and who speaks for them")
        elements.facts("consents", rows, in_words=True)


def _agreed(request: HelpRequestRow) -> str:
    whom = ", ".join(filter(None, [request.referrer_name, request.referrer_who, request.referrer_telephone]))
    said = [
        ("Asked by", whom),
        ("They agree that somebody asks", spelled(request.they_agree)),
        ("How they were asked", request.agreed_how),
        ("Speaks for them by", spelled(request.speaks_for)),
        ("Health may be kept", spelled(request.health_consent)),
        ("Written down", request.consent_notes),
    ]
    return "\n".join(f"{what}: {words}" for what, words in said if words)


def beside(context: WorkContext, resident: ResidentRow) -> None:
    """Draw who lives with them as far as we know."""
    if not (resident.postcode and resident.address):
        return
    near = casework.see_all(context, ResidentRow, lambda c: [c.postcode == resident.postcode])
    home = _household(resident, near)
    if home:
        elements.heading("At the same address", 3)
    for row in home:
        with st.container(key=f"beside-{row.id}", horizontal=True):
            page_address.link("residents", elements.plain(row.name, "No name given"), row.id)


def _household(resident: ResidentRow, near: Iterable[ResidentRow]) -> list[ResidentRow]:
    here = house_numbers(resident.address)
    return [each for each in near if each.id != resident.id and here and house_numbers(each.address) == here]
