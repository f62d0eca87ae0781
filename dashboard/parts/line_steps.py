"""The ordinary step of a line of Today, pressed on the line: approve, said yes, they know, done, and again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import streamlit as st

from community import casework
from community.casework import WorkContext, WorklistItem
from community.tables.canonical import LONDON, split_sentences
from community.tables.listing_days import is_lapsed, is_past
from community.tables.row_types import (
    MatchRow,
    NeedRow,
    OpportunityRow,
    ResidentRow,
    ServiceRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import ListingStatus, MessageStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, Direction, LineKind, Urgency
from dashboard import display_words, double_press, elements, shortcuts
from dashboard.parts import (
    after_approval,
    ask_by_message,
    follow_up,
    message_status,
    telling_resident,
    telling_volunteer,
    visit_notes,
    why_no,
)
from dashboard.parts.line_records import CALLS, Behind
from dashboard.work_session import act

_OPEN, _GIVEN = "line-open", "line-given"
_HEARD: dict[str, object] = {"direction": Direction.OUT, "outcome": ContactOutcome.TOLD}
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class _Step:
    """One button: its words, the name of its key, and what it does."""

    label: str
    name: str
    work: Callable[..., Any]
    args: tuple[object, ...]
    told: Mapping[str, object] = field(default_factory=dict)


def draw(context: WorkContext, item: WorklistItem, found: Behind, now: datetime, *, keys: bool) -> bool:
    """Draw the buttons of this line's step, with the keys 1, 2 and 3 if it gets `keys`. Returns whether it has any."""
    make = _OF_KIND.get(item.kind)
    steps = [] if make is None else make(context, item, found, now)
    unfolds = _unfolds(context, item, found)
    if not steps and not unfolds:
        return False
    mark = f"{item.kind}-{item.id}"
    match = found.matches.get(item.id)
    if item.kind == LineKind.PROPOSAL and match is not None:
        if item.urgency != Urgency.TODAY:  # such a line names them itself
            elements.lead(found.proposals.get(match.id, ""))
        elements.lead(" · ".join(split_sentences(match.why)))
    asked = match is not None and why_no.is_asked(match.id)
    if asked:
        elements.lead("Why not? One key writes it down.")
    with st.container(horizontal=True, key=f"decisions-line-{mark}", gap="small"):
        for number, step in enumerate(steps, 1):
            pressed = shortcuts.key(str(number)) if keys or asked else None
            st.button(step.label, key=f"line-{step.name}-{mark}", shortcut=pressed, on_click=_press,
                      args=(step.work, *step.args), kwargs=dict(step.told))  # fmt: skip
        if unfolds:
            is_open = st.session_state.get(_OPEN) == mark
            st.button("Fold up" if is_open else unfolds, key=f"unfold-{mark}", type="tertiary", on_click=_unfold,
                      args=(None if is_open else mark,))  # fmt: skip
    if unfolds and match is not None and st.session_state.get(_OPEN) == mark:
        with st.container(key=f"card-line-{mark}"):
            _panel(context, item, match, now)
    return bool(steps)


def _press(work: Callable[..., Any], *args: object, **told: Any) -> None:
    """Do it, unless it comes so soon after the last press that it was meant for the line that stood there before."""
    if double_press.too_soon_after((work, args)):
        return
    st.session_state[_GIVEN] = args[0] if work is telling_volunteer.give else None
    if work in (why_no.begin, why_no.back):
        work(*args)
        return
    act(work, *args, **told)
    why_no.back()


def just_given(context: WorkContext) -> None:
    """Draw the name and address that were asked for last on a line, until the next press on one."""
    telling_volunteer.shown_on_today(context, st.session_state.get(_GIVEN))


def unfolded() -> str | None:
    """The id of the record whose line is unfolded, if any."""
    mark = st.session_state.get(_OPEN)
    return str(mark).partition("-")[2] if mark else None


def _unfold(mark: str | None) -> None:
    st.session_state[_OPEN] = mark


def _approve(context: WorkContext, item: WorklistItem, found: Behind, _: datetime) -> Iterable[_Step]:
    match = found.proposed.get(item.id) if item.kind == LineKind.PROMISED else found.matches.get(item.id)
    if match is not None and casework.can(context.user, Verb.APPROVE, match):
        yield _Step("Approve", "approve", casework.approve, (match.id,), {"seen": match.status})


