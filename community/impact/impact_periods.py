"""The periods that figures are asked for: whole weeks, months and quarters, and the one that is under way."""

from dataclasses import dataclass
from datetime import date, timedelta

PERIODS = (
    "last_week",
    "this_week",
    "last_month",
    "this_month",
    "last_quarter",
    "this_quarter",
    "this_year",
    "twelve_months",
)
"""The names of the periods that need no dates."""
_MONTHS = {"month": 1, "quarter": 3}


@dataclass(frozen=True)
class Period:
    """Days of London, the first and the last of them included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Raise ValueError where the last day is before the first."""
        if self.last < self.first:
            raise ValueError("a period ends on its first day or later")

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_long(self) -> bool:
        """Whether it is looked at month by month, because it is longer than half a year."""
        return self.days > 184

    def whole_months(self) -> list[str]:
        """The months that lie in the period from their first day to their last, as `2026-11`."""
        first, found = _first_of(self.first - timedelta(days=1), 1), []
        while (follows := _first_of(first, 1)) <= self.last + timedelta(days=1):
            found.append(f"{first:%Y-%m}")
            first = follows
        return found

    def parts(self) -> list["Period"]:
        """The period week by week, from its first day on; month by month where it is long."""
        found, begins = [], self.first
        while begins <= self.last:
            follows = begins + timedelta(weeks=1) if not self.is_long else _first_of(begins, 1)
            found.append(Period(begins, min(self.last, follows - timedelta(days=1))))
            begins = follows
        return found


def period_named(name: str, today: date) -> Period:
    """The period of this name, as seen from `today`; one that is under way ends today. Raises KeyError."""
    if name == "this_year":
        return Period(date(today.year, 1, 1), today)
    if name == "twelve_months":
        return Period(_first_of(today, -12), _first_of(today, 0) - timedelta(days=1))
    which, kind = name.split("_") if name in PERIODS else ("", "")
    if kind == "week":
        begins = today - timedelta(days=today.weekday())
        return Period(begins, today) if which == "this" else Period(begins - timedelta(weeks=1), begins - timedelta(1))
    months = _MONTHS[kind]
    begins = _first_of(today, -((today.month - 1) % months))
    if which == "this":
        return Period(begins, today)
    return Period(_first_of(begins, -months), begins - timedelta(days=1))


def _first_of(day: date, months: int) -> date:
    """The first day of the month so many months later than the day's."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
