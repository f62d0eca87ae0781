"""Deciding who helps whom: a coordinator looks at a proposal, approves it, chooses somebody else, or says no."""

from community.book import Action, Row
from community.casework.casework_errors import NotNow
from community.casework.closing import matches_of, stop
from community.casework.policies import check_can_be_matched, check_state_allows, places_left, room_left
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext


def look_at(desk: WorkContext, match_id: str) -> Action | None:
    """Note that a person has seen the proposal: no run of the matching replaces it any more. None if noted before."""
    if desk.book.rows("matches", lambda c: [c.id == match_id, c.seen_at.is_not(None)]):
        return None

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "look_at", match_id, None)
        if match["seen_at"] is None:
            deed.set(match, "seen_at", deed.at)

    return do(desk, "look_at", work)[0]


def approve(desk: WorkContext, match_id: str, *, seen: str = "proposed") -> Action:
    """Choose this volunteer. Other proposals for the place, or beyond the volunteer's week, are withdrawn.

    Raises NotNow when a hard rule stands between the two by now, or the place is taken.
    """

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "approve", match_id, seen)
        need, volunteer = deed.read("needs", match["need_id"]), deed.read("volunteers", match["volunteer_id"])
        check_can_be_matched(deed, need, volunteer)
        deed.move(match, "approved")
        _withdraw_what_is_too_many(deed, need, volunteer)

    return do(desk, "approve", work)[0]


def choose_another(desk: WorkContext, match_id: str, volunteer_id: str, *, seen: str = "proposed") -> Action:
    """Choose another volunteer than the proposed one. The proposal is withdrawn. `Action.ids` holds the new match."""

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "choose_another", match_id, seen)
        if match["status"] != "proposed":
            raise NotNow("This one is decided already. Call it off first.")
        need, volunteer = deed.read("needs", match["need_id"]), deed.read("volunteers", volunteer_id)
        if volunteer_id == match["volunteer_id"]:
            raise NotNow("This volunteer is the one proposed: approve the proposal.")
        deed.move(match, "superseded")
        _choose(deed, need, volunteer)

    return do(desk, "choose_another", work)[0]


def choose(desk: WorkContext, need_id: str, volunteer_id: str, *, seen: str = "open") -> Action:
    """Choose a volunteer for a need without a proposal. `Action.ids` holds the new match."""

    def work(deed: UnitOfWork) -> None:
        _choose(deed, deed.take("needs", need_id, seen), deed.read("volunteers", volunteer_id))

    return do(desk, "choose_another", work)[0]


def decline(desk: WorkContext, match_id: str, reason: str | None = None, *, seen: str = "proposed") -> Action:
    """Not this volunteer for this need: they are not proposed for it again."""

    def work(deed: UnitOfWork) -> None:
        match = take_match(deed, "decline", match_id, seen)
        deed.move(match, "declined")
        deed.set(match, "ended_reason", reason)

    return do(desk, "decline", work, reason)[0]


def take_match(deed: UnitOfWork, verb: str, match_id: str, seen: str | None) -> Row:
    """The match somebody acts on, in a status that allows it."""
    match = deed.take("matches", match_id, seen)
    deed.read("needs", match["need_id"])  # the triage that made the need may have been taken back
    check_state_allows(verb, match)
    return match


def _choose(deed: UnitOfWork, need: Row, volunteer: Row) -> None:
    """Match the two, by their proposal where there is one."""
    why = ". ".join(check_can_be_matched(deed, need, volunteer))
    proposals = matches_of(deed, need_id=need["id"])
    mine = [m for m in proposals if m["volunteer_id"] == volunteer["id"] and deed.status(m) == "proposed"]
    if mine:
        deed.move(mine[0], "approved")
    else:
        pair = {"need_id": need["id"], "volunteer_id": volunteer["id"]}
        deed.add("matches", pair | {"status": "approved", "why": why})
    _withdraw_what_is_too_many(deed, need, volunteer, added=not mine)


def _withdraw_what_is_too_many(deed: UnitOfWork, need: Row, volunteer: Row, *, added: bool = False) -> None:
    """Withdraw the dearest proposals for which the need has no place, or the volunteer no room, any more."""
    for one, left in (
        (matches_of(deed, need_id=need["id"]), places_left(deed, need)),
        (matches_of(deed, volunteer_id=volunteer["id"]), room_left(deed, volunteer)),
    ):
        proposals = sorted((m for m in one if deed.status(m) == "proposed"), key=lambda m: (m["cost"] or 0, m["id"]))
        for match in proposals[max(left - added, 0) :]:
            stop(deed, match, None)
