"""Today: what needs a person now, in one list. Each line opens the record it is about."""

import streamlit as st

from community.casework import Item
from dashboard import address, plain, todays, words
from dashboard.desk import desk, now
from dashboard.parts import charter, from_sheet

here, at = desk(), now()
groups = todays.groups(here, at)


def line(item: Item) -> None:
    """One thing that waits, how long it has, and the way to it."""
    with st.container(key=f"item-{item.kind}-{item.id}", horizontal=True, vertical_alignment="center", gap="small"):
        st.text(todays.title(item), width="stretch")
        plain.lead(todays.waits(item, at))
        if item.kind in from_sheet.KINDS:
            from_sheet.ways_on(item)
        else:
            address.link(todays.PAGE[item.table], f"Open {item.id}", item.id)


from_sheet.open_question(here, at)
st.title("Today")
todays.news(here)
charter.trouble(here, at)
if not groups:
    plain.lead("Nothing waits for you. Good time for a cup of tea, or for a call to somebody who lives alone.")
    st.stop()

plain.lead(f"{words.day(at.date().isoformat(), at)}: {todays.counted(groups)}")
for kind, items in groups.items():
    heading, about = todays.KINDS[kind]
    with st.container(key=f"group-{kind}", gap=None):
        total = sum(item.count for item in items) if len(items) == 1 else len(items)
        plain.heading(f"{heading} · {total}")
        plain.lead(about)
        everything = st.session_state.get(todays.ALL) == kind
        for item in items if everything else items[: todays.FEW]:
            line(item)
        if len(items) > todays.FEW and not everything:
            st.button(f"Show all {len(items)}: {heading.lower()}", key=f"all-{kind}", type="tertiary",
                      on_click=todays.show_all, args=(kind,))  # fmt: skip
