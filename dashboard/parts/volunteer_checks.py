"""A volunteer's checks: what was seen, when each is to be reviewed, which level each kind of help asks for, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.check_renewals import latest_checks
from community.tables.canonical import LONDON, split
from community.tables.row_types import CheckRow, NeedRow, VolunteerRow
from community.tables.verbs import Verb
from community.tables.vocabulary import DBS_LEVELS, CheckKind, Travel
from community.wording import counted, first_lower, first_upper, joined, wording
from dashboard import display_words, elements
from dashboard.parts import correction_fields
from dashboard.work_session import act

REVIEW_DAYS = (7, 30, 60)
"""So many days before its review a check is named on the page: at the first of them as an alarm."""


_EVERYBODY = {CheckKind.IDENTITY: 1, CheckKind.REFERENCE: 2, CheckKind.CONDUCT: 1}
_DRIVERS = {CheckKind.LICENCE: 1, CheckKind.INSURER: 1, CheckKind.MOT: 1}
"""How many of each are to be seen."""


def section(context: WorkContext, volunteer: VolunteerRow, needs: Iterable[NeedRow], now: datetime) -> None:
    """Draw the checks that were seen, what is asked for, and fields for another. No certificate is ever kept."""
    elements.heading("Checks and references", 3)
    seen = casework.see_all(context, CheckRow, lambda c: [c.volunteer_id == volunteer.id], order="-seen_on")
    today = now.astimezone(LONDON).date()
    if not casework.may_correct(context, CheckRow.TABLE, "level"):
        elements.lead("What was seen of their checks is for a coordinator to read.")
        return
    _due(seen, today)
    for check in seen:
        elements.lead(_said(check, now))
        correction_fields.field(context, check, f"Put right: {_what(check)}")
    if not seen:
        elements.lead("None seen yet.")
    if missing := _missing(context, volunteer, seen):
        elements.marks([f"Not seen yet: {joined(missing)}."], "note")
    _asked_for(context, volunteer, needs, seen, today)
    if casework.can(context.user, Verb.ADD_CHECK, volunteer):
        with st.expander("Write down a check"):
            _new_check(volunteer.id, now)


def _what(check: CheckRow) -> str:
    kind = wording().check_kind.get(check.kind, "Check")
    return f"{kind}, {wording().dbs_level.get(check.level, check.level)}" if check.level else kind


def _said(check: CheckRow, now: datetime) -> str:
    review = f"review due {display_words.day(check.renew_on, now)}" if check.renew_on else None
    number = f"number {check.number}" if check.number else None
    seen = f"seen {display_words.day(check.seen_on, now)}"
    by = f"by {check.seen_by}" if check.seen_by else None
    return " · ".join(filter(None, [_what(check), " ".join(filter(None, [seen, by])), number, review]))


def _missing(context: WorkContext, volunteer: VolunteerRow, seen: Sequence[CheckRow]) -> list[str]:
    """What every volunteer brings, and a driver besides, as far as nobody has seen it, in words."""
    tasks = (context.settings.task_types.get(code) for code in split(volunteer.tasks))
    drives = Travel.CAR in split(volunteer.travel) and any(task is not None and task.needs_car for task in tasks)
    there, words = Counter(check.kind for check in seen), wording().check_kind
    wanted = _EVERYBODY | (_DRIVERS if drives else {})
    return [
        first_lower(words[kind]) + (f" ({many - there[kind]} more)" if many > 1 else "")
        for kind, many in wanted.items()
        if there[kind] < many
    ]


def _due(seen: Sequence[CheckRow], today: date) -> None:
    """Draw which reviews are due within 60, 30 or 7 days, or are past, unless a later check has been seen."""
    for check in latest_checks(seen):
        left = (date.fromisoformat(check.renew_on or "") - today).days
        within = next((days for days in REVIEW_DAYS if left <= days), None)
        if within is None:
            continue
        when = f"is past since {counted(-left, 'day')}" if left < 0 else f"is due within {counted(within, 'day')}"
        elements.marks([f"{_what(check)}: its review {when}."], "alarm" if within == REVIEW_DAYS[0] else "note")


def _asked_for(
    context: WorkContext, volunteer: VolunteerRow, needs: Iterable[NeedRow], seen: Sequence[CheckRow], today: date
) -> None:
    """Draw, for each kind of help they offer and each need they are on, the level that is asked for, and why."""
    held = held_level(seen, today)
    rows = []
    for code in split(volunteer.tasks):
        task = context.settings.task_types.get(code)
        if task is not None:
            rows.append((task.name, f"{_level(task.min_dbs, held)}\n{task.dbs_why}"))
    rows += [
        (f"{display_words.task(context.settings, need.task_type)}, for one need", _level(need.min_dbs, held))
        for need in needs
        if need.min_dbs
    ]
    if rows:
        with st.expander("Which check does their help ask for?"):
            elements.lead("The level follows what is done for the person. It is set for each need, on the need’s page.")
            elements.facts("asked-for", rows)


def _level(level: str, held: int) -> str:
    enough = held >= (DBS_LEVELS.index(level) if level in DBS_LEVELS else 0)
    return f"{first_upper(wording().dbs_level.get(level, level))}: {'seen' if enough else 'not seen'}"


def held_level(seen: Iterable[CheckRow], today: date) -> int:
    """The highest level of a DBS check that was seen and whose review is not past."""
    valid = (
        check.level
        for check in seen
        if check.kind == CheckKind.DBS and (check.renew_on is None or check.renew_on >= today.isoformat())
    )
    return max((DBS_LEVELS.index(level) for level in valid if level in DBS_LEVELS), default=0)


def _new_check(volunteer_id: str, now: datetime) -> None:
    today = now.astimezone(LONDON).date()
    kinds = wording().check_kind
    kind = st.segmented_control("What was seen?", list(kinds), default=CheckKind.DBS.value, required=True,
                                key="check-kind", format_func=kinds.__getitem__)  # fmt: skip
    if kind == CheckKind.DBS:
        st.selectbox("Level", DBS_LEVELS[1:], key="check-level", format_func=wording().dbs.__getitem__)
        st.text_input("Certificate number (optional)", key="check-number")
    st.date_input("Seen on", today, max_value=today, key="check-seen", format="DD/MM/YYYY")
    st.date_input(
        "Review due (optional)", None, today, today + casework.LONGEST_CHECK, key="check-renew", format="DD/MM/YYYY"
    )
    st.button("Write the check down", on_click=_add_check, args=(volunteer_id,))


def _add_check(volunteer_id: str) -> None:
    state = st.session_state
    kind = state.get("check-kind") or CheckKind.DBS
    dbs = (
        {"level": state.get("check-level"), "number": state.get("check-number") or None}
        if kind == CheckKind.DBS
        else {}
    )
    act(casework.add_check, volunteer_id, kind=kind, seen_on=state.get("check-seen"),
        renew_on=state.get("check-renew"), **dbs)  # fmt: skip
