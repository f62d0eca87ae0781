"""The volunteers as a list to look through: filters in the address, at most 200 lines a page."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

import pandas as pd
import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import granted
from community.tables.roles import Grant
from community.tables.row_types import VolunteerRow
from community.tables.vocabulary import VOLUNTEER
from community.wording import counted, first_upper, status_words
from dashboard import display_words, elements, page_address, today_groups
from dashboard.parts import snooze_button
from dashboard.parts.proposal_view import NOBODY, search, volunteer_line

MOST, _FEW, _FOUND = 200, 40, 20
"""So many lines a page has: of the list, of a line of Today, and so many of those found."""
T = TypeVar("T")


def volunteers(context: WorkContext) -> None:
    """Draw a search by name or id, and the list with its filters."""
    asked = st.text_input("Find somebody by name or number", key="find-volunteer", width=420)
    if asked.strip():
        found = search(context, asked)
        rest = f", the first {_FOUND} shown: type more of the name" if len(found) > _FOUND else ""
        elements.lead(f"{len(found):,} found{rest}" if found else NOBODY)
        for row in found[:_FOUND]:
            _line(context, row)
        return
    with st.container(horizontal=True, key="filters", vertical_alignment="bottom"):
        status = st.selectbox("Where they stand", ["all", *VOLUNTEER], key="status", bind="query-params", width=220,
                              format_func=lambda code: first_upper(status_words("volunteers", code)))  # fmt: skip
        hubs = {"all": "All hubs"} | {code: hub.name for code, hub in context.settings.hubs.items()}
        hub = "all"
        if granted(context.user, Grant.SEE_EVERY_HUB):
            hub = st.selectbox(
                "Hub", list(hubs), key="hub", bind="query-params", format_func=hubs.__getitem__, width=260
            )
    ids = _ids(context, status, hub)
    if not ids:
        elements.lead("Nobody here.")
        return
    shown = _page_of(ids)
    elements.lead(f"{len(ids):,} volunteers. Choose a line to open it.")
    _grid(context, _rows(context, shown))


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
    page_address.link("volunteers", "All volunteers")


def _page_of(rows: Sequence[T], most: int = MOST) -> Sequence[T]:
    """The rows of the page that the address names. Draws links to the other pages where there are any."""
    pages = -(-len(rows) // most)
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    return rows[(page - 1) * most : page * most]


def _ids(context: WorkContext, status: str, hub: str) -> list[str]:
    """The numbers of all whom these filters leave, who came last first: a county's rows are not read for one page."""
    with casework.looking(context) as visible:
        rows = visible.rows(
            VolunteerRow,
            lambda c: [*([c.status == status] if status != "all" else []), *([c.hub == hub] if hub != "all" else [])],
            order="-at",
            columns=lambda c: (c.id,),
        )
    return [row.id for row in rows]


def _rows(context: WorkContext, ids: Sequence[str]) -> list[VolunteerRow]:
    """These volunteers, in this order."""
    rows = {row.id: row for row in casework.see_all(context, VolunteerRow, lambda c: [c.id.in_(ids)], order=None)}
    return [rows[one] for one in ids if one in rows]


def _grid(context: WorkContext, rows: Sequence[VolunteerRow]) -> None:
    """Draw the lines. A choice opens the volunteer who stood on the line when it was drawn, whatever came in since."""
    shown = pd.DataFrame(
        [
            (r.id, r.name or "", status_words("volunteers", r.status),
             display_words.hub(context.settings, r.hub), display_words.tasks(context.settings, r.tasks))
            for r in rows
        ],
        columns=["Number", "Name", "Status", "Hub", "Offers"],
    )  # fmt: skip
    numbers = shown["Number"].tolist()
    key = "grid-" + hashlib.blake2b("".join(numbers).encode(), digest_size=8).hexdigest()

    def opened() -> None:
        chosen = st.session_state[key]["selection"]
        for line in [*chosen["rows"], *(line for line, _ in chosen["cells"])]:
            page_address.went(**{page_address.ID: numbers[line]})

    # A click anywhere on the line opens it, and so does the box before it, which a keyboard can reach.
    st.dataframe(shown, hide_index=True, key=key, on_select=opened, selection_mode=["single-row", "single-cell"],
                 column_config={"Offers": st.column_config.TextColumn(width="large")})  # fmt: skip


def _line(context: WorkContext, row: VolunteerRow) -> None:
    with st.container(key=f"item-{row.id}", horizontal=True, vertical_alignment="center"):
        page_address.open_record(row.id, row.name or "No name given")
        elements.lead(f"{status_words('volunteers', row.status)} · {volunteer_line(context, row)}")
