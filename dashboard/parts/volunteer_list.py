"""The volunteers as a list to look through: filters in the address, at most 200 lines a page."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

import pandas as pd
import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import user_can
from community.tables.list_codes import AskedWhen
from community.tables.row_types import VolunteerRow
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind
from community.wording import counted, status_words
from dashboard import display_words, elements, page_address, today_groups
from dashboard.parts import for_many, snooze_button, volunteer_filters
from dashboard.parts.proposal_view import NOBODY, search, volunteer_line

MOST, _FEW, _FOUND = 200, 40, 20
"""So many lines a page has: of the list, of a line of Today, and so many of those found."""
_NOBODY_YET = "Nobody has offered to help yet. Offers come in from the website, from calls, and from a list brought in."
_NOBODY_SO = "No volunteer is like this. Choose “All” in one of the fields, or empty it."
T = TypeVar("T")


def volunteers(context: WorkContext, now: datetime) -> None:
    """Draw a search by name or id, and the list with its filters."""
    st.title("Volunteers")
    asked = st.text_input("Find somebody by name or number", key="find-volunteer", width=420)
    if asked.strip():
        named = search(context, asked)
        rest = f", the first {_FOUND} shown: type more of the name" if len(named) > _FOUND else ""
        elements.lead(f"{len(named):,} found{rest}" if named else NOBODY)
        for row in named[:_FOUND]:
            _line(context, row)
        return
    wanted = volunteer_filters.chosen(context)
    found = casework.listed_volunteers(context, wanted, now)
    if not found:
        elements.lead(_NOBODY_SO if wanted.narrows else _NOBODY_YET)
        return
    elements.lead(f"{counted(len(found), 'volunteer')}. Choose a line to open it.")
    with st.container(horizontal=True, vertical_alignment="center", key="for-all"):
        if wanted.narrows:  # nothing is meant to be so of everybody there is
            for_many.button(context, found)
        if _writes(context):
            these = f"these {len(found):,}" if wanted.narrows else f"all {len(found):,}"
            label = "Write to this one …" if len(found) == 1 else f"Write to {these} …"
            page_address.link("circulars", label, **volunteer_filters.in_address())
    _grid(context, _page_of(found), now)


def of_today(context: WorkContext, now: datetime, kind: str) -> None:
    """Draw the volunteers whom a line of Today counts, each with a link and the button that takes them off it."""
    heading, about = today_groups.KINDS[kind]
    found = snooze_button.people(context, now, kind)
    snooze_button.question(context, now)
    st.title(heading)
    many = f"{counted(len(found), 'person')}. {about}"
    elements.lead(many if found else "Nobody is left here.")
    shown = dict(_page_of(found, _FEW))
    for row in _rows(context, list(shown)):
        with st.container(key=f"item-{row.id}", horizontal=True, vertical_alignment="center"):
            page_address.open_record(row.id, row.name or "No name given")
            number = casework.safe_contact(row).number(row.telephone)
            told = [shown[row.id], display_words.hub(context.settings, row.hub), number, row.id]
            elements.line(filter(None, told), number if number == row.telephone else None)
            with st.container(horizontal=True, key=f"links-{row.id}", gap="small"):
                snooze_button.button(row.id, kind, "Asked: look again …")
    if kind == LineKind.UNUSED and found and _writes(context):
        page_address.link("circulars", "Write to them", asked=AskedWhen.UNUSED)
    page_address.link("volunteers", "All volunteers")


def _writes(context: WorkContext) -> bool:
    """Whether this user writes to many here."""
    return user_can(context.user, Verb.WRITE_TO_MANY) and not context.settings.kept_in_sheet


def _page_of(rows: Sequence[T], most: int = MOST) -> Sequence[T]:
    """The rows of the page that the address names. Draws links to the other pages where there are any."""
    pages = -(-len(rows) // most)
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    return rows[(page - 1) * most : page * most]


def _rows(context: WorkContext, ids: Sequence[str]) -> list[VolunteerRow]:
    """These volunteers, in this order."""
    rows = {row.id: row for row in casework.see_all(context, VolunteerRow, lambda c: [c.id.in_(ids)], order=None)}
    return [rows[one] for one in ids if one in rows]


def _grid(context: WorkContext, ids: Sequence[str], now: datetime) -> None:
    """Draw the lines. A choice opens the volunteer who stood on the line when it was drawn, whatever came in since."""
    asked = casework.last_asked(context, ids)
    shown = pd.DataFrame(
        [
            (row.name or "", status_words("volunteers", row.status), display_words.hub(context.settings, row.hub),
             display_words.day(asked[row.id], now) if row.id in asked else "never",
             display_words.tasks(context.settings, row.tasks), row.id)
            for row in _rows(context, ids)
        ],
        columns=["Name", "Status", "Hub", "Last asked", "Offers", "Number"],
    )  # fmt: skip
    numbers = shown["Number"].tolist()
    key = "grid-" + hashlib.blake2b("".join(numbers).encode(), digest_size=8).hexdigest()

    def opened() -> None:
        chosen = st.session_state[key]["selection"]
        for line in [*chosen["rows"], *(line for line, _ in chosen["cells"])]:
            page_address.went(**{page_address.ID: numbers[line]})

    # A click anywhere on the line opens it, and so does the box before it, which a keyboard can reach.
    st.dataframe(shown, hide_index=True, key=key, on_select=opened, selection_mode=["single-row", "single-cell"],
                 column_config={"Name": st.column_config.TextColumn(width=150, pinned=True),
                                "Offers": st.column_config.TextColumn(width="medium")})  # fmt: skip


def _line(context: WorkContext, row: VolunteerRow) -> None:
    with st.container(key=f"item-{row.id}", horizontal=True, vertical_alignment="center"):
        page_address.open_record(row.id, row.name or "No name given")
        elements.lead(f"{status_words('volunteers', row.status)} · {volunteer_line(context, row)}")
