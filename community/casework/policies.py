"""What the state of the records allows, the same for every user. Who may do it is for `permissions` to say."""

from datetime import date, datetime, timedelta

from community.book import Reader, among
from community.casework.absences import away, is_covered_for
from community.casework.casework_errors import NotNow
from community.casework.closing import matches_of
from community.casework.concern_caution import check_may_be_asked
from community.casework.first_visits import check_two_wanted
from community.casework.resident_identity import resident_in
from community.casework.unit_of_work import UnitOfWork
from community.casework.volunteer_offers import capacity
from community.identity import likeness, people_in
from community.settings import Settings
from community.tables.canonical import LONDON
from community.tables.row_types import HelpRequestRow, MatchRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import GOING_ON, GONE, LIVE, MatchStatus, NeedStatus, RequestStatus, VolunteerStatus
from community.tables.vocabulary import Recurs

A_YEAR = timedelta(days=366)
"""The longest time for which a record or a line of Today may be put off; what can wait for longer is to be closed."""
LATEST_DAY = A_YEAR - timedelta(days=2)
"""How far ahead a page lets the user choose a day: within the year at any hour, and across a change of the clocks."""


def check_day(day: object, now: datetime) -> None:
    """Raises NotNow unless this is a day that has come, London time."""
    if not isinstance(day, date) or isinstance(day, datetime):
        raise NotNow("Say which day.")
    if day > now.astimezone(LONDON).date():
        raise NotNow("That day has not come yet.")


def places_left(unit: UnitOfWork, need: NeedRow) -> int:
    """How many places of the need nobody has. The place of a volunteer who is away counts: it is to be covered."""
    held = [m for m in matches_of(unit, need_id=need.id) if unit.status(m) in holding(need)]
    gone = away(unit.reader, unit.now, {m.volunteer_id for m in held})
    return int(need.people or 1) - sum(not is_covered_for(m, gone, unit.status(m)) for m in held)


def holding(need: NeedRow) -> frozenset[str]:
    """The statuses in which a match holds a place of this need. Weekly help goes on, so a completed match frees it."""
    return LIVE if need.recurs == Recurs.WEEKLY else LIVE | {MatchStatus.COMPLETED}


def room_left(unit: UnitOfWork, volunteer: VolunteerRow) -> int:
    """How many more people the volunteer can help this week."""
    live = [m for m in matches_of(unit, volunteer_id=volunteer.id) if unit.status(m) in LIVE]
    return capacity(volunteer, len(live))


def check_can_be_matched(unit: UnitOfWork, need: NeedRow, volunteer: VolunteerRow) -> list[str]:
    """The reasons for this pair, in words. Raises NotNow where a hard rule forbids it, or no place is left.

    These are the rules for proposals, applied again at the moment of deciding, because a check may have run out since.
    """
    # pandas and the solvers behind these two rooms take half a second, and most programs never ask such a rule.
    from community.casework.board_frames import frames_of_two
    from community.casework.board_rows import by_volunteers
    from community.matching import encode, why_not

    if need.status != NeedStatus.OPEN:
        raise NotNow("This need is closed.")
    if places_left(unit, need) <= 0:
        raise NotNow("Every place of this need is taken already.")
    if volunteer.status != VolunteerStatus.READY:
        raise NotNow("This volunteer is not ready to be asked.")
    check_may_be_asked(unit.reader, volunteer.id)
    _check_two_people(unit.reader, need, volunteer)
    mine = [m for m in matches_of(unit, need_id=need.id) if m.volunteer_id == volunteer.id]
    if any(unit.status(m) in holding(need) for m in mine):
        raise NotNow("This volunteer has a place of this need already.")
    settings = unit.context.settings
    if not by_volunteers(need, settings):
        raise NotNow("The hub's own people deal with this kind of help.")
    check_two_wanted(unit.reader, settings, need, volunteer.id)
    two = frames_of_two(unit.reader, settings, unit.now, need, volunteer.id)
    board = encode(two.volunteers, two.needs)
    no = why_not(board, need.id, volunteer.id)
    if no is not None:
        raise NotNow(no)
    return two.reasons(board, need.id, volunteer.id)


