"""The second pages of what a volunteer reports: help was given, nobody opened, a worry; and what was typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

import structlog

from community import casework
from community.casework import VisitSeen, WorkContext
from community.tables.canonical import LONDON, typed_day
from community.tables.statuses import VisitStatus
from community.wording import weekday_words
from intake.link_pages import GoOn, LinkPage, LinkVisit
from intake.link_parts import (
    TICK,
    answer_form,
    box_html,
    choice_html,
    chosen_html,
    errors_html,
    hidden_html,
    is_touched,
    pick_html,
    ring_html,
    touch_form,
    typed_html,
)
from intake.report_notes import ReportNote, harm_link, when_shut

_log = structlog.get_logger(__name__)
ON, MINUTES, MILES, WORRIED, AGAIN, WHAT = "on", "minutes", "miles", "worried", "again", "what"
"""The names of the fields."""
_ALL, _ONLY = "all", "only-"
"""What is called off: the help; or a visit, before its day."""
DAYS_BACK = 7
"""So many days back a visit is reported here; of what is longer ago, we want to hear by telephone."""


class ReportStep(StrEnum):
    """What can be reported, each with a second page of its own."""

    GIVEN = "given"
    NOBODY = "nobody"
    OFF = "off"
    WORRY = "worried"
    """They are worried about somebody: taken once the help is over, as nothing else reports it then."""


@dataclass(frozen=True)
class _Typed:
    """What was typed, and what is wrong with it: field -> words."""

    visit: casework.Visit
    wrong: dict[str, str] = field(default_factory=dict)
    alone: bool = False
    """One visit is called off, and the help goes on."""


def report_page(
    context: WorkContext,
    seen: VisitSeen,
    step: ReportStep,
    *,
    typed: LinkVisit | None = None,
    wrong: Mapping[str, str] | None = None,
) -> LinkPage:
    """The second page of a report. `typed`: what was typed; `wrong`: the errors in words, by field or under none."""
    community, wrong = context.settings.community, wrong or {}
    match step:
        case ReportStep.GIVEN:
            heading, button = "Help was given?", "Send this"
            inside = _day(context, typed, wrong) + _given(context, seen, typed, wrong)
            above, box = "", "Yes, help was given that day"
        case ReportStep.NOBODY:
            heading, button = "Nobody opened?", "Send this"
            above = (
                "<p>If you think that they are in danger, ring <strong>999</strong> now. Have you knocked, rung the "
                "bell and waited, as the page of your visit says? Then ring us as well as sending this. We find out "
                f"whether they are safe.{when_shut(context)}</p>"
            )
            inside, box = _day(context, typed, wrong), "Yes, nobody opened"
        case ReportStep.OFF:
            heading, button = "You can’t go after all?", "Call it off"
            above, inside, box = f"<p>{_ALL_RIGHT}</p>", _which(seen, typed, wrong), "I can’t go after all"
        case ReportStep.WORRY:
            heading, button = "Are you worried about them?", "Tell us"
            above = (
                "<p>If you think that they are in danger, ring <strong>999</strong> now. We then ring you and ask what "
                f"you saw.{when_shut(context)}</p>{harm_link(context)}"
            )
            inside, box = "", "Yes, I am worried about them"
    form = answer_form(inside + box_html(box, unsure=TICK in wrong), step, button)
    return LinkPage(heading, errors_html(wrong) + above + form + ring_html(community), bool(wrong))


def send_report(
    context: WorkContext, visit: LinkVisit, seen: VisitSeen, step: ReportStep, *, late: bool = False
) -> LinkPage | GoOn:
    """What comes of a report that was sent: the way on, or its page with the errors and what was typed.

    `late`: the help is over, so what is not taken can't be put right on its page.
    """
    typed = _typed(context, visit, seen, step)
    wrong = dict(typed.wrong)
    if not visit.ticked(TICK) and not (step is ReportStep.OFF and is_touched(visit, context.clock())):
        wrong[TICK] = "Tick the box"
    if not wrong:
        try:
            if _report(context, visit.message_id, step, typed.visit, alone=typed.alone):
                _log.info("visit_reported", message=visit.message_id, report=step)
                return GoOn(ReportNote.NOT_THEN if typed.alone else _note(step, typed.visit, late=late))
            wrong[""] = (
                "We have not taken this yet. It came so fast that a mail program may have sent it. Please wait a "
                "quarter of a minute, and send it once more."
            )
        except casework.LinkClosed:
            raise
        except casework.NotNow as error:
            if late:
                return GoOn(ReportNote.UNTAKEN)
            wrong[""] = str(error)
    return report_page(context, seen, step, typed=visit, wrong=wrong)


def _report(context: WorkContext, message_id: str, step: ReportStep, visit: casework.Visit, *, alone: bool) -> bool:
    if step is ReportStep.OFF:
        return (
            casework.cannot_come_then(context, message_id, visit.on)
            if alone
            else casework.cannot_come(context, message_id)
        )
    if step is ReportStep.WORRY:
        return casework.tell_worry(context, message_id)
    status = VisitStatus.DONE if step is ReportStep.GIVEN else VisitStatus.NOT_IN
    return casework.report_visit(context, message_id, status, visit)


def _note(step: ReportStep, visit: casework.Visit, *, late: bool) -> ReportNote:
    if step is ReportStep.WORRY:
        return ReportNote.LATE_WORRY
    if step is ReportStep.GIVEN and visit.worried:
        return ReportNote.LATE_WORRY if late else ReportNote.WORRY
    if step is ReportStep.GIVEN:
        return ReportNote.THANKS
    return ReportNote.DOOR if step is ReportStep.NOBODY else ReportNote.CALLED_OFF


def _typed(context: WorkContext, visit: LinkVisit, seen: VisitSeen, step: ReportStep) -> _Typed:
    wrong: dict[str, str] = {}
    if step is ReportStep.OFF and seen.next_on:
        day = typed_day(visit.sent(WHAT).removeprefix(_ONLY)) if visit.sent(WHAT).startswith(_ONLY) else None
        unsaid = {} if day or visit.sent(WHAT) == _ALL else {WHAT: "Say whether it is that day alone"}
        return _Typed(casework.Visit(day or _today(context)), unsaid, alone=day is not None)
    if step in {ReportStep.OFF, ReportStep.WORRY}:
        return _Typed(casework.Visit(_today(context)))
    on = typed_day(visit.sent(ON))
    if on not in _days(context):
        wrong[ON] = "Choose the day"
    if step is ReportStep.NOBODY:
        return _Typed(casework.Visit(on or _today(context)), wrong)
    minutes, miles, again = (visit.sent(name).strip() for name in (MINUTES, MILES, AGAIN))
    if minutes and not re.fullmatch(r"[0-9]{1,4}", minutes):
        wrong[MINUTES] = "Write the minutes in figures, such as 45"
    if miles and not re.fullmatch(r"[0-9]{1,4}([.,][0-9]{1,2})?", miles):
        wrong[MILES] = "Write the miles in figures, such as 2.5"
    if again and typed_day(again) is None:
        wrong[AGAIN] = "Write the day of the next visit as 24/12/2026"
    if wrong:
        return _Typed(casework.Visit(on or _today(context)), wrong)
    return _Typed(
        casework.Visit(
            on or _today(context),
            int(minutes) if minutes else None,
            float(miles.replace(",", ".")) if miles else None,
            visit.ticked(WORRIED),
            typed_day(again),
        )
    )


_ALL_RIGHT = (
    "That is all right, and it is good that you say so. <strong>We ring the person</strong> if they expect you. You "
    "need not. If you can’t help with this any more, we look for somebody else."
)


def off_html(seen: VisitSeen, now: datetime) -> str:
    """The buttons by which a volunteer who can't go after all says so with one touch: that day alone, or at all."""
    if seen.next_on is None:
        forms = touch_form(ReportStep.OFF, "I can’t go after all", now)
    else:
        forms = "".join(
            touch_form(ReportStep.OFF, words, now, hidden_html(WHAT, what)) for what, words in _off_lines(seen).items()
        )
    return f'<section class="cc-after"><h2>Can’t go after all?</h2><p>{_ALL_RIGHT}</p>{forms}</section>'


