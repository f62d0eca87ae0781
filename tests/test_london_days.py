"""A day is the day in London, not the one in Greenwich: in summer they differ for an hour of each night."""

import re
from pathlib import Path

import pytest

from tests.checkout import files, name

A_DAY_OF_UTC = re.compile(
    r"(?:now|_at|\bat|clock\(\)|now\((?!LONDON)[^()]*\)|moment\([^()]*\))\.date\(\)|\bdate\.today\(\)"
)
ITS_TIMES_ARE_OURS = "community/demo/"
"""The invented town lives by the clock on our wall; every other time is kept in UTC."""


def test_a_day_is_the_day_it_is_here() -> None:
    """In summer it is another for an hour of each night: a round of the new day stood on the page of the old one."""
    found = [
        f"{name(path)}, line {number}: {line.strip()}"
        for path in files("*.py")
        if not name(path).startswith(ITS_TIMES_ARE_OURS) and path.name != Path(__file__).name
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if A_DAY_OF_UTC.search(line)
    ]
    assert not found, "\n".join(["Take the day in London, as work_session.today does:", *found])


@pytest.mark.parametrize(
    "source",
    ["now.date()", "at.date()", "utc_now().date()", "datetime.now(UTC).date()", "self._clock().date()", "date.today()",
     "moment(row.at).date()", "started_at.date()"],
)  # fmt: skip
def test_a_day_of_greenwich_is_seen(source: str) -> None:
    assert A_DAY_OF_UTC.search(f"day = {source}")
