"""Help given: visits, the end of a match, a need that is met, and the pair that remains."""

from collections.abc import Collection
from datetime import date, timedelta

from community.book import Action, Row
from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole, close_request_if_all_done, matches_of
from community.casework.match_decisions import take_match
from community.casework.policies import check_day, check_state_allows
from community.casework.request_answers import check_reason
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.ids import derive

CHECK_AFTER = timedelta(weeks=4)
"""When somebody first asks a resident and a volunteer who go on together how it goes."""
LONGEST = 24 * 60


def done(desk: WorkContext, match_id: str, on: date, minutes: int | None = None, *, seen: str) -> Action:
    """Help was given on this day. Help wanted once is complete with it, and the need closed when all have helped.

    Raises NotNow for a day to come, for a visit of that day that is written down already, and for odd minutes.
    """

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "done", match_id, seen)
        need = deed.read("needs", match["need_id"])
        _visit(deed, match, need, on, "done", minutes)
        _keep_pair(deed, need, match, on)
        if need["recurs"] == "weekly":
            deed.move(match, "active")
            return
        deed.move(match, "completed")
        if need["status"] == "open" and _given(deed, need) >= (need["people"] or 1):
            close_need_whole(deed, need, "done")
            close_request_if_all_done(deed, need)

    return do(desk, "done", work)[0]


def not_given(desk: WorkContext, match_id: str, on: date, status: str, *, seen: str) -> Action:
    """A visit that came to nothing: the resident was `not_in`, or the volunteer did not come (`no_show`)."""

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "not_given", match_id, seen)
        if status not in {"not_in", "no_show"}:
            raise NotNow("Say whether the resident was not in, or the volunteer did not come.")
        _visit(deed, match, deed.read("needs", match["need_id"]), on, status, None)

    return do(desk, "not_given", work)[0]


def end(
    desk: WorkContext, match_id: str, reason: str | None = None, *, seen: str, heard: Collection[str] = ()
) -> Action:
    """The two stop: complete if help was given, else called off. The need stays open for somebody else.

    Both are put on Today, to be told, but for those who have `heard` of it (ids of people).
    """

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "end", match_id, seen)
        visits = deed.reader.rows("visits", lambda c: [c.match_id == match_id, c.status == "done"])
        deed.move(match, "completed" if visits else "cancelled")
        deed.set(match, "ended_reason", reason)

    return do(desk, "end", work, reason, heard)[0]


def cancel(
    desk: WorkContext, match_id: str, reason: str | None = None, *, seen: str, heard: Collection[str] = ()
) -> Action:
    """Call off what was approved or agreed. The need stays open for somebody else.

    Whoever knows of it is put on Today, to be told, but for those who have `heard` of it (ids of people).
    """

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "cancel", match_id, seen)
        deed.move(match, "cancelled")
        deed.set(match, "ended_reason", reason)

    return do(desk, "cancel", work, reason, heard)[0]


def close_need(desk: WorkContext, need_id: str, closed_reason: str, *, seen: str = "open") -> Action:
    """Close one need with a reason, and stop what was proposed or promised for it."""
    check_reason(closed_reason)

    def work(deed: UnitOfWork) -> None:
        need = deed.take("needs", need_id, seen)
        check_state_allows("close_need", need)
        close_need_whole(deed, need, closed_reason)
        close_request_if_all_done(deed, need)

    return do(desk, "close_need", work)[0]


def reopen_need(desk: WorkContext, need_id: str, *, seen: str = "closed") -> Action:
    """Open a need again: it was not met after all."""

    def work(deed: UnitOfWork) -> None:
        need = deed.take("needs", need_id, seen)
        check_state_allows("reopen_need", need)
        deed.move(need, "open")
        deed.set(need, "closed_reason", None)
        request = deed.reader.get("help_requests", need["request_id"]) if need["request_id"] else None
        if request is not None and request["status"] == "closed":
            deed.move(request, "triaged")
            deed.set(request, "closed_reason", None)

    return do(desk, "reopen_need", work)[0]


def pair_asked(desk: WorkContext, pair_id: str, again: date | None) -> Action:
    """Somebody asked both how it goes, and asks again on `again`; None: not again."""

    def work(deed: UnitOfWork) -> None:
        deed.set(deed.take("pairs", pair_id), "next_check", again)

    return do(desk, "pair_asked", work)[0]


def _visit(deed: UnitOfWork, match: Row, need: Row, on: date, status: str, minutes: int | None) -> None:
    check_day(on, deed.now)
    if minutes is not None and not 0 < minutes <= LONGEST:
        raise NotNow("The minutes must be between 1 and a whole day's.")
    visit_id = derive("T", match["id"], on.isoformat())
    if deed.reader.get("visits", visit_id) is not None:
        raise NotNow("That day's visit is written down already.")
    values = {
        "match_id": match["id"],
        "need_id": need["id"],
        "resident_id": need["resident_id"],
        "volunteer_id": match["volunteer_id"],
        "on": on,
        "minutes": minutes,
        "status": status,
    }
    deed.add("visits", values, visit_id)


def _keep_pair(deed: UnitOfWork, need: Row, match: Row, on: date) -> None:
    check = on + CHECK_AFTER if need["recurs"] == "weekly" else None
    values = {
        "resident_id": need["resident_id"],
        "volunteer_id": match["volunteer_id"],
        "since": on,
        "next_check": check,
    }
    deed.add("pairs", values, derive("J", str(need["resident_id"]), match["volunteer_id"]))


def _given(deed: UnitOfWork, need: Row) -> int:
    return sum(deed.status(m) == "completed" for m in matches_of(deed, need_id=need["id"]))
