"""Explanations of the matching: why this volunteer, why not that one, and why nobody."""

from collections.abc import Collection

from community.casework.board_frames import frames_of_some
from community.casework.board_rows import by_volunteers
from community.casework.concern_caution import SPEAK_FIRST, gets_no_offers
from community.casework.proposing import Unmatched, left_over
from community.casework.records_seen import see_all
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.casework.whole_board import whole_board
from community.matching import encode, why_not
from community.tables.canonical import split_sentences
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import VolunteerStatus


def why_matched(context: WorkContext, match_id: str) -> tuple[str, ...]:
    """The reasons for a match, in words, as they were when it was proposed or chosen."""
    with looking(context) as visible:
        return split_sentences(visible.get(MatchRow, match_id).why)


def why_not_any(
    context: WorkContext, need_id: str, volunteer_ids: Collection[str], *, again: bool = False
) -> dict[str, str | None]:
    """By volunteer, the first hard rule that forbids them this need, in words; None where none does. One board for all.

    With `again`, an earlier no between the two does not count: a person may ask once more.
    Raises NotFound when the need or one of the volunteers is out of sight.
    """
    with looking(context) as visible:
        need = visible.get(NeedRow, need_id)
        people = {one: visible.get(VolunteerRow, one) for one in volunteer_ids}
        if not by_volunteers(need, context.settings):
            hub_s = "The hub's own people deal with this kind of help."
            return {one: hub_s if v.status == VolunteerStatus.READY else _NOT_READY for one, v in people.items()}
        not_now = gets_no_offers(visible.reader)
        ready = [one for one, v in people.items() if v.status == VolunteerStatus.READY and one not in not_now]
        some = frames_of_some(visible.reader, context.settings, context.clock(), need, ready, again=again)
    board = encode(some.volunteers, some.needs)
    no = {one: why_not(board, need_id, one, pinned=some.pinned) for one in ready}
    return {one: no.get(one) if one in no else f"{SPEAK_FIRST}." if one in not_now else _NOT_READY for one in people}


def why_unmatched(context: WorkContext, need_id: str) -> Unmatched | None:
    """Why nobody would be left for this need if the whole board were matched now, and the cheapest remedy.

    None where somebody is free, or the need is out of sight.
    """
    if not see_all(context, NeedRow, lambda c: [c.id == need_id]):
        return None
    whole = whole_board(context, keep_seen=True)
    found = whole.found
    if len(found.board.needs.ids) * len(found.board.volunteers.ids) > _FEW_PAIRS:
        told = left_over(found.unmatched_of([need_id]))
    else:
        told = left_over(found.unmatched)
        whole.remedies.clear()
    whole.remedies.pop(need_id, None)
    whole.remedies.update({each.need_id: each.remedy for each in told})
    return next((each for each in told if each.need_id == need_id), None)


_FEW_PAIRS = 5_000_000
"""Up to here the reasons for all needs are worked out at once, in about a tenth of a second; beyond, for one alone."""
_NOT_READY = "This volunteer is not ready to be asked."
