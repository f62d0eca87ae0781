"""Needs that nobody is found for or whose help is missing, and matches that wait for a call."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from community.book import among
from community.casework.absences import away, is_covered_for, promised
from community.casework.board_facts import dbs_levels, of_checks
from community.casework.board_rows import by_volunteers
from community.casework.detail_release import know_each_other, opens_at
from community.casework.display_names import named
from community.casework.match_messages import on_their_way, told_since
from community.casework.message_queue import messages_of
from community.casework.need_stages import empty_places, waits
from community.casework.policies import holding
from community.casework.volunteer_offers import level_needed, may_enter_homes
from community.casework.worklist.worklist_item import UNSURE, View, WorklistItem, may_ring, of_need, people, told
from community.tables.canonical import moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import (
    CheckRow,
    MatchRow,
    NeedRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import GOING_ON, LIVE, MatchStatus, MessageStatus, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import URGENCIES, CheckKind, LineKind, Recurs

_CALLS: dict[str, tuple[LineKind, Verb, str]] = {
    MatchStatus.APPROVED: (LineKind.NOT_RUNG, Verb.RANG, "Ring {volunteer}"),
    MatchStatus.OFFERED: (LineKind.NOT_RUNG, Verb.RANG, "Hear what {volunteer} says"),
    MatchStatus.ACCEPTED: (LineKind.RESIDENT_TO_TELL, Verb.RESIDENT_TOLD, "Tell {resident} that {volunteer} comes"),
}

_NOT_READ = frozenset({MessageStatus.BY_HAND, MessageStatus.BOUNCED, MessageStatus.WITHDRAWN})
"""Statuses of a message that its reader surely has not got."""


def help_items(view: View, asked: Container[str] = ()) -> Iterator[WorklistItem]:
    """The lines about open needs and their matches. Matches that are `asked` by a message have lines elsewhere."""
    needs = {n.id: n for n in view.visible.rows(NeedRow, lambda c: [c.status == NeedStatus.OPEN])}
    matches = view.visible.rows(MatchRow, lambda c: [c.status.in_(GOING_ON)])
    live = [(m, needs[m.need_id]) for m in matches if m.status in LIVE and m.need_id in needs]
    view.visible.read_ahead(VolunteerRow, (m.volunteer_id for m, _ in live))
    view.visible.read_ahead(ResidentRow, (n.resident_id for n in needs.values()))
    by_need: dict[str, list[MatchRow]] = defaultdict(list)
    for match in matches:
        by_need[match.need_id].append(match)
    over = view.visible.rows(
        MatchRow,
        lambda c: [c.status.in_((MatchStatus.CANCELLED, MatchStatus.COMPLETED)), among(c.need_id, needs)],
        order=None,
        columns=lambda c: (c.id, c.need_id, c.volunteer_id, c.status),
    )
    completed = Counter(m.need_id for m in over if m.status == MatchStatus.COMPLETED)
    cover = _Cover(view, needs, [*matches, *over])
    for need in needs.values():
        given = completed[need.id] if MatchStatus.COMPLETED in holding(need) else 0
        mine = [m for m in by_need[need.id] if not is_covered_for(m, cover.gone)]
        yield from cover.items(need, mine, given) or _of_need(view, need, mine, given)
    being_told = on_their_way(view.visible, MessageKind.WHO_COMES, view.now)
    for match in matches:
        need_ = needs.get(match.need_id)
        if match.status == MatchStatus.ACCEPTED and match.id in being_told:
            continue
        if need_ is not None and match.status in _CALLS and match.id not in asked:
            kind, verb, words = _CALLS[match.status]
            if view.may(verb):
                told_ = verb is Verb.RESIDENT_TOLD
                whom = (ResidentRow, need_.resident_id) if told_ else (VolunteerRow, match.volunteer_id)
                yield _of_match(view, match, need_, kind, words, whom)
    yield from _proposals(view, [m for m in matches if m.status == MatchStatus.PROPOSED], needs)
    yield from _volunteers_to_tell(view, [(m, n) for m, n in live if not is_covered_for(m, cover.gone)])
    yield from _was_it_done(view, live)
    yield from _checks_missing(view, live)


class _Cover:
    """The open needs whose volunteer had agreed and does not come now."""

    def __init__(self, view: View, needs: Mapping[str, NeedRow], matches: Iterable[MatchRow]) -> None:
        """Take the open `needs`, by id, and their `matches`: those that go on, are cancelled or completed."""
        self._view = view
        reader = view.visible.reader
        self.gone = away(reader, view.now)
        self._lost = promised(reader, needs.values(), matches, self.gone)

    def items(self, need: NeedRow, here: list[MatchRow], given: int) -> list[WorklistItem]:
        """The line about this need, if there is one.

        `here` are its matches that go on, without those of volunteers who are away; `given` counts the places complete.
        """
        places, words = need.people or 1, self._view.task(need.task_type)
        held = sum(m.status in LIVE for m in here) + given
        if held > places and self._view.may(Verb.END):
            return [of_need(self._view, need, LineKind.COVER_OVER, f"Choose who goes on: {words}")]
        if (
            waits(need, self._view.now)
            or need.id not in self._lost
            or held >= places
            or not self._view.may(Verb.APPROVE)
        ):
            return []
        proposed = [m for m in here if m.status == MatchStatus.PROPOSED]
        item = of_need(self._view, need, LineKind.PROMISED, f"Was promised: {words}, {self._proposed(proposed)}")
        why = None if proposed else self._view.remedies.get(need.id)
        return [replace(item, due=None, why=why)]

    def _proposed(self, proposed: list[MatchRow]) -> str:
        if not proposed:
            return "nobody is proposed yet"
        one = self._view.visible.get(VolunteerRow, proposed[0].volunteer_id)
        return f"{one.name or 'somebody'} is proposed"


def _of_need(view: View, need: NeedRow, matches: list[MatchRow], given: int) -> Iterator[WorklistItem]:
    """A line about a need with an empty place without a proposal; `given` counts the places complete.

    `matches` leaves out those of volunteers who are away.
    """
    words = view.task(need.task_type)
    if waits(need, view.now) or empty_places(need, matches, given) <= 0:
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
            yield replace(item, why=view.remedies.get(need.id))


def _of_match(
    view: View,
    match: MatchRow,
    need: NeedRow,
    kind: LineKind,
    words: str,
    whom: tuple[type[ResidentRow | VolunteerRow], str],
) -> WorklistItem:
    """A line about somebody to ring: `whom` is their table and id."""
    due = view.promise(match.changed_at, need.urgency)
    volunteer = named(view.visible, match.volunteer_id) or "the volunteer"
    resident = named(view.visible, need.resident_id) or "the resident"
    telephone = view.telephone(*whom)
    if kind == LineKind.NOT_RUNG and not may_ring(telephone):
        words = words.replace("Ring", "Get in touch with")
    title = f"{words.format(volunteer=volunteer, resident=resident)}: {view.task(need.task_type)}"
    return WorklistItem(match.id, "matches", kind, title, moment(match.changed_at), due, told(need.urgency),
                hub=need.hub, telephone=telephone, who=people(whom[1]))  # fmt: skip


def _volunteers_to_tell(view: View, live: list[tuple[MatchRow, NeedRow]]) -> Iterator[WorklistItem]:
    """Lines about volunteers who may know by now whom they help, and to whom neither a person nor a link tells it."""
    if not view.may(Verb.RELEASE):
        return
    reader, linked = view.visible.reader, on_their_way(view.visible, MessageKind.RESIDENT_KNOWS, view.now)
    for match, need in live:
        if match.resident_told_at is None or match.released_at is not None or match.id in linked:
            continue
        opens = opens_at(reader, view.context.settings, match)
        if opens is not None and opens <= view.now and (not know_each_other(reader, match) or _written_to(view, match)):
            words = "Tell {volunteer} whom they help"
            whom = (VolunteerRow, match.volunteer_id)
            yield _of_match(view, match, need, LineKind.VOLUNTEER_TO_TELL, words, whom)


def _written_to(view: View, match: MatchRow) -> bool:
    """Whether the volunteer was to hear by a message that the resident knows, and nobody has been in touch since."""
    return any(
        m.status in _NOT_READ and not told_since(view.visible.reader, m)
        for m in messages_of(view.visible.reader, match.id, MessageKind.RESIDENT_KNOWS)
    )


def _proposals(view: View, proposed: list[MatchRow], needs: dict[str, NeedRow]) -> Iterator[WorklistItem]:
    """One line for all needs with a proposal, without those put aside; it opens the most urgent."""
    waiting = [(m, needs[m.need_id]) for m in proposed if m.need_id in needs]
    waiting = [(m, n) for m, n in waiting if not waits(n, view.now)]
    if not waiting or not view.may(Verb.APPROVE):
        return
    many = len({n.id for _, n in waiting})
    match, need = min(waiting, key=lambda each: (-_rank(each[1]), each[1].asked_at or "", each[0].id))
    title = f"Proposals to decide: {many}" if many > 1 else "A proposal to decide"
    since = min(moment(m.at) for m, _ in waiting)
    who = people(*(n.resident_id or n.id for _, n in waiting))
    yield WorklistItem(match.id, "matches", LineKind.PROPOSAL, title, since, None, told(need.urgency), many,
                       need.hub, who=who)  # fmt: skip


def _rank(need: NeedRow) -> int:
    return URGENCIES.index(need.urgency) if need.urgency in URGENCIES else 1


def _was_it_done(view: View, live: list[tuple[MatchRow, NeedRow]]) -> Iterator[WorklistItem]:
    active = [(m, n) for m, n in live if m.status == MatchStatus.ACTIVE]
    if not active or not view.may(Verb.DONE):
        return
    quiet = [m.id for m, n in active if view.now - moment(m.changed_at) > _days_until_asked(view, n)]
    last = view.visible.reader.latest(
        VisitRow, lambda c: c.match_id, lambda c: c.at, lambda c: [among(c.match_id, quiet)]
    )
    for match, need in active:
        since = moment(max(match.changed_at, last.get(match.id, "")))
        if view.now - since > _days_until_asked(view, need):
            who = named(view.visible, match.id)
            title = f"Was it done? {view.task(need.task_type)}{f': {who}' if who else ''}"
            yield WorklistItem(match.id, "matches", LineKind.WAS_IT_DONE, title, since, None, UNSURE,
                       hub=need.hub, telephone=view.telephone(VolunteerRow, match.volunteer_id),
                       who=people(need.resident_id))  # fmt: skip


def _days_until_asked(view: View, need: NeedRow) -> timedelta:
    return timedelta(days=view.waits.once_done_days if need.recurs == Recurs.ONCE else view.waits.weekly_done_days)


def _checks_missing(view: View, live: list[tuple[MatchRow, NeedRow]]) -> Iterator[WorklistItem]:
    """Lines about matches that go on although the volunteer may not do this any more.

    Their check has run out or was written down wrongly, or we don't know that they are 18 or over for a task in a home.
    """
    if not live or not view.may(Verb.ADD_CHECK):
        return
    ids = {m.volunteer_id for m, _ in live}
    checks = view.visible.reader.rows(
        CheckRow, lambda c: [c.kind == CheckKind.DBS, among(c.volunteer_id, ids)], order=None, columns=of_checks
    )
    levels = dbs_levels(checks, view.now)
    view.visible.read_ahead(VolunteerRow, ids)
    found = filter(None, (view.visible.reader.get(VolunteerRow, one) for one in ids))
    stay_out = {v.id for v in found if not may_enter_homes(v)}
    for match, need in live:
        task = view.context.settings.task_types.get(need.task_type)
        if task is None:
            continue
        kept_out = task.in_home and match.volunteer_id in stay_out
        if kept_out or levels.get(match.volunteer_id, 0) < level_needed(need, task):
            since = moment(match.changed_at)
            reason = "May not go into a home" if kept_out else "No valid check for this any more"
            title = f"{reason}: {task.name}"
            yield WorklistItem(match.id, "matches", LineKind.CHECK_MISSING, title, since, view.now,
                       told(need.urgency), hub=need.hub, who=people(match.volunteer_id),
                       telephone=view.telephone(VolunteerRow, match.volunteer_id))  # fmt: skip