def _check_two_people(reader: Reader, need: NeedRow, volunteer: VolunteerRow) -> None:
    """Raises NotNow where somebody who volunteers and is helped would be sent to their own door, or to their home."""
    resident = reader.get(ResidentRow, need.resident_id) if need.resident_id else None
    if resident is None:
        return
    helps = next((each for each in people_in(volunteer.table, volunteer) if each.part == "volunteer"), None)
    helped = resident_in(resident)
    found = likeness(helps, helped) if helps and helped else None
    if found and found.near_name and {"telephone", "email"} & {*found.facts}:
        raise NotNow(
            "The volunteer seems to be the very person who asks, or of their household: name, and telephone or email, "
            "are the same. Choose somebody else."
        )


def check_may_go_on(reader: Reader, settings: Settings, now: datetime, match: MatchRow) -> None:
    """Raises NotNow where a hard rule now forbids a match that was approved earlier.

    Places and the volunteer's room are not looked at: this match has its place. But answers may have been corrected
    since, and a check may have run out.
    """
    from community.casework.board_frames import frames_of_two
    from community.casework.board_rows import by_volunteers
    from community.matching import encode, why_not

    need, volunteer = reader.get(NeedRow, match.need_id), reader.get(VolunteerRow, match.volunteer_id)
    if need is None or volunteer is None:
        raise NotNow("A record that belongs to this one is no longer there.")
    check_may_be_asked(reader, volunteer.id)
    if not by_volunteers(need, settings):
        return
    two = frames_of_two(reader, settings, now, need, volunteer.id)
    no = why_not(encode(two.volunteers, two.needs).with_room(), need.id, volunteer.id)
    if no is not None:
        raise NotNow(no)


def check_whole(reader: Reader, now: datetime, need_ids: set[str], volunteer_ids: set[str]) -> None:
    """Raises NotNow where the book would contradict itself about these needs and volunteers.

    That is: a need with more volunteers than places (not counting those who are away), or still helped though closed; a
    request closed before its needs; a volunteer with more than they can do, two places of one need, or who has left.
    """
    for need in reader.rows(NeedRow, lambda c: [among(c.id, need_ids)]):
        matches = reader.rows(MatchRow, lambda c: [c.need_id == need.id])  # noqa: B023 (read at once)
        held = [m.volunteer_id for m in matches if m.status in holding(need)]
        gone = away(reader, now, held)
        if sum(m.status in holding(need) and not is_covered_for(m, gone) for m in matches) > (need.people or 1):
            raise NotNow("Somebody else has the place now. Call that off first.")
        # Whoever stood in two records may have come as both: what is over stays, and stops nothing.
        if any(m.status in LIVE and held.count(m.volunteer_id) > 1 for m in matches):
            raise NotNow("The volunteer has a place of this need already.")
        if need.status == NeedStatus.CLOSED and any(m.status in GOING_ON for m in matches):
            raise NotNow("The need has been closed since. Open it first.")
        request = reader.get(HelpRequestRow, need.request_id) if need.request_id else None
        if need.status == NeedStatus.OPEN and request is not None and request.status == RequestStatus.CLOSED:
            raise NotNow("The request has been closed since.")
    for volunteer in reader.rows(VolunteerRow, lambda c: [among(c.id, volunteer_ids)]):
        matches = reader.rows(MatchRow, lambda c: [c.volunteer_id == volunteer.id])  # noqa: B023
        live = sum(m.status in LIVE for m in matches)
        if live > capacity(volunteer, 0):
            raise NotNow("The volunteer has no room for it any more.")
        if live and volunteer.status in GONE:
            raise NotNow("The volunteer has left since.")
