"""Fields for correcting what was told or written wrongly, one at a time, and for giving a request to a hub."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.settings import Hub
from community.tables import TABLES, Column
from community.tables.canonical import split
from community.tables.row import Row, TableRow
from community.tables.row_types import HelpRequestRow
from community.tables.verbs import Verb
from community.tables.vocabulary import SLOTS
from community.wording import any_of_slots, language_words, spelled
from dashboard import display_words, elements
from dashboard.parts import leak_warning
from dashboard.shared_resources import house
from dashboard.work_session import act

_TEXT = frozenset({"text", "long_text"})
_PLAIN = _TEXT | {"integer", "number", "date"}
_WORDS = frozenset({"code", "codes", "yes_no"})
_MOST = 99
_ELSEWHERE = frozenset({"min_dbs"})
"""Asked about with guidance of its own."""
_SPOKEN = "languages"
_KIND, _TASKS = "task_type", "tasks"


def field(context: WorkContext, row: TableRow[Any, Any], title: str = "Put something right") -> None:
    """Draw the choice of a field, what it holds, and what it should hold. A new postcode finds the place again."""
    if not casework.can(context.user, Verb.CORRECT, row) or not _is_kept(context, row):
        return
    theirs = casework.correctable(context, row)
    columns = {
        c.name: c.means
        for c in (*TABLES[row.table].columns, *_own(context, row.table))
        if c.name in theirs
        and c.name not in _ELSEWHERE
        and (c.kind in _PLAIN or (c.kind in _WORDS and _choices(context, row, c.name)))
    }
    if not columns:
        return
    with st.expander(title):
        name = st.selectbox("What is wrong?", list(columns), index=None, format_func=columns.__getitem__,
                            key=f"wrong-{row.id}")  # fmt: skip
        if name is not None:
            key = f"right-{row.id}-{name}"
            if key not in st.session_state or _seen(key) not in st.session_state:
                st.session_state[_seen(key)] = row[name]
            _answer(context, row, name, key)
            if (row.table, name) == ("needs", "details"):
                said_now = st.session_state.get(key)
                leak_warning.ask(context, row.id, said_now if said_now != row[name] else None)
            if name == _KIND:
                elements.lead("What is proposed for it now is taken back, and others are proposed.")
            st.button("Put it right", key=f"put-{row.id}", on_click=_correct, args=(row, name, key))


def _own(context: WorkContext, table: str) -> Iterator[Column]:
    """The answers to the community's own questions, as columns of the table."""
    for name in context.settings.extra_questions:
        if (column := casework.column_of(context.settings, table, f"extra.{name}")) is not None:
            yield column


def _is_kept(context: WorkContext, row: Row) -> bool:
    """Whether the record is this user's to write: another hub's volunteer is not, though they may be seen here."""
    with casework.looking(context) as visible:
        return visible.keeps_record(row.table, row.id)


def _choices(context: WorkContext, row: Row, name: str) -> list[str]:
    """The codes that the field may hold: those of its table, of the settings or of the form."""
    column = casework.column_of(context.settings, row.table, name)
    named = (column.words if column else None) or casework.known_words(context.settings, row.table, name)
    if name == _SPOKEN:
        asked = house().forms["volunteer"].questions.get(_SPOKEN)
        named = tuple(asked.options) if asked else ()
    return [*named]


def _answer(context: WorkContext, row: Row, name: str, key: str) -> None:
    column, held = casework.column_of(context.settings, row.table, name), row[name]
    if column is None or column.kind in _TEXT:
        st.text_area("It should say", held or "", key=key, height=80)
    elif column.kind == "integer":
        now = None if held is None else min(max(held, 1), _MOST)  # a sheet may say 0
        st.number_input("It should say", 1, _MOST, now, key=key, width=170)
    elif column.kind == "number":
        now = None if held is None else min(max(float(held), 0.0), float(_MOST))
        st.number_input("It should say", 0.0, float(_MOST), now, 1.0, key=key, width=170, format="%g")
    elif column.kind == "date":
        day_field("It should say", date.fromisoformat(held) if held else None, key)
    elif column.kind == "codes":
        known = split(held)
        words = partial(_said, context, name)
        offered = [*dict.fromkeys([*_choices(context, row, name), *known])]
        st.multiselect("It should say", offered, known, key=key, format_func=words, placeholder="Nothing",
                       accept_new_options=name == _SPOKEN, select_all=False)  # fmt: skip
    else:
        choices = [*([] if name == _KIND else [""]), *_choices(context, row, name)]
        now = held if held in choices else choices[0]
        words = partial(_said, context, name)
        st.selectbox("It should say", choices, choices.index(now), key=key, format_func=words)


_FIRST, _LAST = date(1990, 1, 1), date(2100, 1, 1)


def day_field(label: str, held: date | None, key: str) -> None:
    """Draw the field of a day. One of another age, as forms may keep, stands as the nearest that may be chosen."""
    now = None if held is None else min(max(held, _FIRST), _LAST)
    st.date_input(label, now, _FIRST, _LAST, key=key, width=190, format="DD/MM/YYYY")


def _said(context: WorkContext, name: str, code: str) -> str:
    """The words of a code: `Monday morning`, `Shopping`, `British Sign Language`."""
    asked = context.settings.extra_questions.get(name.removeprefix("extra."))
    if asked and code in asked.choices:
        return asked.choices[code]
    if name in {_KIND, _TASKS}:
        return display_words.task(context.settings, code)
    if name == _SPOKEN:
        return language_words([code])
    return any_of_slots(code) if code in SLOTS else spelled(code) or code or "nothing"


def hub(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw the choice of a request's hub where its postcode could not tell; else, folded up, the way to another hub."""
    hubs = {code: hub for code, hub in context.settings.hubs.items() if code != request.hub}
    if not hubs or not casework.can(context.user, Verb.GIVE_TO_HUB, request):
        return
    if request.hub is None:
        _choose_hub(request, hubs)
        return
    with st.expander("Give it to another hub"):
        elements.lead("It is on their Today until somebody there says that they have it. Ring them if it is urgent.")
        st.text_input("What they should know (optional)", key=f"hub-why-{request.id}", autocomplete="off")
        _choose_hub(request, hubs)


def _choose_hub(request: HelpRequestRow, hubs: Mapping[str, Hub]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="give-to-hub"):
        st.selectbox("Which hub is this?", list(hubs), index=None, format_func=lambda code: hubs[code].name,
                     key=f"hub-{request.id}", width=240)  # fmt: skip
        st.button("Give it to this hub", on_click=_give, args=(request.id, request.status))


def _seen(key: str) -> str:
    """Where it is kept what the field held when it was chosen: the page is drawn again before the press, and reads
    anew what somebody else wrote meanwhile, which this user has not seen in the field.
    """
    return f"seen-{key}"


def _correct(row: Row, name: str, key: str) -> None:
    said = st.session_state.get(key) or None
    seen = st.session_state.pop(_seen(key), row[name])
    told = {"seen": seen, "now": said, "as_it_is": isinstance(said, str) and leak_warning.may_stay(row.id, said)}
    act(casework.correct, row.table, row.id, name, **told)


def _give(request_id: str, seen: str) -> None:
    state = st.session_state
    act(casework.give_to_hub, request_id, state.get(f"hub-{request_id}") or "", seen=seen,
        why=state.get(f"hub-why-{request_id}"))  # fmt: skip
