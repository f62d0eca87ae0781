"""Needs that nobody is found for or whose help is missing, and their matches that wait for a call."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from community.book import Where
from community.casework.absences import is_left_by_the_erased, is_missing
from community.casework.board_rows import by_volunteers
from community.casework.need_stages import empty_places
from community.casework.policies import holding
from community.casework.worklist.known_pairs import KnownPair, known_pair, read_ahead_of_two
from community.casework.worklist.line_facts import of_match, of_need
from community.casework.worklist.match_items import (
    checks_missing,
    corrected_in_sheet,
    is_on_its_way,
    volunteer_to_tell,
    was_it_done,
)
from community.casework.worklist.message_items import last_offer
from community.casework.worklist.worklist_item import URGENT, WorklistItem, people, told
from community.casework.worklist.worklist_part import Piece, Shared, WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import (
    CheckRow,
    ContactRow,
    MatchRow,
    MessageRow,
    NeedRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import AGREED, GOING_ON, LIVE, MatchStatus, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import URGENCIES, LineKind
from community.wording import first_upper

_CALLS: dict[str, tuple[LineKind, Verb, str]] = {
    MatchStatus.APPROVED: (LineKind.NOT_RUNG, Verb.RANG, "Ring {volunteer}"),
    MatchStatus.OFFERED: (LineKind.NOT_RUNG, Verb.RANG, "Hear what {volunteer} says"),
    MatchStatus.ACCEPTED: (LineKind.RESIDENT_TO_TELL, Verb.RESIDENT_TOLD, "Tell {resident} that {volunteer} comes"),
}


@dataclass(frozen=True)
class ToDecide(Shared):
    """A proposal to decide."""

    match: MatchRow = field(repr=False)
    need: NeedRow = field(repr=False)
    known: KnownPair | None = None
    """The two, where they know each other."""


def _open(_: View) -> Where:
    return lambda c: [c.status == NeedStatus.OPEN]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    look = view.visible.look
    look.read_ahead(NeedRow, ids)
    needs = [look.get(NeedRow, one) for one in ids]
    look.read_ahead(ResidentRow, [need.resident_id for need in needs if need is not None])
    matches = look.read_ahead_of(MatchRow, "need_id", ids)
    read_ahead_of_two(view, needs, matches)
    look.read_ahead_of(ContactRow, "about", ids)
    view.agreed_once(m.id for m in matches if m.status == MatchStatus.CANCELLED)
    going = [m for m in matches if m.status in GOING_ON]
    view.read_volunteers(m.volunteer_id for m in going)
    live = [m for m in going if m.status in LIVE]
    look.read_ahead_of(MessageRow, "about", [m.id for m in live])
    look.read_ahead_of(CheckRow, "volunteer_id", [m.volunteer_id for m in live])
    look.read_ahead_of(VisitRow, "match_id", [m.id for m in live if m.status == MatchStatus.ACTIVE])


def _pieces(view: View, need_id: str) -> Iterator[Piece]:
    """The lines about an open need and its matches. Matches that are asked by a message have lines elsewhere."""
    need = view.visible.get(NeedRow, need_id)
    matches = view.visible.of(MatchRow, "need_id", need_id)
    here = [m for m in matches if m.status in GOING_ON and not _is_covered_for(view, m)]
    completed = sum(m.status == MatchStatus.COMPLETED for m in matches)
    given = completed if MatchStatus.COMPLETED in holding(need) else 0
    yield from _covers(view, need, matches, here, given) or _of_places(view, need, here, given)
    for match in matches:
        if match.status in _CALLS and not _is_written_to(view, match):
            kind, verb, words = _CALLS[match.status]
            if view.may(verb):
                asks = verb is Verb.RESIDENT_TOLD
                whom = (ResidentRow, need.resident_id) if asks else (VolunteerRow, match.volunteer_id)
                yield of_match(view, match, need, kind, words, whom)
        if match.status == MatchStatus.PROPOSED and view.has_come(need.hold_until) and view.may(Verb.APPROVE):
            yield ToDecide(match, need, known_pair(view, match, need))
        if match.status in LIVE:
            if not _is_covered_for(view, match):
                yield from volunteer_to_tell(view, match, need)
            yield from was_it_done(view, match, need)
            yield from checks_missing(view, match, need)
            yield from corrected_in_sheet(view, match, need)


NEEDS = WorklistPart(NeedRow, _open, _pieces, _read_ahead)


def _is_covered_for(view: View, match: MatchRow) -> bool:
    """Whether somebody else may have the place meanwhile: see `absences.is_covered_for`."""
    return match.status in AGREED and view.is_away(match.volunteer_id)


def _is_written_to(view: View, match: MatchRow) -> bool:
    """Whether a message asks the volunteer of this match, or tells the resident of it."""
    if match.status == MatchStatus.OFFERED:
        return last_offer(view, match.id) is not None
    return match.status == MatchStatus.ACCEPTED and is_on_its_way(view, match.id, MessageKind.WHO_COMES)


def _covers(view: View, need: NeedRow, matches: list[MatchRow], here: list[MatchRow], given: int) -> list[WorklistItem]:
    """The line about a need whose volunteer had agreed and does not come now, or is back, if there is one.

    `here` are those of its matches that go on, without those of volunteers who are away; `given` counts the places
    complete.
    """
    places, words = need.people or 1, view.task(need.task_type)
    held = sum(m.status in LIVE for m in here) + given
    if held > places and view.may(Verb.END):
        return [of_need(view, need, LineKind.COVER_OVER, f"Choose who goes on: {words}")]
    if (
        held >= places
        or not view.may(Verb.APPROVE)
        or not view.has_come(need.hold_until)
        or not _was_promised(view, need, matches)
    ):
        return []
    proposed = [m for m in here if m.status == MatchStatus.PROPOSED]
    item = of_need(view, need, LineKind.PROMISED, f"Was promised: {words}, {_who_is_proposed(view, proposed)}")
    why = None if proposed else view.remedy(need.id)
    return [replace(item, due=None, why=why)]


def _was_promised(view: View, need: NeedRow, matches: list[MatchRow]) -> bool:
    gone = [m.volunteer_id for m in matches if m.status in AGREED and view.is_away(m.volunteer_id)]
    once = view.agreed_once(m.id for m in matches if m.status == MatchStatus.CANCELLED)
    if any(is_missing(m, need, gone, once) for m in matches):
        return True
    return any(is_left_by_the_erased(call) for call in view.visible.look.of(ContactRow, "about", need.id))


def _who_is_proposed(view: View, proposed: list[MatchRow]) -> str:
    if not proposed:
        return "nobody is proposed yet"
    one = view.visible.find(VolunteerRow, proposed[0].volunteer_id)
    return f"{(one.name if one is not None else None) or 'somebody'} is proposed"


def _of_places(view: View, need: NeedRow, matches: list[MatchRow], given: int) -> Iterator[WorklistItem]:
    """A line about a need with an empty place without a proposal; `given` counts the places complete.

    `matches` leaves out those of volunteers who are away.
    """
    words = view.task(need.task_type)
    if not view.has_come(need.hold_until) or empty_places(need, matches, given) <= 0:
        return
    if not by_volunteers(need, view.context.settings):
        if view.may(Verb.CLOSE_NEED):
            yield of_need(view, need, LineKind.HUB_NEED, f"Put them in touch: {words}")
    elif view.may(Verb.CHOOSE_ANOTHER):
        if need.hold_until is not None:
            yield of_need(view, need, LineKind.HOLD_ENDED, f"The wait is over: {words}")
        else:
            wanted = "One more wanted" if matches or given else "Nobody proposed yet"
            item = of_need(view, need, LineKind.UNMATCHED, f"{wanted}: {words}")
            yield replace(item, why=view.remedy(need.id))


def proposals(view: View, found: Sequence[ToDecide]) -> Iterator[WorklistItem]:
    """A line for each need with a proposal that is wanted the same day, and one for all others; it opens the first.

    Those put aside are left out. One urgent need among many makes the others no more urgent.
    """
    urgent = {each.need.id: each for each in reversed(found) if each.need.urgency == URGENT}
    yield from (_to_decide(view, each) for each in urgent.values())
    found = [each for each in found if each.need.id not in urgent]
    if not found:
        return
    many = len({each.need.id for each in found})
    first = min(found, key=lambda each: (-_rank(each.need), each.need.asked_at or "", each.match.id))
    title = f"Proposals to decide: {many}" if many > 1 else "A proposal to decide"
    since = min(moment(each.match.at) for each in found)
    who = people(*(each.need.resident_id or each.need.id for each in found))
    yield WorklistItem(first.match.id, "matches", LineKind.PROPOSAL, title, since, None, told(first.need.urgency), many,
                       first.need.hub, who=who)  # fmt: skip


def known_pairs_in(found: Sequence[ToDecide]) -> tuple[KnownPair, ...]:
    """Those of these for two who know each other, the most urgent first, then those who asked first."""
    order = sorted(found, key=lambda each: (-_rank(each.need), each.need.asked_at or each.need.at, each.match.id))
    return tuple(each.known for each in order if each.known is not None)


def _to_decide(view: View, each: ToDecide) -> WorklistItem:
    need = each.need
    who = view.visible.find(ResidentRow, need.resident_id)
    whose = f" ({who.name})" if who is not None and who.name else ""
    title = first_upper(f"{_who_is_proposed(view, [each.match])}: {view.task(need.task_type)}{whose}")
    return WorklistItem(each.match.id, "matches", LineKind.PROPOSAL, title, moment(each.match.at),
                        None, URGENT, hub=need.hub, who=people(need.resident_id or need.id))  # fmt: skip


def _rank(need: NeedRow) -> int:
    return URGENCIES.index(need.urgency) if need.urgency in URGENCIES else 1
