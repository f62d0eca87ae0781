"""Volunteering roles of organisations: the lists, a new one, what is told of one, and which organisation it is of."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import cast

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import user_can
from community.tables import TABLES
from community.tables.canonical import LONDON
from community.tables.listing_days import is_past
from community.tables.row_types import EnquiryRow, OpportunityRow, OpportunityValues, OrganisationRow
from community.tables.statuses import EnquiryStatus, ListingStatus
from community.tables.support_vocabulary import ROLE_OF
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo
from community.wording import any_of_slots, first_upper, status_words, wording
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import dialogs, show_more
from dashboard.shared_resources import house
from dashboard.work_session import act

_NEW = "new-role"
_FIELDS = {
    "name": "What the role is called", "what": "What somebody in it does", "place": "Where",
    "times": "When, and how often", "support": "The support it offers", "contact_name": "Who there looks after it",
    "telephone": "Their telephone number, which is not printed", "email": "Their email address, which is not printed",
    "postcode": "Its postcode, which is not printed",
}  # fmt: skip
_GROUPS = {
    "to_approve": "To approve",
    "past": "Their last day is over: close them, or put the day right",
    "old": "Still open? Ask again",
    "open": "Printed on the site",
    "closed": "Closed",
}


def everything(context: WorkContext, at: datetime) -> None:
    """Draw the lists: to approve, past their day, to ask about again, open, closed."""
    today = at.astimezone(LONDON).date()
    rows = casework.see_all(context, OpportunityRow, order="name")
    if not rows:
        elements.lead("No organisation has told us of a role yet. It begins with the form on the site, or here.")
    asked: dict[str | None, list[EnquiryRow]] = defaultdict(list)
    for each in casework.see_all(context, EnquiryRow):
        asked[each.opportunity_id].append(each)
    runs = {each.id: each.name for each in casework.see_all(context, OrganisationRow)}
    groups: dict[str, list[OpportunityRow]] = {name: [] for name in _GROUPS}
    for row in rows:
        groups[_group(context, row, today)].append(row)
    for name, heading in _GROUPS.items():
        if groups[name]:
            elements.heading(f"{heading} · {len(groups[name]):,}")
        for row in show_more.first(f"roles-{name}", groups[name]):
            with st.container(key=f"item-{row.id}"):
                page_address.open_record(row.id, row.name or "No name given")
                elements.line([organisation(row, runs), *stands(asked[row.id]), *_until(row, at), row.id])
        show_more.button(f"roles-{name}", len(groups[name]))


def _group(context: WorkContext, row: OpportunityRow, today: date) -> str:
    if row.status != ListingStatus.APPROVED:
        return "to_approve" if row.status == ListingStatus.OFFERED else "closed"
    if is_past(row, today.isoformat()):
        return "past"
    return "old" if context.settings.directory.is_overdue(row.checked_on, today) else "open"


def organisation(row: OpportunityRow, names: Mapping[str, str | None]) -> str:
    """Whose role it is: the organisation's name, or what was typed of it."""
    return names.get(row.organisation_id or "") or row[ROLE_OF] or "no organisation yet"


def stands(asked: Sequence[EnquiryRow]) -> list[str]:
    """How many asked for it, by where they stand."""
    status = Counter(each.status for each in asked)
    words = [f"{status[code]} {status_words(EnquiryRow.TABLE, code)}" for code in EnquiryStatus if status[code]]
    return words or ["nobody asked yet"]


def _until(row: OpportunityRow, at: datetime) -> list[str]:
    last = _last_day(row, at)
    return [f"until {last}"] if last else []


def _last_day(row: OpportunityRow, at: datetime) -> str | None:
    """The last day to ask for it; where the form could not read it, the words that were typed."""
    typed = row["extra.ends_on"]
    return display_words.day(row.ends_on, at) or (f"“{typed}”" if typed else None)


def facts(context: WorkContext, row: OpportunityRow, at: datetime) -> list[tuple[str, str]]:
    """What is printed of it, then who looks after it and what is ours."""
    columns = TABLES[row.table].by_name
    printed = [(columns[name].means, row[name]) for name in ("what", "place", "times", "support")]
    age = row.min_age
    told = [
        *printed,
        ("When in the week", any_of_slots(row.slots) if row.slots else None),
        ("Age", f"{age} or over" if age else None),
        ("Check it asks for", first_upper(wording().dbs[row.min_dbs]) if row.min_dbs else None),
        ("Expenses", {YesNo.YES: "Paid", YesNo.NO: "Not paid"}.get(YesNo(row.expenses)) if row.expenses else None),
        ("Last day to ask for it", _last_day(row, at)),
        ("Hub", display_words.hub(context.settings, row.hub)),
        *((columns[name].means, row[name]) for name in ("contact_name", "telephone", "email", "postcode", "notes")),
    ]
    shown = [(label, words) for label, words in told if words]
    return [*shown, *display_words.further(house().forms, row, besides={ROLE_OF})]


def whose(context: WorkContext, row: OpportunityRow) -> None:
    """Draw the link to its organisation, or what was typed of it; and the choice of another, for who may decide."""
    every = {each.id: each.name or each.id for each in casework.see_all(context, OrganisationRow, order="name")}
    if row.organisation_id in every:
        page_address.open_record(str(row.organisation_id), f"A role of {every[str(row.organisation_id)]}")
    else:
        elements.lead(f"A role of {organisation(row, every)}")
    if not every or not user_can(context.user, Verb.APPROVE_ROLE) or not casework.can(context.user, Verb.CORRECT, row):
        return
    with st.expander("Which organisation of ours is it?", expanded=row.organisation_id is None):
        st.selectbox("Organisation", list(every), index=None, format_func=every.__getitem__, key=f"whose-{row.id}",
                     placeholder="Type a few letters")  # fmt: skip
        st.button("It is theirs", key=f"put-whose-{row.id}", on_click=_whose, args=(row.id, row.organisation_id))


def _whose(role_id: str, seen: str | None) -> None:
    if chosen := st.session_state.get(f"whose-{role_id}"):
        act(casework.belongs_to, role_id, chosen, seen=seen)


def new(context: WorkContext) -> None:
    """Draw the button that adds a role."""
    if not user_can(context.user, Verb.ADD_ROLE):
        return
    st.button("Add a role", type="primary", on_click=open_dialog.open_dialog, args=(_NEW, "add"))
    if open_dialog.dialog_about(_NEW) == "add":
        dialogs.show("Add a volunteering role", lambda: _fields(context), "Add it", casework.add_role, _read)


def _fields(context: WorkContext) -> None:
    every = {each.id: each.name or each.id for each in casework.see_all(context, OrganisationRow, order="name")}
    st.selectbox("Organisation", list(every), index=None, format_func=every.__getitem__, key=f"{_NEW}-whose",
                 placeholder="Type a few letters")  # fmt: skip
    for name, label in _FIELDS.items():
        draw = st.text_area if name == "what" else st.text_input
        draw(label, key=f"{_NEW}-{name}")
    st.date_input("The last day to ask for it (optional)", None, key=f"{_NEW}-ends_on", format="DD/MM/YYYY")


def _read() -> dict[str, object]:
    told = {name: st.session_state.get(f"{_NEW}-{name}") or None for name in (*_FIELDS, "ends_on")}
    return {"told": cast("OpportunityValues", told), "organisation_id": st.session_state.get(f"{_NEW}-whose")}


def times_of(row: OpportunityRow) -> str:
    """When it is, in a few words: as it is printed, or by the parts of the week."""
    return row.times or any_of_slots(row.slots) or "no times told"
