"""Today: what needs a person now, in one list. Each line opens its record, and holds the ordinary step of a match."""

import streamlit as st

from community.casework import WorklistItem
from community.tables.vocabulary import PUT_OFF, LineKind
from dashboard import display_words, elements, page_address, today_groups
from dashboard.parts import (
    held_tabs,
    known_pairs_view,
    line_records,
    line_steps,
    machine_jobs,
    sheet_questions,
    signatory_publication,
    snooze_button,
    why_no,
)
from dashboard.work_session import now, today, work_context

here, at = work_context(), now()
groups = today_groups.groups(here, at)


def line(item: WorklistItem, kind: str) -> None:
    """Draw one thing that waits, since when and until when, and the way to it."""
    with st.container(key=f"item-{item.kind}-{item.id}", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None):
            opens = item.kind not in sheet_questions.KINDS | today_groups.COUNTED and item.count == 1
            if opens:
                page_address.open_record(item.id, today_groups.title(item, kind))
            else:
                st.text(today_groups.title(item, kind), width="stretch")
            elements.line(today_groups.facts(here, item), item.telephone if item.may_be_rung else None)
        elements.lead(today_groups.waits(item, at))
        if item.kind in sheet_questions.KINDS:
            sheet_questions.ways_on(item)
        elif item.kind in today_groups.COUNTED or item.count > 1:
            page, show = today_groups.LISTS[item.kind]
            page_address.link(page, f"Open all {item.count:,}", **show)
        elif item.kind in PUT_OFF:
            with st.container(horizontal=True, key=f"links-{item.kind}-{item.id}", gap="small"):
                snooze_button.button(item.id, item.kind)


sheet_questions.open_question(here, at, line_steps.unfolded())
snooze_button.question(here, at)
st.title("Today")
today_groups.news(here)
signatory_publication.trouble(here, at)
machine_jobs.line(here, at)
line_steps.just_given(here)
keyed = False
calm = next((kind for kind in groups if kind not in today_groups.MIXED), None)
if not groups:
    if not held_tabs.line(here):
        elements.lead("Nothing waits for you. Good time for a cup of tea, or for a call to somebody who lives alone.")
    st.stop()

counted = today_groups.waiting_now(item for items in groups.values() for item in items)
elements.lead(f"{display_words.day(today().isoformat(), at)}: {counted}.")
drawn = today_groups.drawn(groups)
behind = line_records.behind(here, [item for shown, _ in drawn.values() for item in shown])
for kind, items in groups.items():
    about = today_groups.words(kind, items)[1]
    if kind == calm:
        held_tabs.line(here)  # people in need come before any spreadsheet
    with st.container(key=f"group-{kind}", gap=None):
        elements.heading(today_groups.heading(kind, items))
        shown, few = drawn[kind]
        if shown:
            elements.lead(about)
        if kind == LineKind.PROPOSAL:
            known_pairs_view.button(here)
        if everybody := today_groups.all_of(kind, [*items, *today_groups.above(groups, kind)]):
            label, page, show = everybody
            page_address.link(page, label, **show)
        for item in shown:
            line(item, kind)
            keyed = line_steps.draw(here, item, behind, at, keys=not keyed and not why_no.any_is_asked()) or keyed
        today_groups.more(kind, items, few)
if calm is None:
    held_tabs.line(here)
