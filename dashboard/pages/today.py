"""Today: what needs a person now, in one list. Each line opens the record it is about."""

import streamlit as st

from community.casework import Item
from community.tables.vocabulary import PUT_OFF
from dashboard import address, plain, todays, words
from dashboard.desk import desk, now
from dashboard.parts import charter, from_sheet, held, later

here, at = desk(), now()
groups = todays.groups(here, at)


def line(item: Item, kind: str) -> None:
    """One thing that waits, how long it has, and the way to it."""
    with st.container(key=f"item-{item.kind}-{item.id}", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None):
            st.text(todays.title(item, kind), width="stretch")
            plain.lead(todays.facts(here, item))
        plain.lead(todays.waits(item, at))
        if item.kind in from_sheet.KINDS:
            from_sheet.ways_on(item)
        elif item.kind in todays.COUNTED or item.count > 1:
            page, show = todays.LISTS[item.kind]
            address.link(page, f"Open all {item.count:,}", **show)
        else:
            with st.container(horizontal=True, key=f"links-{item.kind}-{item.id}", gap="small"):
                address.link(todays.PAGE[item.table], f"Open {item.id}", item.id)
                if item.kind in PUT_OFF:
                    later.button(item.id, item.kind)


from_sheet.open_question(here, at)
later.question(at)
st.title("Today")
todays.news(here)
charter.trouble(here, at)
calm = next((kind for kind in groups if kind != "urgent"), None)
if not groups:
    if not held.line(here):
        plain.lead("Nothing waits for you. Good time for a cup of tea, or for a call to somebody who lives alone.")
    st.stop()

counted = todays.waiting_now(item for items in groups.values() for item in items)
plain.lead(f"{words.day(at.date().isoformat(), at)}: {counted}")
for kind, items in groups.items():
    heading, about = todays.KINDS[kind]
    if kind == calm:
        held.line(here)  # whoever is in need comes before any spreadsheet
    with st.container(key=f"group-{kind}", gap=None):
        plain.heading(todays.heading(kind, items))
        plain.lead(about)
        if everybody := todays.all_of(kind, items):
            label, page, show = everybody
            address.link(page, label, **show)
        everything = kind == "urgent" or st.session_state.get(todays.ALL) == kind
        for item in items if everything else items[: todays.FEW]:
            line(item, kind)
        if len(items) > todays.FEW and not everything:
            st.button(f"Show all {len(items)}: {heading.lower()}", key=f"all-{kind}", type="tertiary",
                      on_click=todays.show_all, args=(kind,))  # fmt: skip
if calm is None:
    held.line(here)
