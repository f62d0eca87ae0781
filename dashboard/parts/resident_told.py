"""What is known of a resident: their own words, consents, household, and who must not meet them."""

import json
from collections.abc import Iterable
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.identity import house_numbers
from community.tables.canonical import split
from community.tables.row_types import HelpRequestRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import YesNo
from community.wording import first_upper, language_words, spelled
from dashboard import display_words, elements, page_address


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
    added = json.loads(resident.extra or "{}")
    return [(label, value) for label, value in told if value] + [(first_upper(spelled(k)), v) for k, v in added.items()]


def consents(requests: Iterable[HelpRequestRow], now: datetime) -> None:
    """Draw what was agreed at each request, who asked for them, and by what authority anybody speaks for them."""
    rows = [(display_words.when(each.at, now), words) for each in requests if (words := _agreed(each))]
    if rows:
        elements.heading("Consents, and who speaks for them")
        elements.facts("consents", rows)


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
    """Draw who must not meet them, whom they would like again, and who lives with them as far as we know."""
    with casework.looking(context) as visible:
        chosen = {*split(resident.avoids), *split(resident.prefers)}
        named = {v.id: v for v in visible.rows(VolunteerRow, lambda c: [c.id.in_(chosen)])} if chosen else {}
        home = _household(resident, visible.rows(ResidentRow, lambda c: [c.postcode == resident.postcode])
                          if resident.postcode and resident.address else [])  # fmt: skip
    _people("Never to be put together with", [named[one] for one in split(resident.avoids) if one in named])
    _people("Would like again", [named[one] for one in split(resident.prefers) if one in named])
    _people("At the same address", home)


def _household(resident: ResidentRow, near: Iterable[ResidentRow]) -> list[ResidentRow]:
    here = house_numbers(resident.address)
    return [each for each in near if each.id != resident.id and here and house_numbers(each.address) == here]


def _people(heading: str, rows: list[VolunteerRow] | list[ResidentRow]) -> None:
    if not rows:
        return
    elements.heading(heading)
    for row in rows:
        with st.container(key=f"beside-{heading}-{row.id}".replace(" ", "-").lower(), horizontal=True):
            page_address.link(page_address.page_of(row.id), elements.plain(row.name, "No name given"), row.id)