def _asked(context: WorkContext, item: WorklistItem, found: Behind, _: datetime) -> Iterable[_Step]:
    match = found.matches.get(item.id)
    if match is None:
        return
    if why_no.is_asked(match.id) and casework.can(context.user, Verb.RANG, match):
        for code, words in why_no.reasons().items():
            yield _Step(
                words, code, casework.rang, (match.id, ContactOutcome.NO), {"seen": match.status, "reason": words}
            )
        yield _Step("They said something else", "back", why_no.back, ())
    elif casework.can(context.user, Verb.RANG, match):
        for label, answer in (
            ("Said yes", ContactOutcome.YES),
            ("Said no", ContactOutcome.NO),
            ("No answer", ContactOutcome.NO_ANSWER),
        ):
            if answer == ContactOutcome.NO:
                yield _Step(label, answer, why_no.begin, (match.id,))
            else:
                yield _Step(label, answer, casework.rang, (match.id, answer), {"seen": match.status})
    elif item.kind == LineKind.MESSAGE_BACK and len(item.who) == 1:
        heard = _HEARD | {"with_whom": next(iter(item.who))}
        yield _Step("They have been told", "heard", casework.log_contact, (match.id,), heard)


def _unsure(context: WorkContext, item: WorklistItem, found: Behind, _: datetime) -> Iterable[_Step]:
    for message in found.messages.get(item.id, ()):
        if message.status == MessageStatus.UNKNOWN and casework.can(context.user, Verb.SETTLE_MESSAGE, message):
            for label, arrived in (("They got it", True), ("Pass it on myself", False)):
                yield _Step(label, str(arrived), casework.settle_message, (message.id,), {"arrived": arrived})
            return


def _resident(context: WorkContext, item: WorklistItem, found: Behind, now: datetime) -> Iterable[_Step]:
    match = found.matches.get(item.id)
    if match is None or not casework.can(context.user, Verb.RESIDENT_TOLD, match):
        return
    # A day that was agreed holds until it is over.
    on = date.fromisoformat(match.first_on) if match.first_on else None
    first: dict[str, object] = {"on": on, "part": match.first_part} if on is not None and on >= _today(now) else {}
    yield _Step("The resident knows", "told", casework.resident_told, (match.id,), first | {"seen": match.status})


def _volunteer(context: WorkContext, item: WorklistItem, found: Behind, _: datetime) -> Iterable[_Step]:
    match = found.matches.get(item.id)
    if match is not None and casework.can(context.user, Verb.RELEASE, match):
        yield _Step("Show name and address", "release", telling_volunteer.give, (match.id, match.status))


