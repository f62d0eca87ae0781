"""What the matching says of a request: who could help before it is accepted, and who is proposed once it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from community.casework.board_frames import frame_of_asked
from community.casework.match_explanations import why_unmatched
from community.casework.request_triage import NEW_RESIDENT, NeedAsked, need_id_of, need_values
from community.casework.resident_identity import same_resident
from community.casework.solved_board import SolvedBoard
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.casework.whole_board import whole_board
from community.matching import MatchingError, Solution
from community.places import Place
from community.tables import TABLES, canonical
from community.tables.row_types import HelpRequestRow, MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import GOING_ON, NeedStatus
from community.tables.verbs import Verb, verb_of

MOST = 20


@dataclass(frozen=True)
class Foreseen:
    """One kind of help asked for: how many volunteers could give it (20 means 20 or more), and why the best one suits.

    `why` is empty where all of them are needed elsewhere, as urgently or more so.
    """

    task_type: str
    could: int
    why: tuple[str, ...]


@dataclass(frozen=True)
class Arrived:
    """One new need: who is proposed for it and why, or, where nobody is, what would help."""

    need_id: str
    task_type: str
    match_id: str | None
    volunteer: str | None = field(repr=False)
    why: tuple[str, ...]
    remedy: str | None


def foresee(
    context: WorkContext, request_id: str, needs: Iterable[NeedAsked], resident: str | None = None
) -> list[Foreseen]:
    """What the matching would say if the request became these needs: a few milliseconds at any size.

    Nothing is written: the needs are put on a copy of the board, and all of it is best again. What is told does not
    hang on which of several equally good boards that is. Needs that are there already, and what the hub's own people
    deal with, are left out. Raises NotFound out of sight.
    """
    whole = whole_board(context, keep_seen=True)
    with looking(context) as visible:
        request = visible.get(HelpRequestRow, request_id)
        asked = [need for each in needs if (need := _asked(context, visible, request, each, resident)) is not None]
        new = [need for need in asked if whole.found.board.place_of_need(need.id) < 0]
        frame = frame_of_asked(visible.reader, context.settings, context.clock(), new)
    if not len(frame):
        return []
    solved = whole.found.trial()
    try:
        solved.insert(frame)
    except MatchingError:
        return []
    places = (solved.board.place_of_need(need.id) for need in new)
    return [_foreseen(whole, solved, place) for place in places if place >= 0]


def needs_made_by(context: WorkContext, action_id: str) -> list[Arrived]:
    """The needs within sight that this action made, as they stand now; empty for any other kind of action."""
    if verb_of(action_id) is not Verb.TRIAGE:
        return []
    found = []
    with looking(context) as visible:
        made = [one for table, one in visible.reader.added(action_id) if table == "needs"]
        for need in visible.rows(NeedRow, lambda c: [c.id.in_(made)]):
            if need.status != NeedStatus.OPEN:
                continue
            matches = visible.rows(MatchRow, lambda c: [c.need_id == need.id, c.status.in_(GOING_ON)])  # noqa: B023
            match = matches[0] if matches else None
            name = visible.get(VolunteerRow, match.volunteer_id).name if match else None
            why = canonical.split_sentences(match.why) if match else ()
            found.append(Arrived(need.id, need.task_type, match.id if match else None, name, why, None))
    return [each if each.match_id else _with_remedy(context, each) for each in found]


def _asked(
    context: WorkContext, visible: Visibility, request: HelpRequestRow, asked: NeedAsked, resident: str | None
) -> NeedRow | None:
    """The need that this kind of help would become; None for a kind that is not in the list."""
    if asked.task_type not in context.settings.task_types:
        return None
    known = resident or request.resident_id or same_resident(visible, request).sure
    # Where it is counts for the matching, though most users do not see a protected address.
    whole = visible.reader.get(HelpRequestRow, request.id) or request
    place = context.places.find(whole.postcode) if context.places else Place()
    told = need_values(context.settings, request, None if known == NEW_RESIDENT else known, asked, place)
    columns = TABLES["needs"]
    values = {name: canonical.of(columns[name], value) for name, value in told.items()}
    return NeedRow.of({**values, "id": need_id_of(request, asked)})


def _foreseen(whole: SolvedBoard, solved: Solution, place: int) -> Foreseen:
    task = solved.board.task_types[solved.board.needs.task[place]]
    could, first = len(solved.ranked(place, MOST)), solved.first(place)
    if not len(first):
        return Foreseen(task, could, ())
    ids = solved.board.needs.ids[place], solved.board.volunteers.ids[first.volunteer[0]]
    return Foreseen(task, could, tuple(whole.reasons(*ids, board=solved.board)))


def _with_remedy(context: WorkContext, new: Arrived) -> Arrived:
    left = why_unmatched(context, new.need_id)
    return new if left is None else Arrived(new.need_id, new.task_type, None, None, (), left.remedy)
