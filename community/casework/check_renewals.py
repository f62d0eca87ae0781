"""Which of somebody's checks are the ones to be renewed."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

C = TypeVar("C", bound=Mapping[str, Any])

LONGEST_CHECK = timedelta(days=3 * 365)
"""A check is renewed after three years at the latest. No law says when; it is what most organisations do."""


def latest_checks(checks: Iterable[C]) -> list[C]:
    """Of each volunteer, kind and level the check that runs out last; those that never run out are not among them.

    A check that was renewed is not due again, however long ago the one before it ran out; so it is where the one seen
    since has no day of renewal.
    """
    latest: dict[tuple[str, str, str], C] = {}
    endless: dict[tuple[str, str, str], str] = {}
    for row in checks:
        key = (row["volunteer_id"], row["kind"], row["level"] or "")
        if not row["renew_on"]:
            endless[key] = max(row["seen_on"] or "", endless.get(key, ""))
            continue
        if key not in latest or row["renew_on"] > latest[key]["renew_on"]:
            latest[key] = row
    return [row for key, row in latest.items() if key not in endless or (row["seen_on"] or "") > endless[key]]
