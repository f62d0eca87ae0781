"""The parts of the page Keeping and erasing: somebody's leave, what is due to go, and the backups there are."""

from collections import Counter
from datetime import datetime

import streamlit as st

from community import casework
from community.book import belonging, utc_now
from community.casework import ErasureAsked, WorkContext
from community.runtime import backups, erasing, past_keeping_time
from community.tables import TABLES
from community.wording import counted, first_upper, spelled
from dashboard import display_words, elements, page_address
from dashboard.shared_resources import house
from dashboard.work_session import act


def erasure(context: WorkContext, asked: ErasureAsked, now: datetime) -> None:
    """Draw one erasure: how much would go, who asked, and the button for whoever may agree."""
    with st.container(key=f"card-{asked.request_id}"):
        elements.heading(f"Request {asked.request_id}", 3)
        elements.lead(f"{asked.asked_by} asked {display_words.when(asked.asked_at, now)}.")
        elements.reasons(f"{first_upper(spelled(table))}: {count}" for table, count in asked.goes.items())
        if asked.held:
            elements.marks([asked.held], "alarm")
            return
        elements.lead(
            "All of it goes for good, with everything that was decided about them. Backups forget it within 35 days. "
            "What others’ notes say of them stays: the command erase-person lists it."
        )
        key = f"code-{asked.request_id}"
        if casework.needs_code(context) and asked.asked_by == context.user.name:
            st.text_input("The printed code, a day after it was asked for", key=key, width=240)
        st.button("I agree: erase it", key=f"agree-{asked.request_id}", on_click=act, args=(_agree, asked, key))


def _agree(context: WorkContext, asked: ErasureAsked, key: str) -> None:
    """Erase it, if this user may agree and it is still as it was shown."""
    now = utc_now()
    code = str(st.session_state.get(key) or "").strip().upper()
    fits = code == erasing.confirming_code(context.settings, asked.request_id, asked.asked_at)
    current = next((each for each in casework.erasures_asked(context) if each.request_id == asked.request_id), None)
    if current is None or current.asked_at != asked.asked_at or current.record is None:
        raise casework.NotNow("It was done or taken back meanwhile.")
    casework.check_may_agree(context, current, now, code_fits=fits)
    record, by = current.record, f"{current.asked_by} and {context.user.name}"
    done = erasing.erase_records(context.settings, context.book, lambda c: belonging(c, record), by=by, now=now)
    st.toast(f"{counted(len(done.records), 'record')} erased.")


def retention(context: WorkContext, now: datetime) -> None:
    """Draw what would go tonight, by table, and how long each kind of thing is kept."""
    elements.heading("What goes when its time is up")
    if not st.session_state.get("look-past"):
        st.button("Look what is past its time", key="look-past-do", on_click=_look)
        _periods()
        return
    with st.spinner("Looking through the whole book …"):
        past = past_keeping_time.look(context.book, context.settings, now)
    counts = Counter(each.table for each in past.found if each.whole)
    parts = Counter(each.table for each in past.found if not each.whole)
    if not past.found:
        elements.lead("Nothing is past its time.")
    else:
        at = f"{context.settings.nightly.remove_old_at:%H:%M}"
        elements.lead(f"Past its time now; the machine removes it at {at} each night:")
        elements.table("Due", ("whole records", "records, in part"), [
            (first_upper(spelled(table)), str(counts[table]), str(parts[table])) for table in sorted(counts | parts)
        ])  # fmt: skip
    if past.sure is not None:
        elements.marks(["The clock has leapt ahead: nothing goes until “retention --clock-is-right” is run."], "alarm")
    if past.forgotten:
        elements.lead(
            f"{counted(len(past.forgotten), 'help_requests')} with an open need nobody touched for two years stay:"
        )
        for one in past.forgotten[:10]:
            page_address.open_record(one)
    elements.lead("Nothing goes of anybody whom an open concern, accident or complaint names.")
    _periods()


def _look() -> None:
    st.session_state["look-past"] = True


def _periods() -> None:
    with st.expander("How long each thing is kept"):
        rows = [
            (first_upper(spelled(name)), "; ".join(dict.fromkeys(str(c.keep) for c in table.columns if c.keep)))
            for name, table in TABLES.items()
        ]
        elements.table("Kept for", ("how long",), rows)


def backups_made(context: WorkContext, now: datetime) -> None:
    """Draw the backups there are, and how one comes back."""
    elements.heading("Backups")
    found = backups.found(context.settings)
    if house().invented:
        elements.lead("The invented town is not backed up.")
    elif not found:
        elements.lead("There is none yet. The machine makes one each night; the command `backup` makes one now.")
    for each in found[-5:][::-1]:
        elements.line([each.path.name, display_words.when(each.made, now), f"{each.path.stat().st_size / 1e6:.1f} MB"])
    elements.lead(
        "To bring one back: stop the program, then run “restore” with the backup’s name, into an empty folder. It "
        "compares the counts, and erases again whoever was erased since. Try it once a year."
    )
    page_address.link("sheet", "Whether last night’s backup went well")
