"""The questions that triage asks before a request is closed, waits, or is written about."""

from datetime import date, datetime, timedelta

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.settings.response_promise import start_of
from community.tables import ids
from community.tables.canonical import LONDON
from community.tables.row_types import HelpRequestRow, NeedRow, VolunteerRow
from community.tables.vocabulary import ClosedReason
from community.wording import wording
from dashboard import display_words, elements
from dashboard.parts import contact_fields, dialogs, loss_warning
from dashboard.parts.dialogs import Go

_WHY = tuple(
    reason.value
    for reason in (
        ClosedReason.NOT_WANTED,
        ClosedReason.OUT_OF_AREA,
        ClosedReason.REFERRED_ON,
        ClosedReason.UNABLE,
        ClosedReason.DONE_BY_OTHERS,
        ClosedReason.DONE,
    )
)
"""Why a request is declined, what fits most first. What was asked twice has a button of its own."""
_NO_RECORD_YET = (*_WHY, ClosedReason.NO_LONGER_HERE.value)
"""The same for somebody who is no resident yet. Of a resident who has died or moved away, a button of its own tells."""


def open_one(
    context: WorkContext, name: str, row: HelpRequestRow, now: datetime, doubles: list[HelpRequestRow], go: Go
) -> None:
    """Draw the dialog of this name about this request."""
    one, seen = row.id, row.status
    state = st.session_state
    if name == "duplicate":
        dialogs.show(
            "Which request does it repeat?", lambda: _duplicate(context, one, doubles, now), "Close as a duplicate",
            casework.mark_duplicate,
            lambda: {"request_id": one, "of": _other(), "seen": seen}, go,
        )  # fmt: skip
    elif name == "decline":
        dialogs.show(
            "Why do we decline it?", lambda: _why(context, row), "Close the request", casework.close_request,
            lambda: {
                "request_id": one, "closed_reason": state.get("close-why") or "",
                "words": state.get("close-words") or None, "seen": seen,
            }, go,
        )  # fmt: skip
    elif name == "hold":
        hold(context, row, now, go)
    elif name == "log":
        dialogs.show(
            "What was said?", contact_fields.fields, "Write it down", casework.log_contact,
            lambda: {"about": one, "with_whom": row.resident_id, **contact_fields.read()},
        )  # fmt: skip


def hold(context: WorkContext, row: HelpRequestRow | NeedRow | VolunteerRow, now: datetime, go: Go = None) -> None:
    """Open the dialog that asks until when a request, a need or a volunteer should wait."""
    dialogs.show(
        "Wait until when?",
        lambda: _until(now),
        "Put it aside",
        casework.hold,
        lambda: {
            "table": row.table,
            "record_id": row.id,
            "until": _morning(context, st.session_state.get("hold-day")),
            "seen": row.status,
        },
        go,
    )


def _called_off(context: WorkContext, request_id: str) -> None:
    """Draw who would be called off if the request were closed."""
    if known := casework.at_stake(context, request_id):
        elements.lead(loss_warning.CALLED_OFF)
        loss_warning.named(context, known, whom=True)


def _duplicate(context: WorkContext, request_id: str, doubles: list[HelpRequestRow], now: datetime) -> None:
    _called_off(context, request_id)
    named = {d.id: f"{d.name or 'No name'}, asked {display_words.when(d.at, now)} ({d.id})" for d in doubles}
    if named:
        st.selectbox("It may be one of these", list(named), index=None, format_func=named.__getitem__, key="double-of")
    st.text_input("The other request’s number" if not named else "Or another number", key="double-typed")


def _other() -> str:
    typed = st.session_state.get("double-typed") or ""
    return ids.check(typed) or typed or st.session_state.get("double-of") or ""


def _why(context: WorkContext, request: HelpRequestRow) -> None:
    _called_off(context, request.id)
    reasons = _WHY if request.resident_id else _NO_RECORD_YET
    st.radio("The reason", reasons, index=None, format_func=wording().closed_reason.__getitem__, key="close-why")
    st.text_area("In your own words (optional)", key="close-words", height=80)


def _until(now: datetime) -> None:
    tomorrow = now.astimezone(LONDON).date() + timedelta(days=1)
    st.date_input("It comes back on the morning of", tomorrow, tomorrow, tomorrow + casework.LATEST_DAY, key="hold-day",
                  format="DD/MM/YYYY")  # fmt: skip


def _morning(context: WorkContext, day: date | None) -> datetime | None:
    return start_of(context.settings.community, day) if day else None
