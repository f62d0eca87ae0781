"""Entries of the local directory: the lists, a new one, and what is told of one."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import user_can
from community.tables import TABLES
from community.tables.canonical import LONDON, split
from community.tables.listing_days import is_offer
from community.tables.row_types import ServiceRow, ServiceValues
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import HELPS_WITH, SERVICE_KINDS, UNTIL
from community.tables.verbs import Verb
from community.wording import first_lower, first_upper, language_words, spelled, wording
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import dialogs, offer_view
from dashboard.shared_resources import house
from dashboard.work_session import act

_NEW, _WHY = "new-service", "extra.why"
_PLACES = {
    "name": "Its name", "what": "What it does, and for whom", "times": "When it is open or meets",
    "public_telephone": "The telephone number that is printed", "place": "Where it is", "cost": "What it costs",
    "access": "Steps, hearing loop, parking, toilets", "website": "Its website",
    "public_email": "The email address that is printed",
    "postcode": "Its postcode, which is not printed",
}  # fmt: skip


def kind(row: ServiceRow) -> str:
    """What it is."""
    return wording().service_kind.get(row.kind or "", "service")


def is_overdue(context: WorkContext, row: ServiceRow, at: datetime) -> bool:
    """Whether the entry is printed and it is time to ask whether it still holds."""
    today = at.astimezone(LONDON).date()
    return row.status == ListingStatus.APPROVED and context.settings.directory.is_overdue(row.checked_on, today)


def checked(context: WorkContext, row: ServiceRow, at: datetime) -> str:
    """When somebody last checked it, and whether that is too long ago."""
    if row.checked_on is None:
        return "never checked"
    words = f"last checked {display_words.day(row.checked_on, at)}"
    return f"{words}: check it again" if is_overdue(context, row, at) else words


def everything(context: WorkContext, at: datetime) -> None:
    """Draw the lists: to decide about, to check again, printed, not printed."""
    rows = sorted(casework.see_all(context, ServiceRow), key=lambda row: (row.name or "").casefold())
    if not rows:
        elements.lead("Nothing is in the directory yet. Add the first one here, or bring in a list.")
    due = [row for row in rows if is_overdue(context, row, at)]
    due.sort(key=lambda row: row.checked_on or "")
    _group(context, "Check again: ring, ask, and put right what is different", due, at)
    for status, heading in wording().organisation_group.items():
        _group(context, heading, [row for row in rows if row.status == status and row not in due], at)


def _group(context: WorkContext, heading: str, rows: Iterable[ServiceRow], at: datetime) -> None:
    rows = list(rows)
    if rows:
        elements.heading(f"{heading} · {len(rows)}")
    for row in rows:
        with st.container(key=f"item-{row.id}"):
            page_address.open_record(row.id, row.name or "No name given")
            elements.lead(f"{row.id} · {first_upper(kind(row))} · {checked(context, row, at)}")


def facts(context: WorkContext, row: ServiceRow) -> list[tuple[str, str]]:
    """What is printed of it, then who told us."""
    columns = TABLES[ServiceRow.TABLE].by_name
    printed = [(columns[name].means, row[name]) for name in _PLACES if name != "name" and row[name]]
    spoken = [("Languages", language_words(split(row.languages)))] if row.languages else []
    ours = [(columns[name].means, row[name]) for name in ("contact_name", "telephone", "email", "notes") if row[name]]
    helps = ", ".join(map(spelled, split(row[HELPS_WITH]))) or "nothing chosen: it is on no page of a kind of help"
    why = [("Why they write", "something that we print is wrong")] if row[_WHY] == "different" else []
    last = offer_view.last_day(row)
    return [
        *why,
        *printed,
        *([("Until", last)] if last else []),
        *spoken,
        ("Helps with", helps),
        ("Hub", display_words.hub(context.settings, row.hub)),
        *ours,
        *display_words.further(house().forms, row, besides={_WHY, UNTIL, HELPS_WITH}),
    ]


def what_is_printed(row: ServiceRow) -> str:
    """What strangers read of it, in words."""
    if is_offer(row):
        return (
            "Who offers it is not printed, nor a place, number, email or website: people ring us. "
            "See that its name and what it says don’t tell who they are, or where they live."
        )
    return "Who told us, its postcode and our notes are not printed. The rest is, exactly as it stands here."


def of_the_same_name(context: WorkContext, row: ServiceRow) -> None:
    """Draw links to other entries of this name, so that what is wrong there is put right there."""
    name = (row.name or "").casefold()
    others = [each for each in casework.see_all(context, ServiceRow) if each.id != row.id]
    for other in (each for each in others if name and (each.name or "").casefold() == name):
        status = first_lower(wording().organisation_group[other.status])
        elements.marks([f"Another entry has this name: {status}. Put it right there, and withdraw this one."], "note")
        page_address.open_record(other.id, other.name)


def helps_with(context: WorkContext, row: ServiceRow) -> None:
    """Draw the choice of the kinds of help on whose pages it stands."""
    if not casework.can(context.user, Verb.CORRECT, row):
        return
    with st.expander("On the pages of which kinds of help?"):
        chosen = st.multiselect("Helps with", _kinds_of_help(context), split(row[HELPS_WITH]), format_func=spelled,
                                key=f"helps-{row.id}", placeholder="Nothing")  # fmt: skip
        st.button("Put it on these pages", key=f"put-helps-{row.id}", on_click=act,
                  args=(casework.change_helps_with, row.id),
                  kwargs={"seen": split(row[HELPS_WITH]), "now": chosen})  # fmt: skip


def new(context: WorkContext) -> None:
    """Draw the button that adds a service."""
    if not user_can(context.user, Verb.ADD_SERVICE):
        return
    st.button("Add a service", type="primary", on_click=open_dialog.open_dialog, args=(_NEW, "add"))
    if open_dialog.dialog_about(_NEW) == "add":
        dialogs.show("Add a service", lambda: _fields(context), "Add it", casework.add_service, _read)


def _fields(context: WorkContext) -> None:
    st.pills("What is it?", SERVICE_KINDS, format_func=lambda code: first_upper(wording().service_kind[code]),
             key=f"{_NEW}-kind")  # fmt: skip
    for name, label in _PLACES.items():
        draw = st.text_area if name == "what" else st.text_input
        draw(label, key=f"{_NEW}-{name}")
    st.multiselect("Helps with", _kinds_of_help(context), format_func=spelled, key=f"{_NEW}-helps")


def _read() -> dict[str, object]:
    told = {name: st.session_state.get(f"{_NEW}-{name}") or None for name in ("kind", *_PLACES)}
    return {"told": cast("ServiceValues", told), "helps_with": st.session_state.get(f"{_NEW}-helps") or []}


def _kinds_of_help(context: WorkContext) -> list[str]:
    return list(dict.fromkeys(task.group for task in context.settings.task_types.values()))