def _done(context: WorkContext, item: WorklistItem, found: Behind, now: datetime) -> Iterable[_Step]:
    match = found.matches.get(item.id)
    if match is None or not casework.can(context.user, Verb.DONE, match):
        return
    on = _last_day(match, found.visits.get(match.id, ()), _today(now))
    again = on + _WEEK * ((_today(now) - on) // _WEEK + 1)
    when, next_ = (display_words.day(each.isoformat(), now) for each in (on, again))
    yield _Step(f"Done {when}", "done", casework.done, (match.id, on), {"seen": match.status})
    yield _Step(f"Done {when}, again {next_}", "again", casework.done, (match.id, on),
                {"again": again, "seen": match.status})  # fmt: skip


def _last_day(match: MatchRow, visits: Sequence[VisitRow], today: date) -> date:
    """The last day on which somebody was to come and of which nothing is written down; today where there is none."""
    planned = [v.on for v in visits if v.status == VisitStatus.PLANNED and v.on <= today.isoformat()]
    day = casework.first_day(match, visits)
    first = [day] if day and day <= today.isoformat() else []
    return date.fromisoformat(max([*planned, *first], default=today.isoformat()))


def _heard(context: WorkContext, item: WorklistItem, found: Behind, _: datetime) -> Iterable[_Step]:
    call = found.contacts.get(item.id)
    match = found.matches.get(item.id)
    if match is not None:  # put right in the spreadsheet: nobody has noted a call, and the one that is made settles it
        yield _Step(
            "They have been told",
            "heard",
            casework.log_contact,
            (match.id,),
            _HEARD | {"with_whom": match.volunteer_id},
        )
    if call is not None and casework.can(context.user, Verb.DEAL_WITH_CONTACT, call):
        label = follow_up.done_words(call, found.said.get(call.id))
        yield _Step(label, "dealt", casework.deal_with_contact, (call.id,), {"seen": call.status})


def _pair(context: WorkContext, item: WorklistItem, found: Behind, now: datetime) -> Iterable[_Step]:
    pair = found.pairs.get(item.id)
    if pair is not None and casework.can(context.user, Verb.PAIR_ASKED, pair):
        again = _today(now) + timedelta(weeks=context.settings.follow_up.pair_again_weeks)
        label = f"Asked both; again {display_words.day(again.isoformat(), now)}"
        yield _Step(label, "asked", casework.pair_asked, (pair.id, again))


def _listed(context: WorkContext, item: WorklistItem, _: Behind, now: datetime) -> Iterable[_Step]:
    """What is printed: still so, or over."""
    today = _today(now).isoformat()
    if item.kind == LineKind.ROLE:
        role = casework.see(context, OpportunityRow, item.id)
        listed, over = role.status == ListingStatus.APPROVED, is_past(role, today)
    else:
        entry = casework.see(context, ServiceRow, item.id)
        listed, over = entry.status == ListingStatus.APPROVED, is_lapsed(entry, today)
    check, off = _CHECKED[item.kind]
    if listed and over:
        yield _Step("Take it off", "off", off, (item.id,), {"seen": ListingStatus.APPROVED})
    elif listed:
        yield _Step("Checked today", "checked", check, (item.id,))


_CHECKED: dict[LineKind, tuple[Callable[..., Any], Callable[..., Any]]] = {
    LineKind.ROLE: (casework.check_role, casework.withdraw_role),
    LineKind.SERVICE_DUE: (casework.check_service, casework.withdraw_service),
}


def _today(now: datetime) -> date:
    return now.astimezone(LONDON).date()


_Make = Callable[[WorkContext, WorklistItem, Behind, datetime], Iterable[_Step]]


def _none(*_: object) -> Iterable[_Step]:
    return ()


_OF_KIND: dict[LineKind, _Make] = {
    LineKind.PROPOSAL: _approve,
    LineKind.PROMISED: _approve,
    LineKind.NOT_RUNG: _asked,
    LineKind.OFFER_UNANSWERED: _asked,
    LineKind.MESSAGE_BACK: _asked,
    LineKind.MESSAGE_UNSURE: _unsure,
    LineKind.MESSAGE_BY_HAND: _none,
    LineKind.RESIDENT_TO_TELL: _resident,
    LineKind.VOLUNTEER_TO_TELL: _volunteer,
    LineKind.WAS_IT_DONE: _done,
    LineKind.PAIR_CHECK: _pair,
    LineKind.SERVICE_DUE: _listed,
    LineKind.ROLE: _listed,
    **dict.fromkeys(CALLS, _heard),
}
"""The steps of each kind of line that has any. A message to be passed on is read first: its step stands below it."""
_WORDS: dict[LineKind, str] = {
    LineKind.NOT_RUNG: "What to say, or ask by a message",
    LineKind.OFFER_UNANSWERED: "What to say, or ask by a message",
    LineKind.MESSAGE_BY_HAND: "Show the words",
    LineKind.RESIDENT_TO_TELL: "What to say, or tell them by a message",
    LineKind.WAS_IT_DONE: "Another day, or not given",
}
"""What unfolds below a line: the same as on its page."""


def _unfolds(context: WorkContext, item: WorklistItem, found: Behind) -> str | None:
    match = found.matches.get(item.id)
    words = _WORDS.get(item.kind) if match is not None else None
    if words is None or match is None or item.kind not in {LineKind.NOT_RUNG, LineKind.OFFER_UNANSWERED}:
        return words
    return words if casework.can(context.user, Verb.RANG, match) else None


def _panel(context: WorkContext, item: WorklistItem, match: MatchRow, now: datetime) -> None:
    found = casework.messages_about(context, [match.id])[match.id]
    need = casework.see(context, NeedRow, match.need_id)
    match item.kind:
        case LineKind.MESSAGE_BY_HAND:
            message_status.show(context, match, [m for m in found if m.status == MessageStatus.BY_HAND], now)
        case LineKind.RESIDENT_TO_TELL:
            resident = casework.see(context, ResidentRow, need.resident_id or "")
            telling_resident.draw(context, match, resident, found, now)
        case LineKind.WAS_IT_DONE:
            visit_notes.fields(match, now)
        case _:
            after_approval.what_to_say(context, match)
            volunteer = casework.see(context, VolunteerRow, match.volunteer_id)
            ask_by_message.ways(context, match, volunteer, found, now)
