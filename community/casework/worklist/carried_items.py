"""The line about volunteers on whom many residents rely, and the list of them. A warning, never a limit."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from community.book import Where
from community.casework.remembering_reads import looking_once
from community.casework.user import WorkContext
from community.casework.worklist.kept_part import KeptPart
from community.casework.worklist.snoozed_lines import PUT_OFF, PutOff
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people
from community.casework.worklist.worklist_part import Shared, WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import AGREED, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind


@dataclass(frozen=True)
class Helped(Shared):
    """Somebody whom a volunteer helps now: the resident, or the need where no resident is known."""

    volunteer_id: str
    who: str
    since: str


def _agreed(_: View) -> Where:
    return lambda c: [c.status.in_(AGREED)]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(MatchRow, ids)
    found = (view.visible.look.get(MatchRow, one) for one in ids)
    view.visible.read_ahead(NeedRow, [match.need_id for match in found if match is not None])


def _pieces(view: View, match_id: str) -> Iterator[Helped]:
    match = view.visible.get(MatchRow, match_id)
    need = view.visible.find(NeedRow, match.need_id)
    resident = need.resident_id if need is not None and need.status == NeedStatus.OPEN else None
    yield Helped(match.volunteer_id, resident or match.need_id, match.changed_at)


CARRIED = WorklistPart(MatchRow, _agreed, _pieces, _read_ahead, Verb.MOVE_VOLUNTEER)


def carrying_many(
    view: View, found: Iterable[Helped], put_off: Container[tuple[str, str]]
) -> dict[str, tuple[int, str]]:
    """By volunteer of ours who carries many residents: how many they help now, and since when the latest."""
    who: dict[str, set[str]] = defaultdict(set)
    since: dict[str, str] = {}
    for each in found:
        who[each.volunteer_id].add(each.who)
        since[each.volunteer_id] = max(each.since, since.get(each.volunteer_id, ""))
    many = {one: len(residents) for one, residents in who.items() if len(residents) >= view.waits.many_residents}
    view.visible.read_ahead(VolunteerRow, many)
    return {
        one: (residents, since[one])
        for one, residents in many.items()
        if (one, LineKind.CARRIES_MANY) not in put_off
        and (volunteer := view.visible.find(VolunteerRow, one)) is not None
        and view.visible.keeps(volunteer)
    }


def carry_many(helped: dict[str, tuple[int, str]]) -> Iterator[WorklistItem]:
    """One line for volunteers who carry many residents: it opens the one with most."""
    if helped:
        one = min(helped, key=lambda v: (-helped[v][0], helped[v][1], v))
        many, since = helped[one]
        title = (
            f"Up to {many} residents rely on one person" if len(helped) > 1 else f"{many} residents rely on one person"
        )
        yield WorklistItem(one, "volunteers", LineKind.CARRIES_MANY, title, moment(since), None, UNSURE,
                           len(helped), who=people(*helped))  # fmt: skip


def carrying(context: WorkContext, now: datetime) -> list[tuple[VolunteerRow, int]]:
    """Volunteers who carry many residents, and how many each helps, those with most first."""
    with looking_once(context) as visible:
        view, parts = View(context, visible, now), (KeptPart(CARRIED), KeptPart(PUT_OFF))
        for part in parts:
            part.make(view)
        pieces = [piece for part in parts for piece in part.shared]
        put_off = {(piece.about, piece.kind) for piece in pieces if isinstance(piece, PutOff)}
        helped = (piece for piece in pieces if isinstance(piece, Helped))
        many = {one: residents for one, (residents, _) in carrying_many(view, helped, put_off).items()}
        found = [row for one in many if (row := visible.find(VolunteerRow, one)) is not None]
    return sorted(((row, many[row.id]) for row in found), key=lambda each: (-each[1], each[0].id))
