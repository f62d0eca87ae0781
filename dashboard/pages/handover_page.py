"""Hand over: all that waits now on one page, to work from or to print, for whoever stands in."""

import streamlit as st

from community.casework import WorklistItem, list_of_today
from community.wording import first_upper
from dashboard import display_words, elements, page_address, page_queues, today_groups
from dashboard.parts import handover_notes, machine_jobs, sheet_questions
from dashboard.work_session import now, work_context

# So many lines open their records; on a fuller day the others are text, with the number to find each by.
OPENS = 60
here, at = work_context(), now()
st.title("Hand over")
elements.lead(
    f"{first_upper(display_words.when(at, at))}. All that waits, the most pressing first, with what to do. Each name "
    "opens the record; the buttons for each step are there, and on Today. To print it, press Ctrl and P."
)
elements.marks(["On paper it holds names and numbers: keep it with you, and shred it in the evening."], "note")
machine_jobs.line(here, at)
handover_notes.in_danger(here)

items = list_of_today(here, at)
groups: dict[str, list[WorklistItem]] = {}
for item in items:
    groups.setdefault(page_queues.todays_list(item), []).append(item)
if not items:
    elements.lead("Nothing waits for you.")
if len(items) > OPENS:
    elements.lead(
        f"The first {OPENS} lines open their records. Each of the others ends in its number: the search above finds it."
    )
room = OPENS
for kind, found in groups.items():
    heading, about = today_groups.words(kind, found)
    with st.container(key=f"group-{kind}", gap=None):
        elements.heading(today_groups.heading(kind, found))
        elements.lead(about)
        opens, room = found[: max(room, len(found) == 1)], max(room - len(found), 0)
        for item in opens:
            with st.container(key=f"item-{item.kind}-{item.id}", gap="small"):
                with st.container(gap=None):
                    if item.kind in sheet_questions.KINDS:
                        page_address.link("today", f"{elements.plain(item.title, 'A question')}: on Today")
                    elif item.count == 1 and item.kind not in today_groups.COUNTED:
                        page_address.open_record(item.id, item.title)
                    else:
                        page, show = today_groups.LISTS[item.kind]
                        page_address.link(page, f"{item.title}: open all {item.count:,}", **show)
                    elements.line(today_groups.facts(here, item), item.telephone if item.may_be_rung else None)
                elements.lead(today_groups.waits(item, at))
        elements.reasons(
            " · ".join([item.title, today_groups.waits(item, at), *today_groups.facts(here, item)])
            for item in found[len(opens) :]
        )

handover_notes.beyond(here, at)
handover_notes.who_is_who(here)
handover_notes.promises(here)
