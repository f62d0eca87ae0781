"""The fields that narrow the list of volunteers. They stand in the address, so that a link opens the same list."""

from collections.abc import Mapping

import streamlit as st

from community import casework
from community.casework import INDUCTION, NO_HUB, VolunteerFilter, WorkContext
from community.casework.permissions import granted
from community.tables.list_codes import AskedWhen, ChecksStand, ListOrder
from community.tables.roles import Grant
from community.tables.row_types import ColumnName, VolunteerRow
from community.tables.vocabulary import SLOTS, VOLUNTEER
from community.wording import first_upper, slot_words, spelled, status_words, wording
from dashboard import display_words, page_address
from dashboard.shared_resources import house

ALL, _YES = "all", "yes"
_MORE = ("slot", "language", "checks", "trained", "untrained", "sector", "drives", "here")
"""The fields that are folded away until one of them is used."""


_ALL = ("status", "hub", "task", "asked", "order", *_MORE)


def chosen(context: WorkContext) -> VolunteerFilter:
    """What the list is narrowed to. Draws the fields."""
    settings = context.settings
    tasks = {code: task.name for code, task in settings.task_types.items() if task.offer}
    with st.container(horizontal=True, key="filters", vertical_alignment="bottom"):
        status = _choice(
            "Where they stand", "status", {c: first_upper(status_words("volunteers", c)) for c in VOLUNTEER}
        )
        hub = None
        if granted(context.user, Grant.SEE_EVERY_HUB):
            hub = _choice("Hub", "hub", {c: h.name for c, h in settings.hubs.items()} | {NO_HUB: "No hub yet"})
        task = _choice("Offers", "task", tasks)
        asked = _choice("Asked", "asked", {c: first_upper(wording().asked_when[c]) for c in AskedWhen})
        orders = {c.value: first_upper(wording().list_order[c]) for c in ListOrder}
        order = _choice("Order", "order", orders, ListOrder.NEWEST.value)
    used = any(st.query_params.get(name) for name in _MORE)
    with st.expander("More to choose by", expanded=used), st.container(horizontal=True, vertical_alignment="bottom"):
        slot = _choice("Free on", "slot", {c: first_upper(slot_words(c)) for c in SLOTS})
        language = _choice("Speaks", "language", _languages())
        checks = _choice("Checks", "checks", {c: first_upper(wording().checks_stand[c]) for c in ChecksStand})
        trained = _choice("Has done", "trained", trainings(context))
        untrained = _choice("Has not done", "untrained", trainings(context))
        key = _as_in_address("sector", st.query_params.get(ColumnName.SECTOR, ""))
        sector = st.text_input("Postcode begins with", key=key, width=200, on_change=_into_address, args=("sector", ""))
        drives, here = _toggle("Goes by car", "drives"), _toggle("Not those who are away", "here")
    by = order or ListOrder.NEWEST
    return VolunteerFilter(status, hub, task, asked, slot, language, checks, trained, untrained,
                           sector.strip() or None, drives=drives, here=here, order=by)  # fmt: skip


def in_address() -> dict[str, str]:
    """The parts of the address that say what the list is narrowed to: a link with them opens the same list."""
    return {name: str(st.query_params[name]) for name in _ALL if st.query_params.get(name)}


def in_words(context: WorkContext, wanted: VolunteerFilter) -> str:
    """What the list is narrowed to, in words: `ready · Bath North · Dog walking`; `all volunteers` where it is not."""
    hub = "No hub yet" if wanted.hub == NO_HUB else wanted.hub and display_words.hub(context.settings, wanted.hub)
    parts = [
        wanted.status and status_words("volunteers", wanted.status),
        hub,
        wanted.task and display_words.task(context.settings, wanted.task),
        wanted.asked and wording().asked_when[wanted.asked],
        wanted.slot and slot_words(wanted.slot),
        wanted.language and f"speaks {_languages().get(wanted.language, wanted.language)}",
        wanted.checks and wording().checks_stand[wanted.checks],
        wanted.trained and f"has done: {spelled(wanted.trained)}",
        wanted.untrained and f"has not done: {spelled(wanted.untrained)}",
        wanted.sector,
        "goes by car" if wanted.drives else None,
        "not away" if wanted.here else None,
    ]
    return " · ".join(part for part in parts if part) or "all volunteers"


def trainings(context: WorkContext) -> Mapping[str, str]:
    """By code, the training that a kind of help asks for, and the induction before all of it."""
    known = casework.known_words(context.settings, VolunteerRow.TABLE, "training")
    return {INDUCTION: "Induction"} | {code: first_upper(spelled(code)) for code in known}


def _languages() -> Mapping[str, str]:
    return {
        code: option.label
        for code, option in house().forms["volunteer"].questions[ColumnName.LANGUAGES].options.items()
    }


def _choice(label: str, name: str, words: Mapping[str, str], nothing: str = ALL) -> str | None:
    """The code that is chosen of these; None for all."""
    named = ({ALL: "All"} if nothing == ALL else {}) | dict(words)
    given = st.query_params.get(name, nothing)
    key = _as_in_address(name, given if given in named else nothing)
    found = st.selectbox(label, list(named), key=key, width=220, format_func=named.__getitem__, on_change=_into_address,
                         args=(name, nothing))  # fmt: skip
    return None if found == ALL else found


def _toggle(label: str, name: str) -> bool:
    key = _as_in_address(name, st.query_params.get(name) == _YES)
    return st.toggle(label, key=key, on_change=_into_address, args=(name, False))


def _as_in_address(name: str, given: object) -> str:
    """The key of the field that holds this part of the address. Another address than before changes the field."""
    key, before = f"by-{name}", f"was-{name}"
    if key not in st.session_state or st.session_state.get(before) != given:
        st.session_state[key] = st.session_state[before] = given
    return key


def _into_address(name: str, nothing: object) -> None:
    """Write the field into the address by its code, for `on_change`: words may change, and a link is to stay right."""
    found = st.session_state[f"was-{name}"] = st.session_state[f"by-{name}"]
    told = _YES if found is True else str(found)
    page_address.went(**{name: None if found in (nothing, "") else told, "page": None})
