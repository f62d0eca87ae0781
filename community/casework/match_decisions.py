"""Decisions about matches: a coordinator looks at a proposal, approves it, chooses another volunteer, or says no."""

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.closing import matches_of, stop_match
from community.casework.policies import check_can_be_matched, places_left, room_left
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.canonical import sentences
from community.tables.row_types import MatchRow, MatchValues, NeedRow, VolunteerRow
from community.tables.statuses import MatchStatus, NeedStatus
from community.tables.verbs import Verb


def look_at(context: WorkContext, match_id: str) -> Action | None:
    """Note that a person has seen the proposal, so that no run of the matching replaces it. None if noted before."""
    if context.book.rows(MatchRow, lambda c: [c.id == match_id, c.seen_at.is_not(None)]):
        return None

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.LOOK_AT, match_id, None)
        if match.seen_at is None:
            unit.set(match, "seen_at", unit.at)

    return do(context, Verb.LOOK_AT, work)[0]


def approve(context: WorkContext, match_id: str, *, seen: str = MatchStatus.PROPOSED) -> Action:
    """Approve the proposal. Other proposals for the place, or more than the volunteer's week holds, are withdrawn.

    Raises NotNow when a hard rule now stands between the two, or the place is taken.
    """

    def work(unit: UnitOfWork) -> None:
        approve_within(unit, take_match(unit, Verb.APPROVE, match_id, seen))

    return do(context, Verb.APPROVE, work)[0]


def approve_within(unit: UnitOfWork, match: MatchRow) -> None:
    """Approve this proposal as a part of an action. Raises as `approve` does."""
    need, volunteer = unit.read(NeedRow, match.need_id), unit.read(VolunteerRow, match.volunteer_id)
    check_can_be_matched(unit, need, volunteer)
    unit.move(match, MatchStatus.APPROVED)
    _withdraw_what_is_too_many(unit, need, volunteer)


def choose_another(
    context: WorkContext, match_id: str, volunteer_id: str, *, seen: str = MatchStatus.PROPOSED
) -> Action:
    """Choose a volunteer other than the one proposed, and withdraw the proposal. `Action.ids` holds the new match."""

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.CHOOSE_ANOTHER, match_id, seen)
        if match.status != MatchStatus.PROPOSED:
            raise NotNow("This one is decided already. Call it off first.")
        need, volunteer = unit.read(NeedRow, match.need_id), unit.read(VolunteerRow, volunteer_id)
        if volunteer_id == match.volunteer_id:
            raise NotNow("This volunteer is the one proposed: approve the proposal.")
        unit.move(match, MatchStatus.SUPERSEDED)
        _choose(unit, need, volunteer)

    return do(context, Verb.CHOOSE_ANOTHER, work)[0]


def choose(context: WorkContext, need_id: str, volunteer_id: str, *, seen: str = NeedStatus.OPEN) -> Action:
    """Choose a volunteer for a need without a proposal. `Action.ids` holds the new match."""

    def work(unit: UnitOfWork) -> None:
        _choose(unit, unit.take(NeedRow, need_id, seen), unit.read(VolunteerRow, volunteer_id))

    return do(context, Verb.CHOOSE_ANOTHER, work)[0]


def decline(
    context: WorkContext, match_id: str, reason: str | None = None, *, seen: str = MatchStatus.PROPOSED
) -> Action:
    """Turn this volunteer down for this need: they are not proposed for it again."""

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.DECLINE, match_id, seen)
        unit.move(match, MatchStatus.DECLINED)
        unit.set(match, "ended_reason", reason)

    return do(context, Verb.DECLINE, work, reason)[0]


def take_match(unit: UnitOfWork, verb: Verb, match_id: str, seen: str | None) -> MatchRow:
    """The match that this action is about. Raises NotNow unless its status allows the action."""
    match = unit.take(MatchRow, match_id, seen)
    unit.read(NeedRow, match.need_id)  # the triage that made the need may have been taken back
    check_state_allows(verb, match)
    return match


def _choose(unit: UnitOfWork, need: NeedRow, volunteer: VolunteerRow) -> None:
    """Match the two, by their proposal where there is one."""
    why = check_can_be_matched(unit, need, volunteer)
    proposals = matches_of(unit, need_id=need.id)
    mine = [m for m in proposals if m.volunteer_id == volunteer.id and unit.status(m) == MatchStatus.PROPOSED]
    if mine:
        unit.move(mine[0], MatchStatus.APPROVED)
    else:
        status, words = MatchStatus.APPROVED, sentences(why)
        unit.add(MatchRow, MatchValues(need_id=need.id, volunteer_id=volunteer.id, status=status, why=words))
    _withdraw_what_is_too_many(unit, need, volunteer, added=not mine)


def _withdraw_what_is_too_many(
    unit: UnitOfWork, need: NeedRow, volunteer: VolunteerRow, *, added: bool = False
) -> None:
    """Withdraw proposals that no longer fit the need's places or the volunteer's week, those that cost most first."""
    for one, left in (
        (matches_of(unit, need_id=need.id), places_left(unit, need)),
        (matches_of(unit, volunteer_id=volunteer.id), room_left(unit, volunteer)),
    ):
        proposals = sorted(
            (m for m in one if unit.status(m) == MatchStatus.PROPOSED), key=lambda m: (m.cost or 0, m.id)
        )
        for match in proposals[max(left - added, 0) :]:
            stop_match(unit, match, None)
