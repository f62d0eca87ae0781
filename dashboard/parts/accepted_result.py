"""What became of the request that was accepted last: who is proposed for each need, at once."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from dashboard import display_words, elements, page_address


def card(context: WorkContext) -> None:
    """A line for each need of the triage that the address names, with the way to it."""
    found = casework.arrived(context, page_address.did() or "")
    if not found:
        return
    done = casework.done_by(context, page_address.did() or "")
    with st.container(key="card-justnow", gap="small"):
        elements.heading(f"Just accepted: {done.who}" if done and done.who else "Just accepted", 3)
        for new in found:
            task = display_words.task(context.settings, new.task_type)
            with st.container(key=f"advice-justnow-{new.need_id}"):
                if new.match_id:
                    st.text(f"{task}: {new.volunteer or 'somebody'} is proposed")
                    elements.lead(" · ".join(new.why[:2]))
                elif context.settings.task_types[new.task_type].by == "hub":
                    st.text(f"{task}: for the hub’s own people")
                else:
                    st.text(f"{task}: nobody yet")
                    elements.lead(new.remedy or "The next proposals may bring somebody.")
                page_address.open_record(new.need_id)
