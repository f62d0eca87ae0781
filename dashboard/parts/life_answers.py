"""The fields for the answers that an event of a life asks for."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import streamlit as st

from community import casework, concerns
from community.casework import AskKind, LifeAsk, LifeEvent, WorkContext
from community.casework.policies import LATEST_DAY
from community.tables import table_of
from community.tables.canonical import LONDON, split
from community.tables.row import TableRow
from community.tables.row_types import ColumnName
from community.wording import as_labels, wording
from dashboard import display_words, elements


def fields(
    context: WorkContext, row: TableRow[Any, Any], event: LifeEvent, key: str, now: datetime
) -> dict[str, object]:
    """Draw a field for each question and return what was answered so far."""
    today = now.astimezone(LONDON).date()
    return {ask.name: _field(context, ask, row, f"{key}-{ask.name}", today) for ask in event.asks if ask.put_to(row)}


def _field(context: WorkContext, ask: LifeAsk, row: TableRow[Any, Any], key: str, today: date) -> object:
    so_far = row[ask.column] if ask.column else None
    label = ask.words if ask.must or ask.kind is AskKind.YES else f"{ask.words} (optional)"
    match ask.kind:
        case AskKind.PAST_DAY:
            return st.date_input(label, today, max_value=today, key=key, format="DD/MM/YYYY")
        case AskKind.COMING_DAY:
            return st.date_input(label, None, today, today + LATEST_DAY, key=key, format="DD/MM/YYYY")
        case AskKind.LINE:
            return st.text_input(label, so_far or "", key=key)
        case AskKind.WORDS:
            return st.text_area(label, so_far or "", key=key, height=90)
        case AskKind.NUMBER:
            return st.number_input(label, min_value=0, max_value=ask.most, value=0, step=1, key=key)
        case AskKind.YES:
            return st.checkbox(label, key=key)
        case AskKind.ONE_OF | AskKind.SOME_OF:
            return _chosen(context, ask, label, so_far, key)
        case AskKind.RECORD:
            return _record(context, ask, label, str(so_far or ""), key)
        case AskKind.SEALED:
            return _sealed(context, label, key)


def _chosen(context: WorkContext, ask: LifeAsk, label: str, so_far: str | None, key: str) -> object:
    words = _choices(context, ask)
    if ask.kind is AskKind.ONE_OF:
        return st.selectbox(label, list(words), index=None, format_func=words.__getitem__, key=key,
                            placeholder="Choose")  # fmt: skip
    return st.multiselect(label, list(words), split(so_far), format_func=words.__getitem__, key=key,
                          placeholder="Choose")  # fmt: skip


def _choices(context: WorkContext, ask: LifeAsk) -> Mapping[str, str]:
    """By code, the words of each answer."""
    if ask.tasks:
        return {code: display_words.task(context.settings, code) for code in context.settings.task_types}
    return as_labels(getattr(wording(), ask.labels or ""))


def _record(context: WorkContext, ask: LifeAsk, label: str, so_far: str, key: str) -> str | None:
    """Draw a field that finds a record by name, number or id, and the choice between those found."""
    typed = st.text_input(label, so_far, key=key, help="Type a name, a telephone number or an id.")
    if not typed.strip():
        return None
    found = [each for each in casework.find(context, typed).records if each.row.table == ask.of and each.about is None]
    if not found:
        elements.lead("Nobody is found by that. Type more of the name, or another part of it.")
        return None
    names = {each.row.id: _told_apart(each.name, each.row.get(ColumnName.SECTOR), each.row.id) for each in found}
    only = 0 if len(names) == 1 and table_of(next(iter(names))) == ask.of else None
    return st.radio("Which one?", list(names), index=only, format_func=names.__getitem__, key=f"{key}-which")


def _told_apart(name: str | None, sector: str | None, record_id: str) -> str:
    return " · ".join(filter(None, [elements.plain(name, "No name given"), sector, record_id]))


def _sealed(context: WorkContext, label: str, key: str) -> str | None:
    """Draw a field whose words are sealed at once: they are in no event, and no page shows them again."""
    typed = st.text_input(label, key=key, type="password", autocomplete="off")
    if not typed.strip():
        return None
    sealed = st.session_state.get(f"{key}-sealed")
    if sealed is None or sealed[0] != typed:
        seal = concerns.seal_to_raise(context.settings, context.book)
        sealed = (typed, casework.sealed_code(seal, typed))
        st.session_state[f"{key}-sealed"] = sealed
    return str(sealed[1])
