"""The same step for all volunteers of a list: what it is, for whom and who is left out, before it is done."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from community import casework
from community.book import among
from community.casework import Step, WorkContext
from community.casework.permissions import granted
from community.settings.response_promise import start_of
from community.tables.canonical import LONDON
from community.tables.list_codes import ForMany
from community.tables.roles import Grant
from community.tables.row_types import VolunteerRow
from community.tables.vocabulary import DBS_LEVELS, CheckKind
from community.wording import counted, first_upper, spelled, wording
from dashboard import elements, open_dialog
from dashboard.parts import dialogs
from dashboard.parts.volunteer_thanks import THANKED
from dashboard.work_session import now

_ABOUT, _LEAVE = "for-many", "many-without"
_MOST_NAMED = 20


def button(context: WorkContext, ids: Sequence[str]) -> None:
    """Draw the button for these volunteers, and its preview once it is pressed."""
    if not ids or not granted(context.user, Grant.WORK_ON_MANY):
        return
    st.button(f"Do the same for {_these(len(ids))} …", key="to-many", on_click=open_dialog.open_dialog,
              args=(_ABOUT, _ABOUT))  # fmt: skip
    if open_dialog.dialog_about(_ABOUT) == _ABOUT:
        with casework.looking(context) as visible:
            rows = visible.rows(VolunteerRow, lambda c: [among(c.id, ids)], columns=lambda c: (c.id, c.name))
        dialogs.show(
            f"For {counted(len(rows), 'volunteer')}", lambda: _fields(context, rows), "Write it down for all of them",
            casework.do_for_many, lambda: {"whom": _whom(context, rows), "step": _step(context)},
        )  # fmt: skip


def _these(many: int) -> str:
    return "this one" if many == 1 else f"these {many:,}"


def _fields(context: WorkContext, rows: Sequence[VolunteerRow]) -> None:
    words, today = wording().for_many, now().astimezone(LONDON).date()
    choices = [each for each in ForMany if each != ForMany.GIVEN or granted(context.user, Grant.SEE_EVERY_HUB)]
    what = st.selectbox("What is so of all of them?", choices, key="many-what", format_func=words.__getitem__)
    if what == ForMany.PAUSE:
        st.date_input("Ask them again from", None, today, today + casework.LATEST_DAY, key="many-until",
                      format="DD/MM/YYYY")  # fmt: skip
    elif what == ForMany.TRAINED:
        known = casework.known_words(context.settings, VolunteerRow.TABLE, "training")
        st.selectbox("Training", known, key="many-training", format_func=lambda code: first_upper(spelled(code)))
    elif what == ForMany.GIVEN:
        hubs = {code: hub.name for code, hub in context.settings.hubs.items()}
        st.selectbox("Hub", list(hubs), key="many-hub", format_func=hubs.__getitem__)
    elif what == ForMany.CHECKED:
        kinds = wording().check_kind
        kind = st.selectbox("What was seen?", list(kinds), key="many-kind", format_func=kinds.__getitem__)
        if kind == CheckKind.DBS:
            st.selectbox("Level", DBS_LEVELS[1:], key="many-level", format_func=wording().dbs.__getitem__)
        st.date_input("Review due (optional)", None, today, today + casework.LONGEST_CHECK, key="many-renew",
                      format="DD/MM/YYYY")  # fmt: skip
    if what in {ForMany.INDUCTED, ForMany.CHECKED}:
        st.date_input("On which day?", today, max_value=today, key="many-on", format="DD/MM/YYYY")
    if what == ForMany.THANKED:
        st.text_input("What for (optional)", key="many-words")
    else:
        st.text_input("On whose word, or why (optional)", key="many-words", placeholder=None)
    _preview(context, rows)


def _preview(context: WorkContext, rows: Sequence[VolunteerRow]) -> None:
    names = {row.id: f"{elements.plain(row.name, 'No name')} ({row.id})" for row in rows}
    st.multiselect("Leave out of it (optional)", list(names), key=_LEAVE, format_func=names.__getitem__)
    found = casework.divided(context, _chosen(rows), _step(context))
    elements.lead(
        f"It is written down for {counted(len(found.whom), 'volunteer')}, as one step: undo takes it back whole."
    )
    elements.lead(_named([row.name or row.id for row in found.whom]))
    if found.out:
        why = wording().left_out
        elements.marks([f"{counted(len(found.out), 'volunteer')} left out"], "note")
        elements.reasons(f"{row.name or row.id}: {why[left]}" for row, left in found.out)


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _chosen(rows: Sequence[VolunteerRow]) -> list[str]:
    without = set(st.session_state.get(_LEAVE) or ())
    return [row.id for row in rows if row.id not in without]


def _whom(context: WorkContext, rows: Sequence[VolunteerRow]) -> list[str]:
    return [row.id for row in casework.divided(context, _chosen(rows), _step(context)).whom]


def _step(context: WorkContext) -> Step:
    """What the fields say."""
    held = st.session_state
    what = ForMany(held.get("many-what") or ForMany.PAUSE)
    until: date | None = held.get("many-until") if what == ForMany.PAUSE else None
    is_dbs = what == ForMany.CHECKED and held.get("many-kind") == CheckKind.DBS
    words = held.get("many-words") or (THANKED if what == ForMany.THANKED else None)
    return Step(
        what,
        until=start_of(context.settings.community, until) if until else None,
        on=held.get("many-on") if what in {ForMany.INDUCTED, ForMany.CHECKED} else None,
        training=held.get("many-training") if what == ForMany.TRAINED else None,
        kind=held.get("many-kind") if what == ForMany.CHECKED else None,
        level=held.get("many-level") if is_dbs else None,
        renew_on=held.get("many-renew") if what == ForMany.CHECKED else None,
        hub=held.get("many-hub") if what == ForMany.GIVEN else None,
        words=words,
    )
