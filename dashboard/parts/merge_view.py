"""Two records that may be one person, side by side: what each says, which value stays, and what follows the joining."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import Stays, TwoValues, WorkContext
from community.errors import UserFacingError
from community.settings import Settings
from community.tables import TABLES
from community.tables.canonical import split
from community.tables.row_types import ColumnName, OrganisationRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import SLOTS
from community.wording import any_of_slots, counted, first_upper, joined, language_words, spelled, status_words
from dashboard import display_words, elements, page_address
from dashboard.work_session import act

Person = ResidentRow | VolunteerRow | OrganisationRow
_WAYS = {Stays.FIRST: "The first", Stays.SECOND: "The second", Stays.BOTH: "Both"}


def draw(context: WorkContext, first: Person, second: Person, now: datetime) -> None:
    """Draw both records, what differs with the choice between them, what follows, and the button that joins them."""
    elements.lead("Ask, if you can’t tell: people of one household may share a number and almost a name.")
    for column, row, which in zip(st.columns(2), (first, second), ("The first stays", "The second goes"), strict=True):
        with column, st.container(key=f"who-{row.id}"):
            elements.heading(which)
            page_address.open_record(row.id, row.name or "No name given")
            elements.lead(" · ".join(_standing(context, row, now)))
    other = {page_address.ID: second.id, page_address.WITH: first.id}
    page_address.link("merge", "Let the second stay instead", other[page_address.ID], **{page_address.WITH: first.id})
    differ = casework.two_values(first, second)
    elements.heading(f"What differs ({len(differ)})")
    if not differ:
        elements.lead("Both say the same.")
    for each in differ:
        _field(context.settings, each, first, second)
    elements.heading("What follows")
    _what_follows(context, first, second)


def _standing(context: WorkContext, row: Person, now: datetime) -> list[str]:
    told = [row.id, f"since {display_words.when(row.at, now)}"]
    status = row.get(ColumnName.STATUS)
    told += [status_words(row.table, status)] if status else []
    hub = row.get(ColumnName.HUB)
    return [*told, *([display_words.hub(context.settings, hub)] if hub else [])]


def _field(settings: Settings, each: TwoValues, first: Person, second: Person) -> None:
    """Draw what each record says in one field, and the choice of what stays."""
    with st.container(key=f"field-{each.name}", gap="small"):
        elements.heading(each.means, 3)
        for column, value, which in zip(st.columns(2), (each.first, each.second), _WAYS.values(), strict=False):
            with column:
                elements.lead(which)
                st.text(_shown(settings, first.table, each.name, value))
        st.radio(
            f"Which stays: {each.means.lower()}", each.ways, each.ways.index(each.usual), horizontal=True,
            format_func=_WAYS.__getitem__, key=_key(first, second, each.name), label_visibility="collapsed",
        )  # fmt: skip


def _shown(settings: Settings, table: str, name: str, value: object) -> str:
    """A value in words."""
    if value is None:
        return "Nothing"
    kind = TABLES[table][name].kind
    codes = split(str(value))
    if name == ColumnName.TASKS:
        return display_words.tasks(settings, str(value))
    if name == ColumnName.LANGUAGES:
        return language_words(codes)
    if kind == "codes":
        return joined([any_of_slots(code) if code in SLOTS else spelled(code) for code in codes])
    if kind in {"code", "yes_no"}:
        return first_upper(spelled(str(value)))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _what_follows(context: WorkContext, first: Person, second: Person) -> None:
    """Draw all that goes from the second to the first; or why the two can't be joined."""
    try:
        moved = casework.foresee_merge(context, first.id, second.id)
    except UserFacingError as why:
        elements.marks([str(why)], "alarm")
        return
    told = [counted(many, table) for table, many in sorted(moved.items())]
    elements.lead(
        f"Of the second record, this goes to the first: {joined(told)}." if told else "Nothing else names the second."
    )
    elements.lead(
        "What warns or protects stays from both: ways that are not safe, who must not meet, a protected address. "
        "The second record leads to the first from then on. Undo parts them again, as they were."
    )
    st.button("They are the same: join them", type="primary", key="merge", on_click=_join,
              args=(first, second))  # fmt: skip


def _join(first: Person, second: Person) -> None:
    """Join them with the choices at the click, as the two records were when they were drawn."""
    chosen = {
        each.name: Stays(st.session_state.get(_key(first, second, each.name), each.usual))
        for each in casework.two_values(first, second)
    }
    act(casework.merge, first.id, second.id, seen={row.id: row.changed_at for row in (first, second)}, chosen=chosen)


def _key(first: Person, second: Person, name: str) -> str:
    """The choice about these two as they are now: another pair, or a change of one, begins anew."""
    return f"stays-{name}-{first.id}-{second.id}-{first.changed_at}-{second.changed_at}"


def gone(context: WorkContext, record_id: str, words: str) -> None:
    """Draw that there is no such record; of one that was joined to another, the way to that one."""
    first = casework.joined_to(context, record_id)
    if first is None:
        st.text(words)
        return
    elements.lead(f"{record_id} was joined to another record, which stays.")
    page_address.open_record(first, casework.name_of(context, first))
