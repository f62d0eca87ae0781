"""The requests for help of the invented town, as they came in: by the form, or taken down on the telephone."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from community.demo.demo_calendar import DAYS
from community.demo.demo_households import Household, add_household
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_phrases import Said, say
from community.demo.demo_town import Town
from community.tables.flags import Flag
from community.tables.row_types import HelpRequestRow
from community.tables.vocabulary import DAYS as WEEKDAYS
from community.tables.vocabulary import PARTS, Channel, ForWhom

TODAY, YESTERDAY = 0.012, 0.014
"""The share of all requests that came in this morning, and the day before."""
FLAGGED, FLAGGED_LATELY = 0.01, 0.2
"""How often something about the way a form came looks odd; often enough lately that somebody has to look."""
RETURNING = 0.28
"""How often a person who asks has asked before."""


@dataclass(frozen=True, eq=False)
class DemoRequest:
    """One request and who made it."""

    record: LedgerRecord[HelpRequestRow]
    household: Household
    before: "DemoRequest | None"
    """The request it repeats, where somebody sent it twice."""

    @property
    def first(self) -> "DemoRequest":
        """The first of those that say the same."""
        return self if self.before is None else self.before.first


def add_requests(town: Town, count: int) -> list[DemoRequest]:
    """So many requests, in the order they came in."""
    lots = town.lots("requests")
    asked: list[DemoRequest] = []
    known: list[Household] = []
    for day in _days(lots, town, count):
        repeats = asked[-1] if asked and lots.random() < 0.012 and asked[-1].record.at.date() == day else None
        if repeats:
            household = repeats.household
        elif known and lots.random() < RETURNING:
            household = lots.choice(known)
        else:
            household = add_household(lots, town, say(lots, town.settings))
            known.append(household)
        asked.append(_ask(lots, town, household, day, repeats))
    return asked


def _days(lots: random.Random, town: Town, count: int) -> list[date]:
    """The day of each request: fewer at weekends, more in the first weeks and of late, a handful this morning."""
    today = max(1, round(count * TODAY))
    yesterday = max(1, round(count * YESTERDAY))
    days = [town.calendar.first + timedelta(days=n) for n in range(DAYS - 1)]
    weights = [
        (0.4 if day.weekday() >= 5 else 1.0) * (1 + 0.8 * 0.96**n + (n > DAYS - 14)) for n, day in enumerate(days)
    ]
    drawn = lots.choices(days, weights, k=max(0, count - today - yesterday))
    last = town.calendar.today
    return sorted([*drawn, *[last - timedelta(days=1)] * yesterday, *[last] * today])[:count]


def _ask(lots: random.Random, town: Town, who: Household, day: date, repeats: DemoRequest | None) -> DemoRequest:
    channel = lots.choices([Channel.TELEPHONE, Channel.WEB, Channel.GOOGLE_FORM, Channel.SHEET], [50, 45, 3, 2])[0]
    if who.typed_oddly:
        channel = Channel.WEB
    hours = (9, 17) if channel == Channel.TELEPHONE else (7, 23)
    at = town.calendar.moment(lots, day, *hours)
    said = who.said if repeats or not who.asked else say(lots, town.settings, again=who.said)
    who.asked += 1
    recent = day >= town.calendar.today - timedelta(days=1)
    chance = FLAGGED_LATELY if recent else FLAGGED
    flags = (
        [lots.choice([Flag.TOO_FAST, Flag.TOO_MANY, Flag.HONEYPOT])]
        if channel == Channel.WEB and lots.random() < chance
        else []
    )
    values = town.submitted(
        "help_request",
        _answers(lots, who, said),
        channel=channel,
        at=at,
        flags=flags + [Flag.POSSIBLE_DOUBLE] * bool(repeats),
    )
    by = str(Channel.WEB if channel == Channel.GOOGLE_FORM else channel)
    by = town.call_handler(lots).name if channel == Channel.TELEPHONE else by
    return DemoRequest(town.came_in(HelpRequestRow, values, at=at, by=by), who, repeats)


def _answers(lots: random.Random, who: Household, said: Said) -> dict[str, str | list[str] | None]:
    """What one person answered on the form; few answer everything."""
    return {
        "for_whom": ForWhom.SOMEBODY_ELSE if who.referrer else ForWhom.MYSELF if lots.random() < 0.9 else None,
        "tasks": list(said.tasks),
        "details": said.words,
        "urgency": lots.choices(["whenever", "this_week", "two_days", "today", "unsure"], [34, 34, 14, 6, 12])[0],
        "slots": _slots(lots),
        "access_needs": who.access,
        # Most who write about health say that it may be kept; of the rest a person asks.
        "health_consent": ("no" if who.number % 25 == 0 else "yes") if who.access else None,
        "who_again": lots.choice(["Same lady as last time please", "Whoever came before"])
        if who.asked > 1 and lots.random() < 0.4
        else None,
        "languages": [c for c in who.languages if c != "welsh"],
        "languages.other": "Welsh" if "welsh" in who.languages else None,
        **(who.referrer or {}),
        "name": who.name,
        "telephone": who.telephone,
        "text_only": "yes" if who.text_only else None,
        "email": who.email,
        "address": who.address,
        "postcode": who.typed_postcode,
        "reach_by": who.reach_by,
    }


def _slots(lots: random.Random) -> list[str]:
    """When it suits: any time, or a few parts of a few days."""
    if lots.random() < 0.45:
        return ["any"]
    days = lots.sample(WEEKDAYS, lots.choice([1, 2, 3, 5]))
    parts = lots.sample(PARTS, lots.choice([1, 1, 2]))
    return [f"{day}_{part}" for day in days for part in parts]
