"""Training sessions: the lists of them, a new one, and what is told of one."""

from collections.abc import Iterable
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext, training
from community.casework.permissions import user_can
from community.tables.canonical import LONDON, instant, moment
from community.tables.row_types import BookingRow, ColumnName, SessionRow
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo
from community.wording import counted, first_upper, spelled, spoken, status_words, wording
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import dialogs, session_fields, show_more
from dashboard.work_session import act

_NEW = "new-session"
_PAST = frozenset({SessionStatus.HELD, SessionStatus.CANCELLED})


def everything(context: WorkContext, at: datetime) -> None:
    """Draw the lists: over and not written down, to come, and those that are over."""
    rows = sorted(casework.see_all(context, SessionRow), key=lambda row: (row.starts_at or "", row.id))
    dated = [row for row in rows if row.starts_at]
    if not dated:
        elements.lead("No session is planned yet.")
    now = instant(at)
    over = [row for row in dated if row.status not in _PAST and (row.starts_at or "") <= now]
    _group(context, "Who came? Write it down", over, at)
    for status, heading in wording().session_group.items():
        _group(context, heading, [row for row in dated if row.status == status and row not in over], at)
    modules = [row for row in rows if not row.starts_at and row.status not in _PAST]
    _group(context, "Modules that people take at any time on the site", modules, at)
    past = [row for row in reversed(dated) if row.status in _PAST]
    _group(context, "Over", show_more.first("sessions-over", past), at, many=len(past))
    show_more.button("sessions-over", len(past))


def _group(
    context: WorkContext, heading: str, rows: Iterable[SessionRow], at: datetime, many: int | None = None
) -> None:
    rows = list(rows)
    if rows:
        elements.heading(f"{heading} · {len(rows) if many is None else many}")
    for row in rows:
        with st.container(key=f"item-{row.id}"):
            page_address.open_record(row.id, row.name or "No name given")
            booked = casework.see_all(context, BookingRow, lambda c: [c.session_id == row.id])  # noqa: B023
            elements.lead(f"{when(row, at)} · {taken(row, booked)}")


def when(row: SessionRow, at: datetime) -> str:
    """When it begins, and where."""
    where = "online" if row.online == YesNo.YES else row.place
    return ", ".join(filter(None, [display_words.when(row.starts_at, at) if row.starts_at else "any time", where]))


def taken(row: SessionRow, bookings: Iterable[BookingRow]) -> str:
    """How many have a place, came, and wait, of those whom the user sees."""
    status = [each.status for each in bookings]
    if not row.starts_at:
        return f"{counted(status.count(BookingStatus.PASSED), 'person')} passed, of those who gave their name"
    if row.status == SessionStatus.HELD:
        came = sum(each in {BookingStatus.CAME, BookingStatus.PASSED} for each in status)
        return f"{counted(came, 'person')} came"
    if row.status == SessionStatus.CANCELLED:
        return status_words(row.table, row.status)
    booked, waiting = status.count(BookingStatus.BOOKED), status.count(BookingStatus.WAITING)
    of = f" of {counted(row.places, 'place')}" if row.places else ""
    return f"{booked} booked{of}" + (f", {waiting} waiting" if waiting else "")


def facts(context: WorkContext, row: SessionRow) -> list[tuple[str, str]]:
    """What is printed of it, then what only those with a place hear, and what is ours."""
    labels = session_fields.LABELS
    hub = display_words.hub(context.settings, row.hub) if row.hub else "All of them together"
    told = [
        ("What it is", first_upper(wording().session_kind.get(row.kind or "", "session"))),
        (labels[ColumnName.WHAT], row.what),
        ("How long", spoken(row.minutes, "minute") if row.minutes else None),
        (labels[ColumnName.PLACE], row.place),
        (labels[ColumnName.COST], row.cost),
        (labels[ColumnName.LED_BY], row.led_by),
        ("How to join", row.joining),
        ("Gives this training", first_upper(spelled(row.gives)) if row.gives else None),
        ("Hub", hub),
    ]
    return [(name, words) for name, words in told if words]


def new(context: WorkContext, at: datetime) -> None:
    """Draw the button that plans a session."""
    if not user_can(context.user, Verb.PLAN_SESSION):
        return
    st.button("Plan a session", type="primary", on_click=open_dialog.open_dialog, args=(_NEW, "plan"))
    if open_dialog.dialog_about(_NEW) == "plan":
        today = at.astimezone(LONDON).date()
        dialogs.show("Plan a session", lambda: session_fields.draw(context, _NEW, None, today), "Plan it",
                     training.plan_session, lambda: {"told": session_fields.read(_NEW)})  # fmt: skip


def change(context: WorkContext, row: SessionRow, at: datetime) -> None:
    """Draw the fields that change what is told of it."""
    if not row.starts_at or not casework.can(context.user, Verb.CHANGE_SESSION, row):
        return
    with st.expander("Change something"):
        if row.status != SessionStatus.PLANNED:
            elements.lead("Those booked are told of a new name, time, place or way to join.")
        # When somebody else changes it meanwhile the fields begin anew: nobody writes over what they have not seen.
        key = f"change-{row.id}-{row.changed_at}"
        session_fields.draw(context, key, row, min(at, _starts(row, at)).astimezone(LONDON).date())
        st.button("Change it", key=f"put-{key}", on_click=_change, args=(row, key))


def _starts(row: SessionRow, at: datetime) -> datetime:
    return moment(row.starts_at) if row.starts_at else at


def _change(row: SessionRow, key: str) -> None:
    now = session_fields.read(key)
    act(training.change_session, row.id, seen={name: row[name] for name in now}, now=now)
