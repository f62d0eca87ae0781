"""Bring in a list: of volunteers, residents, organisations, services or pairs. It is shown before it is written."""

from functools import partial

import streamlit as st

from community import casework
from community.book import Action
from community.casework import WorkContext
from community.importing import Fate, ImportPlan, bring_list_in, rows_to_look_at
from community.wording import counted
from dashboard import elements
from dashboard.display_words import when
from dashboard.parts import file_download, import_preview, list_upload
from dashboard.shared_resources import house
from dashboard.work_session import act, now, work_context

DONE = "import-done"
here = work_context()


def bring(context: WorkContext, plan: ImportPlan) -> Action:
    """Bring it in, and keep the rows to look at until the next list."""
    done = bring_list_in(context, plan)
    st.session_state[DONE] = plan
    list_upload.next_list()
    return done


def to_look_at(plan: ImportPlan, key: str) -> None:
    """Draw the button for the rows that somebody should look at."""
    number = sum(row.to_look_at for row in plan.rows)
    if number:
        name, kind = f"{plan.kind.code}-to-look-at.csv", f"import {plan.kind.code}"
        label = f"Rows to look at ({number})"
        file_download.offer_file(here, key, label, name, kind, partial(rows_to_look_at, plan))


st.title("Bring in a list")
elements.lead("From a spreadsheet or an old system, as it is. You see what comes of it before anything is written.")
asked = list_upload.asked()
if asked is None:
    if done := st.session_state.get(DONE):
        brought = done.counts[Fate.BROUGHT_IN] + done.counts[Fate.CORRECTED]
        elements.marks([f"Brought in or put right: {counted(brought, 'row')}."], "done")
        to_look_at(done, "done")
    lately = casework.brought_in_lately(here)
    if lately:
        elements.heading("Brought in before")
    for each in lately[:5]:
        line, button = st.columns([4, 1], vertical_alignment="center")
        with line:
            elements.lead(f"{counted(each.rows, 'record')}, {when(each.at, now())}, {each.by}")
        with button:
            st.button("Take back", key=f"back-{each.action}", on_click=act, args=(casework.undo, each.action))
    st.stop()

st.session_state.pop(DONE, None)
before = st.session_state.get(f"chosen-{asked.turn}-{asked.what}", {})
plan = list_upload.planned(here, asked, before, import_preview.without(asked.turn))
if plan is None:
    st.stop()
import_preview.counts(plan)
import_preview.columns(plan, asked.turn)
if changed := import_preview.chosen(plan, asked.turn):
    st.session_state[f"chosen-{asked.turn}-{asked.what}"] = before | changed
    st.rerun()
import_preview.troubles(plan)
import_preview.doubles(here, plan, asked.turn)
import_preview.rows(plan)
to_look_at(plan, f"plan-{asked.turn}")
writes = plan.counts[Fate.BROUGHT_IN] + plan.counts[Fate.CORRECTED]
if house().invented:
    elements.marks(["The invented town takes no list: real people do not belong there."], "note")
elif not asked.ready:
    elements.marks(["Say first on which lawful basis you keep these people; of households, until which day."], "note")
elif writes:
    st.button(f"Bring in {counted(writes, 'row')}", type="primary", on_click=act, args=(bring, plan))
else:
    elements.marks(["There is nothing in it that is not in the book already."], "done")
