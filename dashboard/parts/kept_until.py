"""The parts of the page Keeping and erasing: somebody's leave, what is due to go, and the backups there are."""

from collections import Counter
from datetime import datetime

import sqlalchemy as sa
import streamlit as st

from community import casework
from community.book import Record, belonging, utc_now
from community.casework import ErasureAsked, WorkContext
from community.runtime import backups, erasing, past_keeping_time
from community.tables import TABLES
from community.wording import counted, first_upper, spelled
from dashboard import display_words, elements, page_address
from dashboard.shared_resources import house
from dashboard.work_session import act

_FEW = 5
"""So many backups are listed, the newest first."""


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
            "All of it goes for good, with everything that was decided about them. Backups forget it within 35 days."
        )
        if asked.emptied:
            elements.lead("Fields of other people’s records that speak of them are emptied, with all they ever said:")
            elements.reasons(f"{first_upper(spelled(table))}: {count}" for table, count in asked.emptied.items())
        else:
            elements.lead("Nothing in other people’s records goes with it: whoever asked chose none of it.")
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
    with context.book.reading() as reader:  # first, and not while others wait to write: it reads the whole book
        records, fields = casework.erased_with(reader.connection, record, current.also)
    besides = [each for each in records if each.id in current.also]

    def which(connection: sa.Connection) -> list[Record]:
        return list(dict.fromkeys(each for one in (record, *besides) for each in belonging(connection, one)))

    done = erasing.erase_records(context.settings, context.book, which, by=by, now=now, fields=fields)
    emptied = sum(map(len, fields.values()))
    st.toast(f"{counted(len(done.records), 'record')} erased{f', {emptied} fields emptied' if emptied else ''}.")


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
        return
    if not found:
        elements.lead("There is none yet. The machine makes one each night; the command `backup` makes one now.")
    for each in found[:_FEW]:
        size = f"{each.path.stat().st_size / 1e6:.1f} MB"
        locked = "encrypted" if each.key else "not encrypted"
        elements.line([f"Made {display_words.when(each.made, now)}", size, locked, each.path.name])
    if len(found) > _FEW:
        elements.lead(f"and {len(found) - _FEW} older in the folder {backups.folder(context.settings)}")
    if found:
        _how_back(context, found[0])
    page_address.link("sheet", "Whether last night’s backup went well")


def _how_back(context: WorkContext, latest: backups.KeptBackup) -> None:
    """Draw the steps that bring a backup back: nobody can do it here, because this page reads the book it replaces."""
    settings, file = context.settings, str(latest.path)
    typed = f'"{file}"' if " " in file else file
    away = (
        "Name an empty database in DATABASE_URL: a backup goes into an empty book only."
        if settings.database_url
        else f"Move book.db, book.db-wal and book.db-shm out of the folder {settings.book_home}, and keep them: what "
        "came in since the backup was made is in them alone."
    )
    key = "Ask a keeper of the key to come with their sheet. The key is not on the machine, and without it nobody can "
    with st.expander("How to bring one back"):
        elements.lead(
            "This page can’t do it, because the program has to stand still. It is done at the machine itself, in the "
            "window where the program is started. Ask whoever set it up to do it with you."
        )
        elements.steps([
            *([f"{key}read the backup."] if latest.key else []),
            "Stop the program: press Ctrl and C in its window, and wait until it says that everything is stopped.",
            away,
            "Type the line below there, with the name of the backup that you want, and press Enter.",
            "Compare the numbers that it prints: how much was in the backup, and how much came back. Either all of it "
            "comes back or nothing does.",
            "Start the program again, and open this page.",
        ])  # fmt: skip
        elements.message(f"python start.py restore {typed}")
        elements.lead(
            "Whoever was erased since stays erased. Try it twice a year, into another folder: docs/backup.md says how, "
            "and what to do when something is missing."
        )
