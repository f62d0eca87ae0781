"""People who must not meet, and those whom a resident would like again: who they are, with the way to change it."""

from collections.abc import Iterator, Sequence

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import user_can_see_hub
from community.tables.canonical import split
from community.tables.row_types import MatchRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import LIVE
from dashboard import elements, page_address
from dashboard.work_session import act

Person = ResidentRow | VolunteerRow
_MOST = 8
_WORDS = {
    "avoids": ("Must not meet", "Somebody they must not meet", "Never put together with", "May meet"),
    "prefers": ("Would like again", "Somebody they would like again", "Would like", "No wish any more for"),
}
"""By column: the heading, what the field asks for, and the buttons that add and take out a name."""


def section(context: WorkContext, person: Person) -> None:
    """Draw whom they must not meet and whom they would like, as far as the user reads it."""
    for column in _WORDS:
        if column in person.values_read and (person[column] or casework.may_correct(context, person.table, column)):
            _list(context, person, column)


def _list(context: WorkContext, person: Person, column: str) -> None:
    heading, asked, _, out = _WORDS[column]
    chosen = split(person[column])
    may = casework.may_correct(context, person.table, column) and _is_ours(context, person)
    with casework.looking(context) as visible:
        named = {row.id: row for row in _others(person, visible, chosen)}
        asked_by = _the_other_way(person, visible) if column == "avoids" else []
        together = _together(person, visible) if column == "avoids" and (chosen or asked_by) else frozenset()
    if not (chosen or asked_by or may):
        return
    elements.heading(heading)
    for one in chosen:
        name = elements.plain(named[one].name, "No name given") if one in named else "Somebody of another hub"
        with st.container(key=f"{column}-{one}", horizontal=True, vertical_alignment="center"):
            if one in named:
                page_address.link(page_address.page_of(one), name, one)
            else:
                elements.lead(name)
            if may:
                st.button(f"{out} {name}", key=f"out-{column}-{one}", type="tertiary",
                          on_click=_set, args=(person, column, [each for each in chosen if each != one]))  # fmt: skip
    for row in asked_by:
        with st.container(key=f"by-{row.id}", horizontal=True, vertical_alignment="center"):
            page_address.link(page_address.page_of(row.id), elements.plain(row.name, "No name given"), row.id)
            elements.lead("It is written down in their record.")
    if together & {*chosen, *(row.id for row in asked_by)}:
        elements.marks(["Help between two of them goes on. End it or call it off, so that both are told."], "alarm")
    if not chosen and not asked_by:
        elements.lead("Nobody is written down.")
    if may:
        with st.expander(asked):
            _add(context, person, column, chosen)


def _others(person: Person, visible: casework.Visibility, ids: Sequence[str]) -> Iterator[Person]:
    """Those with these ids on the other side of help who are within sight."""
    if not ids:
        return
    if isinstance(person, ResidentRow):
        yield from visible.rows(VolunteerRow, lambda c: [c.id.in_(ids)])
    else:
        yield from visible.rows(ResidentRow, lambda c: [c.id.in_(ids)])


def _is_ours(context: WorkContext, person: Person) -> bool:
    return isinstance(person, ResidentRow) or user_can_see_hub(context.user, person.hub)


def _the_other_way(person: Person, visible: casework.Visibility) -> list[Person]:
    """Those whose own record says that they must not meet this one, and who are not named in this one's."""
    own = set(split(person.avoids))
    if isinstance(person, ResidentRow):
        rows: list[Person] = [*visible.rows(VolunteerRow, lambda c: [c.avoids.contains(person.id)])]
    else:
        rows = [*visible.rows(ResidentRow, lambda c: [c.avoids.contains(person.id)])]
    return [row for row in rows if row.id not in own and person.id in split(row.avoids)]


def _together(person: Person, visible: casework.Visibility) -> frozenset[str]:
    """The ids of those who help this resident, or are helped by this volunteer, now."""
    if isinstance(person, VolunteerRow):
        matches = visible.rows(MatchRow, lambda c: [c.volunteer_id == person.id, c.status.in_(LIVE)])
        ids = {match.need_id for match in matches}
        return frozenset(need.resident_id for need in visible.rows(NeedRow, lambda c: [c.id.in_(ids)]))
    needs = {need.id for need in visible.rows(NeedRow, lambda c: [c.resident_id == person.id])}
    return frozenset(
        match.volunteer_id for match in visible.rows(MatchRow, lambda c: [c.need_id.in_(needs), c.status.in_(LIVE)])
    )


def _add(context: WorkContext, person: Person, column: str, chosen: Sequence[str]) -> None:
    """Draw a search for the other one, and a button for each who is found."""
    typed = st.text_input("Who? A name, a number or a place", key=f"add-{column}-{person.id}")
    if not typed.strip():
        return
    table = VolunteerRow.TABLE if isinstance(person, ResidentRow) else ResidentRow.TABLE
    found = [each for each in casework.find(context, typed).records if each.row.table == table and each.about is None]
    for each in found[:_MOST]:
        if each.row.id in chosen:
            continue
        with st.container(key=f"add-{column}-{each.row.id}", horizontal=True, vertical_alignment="center"):
            name = elements.plain(each.name, each.row.id)
            st.button(f"{_WORDS[column][2]} {name}", key=f"in-{column}-{each.row.id}",
                      on_click=_set, args=(person, column, [*chosen, each.row.id]))  # fmt: skip
            elements.lead(each.row.id)
    if not found:
        elements.lead("Nobody is found. Try fewer letters, or their number.")


def _set(person: Person, column: str, now: list[str]) -> None:
    act(casework.correct, person.table, person.id, column, seen=person[column], now=now)
