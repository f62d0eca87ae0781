"""Which of a volunteer's checks have to be renewed."""

from collections.abc import Iterable
from datetime import timedelta

from community.tables.row_types import CheckRow

LONGEST_CHECK = timedelta(days=3 * 365)
"""A check is renewed after three years at the latest. No law says when; it is what most organisations do."""


def latest_checks(checks: Iterable[CheckRow]) -> list[CheckRow]:
    """For each volunteer, kind and level, the check that runs out last, unless one seen since never runs out.

    A check that was renewed is not due again, however long ago the one before it ran out.
    """
    latest: dict[tuple[str, str, str], CheckRow] = {}
    endless: dict[tuple[str, str, str], str] = {}
    for row in checks:
        key = (row.volunteer_id, row.kind or "", row.level or "")
        if not row.renew_on:
            endless[key] = max(row.seen_on or "", endless.get(key, ""))
            continue
        if key not in latest or row.renew_on > (latest[key].renew_on or ""):
            latest[key] = row
    return [row for key, row in latest.items() if key not in endless or (row.seen_on or "") > endless[key]]
