"""Checks of those on duty: whom the program tells of what, and what keeps it from telling them."""

from collections.abc import Iterator
from datetime import date, datetime, time

from community.commands.health import HealthFinding
from community.identity import phone_numbers
from community.settings import PersonOnDuty, Settings
from community.settings.duty_hours import is_on, is_theirs, may_tell_from, reachable
from community.tables.duty_reasons import DutyReason
from community.tables.message_codes import SendReason
from community.tables.roles import Duty
from community.wording import clock_words, first_upper, joined, when_words, wording

WHAT = "duty"


def look(settings: Settings, now: datetime) -> Iterator[HealthFinding]:
    """One finding for each person on duty, and what nobody hears of. Nothing is sent."""
    for mistake in settings.duty_mistakes:
        yield HealthFinding(WHAT, "wrong", f"{mistake}. Nobody is told by this part until it is mended.")
    if not settings.duty:
        if not settings.duty_mistakes:
            yield HealthFinding(WHAT, "well", "Nobody is told of what can't wait: it stands on Today (docs/duty.md).")
        return
    if settings.kept_in_sheet:
        words = "A spreadsheet keeps the book, so no worker runs and nobody on duty is told of anything."
        yield HealthFinding(WHAT, "wrong", words)
        return
    for one in settings.duty.values():
        yield _of_one(settings, one, now)
    if not settings.demo:
        yield from _gaps(settings)


def hears(one: PersonOnDuty) -> str:
    """Whom it is, by which way, in which hours, and of what: a sentence without address or number."""
    way = wording().way[one.way]
    return f"{first_upper(one.who)} hears by {way}, {_hours(one)}, of {_reasons(one.hears_of)}."


def _of_one(settings: Settings, one: PersonOnDuty, now: datetime) -> HealthFinding:
    words = hears(one)
    if settings.demo:
        return HealthFinding(WHAT, "well", f"{words} The invented town is open, and nothing of it is sent.")
    if not is_on(settings, one):
        words += " But that way is switched off in [messages], so they are told nothing (docs/messages.md)."
        return HealthFinding(WHAT, "wrong", words)
    if one.text and not any(number.texts and not number.doubtful for number in phone_numbers(one.text)):
        return HealthFinding(WHAT, "wrong", f"{words} {wording().send_reason[SendReason.BAD_NUMBER]}")
    begins = may_tell_from(one, settings.community, now)
    on = "On duty now." if is_theirs(one, settings.community, now) else f"Next {when_words(begins, now)}."
    return HealthFinding(WHAT, "well", f"{words} {on}")


def _gaps(settings: Settings) -> Iterator[HealthFinding]:
    told = reachable(settings).values()
    heard = {reason for one in told for reason in one.hears_of}
    wanted = [each for each in DutyReason if each != DutyReason.SYNC_STOPPED or settings.sheet_id is not None]
    if missing := [each for each in wanted if each not in heard]:
        yield HealthFinding(WHAT, "think", f"Nobody hears of {_reasons(missing)}.")
    of_concerns = [one for one in told if DutyReason.CONCERN in one.hears_of]
    for one in of_concerns:
        if not one.person:
            words = (
                f"{first_upper(one.who)} hears of concerns, also of one about whoever that is. If they stand in "
                "[[people]], add `person` with their name."
            )
            yield HealthFinding(WHAT, "think", words)
    chairs = {person.name for person in settings.people if person.safeguarding == Duty.CHAIR}
    if of_concerns and not any(one.person in chairs for one in of_concerns):
        words = "A concern about the lead or the director is the chair's alone, and no chair hears of concerns here."
        yield HealthFinding(WHAT, "think", words)


def _reasons(reasons: tuple[DutyReason, ...] | list[DutyReason]) -> str:
    return joined([wording().duty_reason[each] for each in reasons])


def _hours(one: PersonOnDuty) -> str:
    said = wording().phrase
    named = joined([wording().every_day[day] for day in one.days])
    days = said["on_days"].format(days=named) if named else said["every_day"]
    if one.hours_from is None or one.hours_until is None:
        return f"{days} {said['at_any_hour']}"
    return f"{days} {said['from_until'].format(begin=_clock(one.hours_from), end=_clock(one.hours_until))}"


def _clock(at: time) -> str:
    return clock_words(datetime.combine(date.min, at))
