"""What the machine does by itself: what failed, with a button to do it again, and when each thing was done last."""

from datetime import datetime

import streamlit as st

from community.casework import WorkContext
from community.casework.permissions import granted
from community.jobs import JobView
from community.runtime import job_desk
from community.tables.job_kinds import JobKind, JobState
from community.tables.roles import Grant
from community.wording import counted, wording
from dashboard import display_words, elements, page_address
from dashboard.work_session import act

_FEW = 20
"""So many jobs that fail are drawn; the rest is a number."""
_RUN = "python start.py"


def line(context: WorkContext, now: datetime) -> bool:
    """Draw on Today that something failed, with the way to the button. Returns whether it did."""
    # The lists have a line of their own, which everybody sees.
    found = [each for each in job_desk.troubles(context) if each.kind != JobKind.PUBLISH_LISTS]
    words = [failed(each, now) for each in found[:_FEW]] + _silent(context, now)
    if words:
        elements.marks(words, "alarm")
        page_address.link("sheet", "What the machine does by itself")
    return bool(words)


def section(context: WorkContext, now: datetime) -> None:
    """Draw all of it, for whoever may see it."""
    if not granted(context.user, Grant.SEE_JOBS):
        return
    elements.heading("What the machine does by itself")
    _all(context, now)
    elements.heading("The spreadsheet")


def _all(context: WorkContext, now: datetime) -> None:
    if context.settings.kept_in_sheet:
        elements.lead(
            "Nothing but the matching: the spreadsheet keeps this book, and no worker runs here. Nobody backs it up by "
            "night; a copy of the spreadsheet is the backup. Look through what was kept long enough by hand. Nobody on "
            "duty is told of anything."
        )
        return
    found = job_desk.jobs(context)
    wrong = [each for each in found if each.fails or each.odd]
    _clock(context)
    elements.marks(_silent(context, now), "alarm")
    for each in wrong[:_FEW]:
        _one(context, each, now)
    if len(wrong) > _FEW:
        elements.lead(f"And {len(wrong) - _FEW:,} more.")
    for each in found:
        if each not in wrong and each.kind in set(JobKind) and _is_ours(each):
            elements.lead(stands(each, now))
    _encrypted(context)
    if not found:
        elements.lead(f"Nothing yet: it begins with {_RUN}, or `worker --once` in the machine’s timetable.")


def failed(each: JobView, now: datetime) -> str:
    """What failed when and why, how often it was tried, and what comes next, in a few short sentences."""
    words = wording()
    why = words.job_failed[each.error] if each.error else "nobody knows why"
    what = f"{words.job.get(each.kind, each.kind)} failed {display_words.when(each.failed_at or each.started_at, now)}"
    tried = f"Tried {counted(max(each.tries, 1), 'time')}"
    after = "it waits for you" if each.given_up else f"next {display_words.when(each.due, now)}"
    return f"{what}: {why}. {tried}; {after}."


def stands(each: JobView, now: datetime) -> str:
    """When it was done last, and when it is done next."""
    name = wording().job.get(each.kind, each.kind)
    last = f"last done {display_words.when(each.finished_at, now)}" if each.finished_at else "not done yet"
    if each.at_work:
        return f"{name}: at it now, {last}."
    return f"{name}: {last}{_next(each, now)}."


def _next(each: JobView, now: datetime) -> str:
    return f", next {display_words.when(each.due, now)}" if each.state == JobState.WAITING and each.due > now else ""


def _is_ours(each: JobView) -> bool:
    """Whether it comes back again and again, and is not about one record."""
    return each.key in {"every-day", "board", "lists"}


def _one(context: WorkContext, each: JobView, now: datetime) -> None:
    place = f"job-{each.kind}-{each.key}"
    with st.container(key=f"item-{place}", horizontal=True, vertical_alignment="center", gap="small"):
        words = failed(each, now) if each.fails else f"{stands(each, now)} The clock was ahead when it was asked for."
        st.text(words, width="stretch")
        if granted(context.user, Grant.RUN_JOBS_AGAIN):
            name = wording().job.get(each.kind, each.kind)
            st.button("Again", key=place, help=name, on_click=act, args=(job_desk.do_again, each.kind, each.key))


def _encrypted(context: WorkContext) -> None:
    encrypted = job_desk.backups_are_encrypted(context)
    if encrypted:
        elements.lead("Backups are encrypted: only the keepers’ key opens them.")
    elif encrypted is not None:
        elements.marks(
            [f"Backups are not encrypted: whoever takes this machine can read them. Run {_RUN} backup-key."], "note"
        )


def _silent(context: WorkContext, now: datetime) -> list[str]:
    since = job_desk.silent_since(context)
    if since is None:
        return []
    return [f"Nothing is done by itself: the worker last looked {display_words.when(since, now)}. Run {_RUN}."]


def _clock(context: WorkContext) -> None:
    if job_desk.clock_leapt(context):
        with st.container(key="item-clock", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(
                "The machine’s clock has leapt ahead by more than two months since a worker last looked. Nothing that "
                "waits for a time is done until somebody says that the clock is right.",
                width="stretch",
            )
            st.button("The clock is right", key="clock-is-right", on_click=act, args=(job_desk.clock_is_right,))
