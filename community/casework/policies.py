"""What the state of things allows, whoever asks. Who may is another question: see permissions."""

from collections.abc import Iterable

from community.book import Reader, Row
from community.casework.board import capacity, frames
from community.casework.cascade import matches_of
from community.casework.deed import Deed
from community.casework.errors import NotNow
from community.casework.statuses import LIVE
from community.matching import encode, why_not

FROM: dict[str, frozenset[str]] = {
    "triage": frozenset({"new", "no_answer", "triaged"}),
    "no_answer": frozenset({"new", "no_answer"}),
    "close_request": frozenset({"new", "no_answer", "triaged"}),
    "mark_duplicate": frozenset({"new", "no_answer", "triaged"}),
    "look_at": frozenset({"proposed"}),
    "approve": frozenset({"proposed"}),
    "decline": frozenset({"proposed"}),
    "rang": frozenset({"approved", "offered"}),
    "release": frozenset({"accepted", "active"}),
    "resident_told": frozenset({"accepted"}),
    "done": frozenset({"accepted", "active"}),
    "not_given": frozenset({"accepted", "active"}),
    "end": frozenset({"accepted", "active"}),
    "cancel": LIVE,
    "close_need": frozenset({"open"}),
    "reopen_need": frozenset({"closed"}),
    "approve_organisation": frozenset({"offered", "withdrawn"}),
    "withdraw_organisation": frozenset({"offered", "approved"}),
    "deal_with_contact": frozenset({"open"}),
}
"""By action, the statuses in which it may be done. An action that is not here is free of the status."""


def state_allows(verb: str, row: Row) -> bool:
    """Whether the record's status allows this action."""
    return verb not in FROM or row["status"] in FROM[verb]


def check_state_allows(verb: str, row: Row) -> None:
    """Raises NotNow unless the record's status allows this action."""
    if not state_allows(verb, row):
        raise NotNow(f"This is {row['status'].replace('_', ' ')} now, so it is too late, or too early, for that.")


def places_left(deed: Deed, need: Row) -> int:
    """How many places of the need nobody has."""
    held = [m for m in matches_of(deed, need_id=need["id"]) if deed.status(m) in holding(need)]
    return int(need["people"] or 1) - len(held)


def holding(need: Row) -> frozenset[str]:
    """The statuses of a match that hold a place. What is given every week goes on, so nobody completes it."""
    return LIVE if need["recurs"] == "weekly" else LIVE | {"completed"}


def room_left(deed: Deed, volunteer: Row) -> int:
    """How many more people the volunteer can help this week."""
    live = [m for m in matches_of(deed, volunteer_id=volunteer["id"]) if deed.status(m) in LIVE]
    return capacity(volunteer, len(live))


def check_can_be_matched(deed: Deed, need: Row, volunteer: Row) -> None:
    """Raises NotNow, in the matching's words, where a hard rule stands between the two, or no place or room is left.

    The same rules as for proposals, asked again at the moment of deciding: a check may have run out since.
    """
    if need["status"] != "open":
        raise NotNow("This need is closed.")
    if places_left(deed, need) <= 0:
        raise NotNow("Every place of this need is taken already.")
    if volunteer["status"] != "ready":
        raise NotNow("This volunteer is not ready to be asked.")
    board = frames(deed.reader, deed.desk.settings, deed.now, need_ids=[need["id"]], volunteer_ids=[volunteer["id"]])
    if board.needs.empty:
        raise NotNow("The hub's own people deal with this kind of help.")
    no = why_not(encode(board.volunteers, board.needs), need["id"], volunteer["id"])
    if no is not None:
        raise NotNow(no)


def check_whole(reader: Reader, need_ids: Iterable[str], volunteer_ids: Iterable[str]) -> None:
    """Raises NotNow where a need would have more helpers than places, or a volunteer more than they can do."""
    matches = reader.rows("matches", lambda c: [c.status.in_(LIVE | {"completed"})], order=None)
    for need in reader.rows("needs", lambda c: [c.id.in_(set(need_ids))]):
        if sum(m["need_id"] == need["id"] and m["status"] in holding(need) for m in matches) > (need["people"] or 1):
            raise NotNow("Somebody else has the place now. Call that off first.")
    for volunteer in reader.rows("volunteers", lambda c: [c.id.in_(set(volunteer_ids))]):
        live = sum(m["volunteer_id"] == volunteer["id"] and m["status"] in LIVE for m in matches)
        if live > (1 if volunteer["how_many"] is None else volunteer["how_many"]):
            raise NotNow("The volunteer has no room for it any more.")
