"""Lines about volunteers who wait for us, checks that run out, pairs to ask, and organisations that signed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from community.book import Row, among
from community.casework.check_renewals import latest_checks
from community.casework.display_names import named
from community.casework.known_already import KnownAs, came_before
from community.casework.one_look import looking_once
from community.casework.user import WorkContext
from community.casework.worklist.request_items import CRISIS
from community.casework.worklist.worklist_item import UNSURE, URGENT, View, WorklistItem, people
from community.tables.canonical import LONDON, instant, moment, split
from community.tables.row_types import (
    CheckRow,
    ContactRow,
    MatchRow,
    NeedRow,
    OrganisationRow,
    PairRow,
    ResidentRow,
    VolunteerRow,
)
from community.tables.statuses import AGREED, LIVE, ListingStatus, MatchStatus, NeedStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Direction, LineKind, Urgency
from community.wording import first_lower, status_words, wording


def people_items(view: View) -> Iterator[WorklistItem]:
    """The lines about volunteers, pairs and organisations."""
    if view.may(Verb.MOVE_VOLUNTEER):
        yield from _new_volunteers(view)
        yield from _checks_due(view)
        yield from _unused(view)
        yield from _carry_many(view)
    if view.may(Verb.PAIR_ASKED):
        yield from _pairs(view)
    if view.may(Verb.APPROVE_ORGANISATION):
        signed = view.visible.rows(OrganisationRow, lambda c: [c.status == ListingStatus.OFFERED])
        known = came_before(view.visible, signed)
        for row in signed:
            due = view.promise(row.at)
            wants = "Signed the charter" if row.signed_on else "Wrote about the charter, not signed yet"
            title = f"{wants}: {row.name or 'no name told'}{_before(known, row)}"
            yield WorklistItem(row.id, "organisations", LineKind.ORGANISATION, title, moment(row.at), due, UNSURE)


def unused(context: WorkContext, now: datetime) -> list[VolunteerRow]:
    """Ready volunteers without a match whom nobody has asked for a while, those who wait longest first."""
    with looking_once(context) as visible:
        waits = sorted((since, one) for one, since in _idle(View(context, visible, now)).items())
        found = {v.id: v for v in visible.rows(VolunteerRow, lambda c: [c.id.in_([one for _, one in waits])])}
    return [found[one] for _, one in waits if one in found]


def carrying(context: WorkContext, now: datetime) -> list[tuple[VolunteerRow, int]]:
    """Volunteers who carry many residents, and how many each helps, those with most first."""
    with looking_once(context) as visible:
        helped = {one: many for one, (many, _) in carried(View(context, visible, now)).items()}
        found = visible.rows(VolunteerRow, lambda c: [c.id.in_(helped)])
    return sorted(((row, helped[row.id]) for row in found), key=lambda each: (-each[1], each[0].id))


def _new_volunteers(view: View) -> Iterator[WorklistItem]:
    applied = view.visible.rows(VolunteerRow, lambda c: [c.status == VolunteerStatus.APPLIED])
    new = [row for row in applied if view.visible.keeps(row)]
    known = came_before(view.visible, new)
    for row in new:
        due = view.promise(row.at)
        crisis = CRISIS in split(row.flags)
        title = f"Say hello to {row.name or 'a new volunteer'}{_before(known, row)}"
        yield WorklistItem(
            row.id,
            "volunteers",
            LineKind.CRISIS if crisis else LineKind.VOLUNTEER_NEW,
            title,
            moment(row.at),
            due,
            URGENT if crisis else UNSURE,
            hub=row.hub,
            telephone=view.telephone(VolunteerRow, row.id),
            who=people(row.id),
        )


def _before(known: Mapping[str, KnownAs], row: Row) -> str:
    """Words that the same person or organisation may be in the book already, and how that ended."""
    before = known.get(row.id)
    return f" (perhaps known already: {status_words(before.table, before.status)})" if before else ""


def _checks_due(view: View) -> Iterator[WorklistItem]:
    """The lines about checks that run out soon, unless a later one has been seen."""
    horizon = (view.now + timedelta(days=view.waits.renew_days)).astimezone(LONDON).date().isoformat()
    old = view.visible.reader.rows(
        CheckRow, lambda c: [c.renew_on <= horizon], order=None, columns=lambda c: (c.volunteer_id,)
    )
    theirs = {row.volunteer_id for row in old}
    checks = view.visible.rows(
        CheckRow,
        lambda c: [among(c.volunteer_id, theirs)],
        columns=lambda c: (c.id, c.at, c.volunteer_id, c.kind, c.level, c.seen_on, c.renew_on),
    )
    due = [row for row in latest_checks(checks) if row.renew_on and row.renew_on <= horizon]
    if not due:
        return
    whose = {row.volunteer_id for row in due}
    here = {
        v.id: v.hub
        for v in view.visible.reader.rows(
            VolunteerRow,
            lambda c: [c.status == VolunteerStatus.READY, among(c.id, whose)],
            order=None,
            columns=lambda c: (c.id, c.hub),
        )
    }
    due = [row for row in due if row.volunteer_id in here]
    view.visible.read_ahead(VolunteerRow, (row.volunteer_id for row in due))
    for row in due:
        ends = view.end_of(row.renew_on or horizon)
        what = wording().dbs_level[row.level] if row.level else first_lower(wording().check_kind[row.kind])
        who = named(view.visible, row.volunteer_id)
        when = "has run out" if ends < view.now else "runs out"
        title = f"A check {when}: {what}{f', {who}' if who else ''}"
        yield WorklistItem(
            row.volunteer_id,
            "volunteers",
            LineKind.CHECK_DUE,
            title,
            moment(row.at),
            ends,
            UNSURE,
            hub=here[row.volunteer_id],
            telephone=view.telephone(VolunteerRow, row.volunteer_id),
            who=people(row.volunteer_id),
        )


def _carry_many(view: View) -> Iterator[WorklistItem]:
    """One line for volunteers who carry many residents: it opens the one with most. A warning, never a limit."""
    helped = carried(view)
    found = {v: since for v, (_, since) in helped.items()}
    if found:
        one = min(found, key=lambda v: (-helped[v][0], found[v], v))
        many = helped[one][0]
        title = (
            f"Up to {many} residents rely on one person" if len(found) > 1 else f"{many} residents rely on one person"
        )
        yield WorklistItem(one, "volunteers", LineKind.CARRIES_MANY, title, moment(found[one]), None, UNSURE,
                           len(found), who=people(*found))  # fmt: skip


def carried(view: View) -> dict[str, tuple[int, str]]:
    """By volunteer of ours who carries many residents: how many they help now, and since when the latest."""
    live = view.visible.rows(
        MatchRow,
        lambda c: [c.status.in_(AGREED)],
        order="changed_at",
        columns=lambda c: (c.id, c.volunteer_id, c.need_id, c.changed_at),
    )
    open_ = view.visible.rows(
        NeedRow, lambda c: [c.status == NeedStatus.OPEN], order=None, columns=lambda c: (c.id, c.resident_id)
    )
    needs = {n.id: n.resident_id for n in open_}
    who: dict[str, set[str]] = defaultdict(set)
    since: dict[str, str] = {}
    for match in live:
        who[match.volunteer_id].add(needs.get(match.need_id) or match.need_id)
        since[match.volunteer_id] = match.changed_at
    many = {one: residents for one, residents in who.items() if len(residents) >= view.waits.many_residents}
    ours = view.visible.rows(VolunteerRow, lambda c: [c.id.in_(list(many))], order=None) if many else []
    ours = [v for v in ours if view.visible.keeps(v) and (v.id, LineKind.CARRIES_MANY) not in view.put_off]
    return {v.id: (len(many[v.id]), since[v.id]) for v in ours}


def _pairs(view: View) -> Iterator[WorklistItem]:
    today = view.now.astimezone(LONDON).date().isoformat()
    pairs = view.visible.rows(PairRow, lambda c: [c.next_check <= today])
    view.visible.read_ahead(VolunteerRow, (row.volunteer_id for row in pairs))
    view.visible.read_ahead(ResidentRow, (row.resident_id for row in pairs))
    for row in pairs:
        due = view.end_of(row.next_check or today)
        yield WorklistItem(
            row.id,
            "pairs",
            LineKind.PAIR_CHECK,
            f"Ask how it goes: {named(view.visible, row.id) or 'both'}",
            moment(row.at),
            due,
            UNSURE,
            telephone=view.telephone(VolunteerRow, row.volunteer_id),
            who=people(row.resident_id),
        )


def _unused(view: View) -> Iterator[WorklistItem]:
    """One line for all volunteers whom nobody has asked for a while; it opens the one who waits longest."""
    idle = _idle(view)
    if idle:
        one = min(idle, key=lambda v: (idle[v], v))
        title = f"Nobody has asked them for {view.waits.unused_days} days"
        yield WorklistItem(one, "volunteers", LineKind.UNUSED, title, moment(idle[one]), None, Urgency.WHENEVER,
                           len(idle), who=people(*idle))  # fmt: skip


def _idle(view: View) -> dict[str, str]:
    """By volunteer, since when nobody has asked them."""
    reader, now = view.visible.reader, instant(view.now)
    before = instant(view.now - timedelta(days=view.waits.unused_days))
    not_asked = (MatchStatus.PROPOSED, MatchStatus.SUPERSEDED)
    asked = reader.latest(
        MatchRow, lambda c: c.volunteer_id, lambda c: c.changed_at, lambda c: [c.status.not_in(not_asked)]
    )
    busy = reader.latest(MatchRow, lambda c: c.volunteer_id, lambda c: c.changed_at, lambda c: [c.status.in_(LIVE)])
    rung = reader.latest(ContactRow, lambda c: c.with_whom, lambda c: c.at, lambda c: [c.direction == Direction.OUT])
    ready = reader.rows(
        VolunteerRow,
        lambda c: [
            c.status == VolunteerStatus.READY,
            (c.hold_until.is_(None)) | (c.hold_until <= now),
            c.at < before,
        ],
        order=None,
        columns=lambda c: (c.id, c.at, c.hub),
    )
    taken_off = {record_id for record_id, kind in view.put_off if kind == LineKind.UNUSED}
    found: dict[str, str] = {}
    for row in ready:
        one = row.id
        since = max(row.at, asked.get(one, ""), rung.get(one, ""))
        if since < before and one not in busy and one not in taken_off and view.visible.keeps(row):
            found[one] = since
    return found
