"""Lines about volunteers who wait for us, checks that run out, and pairs to ask."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from community.book import Where
from community.casework.check_renewals import latest_checks
from community.casework.display_names import named
from community.casework.known_already import before_words, came_before, may_have_come_before
from community.casework.worklist.request_items import CRISIS
from community.casework.worklist.worklist_item import UNSURE, URGENT, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment, split
from community.tables.row_types import CheckRow, PairRow, ResidentRow, VolunteerRow
from community.tables.statuses import VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind
from community.wording import first_lower, wording


def _applied(_: View) -> Where:
    return lambda c: [c.status == VolunteerStatus.APPLIED]


def _read_volunteers(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(VolunteerRow, ids)
    new = [row for one in ids if (row := view.visible.look.get(VolunteerRow, one)) is not None]
    view.visible.read_ahead(VolunteerRow, may_have_come_before(view.visible, new))


def _say_hello(view: View, volunteer_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(VolunteerRow, volunteer_id)
    if not view.visible.keeps(row):
        return
    crisis = CRISIS in split(row.flags)
    title = f"Say hello to {row.name or 'a new volunteer'}{before_words(came_before(view.visible, [row]), row)}"
    yield WorklistItem(
        row.id,
        "volunteers",
        LineKind.CRISIS if crisis else LineKind.VOLUNTEER_NEW,
        title,
        moment(row.at),
        view.promise(row.at),
        URGENT if crisis else UNSURE,
        hub=row.hub,
        telephone=view.telephone(VolunteerRow, row.id),
        who=people(row.id),
    )


NEW_VOLUNTEERS = WorklistPart(
    VolunteerRow, _applied, _say_hello, _read_volunteers, Verb.MOVE_VOLUNTEER, of_own_hub=True
)


def _run_out_soon(view: View) -> Where:
    horizon = _horizon(view)
    return lambda c: [c.renew_on <= horizon]


def _horizon(view: View) -> str:
    """The last day on which a check runs out soon."""
    return (view.this_day + timedelta(days=view.waits.renew_days)).date().isoformat()


def _read_checks(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(CheckRow, ids)
    found = (view.visible.look.get(CheckRow, one) for one in ids)
    volunteers = [check.volunteer_id for check in found if check is not None]
    view.visible.read_ahead(VolunteerRow, volunteers)
    view.visible.look.read_ahead_of(CheckRow, "volunteer_id", volunteers)


def _renew(view: View, check_id: str) -> Iterator[WorklistItem]:
    """The line about a check that runs out soon, unless a later one has been seen."""
    row, horizon = view.visible.get(CheckRow, check_id), _horizon(view)
    whose = view.reader.get(VolunteerRow, row.volunteer_id or "")
    if whose is None or whose.status != VolunteerStatus.READY:
        return
    checks = view.visible.of(CheckRow, "volunteer_id", row.volunteer_id)
    if row.id not in {latest.id for latest in latest_checks(checks)} or not row.renew_on or row.renew_on > horizon:
        return
    ends = view.end_of(row.renew_on)
    what = wording().dbs_level[row.level] if row.level else first_lower(wording().check_kind[row.kind])
    who = named(view.visible, row.volunteer_id)
    when = "has run out" if view.has_passed(ends) else "runs out"
    yield WorklistItem(
        row.volunteer_id,
        "volunteers",
        LineKind.CHECK_DUE,
        f"A check {when}: {what}{f', {who}' if who else ''}",
        moment(row.at),
        ends,
        UNSURE,
        hub=whose.hub,
        telephone=view.telephone(VolunteerRow, row.volunteer_id),
        who=people(row.volunteer_id),
    )


CHECKS_DUE = WorklistPart(CheckRow, _run_out_soon, _renew, _read_checks, Verb.MOVE_VOLUNTEER)


def _to_ask(view: View) -> Where:
    today = view.this_day.date().isoformat()
    return lambda c: [c.next_check <= today]


def _read_pairs(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(PairRow, ids)
    pairs = [pair for one in ids if (pair := view.visible.look.get(PairRow, one)) is not None]
    view.visible.read_ahead(VolunteerRow, [pair.volunteer_id for pair in pairs])
    view.visible.read_ahead(ResidentRow, [pair.resident_id for pair in pairs])


def _ask_how_it_goes(view: View, pair_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(PairRow, pair_id)
    if row.next_check is not None:
        yield WorklistItem(
            row.id,
            "pairs",
            LineKind.PAIR_CHECK,
            f"Ask how it goes: {named(view.visible, row.id) or 'both'}",
            moment(row.at),
            view.end_of(row.next_check),
            UNSURE,
            telephone=view.telephone(VolunteerRow, row.volunteer_id),
            who=people(row.resident_id),
        )


PAIRS = WorklistPart(PairRow, _to_ask, _ask_how_it_goes, _read_pairs, Verb.PAIR_ASKED)