def _off_lines(seen: VisitSeen) -> dict[str, str]:
    """What may be called off, where a day is agreed. Whoever means the help must not press what means that day."""
    day = weekday_words(date.fromisoformat(seen.next_on or ""))
    goes_on = f"Not on {day}, but on another day" if seen.next_is_first else f"Not on {day}. After that I go on"
    return {f"{_ONLY}{seen.next_on}": goes_on, _ALL: "I can’t help with this any more"}


def _which(seen: VisitSeen, typed: LinkVisit | None, wrong: Mapping[str, str]) -> str:
    """Whether the next visit alone is called off, or the help; nothing where no day is agreed."""
    if seen.next_on is None:
        return ""
    picked = typed.sent(WHAT) if typed else ""
    return pick_html(WHAT, "What do you call off?", _off_lines(seen), picked=picked, error=wrong.get(WHAT, ""))


def _today(context: WorkContext) -> date:
    return context.clock().astimezone(LONDON).date()


def _days(context: WorkContext) -> list[date]:
    """The days that can be reported, the latest first."""
    return [_today(context) - timedelta(days=back) for back in range(DAYS_BACK + 1)]


def _day(context: WorkContext, typed: LinkVisit | None, wrong: Mapping[str, str]) -> str:
    names = {0: "Today", 1: "Yesterday"}
    days = {day.isoformat(): names.get(back, weekday_words(day)) for back, day in enumerate(_days(context))}
    chosen = typed.sent(ON) if typed else next(iter(days))
    return chosen_html(ON, "Which day?", days, chosen=chosen, error=wrong.get(ON))


def _given(context: WorkContext, seen: VisitSeen, typed: LinkVisit | None, wrong: Mapping[str, str]) -> str:
    said = {name: typed.sent(name) if typed else "" for name in (MINUTES, MILES, AGAIN)}
    figures = 'inputmode="{}" autocomplete="off"'
    minutes = typed_html(
        MINUTES,
        "How many minutes, about?",
        optional=True,
        value=said[MINUTES],
        error=wrong.get(MINUTES),
        attributes=figures.format("numeric"),
    )
    miles = typed_html(
        MILES,
        "How many miles did you drive?",
        optional=True,
        value=said[MILES],
        error=wrong.get(MILES),
        attributes=figures.format("decimal"),
    )
    again = typed_html(
        AGAIN,
        "We agreed that I come again on" if seen.in_person else "We agreed that I ring again on",
        hint="Then we know that it goes on. Without a day, help that was wanted once is complete.",
        optional=True,
        kind="date",
        value=said[AGAIN],
        error=wrong.get(AGAIN),
        attributes='autocomplete="off"',
    )
    worried = choice_html(
        WORRIED,
        "I am worried about them",
        hint="We then ring you and ask what you saw. If they are in danger now, ring 999 first." + when_shut(context),
        ticked=typed is not None and typed.ticked(WORRIED),
    )
    return f"{minutes}{miles if seen.in_person else ''}{again}{worried}{harm_link(context)}"
