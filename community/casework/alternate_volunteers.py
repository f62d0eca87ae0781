"""Who else could help, and what choosing them would cost other needs: exact for the whole board, and in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from community.casework.casework_errors import NotFound
from community.casework.message_texts import task_words, without_article
from community.casework.solved_board import SolvedBoard
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.casework.volunteer_offers import slots
from community.casework.whole_board import whole_board
from community.matching import MatchingError, Substitution, dearer, instead
from community.tables.row_types import MatchRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import GOING_ON, MatchStatus, NeedStatus
from community.wording import every_slot, joined, spoken

MOST = 3


@dataclass(frozen=True)
class Alternate:
    """Another volunteer whom every hard rule allows. `extra`: the points that choosing them adds to the whole board."""

    volunteer_id: str
    name: str | None = field(repr=False)
    sector: str | None
    hub: str | None
    why: tuple[str, ...]
    extra: int
    then: tuple[str, ...] = field(default=(), repr=False)
    """What it would mean for somebody else, a sentence each; empty where nobody else would notice."""
    dearer: str = ""
    """What counts against them beside the one proposed; empty where nothing does."""


def alternates(context: WorkContext, match_id: str) -> list[Alternate]:
    """Up to three other volunteers for the need of this match, from any hub: name and sector, nothing more.

    Those who add least to the whole board come first.
    """
    whole = whole_board(context)
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        return _others(context, visible, whole, match.need_id, match.volunteer_id)


def could_be_asked(context: WorkContext, need_id: str) -> list[Alternate]:
    """Up to three volunteers for a need without a proposal, each with what other needs would lose by it."""
    whole = whole_board(context)
    with looking(context) as visible:
        return _others(context, visible, whole, visible.get(NeedRow, need_id).id, None)


def _others(
    context: WorkContext, visible: Visibility, whole: SolvedBoard, need_id: str, proposed: str | None
) -> list[Alternate]:
    if not whole.wants_somebody(need_id):
        return []
    found = whole.others_of(need_id)
    on_need = {
        m.volunteer_id for m in visible.reader.rows(MatchRow, lambda c: [c.need_id == need_id, c.status.in_(GOING_ON)])
    }
    shown = [(v, extra) for v, extra in found if v not in on_need and v != proposed][:MOST]
    people = {v.id: v for v in visible.reader.rows(VolunteerRow, lambda c: [c.id.in_([v for v, _ in shown])])}
    words = _Words(context, visible)
    beside = proposed if proposed and whole.has_volunteer(proposed) else None
    return [
        Alternate(
            volunteer,
            people[volunteer].name,
            people[volunteer].sector,
            people[volunteer].hub,
            tuple(whole.reasons(need_id, volunteer)),
            extra,
            # A volunteer with room to spare is taken from nobody.
            () if whole.has_room(volunteer) else words.of(instead(whole.found, need_id, volunteer), need_id),
            _dearer(whole, need_id, beside, volunteer) if beside else "",
        )
        for volunteer, extra in shown
        if volunteer in people
    ]


def _dearer(whole: SolvedBoard, need_id: str, proposed: str, other: str) -> str:
    try:
        return dearer(whole.found, need_id, proposed, other)
    except MatchingError:
        # We knew where they live when they were proposed, and do not know it now.
        return ""


class _Words:
    """Puts into words what follows for other people's needs, as far as they are within sight."""

    def __init__(self, context: WorkContext, visible: Visibility) -> None:
        self._desk, self._sight = context, visible

    def of(self, then: Substitution, need_id: str) -> tuple[str, ...]:
        """One sentence for each need that would lose help, and one for those that would get another volunteer."""
        lost = [self._loses(n, count, then.left[n]) for n, count in Counter(then.emptied).items()]
        moved = [n for n, _, _ in then.moved if n != need_id]
        if len(moved) > 2:
            return (*lost, f"Then {spoken(len(moved), 'other_need')} would get somebody else.")
        return (*lost, *(f"Then {self._whose(n)} would get {self._name(now)}." for n, _, now in then.moved if now))

    def _loses(self, need_id: str, count: int, left: int) -> str:
        if not left:
            return f"Then {self._whose(need_id)} would have nobody."
        fewer = spoken(count, "volunteer")
        return f"Then {fewer} fewer would help with {self._whose(need_id)}."

    def _whose(self, need_id: str) -> str:
        return whose_need(self._desk, self._sight, need_id)

    def _name(self, volunteers: Iterable[str]) -> str:
        names = [self._sight.reader.get(VolunteerRow, v) for v in volunteers]
        return joined([(v.name if v else None) or "another volunteer" for v in names])


def whose_need(context: WorkContext, sight: Visibility, need_id: str) -> str:
    """Whose need it is, in words: a name where it is within sight, else no more than a hub: `Joe’s lift`."""
    need = sight.reader.get(NeedRow, need_id)
    if need is None:
        return "somebody else’s need"
    task = task_words(context.settings, need)
    at = _at(need)
    try:
        resident = sight.get(ResidentRow, sight.get(NeedRow, need_id).resident_id)
    except NotFound:
        hub = context.settings.hubs.get(need.hub or "")
        return f"somebody in {hub.name} ({task}{at})" if hub else f"somebody else ({task}{at})"
    return f"{resident.name or 'a resident'}’s {without_article(task)}{at}"


def _at(need: NeedRow) -> str:
    mask = slots(need.slots)
    return f" on {every_slot(mask, most=1)}" if mask else ""


def same_half_day(context: WorkContext, match_id: str) -> tuple[str, ...]:
    """A sentence for each other need of this match's volunteer that they could meet in the same half-day, and no other.

    Empty where this need could be met by them at more than one time. Two needs may well fit into one half-day, so no
    rule forbids it.
    """
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        need = visible.get(NeedRow, match.need_id)
        volunteer = visible.reader.get(VolunteerRow, match.volunteer_id)
        free = slots(volunteer.slots) if volunteer else 0
        when = _half_days(need, free)
        if when.bit_count() != 1:
            return ()
        theirs = visible.reader.rows(
            MatchRow, lambda c: [c.volunteer_id == match.volunteer_id, c.status.in_(GOING_ON), c.need_id != need.id]
        )
        statuses = {each.need_id: each.status for each in theirs}
        others = visible.reader.rows(
            NeedRow, lambda c: [c.id.in_(list(statuses)), c.status == NeedStatus.OPEN, c.slots.is_not(None)]
        )
        return tuple(
            f"{_SO_FAR[statuses[other.id] == MatchStatus.PROPOSED]} for {whose_need(context, visible, other.id)}, the "
            "same half-day: ask whether they can do both."
            for other in others
            if _half_days(other, free) == when
        )


def _half_days(need: NeedRow, free: int) -> int:
    """When the need could be met by somebody with these half-days; where none fits, when it is asked for."""
    asked = slots(need.slots)
    return asked & free or asked


_SO_FAR = {True: "Also proposed", False: "Also chosen"}
